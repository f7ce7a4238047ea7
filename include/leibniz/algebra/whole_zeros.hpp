#pragma once

#include <leibniz/algebra/thin_zeros.hpp>

namespace leibniz::inline v0_1::proving {

/// Zeros at single values of whole numbers: those of n - 1 are no isolated points, as x - 1 has them, but a piece for each n.
class whole_zeros : public thin_zeros {
public:
    using thin_zeros::is_whole;
    using thin_zeros::thin_zeros;

    constexpr bool is_on_whole(polynomial const& p) const { return (depends_of(p) & atom::on_whole) != 0; }
    /// True for polynomials in whole atoms with whole coefficients.
    constexpr bool is_whole(polynomial const& p) const {
        bool all = is_of_whole(p);
        for (polynomial_term const& t : p.terms) all = all && t.coefficient.is_integer();
        return all;
    }
    /// True for polynomials in whole atoms.
    constexpr bool is_of_whole(polynomial const& p) const {
        for (polynomial_term const& t : p.terms)
            for (atom_power const* a = products().begin(t.monomial); a != products().end(t.monomial); ++a)
                if (!is_whole_power(*a)) return false;
        return true;
    }
    /// What is not negative where p > 0: of n - 3, n - 4; p itself where it is not a whole number, and nothing (zero) if it is not
    /// known to be one. A number that may be 0 stays what it is.
    constexpr polynomial less_by_one(polynomial const& p) {
        if (!is_on_whole(p) || !is_of_whole(p)) return {};
        rational content = 0;
        for (polynomial_term const& t : p.terms) content = common_divisor(content, t.coefficient);
        rational const inverse = rational(1) / content;
        if (!inverse.valid()) return {};
        return polynomial_ring::sum(scaled(p, inverse), number(-1));
    }
    /// True if p may vanish on a piece, as far as whole numbers are concerned: at some of them, whatever else there is.
    constexpr bool has_whole_zeros(polynomial const& p) {
        if (!is_on_whole(p) || has_no_zeros(p)) return false;
        factored const f = factors_of(p);
        for (int k = 0; k < products().size(f.monomial); ++k)
            if (vanishes_at_whole(products().begin(f.monomial)[k].atom)) return true;
        for (base_power b : f.bases)
            if (polynomial const part = base(b.base); is_on_whole(part) && !has_no_zeros(part) && vanishes_at_whole(part)) return true;
        return gave_up();
    }

private:
    /// A term c*w*r*e: w a product of whole atoms, r of what does not depend on any, e of exponentials of multiples of whole numbers.
    struct parted_term {
        rational coefficient = 1;
        int whole = monomials::one, rest = monomials::one, exponentials = monomials::one;
    };

    constexpr bool is_whole_power(atom_power const& a) const {
        return atoms::is_whole(a.atom) && a.exponent.is_integer() && !a.exponent.is_negative();
    }
    constexpr bool vanishes_at_whole(int a) {
        atom const of = (*this)[a];
        if (of.never_vanishes()) return false;
        switch (of.what) {
            case atom_kind::base_value:
            case atom_kind::root_base:
            case atom_kind::base_magnitude: return has_whole_zeros(polynomial(base(static_cast<int>(of.of))));
            case atom_kind::magnitude: return vanishes_at_whole(static_cast<int>(of.of));
            default: return (of.depends & atom::on_whole) != 0 && !(is_whole(a) && never_vanishes(of_atom(a)));
        }
    }
    /// A sum, with every sign of the magnitudes and of (-1)^n in it.
    constexpr bool vanishes_at_whole(polynomial const& p) {
        buffer<int> const magnitudes = signed_atoms(p);
        if (magnitudes.size() > most_magnitudes) return true;
        for (int signs = 0; signs < 1 << magnitudes.size(); ++signs) {
            polynomial q = p;
            buffer<int> odd;  // whole atoms that are odd where these signs are such
            for (int m = 0; m < magnitudes.size(); ++m) {
                bool const negative = (signs >> m) % 2 != 0;
                q = without_magnitude(q, magnitudes[m], negative);
                if (atom const& of = (*this)[magnitudes[m]]; negative && of.is_sign())
                    for (polynomial_term const& t : of.operands[0].over.terms)
                        for (atom_power const* a = products().begin(t.monomial); a != products().end(t.monomial); ++a) odd.push(a->atom);
            }
            if (may_cancel(q, odd)) return true;
        }
        return false;
    }

    /// False if the terms of p never cancel each other whatever the whole numbers are.
    constexpr bool may_cancel(polynomial const& p, buffer<int> const& odd) {
        buffer<parted_term> parts;
        bool powers = false, wholes = false;
        buffer<int> plain, logarithms;  // atoms in the rest, and those whose powers occur
        for (polynomial_term const& t : p.terms) {
            parted_term part{t.coefficient};
            for (int k = 0; k < products().size(t.monomial); ++k) {
                atom_power const f = products().begin(t.monomial)[k];
                atom const& of = (*this)[f.atom];
                if (is_whole_power(f)) part.whole = products().product(part.whole, products().of(f.atom, f.exponent)), wholes = true;
                else if ((of.depends & atom::on_whole) == 0) {
                    part.rest = products().product(part.rest, products().of(f.atom, f.exponent));
                    plain.push(f.atom);
                } else if (of.what == atom_kind::exponential && of.operands[0].under.empty()) {
                    part.exponentials = products().product(part.exponentials, products().of(f.atom, f.exponent));
                    powers = true;
                    for (polynomial_term const& key : of.operands[0].over.terms)
                        for (atom_power const* a = products().begin(key.monomial); a != products().end(key.monomial); ++a)
                            if ((*this)[a->atom].what == atom_kind::logarithm) logarithms.push(static_cast<int>((*this)[a->atom].of));
                } else {
                    return true;
                }
            }
            parts.push(part);
        }
        if (powers && wholes) return true;
        for (int a : plain)
            for (int b : logarithms)
                if (a == b) return true;
        if (!powers) {  // polynomials in whole numbers, each times another rest: one that has no zero
            for (parted_term const& first : parts) {
                polynomial group;
                for (parted_term const& other : parts)
                    if (other.rest == first.rest) group = polynomial_ring::sum(group, monomial(other.whole, other.coefficient));
                if (has_no_whole_root(group, odd)) return false;
            }
            return true;
        }
        for (int i = 0; i < parts.size(); ++i)
            for (int k = 0; k < i; ++k)
                if (parts[i].rest == parts[k].rest && parts[i].coefficient.is_negative() != parts[k].coefficient.is_negative() &&
                    may_meet(parts[i].exponentials, parts[k].exponentials, odd))
                    return true;
        return false;
    }
    /// True if exp(n*u) and exp(m*v) may be the same for some whole n and m.
    constexpr bool may_meet(int left, int right, buffer<int> const& odd) {
        int const quotient = products().quotient(left, right);
        buffer<int> rests;
        buffer<polynomial> multiples;
        for (int k = 0; k < products().size(quotient); ++k) {
            atom_power const f = products().begin(quotient)[k];
            polynomial const key = (*this)[f.atom].operands[0].over;
            for (polynomial_term const& t : key.terms) {
                int whole = monomials::one, rest = monomials::one;
                for (int a = 0; a < products().size(t.monomial); ++a) {
                    atom_power const part = products().begin(t.monomial)[a];
                    int& side = is_whole_power(part) ? whole : rest;
                    side = products().product(side, products().of(part.atom, part.exponent));
                }
                int place = 0;
                while (place < rests.size() && rests[place] != rest) ++place;
                if (place == rests.size()) rests.push(rest), multiples.push({});
                multiples[place] = polynomial_ring::sum(multiples[place], monomial(whole, t.coefficient * f.exponent));
            }
        }
        for (polynomial const& multiple : multiples)
            if (has_no_whole_root(multiple, odd)) return false;
        return true;
    }
    /// True for numbers but 0, products of odd numbers, 2*n + 1, and what is known to be positive or negative.
    constexpr bool has_no_whole_root(polynomial const& p, buffer<int> const& odd) {
        if (p.is_zero()) return false;
        if (p.is_number()) return true;
        bool all_odd = p.is_single();
        for (int k = 0; all_odd && k < products().size(p.terms[0].monomial); ++k) {
            bool known = false;
            for (int o : odd) known = known || o == products().begin(p.terms[0].monomial)[k].atom;
            all_odd = known;
        }
        if (all_odd || never_vanishes(p)) return true;
        if (p.terms.size() != 2) return false;
        for (int k = 0; k < 2; ++k) {
            polynomial_term const &t = p.terms[k], &constant_term = p.terms[1 - k];
            if (constant_term.monomial != monomials::one || products().size(t.monomial) != 1) continue;
            rational const root = -constant_term.coefficient / t.coefficient;
            if (products().begin(t.monomial)->exponent.is_one() && root.valid() && !root.is_integer()) return true;
        }
        return false;
    }

public:
    /// True if a polynomial in whole numbers is known to be positive or negative.
    constexpr bool never_vanishes(polynomial const& p) {
        if (polynomial const less = less_by_one(p); !less.is_zero() && is_nonnegative(less)) return true;
        polynomial const less = less_by_one(scaled(p, -1));
        return !less.is_zero() && is_nonnegative(less);
    }
};

}  // namespace leibniz::inline v0_1::proving
