#pragma once

#include <leibniz/algebra/atoms.hpp>
#include <leibniz/algebra/definitions.hpp>
#include <leibniz/graph/calls.hpp>
#include <leibniz/graph/lower.hpp>

namespace leibniz {

/// Formulas as quotients of polynomials in atoms, such that different ways of writing meet: functions are taken apart by
/// their definitions, exponentials, logarithms, sines and cosines of sums and powers of products into those of their parts. Every step
/// is an identity wherever both sides are defined, isolated points aside, if what `know` was told holds.
template <class Graph = graph>
class normal_form : public atoms {
public:
    /// With `opens_powers`, sums are multiplied out whatever their exponent; without, from the fifth power on they stay whole.
    constexpr normal_form(Graph& g, bool opens_powers, long long allowed) : atoms(allowed), graph_(g), opens_powers_(opens_powers) {}

    /// True if the angles of one formula are fractions of those that others were taken apart into: begin anew.
    constexpr bool has_finer_angles() const { return finer_; }
    constexpr void begin_anew() {
        known_.clear();
        finer_ = false;
    }

    constexpr fraction operator()(int i) {
        while (known_.size() <= i) known_.push(-1);
        if (known_[i] >= 0) return forms_[known_[i]];
        spend(60);
        if (gave_up()) return {};
        fraction const f = form_of(i);
        while (known_.size() <= i) known_.push(-1);
        known_[i] = forms_.size();
        forms_.push(f);
        return f;
    }

private:
    /// |c|^e, |atom|^e and |base|^e, of which logarithms and powers are made.
    struct parts {
        buffer<atom_power> numbers{}, atoms{}, bases{};  // of a number: its prime
        bool vanishes = false;
    };

    constexpr fraction one() const { return constant(1); }
    constexpr fraction atom_form(int a, rational exponent = 1) { return whole(reduced(of_atom(a, exponent))); }

    constexpr fraction form_of(int i) {
        node const n = graph_[i];
        switch (n.what) {
            case kind::number: return valid(n.number);
            case kind::symbol: return atom_form(symbol_atom(n.name, false));
            case kind::column: return atom_form(symbol_atom(n.name, true));
            case kind::scale: return product(valid(n.number), (*this)(graph_.operand(i, 0)));
            case kind::sum: {
                fraction result;
                for (int k = 0; k < n.count; ++k) result = sum(result, (*this)(graph_.operand(i, k)));
                return result;
            }
            case kind::product: {
                fraction result = one();
                for (int k = 0; k < n.count; ++k) result = product(result, (*this)(graph_.operand(i, k)));
                return result;
            }
            case kind::power: return power_form(graph_.operand(i, 0), graph_.operand(i, 1));
            case kind::reduction: return reduction_form(*n.fn, (*this)(graph_.operand(i, 0)));
            case kind::call: return call_form(i, *n.fn);
        }
        return {};
    }
    constexpr fraction valid(rational r) {
        if (!r.valid()) give_up();
        return constant(r);
    }

    constexpr fraction power_form(int base, int exponent) {
        fraction const by = (*this)(exponent);
        if (by.is_number() && by.over.number().is_integer()) return whole_power((*this)(base), by.over.number().numerator());
        parts p;
        if (by.is_number()) return root_form((*this)(base), by.over.number());
        collect(base, 1, p);
        if (p.vanishes) give_up();
        return exponential_form(product(by, logarithm_of(p)));
    }

    constexpr fraction whole_power(fraction const& f, long long n) {
        if (opens_powers_ || (n < 5 && n > -5) || f.over.terms.size() < 2) return power(f, n);
        factored const found = factors_of(f);
        fraction result = whole(monomial(products().power(found.monomial, n), power_of(found.coefficient, n)));
        if (!power_of(found.coefficient, n).valid()) give_up();
        result.over = reduced(result.over);
        for (base_power b : found.bases) result = product(result, atom_form(base_value_atom(b.base), rational(n) * rational(b.exponent)));
        return result;
    }
    /// f^e of f >= 0, e no integer. Factors whose signs are not known stay together: their product is not negative.
    constexpr fraction root_form(fraction const& f, rational e) {
        if (f.over.is_zero()) {
            if (e.is_negative()) give_up();
            return {};
        }
        factored const found = factors_of(f);
        parts p;
        collect_number(found.coefficient, e, p);
        polynomial together = number(found.coefficient.is_negative() ? -1 : 1);
        for (int k = 0; k < products().size(found.monomial); ++k) {
            atom_power const a = products().begin(found.monomial)[k];
            bool const open = a.exponent.is_odd() && !is_positive(a.atom) && !is_negative(a.atom);
            if (a.exponent.is_odd() && is_negative(a.atom)) together = scaled(together, -1);
            if (open) together = product(together, of_atom(a.atom));
            if (rational const rest = open ? a.exponent - 1 : a.exponent; !rest.is_zero()) p.atoms.push({a.atom, rest * e});
        }
        for (base_power b : found.bases) {
            bool const positive = is_nonnegative(base(b.base)), negative = !positive && is_nonnegative(scaled(base(b.base), -1));
            bool const open = b.exponent % 2 != 0 && !positive && !negative;
            if (b.exponent % 2 != 0 && negative) together = scaled(together, -1);
            if (open) together = product(together, base(b.base));
            if (int const rest = open ? b.exponent - 1 : b.exponent; rest != 0) p.bases.push({b.base, rational(rest) * e});
        }
        fraction const result = product_of(p);
        if (together.is_number() || gave_up()) return result;
        return product(result, atom_form(root_base_atom(undivided_base(together)), e));
    }

    constexpr fraction call_form(int i, function const& fn) {
        if (is_row<absolute_value>(fn) || is_row<logarithm>(fn)) {
            parts p;
            collect(graph_.operand(i, 0), 1, p);
            if (p.vanishes && is_row<logarithm>(fn)) give_up();
            if (p.vanishes) return {};
            if (is_row<logarithm>(fn)) return logarithm_of(p);
            return product_of(p);
        }
        if (is_row<exponential>(fn)) return exponential_form((*this)(graph_.operand(i, 0)));
        if (is_row<sine>(fn) || is_row<cosine>(fn)) {
            angle const both = angle_form((*this)(graph_.operand(i, 0)));
            if (is_row<sine>(fn)) return both.sine;
            return both.cosine;
        }
        if (fraction const c = condition_form(i, fn); !c.over.is_zero() || condition_known_) return c;
        buffer<int> operands;
        for (int k = 0; k < fn.arity; ++k) operands.push(graph_.operand(i, k));
        if (int const d = detail::simplified<table::definitions>(graph_, fn, operands.begin()); d >= 0) return (*this)(d);

        buffer<fraction> forms;
        for (int o : operands) forms.push((*this)(o));
        if (is_row<gamma_function>(fn) || is_row<log_gamma>(fn) || is_row<digamma_function>(fn)) return gamma_form(fn, forms[0]);
        if (fn.symmetry != parity::none && !forms[0].over.is_zero() && leading(forms[0].over).coefficient.is_negative()) {
            forms[0] = negative(forms[0]);
            fraction const f = atom_form(call_atom(fn, forms));
            if (fn.symmetry == parity::odd) return negative(f);
            return f;
        }
        return atom_form(call_atom(fn, forms, is_row<circle_constant>(fn)));
    }

    // ------------------------------------------------------------------------------------ logarithms and powers

    constexpr void collect(int i, rational e, parts& p) {
        node const n = graph_[i];
        if (n.what == kind::scale) {
            collect_number(n.number, e, p);
            return collect(graph_.operand(i, 0), e, p);
        }
        if (n.what == kind::product) {
            for (int k = 0; k < n.count; ++k) collect(graph_.operand(i, k), e, p);
            return;
        }
        if (n.what == kind::power && graph_.is(graph_.operand(i, 1), kind::number))
            return collect(graph_.operand(i, 0), e * graph_[graph_.operand(i, 1)].number, p);
        if (n.what == kind::call && is_row<absolute_value>(*n.fn)) return collect(graph_.operand(i, 0), e, p);
        fraction const f = (*this)(i);
        if (f.over.is_zero()) {
            p.vanishes = true;
            return;
        }
        collect(f, e, p);
    }
    constexpr void collect(fraction const& f, rational e, parts& p) {
        factored const found = factors_of(f);
        collect_number(found.coefficient, e, p);
        for (int k = 0; k < products().size(found.monomial); ++k) {
            atom_power const a = products().begin(found.monomial)[k];
            p.atoms.push({a.atom, a.exponent * e});
        }
        for (base_power b : found.bases) p.bases.push({b.base, rational(b.exponent) * e});
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

    /// gamma(u + n) by gamma(u), where the number in u is from 0 on and below 1 (of numbers alone, from 1 on and below 2).
    constexpr fraction gamma_form(function const& fn, fraction u) {
        rational constant_part = 0;
        for (polynomial_term const& t : u.over.terms)
            if (t.monomial == monomials::one && u.under.empty()) constant_part = t.coefficient;
        rational const whole_part = constant_part / rational(1);
        long long n = 0;
        if (whole_part.is_fraction())
            n = whole_part.numerator() / whole_part.denominator() - (whole_part.is_negative() && !whole_part.is_integer() ? 1 : 0);
        if (u.is_number()) --n;
        if (n > 12 || n < -12) n = 0;
        u = sum(u, constant(-n));
        buffer<fraction> operand;
        operand.push(u);
        bool const ratio = is_row<gamma_function>(fn);
        fraction result = atom_form(call_atom(fn, operand));
        for (; n != 0 && !gave_up(); n += n > 0 ? -1 : 1) {  // gamma(u + 1) = u*gamma(u)
            if (n < 0) u = sum(u, constant(-1));
            parts p;
            if (is_row<log_gamma>(fn)) collect(u, 1, p);
            if (p.vanishes || u.over.is_zero()) give_up();
            if (!ratio) result = sum(result, is_row<log_gamma>(fn) ? logarithm_of(p) : inverse(u), n > 0 ? 1 : -1);
            else if (n > 0) result = product(result, u);
            else result = quotient(result, u);
            if (n > 0) u = sum(u, constant(1));
        }
        return result;
    }

    // ---------------------------------------------------------------------------- exponentials, sines and cosines

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
    /// Cosine and sine of c*u, of those of u/d, where all that occurs are multiples of u/d.
    constexpr angle multiple(fraction const& u, rational c) {
        if (c.is_negative()) {
            angle const opposite = multiple(u, -c);
            return {opposite.cosine, negative(opposite.sine)};
        }
        if (!c.is_fraction() || c.denominator() > 1'000'000) give_up();
        if (is_pi(u) && c.is_fraction() && 12 % c.denominator() == 0) return of_pi(c * rational(12));
        int place = 0;
        while (place < angles_.size() && !same(fraction(angles_[place].key), u)) ++place;
        if (place == angles_.size()) angles_.push({u, 1});
        if (angles_[place].divisor % c.denominator() != 0) {
            angles_[place].divisor *= c.denominator();
            finer_ = true;
        }
        rational times = c * rational(angles_[place].divisor);
        if (!times.is_integer() || times > rational(40)) {
            give_up();
            return {};
        }
        angle step = of_inverse(u);
        if (angles_[place].divisor != 1 || step.cosine.over.is_zero()) {
            fraction const key = product(u, constant(rational(1) / rational(angles_[place].divisor)));
            step = {atom_form(cosine_atom(key)), atom_form(sine_atom(key))};
        }
        angle result{one(), {}};
        for (long long k = times.numerator(); k > 0 && !gave_up(); k /= 2) {
            if (k % 2 != 0) result = added(result, step);
            if (k > 1) step = added(step, step);
        }
        return result;
    }
    constexpr bool is_pi(fraction const& u) const {
        if (!u.under.empty() || products().size(u.over.terms[0].monomial) != 1) return false;
        atom_power const a = *products().begin(u.over.terms[0].monomial);
        return a.exponent.is_one() && (*this)[a.atom].what == atom_kind::call && is_row<circle_constant>(*(*this)[a.atom].fn);
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
    /// Of the angles asin(v) and atan(v); else nothing.
    constexpr angle of_inverse(fraction const& u) {
        if (!u.under.empty() || products().size(u.over.terms[0].monomial) != 1) return {};
        atom_power const a = *products().begin(u.over.terms[0].monomial);
        atom const of = (*this)[a.atom];
        if (of.what != atom_kind::call || !a.exponent.is_one()) return {};
        bool const tangent = is_row<arc_tangent>(*of.fn);
        if (!tangent && !is_row<arc_sine>(*of.fn)) return {};
        fraction const v = of.operands[0], square = product(v, v);
        parts p;
        collect(sum(one(), square, tangent ? 1 : -1), rational(tangent ? -1 : 1, 2), p);
        fraction const cosine = product_of(p);
        if (tangent) return {cosine, product(v, cosine)};
        return {cosine, v};
    }

    // ------------------------------------------------------------------------------- conditions and reductions

    /// Conditions are 1 or 0: (1 + w/|w|)/2 of w > 0, and so is a choice a polynomial. Zero and not `condition_known_` for other
    /// calls.
    constexpr fraction condition_form(int i, function const& fn) {
        condition_known_ = true;
        auto const operand = [&](int k) { return (*this)(graph_.operand(i, k)); };
        auto const complement = [&](fraction const& c) { return sum(one(), c, -1); };
        if (is_row<less_than>(fn) || is_row<at_most>(fn)) return step_form(sum(operand(1), operand(0), -1));
        if (is_row<greater_than>(fn) || is_row<at_least>(fn)) return step_form(sum(operand(0), operand(1), -1));
        if (is_row<logical_negation>(fn) && is_condition(graph_.operand(i, 0))) return complement(operand(0));
        if (is_row<logical_conjunction>(fn) && is_condition(graph_.operand(i, 0)) && is_condition(graph_.operand(i, 1)))
            return product(operand(0), operand(1));
        if (is_row<logical_disjunction>(fn) && is_condition(graph_.operand(i, 0)) && is_condition(graph_.operand(i, 1)))
            return complement(product(complement(operand(0)), complement(operand(1))));
        if (is_row<choice>(fn) && is_condition(graph_.operand(i, 0))) {
            fraction const c = operand(0), u = operand(1), v = operand(2);
            return sum(v, product(c, sum(u, v, -1)));
        }
        condition_known_ = false;
        return {};
    }
    constexpr bool is_condition(int i) const {
        if (!graph_.is(i, kind::call)) return graph_.is(i, kind::number) && (graph_.is_number(i, 0) || graph_.is_number(i, 1));
        function const& fn = *graph_[i].fn;
        if (is_row<logical_negation>(fn)) return is_condition(graph_.operand(i, 0));
        if (is_row<logical_conjunction>(fn) || is_row<logical_disjunction>(fn))
            return is_condition(graph_.operand(i, 0)) && is_condition(graph_.operand(i, 1));
        return is_row<less_than>(fn) || is_row<at_most>(fn) || is_row<greater_than>(fn) || is_row<at_least>(fn);
    }
    constexpr fraction step_form(fraction const& w) {
        if (w.over.is_zero() || vanishes(w.over)) {
            give_up();  // everywhere at the edge: whether it holds depends on more than the sign
            return {};
        }
        parts p;
        collect(w, -1, p);
        fraction const sign = product(w, product_of(p));
        return product(constant(rational(1, 2)), sum(one(), sign));
    }

    /// Sums and means over rows are linear; what is the same in all rows comes out. mean(u) is sum(u)/sum(1).
    constexpr fraction reduction_form(function const& fn, fraction const& u) {
        bool const by_rows = varies(u.under);
        function const& summing = *graph_.rules().summation;
        auto const total = [&](fraction const& f) {
            buffer<fraction> operand;
            operand.push(f);
            return atom_form(call_atom(summing, operand));
        };
        fraction result;
        for (polynomial_term t : u.over.terms) {
            buffer<atom_power> outside, inside;
            for (int k = 0; k < products().size(t.monomial); ++k) {
                atom_power const f = products().begin(t.monomial)[k];
                ((*this)[f.atom].varies ? inside : outside).push(f);
            }
            fraction rows = whole(monomial(products().of(inside))), common = whole(monomial(products().of(outside), t.coefficient));
            (by_rows ? rows : common).under = u.under;
            result = sum(result, product(common, total(rows)));
        }
        if (fn.averages) return quotient(result, total(one()));
        return result;
    }

    Graph& graph_;
    buffer<int> known_;  // by node: its place among the forms, or -1
    buffer<fraction> forms_;
    buffer<part_of_angle> angles_;
    bool opens_powers_;
    bool finer_ = false, condition_known_ = false;
};

}  // namespace leibniz
