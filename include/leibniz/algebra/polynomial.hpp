#pragma once

#include <leibniz/algebra/monomials.hpp>
#include <leibniz/arithmetic/rational_powers.hpp>
#include <leibniz/graph/graph.hpp>

namespace leibniz::inline v0_1 {

/// coefficient * monomial, an entry of a polynomial.
struct polynomial_term {
    rational coefficient = 1;
    int monomial = 0;
    friend constexpr bool operator==(polynomial_term const&, polynomial_term const&) = default;
};

/// A sum of terms, sorted by their monomials' numbers; no coefficient is 0.
struct polynomial {
    buffer<polynomial_term> terms{};

    constexpr bool is_zero() const { return terms.empty(); }
    constexpr bool is_number() const { return is_zero() || (terms.size() == 1 && terms[0].monomial == monomials::one); }
    constexpr bool is_single() const { return terms.size() == 1; }
    /// The value of a polynomial that is a number.
    constexpr rational number() const { return is_zero() ? rational(0) : terms[0].coefficient; }
    friend constexpr bool operator==(polynomial const& a, polynomial const& b) {
        if (a.terms.size() != b.terms.size()) return false;
        for (int k = 0; k < a.terms.size(); ++k)
            if (!(a.terms[k] == b.terms[k])) return false;
        return true;
    }
};

/// Exact arithmetic of polynomials in atoms of which some powers are known: of s = sin(u), s^2 = 1 - cos(u)^2. An exact number
/// that leaves 64 bits, or more work than is allowed, and it gives up: `gave_up()`, and results mean nothing.
class polynomial_ring {
public:
    constexpr explicit polynomial_ring(long long allowed) : allowed_(allowed) {}

    constexpr bool gave_up() const { return gave_up_ || monomials_.overflowed() || effort_ > allowed_; }
    constexpr void give_up() { gave_up_ = true; }
    /// Gives up as a result has too many terms: `is_too_long()` tells this from numbers that leave 64 bits.
    constexpr void give_up_length() { gave_up_ = too_long_ = true; }
    constexpr bool is_too_long() const { return too_long_; }
    constexpr void spend(int statements) { effort_ += statements; }
    constexpr long long effort() const { return effort_; }

    /// A new atom; from its power `degree` on, atom^degree is `power`. Degree 0: nothing is known of its powers.
    constexpr int add_atom(rational degree = 0, polynomial power = {}) {
        relations_.push({degree, static_cast<polynomial&&>(power)});
        return relations_.size() - 1;
    }
    constexpr int atom_count() const { return relations_.size(); }
    constexpr monomials& products() { return monomials_; }
    constexpr monomials const& products() const { return monomials_; }

    constexpr polynomial number(rational value) const {
        polynomial result;
        if (!value.is_zero()) result.terms.push({value, monomials::one});
        return result;
    }
    constexpr polynomial monomial(int m, rational coefficient = 1) const {
        polynomial result;
        if (!coefficient.is_zero()) result.terms.push({coefficient, m});
        return result;
    }
    constexpr polynomial of_atom(int a, rational exponent = 1) { return monomial(monomials_.of(a, exponent)); }

    /// a + times*b
    constexpr polynomial sum(polynomial const& a, polynomial const& b, rational times = 1) {
        if (b.is_zero() || times.is_zero()) return a;
        polynomial result;
        spend(20 + 12 * (a.terms.size() + b.terms.size()));
        result.terms.reserve(a.terms.size() + b.terms.size());
        int i = 0, j = 0;
        while (i < a.terms.size() || j < b.terms.size()) {
            if (j == b.terms.size() || (i < a.terms.size() && a.terms[i].monomial < b.terms[j].monomial)) result.terms.push(a.terms[i++]);
            else if (i == a.terms.size() || b.terms[j].monomial < a.terms[i].monomial)
                push(result, {times * b.terms[j].coefficient, b.terms[j].monomial}), ++j;
            else push(result, {a.terms[i].coefficient + times * b.terms[j].coefficient, a.terms[i].monomial}), ++i, ++j;
        }
        return result;
    }

    constexpr polynomial scaled(polynomial a, rational by) {
        for (polynomial_term& t : a.terms) {
            t.coefficient *= by;
            if (!t.coefficient.valid()) give_up();
        }
        return a;
    }

    constexpr polynomial product(polynomial const& a, polynomial const& b) {
        if (a.is_single() && a.terms[0] == polynomial_term{1, monomials::one}) return b;
        if (b.is_single() && b.terms[0] == polynomial_term{1, monomials::one}) return a;
        polynomial all;
        long long const count = static_cast<long long>(a.terms.size()) * b.terms.size();
        if (count > 200'000) give_up_length();
        effort_ += 60 * count;
        if (gave_up()) return {};
        all.terms.reserve(static_cast<int>(count));
        for (polynomial_term const& s : a.terms)
            for (polynomial_term const& t : b.terms)
                all.terms.push({s.coefficient * t.coefficient, monomials_.product(s.monomial, t.monomial)});
        return reduced(collected(all));
    }

    constexpr polynomial power(polynomial const& base, long long exponent) {
        polynomial result = number(1), square = base;
        if (exponent > 64 && base.terms.size() > 1) give_up();
        if (base.is_single() && !gave_up()) {  // whatever the exponent
            rational const c = power_of(base.terms[0].coefficient, exponent);
            if (!c.valid()) give_up();
            return reduced(monomial(monomials_.power(base.terms[0].monomial, exponent), c));
        }
        for (; exponent > 0 && !gave_up(); exponent /= 2) {
            if (exponent % 2 != 0) result = product(result, square);
            if (exponent > 1) square = product(square, square);
        }
        return result;
    }

    /// The term with the greatest monomial.
    constexpr polynomial_term leading(polynomial const& p) {
        polynomial_term result = p.terms[0];
        spend(20 * p.terms.size());
        for (polynomial_term const& t : p.terms)
            if (monomials_.greater(t.monomial, result.monomial)) result = t;
        return result;
    }

    /// The product of the least power of each atom in all terms: x^-1 of 1/x + x*y.
    constexpr int common_monomial(polynomial const& p) {
        buffer<atom_power> least;
        if (p.is_zero()) return monomials::one;
        for (polynomial_term const& t : p.terms)
            for (atom_power const* f = monomials_.begin(t.monomial); f != monomials_.end(t.monomial); ++f) {
                bool known = false;
                for (atom_power const& l : least) known = known || l.atom == f->atom;
                if (!known) least.push({f->atom, f->exponent});
            }
        spend(30 * p.terms.size() * (1 + least.size()));
        sort(least.begin(), least.size(), [](atom_power const& a, atom_power const& b) { return a.atom < b.atom; });
        buffer<atom_power> kept;
        for (atom_power l : least) {
            for (polynomial_term const& t : p.terms)
                if (rational const e = monomials_.exponent(t.monomial, l.atom); e < l.exponent) l.exponent = e;
            if (!l.exponent.is_zero()) kept.push(l);
        }
        return monomials_.of(kept);
    }

    /// p * coefficient * monomial
    constexpr polynomial shifted(polynomial const& p, rational coefficient, int m) {
        if (m == monomials::one && coefficient.is_one()) return p;
        if (m == monomials::one) return scaled(p, coefficient);
        polynomial result;
        spend(30 * p.terms.size());
        for (polynomial_term const& t : p.terms) result.terms.push({t.coefficient * coefficient, monomials_.product(t.monomial, m)});
        return collected(result);
    }

    /// The same with all known powers replaced.
    constexpr polynomial reduced(polynomial p) {
        bool any = false;
        for (polynomial_term const& t : p.terms) any = any || is_reducible(t.monomial);
        if (!any) return p;
        polynomial result;
        for (polynomial_term const& t : p.terms) {
            if (gave_up()) return {};
            if (!is_reducible(t.monomial)) {
                result = sum(result, monomial(t.monomial, t.coefficient));
                continue;
            }
            buffer<atom_power> rest;
            polynomial value = number(t.coefficient);
            int const count = monomials_.size(t.monomial);
            for (int k = 0; k < count; ++k) {
                atom_power const f = monomials_.begin(t.monomial)[k];
                long long const times = times_of(f);
                rational const left = f.exponent - rational(times) * relations_[f.atom].degree;
                if (!left.is_zero()) rest.push({f.atom, left});
                if (times > 0) value = product(value, power(polynomial(relations_[f.atom].power), times));
                if (times < 0) value = product(value, inverse_power(relations_[f.atom].power, -times));
            }
            result = sum(result, product(value, monomial(monomials_.of(rest))));
        }
        return result;
    }

    /// True if p is 0: known powers that stand in denominators are multiplied out.
    constexpr bool vanishes(polynomial p) {
        for (int round = 0; round < 8 && !gave_up(); ++round) {
            p = reduced(static_cast<polynomial&&>(p));
            if (p.is_zero()) return true;
            int const m = common_monomial(p);
            buffer<atom_power> opposite;
            for (atom_power const* f = monomials_.begin(m); f != monomials_.end(m); ++f)
                if (f->exponent.is_negative() && !relations_[f->atom].degree.is_zero()) opposite.push({f->atom, -f->exponent});
            if (opposite.empty()) return false;
            p = shifted(p, 1, monomials_.of(opposite));
        }
        return false;
    }

    /// The sum of terms in whatever order, which are sorted for it.
    constexpr polynomial collected(polynomial& p) {
        spend(6 * p.terms.size() * detail::logarithm_of(p.terms.size()));
        sort(p.terms.begin(), p.terms.size(), [](polynomial_term const& a, polynomial_term const& b) { return a.monomial < b.monomial; });
        polynomial result;
        result.terms.reserve(p.terms.size());
        for (int i = 0; i < p.terms.size();) {
            polynomial_term t = p.terms[i];
            for (++i; i < p.terms.size() && p.terms[i].monomial == t.monomial; ++i) t.coefficient += p.terms[i].coefficient;
            push(result, t);
        }
        return result;
    }

protected:
    /// What a search finds. A number of it that leaves 64 bits ends the search, not the whole: there is nothing to be found.
    template <class Search>
    constexpr polynomial searched(Search search) {
        bool const before = gave_up_, before_too_long = too_long_;
        polynomial found = search();
        if (gave_up_ && !before) found = {};
        gave_up_ = before, too_long_ = before_too_long;
        return found;
    }

    /// True if no known power stands in p, not in a denominator either.
    constexpr bool is_reduced(polynomial const& p) const {
        for (polynomial_term const& t : p.terms)
            for (atom_power const* f = monomials_.begin(t.monomial); f != monomials_.end(t.monomial); ++f)
                if (relation const& r = relations_[f->atom];
                    !r.degree.is_zero() && (f->exponent.is_negative() || !(f->exponent < r.degree)))
                    return false;
        return true;
    }

private:
    struct relation {
        rational degree = 0;
        polynomial power{};
    };

    constexpr void push(polynomial& p, polynomial_term t) {
        if (!t.coefficient.valid()) give_up();
        else if (!t.coefficient.is_zero()) p.terms.push(t);
    }
    /// How often a known power divides atom^exponent; negative where its inverse does and is a single term.
    constexpr long long times_of(atom_power const& f) const {
        relation const& known = relations_[f.atom];
        if (known.degree.is_zero() || (f.exponent.is_negative() ? !known.power.is_single() : f.exponent < known.degree)) return 0;
        rational const times = f.exponent / known.degree;
        if (!times.is_fraction()) return 0;
        return times.numerator() / times.denominator() - (times.is_negative() && !times.is_integer() ? 1 : 0);
    }
    constexpr polynomial inverse_power(polynomial const& single, long long exponent) {
        rational const c = rational(1) / single.terms[0].coefficient;
        return power(monomial(monomials_.power(single.terms[0].monomial, -1), c), exponent);
    }
    constexpr bool is_reducible(int m) const {
        for (atom_power const* f = monomials_.begin(m); f != monomials_.end(m); ++f)
            if (times_of(*f) != 0) return true;
        return false;
    }

    monomials monomials_;
    buffer<relation> relations_;
    long long effort_ = 0, allowed_;
    bool gave_up_ = false, too_long_ = false;
};

}  // namespace leibniz::inline v0_1
