#pragma once

#include <leibniz/algebra/atoms.hpp>

namespace leibniz::inline v0_1::proving {

/// What is known of the signs of atoms and polynomials, and what follows from it: p >= 0 of p = k*q + r with a known q >= 0, of squares, of
/// factors, on intervals of one symbol. It holds of normal forms, isolated points aside; signs.hpp tells strict signs of nodes.
class known_signs : public atoms {
public:
    using atoms::atoms;

    /// From now on p >= 0 is known.
    constexpr void know(polynomial const& p) {
        known_.push(p);
        if (p.terms.size() != 2) return;  // of x - 1 >= 0, x >= 0 follows
        for (int k = 0; k < 2; ++k) {
            polynomial_term const &t = p.terms[k], &rest = p.terms[1 - k];
            if (rest.monomial == monomials::one && rest.coefficient.is_negative() && rational(0) < t.coefficient)
                known_.push(monomial(t.monomial));
        }
    }
    constexpr int known_count() const { return known_.size(); }
    constexpr void forget(int from) { known_.truncate(from); }

    /// |a|, which is a itself where that is known to be positive.
    constexpr int magnitude_atom(int a) {
        if (is_positive(a)) return a;
        atom wanted{.what = atom_kind::magnitude, .of = a, .depends = (*this)[a].depends, .positive = true};
        if (!is_negative(a)) return found_or(wanted, 2, of_atom(a, 2));
        wanted.sign = -1;
        return found_or(wanted, 1, scaled(of_atom(a), -1));
    }
    constexpr int base_magnitude_atom(int b) {
        bool const positive = is_nonnegative(base(b)), negative = !positive && is_nonnegative(scaled(base(b), -1));
        atom wanted{.what = atom_kind::base_magnitude, .of = b, .depends = depends_of(base(b)), .positive = true};
        wanted.sign = positive ? 1 : negative ? -1 : 0;
        if (wanted.sign == 0) return found_or(wanted, 2, product(base(b), base(b)));
        return found_or(wanted, 1, scaled(base(b), wanted.sign));
    }
    /// A base of which a root is taken; |base| if it is known to be positive.
    constexpr int root_base_atom(int b) {
        polynomial const p = base(b);
        if (is_nonnegative(p)) return base_magnitude_atom(b);
        return found_or({.what = atom_kind::root_base, .of = b, .depends = depends_of(p), .positive = true}, 1, p);
    }

    constexpr bool is_of_one_symbol(polynomial const& p) const { return only_symbol(p) >= 0; }

    constexpr bool is_positive(int a) {
        if ((*this)[a].positive) return true;
        for (int k = 0; k < known_.size(); ++k) {
            polynomial const& p = known_[k];
            if (p.is_single() && rational(0) < p.terms[0].coefficient && products().size(p.terms[0].monomial) == 1 &&
                products().begin(p.terms[0].monomial)->atom == a && products().begin(p.terms[0].monomial)->exponent.is_odd())
                return true;
        }
        if (known_.empty()) return false;
        return follows_from_known(of_atom(a));
    }
    /// True if a <= 0 is known.
    constexpr bool is_negative(int a) { return follows_from_known(scaled(of_atom(a), -1)); }
    /// True if p has no zeros: its terms are positive where they are not 0, and one is never 0.
    constexpr bool has_no_zeros(polynomial const& p) {
        bool any = false;
        for (polynomial_term const& t : p.terms) {
            bool never = true;
            for (atom_power const* f = products().begin(t.monomial); f != products().end(t.monomial); ++f)
                never = never && (*this)[f->atom].never_vanishes();
            any = any || never;
        }
        return any && is_sum_of_positive(p);
    }
    /// The sine of which k*p is the square, p = k - k*cos(u)^2 and k = 1 or -1; else -1.
    constexpr int sine_of_square(polynomial const& p, rational k = 1) {
        if (p.terms.size() != 2) return -1;
        int const at = p.terms[0].monomial == monomials::one ? 1 : 0;
        polynomial_term const &c = p.terms[at], &one = p.terms[1 - at];
        if (one.monomial != monomials::one || one.coefficient != k || c.coefficient != -k || products().size(c.monomial) != 1) return -1;
        atom_power const f = *products().begin(c.monomial);
        if (f.exponent != rational(2) || (*this)[f.atom].what != atom_kind::cosine) return -1;
        return sine_atom(fraction((*this)[f.atom].operands[0]));
    }
    /// True if p >= 0 follows from the signs of its terms, or from what is known.
    constexpr bool is_nonnegative(polynomial const& p) {
        if (!has_root(p)) return follows_from_signs(p);
        polynomial const own = p;  // p may be a base, and bases move when there are more
        return follows_from_signs(own) || is_root_and_less(own);
    }

private:
    constexpr bool follows_from_signs(polynomial const& p) {
        if (p.is_zero() || is_sum_of_positive(p) || exceeds_waves(p) || sine_of_square(p) >= 0) return true;
        if (is_square_and_more(p)) return true;
        if (follows_from_known(p) || follows_on_line(p)) return true;
        if (gave_up()) return false;
        factored const f = factors_of(p);
        if (f.bases.size() == 1 && f.bases[0].exponent == 1 && f.monomial == monomials::one) return false;
        int sign = f.coefficient.is_negative() ? -1 : 1;
        for (base_power b : f.bases) {
            if (b.exponent % 2 == 0) continue;
            polynomial const part = base(b.base);
            bool const is_whole = part == p || scaled(part, -1) == p;
            if (!is_whole && is_nonnegative(part)) continue;
            if (is_whole || !is_nonnegative(scaled(part, -1))) return false;
            sign = -sign;
        }
        for (int k = 0; k < products().size(f.monomial); ++k) {
            atom_power const part = products().begin(f.monomial)[k];
            if ((part.exponent.is_integer() && !part.exponent.is_odd()) || is_positive(part.atom)) continue;
            if (!is_negative(part.atom)) return false;
            sign = -sign;
        }
        return sign > 0;
    }
    constexpr bool is_even_or_positive(int m) {
        for (int k = 0; k < products().size(m); ++k) {
            atom_power const f = products().begin(m)[k];
            if (!(f.exponent.is_integer() && !f.exponent.is_odd()) && !(*this)[f.atom].positive && !is_known_atom(f.atom)) return false;
        }
        return true;
    }
    constexpr bool is_known_atom(int a) const {
        if (atom const& of = (*this)[a]; of.what == atom_kind::sign && of.of >= 0)  // a power of the sign of what is positive
            return (*this)[static_cast<int>(of.of)].positive || is_known_atom(static_cast<int>(of.of));
        for (polynomial const& p : known_)
            if (p.is_single() && rational(0) < p.terms[0].coefficient && products().size(p.terms[0].monomial) == 1 &&
                products().begin(p.terms[0].monomial)->atom == a && products().begin(p.terms[0].monomial)->exponent.is_odd())
                return true;
        return false;
    }
    constexpr bool is_sum_of_positive(polynomial const& p) {
        for (polynomial_term const& t : p.terms)
            if (t.coefficient.is_negative() || !is_even_or_positive(t.monomial)) return false;
        return true;
    }
    /// c plus products of sines, cosines and signs, whose coefficients sum up to c at most.
    constexpr bool exceeds_waves(polynomial const& p) {
        rational least = 0;
        for (polynomial_term const& t : p.terms) {
            bool const is_constant = t.monomial == monomials::one;
            least += is_constant || t.coefficient.is_negative() ? t.coefficient : -t.coefficient;
            for (atom_power const* f = products().begin(t.monomial); f != products().end(t.monomial); ++f) {
                atom const& of = (*this)[f->atom];
                bool const waves = of.what == atom_kind::cosine || of.what == atom_kind::sine || of.is_sign();
                if (!waves || f->exponent.is_negative()) return false;
            }
        }
        return least.valid() && !least.is_negative();
    }
    /// a*u^2 + b*u + c of one monomial u, with b^2 <= 4*a*c
    constexpr bool is_square_and_more(polynomial const& p) {
        if (p.terms.size() != 3) return false;
        for (int middle = 0; middle < 3; ++middle) {
            polynomial_term const &b = p.terms[middle], &a = p.terms[(middle + 1) % 3], &c = p.terms[(middle + 2) % 3];
            if (a.coefficient.is_negative() || c.coefficient.is_negative()) continue;
            if (products().product(a.monomial, c.monomial) != products().power(b.monomial, 2)) continue;
            if (!is_even_or_positive(a.monomial) || !is_even_or_positive(c.monomial)) continue;
            rational const square = b.coefficient * b.coefficient, product = rational(4) * a.coefficient * c.coefficient;
            if (square.valid() && product.valid() && square <= product) return true;
        }
        return false;
    }
    /// Whether a term is c*sqrt(b) with c > 0, and there are few others.
    constexpr bool has_root(polynomial const& p) const {
        bool any = false;
        for (polynomial_term const& t : p.terms) any = any || (p.terms.size() <= 3 && rational(0) < t.coefficient && is_root(t.monomial));
        return any;
    }
    constexpr bool is_root(int m) const {
        if (products().size(m) != 1 || products().begin(m)->exponent != rational(1, 2)) return false;
        atom const& of = (*this)[products().begin(m)->atom];
        return of.what == atom_kind::root_base || (of.what == atom_kind::base_magnitude && of.sign > 0);
    }
    /// c*sqrt(b) + r with r^2 <= c^2*b, such as sqrt(x^2 + 1) + x
    constexpr bool is_root_and_less(polynomial const& p) {
        for (polynomial_term const& t : p.terms) {
            if (t.coefficient.is_negative() || !is_root(t.monomial)) continue;
            polynomial const rest = polynomial_ring::sum(p, monomial(t.monomial), -t.coefficient);
            bool plain = true;
            for (polynomial_term const& r : rest.terms)
                for (atom_power const* part = products().begin(r.monomial); part != products().end(r.monomial); ++part)
                    plain = plain && part->exponent.is_integer();
            int const b = static_cast<int>((*this)[products().begin(t.monomial)->atom].of);
            if (plain && follows_from_signs(polynomial_ring::sum(scaled(base(b), t.coefficient * t.coefficient), product(rest, rest), -1)))
                return true;
        }
        return false;
    }
    /// True if p = k*q + r of a known q >= 0, with k > 0 and r a sum of positive terms.
    constexpr bool follows_from_known(polynomial const& p) {
        for (int n = 0; n < known_.size(); ++n) {
            polynomial const q = known_[n];
            for (polynomial_term const& t : q.terms)
                for (polynomial_term const& s : p.terms) {
                    if (s.monomial != t.monomial) continue;
                    rational const k = s.coefficient / t.coefficient;
                    if (!k.valid() || k.is_negative() || k.is_zero()) continue;
                    if (is_sum_of_positive(polynomial_ring::sum(p, q, -k))) return true;
                }
        }
        return false;
    }

    /// The only atom of a polynomial of whole exponents, a symbol; else -1.
    constexpr int only_symbol(polynomial const& p) const {
        int result = -1;
        for (polynomial_term const& t : p.terms)
            for (atom_power const* f = products().begin(t.monomial); f != products().end(t.monomial); ++f) {
                if (!f->exponent.is_integer() || f->exponent.is_negative() || (result >= 0 && f->atom != result)) return -1;
                result = f->atom;
            }
        return result < 0 || ((*this)[result].what != atom_kind::symbol && (*this)[result].what != atom_kind::column) ? -1 : result;
    }
    /// The value of a polynomial in one symbol.
    constexpr rational value_at(polynomial const& p, rational x) const {
        rational result = 0;
        for (polynomial_term const& t : p.terms) {
            rational power = 1;
            if (products().size(t.monomial) > 0) power = power_of(x, products().begin(t.monomial)->exponent.numerator());
            result += t.coefficient * power;
        }
        return result;
    }
    /// Adds the real roots of a polynomial in one symbol; false if they are not found as rational numbers.
    constexpr bool add_roots(polynomial const& p, buffer<rational>& roots) {
        factored const f = factors_of(p);
        if (f.monomial != monomials::one) roots.push(0);
        for (base_power b : f.bases) {
            rational c[3] = {0, 0, 0};
            for (polynomial_term const& t : base(b.base).terms) {
                rational const e = products().size(t.monomial) > 0 ? products().begin(t.monomial)->exponent : rational(0);
                if (rational(2) < e) return false;
                c[e.numerator()] = t.coefficient;
            }
            if (c[2].is_zero()) {
                roots.push(-c[0] / c[1]);
                if (!roots.back().valid()) return false;
                continue;
            }
            rational const discriminant = c[1] * c[1] - rational(4) * c[0] * c[2];
            if (!discriminant.valid()) return false;
            if (discriminant.is_negative()) continue;
            rational const root = root_of(discriminant, 2);
            if (!root.valid()) return false;
            roots.push((root - c[1]) / (rational(2) * c[2]));
            roots.push((-root - c[1]) / (rational(2) * c[2]));
            for (rational r : roots)
                if (!r.valid()) return false;
        }
        return true;
    }
    /// True if p >= 0 at all points where what is known of its only symbol holds, one point of each interval between the roots, and of
    /// whole numbers at the roots too.
    constexpr bool follows_on_line(polynomial const& p) {
        int const x = only_symbol(p);
        if (x < 0 || known_.empty()) return false;
        buffer<int> known;
        for (int k = 0; k < known_.size(); ++k)
            if (only_symbol(known_[k]) == x) known.push(k);
        buffer<rational> roots;
        if (known.empty() || !add_roots(p, roots)) return false;
        for (int k : known)
            if (!add_roots(polynomial(known_[k]), roots)) return false;
        sort(roots.begin(), roots.size(), [](rational a, rational b) { return a < b; });
        buffer<rational> points;
        for (int k = 0; k <= roots.size(); ++k) {
            if (is_whole(x) && k > 0 && roots[k - 1].is_integer()) points.push(roots[k - 1]);
            if (k > 0 && k < roots.size() && roots[k - 1] == roots[k]) continue;
            if (roots.empty()) points.push(0);
            else if (k == 0) points.push(roots[0] - 1);
            else if (k == roots.size()) points.push(roots[k - 1] + 1);
            else points.push((roots[k - 1] + roots[k]) / rational(2));
        }
        for (rational at : points) {
            bool holds = true;
            for (int n : known) holds = holds && !value_at(known_[n], at).is_negative();
            rational const value = value_at(p, at);
            if (!value.valid() || (holds && value.is_negative())) return false;
        }
        return true;
    }

    buffer<polynomial> known_;
};

}  // namespace leibniz::inline v0_1::proving
