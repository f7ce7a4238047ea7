#pragma once

#include <leibniz/evaluate/cancelling_differences.hpp>
#include <leibniz/evaluate/divided_product.hpp>
#include <leibniz/evaluate/plain_view.hpp>
#include <leibniz/evaluate/stable_evaluation.hpp>

namespace leibniz::inline v0_1 {

/// The program of results one by one: sums, and products of two factors, in their printed order, so that what is computed is to
/// the bit what is printed; longer products as they were written, derivatives of quotients factor by factor. Stable forms
/// stand for what would be computed badly so.
template <class View>
class printed_program {
    static constexpr bool plain = std::is_same_v<View, plain_view>;
    using divided_quotients = typename detail::quotients_for<View>::type;

public:
    /// `roots` are the results; the rest of it is not looked at.
    constexpr printed_program(program& target, print_order const& order, View roots, int nodes = 0)
        : printed_program(target, order, View(order.of()), roots, nodes) {}

private:
    constexpr printed_program(program& target, print_order const& order, View of, View roots, int nodes)
        : write_(target, nodes),
          order_(order),
          of_(of),
          stable_(of),
          cancelling_(of),
          divided_(of),
          slot_(of.node_count, -1),
          magnitude_(of.node_count, -1),
          needed_(of.node_count, 0) {
        target.code.reserve(of.node_count + of.node_count / 2);
        // Operands stand before their users: computed in that order, no value waits for a deeper one.
        for (int r = 0; r < roots.root_count; ++r) needed_[roots.roots[r]] = 1;
        for (int i = of.node_count - 1; i >= 0; --i)
            if (needed_[i]) need_operands(i);
        target.variables.reserve(inputs_);
        for (int i = 0; i < of.node_count; ++i)
            if (needed_[i]) value(i);
        for (int r = 0; r < roots.root_count; ++r) target.roots.push(value(roots.roots[r]));
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
            return;
        }
        if constexpr (!plain) {
            if (int const operand = cancelling_.operand_in(i); operand >= 0) {
                needed_[operand] = 1;
                return;
            }
            if (auto const roots = cancelling_.roots_in(i); roots.root >= 0) {
                needed_[roots.root] = 1;
                if (roots.other >= 0) needed_[roots.other] = 1;
                for (int const term : roots.rest) needed_[term] = 1;
                return;
            }
            if (int const base = stable_.squared_in(i); base >= 0) {
                needed_[base] = 1;
                return;
            }
        }
        if (n.what == kind::sum)
            for (int k = 0; k < n.count; ++k) need_parts(of_.operand(i, k));
        else if (n.what == kind::call || n.what == kind::reduction)
            for (int k = 0; k < n.count; ++k) needed_[of_.operand(i, k)] = 1;
        else if (n.count > 0) need_parts(i);
        else ++inputs_;
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
                if constexpr (!plain) {
                    if (int const base = stable_.squared_in(i); base >= 0) {
                        result = stable_.gaussian_of(write_, i, value(base));
                        break;
                    }
                    if (is_row<held_constant>(*n.fn)) {  // the identity
                        result = value(of_.operand(i, 0));
                        break;
                    }
                    if (int const operand = cancelling_.operand_in(i); operand >= 0) {
                        result = cancelling_.write(write_, i, value(operand));
                        break;
                    }
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
        if constexpr (!plain) {
            if (int const operand = cancelling_.operand_in(i); operand >= 0) return cancelling_.write(write_, i, value(operand));
            if (auto const roots = cancelling_.roots_in(i); roots.root >= 0)
                return cancelling_.write(write_, roots, [&](int term) { return value(term); });
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

    constexpr int unscaled(int i) const { return of_.is(i, kind::scale) ? of_.operand(i, 0) : i; }

    /// A product as it was written, its coefficient in front.
    constexpr int as_written(int i, detail::written_quotient const& coefficient) {
        node const& n = of_[i];
        bool const behind = n.formed == product_formation::differentiated;  // numbers of derivatives: what they multiply may be large
        rational const number = behind ? rational(1) : coefficient.above, over = coefficient.below;
        bool divided = over.is_one() || behind;
        int result = 0;
        if (n.formed == product_formation::power) {
            rational const exponent = of_[n.right].number;
            int const power = write_.power(value(n.left), exponent.is_negative() ? -exponent : exponent);
            if (exponent.is_negative()) result = write_.divide(write_.constant(number), power);
            else
                result = number.is_one()          ? power
                         : number == rational(-1) ? write_.negate(power)
                                                  : write_.multiply(write_.constant(number), power);
        } else if (auto const by = detail::inverse_of(of_, n.right); by.base >= 0) {
            int const above = multiple(n.left, number);
            int below = write_.power(value(by.base), by.exponent);
            if (!divided) below = write_.multiply(write_.constant(over), below);
            divided = true;
            result = stable_.divide(write_, above, below, stable_.is_ratio_to_hypotenuse(i));
        } else {
            bool const beside =
                stable_.is_of_power_rule(i) || stable_.is_power_and_logarithm(n.left, n.right) || stable_.is_decay(i, n.left, n.right);
            int const left = multiple(n.left, number);
            result = stable_.multiply(write_, left, value(n.right), beside);
        }
        if (behind && coefficient.above == rational(-1)) result = write_.negate(result);
        else if (behind && !coefficient.above.is_one()) result = write_.multiply(write_.constant(coefficient.above), result);
        return over.is_one() || (divided && !behind) ? result : write_.divide(result, write_.constant(over));
    }
    /// A factor times the number above.
    constexpr int multiple(int i, rational number) { return number.is_one() ? value(i) : product(i, number); }
    /// Number, numerator, over the denominator.
    constexpr int product(int i, rational coefficient) {
        print_order::term const& t = order_[i];
        if (t.above == 0 && t.below == 0) return write_.constant(coefficient);
        detail::written_quotient const number(coefficient);
        if constexpr (plain) return plain_product(t, number);
        else return general_product(i, number);
    }
    /// The factors one by one, their number in front.
    constexpr int plain_product(print_order::term const& t, detail::written_quotient const& number) {
        bool const opposite = number.above == rational(-1);
        int above = opposite || number.above.is_one() ? -1 : write_.constant(number.above);
        for (int k = 0; k < t.above; ++k) {
            above = write_.multiply(above, power(order_.part_of(t, k)));
            if (opposite && k == 0) above = write_.negate(above);
        }
        return number.below.is_one() ? above : write_.divide(above, write_.constant(number.below));
    }
    constexpr int general_product(int i, detail::written_quotient const& number) {
        print_order::term const& t = order_[i];
        if (stable_.is_ratio_to_powers(i)) {
            int const product = unscaled(i);
            for (int k = 0; k < of_[product].count; ++k) value(stable_.base_in_ratio(of_.operand(product, k)));
            int const ratio = stable_.divide_by_powers(write_, i, slot_);
            int const over = number.below.is_one() ? ratio : write_.divide(ratio, write_.constant(number.below));
            return number.above.is_one() ? over : write_.multiply(write_.constant(number.above), over);
        }
        if (of_[unscaled(i)].keeps_form()) return as_written(unscaled(i), number);
        bool const negative = number.above == rational(-1) && t.above > 0;
        rational const n = negative ? rational(1) : number.above;
        int above = !n.is_one() || t.above == 0 ? write_.constant(n) : -1;
        int const variable_power = stable_.variable_power_in(i);
        int grows = -1;
        for (int k = 0; k < t.above; ++k)
            if (stable_.is_outgrown(order_.part_of(t, k).base)) grows = order_.part_of(t, k).base;
        int const first = t.below > 1 ? stable_.first_divisor(i) : -1;
        bool const pairs = first < 0 && divided_.contains(i) && !stable_.is_ratio_to_hypotenuse(i);
        if (!pairs) return factors(i, above, negative, variable_power, grows, first, number.below);
        divided_quotients quotients(write_);
        buffer<int> ends;
        pair(t, quotients, ends);
        return factors(i, above, negative, variable_power, grows, first, number.below, &quotients, ends.begin());
    }
    /// The product of `above` and the factors of node i, over its divisors: `first`, then the others and a number. With `pairs`,
    /// these are the factors, from one of `ends` to the next.
    constexpr int factors(int i, int above, bool opposite, int variable_power, int grows, int first, rational over,
                          divided_quotients* pairs = nullptr, int const* ends = nullptr) {
        print_order::term const& t = order_[i];
        bool of_power_rule = variable_power >= 0, of_decay = grows >= 0;  // all factors so far
        buffer<int> const turns = detail::in_turn(order_, t, above >= 0, pairs != nullptr || variable_power >= 0);
        for (int turn = 0; turn < t.above; ++turn) {
            int const k = turns.empty() ? turn : turns[turn];
            part const& p = order_.part_of(t, k);
            of_power_rule = of_power_rule && (p.symbolic >= 0 || stable_.is_beside(variable_power, p.base));
            of_decay = of_decay && stable_.decays_beside(p.base, grows);
            bool beside = of_power_rule || of_decay;
            for (int j = 0; j < k && variable_power >= 0; ++j) beside = beside || stable_.is_power_and_logarithm(order_.part_of(t, j), p);
            int const next = pairs != nullptr ? pairs->part(ends[k], ends[k + 1]) : power(p);
            if (next >= 0) above = stable_.multiply(write_, above, next, beside);
            if (opposite && above >= 0) above = write_.negate(above), opposite = false;
        }
        if (pairs != nullptr) {
            above = pairs->whole(above);
            if (opposite) above = write_.negate(above);
            return over.is_one() ? above : write_.divide(above, write_.constant(over));
        }
        if (first >= 0) above = stable_.divide(write_, above, value(first), true);
        int below = !over.is_one() ? write_.constant(over) : -1;
        for (int k = 0; k < t.below; ++k) {
            part const& p = order_.part_of(t, t.above + k);
            if (p.base != first) below = write_.multiply(below, power(p));
        }
        return below < 0 ? above : stable_.divide(write_, above, below, stable_.is_ratio_to_hypotenuse(i));
    }

    /// The factors of a product that is divided, each part of it from one of `ends` to the next.
    constexpr void pair(print_order::term const& t, divided_quotients& quotients, buffer<int>& ends) {
        ends.push(0);
        bool variable = false;
        for (int k = 0; k < t.above + t.below; ++k) {
            part const& p = order_.part_of(t, k);
            bool const whole = p.symbolic < 0;
            variable = variable || !whole;
            int const slot = whole ? value(p.base) : power(p);
            if (k < t.above) quotients.multiply(slot, whole ? p.exponent : rational(1)), ends.push(quotients.size());
            else quotients.divide(slot, p.exponent);
        }
        quotients.pair(variable);
    }

    constexpr int power(part const& p) {
        if (p.symbolic < 0) return write_.power(value(p.base), p.exponent);
        int const base = value(p.base);
        return write_.call(rules.power, base, value(p.symbolic));
    }

    program_writer write_;
    print_order const& order_;
    View of_;
    stable_forms<View> stable_;
    detail::unless_plain<View, cancelling_differences<View>> cancelling_;
    detail::unless_plain<View, divided_products<View>> divided_;
    buffer<int> slot_, magnitude_;
    buffer<char> needed_;
    int inputs_ = 0;  // at most so many
};

}  // namespace leibniz::inline v0_1
