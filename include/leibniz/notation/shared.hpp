#pragma once

#include <leibniz/notation/result_names.hpp>
#include <leibniz/notation/shared_text.hpp>
#include <leibniz/reading/words.hpp>

#include <iosfwd>

namespace leibniz::inline v0_1 {

/// The formulas of E, to be written with shared parts; see `shared`.
template <class E>
struct shared_of {
    /// The lines in a style, worked out when called; a single formula has no name.
    template <class Style>
    static constexpr detail::shared_lines lines();
};

/// The formulas of an expression or bundle, to be written with a line for each part that occurs more than once, such as
/// t1 = sigmoid(w*x), then the results. `text`, `unicode`, `latex`, `mathml`, `python` and `sympy` write it, so does `<<`. Parts that
/// have a name by `let` keep it. docs/printing.md says what gets a line. The text of a single expression reads back.
///
///     static_assert(text(shared(diff(sigmoid(w*x), w))) == "t1 = sigmoid(w*x)\nt1*x*(1 - t1)");
template <class E>
    requires(expression<E> || bundle<E>)
constexpr shared_of<E> shared(E) {
    return {};
}

namespace detail {

/// Calls f for each named part of an expression as it was written, those of derivatives' models too.
template <class F>
constexpr void each_named(written const& root, F f) {
    buffer<written const*> open;
    written_map seen;
    open.push(&root);
    while (!open.empty()) {
        written const& w = *open.pop();
        if (seen.find(w) >= 0) continue;
        seen.insert(w, 0);
        if (w.what == form::named) f(w);
        for (int k = w.count - 1; k >= 0; --k) open.push(w.operands[k]);
    }
}
constexpr int named_in(written const& root) {
    int count = 0;
    each_named(root, [&](written const&) { ++count; });
    return count;
}

/// The names of `let` in E, by the nodes of its canonical form that they name.
template <class E>
struct let_names {
    static constexpr int most = named_in(as_written<E>);
    struct list {
        given_name names[static_cast<unsigned>(most + 1)]{};
        int count = 0;
    };
    static constexpr list found(view of) {
        list result;
        if constexpr (most > 0) {
            graph g(rules);
            static_cast<void>(imported(g, of));  // adopts the whole
            lowering lower(g);
            each_named(as_written<E>, [&](written const& named) {
                int const node = lower(*named.operands[0]);
                bool const is_word = words_of<function_list, constant_list>::all.find(named.name) >= 0;
                if (node < of.node_count && !is_word) result.names[result.count++] = {node, named.name};
            });
        }
        return result;
    }
    static constexpr list value = found(canonical<E>);
    static constexpr buffer<given_name> all() {
        buffer<given_name> names;
        for (int k = 0; k < value.count; ++k) names.push(value.names[k]);
        return names;
    }
};

template <class E>
constexpr result_names names_of_results() {
    result_names names;
    if constexpr (bundle<E>) names.add(E{});
    return names;
}

template <class E, class Style>
struct shared_writing {
    static constexpr int guess = Style::letters * canonical<E>.node_count + 200;
    static constexpr bool is_usual = is_small(canonical<E>, 200);
    static constexpr view shown = canonical<E>;
    static constexpr bool shows_matrices = true;
    static constexpr buffer<char> written(view of) { return shared_text<Style>(of, let_names<E>::all(), names_of_results<E>().view()); }
};

}  // namespace detail

template <class E>
template <class Style>
constexpr detail::shared_lines shared_of<E>::lines() {
    using diagnosis = decltype(detail::diagnose_formula<E>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) return diagnosis::sentence::report(), detail::shared_lines();
    else
        return detail::shared_lines::of<Style>(canonical<E>, detail::let_names<E>::all(), detail::names_of_results<E>().view(),
                                               writer::endless);
}

// The forms of several lines. All but text need leibniz/notation.hpp.

template <class E>
constexpr text_view text(shared_of<E>) {
    return detail::static_text<E, detail::shared_writing<E, text_style>>();
}
template <class E>
constexpr text_view unicode(shared_of<E>) {
    return detail::static_text<E, detail::shared_writing<E, unicode_style>>();
}
/// An environment `aligned` of amsmath, for math mode.
template <class E>
constexpr text_view latex(shared_of<E>) {
    return detail::static_text<E, detail::shared_writing<E, latex_style>>();
}
/// A table in one element <math>.
template <class E>
constexpr text_view mathml(shared_of<E>) {
    return detail::static_text<E, detail::shared_writing<E, mathml_style>>();
}
/// Assignments; the last line of a single expression is its value.
template <class E>
constexpr text_view python(shared_of<E>) {
    return detail::static_text<E, detail::shared_writing<E, python_style>>();
}
template <class E>
constexpr text_view sympy(shared_of<E>) {
    return detail::static_text<E, detail::shared_writing<E, sympy_style>>();
}

/// The same as `c_code<Name>(e)`, in which what occurs more than once has a variable of its own already.
template <name Name = "f", class E>
constexpr text_view c_code(shared_of<E>) {
    return c_code<Name>(E{});
}

/// Writes `text(shared(e))`.
template <class Traits, class E>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, shared_of<E> e) {
    return out << text(e);
}

}  // namespace leibniz::inline v0_1
