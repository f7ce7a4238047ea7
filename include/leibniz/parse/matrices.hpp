#pragma once

#include <leibniz/matrix.hpp>
#include <leibniz/parse.hpp>
#include <leibniz/parse/model_directional.hpp>
#include <leibniz/parse/outcome.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <deque>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace leibniz::inline v0_1 {

/// The shape of a name in a text: {"x", "n"} is a vector, {"W", 10, "n"} a matrix, {"K", "n", "n", shape::symmetric} a symmetric one.
/// Equal names of dimensions are one size.
struct shape {
    enum symmetry : bool { general, symmetric };
    /// A number, or the name of a size.
    struct dimension {
        std::string name{};
        int number = 0;
        dimension(int n) : number(n) {}                         // NOLINT
        dimension(char const* text) : name(text) {}             // NOLINT
        dimension(std::string text) : name(std::move(text)) {}  // NOLINT
        friend bool operator==(dimension const&, dimension const&) = default;
    };
    std::string name;
    dimension rows, columns;
    bool is_symmetric;

    shape(std::string of, dimension m, dimension n = 1, symmetry s = general)
        : name(std::move(of)), rows(std::move(m)), columns(std::move(n)), is_symmetric(s == symmetric) {}
};

/// The shapes of a text's vectors and matrices; other names are numbers.
class shapes {
public:
    shapes(std::initializer_list<shape> all) : all_(all) {}
    explicit shapes(std::vector<shape> all) : all_(std::move(all)) {}
    auto begin() const { return all_.begin(); }
    auto end() const { return all_.end(); }

private:
    std::vector<shape> all_;
};

namespace detail {

/// The vectors and matrices of a text, as if they had been written in C++, and the sizes named like dimensions.
class written_shapes {
public:
    /// Fails for a dimension that is neither a name nor a number from 1 on, and for a name with two shapes: `why` tells.
    explicit written_shapes(shapes const& all) {
        std::vector<std::string> found;
        for (shape const& s : all) {
            if (std::string const misuse = misuse_of(s, found); !misuse.empty()) {
                why_ = {failure_kind::argument, "shapes: " + misuse};
                return;
            }
            found.push_back(s.name);
            written const *const rows = dimension(s.rows), *const columns = dimension(s.columns);
            operands_.push_back({rows, columns});
            matrices_.push_back(written_leaf<matrix_variable>(kept(s.name), operands_.back().data(), s.is_symmetric));
            kept_->none.shapes.push_back({matrices_.back().name, rows->name, columns->name, s.rows.number, s.columns.number});
        }
    }
    failure const& why() const { return why_; }
    void keep(source_text& text) const { text.parts.push_back(std::shared_ptr<source_text const>(kept_, &kept_->none)); }
    written const* of(std::string_view name) const {
        for (written const& w : matrices_)
            if (std::string_view(w.name) == name) return &w;
        for (written const& w : sizes_)
            if (!w.name.empty() && std::string_view(w.name) == name) return &w;
        return nullptr;
    }
    /// The syntax error about the smallest part of a text whose shapes do not fit.
    failure misfit(result const& r, parser const& p, std::vector<written> const& nodes, std::string_view text) const {
        if (r.in.faults.shapes == shape_fault::none || r.in.exhausted()) return {};
        result again{.in = graph(rules, false, most_effort)};
        lowering lower(again.in);
        int wrong = 0;
        for (; wrong < p.nodes().size(); ++wrong) {
            static_cast<void>(lower(nodes[static_cast<std::size_t>(wrong)]));
            if (again.in.faults.shapes != shape_fault::none || again.in.exhausted()) break;
        }
        if (wrong == p.nodes().size() || again.in.exhausted()) return {};  // the model says it
        std::size_t first = text.size(), last = 0;
        find_names(p, wrong, text, first, last);
        if (first > last) first = last = 0;
        syntax_fault const place{problem::misfit, static_cast<int>(first), static_cast<int>(last - first)};
        std::string const sentence = sentence_of(again.in.faults.shapes) + misfitting_parts(again.in, seen(again));
        return {failure_kind::syntax, syntax_error(text, place, sentence).what(), place};
    }

private:
    static std::string misuse_of(shape const& s, std::vector<std::string> const& found) {
        for (shape::dimension const* d : {&s.rows, &s.columns})
            if (d->name.empty() ? d->number < 1 : !is_identifier(d->name))
                return "a dimension of " + s.name + " is a name or a number from 1 on; write {\"W\", \"m\", 10}";
        if (s.is_symmetric && s.rows != s.columns) return s.name + " is symmetric; its rows and columns need one name or number";
        for (std::string const& name : found)
            if (name == s.name) return name + " has two shapes";
        return {};
    }
    failure why_;
    static constexpr long long most_effort = 20'000'000;
    struct kept_strings {
        std::deque<std::string> all{};
        source_text none{};
    };
    /// From the first name below a node of the text to the end of the last one.
    static void find_names(parser const& p, int i, std::string_view text, std::size_t& first, std::size_t& last) {
        std::vector<int> open{i};
        while (!open.empty()) {
            read_node const& n = p.nodes()[open.back()];
            open.pop_back();
            if (n.what == form::symbol) {
                auto const at = static_cast<std::size_t>(n.name.data() - text.data());
                first = std::min(first, at), last = std::max(last, at + n.name.size());
            }
            for (int k = 0; k < n.count && n.what != form::named; ++k) open.push_back(p.operands()[n.first + k]);
        }
    }
    std::string_view kept(std::string const& name) {
        kept_->all.push_back(name);
        return kept_->all.back();
    }
    written const* dimension(shape::dimension const& d) {
        written w{.what = form::matrix, .number = d.number, .fn = registered<size_of_dimension>::descriptor};
        if (!d.name.empty()) w.name = kept(d.name);
        w.hash = mix(hash_of(w.name), static_cast<std::uint64_t>(d.number));
        sizes_.push_back(w);
        return &sizes_.back();
    }

    std::shared_ptr<kept_strings> kept_ = std::make_shared<kept_strings>();
    std::deque<std::array<written const*, 2>> operands_{};
    std::deque<written> matrices_{}, sizes_{};
};

/// The words of texts with matrices, and their rows; there ^ is of numbers.
template <class Blocks>
struct matrix_vocabulary;
template <class... F>
struct matrix_vocabulary<blocks<F...>> {
    using words = words_of<every_function_list, constant_list, F...>;
    static std::vector<function const*> rows() {
        using usual = rows_of<every_function_list, constant_list, F...>;
        std::vector<function const*> all(usual::all, usual::all + words::count);
        all[static_cast<std::size_t>(words::all.find("^", 2))] = registered<power_in_text>::descriptor;
        return all;
    }
};

}  // namespace detail

/// What `parse` with shapes reads, or why it does not: nothing is thrown.
///
///     assert(!try_parse("W*x", shapes{{"W", "m", "n"}, {"x", "m"}}));
template <class... Functions>
outcome<model> try_parse(std::string_view text, shapes const& of, parse_options const& options = {}) {
    static_assert(((detail::is_of_library<Functions>() || detail::user_block<Functions>::derives) && ...),
                  "partial: a derivative does not compile, or is not made of its arguments and exact numbers; write u/2 in place of 0.5*u");
    using known = detail::matrix_vocabulary<detail::with_words_of_matrices<Functions...>>;
    std::vector<function const*> further;
    (detail::add_valued<Functions>(further), ...);
    detail::written_shapes const shapes_of_names(of);
    if (shapes_of_names.why()) return shapes_of_names.why();
    return detail::lowered_text(text, options, known::words::all, known::rows().data(), std::move(further), shapes_of_names);
}

/// Reads a formula in which the names that have a shape are vectors and matrices, as formula<text, matrix<...>> does while compiling.
/// The model has text, ==, diff, gradient, jacobian, hessian, jvp, hvp, vjp, expand and the printed forms; values with
/// leibniz/eigen/parse_matrices.hpp. Throws what `parse` throws, and syntax_error about the smallest part that does not fit.
///
///     model const loss = parse("norm2(W*x - y)^2", shapes{{"W", "m", "n"}, {"x", "n"}, {"y", "m"}});
///     assert(text(diff(loss, "W")) == "2*(W*x - y)*x'" && text(diff(diff(loss, "x"), "x")) == "2*W'*W");
template <class... Functions>
model parse(std::string_view text, shapes const& of, parse_options const& options = {}) {
    return try_parse<Functions...>(text, of, options).value();
}

}  // namespace leibniz::inline v0_1
