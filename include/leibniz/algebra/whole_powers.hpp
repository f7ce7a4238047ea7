#pragma once

#include <leibniz/algebra/powers.hpp>

namespace leibniz::inline v0_1::proving {

/// Signs to the power of whole numbers: x^n is |x|^n times sign(x)^n, and sign(x)^(n^2 + 2*n) is sign(x)^n. Steps at whole numbers.
class whole_powers : public powers {
public:
    using powers::powers;

    using powers::is_on_whole;
    using powers::is_whole;
    constexpr bool is_on_whole(fraction const& f) const { return (depends_of(f) & atom::on_whole) != 0; }
    constexpr bool is_whole(fraction const& f) const { return f.under.empty() && powers::is_whole(f.over); }

protected:
    /// 1 where w > 0 (or w = 0, if it is not strict), else 0. `exact`: of numbers as they stand.
    constexpr fraction step_form(fraction const& w, bool strict, bool exact) {
        if (w.is_number() && exact) {
            rational const value = w.over.number();
            return constant(value.is_negative() || (strict && value.is_zero()) ? 0 : 1);
        }
        if (is_on_whole(w)) return step_on_whole(w, strict);
        if (has_thin_zeros(w.over)) return step_beside_zeros(w);
        return step_atom(w, strict);
    }

    /// (-1)^k, k whole.
    constexpr fraction sign_of_number(fraction const& k) { return to_the(k, atom_kind::sign, -1, constant(-1)); }
    /// The sign of f to the power of k, which is whole; gives up for f = 0.
    constexpr fraction sign_form(fraction const& f, fraction const& k) {
        if (f.over.is_zero()) {
            give_up();
            return {};
        }
        factored const found = factors_of(f);
        fraction result = one();
        if (found.coefficient.is_negative()) result = sign_of_number(k);
        for (int n = 0; n < products().size(found.monomial) && !gave_up(); ++n) {
            atom_power const a = products().begin(found.monomial)[n];
            if (a.exponent.is_odd()) result = product(result, sign_of_atom(a.atom, k));
        }
        for (base_power b : found.bases)
            if (b.exponent % 2 != 0 && !gave_up()) result = product(result, sign_of_base(b.base, k));
        return result;
    }

private:
    /// (1 + w/|w|)/2
    constexpr fraction step_beside_zeros(fraction const& w) {
        parts p;
        collect(w, -1, p);
        fraction const sign = product(w, product_of(p));
        return product(constant(rational(1, 2)), sum(one(), sign));
    }
    /// The zeros of a whole number are no isolated points: its steps may not be left aside there. w > 0 is 2*w - 1 > 0 and w >= 0 is
    /// 2*w + 1 > 0, and these are never 0.
    constexpr fraction step_on_whole(fraction const& w, bool strict) {
        rational const first = leading(w.over).coefficient;
        fraction const scaled_down = product(w, constant(rational(1) / (first.is_negative() ? -first : first)));
        bool const is_scaled = is_whole(scaled_down);
        if (is_scaled || is_whole(w)) {
            fraction const u = sum(constant(strict ? -1 : 1), is_scaled ? scaled_down : w, 2);
            if (is_nonnegative(u.over)) return one();
            if (is_nonnegative(scaled(u.over, -1))) return {};
            return step_beside_zeros(u);
        }
        if (first.is_negative()) return sum(one(), step_atom(negative(scaled_down), !strict), -1);
        return step_atom(scaled_down, strict);
    }
    constexpr fraction step_atom(fraction const& w, bool strict) {
        buffer<fraction> operands;
        operands.push(w);
        operands.push({});
        return atom_form(
            call_atom(strict ? *detail::registered<greater_than>::descriptor : *detail::registered<at_least>::descriptor, operands));
    }
    constexpr fraction sign_of_atom(int a, fraction const& k) {
        atom const of = (*this)[a];
        if (is_positive(a)) return one();
        if (is_negative(a)) return sign_of_number(k);
        if (of.is_sign()) {
            fraction const both = product(of.operands[0], k);
            if (of.of < 0) return sign_of_number(both);
            if (of.what == atom_kind::sign) return sign_of_atom(static_cast<int>(of.of), both);
            return sign_of_base(static_cast<int>(of.of), both);
        }
        if (of.what == atom_kind::base_value) return sign_of_base(static_cast<int>(of.of), k);
        return to_the(k, atom_kind::sign, a, product(atom_form(a), atom_form(magnitude_atom(a), -1)));
    }
    constexpr fraction sign_of_base(int b, fraction const& k) {
        polynomial const p = base(b);
        if (is_nonnegative(p)) return one();
        if (is_nonnegative(scaled(p, -1))) return sign_of_number(k);
        return to_the(k, atom_kind::base_sign, b, product(whole(p), atom_form(base_magnitude_atom(b), -1)));
    }
    /// s^k by the signs of its terms; s itself is `once`.
    constexpr fraction to_the(fraction const& k, atom_kind kind, long long of, fraction const& once) {
        fraction result = one();
        for (polynomial_term const& t : k.over.terms) {
            if (!t.coefficient.is_odd()) continue;
            if (t.monomial == monomials::one) {
                result = product(result, once);
                continue;
            }
            buffer<atom_power> parity;
            for (int n = 0; n < products().size(t.monomial); ++n) parity.push({products().begin(t.monomial)[n].atom, 1});
            result = product(result, atom_form(sign_atom(kind, of, products().of(parity))));
        }
        return result;
    }
};

}  // namespace leibniz::inline v0_1::proving
