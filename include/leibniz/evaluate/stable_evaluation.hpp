#pragma once

#include <leibniz/evaluate/program.hpp>
#include <leibniz/graph/calls.hpp>
#include <leibniz/rules/stable_forms.hpp>

namespace leibniz::inline v0_1 {

/// Finds the parts of a graph that literal evaluation would compute badly, and writes their stable forms into the program:
/// 3 - 3*sigmoid(u), 1 - tanh(u)^2, exp(-u^2), the derivatives of u^v, quotients by hypot(u, v).
template <class View>  // as a parameter, here and in what follows: nothing is compiled where no program is built
class stable_forms {
public:
    constexpr explicit stable_forms(View of) : of_(of), decay_(of.node_count, unused) {
        for (node const *n = of.nodes, *end = n + of.node_count; n != end; ++n) {
            if (n->what == kind::power)
                any_variable_exponent_ = any_variable_exponent_ || of.nodes[of.operands[n->first + 1]].what != kind::number;
            else if (n->what == kind::call) {
                any_hypotenuse_ = any_hypotenuse_ || detail::is_length(*n->fn);
                if (int const u = decays_in(static_cast<int>(n - of.nodes)); u >= 0 && !detail::is_call<logistic>(of, u))
                    decay_[u] = outgrown;
            }
        }
    }

    /// The call of sigmoid or tanh whose complement node i is, or a multiple of it; or -1.
    constexpr int complemented(int i) const {
        node const& n = of_[i];
        if (n.what != kind::sum || n.count != 2) return -1;
        int const first = of_.operand(i, 0), second = of_.operand(i, 1);
        bool const ordered = of_.is(second, kind::number);
        node const &number = of_[ordered ? second : first], &subtracted = of_[ordered ? first : second];
        if (number.what != kind::number) return -1;
        bool const negative = number.number == rational(-1) && subtracted.what != kind::scale;
        if (!negative && (subtracted.what != kind::scale || subtracted.number != -number.number)) return -1;
        int inner = negative ? (ordered ? first : second) : of_.operands[subtracted.first];
        if (detail::is_call<logistic>(of_, inner)) return inner;
        if (!of_.is(inner, kind::power) || !of_.is(of_.operand(inner, 1), kind::number) || of_[of_.operand(inner, 1)].number != rational(2))
            return -1;
        inner = of_.operand(inner, 0);
        return detail::is_call<hyperbolic_tangent>(of_, inner) ? inner : -1;
    }
    /// Announces that the complement of a call is needed.
    constexpr void need_complement(int call) {
        if (detail::is_call<logistic>(of_, call)) decay_[call] = needed;
    }

    /// The base of the square in exp(-u^2) or exp(-u^2/2), or -1.
    constexpr int squared_in(int i) const {
        if (!detail::is_call<exponential>(of_, i)) return -1;
        int const exponent = of_.operand(i, 0);
        if (!of_.is(exponent, kind::scale) || !is_halved(of_[exponent].number)) return -1;
        int const square = of_.operand(exponent, 0);
        bool const squared = of_.is(square, kind::power) && of_.is(of_.operand(square, 1), kind::number) &&
                             of_[of_.operand(square, 1)].number == rational(2);
        return squared ? of_.operand(square, 0) : -1;
    }
    constexpr int gaussian_of(program_writer& write, int i, int base_slot) const {
        return write.call(detail::row_within<stable::gaussian, View>, base_slot, write.constant(-of_[of_.operand(i, 0)].number));
    }

    /// Writes a call of sigmoid that shares its exponential with its complement; -1 if there is none.
    constexpr int shared_sigmoid(program_writer& write, int i, int operand_slot) {
        if (decay_[i] != needed) return -1;
        decay_[i] = write.call(detail::row_within<stable::logistic_decay, View>, operand_slot);
        return write.call(detail::row_within<stable::logistic_of_decay, View>, operand_slot, decay_[i]);
    }
    /// Writes sum i by means of that call.
    constexpr int complement(program_writer& write, int i, int call, int operand_slot, int call_slot) const {
        int const slot = decay_[call] >= 0
                             ? write.call(detail::row_within<stable::logistic_complement, View>, operand_slot, decay_[call], call_slot)
                             : write.call(detail::row_within<stable::tangent_complement, View>, operand_slot, call_slot);
        rational const number = of_[of_.operand(i, of_.is(of_.operand(i, 0), kind::number) ? 0 : 1)].number;
        return number.is_one() ? slot : number == rational(-1) ? write.negate(slot) : write.multiply(write.constant(number), slot);
    }

    /// The first power of variable exponent among the factors of a product, or -1.
    constexpr int variable_power_in(int i) const {
        int const product = unscaled(i);
        for (int k = 0; any_variable_exponent_ && k < of_[product].count; ++k)
            if (is_variable_power(of_.operand(product, k))) return of_.operand(product, k);
        return -1;
    }
    /// True for the factors that the derivatives of u^v put beside that power: log(u), and v up to a whole number.
    constexpr bool is_beside(int power, int factor) const {
        if (power < 0) return false;
        if (detail::is_call<logarithm>(of_, factor)) return of_.operand(factor, 0) == of_.operand(power, 0);
        return without_number(factor) == without_number(of_.operand(power, 1));
    }
    /// True for a product of such a power and the factors beside it, and nothing else.
    constexpr bool is_of_power_rule(int product) const {
        if (!any_variable_exponent_) return false;
        int const power = variable_power_in(product);
        bool all = power >= 0;
        for (int k = 0; all && k < of_[product].count; ++k) {
            int const factor = of_.operand(product, k);
            all = factor == power || is_beside(power, is_numbered_power(factor) ? of_.operand(factor, 0) : factor);
        }
        return all;
    }

    /// True for u^v and log(u), in either order: if one is infinite, the other decides.
    constexpr bool is_power_and_logarithm(part const& a, part const& b) const {
        part const &power = a.symbolic >= 0 ? a : b, &other = a.symbolic >= 0 ? b : a;
        return power.symbolic >= 0 && detail::is_call<logarithm>(of_, other.base) && of_.operand(other.base, 0) == power.base;
    }
    /// True if a power with a variable exponent is a factor of one node, and its logarithm a factor of the other.
    constexpr bool is_power_and_logarithm(int a, int b) const {
        if (!any_variable_exponent_) return false;
        for (int k = 0; k < factors(a); ++k)
            for (int j = 0; j < factors(b); ++j)
                if (is_power_and_logarithm(factor(a, k), factor(b, j))) return true;
        return false;
    }

    /// The same for factor k of a product and one before it.
    constexpr bool is_beside_earlier(int product, int k) const {
        int const last = of_.operand(product, k);
        if (!any_variable_exponent_ || !may_be_power_or_logarithm(last)) return false;
        for (int j = 0; j < k; ++j)
            if (int const other = of_.operand(product, j); may_be_power_or_logarithm(other) && is_power_and_logarithm(other, last))
                return true;
        return false;
    }

    /// The u in which node i decays faster than any power of u grows: of exp(-u^2), sigmoid(u), 1 - sigmoid(u). Or -1.
    constexpr int decays_in(int i) const {
        if (detail::is_call<logistic>(of_, i)) return of_.operand(i, 0);
        if (of_.is(i, kind::call)) return squared_in(i);
        int const call = complemented(i);
        return call >= 0 && detail::is_call<logistic>(of_, call) ? of_.operand(call, 0) : -1;
    }
    constexpr bool is_outgrown(int i) const { return decay_[i] == outgrown; }
    constexpr bool decays_beside(int i, int u) const { return i == u || decays_in(i) == u; }
    /// True if product i of a and b consists of powers of u and factors that decay in u, and nothing else.
    constexpr bool is_decay(int i, int a, int b) {
        int const u = is_outgrown(a) ? factor(a, 0).base : is_outgrown(b) ? factor(b, 0).base : -1;
        if (u < 0) return false;
        for (int side : {a, b})
            for (int k = 0; k < factors(side); ++k)
                if (!decays_beside(factor(side, k).base, u)) return false;
        decay_[i] = outgrown;
        return true;
    }

    /// True if the only divisor is a hypotenuse that has a factor as operand, with which it becomes 0.
    constexpr bool is_ratio_to_hypotenuse(int i) const {
        if (!any_hypotenuse_) return false;
        int const product = unscaled(i), divisor = dividing_hypotenuse(product);
        for (int k = 0; divisor >= 0 && k < of_[product].count; ++k)
            if (exponent(divisor) == rational(-1) && is_operand(of_.operand(divisor, 0), of_.operand(product, k))) return true;
        return false;
    }
    /// The hypotenuse that divides a product first, where it was formed of two factors of which none is divided by it so; or -1.
    constexpr int divisor_apart(int i) const {
        int const divisor = first_divisor(i);
        if (divisor < 0 || of_[i].left < 0) return divisor;
        for (int side : {of_[i].left, of_[i].right})
            if (first_divisor(side) == divisor || (is_numbered_power(side) && of_.operand(side, 0) == divisor)) return -1;
        return divisor;
    }
    /// Among several divisors the hypotenuse that has a factor as operand, which divides first; or -1.
    constexpr int first_divisor(int i) const {
        int const product = unscaled(i);
        for (int k = 0; any_hypotenuse_ && of_.is(product, kind::product) && k < of_[product].count; ++k) {
            int const divisor = of_.operand(product, k);
            if (!is_numbered_power(divisor) || exponent(divisor) != rational(-1) || !detail::is_length(of_, of_.operand(divisor, 0)))
                continue;
            for (int j = 0; j < of_[product].count; ++j)
                if (is_operand(of_.operand(divisor, 0), of_.operand(product, j))) return of_.operand(divisor, 0);
        }
        return -1;
    }
    /// True if the only divisor is a higher power of a hypotenuse. Then factors are divided by it one by one, because the square of
    /// a length may overflow or vanish.
    constexpr bool is_ratio_to_powers(int i) const {
        if (!any_hypotenuse_) return false;
        int const divisor = dividing_hypotenuse(unscaled(i));
        if (divisor < 0 || variable_power_in(i) >= 0) return false;  // beside u^v the rule for its products comes first
        return exponent(divisor) < rational(-1) && rational(-9) < exponent(divisor);
    }
    constexpr int base_in_ratio(int factor) const {
        return is_numbered_power(factor) && exponent(factor).is_integer() && exponent(factor) < rational(9) ? of_.operand(factor, 0)
                                                                                                            : factor;
    }
    constexpr int divide_by_powers(program_writer& write, int i, buffer<int> const& slots) const {
        int const product = unscaled(i), divisor = dividing_hypotenuse(product), by = slots[of_.operand(divisor, 0)];
        int above = -1;
        long long left = -exponent(divisor).numerator(), operands = 0;
        for (int k = 0; k < of_[product].count; ++k)
            if (int const f = of_.operand(product, k); is_operand(of_.operand(divisor, 0), f))
                operands += f == base_in_ratio(f) ? 1 : exponent(f).numerator();
        bool const vanishes = operands > left;  // at the origin, as long as what is divided there are operands
        for (bool others : {false, true})
            for (int k = 0; k < of_[product].count; ++k) {
                int const factor = of_.operand(product, k);
                if (factor == divisor || (vanishes ? is_operand(of_.operand(divisor, 0), factor) == others : others)) continue;
                int const base = base_in_ratio(factor), slot = slots[base];
                long long times = base == factor ? 1 : exponent(factor).numerator();
                do above = write.multiply(above, left-- > 0 ? divide(write, slot, by, vanishes) : slot);
                while (--times > 0);
            }
        for (; left > 0; --left) above = write.divide(above, by);
        return above;
    }
    constexpr int divide(program_writer& write, int a, int b, bool hypotenuse) const {
        return hypotenuse ? write.call(detail::row_within<stable::ratio_to_hypotenuse, View>, a, b) : write.divide(a, b);
    }

    /// a * b; without a, b.
    constexpr int multiply(program_writer& write, int a, int b, bool of_power_rule) const {
        return of_power_rule && a >= 0 ? write.call(detail::row_within<stable::product_with_power, View>, a, b) : write.multiply(a, b);
    }

private:
    constexpr int unscaled(int i) const { return of_.is(i, kind::scale) ? of_.operand(i, 0) : i; }
    constexpr rational exponent(int i) const { return of_[of_.operand(i, 1)].number; }
    constexpr bool is_numbered_power(int i) const { return of_.is(i, kind::power) && of_.is(of_.operand(i, 1), kind::number); }
    constexpr int factors(int i) const { return of_.is(i, kind::product) ? of_[i].count : 1; }
    constexpr part factor(int i, int k) const {
        int const f = of_.is(i, kind::product) ? of_.operand(i, k) : i;
        if (is_variable_power(f)) return {of_.operand(f, 0), 1, of_.operand(f, 1)};
        return {is_numbered_power(f) ? of_.operand(f, 0) : f, 1, -1};
    }
    /// The power of a hypotenuse that is the only divisor of a product; or -1.
    constexpr int dividing_hypotenuse(int product) const {
        int divisor = -1;
        for (int k = 0; of_.is(product, kind::product) && k < of_[product].count; ++k) {
            int const factor = of_.operand(product, k);
            if (!is_numbered_power(factor) || !exponent(factor).is_negative()) continue;
            if (divisor >= 0 || !exponent(factor).is_integer() || !detail::is_length(of_, of_.operand(factor, 0))) return -1;
            divisor = factor;
        }
        return divisor;
    }
    /// True for an operand of a hypotenuse, or of one that is its operand, what is squared in a root of squares, and powers of these.
    constexpr bool is_operand(int divisor, int i) const {
        if (is_numbered_power(i)) return rational(0) < exponent(i) && exponent(i).is_integer() && is_operand(divisor, of_.operand(i, 0));
        if (is_sum_of_operands(divisor, i)) return true;
        if (detail::is_call<stable::root_of_squares>(of_, divisor)) return is_squared(of_.operand(divisor, 0), i);
        for (int k = 0; k < 2; ++k) {
            int const whole = of_.operand(divisor, k), o = unscaled(whole);
            if (whole == i || o == i || (detail::is_call<hypotenuse>(of_, o) && is_operand(o, i))) return true;
            for (int j = 0; of_.is(o, kind::product) && j < of_[o].count; ++j)
                if (of_.operand(o, j) == i) return true;
        }
        return false;
    }
    /// Of powers and multiples of such operands; another sum is one itself, or none.
    constexpr bool is_sum_of_operands(int divisor, int i) const {
        bool all = of_.is(i, kind::sum);
        for (int k = 0; all && k < of_[i].count; ++k) {
            int const term = unscaled(of_.operand(i, k));
            all = is_numbered_power(term) && is_operand(divisor, term);
        }
        return all;
    }
    constexpr bool is_squared(int square, int i) const {
        node const& n = of_[square];
        if (n.what == kind::power) return of_.operand(square, 0) == i;
        for (int k = 0; k < n.count; ++k)
            if (is_squared(of_.operand(square, k), i)) return true;
        return false;
    }
    /// The u in a sum u + 3.
    constexpr int without_number(int i) const {
        if (!of_.is(i, kind::sum) || of_[i].count != 2) return i;
        if (of_.is(of_.operand(i, 0), kind::number)) return of_.operand(i, 1);
        return of_.is(of_.operand(i, 1), kind::number) ? of_.operand(i, 0) : i;
    }
    /// False for most factors, at little cost.
    constexpr bool may_be_power_or_logarithm(int i) const {
        node const& n = of_[i];
        if (n.what == kind::power) return is_variable_power(i) || detail::is_call<logarithm>(of_, of_.operands[n.first]);
        return n.what == kind::product || (n.what == kind::call && is_row<logarithm>(*n.fn));
    }
    constexpr bool is_variable_power(int i) const { return of_.is(i, kind::power) && !of_.is(of_.operand(i, 1), kind::number); }

    static constexpr int unused = -1, needed = -2, outgrown = -3;

    static constexpr bool is_halved(rational r) { return r == rational(-1) || r == rational(-1, 2); }

    View of_;
    bool any_variable_exponent_ = false, any_hypotenuse_ = false;  // nothing is asked of products where there is none
    buffer<int> decay_;  // by call of sigmoid: the slot of its exponential; what stands in such calls is outgrown
};

}  // namespace leibniz::inline v0_1
