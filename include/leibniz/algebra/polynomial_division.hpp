#pragma once

#include <leibniz/algebra/polynomial.hpp>

namespace leibniz::inline v0_1 {

/// Division of polynomials, and square roots of squares.
class polynomial_division : public polynomial_ring {
public:
    using polynomial_ring::polynomial_ring;

    /// The quotient a/b if b divides a without known powers, else nothing (zero). Exponents of both are 0 or more.
    constexpr polynomial exact_quotient(polynomial const& a, polynomial const& b) {
        return searched([&] { return quotient_of(a, b); });
    }
    /// A polynomial whose square is p, or nothing (zero).
    constexpr polynomial square_root(polynomial const& p) {
        return searched([&] { return root_of_square(p); });
    }

private:
    constexpr polynomial quotient_of(polynomial a, polynomial const& b) {
        polynomial quotient;
        polynomial_term const divisor = leading(b);
        for (int steps = 0; !a.is_zero(); ++steps) {
            polynomial_term const first = leading(a);
            int const m = products().quotient(first.monomial, divisor.monomial);
            for (atom_power const* p = products().begin(m); p != products().end(m); ++p)
                if (p->exponent.is_negative()) return {};
            rational const c = first.coefficient / divisor.coefficient;
            if (!c.valid() || steps > 300 || gave_up()) return {};
            polynomial shifted;
            spend(30 * b.terms.size());
            for (polynomial_term const& t : b.terms) shifted.terms.push({t.coefficient, products().product(t.monomial, m)});
            a = sum(a, collected(shifted), -c);
            quotient = sum(quotient, monomial(m, c));
        }
        return quotient;
    }

    constexpr polynomial root_of_square(polynomial const& p) {
        polynomial_term const first = leading(p);
        rational const c = root_of(first.coefficient, 2);
        if (!c.valid() || !is_square(first.monomial)) return {};
        int const m = products().power(first.monomial, rational(1, 2));
        polynomial root = monomial(m, c);
        for (int steps = 0; steps < 40 && !gave_up(); ++steps) {
            polynomial square, rest = p;
            for (polynomial_term const& s : root.terms) {
                square.terms.clear();
                for (polynomial_term const& t : root.terms)
                    square.terms.push({s.coefficient * t.coefficient, products().product(s.monomial, t.monomial)});
                rest = sum(rest, collected(square), -1);
            }
            if (rest.is_zero()) return root;
            polynomial_term const next = leading(rest);
            int const q = products().quotient(next.monomial, m);
            for (atom_power const* f = products().begin(q); f != products().end(q); ++f)
                if (f->exponent.is_negative()) return {};
            if (!products().greater(m, q)) return {};
            rational const d = next.coefficient / (rational(2) * c);
            if (!d.valid()) return {};
            root = sum(root, monomial(q, d));
        }
        return {};
    }
    constexpr bool is_square(int m) const {
        for (atom_power const* f = products().begin(m); f != products().end(m); ++f)
            if (!(f->exponent / rational(2)).is_integer()) return false;
        return true;
    }
};

}  // namespace leibniz::inline v0_1
