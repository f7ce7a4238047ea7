#pragma once

#include <leibniz/graph/decimal_form.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/print_order.hpp>

namespace leibniz::inline v0_1::detail {

/// Decides where a style needs parentheses.
template <class Style>
class parenthesizer {
public:
    constexpr explicit parenthesizer(print_order const& order) : order_(order), of_(order.of()) {
        if constexpr (Style::tall) measure();
    }

    /// True for operations written between their operands: u < v.
    constexpr bool is_infix(int i) const {
        node const& n = of_[i];
        return n.what == kind::call && n.count == 2 && Style::is_infix(*n.fn);
    }
    /// True if a call needs parentheses as a factor. `bare`: it is no part of a sum; `alone`: no part of a product.
    constexpr bool is_cut(int i, bool bare, bool alone) const {
        if constexpr (Style::patterns) {
            cut const by = cut_of(i);
            return by == cut::by_summands ? !bare : by == cut::by_factors && !alone;
        } else return is_infix(i) && !bare;
    }
    /// Precedence: comparisons before `and`, `and` before `or`. Comparisons are not chained.
    static constexpr int precedence(function const& fn) { return fn.name == "or" ? 1 : fn.name == "and" ? 2 : 3; }
    /// True if an operand of an infix operation needs parentheses.
    constexpr bool is_enclosed(int i, int operand) const {
        if (!is_infix(operand)) return false;
        int const own = precedence(*of_[i].fn);
        return own == 3 || precedence(*of_[operand].fn) < own;
    }
    constexpr bool is_atom_number(int i) const {
        if (!of_.is(i, kind::number) || of_[i].number.is_negative()) return false;
        rational const number = of_[i].number;
        if (number.is_integer()) return true;
        detail::written_quotient const written(number);
        bool const quotient = !written.below.is_one();
        if constexpr (Style::rational) return !quotient || (written.above.is_integer() && written.below.is_integer());
        else return !quotient && (!(Style::splits || Style::raised) || !decimal_digits(number).is_scientific());
    }
    /// True for powers that the style writes as calls.
    static constexpr bool calls_power(part const& p) {
        if constexpr (Style::power_calls) return p.symbolic >= 0 || !p.exponent.is_integer();
        else return false;
    }
    /// True for a base or exponent that needs no parentheses.
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
    /// True for a symbol or a number that is written as one.
    constexpr bool is_single(int i) const { return of_.is(i, kind::symbol) || of_.is(i, kind::column) || is_atom_number(i); }
    constexpr bool is_tall(int i) const { return Style::tall && tall_[i] != 0; }

private:
    /// What would break a call's text apart if written beside it: nothing, factors, or summands as well.
    enum class cut : unsigned char { never, by_factors, by_summands };
    constexpr cut cut_of(int i) const {
        if constexpr (Style::patterns) {
            if (of_.is(i, kind::call)) {
                text_view const p = Style::pattern(*of_[i].fn);
                if (!p.empty()) return p[0] == '+' ? cut::by_summands : p[0] == '*' ? cut::by_factors : cut::never;
            }
        }
        return is_infix(i) ? cut::by_summands : cut::never;
    }
    /// True for what is higher than a line: fractions, and several lines.
    constexpr void measure() {
        for (int i = 0; i < of_.node_count; ++i) {
            node const& n = of_[i];
            print_order::term const& t = order_[i];
            bool tall =
                t.below > 0 || !detail::written_quotient(t.coefficient).below.is_one() || (n.what == kind::call && Style::is_tall(*n.fn));
            for (int k = 0; k < n.count; ++k) tall = tall || tall_[of_.operand(i, k)] != 0;
            tall_.push(tall ? 1 : 0);
        }
    }

    print_order const& order_;
    view of_;
    buffer<char> tall_{};
};

}  // namespace leibniz::inline v0_1::detail
