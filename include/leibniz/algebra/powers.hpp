#pragma once

#include <leibniz/algebra/whole_zeros.hpp>

namespace leibniz::inline v0_1::proving {

/// Logarithms, exponentials and real powers of products, taken apart.
class powers : public whole_zeros {
public:
    using whole_zeros::whole_zeros;

protected:
    /// |c|^e, |atom|^e and |base|^e, of which logarithms and powers are made.
    struct parts {
        buffer<atom_power> numbers{}, atoms{}, bases{};  // of a number: its prime
        bool vanishes = false;
    };

    constexpr fraction one() const { return constant(1); }
    constexpr fraction atom_form(int a, rational exponent = 1) { return whole(reduced(of_atom(a, exponent))); }

    constexpr void collect(fraction const& f, rational e, parts& p) {
        if (f.over.is_zero()) {
            p.vanishes = true;
            return;
        }
        factored const found = factors_of(f);
        collect_number(found.coefficient, e, p);
        for (int k = 0; k < products().size(found.monomial); ++k) {
            atom_power const a = products().begin(found.monomial)[k];
            if (!(*this)[a.atom].is_sign()) p.atoms.push({a.atom, a.exponent * e});
        }
        for (base_power b : found.bases) {
            if (int const s = sine_of_square(base(b.base), -1); s >= 0) p.atoms.push({s, rational(2 * b.exponent) * e});
            else p.bases.push({b.base, rational(b.exponent) * e});
        }
    }
    constexpr void collect_number(rational c, rational e, parts& p) {
        if (!c.is_fraction()) return give_up();
        if (c.is_zero()) p.vanishes = true;
        collect_primes(c.is_negative() ? -c.numerator() : c.numerator(), e, p);
        collect_primes(c.denominator(), -e, p);
    }
    constexpr void collect_primes(long long n, rational e, parts& p) {
        for (long long d = 2; d < 2000 && d * d <= n; ++d) {
            spend(4);
            for (; n % d == 0; n /= d) p.numbers.push({static_cast<int>(d), e});
        }
        if (n > 1) {
            if (n > 0x7fff'ffff) return give_up();
            p.numbers.push({static_cast<int>(n), e});
        }
    }
    constexpr fraction product_of(parts const& p) {
        fraction result = one();
        for (atom_power n : p.numbers) result = product(result, atom_form(prime_atom(n.atom), n.exponent));
        for (atom_power a : p.atoms) {
            int const m = magnitude_atom(a.atom);
            result = product(result, atom_form(m, a.exponent));
        }
        for (atom_power b : p.bases) result = product(result, atom_form(base_magnitude_atom(b.atom), b.exponent));
        return result;
    }
    constexpr fraction logarithm_of(parts const& p) {
        fraction result;
        for (atom_power n : p.numbers) result = sum(result, atom_form(prime_logarithm_atom(n.atom)), n.exponent);
        for (atom_power b : p.bases) result = sum(result, atom_form(base_logarithm_atom(b.atom)), b.exponent);
        for (atom_power a : p.atoms) {
            atom const of = (*this)[a.atom];
            switch (of.what) {
                case atom_kind::exponential: result = sum(result, of.operands[0], a.exponent); break;
                case atom_kind::prime: result = sum(result, atom_form(prime_logarithm_atom(of.of)), a.exponent); break;
                case atom_kind::magnitude: result = sum(result, atom_form(logarithm_atom(static_cast<int>(of.of))), a.exponent); break;
                case atom_kind::base_value:
                case atom_kind::root_base:
                case atom_kind::base_magnitude:
                    result = sum(result, atom_form(base_logarithm_atom(static_cast<int>(of.of))), a.exponent);
                    break;
                default: result = sum(result, atom_form(logarithm_atom(a.atom)), a.exponent);
            }
        }
        return result;
    }

    /// exp(a + b) = exp(a)*exp(b), exp(c*a) = exp(a)^c, exp(c*log|a|) = |a|^c
    constexpr fraction exponential_form(fraction const& u) {
        fraction result = one();
        for (polynomial_term t : u.over.terms) {
            if (gave_up()) break;
            parts p;
            if (u.under.empty() && products().size(t.monomial) == 1 && products().begin(t.monomial)->exponent.is_one()) {
                int const a = products().begin(t.monomial)->atom;
                atom const of = (*this)[a];
                if (of.what == atom_kind::logarithm) p.atoms.push({static_cast<int>(of.of), t.coefficient});
                if (of.what == atom_kind::base_logarithm) p.bases.push({static_cast<int>(of.of), t.coefficient});
                if (of.what == atom_kind::prime_logarithm) p.numbers.push({static_cast<int>(of.of), t.coefficient});
            }
            if (p.atoms.empty() && p.bases.empty() && p.numbers.empty())
                p.atoms.push({exponential_atom({monomial(t.monomial), u.under}), t.coefficient});
            result = product(result, product_of(p));
        }
        return result;
    }
};

}  // namespace leibniz::inline v0_1::proving
