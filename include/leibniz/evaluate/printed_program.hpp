#pragma once

#include <leibniz/evaluate/stable_evaluation.hpp>

namespace leibniz {

/// The program of results one by one: every sum and product in its printed order, left to right, so that what is
/// computed is to the bit what is printed; stable forms stand for what would be computed badly so.
class printed_program {
public:
    /// `roots` are the results; the rest of it is not looked at.
    constexpr printed_program(program& p, print_order const& order, view roots) : printed_program(p, order, order.of(), roots) {}

private:
    constexpr printed_program(program& p, print_order const& order, view of, view roots)
        : write_(p), order_(order), of_(of), stable_(of), slot_(of.node_count, -1), magnitude_(of.node_count, -1), needed_(of.node_count, 0) {
        p.code.reserve(2 * of.node_count);
        // Operands stand before their users: computed in that order, no value waits for a deeper one.
        for (int r = 0; r < roots.root_count; ++r) needed_[roots.roots[r]] = 1;
        for (int i = of.node_count - 1; i >= 0; --i)
            if (needed_[i]) need_operands(i);
        for (int i = 0; i < of.node_count; ++i)
            if (needed_[i]) value(i);
        for (int r = 0; r < roots.root_count; ++r) p.roots.push(value(roots.roots[r]));
    }

    /// Marks the nodes whose own values are used: not the powers and products that are parts of larger terms.
    constexpr void need_parts(int i) {
        print_order::term const& t = order_[i];
        for (int k = 0; k < t.above + t.below; ++k) {
            part const& p = order_.part_of(t, k);
            needed_[p.base] = 1;
            if (p.symbolic >= 0) needed_[p.symbolic] = 1;
        }
    }
    constexpr void need_operands(int i) {
        node const& n = of_[i];
        if (int const call = stable_.complemented(i); call >= 0) {
            needed_[call] = 1;
            stable_.need_complement(call);
        } else if (int const base = stable_.squared_in(i); base >= 0) needed_[base] = 1;
        else if (n.what == kind::sum)
            for (int k = 0; k < n.count; ++k) need_parts(of_.operand(i, k));
        else if (n.what == kind::call || n.what == kind::reduction)
            for (int k = 0; k < n.count; ++k) needed_[of_.operand(i, k)] = 1;
        else if (n.count > 0) need_parts(i);
    }

    constexpr int value(int i) {
        if (slot_[i] >= 0) return slot_[i];
        node const& n = of_[i];
        int result = 0;
        switch (n.what) {
            case kind::symbol:
            case kind::column: result = write_.input(n); break;
            case kind::sum: result = sum(i); break;
            case kind::reduction: result = write_.reduce(n.fn, value(of_.operand(i, 0))); break;
            case kind::call: {
                if (int const base = stable_.squared_in(i); base >= 0) {
                    result = stable_.gaussian_of(write_, i, value(base));
                    break;
                }
                if (is_row<held_constant>(*n.fn)) {  // the identity
                    result = value(of_.operand(i, 0));
                    break;
                }
                int at[most_arguments]{};
                for (int k = 0; k < n.count; ++k) at[k] = value(of_.operand(i, k));
                result = stable_.shared_sigmoid(write_, i, at[0]);
                if (result < 0) result = write_.call(n.fn, at[0], at[1], at[2]);
                break;
            }
            default: result = product(i, order_[i].coefficient); break;
        }
        slot_[i] = result;
        return result;
    }

    constexpr int sum(int i) {
        if (int const call = stable_.complemented(i); call >= 0) {
            int const of_call = value(call);
            return stable_.complement(write_, i, call, value(of_.operand(call, 0)), of_call);
        }
        int total = -1;
        for (int k = 0; k < order_.summands(i); ++k) {
            int const summand = order_.summand_of(i, k);
            if (total < 0) total = value(summand);
            else if (order_[summand].coefficient.is_negative()) total = write_.subtract(total, magnitude(summand));
            else total = write_.add(total, value(summand));
        }
        return total;
    }

    /// A negative summand without its sign.
    constexpr int magnitude(int i) {
        if (magnitude_[i] < 0) magnitude_[i] = product(i, -order_[i].coefficient);
        return magnitude_[i];
    }

    /// Number, numerator, over the denominator.
    constexpr int product(int i, rational coefficient) {
        print_order::term const& t = order_[i];
        if (t.above == 0 && t.below == 0) return write_.constant(coefficient);
        written_quotient const number(coefficient);
        if (stable_.is_ratio_to_powers(i)) {
            int const product = of_.is(i, kind::scale) ? of_.operand(i, 0) : i;
            for (int k = 0; k < of_[product].count; ++k) value(stable_.base_in_ratio(of_.operand(product, k)));
            int const ratio = stable_.divide_by_powers(write_, i, slot_);
            int const over = number.below.is_one() ? ratio : write_.divide(ratio, write_.constant(number.below));
            return number.above.is_one() ? over : write_.multiply(write_.constant(number.above), over);
        }
        bool const negative = number.above == rational(-1) && t.above > 0;
        rational const n = negative ? rational(1) : number.above;
        int above = !n.is_one() || t.above == 0 ? write_.constant(n) : -1;
        int const variable_power = stable_.variable_power_in(i);
        int grows = -1;
        for (int k = 0; k < t.above; ++k)
            if (stable_.is_outgrown(order_.part_of(t, k).base)) grows = order_.part_of(t, k).base;
        bool of_power_rule = variable_power >= 0, of_decay = grows >= 0;  // all factors so far
        for (int k = 0; k < t.above; ++k) {
            part const& p = order_.part_of(t, k);
            of_power_rule = of_power_rule && (p.symbolic >= 0 || stable_.is_beside(variable_power, p.base));
            of_decay = of_decay && stable_.decays_beside(p.base, grows);
            bool beside = of_power_rule || of_decay;
            for (int j = 0; j < k && variable_power >= 0; ++j) beside = beside || stable_.is_power_and_logarithm(order_.part_of(t, j), p);
            above = stable_.multiply(write_, above, power(p), beside);
            if (k == 0 && negative) above = write_.negate(above);
        }
        int const first = t.below > 1 ? stable_.first_divisor(i) : -1;
        if (first >= 0) above = stable_.divide(write_, above, value(first), true);
        int below = !number.below.is_one() ? write_.constant(number.below) : -1;
        for (int k = 0; k < t.below; ++k) {
            part const& p = order_.part_of(t, t.above + k);
            if (p.base != first) below = write_.multiply(below, power(p));
        }
        return below < 0 ? above : stable_.divide(write_, above, below, stable_.is_ratio_to_hypotenuse(i));
    }

    constexpr int power(part const& p) {
        if (p.symbolic < 0) return write_.power(value(p.base), p.exponent);
        int const base = value(p.base);
        return write_.call(rules.power, base, value(p.symbolic));
    }

    program_writer write_;
    print_order const& order_;
    view of_;
    stable_forms stable_;
    buffer<int> slot_, magnitude_;
    buffer<char> needed_;
};

}  // namespace leibniz
