#pragma once

#include <leibniz/derivation/plan.hpp>
#include <leibniz/graph/reachable.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/styles/unicode.hpp>

namespace leibniz::inline v0_1 {

/// One line of a derivation: `before = after`, by `rule`.
struct derivation_line {
    int depth = 0;  // the number of enclosing rules
    detail::rule kind = detail::rule::definition;
    text_view rule{};  // in words: power rule, sigmoid, constant factor
    text_view before{}, after{};
    text_view pattern{};    // the function's own derivative: ∂/∂u u^2 = 2*u, u = w*x - y
    text_view condition{};  // the condition: x != 0
};

namespace detail {

/// The signs of derivations in one style.
template <class Style>
struct derivation_signs {
    static constexpr text_view ratio = "∂", over = "/∂", ratio_end = "", direct = "", direct_end = " (direct)", slope = "∂/∂", of = " ",
                               slope_end = "", times = " * ", equals = " = ", nonzero = " != 0", nonnegative = " >= 0", positive = " > 0";
};
template <>
struct derivation_signs<unicode_style> : derivation_signs<text_style> {
    static constexpr text_view times = " · ", nonzero = " ≠ 0", nonnegative = " ≥ 0";
};
constexpr text_view name_of(rule r) {
    switch (r) {
        case rule::definition: return "definition";
        case rule::variable: return "the variable itself";
        case rule::constant: return "constant";
        case rule::sum: return "sum rule";
        case rule::factor: return "constant factor";
        case rule::product: return "product rule";
        case rule::quotient: return "quotient rule";
        case rule::power: return "power rule";
        case rule::exponential: return "exponential rule";
        case rule::power_and_exponential: return "power and exponential rule";
        case rule::function: return "chain rule";  // with the row of a function
        case rule::rows: return "term by term";
        case rule::entry: return "one entry of a column";
        case rule::identity: return "identity";
        case rule::chain: return "chain rule";
        case rule::together: return "put together";
        case rule::repeated: return "as above";
        case rule::rearranged: return "rearranged";
    }
    return {};
}

/// Lines of text in one buffer.
struct line_places {
    struct place {
        int first = 0, size = 0;
    };
    int depth = 0;
    rule kind = rule::definition;
    place name{}, before{}, after{}, pattern{}, condition{};
};
struct written_lines {
    buffer<char> letters{};
    buffer<line_places> lines{};
    leibniz::faults faults{};
};

/// The nodes that the lines of a plan show, and their new places.
class shown_nodes {
public:
    constexpr explicit shown_nodes(derivation_plan const& plan) : place_(plan.in().size()) {
        graph const& g = plan.in();
        int* const place = place_.begin();
        for (piece const& p : plan.all_pieces()) place[p.node] = place[p.by] = 1;
        mark_reachable(g.begin(), g.operands(), g.size(), place);
        for (int i = 0; i < g.size(); ++i) {
            if (place[i] == 0) continue;
            node copy = g[i];
            copy.first = operands_.size();
            copy.left = copy.right = -1;
            for (int const *o = g.operands(i), *end = o + copy.count; o != end; ++o) operands_.push(place[*o]);
            place[i] = nodes_.size();
            nodes_.push(copy);
        }
    }
    constexpr int operator[](int i) const { return place_[i]; }
    constexpr view seen() const { return {.nodes = nodes_.begin(), .operands = operands_.begin(), .node_count = nodes_.size()}; }

private:
    buffer<int> place_, operands_{};
    buffer<node> nodes_{};
};

/// Writes a plan in one style.
template <class Style>
class derivation_writer {
public:
    /// After `most` characters formulas are left out.
    constexpr explicit derivation_writer(derivation_plan const& plan, int most = styled_writer<Style>::endless)
        : most_(most), plan_(plan), shown_(plan), of_(shown_.seen()), order_(of_), write_(order_, most) {}

    constexpr written_lines operator()() {
        for (planned_line const& l : plan_.lines()) {
            line_places at{.depth = l.depth, .kind = l.by};
            int const first = out_.letters.size();
            if (l.by == rule::function && l.pattern.empty()) put("derivative of "), put(l.fn->name);
            else if (l.by == rule::rows) put(l.fn->name), put(" over rows, term by term");
            else put(name_of(l.by));
            at.name = {first, out_.letters.size() - first};
            at.before = cell(l.before);
            at.after = cell(l.after);
            at.pattern = cell(l.pattern);
            at.condition = cell(l.condition);
            out_.lines.push(at);
        }
        out_.faults = plan_.faults();
        if (plan_.in().matrices()->exists) out_.faults.shapes = shape_fault::differential;
        return static_cast<written_lines&&>(out_);
    }

private:
    using signs = derivation_signs<Style>;
    using kind = piece::kind;

    constexpr void put(text_view text) { detail::put(out_.letters, text); }
    constexpr void plain(int i) {
        if (out_.letters.size() > most_) return put("...");
        buffer<char> const text = write_(i);
        for (char c : text) out_.letters.push(c);
    }
    constexpr void formula(int i) {
        if constexpr (std::is_same<Style, unicode_style>::value) {
            if (is_multiple_of_letter(i)) return number_beside_letter(i);
        }
        plain(i);
    }
    constexpr void enclosed(int i, bool in_parentheses) {
        if (!in_parentheses) return plain(i);
        put(Style::opening);
        formula(i);
        put(Style::closing);
    }

    constexpr line_places::place cell(piece_range r) {
        int const first = out_.letters.size();
        piece const* const all = plan_.pieces(r);
        for (int k = 0; k < r.count; ++k) {
            bool const between = k > 0 && all[k - 1].what != kind::equals;
            write({all[k].what, shown_[all[k].node], shown_[all[k].by]}, between);
        }
        return {first, out_.letters.size() - first};
    }

    constexpr void write(piece const& p, bool between) {
        switch (p.what) {
            case kind::formula: return formula(p.node);
            case kind::factor: return enclosed(p.node, is_sum(p.node));
            case kind::ratio: put(signs::ratio), formula(p.node), put(signs::over), formula(p.by); return put(signs::ratio_end);
            case kind::direct:
                put(signs::direct);
                write({kind::ratio, p.node, p.by}, false);
                return put(signs::direct_end);
            case kind::slope:
                put(signs::slope), formula(p.by), put(signs::of);
                enclosed(p.node, !is_single(p.node));
                return put(signs::slope_end);
            case kind::opened:
                put_function_call<Style>(out_.letters, of_,
                                         *of_[of_.is(p.node, leibniz::kind::scale) ? of_.operand(p.node, 0) : p.node].fn);
                return put(Style::opening);
            case kind::closed: return put(Style::closing);
            case kind::plus: return put(Style::plus);
            case kind::minus: return put(between ? Style::minus : Style::negative);
            case kind::times: return put(signs::times);
            case kind::equals: return put(signs::equals);
            case kind::comma: return put(Style::comma);
            case kind::nonzero: return put(signs::nonzero);
            case kind::nonnegative: return put(signs::nonnegative);
            case kind::positive: return put(signs::positive);
        }
    }

    constexpr bool is_sum(int i) const { return of_.is(i, leibniz::kind::sum); }
    /// True for operands of ∂/∂w that need no parentheses.
    constexpr bool is_single(int i) const {
        node const& n = of_[i];
        if (n.what == leibniz::kind::power)
            return of_.is(of_.operand(i, 1), leibniz::kind::number) ? !of_[of_.operand(i, 1)].number.is_negative() : true;
        if (n.what == leibniz::kind::call) return !(n.count == 2 && Style::is_infix(*n.fn));
        if (n.what == leibniz::kind::number) return n.number.is_integer() && !n.number.is_negative();
        return n.what == leibniz::kind::symbol || n.what == leibniz::kind::column || n.what == leibniz::kind::reduction;
    }

    /// 2u: a whole number before a name of one letter needs no multiplication sign.
    constexpr bool is_multiple_of_letter(int i) const {
        node const& n = of_[i];
        if (n.what != leibniz::kind::scale || !n.number.is_integer() || n.number == rational(-1)) return false;
        node const& inner = of_[of_.operand(i, 0)];
        bool const variable = inner.what == leibniz::kind::symbol || inner.what == leibniz::kind::column;
        return variable && code_point_at(inner.name, 0).length == inner.name.size();
    }
    constexpr void number_beside_letter(int i) {
        long long const n = of_[i].number.numerator();
        if (n < 0) put(Style::negative);
        put_number(out_.letters, n < 0 ? -n : n);
        plain(of_.operand(i, 0));
    }

    int most_;
    derivation_plan const& plan_;
    shown_nodes shown_;
    view of_;
    print_order order_;
    styled_writer<Style> write_;
    written_lines out_{};
};

/// Writes all lines: main steps as equations; with every rule, indented and named.
constexpr void put_line(buffer<char>& out, derivation_line const& l, bool names_rules) {
    for (int k = 0; k < l.depth; ++k) put(out, "  ");
    if (l.kind != rule::together) put(out, l.before), put(out, " ");
    put(out, "= "), put(out, l.after);
    bool const named = names_rules && l.kind != rule::together;
    if (named) put(out, "    ["), put(out, l.rule);
    if (named && !l.pattern.empty()) put(out, ": "), put(out, l.pattern);
    if (!l.condition.empty()) put(out, named ? "; for " : "    [for "), put(out, l.condition);
    if (named || !l.condition.empty()) put(out, "]");
    put(out, "\n");
}

}  // namespace detail
}  // namespace leibniz::inline v0_1
