#pragma once

#include <leibniz/graph/choices.hpp>
#include <leibniz/graph/graph.hpp>
#include <leibniz/graph/guarded.hpp>
#include <leibniz/graph/kinks.hpp>
#include <leibniz/graph/powers.hpp>
#include <leibniz/graph/unfolded.hpp>

// The canonical form: what each operation on canonical nodes gives.

namespace leibniz {

namespace detail {
constexpr int logarithm_of(int n) { return n < 2 ? 1 : 1 + logarithm_of(n / 2); }
}  // namespace detail

/// Nested sums are taken in, like terms merged: 2*a + (b - a) becomes a + b.
constexpr int graph::sum(buffer<summand>& entries) {
    rational constant = 0;
    buffer<rational> constants;  // that cannot be added to the constant
    buffer<summand> merged;
    for (bool again = true; again;) {
        again = false;
        spend(30 + 16 * entries.size());
        if (exhausted()) return one;
        bool sorted = true, plain = true;
        for (int i = 0; i < entries.size(); ++i) {
            summand& entry = entries[i];
            node const& n = (*this)[entry.base];
            if (n.what == kind::scale) {
                rational const both = entry.coefficient * n.number;
                entry = both.valid() ? summand{both, operand(entry.base, 0)} : as_summand(scale(entry.coefficient, entry.base));
            }
            plain = plain && !is(entry.base, kind::sum) && !is(entry.base, kind::number) && !entry.coefficient.is_zero();
            sorted = sorted && (i == 0 || entries[i - 1].base < entry.base);
        }
        if (sorted && plain && constant.is_zero() && constants.empty()) {  // nothing to merge, nothing to open
            merged = entries;
            break;
        }
        if (!sorted) spend(4 * entries.size() * detail::logarithm_of(entries.size()));
        if (!sorted) sort(entries.begin(), entries.size(), [](summand const& a, summand const& b) { return a.base < b.base; });
        merged.clear();
        for (int i = 0; i < entries.size();) {
            summand entry = entries[i];
            int const first = i;
            for (++i; i < entries.size() && entries[i].base == entry.base; ++i) entry.coefficient += entries[i].coefficient;
            if (!entry.coefficient.valid()) {
                buffer<rational> coefficients;
                for (int k = first; k < i; ++k) coefficients.push(entries[k].coefficient);
                detail::add_up(coefficients);
                for (rational coefficient : coefficients) add_constant_or(merged, {coefficient, entry.base}, constant, constants);
            } else if (is(entry.base, kind::number)) add_constant_or(merged, entry, constant, constants);
            else if (!entry.coefficient.is_zero()) merged.push(entry);
        }
        entries.clear();
        for (summand const& entry : merged) {
            if (is(entry.base, kind::sum) && (opens_sums_ || entry.coefficient.is_one() || entry.coefficient == rational(-1))) {
                for (int k = 0; k < (*this)[entry.base].count; ++k) entries.push({entry.coefficient, operand(entry.base, k)});
                again = true;
            } else {
                entries.push(entry);
            }
        }
    }

    bool guarded = false;
    for (summand const *e = merged.begin(), *end = merged.end(); e != end; ++e) guarded = guarded || (*this)[e->base].number.is_one();
    if (!constants.empty()) {
        constants.push(constant);
        detail::add_up(constants);
        constant = 0;
    }
    if ((guarded && join_guarded(merged)) || (any_kinked() && join_lengths(merged))) {
        if (!constant.is_zero()) merged.push({constant, one});
        for (rational further : constants) merged.push({further, one});
        return sum(merged);
    }
    rational common = opens_sums_ && constants.empty() ? content(merged, constant) : rational(1);
    buffer<int> parts;
    for (summand const& entry : merged) {
        if (entry.coefficient.is_one() && common.is_one()) parts.push(entry.base);
        else parts.push(scale(entry.coefficient / common, entry.base));
    }
    for (rational further : constants) parts.push(number(further));
    if (parts.empty()) return number(constant);
    if (!constant.is_zero()) parts.push(number(constant / common));
    if (parts.size() == 1) return scale(common, parts[0]);
    return scale(common, sum_of(parts));
}

/// The common rational factor of a sum, with the sign of its first entry; 1 where that or a quotient by it does not fit.
constexpr rational graph::content(buffer<summand> const& entries, rational constant) {
    if (entries.empty()) return 1;
    rational result = entries[0].coefficient;
    for (summand const& entry : entries) result = common_divisor(result, entry.coefficient);
    if (!constant.is_zero()) result = common_divisor(result, constant);
    if (!result.valid() || !(constant / result).valid()) return 1;
    for (summand const& entry : entries)
        if (!(entry.coefficient / result).valid()) return 1;
    return entries[0].coefficient.is_negative() ? -result : result;
}

/// Nested products are taken in, equal bases merged: x*y*x^2 becomes x^3*y.
constexpr int graph::product(rational coefficient, buffer<factor>& entries) {
    buffer<factor> flat;
    buffer<rational> numbers;  // that cannot be multiplied into the coefficient
    for (bool again = true; again;) {
        again = false;
        spend(40 + 50 * entries.size());
        if (exhausted()) return one;
        flat.clear();
        for (int e = 0; e < entries.size(); ++e) {
            factor entry = entries[e];
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
        sort(flat.begin(), flat.size(), [](factor const& a, factor const& b) { return a.base < b.base; });

        entries.clear();
        for (int i = 0; i < flat.size();) {
            int const base = flat[i].base;
            int exponent = flat[i].exponent;
            bool merged = false, inverse = false, root = false;
            for (int first = i; i < flat.size() && flat[i].base == base; ++i) {
                node const e = (*this)[flat[i].exponent];
                inverse = inverse || e.number.is_negative();
                root = root || e.what != kind::number || !e.number.is_integer();
                if (i == first) continue;
                exponent = add(exponent, flat[i].exponent);
                merged = true;
            }
            if (merged) {
                node const e = (*this)[exponent];
                bool const whole = e.what == kind::number && e.number.is_integer();
                if (inverse && !(whole && e.number.is_negative())) record({predicate::nonzero, base});  // x/x
                if (root && whole) record({predicate::nonnegative, base});                              // sqrt(x)^2
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
    if (coefficient.is_zero()) return number(0);
    bool const unfolded = unfold(coefficient, numbers, entries);
    if (entries.empty()) return number(coefficient);
    for (int i = 0; i < entries.size(); ++i) {
        int const guard = entries[i].base;
        if (entries[i].exponent != one || !is_choice(guard) || !may_vanish(guard)) continue;
        entries[i].base = one;
        return scale(coefficient, multiply(guard, product(1, entries)));
    }
    buffer<int> parts;
    for (factor const& entry : entries) {
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
    return !plain && (may_vanish(a) || may_vanish(b)) ? guarded_product(a, b, guards) : unguarded_product(a, b);
}

constexpr int graph::multiply(int a, int b) { return product_of(a, b, opens_sums_); }
constexpr int graph::chain(int outer, int inner) { return product_of(outer, inner, true); }

constexpr int graph::unguarded_product(int a, int b) {
    node const &first = (*this)[a], &second = (*this)[b];
    rational coefficient = 1;
    if (first.what == kind::scale) coefficient = first.number;
    if (second.what == kind::scale) coefficient = coefficient * second.number;
    if (!coefficient.valid()) {
        buffer<factor> entries;
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
            buffer<factor> entries;
            entries.push({a, one});
            entries.push({b, one});
            int const merged = product(1, entries), p = without_coefficient(merged);
            if (as_written_ && left < p && right < p && is(p, kind::product) && !cancelled(p, left, right)) formed_of(p, left, right, formation::written);
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
    if (left < p && right < p) formed_of(p, left, right, as_written_ && !plain ? formation::written : formation::derived);
    return scale(coefficient, p);
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

constexpr int graph::add(int a, int b) {
    buffer<summand> entries;
    entries.push({1, a});
    entries.push({1, b});
    return sum(entries);
}

constexpr int graph::divide(int a, int b) {
    if (is(b, kind::number) && !(*this)[b].number.is_zero())
        if (rational const inverse = rational(1) / (*this)[b].number; inverse.valid()) return scale(inverse, a);
    return multiply(a, power(b, number(-1)));
}

/// A rational times a node; -(a - b) becomes b - a.
constexpr int graph::scale(rational coefficient, int i) {
    if (coefficient.is_one()) return i;
    node const n = (*this)[i];
    if (n.what == kind::number || n.what == kind::scale) {
        rational const both = coefficient * n.number;
        if (!both.valid() && coefficient.valid() && n.number.valid()) {
            buffer<factor> entries;
            entries.push({i, one});
            return product(coefficient, entries);
        }
        if (n.what == kind::number) return number(both);
        if (!coefficient.is_zero()) return scale(both, operand(i, 0));
    }
    if (coefficient.is_zero()) return number(0);
    if (n.what == kind::product ? n.number.is_integer() && !n.number.is_zero() : n.what == kind::power && is_unfolded(i)) {
        buffer<factor> entries;
        entries.push({i, one});
        return product(coefficient, entries);
    }
    if (n.what == kind::sum && coefficient == rational(-1) && !opens_sums_) {
        buffer<summand> entries;
        entries.push({coefficient, i});
        return sum(entries);
    }
    return scaled(coefficient, i);
}
constexpr int graph::scaled(rational coefficient, int i) {
    if (coefficient.is_one()) return i;
    return intern({.what = kind::scale, .count = 1, .number = coefficient, .fn = rules_.multiplication}, &i);
}

constexpr int graph::call(function const& fn, int const* operands) {
    spend(20);
    if (fn.symmetry != parity::none) {
        int const u = operands[0];
        if (fn.symmetry == parity::odd && is_number(u, 0)) return number(0);
        if ((is(u, kind::scale) || is(u, kind::number)) && (*this)[u].number.is_negative()) {
            int const opposite = scale(-1, u), value = call(fn, &opposite);
            return fn.symmetry == parity::odd ? scale(-1, value) : value;
        }
    }
    if (int const simpler = rules_.simplify(*this, fn, operands); simpler >= 0) return simpler;
    if (fn.arity == 3 && fn == *rules_.choice) return choose(operands[0], operands[1], operands[2]);
    bool const kink = fn == *rules_.sign || fn == *rules_.length || is_logarithm_of_sigmoid(fn, operands);
    node const content{.what = kind::call, .count = fn.arity, .number = kink ? marked_kink : 0, .fn = &fn};
    if (fn.arity == 1 && is(operands[0], kind::sum) &&
        (fn == *rules_.sign || fn == *rules_.magnitude)) {  // beside |a - b|, |b - a| is the same
        int const opposite = scale(-1, operands[0]), known = opposite == operands[0] ? -1 : find(content, &opposite);
        if (known >= 0) return fn.symmetry == parity::odd ? scale(-1, known) : known;
    }
    return intern(content, operands);
}

/// Sums and means over rows are linear: their coefficient stands in front.
constexpr int graph::reduction(function const& fn, int of) {
    node const n = (*this)[of];
    if (n.what == kind::scale) return scale(n.number, reduction(fn, operand(of, 0)));
    if (n.what == kind::number && of != one) return scale(n.number, reduction(fn, one));
    if (int const simpler = rules_.simplify(*this, fn, &of); simpler >= 0) return simpler;
    return intern({.what = kind::reduction, .count = 1, .fn = &fn}, &of);
}

}  // namespace leibniz
