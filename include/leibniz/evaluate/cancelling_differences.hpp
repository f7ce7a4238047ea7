#pragma once

#include <leibniz/evaluate/program.hpp>
#include <leibniz/graph/calls.hpp>
#include <leibniz/rules/stable_forms.hpp>

namespace leibniz::inline v0_1 {

/// Finds differences that cancel, and writes what is equal and exact into the program: expm1(u) for exp(u) - 1, log1p(u) for
/// log(1 + u), 2*sin(u/2)^2 for 1 - cos(u), 2*sinh(u/2)^2 for cosh(u) - 1, 1/(sqrt(x + 1) + sqrt(x)) for sqrt(x + 1) - sqrt(x), and
/// c/(sqrt(b^2 + c) + b) for sqrt(b^2 + c) - b where b > 0.
template <class View>  // as a parameter: nothing is compiled where no program is built
class cancelling_differences {
public:
    constexpr explicit cancelling_differences(View of) : of_(of) {}

    /// The operand u of exp, cos or cosh in such a sum, or of log(1 + u); or -1.
    constexpr int operand_in(int i) const {
        if (detail::is_call<logarithm>(of_, i)) return above_one(of_.operand(i, 0));
        int const call = beside_number(i);
        return call >= 0 ? of_.operand(call, 0) : -1;
    }
    constexpr int write(program_writer& write, int i, int operand_slot) const {
        if (of_.is(i, kind::call)) return write.call(detail::row_within<logarithm_one_plus, View>, operand_slot);
        function const& fn = *of_[beside_number(i)].fn;
        bool const of_cosine = is_row<cosine>(fn);
        rational factor = of_cosine ? number_in(i) : -number_in(i);
        int slot = 0;
        if (is_row<exponential>(fn)) slot = write.call(detail::row_within<exponential_minus_one, View>, operand_slot);
        else {
            int const half = write.multiply(write.constant(rational(1, 2)), operand_slot);
            slot = write.call(of_cosine ? detail::row_within<sine, View> : detail::row_within<hyperbolic_sine, View>, half);
            slot = write.multiply(slot, slot);
            factor = rational(2) * factor;
        }
        return multiplied(write, factor, slot);
    }

    /// factor*(root - v), where root^2 - v^2 is the sum of `rest` and a number; v is a node, its opposite, or a number.
    struct root_difference {
        int root = -1, other = -1;
        bool opposite = false;
        rational factor{}, value{}, number{};
        buffer<int> rest{};
    };
    constexpr root_difference roots_in(int i) const {
        for (int k = 0; of_.is(i, kind::sum) && of_[i].count == 2 && k < 2; ++k) {
            int const part = of_.operand(i, k), beside = of_.operand(i, 1 - k), root = unscaled(part), square = radicand(root);
            if (square < 0 || !of_.is(square, kind::sum)) continue;
            rational const factor = coefficient(part), times = -coefficient(beside) / factor;
            root_difference found{.root = root, .factor = factor, .value = times};
            bool const is_number = of_.is(beside, kind::number);
            int const other = is_number ? -1 : unscaled(beside), inner = is_number ? -1 : radicand(other);
            found.other = other;
            found.opposite = times == rational(-1);
            if (!is_number && !times.is_one() && !found.opposite) continue;
            if (times.is_negative() && (is_number || inner >= 0)) continue;  // nothing cancels
            int missing = inner >= 0 && of_.is(inner, kind::sum) ? of_[inner].count : 1;
            if (missing > 1 || (inner >= 0 && of_.is(inner, kind::sum)))
                for (int j = 0; j < of_[inner].count; ++j)
                    if (int const term = of_.operand(inner, j); of_.is(term, kind::number)) found.number = -of_[term].number, --missing;
            for (int j = 0; j < of_[square].count; ++j) {
                int const term = of_.operand(square, j);
                bool taken = false;
                if (is_number) taken = of_.is(term, kind::number) && of_[term].number == times * times;
                else if (inner < 0) taken = of_.is(term, kind::power) && of_.operand(term, 0) == other && is_two(of_.operand(term, 1));
                else if (!of_.is(inner, kind::sum)) taken = term == inner;
                else
                    for (int l = 0; l < of_[inner].count; ++l)
                        taken = taken || (of_.operand(inner, l) == term && !of_.is(term, kind::number));
                if (taken) --missing;
                else if (of_.is(term, kind::number)) found.number = found.number + of_[term].number;
                else found.rest.push(term);
            }
            if (missing == 0) return found;
        }
        return {};
    }
    /// Writes it; `slot_of` gives the value of a term.
    template <class SlotOf>
    constexpr int write(program_writer& write, root_difference const& found, SlotOf slot_of) const {
        int rest = -1;
        for (int const term : found.rest) rest = rest < 0 ? slot_of(term) : write.add(rest, slot_of(term));
        if (rest < 0) rest = write.constant(found.number);
        else if (!found.number.is_zero()) rest = write.add(rest, write.constant(found.number));
        int const other = found.other < 0 ? write.constant(found.value) : slot_of(found.other);
        int const slot = write.call(detail::row_within<stable::root_difference, View>, slot_of(found.root),
                                    found.opposite ? write.negate(other) : other, rest);
        return multiplied(write, found.factor, slot);
    }

private:
    static constexpr int multiplied(program_writer& write, rational factor, int slot) {
        return factor.is_one() ? slot : factor == rational(-1) ? write.negate(slot) : write.multiply(write.constant(factor), slot);
    }
    constexpr int unscaled(int i) const { return of_.is(i, kind::scale) ? of_.operand(i, 0) : i; }
    constexpr rational coefficient(int i) const { return of_.is(i, kind::scale) || of_.is(i, kind::number) ? of_[i].number : rational(1); }
    constexpr bool is_two(int i) const { return of_.is(i, kind::number) && of_[i].number == rational(2); }
    /// What a root is the root of; or -1.
    constexpr int radicand(int i) const {
        bool const power =
            of_.is(i, kind::power) && of_.is(of_.operand(i, 1), kind::number) && of_[of_.operand(i, 1)].number == rational(1, 2);
        return power || detail::is_call<stable::root_of_squares>(of_, i) ? of_.operand(i, 0) : -1;
    }
    /// The u in 1 + u; or -1.
    constexpr int above_one(int i) const {
        if (!of_.is(i, kind::sum) || of_[i].count != 2) return -1;
        int const first = of_.operand(i, 0), second = of_.operand(i, 1);
        if (of_.is(first, kind::number)) return of_[first].number.is_one() ? second : -1;
        return of_.is(second, kind::number) && of_[second].number.is_one() ? first : -1;
    }
    constexpr rational number_in(int sum) const { return of_[of_.operand(sum, of_.is(of_.operand(sum, 0), kind::number) ? 0 : 1)].number; }
    /// The call of exp, cos or cosh in k - k*exp(u), and so on; or -1.
    constexpr int beside_number(int i) const {
        if (!of_.is(i, kind::sum) || of_[i].count != 2) return -1;
        int const first = of_.operand(i, 0), second = of_.operand(i, 1), number = of_.is(first, kind::number) ? first : second;
        int const part = number == first ? second : first, call = unscaled(part);
        if (!of_.is(number, kind::number) || !of_.is(call, kind::call) || coefficient(part) != -of_[number].number) return -1;
        function const& fn = *of_[call].fn;
        return is_row<exponential>(fn) || is_row<cosine>(fn) || is_row<hyperbolic_cosine>(fn) ? call : -1;
    }

    View of_;
};

}  // namespace leibniz::inline v0_1
