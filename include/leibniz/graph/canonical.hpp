#pragma once

#include <leibniz/graph/choices.hpp>
#include <leibniz/graph/graph.hpp>
#include <leibniz/graph/guarded.hpp>
#include <leibniz/graph/kinks.hpp>
#include <leibniz/graph/powers.hpp>
#include <leibniz/graph/products.hpp>
#include <leibniz/graph/unfolded.hpp>

// The canonical form: sums, multiples and calls. Operations call one another, and so do the headers that define them: each
// includes this one, and this one includes all.

namespace leibniz::inline v0_1 {

/// Nested sums are taken in, like terms merged: 2*a + (b - a) becomes a + b.
constexpr int graph::sum(buffer<summand>& entries, mode how) {
    if (matrices_->exists && how == mode::as_usual) return matrices_->sum(*this, entries);
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
            if (!entry.coefficient.is_one() && keeps_numbers(entry.base)) entry = as_summand(scale(entry.coefficient, entry.base));
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
            if (i > first + 1 && entry.coefficient.valid() && keeps_numbers(entry.base)) {
                again = true;  // 1/(2*c) twice is 1/c
                for (int k = first; k < i; ++k)
                    if (entries[k].coefficient.is_zero() && divides_by_zero(entry.base)) entry.coefficient = 0;  // 1/0 + 0/0
            }
            if (!entry.coefficient.valid()) {
                buffer<rational> coefficients;
                for (int k = first; k < i; ++k) coefficients.push(entries[k].coefficient);
                detail::add_up(coefficients);
                for (rational coefficient : coefficients) add_constant_or(merged, {coefficient, entry.base}, constant, constants);
            } else if (is(entry.base, kind::number)) add_constant_or(merged, entry, constant, constants);
            else if (!entry.coefficient.is_zero() || divides_by_zero(entry.base)) merged.push(entry);
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

    bool guarded = false, twice = false;
    for (summand const *e = merged.begin(), *end = merged.end(); e != end; ++e) guarded = guarded || (*this)[e->base].number.is_one();
    if (!constants.empty()) {
        constants.push(constant);
        detail::add_up(constants);
        constant = 0;
        for (int k = 1; k < constants.size(); ++k)  // 9e18 + 9e18 is 2*9e18
            if (constants[k] == constants[k - 1]) {
                merged.push(as_summand(scale(2, number(constants[k]))));
                constants[k - 1] = constants[k] = 0;
                twice = true;
            }
    }
    if (twice || (guarded && join_guarded(merged)) || (any_kinked() && join_lengths(merged))) {
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

/// 1 - sigmoid(u), where nothing is to be merged or opened; else -1.
constexpr int graph::sum_with_number(int a, int b) {
    if (is(a, kind::number)) return is(b, kind::number) ? -1 : sum_with_number(b, a);
    if (!is(b, kind::number) || matrices_->exists || opens_sums_ || any_kinked()) return -1;
    node const &base = (*this)[without_coefficient(a)], &number = (*this)[b];
    if (base.what != kind::call && base.what != kind::symbol && base.what != kind::column) return -1;
    if (!base.number.is_zero() || number.number.is_zero() || !number.number.valid() || !coefficient_of(a).valid()) return -1;
    spend(60);
    int const parts[] = {a, b};
    return intern({.what = kind::sum, .count = 2, .fn = rules_.addition}, parts);
}

constexpr int graph::add(int a, int b) {
    if (int const plain = sum_with_number(a, b); plain >= 0) return plain;
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
constexpr int graph::scale(rational coefficient, int i, mode how) {
    if (coefficient.is_one()) return i;
    if (matrices_->exists && how == mode::as_usual) return matrices_->scale(*this, coefficient, i);
    node const n = (*this)[i];
    if (n.what == kind::number || n.what == kind::scale) {
        rational const both = coefficient * n.number;
        bool const apart = !both.valid() || (n.what == kind::scale && keeps_numbers(operand(i, 0)));
        if (!apart || !coefficient.valid() || !n.number.valid()) return n.what == kind::number ? number(both) : scale(both, operand(i, 0));
    }
    if (n.what == kind::number || n.what == kind::scale || keeps_numbers(i)) {
        buffer<multiplicand> entries;
        entries.push({i, one});
        return product(coefficient, entries);
    }
    if (coefficient.is_zero()) return number(0);
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

constexpr int graph::call(function const& fn, int const* operands, mode how) {
    spend(20);
    if (matrices_->exists && how == mode::as_usual) return matrices_->call(*this, fn, operands);
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
    bool const kink = fn == *rules_.sign || fn == *rules_.length || (rules_.evaluated && fn == *rules_.root) ||
                      is_logarithm_of_sigmoid(fn, operands);
    node const content{.what = kind::call, .count = fn.arity, .number = kink ? marked_kink : 0, .fn = &fn};
    if (fn.arity == 1 && is(operands[0], kind::sum) &&
        (fn == *rules_.sign || fn == *rules_.magnitude)) {  // beside |a - b|, |b - a| is the same
        int const opposite = scale(-1, operands[0]), known = opposite == operands[0] ? -1 : find(content, &opposite);
        if (known >= 0) return fn.symmetry == parity::odd ? scale(-1, known) : known;
    }
    return intern(content, operands);
}

/// Sums and means over rows are linear: their coefficient stands in front.
constexpr int graph::reduction(function const& fn, int of, mode how) {
    if (matrices_->exists && how == mode::as_usual) return matrices_->reduction(*this, fn, of);
    node const n = (*this)[of];
    if (n.what == kind::scale) return scale(n.number, reduction(fn, operand(of, 0)));
    if (n.what == kind::number && of != one) return scale(n.number, reduction(fn, one));
    if (n.what == kind::product && keeps_numbers(of)) {  // those that stay apart from the coefficient
        rational apart = 1;
        buffer<multiplicand> others;
        for (int k = 0; k < n.count; ++k) {
            int const part = operand(of, k);
            bool const divides = is(part, kind::power) && is_number(operand(part, 1), -1),
                       number = is(base_of(part), kind::number) && !is_number(base_of(part), 0);
            if (apart.is_one() && number && (divides || part == base_of(part)))
                apart = divides ? 1 / (*this)[base_of(part)].number : (*this)[part].number;
            else others.push({part, one});
        }
        if (!apart.is_one()) return scale(apart, reduction(fn, product(1, others)));
    }
    if (int const simpler = rules_.simplify(*this, fn, &of); simpler >= 0) return simpler;
    return intern({.what = kind::reduction, .count = 1, .fn = &fn}, &of);
}

}  // namespace leibniz::inline v0_1
