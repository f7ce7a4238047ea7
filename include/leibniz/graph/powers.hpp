#pragma once

#include <leibniz/arithmetic/rational_powers.hpp>
#include <leibniz/graph/canonical.hpp>  // which calls this in turn: each header brings the other
#include <leibniz/graph/graph.hpp>
#include <leibniz/graph/unfolded.hpp>

// Powers of canonical nodes.

namespace leibniz::inline v0_1 {

constexpr int graph::power(int base, int exponent, mode how) {
    if (matrices_->exists && how == mode::as_usual) return matrices_->power(*this, base, exponent);
    node const b = (*this)[base], e = (*this)[exponent];
    if (e.what == kind::number) {
        if (e.number.is_zero()) return number(1);
        if (e.number.is_one()) return base;
        if (b.what == kind::number) {
            int const folded = fold_power(b.number, e.number);
            if (folded >= 0) return folded;
            if (b.number.is_zero() && e.number != rational(-1)) return power(base, number(-1));  // 1/0^2 is 1/0
            if (e.number.is_integer() && !b.number.is_zero()) {
                buffer<multiplicand> entries;
                entries.push({base, exponent});
                return product(1, entries);
            }
        }
        if (e.number.is_integer()) {
            if (b.what == kind::call && *b.fn == *rules_.magnitude && !e.number.is_odd())
                return power(operand(base, 0), exponent);  // |u|^2n = u^2n
            if (is_sign(base) && (e.number.is_odd() || !bends(operand(base, 0)))) {
                if (e.number.is_negative()) record({predicate::nonzero, operand(base, 0)});
                else if (!e.number.is_odd()) record({predicate::nonzero, base});  // as a limit; at 0 itself it is 0
                return e.number.is_odd() ? base : one;
            }
            if (b.what == kind::call && b.fn->hash == rules_.cube_root && e.number.numerator() % 3 == 0)  // cbrt(u)^3n = u^n
                return power(operand(base, 0), number(e.number / rational(3)));
            if (b.what == kind::power) {  // (u^a)^n = u^(a*n) for every integer n
                rational const inner = (*this)[operand(base, 1)].number;
                bool const numbered = is(operand(base, 1), kind::number), root = numbered && !inner.is_integer();
                int const merged = multiply(operand(base, 1), exponent);
                if (root && (*this)[merged].number.is_integer()) record({predicate::nonnegative, operand(base, 0)});
                if (!numbered && has_fractions(operand(base, 1)) && !has_fractions(merged)) record({predicate::nonzero, base});
                if (numbered && inner.is_negative() && e.number.is_negative()) record({predicate::nonzero, operand(base, 0)});  // 1/(1/x)
                return power(operand(base, 0), merged);
            }
            if (b.what == kind::product || b.what == kind::scale) {  // (u*v)^n = u^n * v^n for every integer n
                rational const coefficient = b.what == kind::scale ? b.number : rational(1);
                long long const n = e.number.numerator();
                rational const folded = power_of(coefficient, n), divisor = folded.valid() ? rational(1) : power_of(coefficient, -n);
                if (divisor.valid()) {
                    int const inner = b.what == kind::scale ? operand(base, 0) : base;
                    buffer<multiplicand> entries;
                    if (is(inner, kind::product))
                        for (int k = 0; k < (*this)[inner].count; ++k) entries.push({power(operand(inner, k), exponent), one});
                    else entries.push({power(inner, exponent), one});
                    if (!folded.valid()) {
                        entries.push({power(number(divisor), number(-1)), one});
                        return product(1, entries);
                    }
                    int const result = product(folded, entries), p = without_coefficient(result);
                    bool const same = coefficient_of(result) == folded;  // |3x|^2 gives 9 to it, which inner^exponent has already
                    if (same && inner < p && exponent < p && is(p, kind::product)) formed_of(p, inner, exponent, product_formation::power);
                    return result;
                }
            }
        } else if (b.what == kind::power && is(operand(base, 1), kind::number)) {
            rational const whole = (*this)[operand(base, 1)].number, m = whole * e.number;
            if (whole.is_integer() && !whole.is_odd() && m.is_integer() &&
                !(whole == rational(2) && m.is_one())) {  // (u^2n)^(m/2n) = |u|^m
                int const u = operand(base, 0);
                if (whole.is_negative() && e.number.is_negative()) record({predicate::nonzero, u});
                return power(m.is_odd() ? power(power(u, number(2)), number(rational(1, 2))) : u, number(m));
            }
        }
    } else if (is_number(base, 1)) {
        return base;
    }
    int const operands[] = {base, exponent};
    if (int const simpler = rules_.simplify(*this, *rules_.power, operands); simpler >= 0) return simpler;
    return intern({.what = kind::power, .count = 2, .fn = rules_.power}, operands);
}

/// Numbers fold exactly or not at all: 4^(1/2) is 2, 2^(1/2) stays. -1 where it stays.
constexpr int graph::fold_power(rational base, rational exponent) {
    if (base.is_one()) return number(1);
    if (base.is_zero()) return exponent.is_negative() ? -1 : number(0);
    rational const root = exponent.is_integer() ? base : root_of(base, exponent.denominator());
    rational const folded = root.valid() ? power_of(root, exponent.numerator()) : root;
    return folded.valid() ? number(folded) : -1;
}

}  // namespace leibniz::inline v0_1
