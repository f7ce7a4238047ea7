#pragma once

#include <leibniz/algebra/known_signs.hpp>
#include <leibniz/rules/conditions.hpp>

namespace leibniz::inline v0_1::proving {

/// Tells of polynomials whether they may vanish on a whole piece of the space, as x - |x| and floor(x) do, or by a relation of their
/// atoms that is not known here. Who divides by them does not leave just isolated points aside.
class thin_zeros : public known_signs {
public:
    using known_signs::known_signs;

    /// True if a polynomial vanishes at isolated points at most (on curves and surfaces, of several symbols). False: not known.
    constexpr bool has_thin_zeros(polynomial const& p) {
        if (p.is_zero() || gave_up()) return false;
        if (p.is_number() || has_no_zeros(p)) return true;
        factored const f = factors_of(p);
        for (int k = 0; k < products().size(f.monomial); ++k)
            if (!is_thin(products().begin(f.monomial)[k].atom)) return false;
        for (base_power b : f.bases)
            if (polynomial const part = base(b.base); !has_no_zeros(part) && !is_thin(part)) return false;
        return !gave_up();
    }

protected:
    static constexpr int most_magnitudes = 3;

    /// Magnitudes of unknown sign, and signs to the power of whole numbers.
    constexpr buffer<int> signed_atoms(polynomial const& p) const {
        buffer<int> magnitudes;
        for (polynomial_term const& t : p.terms)
            for (int k = 0; k < products().size(t.monomial); ++k) {
                int const a = products().begin(t.monomial)[k].atom;
                atom const& of = (*this)[a];
                bool known = of.sign != 0 || (of.what != atom_kind::magnitude && of.what != atom_kind::base_magnitude && !of.is_sign());
                for (int m : magnitudes) known = known || m == a;
                if (!known) magnitudes.push(a);
            }
        return magnitudes;
    }
    /// p with |a| replaced by a or -a, and (-1)^n by 1 or -1; |a|^(1/2) stays.
    constexpr polynomial without_magnitude(polynomial const& p, int magnitude, bool negative) {
        atom const of = (*this)[magnitude];
        polynomial inner = number(1);
        if (of.what == atom_kind::magnitude) inner = of_atom(static_cast<int>(of.of));
        else if (!of.is_sign()) inner = base(static_cast<int>(of.of));
        polynomial result;
        for (polynomial_term const& t : p.terms) {
            rational const e = products().exponent(t.monomial, magnitude);
            polynomial part = monomial(t.monomial, t.coefficient);
            if (rational(1) <= e) {
                part = shifted(part, negative ? -1 : 1, products().of(magnitude, -1));
                part = product(part, inner);
            }
            result = polynomial_ring::sum(result, part);
        }
        return result;
    }

private:
    /// What is found in a polynomial and in the operands of its atoms.
    struct census {
        buffer<int> seen{};
        bool pieces = false;  // functions that are constant on pieces, and magnitudes
        int unlike = 0;       // atoms between which relations may hold that are not known: pi and atan(x)
        bool roots = false;   // of sums without factors

        constexpr bool is_plain() const { return !pieces && unlike + (roots && unlike > 0 ? 1 : 0) <= 1; }
    };

    constexpr bool is_thin(int a) {
        atom const of = (*this)[a];
        if (of.never_vanishes()) return true;
        switch (of.what) {
            case atom_kind::symbol:
            case atom_kind::column: return true;
            case atom_kind::base_value:
            case atom_kind::root_base:
            case atom_kind::base_magnitude: return has_thin_zeros(polynomial(base(static_cast<int>(of.of))));
            case atom_kind::magnitude: return is_thin(static_cast<int>(of.of));
            default: break;
        }
        census c;
        count(a, c);
        return c.is_plain() && !of.is_constant();
    }

    /// A sum of several terms: with every sign of the magnitudes in it, and of (-1)^n, it is no sum of unlike parts.
    constexpr bool is_thin(polynomial const& p) {
        buffer<int> const magnitudes = signed_atoms(p);
        if (magnitudes.size() > most_magnitudes) return false;
        for (int signs = 0; signs < 1 << magnitudes.size(); ++signs) {
            polynomial q = p;
            for (int m = 0; m < magnitudes.size(); ++m) q = without_magnitude(q, magnitudes[m], (signs >> m) % 2 != 0);
            if (q.is_zero() || gave_up()) return false;
            census c;
            count(q, c);
            if (!c.is_plain()) return false;
        }
        return true;
    }
    constexpr void count(polynomial const& p, census& c) {
        for (polynomial_term const& t : p.terms)
            for (int k = 0; k < products().size(t.monomial); ++k) count(products().begin(t.monomial)[k].atom, c);
    }
    constexpr void count(int a, census& c) {
        for (int known : c.seen)
            if (known == a) return;
        c.seen.push(a);
        spend(20);
        atom const of = (*this)[a];
        for (fraction const& f : of.operands) {
            count(f.over, c);
            for (base_power u : f.under) count(polynomial(base(u.base)), c);
        }
        if (of.what == atom_kind::call) {
            ++c.unlike;
            if (of.is_constant() && !is_row<circle_constant>(*of.fn)) ++c.unlike;
            // J(n, x) of an order that is no integer may have no value anywhere.
            bool const of_order = of.fn->arity > 1 && !(of.operands[0].is_number() && of.operands[0].over.number().is_integer());
            c.pieces = c.pieces || of_order || is_of_pieces(*of.fn);
        }
        // sin(n*pi/2) of whole n is 0 at every other one
        bool const oscillates = of.what == atom_kind::call || of.what == atom_kind::cosine || of.what == atom_kind::sine;
        c.pieces = c.pieces || of.is_sign() || (oscillates && (of.depends & atom::on_whole) != 0 && !is_of_symbols(of.operands));
        if ((of.what == atom_kind::cosine || of.what == atom_kind::sine) && of.is_constant()) c.unlike += 2;
        if (of.what == atom_kind::prime || of.what == atom_kind::prime_logarithm) c.unlike += of.of >= 4'000'000 ? 2 : 0;
        if (of.what == atom_kind::magnitude || of.what == atom_kind::logarithm) {
            c.pieces = c.pieces || of.what == atom_kind::magnitude;
            count(static_cast<int>(of.of), c);
        }
        if (of.what == atom_kind::base_value || of.what == atom_kind::root_base || of.what == atom_kind::base_magnitude ||
            of.what == atom_kind::base_logarithm) {
            bool const plain_root = of.what == atom_kind::root_base && is_linear(base(static_cast<int>(of.of)));
            c.roots = c.roots || plain_root;
            c.unlike += of.what == atom_kind::base_value ? 2 : plain_root ? 0 : 1;
            c.pieces = c.pieces || (of.what == atom_kind::base_magnitude && of.sign == 0);
            count(polynomial(base(static_cast<int>(of.of))), c);
        }
    }
    /// True for polynomials in symbols, and quotients of them.
    constexpr bool is_of_symbols(buffer<fraction> const& all) const {
        auto const is_plain = [&](polynomial const& p) {
            for (polynomial_term const& t : p.terms)
                for (atom_power const* f = products().begin(t.monomial); f != products().end(t.monomial); ++f)
                    if ((*this)[f->atom].what != atom_kind::symbol && (*this)[f->atom].what != atom_kind::column) return false;
            return true;
        };
        for (fraction const& f : all) {
            if (!is_plain(f.over)) return false;
            for (base_power u : f.under)
                if (!is_plain(base(u.base))) return false;
        }
        return true;
    }
    /// a + b*x + c*y of symbols.
    constexpr bool is_linear(polynomial const& p) {
        for (polynomial_term const& t : p.terms) {
            if (t.monomial == monomials::one) continue;
            atom_power const f = *products().begin(t.monomial);
            atom_kind const what = (*this)[f.atom].what;
            if (products().size(t.monomial) > 1 || !f.exponent.is_one() || (what != atom_kind::symbol && what != atom_kind::column))
                return false;
        }
        return true;
    }
    /// True for functions that are constant on pieces, or unknown.
    static constexpr bool is_of_pieces(function const& fn) {
        return !fn.of_library || fn.exact || is_row<rounded_down>(fn) || is_row<rounded_up>(fn) || is_row<rounded>(fn) ||
               is_row<truncated>(fn) || is_row<integrality>(fn) || is_row<remainder_of_division>(fn) || is_row<floored_modulo>(fn) ||
               is_row<signum>(fn) || is_row<cube_root>(fn) || is_row<cardinal_sine>(fn) || is_row<relative_exponential>(fn) ||
               is_row<exponential_unit>(fn) || is_row<scaled_exponential_unit>(fn) || is_row<angle>(fn);
    }
};

}  // namespace leibniz::inline v0_1::proving
