#pragma once

#include <leibniz/graph/canonical.hpp>  // which calls this in turn: each header brings the other
#include <leibniz/graph/graph.hpp>

#include <initializer_list>

// Products of canonical nodes.

namespace leibniz::inline v0_1 {

/// Nested products are taken in, equal bases merged: x*y*x^2 becomes x^3*y.
constexpr int graph::product(rational coefficient, buffer<multiplicand>& entries, mode how) {
    if (matrices_->exists && how == mode::as_usual) return matrices_->product(*this, coefficient, entries);
    buffer<multiplicand> flat;
    buffer<rational> numbers;  // that cannot be multiplied into the coefficient
    for (bool again = true; again;) {
        again = false;
        spend(40 + 50 * entries.size());
        if (exhausted()) return one;
        flat.clear();
        for (int e = 0; e < entries.size(); ++e) {
            multiplicand entry = entries[e];
            if (entry.exponent == one && is(entry.base, kind::scale)) {
                multiply_number(coefficient, (*this)[entry.base].number, numbers);
                entry.base = operand(entry.base, 0);
            }
            node const n = (*this)[entry.base];
            if (entry.exponent != one) flat.push(entry);
            else if (n.what == kind::number) multiply_number(coefficient, n.number, numbers);
            else if (n.what == kind::power) flat.push({operand(entry.base, 0), operand(entry.base, 1)});
            else if (n.what == kind::product)
                for (int k = 0; k < n.count; ++k) {
                    int const part = operand(entry.base, k);
                    if (is(part, kind::power)) flat.push({operand(part, 0), operand(part, 1)});
                    else flat.push({part, one});
                }
            else flat.push(entry);
        }
        spend(20 * flat.size() + 4 * flat.size() * detail::logarithm_of(flat.size()));
        sort(flat.begin(), flat.size(), multiplicand::before);

        entries.clear();
        for (int i = 0; i < flat.size();) {
            int const base = flat[i].base;
            int exponent = flat[i].exponent;
            int const first = i;
            int variables = 0, most = 0;  // exponents that are no numbers, and how many terms one has
            bool merged = false, inverse = false, root = false, halves = false;
            for (; i < flat.size() && flat[i].base == base; ++i) {
                node const e = (*this)[flat[i].exponent];
                halves = halves || has_fractions(flat[i].exponent);
                if (e.what != kind::number) ++variables, most = most < terms_of(flat[i].exponent) ? terms_of(flat[i].exponent) : most;
                else inverse = inverse || e.number.is_negative(), root = root || !e.number.is_integer();
                if (i == first) continue;
                exponent = add(exponent, flat[i].exponent);
                merged = true;
            }
            bool const apart = merged && variables == 0 && is(base, kind::number) && !is(exponent, kind::number);  // no 64-bit sum
            if (apart) {
                for (int k = first; k < i; ++k) entries.push(flat[k]);
            } else if (merged) {
                node const e = (*this)[exponent];
                bool const whole = e.what == kind::number && e.number.is_integer();
                if (inverse && !(whole && e.number.is_negative())) record({predicate::nonzero, base});  // x/x
                bool const whole_left = halves && !has_fractions(exponent);
                if (root && whole_left) record({predicate::nonnegative, base});  // sqrt(x)^2
                if (variables > 0 && (whole_left || terms_of(exponent) < most + (whole ? 1 : 0)))  // x^(n/2)^2, x^n*x^(m - n)
                    for (int k = first; k < i; ++k)
                        if (!is(flat[k].exponent, kind::number)) record({predicate::nonzero, power(base, flat[k].exponent)});
                int const result = power(base, exponent);
                node const r = (*this)[result];
                if (r.what == kind::power) entries.push({operand(result, 0), operand(result, 1)});
                else entries.push({result, one});
                again = again || r.what == kind::number || r.what == kind::scale || r.what == kind::product || base_of(result) != base;
            } else {
                entries.push({base, exponent});
            }
        }
    }
    bool const unfolded = unfold(coefficient, numbers, entries);
    if (coefficient.is_zero() && !unfolded) return number(0);
    if (entries.empty()) return number(coefficient);
    for (int i = 0; i < entries.size(); ++i) {
        int const guard = entries[i].base;
        if (entries[i].exponent != one || !is_choice(guard) || !may_vanish(guard)) continue;
        entries[i].base = one;
        if (unfolded) return multiply(guard, product(coefficient, entries));  // the numbers stand beside one another in its branch
        return scale(coefficient, multiply(guard, product(1, entries)));
    }
    buffer<int> parts;
    for (multiplicand const& entry : entries) {
        int const ends[] = {entry.base, entry.exponent};
        parts.push(entry.exponent == one ? entry.base : intern({.what = kind::power, .count = 2, .fn = rules_.power}, ends));
    }
    int const simpler = any_kinked() ? simpler_product(parts) : -1;
    if (simpler >= 0) return unfolded ? multiply(number(coefficient), simpler) : scale(coefficient, simpler);
    int const base = parts.size() == 1 && !is(parts[0], kind::number)
                         ? parts[0]
                         : intern({.what = kind::product, .count = parts.size(), .number = unfolded ? 2 : 0, .fn = rules_.multiplication},
                                  parts.begin());
    return unfolded ? scaled(coefficient, base) : scale(coefficient, base);
}

/// Two canonical factors. Where they have no base in common, two sorted lists are merged, and the product remembers
/// what it was formed of.
constexpr int graph::product_of(int a, int b, bool guards) {
    if (exhausted()) return one;
    node const &first = (*this)[a], &second = (*this)[b];
    if (first.what == kind::number) return scale(first.number, b);
    if (second.what == kind::number) return scale(second.number, a);
    bool const plain = first.what != kind::scale && second.what != kind::scale && first.number.is_zero() && second.number.is_zero();
    if (plain || (!may_vanish(a) && !may_vanish(b))) return unguarded_product(a, b);
    int const product = guarded_product(a, b, guards);
    return guards ? product : undivided(undivided(product, a), b);
}

constexpr int graph::multiply(int a, int b) { return product_of(a, b, opens_sums_); }
constexpr int graph::chain(int outer, int inner) { return product_of(outer, inner, true); }

constexpr int graph::unguarded_product(int a, int b) {
    if (matrices_->exists) {
        buffer<multiplicand> entries;
        entries.push({a, one});
        entries.push({b, one});
        return product(1, entries);
    }
    node const &first = (*this)[a], &second = (*this)[b];
    rational coefficient = 1;
    if (first.what == kind::scale) coefficient = first.number;
    if (second.what == kind::scale) coefficient = coefficient * second.number;
    if (!coefficient.valid()) {
        buffer<multiplicand> entries;
        entries.push({a, one});
        entries.push({b, one});
        return product(1, entries);
    }
    int const left = without_coefficient(a), right = without_coefficient(b);
    bool const left_is_product = is(left, kind::product), right_is_product = is(right, kind::product);
    int const *i = left_is_product ? operands(left) : &left, *const left_end = i + (left_is_product ? (*this)[left].count : 1);
    int const *j = right_is_product ? operands(right) : &right, *const right_end = j + (right_is_product ? (*this)[right].count : 1);
    spend(50 + 12 * static_cast<int>((left_end - i) + (right_end - j)));
    buffer<int> parts;
    int const none = size();  // behind every base
    int p_base = base_of(*i), q_base = base_of(*j);
    while (i != left_end || j != right_end) {
        if (p_base == q_base || is(p_base < q_base ? p_base : q_base, kind::number)) {
            buffer<multiplicand> entries;
            entries.push({a, one});
            entries.push({b, one});
            int const merged = product(1, entries), p = without_coefficient(merged);
            product_formation const how = forms_of(left, right);
            bool const same = coefficient_of(merged) == coefficient;  // |3x|*|3x| gives 9 to it, which left*right has already
            if (how != product_formation::derived && same && left < p && right < p && is(p, kind::product) && !cancelled(p, left, right))
                formed_of(p, left, right, how);
            return merged;
        }
        if (p_base < q_base) {
            parts.push(*i);
            p_base = ++i == left_end ? none : base_of(*i);
        } else {
            parts.push(*j);
            q_base = ++j == right_end ? none : base_of(*j);
        }
    }
    if (any_kinked())
        if (int const simpler = simpler_product(parts); simpler >= 0) return scale(coefficient, simpler);
    int const p = intern({.what = kind::product, .count = parts.size(), .fn = rules_.multiplication}, parts.begin());
    bool const plain = parts.size() == 2 && !is_inverse_power(left) && !is_inverse_power(right);  // nothing to regroup
    if (left < p && right < p) formed_of(p, left, right, plain ? product_formation::derived : forms_of(left, right));
    return scale(coefficient, p);
}

/// How a product of two is formed: what differentiation multiplies by a product that keeps its form keeps its own, if no call
/// is among the factors, whose limits are those of the flat product.
constexpr product_formation graph::forms_of(int left, int right) const {
    if (forms_ != product_formation::derived || !((*this)[left].keeps_form() || (*this)[right].keeps_form())) return forms_;
    int const sides[] = {left, right};
    for (int i : sides) {
        bool const is_product = is(i, kind::product);
        for (int k = 0; k < (is_product ? (*this)[i].count : 1); ++k) {
            int const part = is_product ? operand(i, k) : i;
            if (is(base_of(part), kind::call) || (base_of(part) != part && !is(operand(part, 1), kind::number))) return forms_;
        }
    }
    return product_formation::differentiated;
}

/// Whether node i divides by more than its base: 1/v^2.
constexpr bool graph::is_inverse_power(int i) const { return is(i, kind::power) && (*this)[operand(i, 1)].number < rational(-1); }

/// The numbers among the exponents of a product, added up whatever their signs; -1 if one is a variable.
constexpr rational graph::total_exponent(int i) const {
    rational total = 0;
    bool const is_product = is(i, kind::product);
    for (int k = 0; k < (is_product ? (*this)[i].count : 1); ++k) {
        int const part = is_product ? operand(i, k) : i;
        if (!is(part, kind::power)) {
            total += 1;
            continue;
        }
        node const& exponent = (*this)[operand(part, 1)];
        if (exponent.what != kind::number) return -1;
        total += exponent.number.is_negative() ? -exponent.number : exponent.number;
    }
    return total;
}
/// Whether factors of two products met their inverses in a third, or powers of variable exponents met.
constexpr bool graph::cancelled(int product, int left, int right) const {
    rational const all = total_exponent(product), of_left = total_exponent(left), of_right = total_exponent(right);
    return all.is_negative() || of_left.is_negative() || of_right.is_negative() || all != of_left + of_right;
}

}  // namespace leibniz::inline v0_1
