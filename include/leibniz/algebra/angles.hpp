#pragma once

#include <leibniz/algebra/whole_powers.hpp>
#include <leibniz/rules/functions.hpp>

namespace leibniz::inline v0_1::proving {

/// Sines and cosines of sums and multiples, in those of their parts.
class angles : public whole_powers {
public:
    using whole_powers::whole_powers;

    /// True if the angles of one formula are fractions of those that others were taken apart into: begin anew.
    constexpr bool has_finer_angles() const { return finer_; }

protected:
    struct angle {
        fraction cosine, sine;
    };
    struct part_of_angle {
        fraction key{};
        long long divisor = 1;
    };
    constexpr angle added(angle const& a, angle const& b) {
        return {sum(product(a.cosine, b.cosine), product(a.sine, b.sine), -1), sum(product(a.sine, b.cosine), product(a.cosine, b.sine))};
    }
    constexpr angle angle_form(fraction const& u) {
        angle result{one(), {}};
        for (polynomial_term t : u.over.terms) {
            if (gave_up()) break;
            result = added(result, multiple(fraction{monomial(t.monomial), u.under}, t.coefficient));
        }
        return result;
    }
    /// Cosine and sine of c*u, of those of u/d, where all that occurs are multiples of u/d. High multiples stay what they are.
    constexpr angle multiple(fraction const& u, rational c) {
        if (c.is_negative()) {
            angle const opposite = multiple(u, -c);
            return {opposite.cosine, negative(opposite.sine)};
        }
        if (!c.is_fraction() || c.denominator() > 1'000) return of_key(product(u, constant(c)));
        if (is_pi(u) && 12 % c.denominator() == 0) return of_pi(c * rational(12));
        if (int const k = whole_by_pi(u); k != monomials::one) {  // the whole part of c apart: cos(k*pi) = (-1)^k
            rational const rest = c - rational(c.numerator() / c.denominator());
            angle const turned{sign_of_number(whole(monomial(k, c - rest))), {}};
            if (rest.is_zero()) return turned;
            if (rest != c) return added(turned, multiple(u, rest));
        }
        int place = 0;
        while (place < angles_.size() && !same(angles_[place].key, u)) ++place;
        if (place == angles_.size()) angles_.push({u, 1});
        if (long long& divisor = angles_[place].divisor; divisor % c.denominator() != 0 && divisor < 1'000) {
            divisor *= c.denominator() / detail::greatest_common_divisor(divisor, c.denominator());
            finer_ = true;
        }
        rational const divisor = angles_[place].divisor, times = c * divisor;
        if (!times.is_integer() || times > rational(40)) return of_key(product(u, constant(c)));
        angle step, result{one(), {}};
        if (!divisor.is_one() || !is_inverse(u, step)) step = of_key(product(u, constant(rational(1) / divisor)));
        for (long long k = times.numerator(); k > 0 && !gave_up(); k /= 2) {
            if (k % 2 != 0) result = added(result, step);
            if (k > 1) step = added(step, step);
        }
        return result;
    }
    constexpr angle of_key(fraction const& key) {
        fraction const cosine = atom_form(cosine_atom(key));
        return {cosine, atom_form(sine_atom(key))};
    }
    constexpr bool is_pi(fraction const& u) const {
        if (!u.under.empty() || products().size(u.over.terms[0].monomial) != 1) return false;
        atom_power const a = *products().begin(u.over.terms[0].monomial);
        return a.exponent.is_one() && is_pi(a.atom);
    }
    constexpr bool is_pi(int a) const { return (*this)[a].what == atom_kind::call && is_row<circle_constant>(*(*this)[a].fn); }
    /// The product k of u = k*pi, where it is whole; else the product of nothing.
    constexpr int whole_by_pi(fraction const& u) {
        buffer<atom_power> rest;
        int const m = u.over.terms[0].monomial;
        for (int n = 0; n < products().size(m); ++n) {
            atom_power const a = products().begin(m)[n];
            bool const by_pi = a.exponent.is_one() && is_pi(a.atom);
            if (!by_pi) rest.push(a);
        }
        if (!u.under.empty() || rest.empty() || rest.size() == products().size(m)) return monomials::one;
        int const k = products().of(rest);
        return is_whole(whole(monomial(k))) ? k : monomials::one;
    }
    /// Cosine and sine of n*pi/12.
    constexpr angle of_pi(rational twelfths) {
        long long const n = twelfths.numerator() % 24;
        fraction const root2 = atom_form(prime_atom(2), rational(1, 2)), root3 = atom_form(prime_atom(3), rational(1, 2));
        fraction const quarter = product(root2, constant(rational(1, 4)));
        angle const step{product(quarter, sum(root3, one())), product(quarter, sum(root3, one(), -1))};  // of pi/12
        angle result{one(), {}};
        for (long long k = 0; k < n; ++k) result = added(result, step);
        return result;
    }
    /// Finds those of the angles asin(v) and atan(v); false for others.
    constexpr bool is_inverse(fraction const& u, angle& found) {
        if (!u.under.empty() || products().size(u.over.terms[0].monomial) != 1) return false;
        atom_power const a = *products().begin(u.over.terms[0].monomial);
        atom const of = (*this)[a.atom];
        if (of.what != atom_kind::call || !a.exponent.is_one()) return false;
        bool const tangent = is_row<arc_tangent>(*of.fn);
        if (!tangent && !is_row<arc_sine>(*of.fn)) return false;
        fraction const v = of.operands[0], square = product(v, v);
        parts p;
        collect(sum(one(), square, tangent ? 1 : -1), rational(tangent ? -1 : 1, 2), p);
        if (p.vanishes && tangent) give_up();
        // No conditional expressions: g++ 12 destroys their results too early in a constant expression.
        if (p.vanishes) found.cosine = {};
        else found.cosine = product_of(p);
        if (tangent) found.sine = product(v, found.cosine);
        else found.sine = v;
        return true;
    }

    bool finer_ = false;

private:
    buffer<part_of_angle> angles_;
};

}  // namespace leibniz::inline v0_1::proving
