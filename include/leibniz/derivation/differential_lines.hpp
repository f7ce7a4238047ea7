#pragma once

#include <leibniz/derivation/line_writer.hpp>
#include <leibniz/derivation/steps.hpp>
#include <leibniz/matrix/engine.hpp>
#include <leibniz/notation/derivative_names.hpp>

namespace leibniz::inline v0_1::detail {

/// The sign of a differential, d.
template <class Style>
inline constexpr text_view sign_of_differential = "d";
template <>
inline constexpr text_view sign_of_differential<latex_style> = "\\mathrm{d}";
template <>
inline constexpr text_view sign_of_differential<mathml_style> = "<mi mathvariant=\"normal\">d</mi>";

/// What stands around the operands of an inner product.
struct brackets {
    text_view opening, closing;
};
template <class Style>
inline constexpr brackets signs_of_inner_product{"⟨", "⟩"};
template <>
inline constexpr brackets signs_of_inner_product<text_style>{"dot(", ")"};
template <>
inline constexpr brackets signs_of_inner_product<latex_style>{"\\left\\langle ", "\\right\\rangle"};
template <>
inline constexpr brackets signs_of_inner_product<mathml_style>{"<mrow><mo>⟨</mo>", "<mo>⟩</mo></mrow>"};

/// The names of all symbols; those of sizes come last, and those of differentials are as they were made.
template <class Style>
constexpr void put_names(view of, buffer<char>& letters, buffer<int>& ends) {
    [[maybe_unused]] written_names<Style> names;
    buffer<int> place(of.node_count, -1);
    auto const is_made = [&](int node) { return of.is(node, kind::symbol) && of[node].name[0] == made_name; };
    if constexpr (Style::renames) {
        if constexpr (requires(function const& fn) { Style::called(fn); })
            for (int i = 0; i < of.node_count; ++i)
                if (of.is(i, kind::call)) names.take(Style::called(*of[i].fn));
        for (bool sizes : {false, true})
            for (int i = 0; i < of.node_count; ++i)
                if (of[i].name.size() > 0 && !is_made(i) && (of[i].count == 0 && !of[i].number.is_zero()) == sizes) place[i] = names.add(of[i].name);
    }
    for (int i = 0; i < of.node_count; ++i) {
        if (is_made(i)) put(letters, of[i].name.substr(of[i].name.find(written_name) + 1));
        else if constexpr (!Style::renames) put(letters, of[i].name);
        else if (place[i] >= 0) put(letters, names[place[i]]);
        ends.push(letters.size());
    }
}

/// A style of derivations as data, so that one class writes all styles.
struct differential_style {
    matrix_style whole{};
    text_view d, ratio, over, ratio_end, slope, of, equals, nonzero, nonnegative, positive, group, group_end, inner, inner_end;
};
template <class Style, class Marks = derivation_signs<Style>>
constexpr differential_style made_differential_style() {
    differential_style made{matrix_style_of<Style>, sign_of_differential<Style>, Marks::ratio, Marks::over, Marks::ratio_end, Marks::slope, Marks::of,
                            Marks::equals, Marks::nonzero, Marks::nonnegative, Marks::positive, "", "", signs_of_inner_product<Style>.opening,
                            signs_of_inner_product<Style>.closing};
    made.whole.names = &put_names<Style>;
    if constexpr (!Style::document.empty()) made.group = "<mrow>", made.group_end = "</mrow>";
    return made;
}
template <class Style>
inline constexpr differential_style differential_style_of = made_differential_style<Style>();

/// The base of both kinds of derivation of vectors and matrices: the model's graph, symbols for differentials, and the lines.
class differential_lines {
protected:
    constexpr differential_lines(written const& root, written const& by, differential_style const& style)
        : g_(rules), lower_(g_), build_(g_), style_(style), in_text_(g_, most), in_style_(g_, most, style.whole) {
        g_.use_matrices(&engine_of_matrices::value);
        root_ = lower_(root);
        conditions_ = g_.conditions().size();
        by_ = lower_(by);
        buffer<int> wanted;
        wanted.push(by_);
        depends_ = dependence(g_, root_, wanted);
        derivative_ = matrix_derivatives(g_, root_, wanted)[0];
        faults_ = g_.faults;
        for (int i = 0; i < g_.size(); ++i)
            if (is_symbol(i)) taken_.push(g_[i].name);
    }

    constexpr bool is_symbol(int i) const { return g_.is(i, kind::symbol) || g_.is(i, kind::column); }
    constexpr bool depends(int i) const { return i < depends_.size() && depends_[i] != 0; }
    constexpr bool is_square(int i) { return build_.root_of_square(i) >= 0; }
    /// What a node is a multiple or the transpose of.
    constexpr int peeled(int i) const {
        while (g_.is(i, kind::scale) || build_.is_transposed(i)) i = g_.operand(i, 0);
        return i;
    }
    /// The two matrices whose product a node was formed as; otherwise its operands.
    constexpr buffer<int> formed_of(int i) const {
        node const& n = g_[i];
        if (n.left < 0 || !build_.is_product(i)) return build_.operands(i);
        buffer<int> both;
        both.push(n.left), both.push(n.right);
        return both;
    }
    /// The parts by whose differentials that of a node is written.
    constexpr buffer<int> parts_of(int i) {
        buffer<int> all;
        auto const add = [&](int part) {
            for (int known : all)
                if (known == part) return;
            bool const fixed = g_.is(part, kind::number) || (g_.is(part, kind::symbol) && g_[part].number == rational(marked_size));
            if (depends(part) || (g_.is(i, kind::sum) && !fixed)) all.push(part);
        };
        if (int const u = build_.root_of_square(i); u >= 0) add(peeled(u));
        else
            for (int operand : formed_of(i)) add(peeled(operand));
        return all;
    }
    /// Node i of other operands, a product as it was formed.
    constexpr int of_operands(int i, buffer<int> const& operands) {
        if (build_.is_product(i) && operands.size() == 2) return build_.multiply(operands[0], operands[1]);
        return rebuilt(g_, node(g_[i]), operands);
    }
    /// Node i with others in place of some nodes below it.
    constexpr int substituted(int i, buffer<int> const& from, buffer<int> const& to) {
        int first = i;
        for (int k : from) first = k < first ? k : first;
        buffer<int> place(i + 1, -1);
        for (int j = 0; j < from.size(); ++j)
            if (from[j] <= i) place[from[j]] = to[j];
        for (int k = first; k <= i; ++k) {
            node const& n = g_[k];
            bool changes = n.left >= 0 && (place[n.left] >= 0 || place[n.right] >= 0);
            for (int const *o = g_.operands(k), *end = o + n.count; o != end && !changes; ++o) changes = place[*o] >= 0;
            if (!changes || place[k] >= 0) continue;
            buffer<int> operands;
            for (int operand : formed_of(k)) operands.push(place[operand] >= 0 ? place[operand] : operand);
            place[k] = of_operands(k, operands);
        }
        return place[i] >= 0 ? place[i] : i;
    }

    // ------------------------------------------------------------------------------------------------------ symbols
    constexpr int named(characters&& name, int like) {
        names_.push(static_cast<characters&&>(name));
        return symbol_for(g_, names_.back(), like);
    }
    constexpr bool is_taken(text_view name) const {
        for (text_view known : taken_)
            if (known == name) return true;
        return false;
    }
    /// A new symbol of the shape of a node: the first of these letters that is free, else one with a number.
    constexpr int fresh(text_view letters, int like) {
        for (long long attempt = 0;; ++attempt) {
            auto const number = attempt / static_cast<long long>(letters.size());
            characters name = letters.substr(static_cast<std::size_t>(attempt) % letters.size(), 1);
            if (number > 0) name += number;
            if (is_taken(name)) continue;
            int const made = named(static_cast<characters&&>(name), like);
            taken_.push(names_.back());
            return made;
        }
    }
    constexpr characters text(int i, bool in_style) {
        matrix_writer& write = in_style ? in_style_ : in_text_;
        write.append(i);
        return characters(write.finished());
    }
    /// The symbol of a node's differential, written dW, and d(W*x) of what is no symbol.
    constexpr int differential_of(int i) {
        for (known_differential const& known : differentials_)
            if (known.node == i) return known.symbol;
        characters name = "~d";
        bool bare = is_symbol(i);
        if (bare) {
            characters const clash = characters("d") + text(i, false);
            bare = !is_taken(clash);
        }
        if (!bare) name += "(";
        name += text(i, false);
        if (!bare) name += ")";
        name += text_view(&written_name, 1);
        name += style_.group, name += style_.d;
        if (!bare) name += style_.whole.opening;
        name += text(i, true);
        if (!bare) name += style_.whole.closing;
        name += style_.group_end;
        int const made = named(static_cast<characters&&>(name), i);
        differentials_.push({i, made});
        return made;
    }
    constexpr buffer<int> differentials_of(buffer<int> const& nodes) {
        buffer<int> all;
        for (int i : nodes) all.push(differential_of(i));
        return all;
    }

    // -------------------------------------------------------------------------------------------------------- lines
    /// What `write` puts.
    template <class Write>
    constexpr line_places::place cell(Write write) {
        int const first = out_.letters.size();
        write();
        return {first, out_.letters.size() - first};
    }
    /// Begins a line, whose cells follow.
    constexpr void line(rule kind, int depth = 0) { out_.lines.push({.depth = depth, .kind = kind}); }
    constexpr void line(rule kind, text_view name, int depth = 0) {
        line(kind, depth);
        last().name = cell([&] { put(name); });
    }
    constexpr line_places& last() { return out_.lines[out_.lines.size() - 1]; }
    constexpr line_places::place formula(int i) {
        return cell([&] { put(text(i, true)); });
    }
    constexpr void put(text_view text) { detail::put(out_.letters, text); }
    constexpr void put_formula(int i) { put(text(i, true)); }
    constexpr void put_equation(int left, int right) { put_formula(left), put(style_.equals), put_formula(right); }

    /// True for a function of numbers or matrices: its rule is that of its row.
    constexpr bool is_function(int i) {
        return is_square(i) || g_.is(i, kind::power) || (g_.is(i, kind::call) && !build_.is_product(i) && !build_.is_transposed(i));
    }
    /// Writes the name of the rule for node i.
    constexpr void put_rule(int i) {
        node const n = g_[i];
        if (i == by_) return put(name_of(rule::variable));
        if (!depends(i)) return put(name_of(rule::constant));
        if (is_square(i)) return put("differential of a square");
        if (n.what == kind::sum) return put(name_of(rule::sum));
        if (n.what == kind::scale) return put(name_of(rule::factor));
        if (n.what == kind::power) return put(name_of(rule::power));
        if (n.what == kind::reduction) return put(n.fn->name), put(" over rows, term by term");
        if (build_.is_transposed(i)) return put("transpose");
        if (n.what == kind::call && !build_.is_product(i)) return put("differential of "), put(n.fn->name);
        int varying = 0;
        for (int operand : formed_of(i)) varying += depends(operand);
        put(name_of(varying > 1 ? rule::product : rule::factor));
    }
    constexpr rule kind_of_rule(int i) const {
        return i == by_ ? rule::variable : !depends(i) ? rule::constant : g_.is(i, kind::sum) ? rule::sum : rule::function;
    }
    constexpr void put_ratio(int value) { put(style_.ratio), put_formula(value), put(style_.over), put_formula(by_), put(style_.ratio_end); }
    /// What the derivative of `value` is: dL = dot(∂L/∂W, dW), df = ∂f/∂x*dx.
    constexpr line_places::place identification(int value) {
        int const of = differential_of(value), by = differential_of(by_);
        bool const inner = build_.is_number(value) && !build_.is_number(by_);
        return cell([&] {
            put_formula(of), put(style_.equals);
            if (inner) put(style_.inner);
            put_ratio(value);
            put(inner ? text_view(style_.whole.comma) : text_view(style_.whole.own.product));
            put_formula(by);
            if (inner) put(style_.inner_end);
        });
    }
    /// The derivative of a number, read off its differential, then as `gradient` has it.
    constexpr line_places::place result(int differential) {
        int read = derivative_;
        if (build_.is_number(root_)) {
            buffer<int> wanted;
            wanted.push(differential_of(by_));
            read = matrix_sweep(g_, wanted)(differential)[0];
        }
        return cell([&] {
            characters const by_rule = text(read, true), by_gradient = text(derivative_, true);
            if (by_rule.view() != by_gradient.view()) put(by_rule), put(style_.equals);
            put(by_gradient);
        });
    }
    constexpr written_lines finished() {
        out_.faults = faults_;
        out_.faults.exhausted = g_.exhausted();
        return static_cast<written_lines&&>(out_);
    }

    static constexpr int most = 200'000;
    graph g_;
    lowering lower_;
    matrix_builder build_;
    differential_style const& style_;
    int root_ = 0, by_ = 0, derivative_ = 0, conditions_ = 0;
    buffer<char> depends_{};
    leibniz::faults faults_{};

private:
    struct known_differential {
        int node = 0, symbol = 0;
    };
    buffer<known_differential> differentials_{};
    buffer<characters> names_{};
    buffer<text_view> taken_{};
    matrix_writer in_text_, in_style_;
    written_lines out_{};
};

}  // namespace leibniz::inline v0_1::detail
