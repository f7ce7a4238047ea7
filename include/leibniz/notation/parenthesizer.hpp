#pragma once

#include <leibniz/notation/print_order.hpp>

#include <string_view>

namespace leibniz::detail {

/// What needs parentheses where, in a style.
template <class Style>
class parenthesizer {
public:
    constexpr explicit parenthesizer(print_order const& order) : order_(order), of_(order.of()) {
        if constexpr (Style::tall) measure();
    }

    /// Written between its operands: u < v.
    constexpr bool is_infix(int i) const {
        node const& n = of_[i];
        return n.what == kind::call && n.count == 2 && Style::is_infix(*n.fn);
    }
    /// Whether a call needs parentheses as a factor: `bare` stands in no sum, `alone` in no product.
    constexpr bool is_cut(int i, bool bare, bool alone) const {
        if constexpr (Style::patterns) {
            cut const by = cut_of(i);
            return by == cut::by_summands ? !bare : by == cut::by_factors && !alone;
        } else return is_infix(i) && !bare;
    }
    /// Comparisons hold tighter than `and`, that than `or`; comparisons do not follow on one another.
    static constexpr int precedence(function const& fn) { return fn.name == "or" ? 1 : fn.name == "and" ? 2 : 3; }
    /// Whether an operand of an operation that stands between its operands needs parentheses.
    constexpr bool is_enclosed(int i, int operand) const {
        if (!is_infix(operand)) return false;
        int const own = precedence(*of_[i].fn);
        return own == 3 || precedence(*of_[operand].fn) < own;
    }
    constexpr bool is_atom_number(int i) const {
        if (Style::rational && of_.is(i, kind::number)) return !of_[i].number.is_negative();
        return of_.is(i, kind::number) && of_[i].number.is_integer() && !of_[i].number.is_negative();
    }
    /// A power that is written as a call.
    static constexpr bool calls_power(part const& p) {
        if constexpr (Style::power_calls) return p.symbolic >= 0 || !p.exponent.is_integer();
        else return false;
    }
    /// Needs no parentheses before a power or behind it.
    constexpr bool is_atom(int i) const {
        node const& n = of_[i];
        if (n.what == kind::number) return is_atom_number(i);
        if (n.what == kind::power) {
            auto const& p = order_.part_of(order_[i], 0);
            return (calls_power(p) || (!Style::bare_root && print_order::is_root(p))) && order_[i].above == 1;
        }
        if (cut_of(i) != cut::never) return false;
        return n.what == kind::symbol || n.what == kind::column || n.what == kind::call || n.what == kind::reduction;
    }
    /// A symbol or a number as one writes it.
    constexpr bool is_single(int i) const { return of_.is(i, kind::symbol) || of_.is(i, kind::column) || is_atom_number(i); }
    constexpr bool is_tall(int i) const { return Style::tall && tall_[i] != 0; }

private:
    /// What would cut a call apart: nothing, factors beside it, or summands too.
    enum class cut : unsigned char { never, by_factors, by_summands };
    constexpr cut cut_of(int i) const {
        if constexpr (Style::patterns) {
            if (of_.is(i, kind::call)) {
                std::string_view const p = Style::pattern(*of_[i].fn);
                if (!p.empty()) return p[0] == '+' ? cut::by_summands : p[0] == '*' ? cut::by_factors : cut::never;
            }
        }
        return is_infix(i) ? cut::by_summands : cut::never;
    }
    /// What has a fraction in it, or lines one above the other.
    constexpr void measure() {
        for (int i = 0; i < of_.node_count; ++i) {
            node const& n = of_[i];
            print_order::term const& t = order_[i];
            bool tall = t.below > 0 || t.coefficient.denominator() != 1 || (n.what == kind::call && Style::is_tall(*n.fn));
            for (int k = 0; k < n.count; ++k) tall = tall || tall_[of_.operand(i, k)] != 0;
            tall_.push(tall ? 1 : 0);
        }
    }

    print_order const& order_;
    view of_;
    buffer<char> tall_{};
};

}  // namespace leibniz::detail
