#pragma once

#include <leibniz/evaluate/program.hpp>
#include <leibniz/rules/stable.hpp>

namespace leibniz {

namespace detail {
template <class F>
constexpr bool is_call(view of, int i) {
    return of.is(i, kind::call) && *of[i].fn == row<F>::descriptor;
}
}  // namespace detail

/// Finds in a graph what literal evaluation would compute badly, and writes its stable form into the program:
/// 1 - sigmoid(u), 1 - tanh(u)^2, exp(-u^2), products with u^v, quotients by
/// hypot(u, v).
class stable_forms {
public:
    constexpr explicit stable_forms(view of) : of_(of), decay_(of.node_count, unused) {
        for (int i = 0; i < of.node_count; ++i) any_variable_exponent_ = any_variable_exponent_ || is_variable_power(i);
    }

    /// The call of sigmoid or tanh whose complement node i is, or -1.
    constexpr int complemented(int i) const {
        node const& n = of_[i];
        if (n.what != kind::sum || n.count != 2) return -1;
        int const first = of_.operand(i, 0), second = of_.operand(i, 1);
        bool const ordered = of_.is(second, kind::number);
        node const &number = of_[ordered ? second : first], &subtracted = of_[ordered ? first : second];
        if (number.what != kind::number || !number.number.is_one() || subtracted.what != kind::scale || subtracted.number != rational(-1)) return -1;
        int inner = of_.operands[subtracted.first];
        if (detail::is_call<logistic>(of_, inner)) return inner;
        if (!of_.is(inner, kind::power) || !of_.is(of_.operand(inner, 1), kind::number) || of_[of_.operand(inner, 1)].number != rational(2)) return -1;
        inner = of_.operand(inner, 0);
        return detail::is_call<hyperbolic_tangent>(of_, inner) ? inner : -1;
    }
    /// That call will be asked for its complement.
    constexpr void need_complement(int call) {
        if (detail::is_call<logistic>(of_, call)) decay_[call] = needed;
    }

    /// The base of the square in exp(-u^2) or exp(-u^2/2), or -1.
    constexpr int squared_in(int i) const {
        if (!detail::is_call<exponential>(of_, i)) return -1;
        int const exponent = of_.operand(i, 0);
        if (!of_.is(exponent, kind::scale) || !is_halved(of_[exponent].number)) return -1;
        int const square = of_.operand(exponent, 0);
        bool const squared = of_.is(square, kind::power) && of_.is(of_.operand(square, 1), kind::number) && of_[of_.operand(square, 1)].number == rational(2);
        return squared ? of_.operand(square, 0) : -1;
    }
    constexpr int gaussian_of(program_writer& write, int i, int base_slot) const {
        return write.call(detail::enrolled<stable::gaussian>::descriptor, base_slot, write.constant(-of_[of_.operand(i, 0)].number));
    }

    /// A call of sigmoid that shares its exponential with its complement, or -1 where there is none.
    constexpr int shared_sigmoid(program_writer& write, int i, int operand_slot) {
        if (decay_[i] == unused) return -1;
        decay_[i] = write.call(detail::enrolled<stable::logistic_decay>::descriptor, operand_slot);
        return write.call(detail::enrolled<stable::logistic_of_decay>::descriptor, operand_slot, decay_[i]);
    }
    constexpr int complement(program_writer& write, int call, int operand_slot, int call_slot) const {
        if (decay_[call] >= 0) return write.call(detail::enrolled<stable::logistic_complement>::descriptor, operand_slot, decay_[call], call_slot);
        return write.call(detail::enrolled<stable::tangent_complement>::descriptor, operand_slot, call_slot);
    }

    /// Whether a power of variable exponent is among the factors of a product.
    constexpr bool has_variable_exponent(int product) const {
        bool found = false;
        for (int k = 0; any_variable_exponent_ && k < of_[product].count; ++k) found = found || is_variable_power(of_.operand(product, k));
        return found;
    }
    /// a / b, where b may be 0 with a if it is made of a hypotenuse.
    constexpr int divide(program_writer& write, int a, int b, bool hypotenuse) const {
        return hypotenuse ? write.call(detail::enrolled<stable::ratio_to_hypotenuse>::descriptor, a, b) : write.divide(a, b);
    }
    constexpr bool is_hypotenuse(int i) const { return detail::is_call<hypotenuse>(of_, i); }

    /// a * b; without a, b.
    constexpr int multiply(program_writer& write, int a, int b, bool variable_exponent) const {
        return variable_exponent && a >= 0 ? write.call(detail::enrolled<stable::product_with_power>::descriptor, a, b) : write.multiply(a, b);
    }

private:
    constexpr bool is_variable_power(int i) const { return of_.is(i, kind::power) && !of_.is(of_.operand(i, 1), kind::number); }

    static constexpr int unused = -1, needed = -2;

    static constexpr bool is_halved(rational r) { return r.numerator() == -1 && (r.denominator() == 1 || r.denominator() == 2); }

    view of_;
    bool any_variable_exponent_ = false;
    buffer<int> decay_;  // by call of sigmoid: the slot of its exponential
};

}  // namespace leibniz
