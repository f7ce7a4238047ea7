#pragma once

#include <leibniz/graph/static_graph.hpp>
#include <leibniz/notation/print_order.hpp>

namespace leibniz::inline v0_1::detail {

/// Finds the parts of a graph's results that get a line of their own when all are written: those that occur more than once and
/// are calls of a function, or long enough that the whole becomes shorter; those with a name of the user's; and those that would
/// be nested too deeply otherwise. Lengths are those of the form `text`. Takes some hundred steps for each node.
class shared_parts {
public:
    static constexpr int most_levels = 16;  // of operations in one line
    static constexpr int least_length = 6;  // of what gets a line for its length: not x^2, 2*x, x - 1

    /// `given` has a name for each node, or an empty one.
    constexpr shared_parts(view of, buffer<text_view> const& given)
        : of_(of), given_(given), nodes_(of.node_count), apart_(of.node_count, 1) {
        count(naming::none);
        for (int i = 0; i < of.node_count; ++i) nodes_[i].named = is_function(i) && is_worth_a_line(i);
        // Lengths depend on the names below, numbers of uses on those above: a few rounds settle them.
        for (int round = 0; round < 3; ++round) measure(), count(naming::any), find_apart();
        measure(), count(naming::fewer);
        measure(), name_deep_ones(), count(naming::kept);
        arrange();
    }

    /// The parts, each after those that it uses and close to the first line that needs it.
    constexpr buffer<int> const& order() const { return order_; }
    constexpr bool is_part(int i) const { return nodes_[i].named; }
    constexpr bool is_used(int i) const { return nodes_[i].uses > 0; }
    /// True if product i is written as the two that it was formed of, because one of them shows a part.
    constexpr bool is_formed(int i) const { return apart_[i] != 0 && of_[i].keeps_form(of_.shared); }
    constexpr bool is_formed_power(int i) const { return of_[i].formed == product_formation::power; }

private:
    struct entry {
        int uses = 0, length = 0, levels = 0;  // uses: how often it occurs in the text
        bool named = false, below = false;     // below: it is an operand
    };
    static constexpr int most_uses = 1'000'000, most_length = 1'000'000;

    template <class F>
    constexpr void each_operand(int i, F f) const {
        node const& n = of_[i];
        if (is_formed(i)) {
            f(n.left);
            if (!is_formed_power(i)) f(n.right);
        } else {
            for (int k = 0, count = is_leaf(i) ? 0 : n.count; k < count; ++k) f(of_.operand(i, k));
        }
    }

    enum class naming : unsigned char { none, any, fewer, kept };
    /// How often each node occurs; from the results down, so that nodes are named as they turn out to occur.
    constexpr void count(naming how) {
        for (entry& e : nodes_) e.uses = 0, e.below = false;
        for (int r = 0; r < of_.root_count; ++r) ++nodes_[of_.roots[r]].uses;
        for (int i = of_.node_count - 1; i >= 0; --i) {
            entry& e = nodes_[i];
            if (e.uses == 0) continue;
            if (how == naming::any) e.named = is_worth_a_line(i);
            if (how == naming::fewer) e.named = e.named && is_worth_a_line(i);
            int const times = e.named ? 1 : e.uses;
            each_operand(i, [&](int o) {
                nodes_[o].uses = nodes_[o].uses + times < most_uses ? nodes_[o].uses + times : most_uses;
                nodes_[o].below = true;
            });
        }
    }
    /// The length of each node's text, and the operations within one another, with names in place of what is named.
    constexpr void measure() {
        for (int i = 0; i < of_.node_count; ++i) {
            int const length = length_of(i);
            nodes_[i].length = length < most_length ? length : most_length;
            nodes_[i].levels = levels_of(i);
        }
    }
    constexpr void name_deep_ones() {
        for (int i = 0; i < of_.node_count; ++i) {
            nodes_[i].levels = levels_of(i);
            if (nodes_[i].below && nodes_[i].levels > most_levels && !is_leaf(i)) nodes_[i].named = true;
        }
    }
    /// Products whose formation shows a named product.
    constexpr void find_apart() {
        for (int i = 0; i < of_.node_count; ++i) {
            node const& n = of_[i];
            if (!n.keeps_form(of_.shared) || is_chain(i)) continue;
            bool const power = is_formed_power(i);
            apart_[i] = shows_part(n.left) || (!power && shows_part(n.right)) ? 1 : 0;
        }
    }
    constexpr bool shows_part(int i) const {
        return of_.is(i, kind::product) && (nodes_[i].named || (of_[i].keeps_form(of_.shared) && apart_[i] != 0));
    }

    constexpr bool is_leaf(int i) const { return of_[i].count == 0 || of_.is(i, kind::symbol); }  // pi is a call without operands
    /// A product of matrices, and what is short beside one: x', ones(n), eye(n).
    constexpr bool is_chain(int i) const { return is_of_matrices(i) && of_[i].fn->name == "*"; }
    constexpr bool is_brief(int i) const {
        text_view const name = is_of_matrices(i) ? of_[i].fn->name : text_view();
        return name == "transpose" || name == "ones" || name == "eye" || name == "zeros";
    }
    constexpr bool is_of_matrices(int i) const { return of_.is(i, kind::call) && of_[i].fn->meaning == role::matrix; }
    constexpr bool is_infix(int i) const { return of_.is(i, kind::call) && of_[i].count == 2 && !is_letter(of_[i].fn->name[0]); }
    constexpr bool is_root(int i) const {
        return of_.is(i, kind::power) && of_.is(of_.operand(i, 1), kind::number) && of_[of_.operand(i, 1)].number == rational(1, 2);
    }
    constexpr bool is_function(int i) const { return (of_.is(i, kind::call) && !is_infix(i) && !is_chain(i)) || of_.is(i, kind::reduction) || is_root(i); }
    /// n occurrences of a text of L characters cost n*L; with a line of its own 2*n + L + 6.
    constexpr bool is_worth_a_line(int i) const {
        entry const& e = nodes_[i];
        if (is_leaf(i) || !e.below || is_brief(i)) return false;
        if (!given_[i].empty() || e.levels > most_levels) return true;
        if (e.uses < 2) return false;
        return is_function(i) || (e.length >= least_length && (e.length - 2LL) * e.uses > e.length + 6);
    }

    static constexpr int digits(long long n) {
        int count = n < 0 ? 2 : 1;
        for (; n <= -10 || n >= 10; n /= 10) ++count;
        return count;
    }
    static constexpr int length_of(rational r) {
        if (!r.is_fraction()) return 8;
        return digits(r.numerator()) + (r.is_integer() ? 0 : 1 + digits(r.denominator()));
    }
    /// The length of an operand; parentheses stand around what binds less tightly.
    constexpr int written_length(int i, bool parenthesised = false) const {
        entry const& e = nodes_[i];
        if (e.named) return given_[i].empty() ? 2 : static_cast<int>(given_[i].size());
        return e.length + (parenthesised ? 2 : 0);
    }
    constexpr int factor_length(int i) const { return written_length(i, of_.is(i, kind::sum) || is_infix(i)); }
    constexpr int base_length(int i) const {
        return written_length(i, !is_leaf(i) && !(of_.is(i, kind::call) && !is_infix(i)) && !of_.is(i, kind::reduction));
    }

    constexpr int length_of(int i) const {
        node const& n = of_[i];
        if (is_formed(i)) {
            if (is_formed_power(i)) return base_length(n.left) + 1 + written_length(n.right);
            return factor_length(n.left) + 1 + factor_length(n.right);
        }
        int total = 0;
        switch (n.what) {
            case kind::number: return length_of(n.number);
            case kind::symbol:
            case kind::column: return static_cast<int>(n.name.size());
            case kind::scale: return factor_length(of_.operand(i, 0)) + (n.number == rational(-1) ? 1 : 1 + length_of(n.number));
            case kind::power: {
                int const exponent = of_.operand(i, 1);
                if (is_root(i)) return 6 + written_length(of_.operand(i, 0));
                if (of_.is(exponent, kind::number) && of_[exponent].number == rational(-1)) return 2 + base_length(of_.operand(i, 0));
                return base_length(of_.operand(i, 0)) + 1 + base_length(exponent);
            }
            case kind::sum:
                for (int k = 0; k < n.count; ++k) {
                    node const& part = of_[of_.operand(i, k)];
                    bool const negative = (part.what == kind::scale || part.what == kind::number) && part.number.is_negative();
                    total += written_length(of_.operand(i, k)) + (negative ? 2 : 3);
                }
                return total - 3;
            case kind::product:
                for (int k = 0; k < n.count; ++k) total += factor_length(of_.operand(i, k)) + 1;
                return total - 1;
            case kind::call:
            case kind::reduction: break;
        }
        int const name = static_cast<int>(n.fn->name.size());
        if (n.count == 0) return name;
        for (int k = 0; k < n.count; ++k) total += written_length(of_.operand(i, k)) + 2;
        return name + total;
    }
    /// The operations within one another in the line of a node.
    constexpr int levels_of(int i) const {
        int below = 0;
        bool const formed = is_formed(i);
        each_operand(i, [&](int o) {
            bool const same_product = formed && of_.is(o, kind::product);
            int const levels = nodes_[o].named ? 1 : nodes_[o].levels - (same_product ? 1 : 0);
            below = below < levels ? levels : below;
        });
        return below + 1;
    }

    /// The operands of a node in the order in which they are printed.
    constexpr buffer<int> printed_operands(int i, print_order const& order) const {
        buffer<int> all;
        node const& n = of_[i];
        if (n.what == kind::sum) {
            for (int k = 0; k < n.count; ++k) all.push(order.summand_of(i, k));
        } else if (n.what == kind::product && !is_formed(i)) {
            print_order::term const& t = order[i];
            for (int k = 0; k < t.above + t.below; ++k)
                for (int j = 0; j < n.count; ++j) {
                    int const o = of_.operand(i, j), base = of_.is(o, kind::power) ? of_.operand(o, 0) : o;
                    if (base == order.part_of(t, k).base) all.push(o);
                }
        } else each_operand(i, [&](int o) { all.push(o); });
        return all;
    }
    /// Depth first from the results, operands before their users.
    constexpr void arrange() {
        print_order const order(of_);
        buffer<char> seen(of_.node_count, 0);
        buffer<int> open;
        for (int r = 0; r < of_.root_count; ++r) {
            open.push(of_.roots[r]);
            while (!open.empty()) {
                int const i = open.back();
                if (seen[i] == 0) {
                    seen[i] = 1;
                    buffer<int> const operands = printed_operands(i, order);
                    for (int k = operands.size() - 1; k >= 0; --k)
                        if (seen[operands[k]] == 0) open.push(operands[k]);
                    continue;
                }
                open.pop();
                if (seen[i] == 1 && nodes_[i].named) order_.push(i);
                seen[i] = 2;
            }
        }
    }

    view of_;
    buffer<text_view> const& given_;
    buffer<entry> nodes_;
    buffer<char> apart_;
    buffer<int> order_{};
};

}  // namespace leibniz::inline v0_1::detail
