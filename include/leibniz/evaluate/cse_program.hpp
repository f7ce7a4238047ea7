#pragma once

#include <leibniz/evaluate/horner.hpp>
#include <leibniz/evaluate/printed_program.hpp>

namespace leibniz::inline v0_1 {

/// The program of several results together: a product that was formed of two nodes is those two multiplied, whatever
/// its printed order, so that common work is done once.
template <class View, bool Polynomials>
class cse_program {
    static constexpr bool plain = std::is_same_v<View, plain_view>;
    using divided_quotients = typename detail::quotients_for<View>::type;

public:
    constexpr cse_program(program& target, View of)
        : write_(target, of.node_count),
          of_(of),
          stable_(of),
          cancelling_(of),
          divided_(of),
          polynomials_(of),
          slot_(of.node_count, -1),
          variable_(Polynomials ? of.node_count : 0, -1),
          needed_(of.node_count, 0) {
        target.code.reserve(2 * of.node_count);
        for (int r = 0; r < of.root_count; ++r) need(of.roots[r]);
        char const* const needed = needed_.begin();
        int* const slot = slot_.begin();
        for (int i = of.node_count - 1; i >= 0; --i)
            if (needed[i]) need_operands(i);
        for (int i = 0; i < of.node_count; ++i)  // operands stand before their users
            if (needed[i]) slot[i] = value(i);
        for (int r = 0; r < of.root_count; ++r) {
            int const i = of.roots[r];
            if (of.is(i, kind::scale) && slot_[i] < 0) slot_[i] = scaled(slot_[of.operand(i, 0)], of[i].number);
            target.roots.push(slot_[i]);
        }
    }

private:
    constexpr void need(int i) { needed_[of_.is(i, kind::scale) ? of_.operand(i, 0) : i] = 1; }
    constexpr void need_operands(int i) {
        node const& n = of_[i];
        if constexpr (!plain)
            if (need_in_stable_form(i)) return;
        if (n.left >= 0) {
            need_factor(n.left);
            need_factor(n.right);
        } else if (n.what == kind::product) {
            for (int const *o = of_.operands + n.first, *end = o + n.count; o != end; ++o) need_factor(*o);
        } else if (n.what == kind::power && has_number(i)) {
            needed_[of_.operand(i, 0)] = 1;
        } else if (int const call = stable_.complemented(i); call >= 0) {
            needed_[call] = needed_[of_.operand(call, 0)] = 1;
            stable_.need_complement(call);
        } else if (int const variable = polynomial_in(i); variable >= 0) {
            polynomials_.need(i, variable, needed_);
            variable_[i] = variable;
        } else if (n.what == kind::sum) {
            for (int const *o = of_.operands + n.first, *end = o + n.count; o != end; ++o) need(*o);
        } else {
            for (int const *o = of_.operands + n.first, *end = o + n.count; o != end; ++o) needed_[*o] = 1;
        }
    }
    /// True for a quotient, a power or a difference of which other parts than its operands are needed.
    constexpr bool need_in_stable_form(int i) {
        node const& n = of_[i];
        if (stable_.is_ratio_to_powers(i)) {
            for (int k = 0; k < n.count; ++k) needed_[stable_.base_in_ratio(of_.operand(i, k))] = 1;
        } else if (is_divided(i)) {
            needed_[i] = divided;
            for (int k = 0; k < n.count; ++k) needed_[base_in_quotient(of_.operand(i, k))] = 1;
        } else if (n.left >= 0 && stable_.divisor_apart(i) >= 0) {
            for (int k = 0; k < n.count; ++k) need_factor(of_.operand(i, k));
        } else if (n.left >= 0 && n.formed == product_formation::power) {
            needed_[n.left] = 1;
        } else if (int const operand = cancelling_.operand_in(i); operand >= 0) {
            needed_[operand] = 1;
        } else if (n.what == kind::sum && n.count == 2) {
            return need_roots(i);
        } else if (int const base = stable_.squared_in(i); base >= 0) {
            needed_[base] = 1;
        } else {
            return false;
        }
        return true;
    }
    /// While compiling, large programs are written without a search that takes many statements.
    constexpr bool is_large() const { return __builtin_is_constant_evaluated() && of_.node_count > 1000; }
    /// True for a difference of roots that cancels; what it is made of is needed.
    constexpr bool need_roots(int i) {
        auto const roots = cancelling_.roots_in(i);
        if (roots.root < 0) return false;
        needed_[roots.root] = 1;
        if (roots.other >= 0) needed_[roots.other] = 1;
        for (int const term : roots.rest) needed_[term] = 1;
        return true;
    }
    /// The variable of a sum that is a polynomial; or -1.
    constexpr int polynomial_in(int i) const {
        if constexpr (Polynomials)
            if (of_.is(i, kind::sum) && !is_large()) return polynomials_.variable_of(i, [&](int power) { return needed_[power] != 0; });
        return -1;
    }
    /// What divides is needed itself, not its inverse.
    constexpr void need_factor(int i) {
        if constexpr (plain) needed_[i] = 1;
        else needed_[divides(i) ? base(i) : i] = 1;
    }

    /// A power among the factors of a product that is divided is needed itself where its exponent is a variable.
    constexpr int base_in_quotient(int factor) const {
        return of_.is(factor, kind::power) && has_number(factor) ? of_.operand(factor, 0) : factor;
    }

    /// Base and exponent of a power, or of a product that was formed as one.
    constexpr bool is_formed_power(int i) const { return of_[i].left >= 0 && of_[i].formed == product_formation::power; }
    constexpr int base(int i) const { return is_formed_power(i) ? of_[i].left : of_.operand(i, 0); }
    constexpr bool has_number(int i) const { return of_.is(of_.operand(i, 1), kind::number); }
    constexpr rational exponent(int i) const { return of_[is_formed_power(i) ? of_[i].right : of_.operand(i, 1)].number; }
    constexpr bool divides(int i) const {
        node const& n = of_[i];
        bool const formed = n.left >= 0 && n.formed == product_formation::power;
        if (!formed && n.what != kind::power) return false;
        node const& exponent = of_[formed ? n.right : of_.operands[n.first + 1]];
        return exponent.what == kind::number && exponent.number.is_negative();
    }

    constexpr int value(int i) {
        node const& n = of_[i];
        switch (n.what) {
            case kind::number: return write_.constant(n.number);
            case kind::symbol:
            case kind::column: return write_.input(n);
            case kind::scale: return scaled(slot_[of_.operand(i, 0)], n.number);
            case kind::sum: return sum(i);
            case kind::reduction: return write_.reduce(n.fn, slot_[of_.operand(i, 0)]);
            case kind::call:
                if (int const sigmoid = stable_.shared_sigmoid(write_, i, operand_slot(i, 0)); sigmoid >= 0) return sigmoid;
                if constexpr (!plain) {
                    if (is_row<held_constant>(*n.fn)) return slot_[of_.operand(i, 0)];  // the identity
                    if (int const base = stable_.squared_in(i); base >= 0) return stable_.gaussian_of(write_, i, slot_[base]);
                    if (int const operand = cancelling_.operand_in(i); operand >= 0) return cancelling_.write(write_, i, slot_[operand]);
                    if (is_row<stable::root_of_squares>(*n.fn))  // the same for numbers, and known where the root is a value, too
                        return write_.power(operand_slot(i, 0), rational(1, 2));
                }
                return write_.call(n.fn, operand_slot(i, 0), operand_slot(i, 1), operand_slot(i, 2));
            case kind::power:
                if constexpr (plain) return write_.power(slot_[of_.operand(i, 0)], rational(2));
                if (divides(i)) return write_.divide(write_.constant(1), divisor(i));
                if (has_number(i)) return write_.power(slot_[of_.operand(i, 0)], exponent(i));
                return write_.call(rules.power, slot_[of_.operand(i, 0)], slot_[of_.operand(i, 1)]);
            case kind::product: break;
        }
        if constexpr (plain) return plain_product(n);
        else return general_product(i);
    }
    constexpr int plain_product(node const& n) {
        if (n.left >= 0) return write_.multiply(slot_[n.left], slot_[n.right]);
        int const *o = of_.operands + n.first, *const end = o + n.count;
        int product = slot_[*o];
        while (++o != end) product = write_.multiply(product, slot_[*o]);
        return product;
    }
    constexpr int general_product(int i) {
        node const& n = of_[i];
        if (stable_.is_ratio_to_powers(i)) return stable_.divide_by_powers(write_, i, slot_);
        bool const of_power_rule = stable_.is_of_power_rule(i), hypotenuse = stable_.is_ratio_to_hypotenuse(i);
        if (needed_[i] == divided) return quotient(i, of_power_rule);
        if (is_formed_power(i))
            return divides(i) ? write_.divide(write_.constant(1), divisor(i)) : write_.power(slot_[n.left], exponent(i));
        if (n.left >= 0 && stable_.divisor_apart(i) < 0) {
            int const first = stable_.first_divisor(i);
            if (divides(n.right)) return stable_.divide(write_, factor(n.left), divisor(n.right), hypotenuse || base(n.right) == first);
            if (divides(n.left)) return stable_.divide(write_, factor(n.right), divisor(n.left), hypotenuse || base(n.left) == first);
            return stable_.multiply(
                write_, slot_[n.left], slot_[n.right],
                of_power_rule || stable_.is_power_and_logarithm(n.left, n.right) || stable_.is_decay(i, n.left, n.right));
        }
        int above = -1, below = -1;
        int const first = hypotenuse ? -1 : stable_.divisor_apart(i);
        for (int k = 0; k < n.count; ++k) {
            int const part = of_.operand(i, k);
            if (divides(part) && base(part) == first) continue;
            if (divides(part)) below = write_.multiply(below, divisor(part));
            else { above = stable_.multiply(write_, above, slot_[part], of_power_rule || stable_.is_beside_earlier(i, k)); }
        }
        if (above < 0) above = write_.constant(1);
        if (first >= 0) above = stable_.divide(write_, above, slot_[first], true);
        return below < 0 ? above : stable_.divide(write_, above, below, hypotenuse);
    }

    /// A product that is divided by more than one factor, and not by a hypotenuse that divides first.
    constexpr bool is_divided(int i) const { return divided_.contains(i) && stable_.first_divisor(i) < 0; }
    constexpr int quotient(int i, bool of_power_rule) {
        node const& n = of_[i];
        divided_quotients quotients(write_);
        buffer<int> ends;
        for (int k = 0; k < n.count; ++k) {
            int const part = of_.operand(i, k), of_part = base_in_quotient(part), slot = slot_[of_part];
            ends.push(quotients.size());
            if (divides(part)) quotients.divide(slot, -exponent(part));
            else quotients.multiply(slot, of_part == part ? rational(1) : exponent(part));
        }
        ends.push(quotients.size());
        quotients.pair(stable_.variable_power_in(i) >= 0);
        int above = -1;
        for (int k = 0; k < n.count; ++k) {
            if (ends[k] == ends[k + 1]) continue;
            int const next = quotients.part(ends[k], ends[k + 1]);
            if (next >= 0) above = stable_.multiply(write_, above, next, of_power_rule || stable_.is_beside_earlier(i, k));
        }
        return quotients.whole(above);
    }

    constexpr int operand_slot(int i, int k) const { return k < of_[i].count ? slot_[of_.operand(i, k)] : 0; }
    constexpr int divisor(int i) { return write_.power(slot_[base(i)], -exponent(i)); }
    constexpr int factor(int i) { return divides(i) ? write_.divide(write_.constant(1), divisor(i)) : slot_[i]; }

    /// In the order of first appearance, but beginning with a term that is added, if there is one.
    constexpr int sum(int i) {
        if (int const call = stable_.complemented(i); call >= 0)
            return stable_.complement(write_, i, call, operand_slot(call, 0), slot_[call]);
        if constexpr (!plain)
            if (of_[i].count == 2) {
                if (int const operand = cancelling_.operand_in(i); operand >= 0) return cancelling_.write(write_, i, slot_[operand]);
                if (auto const roots = cancelling_.roots_in(i); roots.root >= 0)
                    return cancelling_.write(write_, roots, [&](int term) { return slot_[term]; });
            }
        if constexpr (Polynomials)
            if (variable_[i] >= 0)
                return polynomials_.write(write_, i, variable_[i], slot_, [&](int slot, rational by) { return scaled(slot, by); });
        node const& n = of_[i];
        int start = 0;
        while (start < n.count && is_subtracted(of_.operand(i, start))) ++start;
        if (start == n.count) start = 0;
        int total = -1;
        for (int k = -1; k < n.count; ++k) {
            if (k == start) continue;
            int const part = of_.operand(i, k < 0 ? start : k);
            node const& p = of_[part];
            bool const subtracted = is_subtracted(part) && total >= 0;
            rational const coefficient = p.what == kind::scale || p.what == kind::number ? p.number : rational(1);
            rational const size = subtracted ? -coefficient : coefficient;
            int const v = p.what == kind::number  ? write_.constant(size)
                          : p.what == kind::scale ? scaled(slot_[of_.operand(part, 0)], size)
                                                  : slot_[part];
            total = total < 0 ? v : subtracted ? write_.subtract(total, v) : write_.add(total, v);
        }
        return total;
    }
    constexpr bool is_subtracted(int part) const {
        node const& p = of_[part];
        return (p.what == kind::scale || p.what == kind::number) && p.number.is_negative();
    }

    /// A shared value times a number; a denominator that is a power of two multiplies exactly.
    constexpr int scaled(int slot, rational r) {
        if (r.is_one()) return slot;
        if (r == rational(-1)) return write_.negate(slot);
        detail::written_quotient const number(r);
        bool const exact = number.below.is_one() || (r.denominator() & (r.denominator() - 1)) == 0;
        if (exact) return write_.multiply(write_.constant(r), slot);
        int const above = number.above.is_one() ? slot : scaled(slot, number.above);
        return write_.divide(above, write_.constant(number.below));
    }

    program_writer write_;
    View of_;
    stable_forms<View> stable_;
    detail::unless_plain<View, cancelling_differences<View>> cancelling_;
    detail::unless_plain<View, divided_products<View>> divided_;
    horner_form<View> polynomials_;
    buffer<int> slot_, variable_;
    static constexpr char divided = 2;
    buffer<char> needed_;
};

}  // namespace leibniz::inline v0_1
