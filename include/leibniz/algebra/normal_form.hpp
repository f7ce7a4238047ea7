#pragma once

#include <leibniz/algebra/angles.hpp>
#include <leibniz/algebra/assumed.hpp>
#include <leibniz/algebra/definitions.hpp>
#include <leibniz/graph/calls.hpp>

namespace leibniz::inline v0_1::proving {

/// Formulas as quotients of polynomials in atoms, such that different ways of writing meet: functions are taken apart by
/// their definitions, exponentials, logarithms, sines and cosines of sums and powers of products into those of their parts. Every step
/// is an identity wherever both sides are defined, isolated points aside, if what `know` was told holds.
template <class Graph = graph>
class normal_form : public angles {
public:
    /// `whole` are the variables that are whole numbers. With `opens_powers`, sums are multiplied out whatever their exponent; without,
    /// from the fifth power on they stay what they are.
    constexpr normal_form(Graph& in, buffer<int> const& whole, bool opens_powers, long long allowed)
        : angles(allowed), graph_(in), whole_(in, whole), opens_powers_(opens_powers) {
        for (int i = 0; i < in.size(); ++i) has_columns_ = has_columns_ || in.is(i, kind::column);
    }

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
    using powers::collect;
    constexpr fraction form_of(int i) {
        node const n = graph_[i];
        switch (n.what) {
            case kind::number: return valid(n.number);
            case kind::symbol: return atom_form(symbol_atom(n.name, false, !has_columns_, whole_.contains(i)));
            case kind::column: return atom_form(symbol_atom(n.name, true, true, whole_.contains(i)));
            case kind::scale: return product(valid(n.number), (*this)(graph_.operand(i, 0)));
            case kind::sum: {
                fraction result;
                polynomial wholes;
                for (int k = 0; k < n.count; ++k) {
                    fraction const f = (*this)(graph_.operand(i, k));
                    if (f.under.empty()) wholes.terms.append(f.over.terms.begin(), f.over.terms.size());
                    else result = sum(result, f);
                }
                return sum(result, whole(collected(wholes)));
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
        fraction const magnitude = exponential_form(product(by, logarithm_of(p)));
        if (whole_.empty() || !is_whole(by)) return magnitude;
        return product(sign_form((*this)(base), by), magnitude);
    }

    constexpr fraction whole_power(fraction const& f, long long n) {
        if (opens_powers_ || (n < 5 && n > -5) || f.over.terms.size() < 2) return power(f, n);
        factored const found = factors_of(f);
        rational const coefficient = power_of(found.coefficient, n);
        if (!coefficient.valid()) give_up();
        fraction result = whole(reduced(monomial(products().power(found.monomial, n), coefficient)));
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
            if (int const s = sine_of_square(base(b.base), -1); s >= 0) {
                if (b.exponent % 2 != 0) together = scaled(together, -1);
                p.atoms.push({s, rational(2 * b.exponent) * e});
                continue;
            }
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
        if (is_row<sine>(fn)) return angle_form((*this)(graph_.operand(i, 0))).sine;
        if (is_row<cosine>(fn)) return angle_form((*this)(graph_.operand(i, 0))).cosine;
        if (fraction c; is_condition_form(i, fn, c)) return c;
        if (is_row<rounded_down>(fn) || is_row<rounded_up>(fn) || is_row<rounded>(fn) || is_row<truncated>(fn))
            if (fraction const u = (*this)(graph_.operand(i, 0)); is_whole(u)) return u;
        if (is_row<signum>(fn))
            if (fraction const u = (*this)(graph_.operand(i, 0)); is_on_whole(u) && is_whole(u))
                return sum(sum(step_form(u, true, true), step_form(u, false, true)), one(), -1);
        buffer<int> operands;
        for (int k = 0; k < fn.arity; ++k) operands.push(graph_.operand(i, k));
        if (!is_filled_in(fn) || may_be_filled_in(fn, (*this)(operands[0])))
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
        return atom_form(call_atom(fn, forms));
    }

    /// True for functions that have a value at 0, where their definitions have none.
    static constexpr bool is_filled_in(function const& fn) {
        return is_row<signum>(fn) || is_row<cube_root>(fn) || is_row<cardinal_sine>(fn) || is_row<relative_exponential>(fn) ||
               is_row<product_with_logarithm>(fn);
    }

    /// True if such a function may be taken apart: beside isolated points, as whole numbers are not. A cube root is continuous.
    constexpr bool may_be_filled_in(function const& fn, fraction const& u) {
        return has_thin_zeros(u.over) && (is_row<cube_root>(fn) || !is_on_whole(u));
    }

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
        collect((*this)(i), e, p);
    }
    /// gamma(u + n) by gamma(u), where the number in u is from 0 on and below 1 (of numbers alone, from 1 on and below 2).
    constexpr fraction gamma_form(function const& fn, fraction u) {
        rational constant_part = 0;
        for (polynomial_term const& t : u.over.terms)
            if (t.monomial == monomials::one && u.under.empty()) constant_part = t.coefficient;
        long long n = 0;
        if (rational const c = constant_part; c.is_fraction())
            n = c.numerator() / c.denominator() - (c.is_negative() && !c.is_integer() ? 1 : 0);
        if (u.is_number()) --n;
        if (n > 12 || n < -12) n = 0;
        fraction const whole_argument = u;
        u = sum(u, constant(-n));
        buffer<fraction> operand;
        operand.push(u);
        bool const ratio = is_row<gamma_function>(fn);
        fraction result = atom_form(call_atom(fn, operand));
        for (; n != 0 && !gave_up(); n += n > 0 ? -1 : 1) {  // gamma(u + 1) = u*gamma(u)
            if (n < 0) u = sum(u, constant(-1));
            if (!has_thin_zeros(u.over)) {  // where it is 0, gamma(u) has no value and gamma(u + 1) has one
                operand[0] = whole_argument;
                return atom_form(call_atom(fn, operand));
            }
            parts p;
            if (is_row<log_gamma>(fn)) collect(u, 1, p);
            if (is_row<log_gamma>(fn)) result = sum(result, logarithm_of(p), n > 0 ? 1 : -1);
            else if (!ratio) result = sum(result, inverse(u), n > 0 ? 1 : -1);
            else if (n > 0) result = product(result, u);
            else result = quotient(result, u);
            if (n > 0) u = sum(u, constant(1));
        }
        return result;
    }

    // ------------------------------------------------------------------------------- conditions and reductions

    /// Conditions are 1 or 0: (1 + w/|w|)/2 of w > 0, and so is a choice a polynomial. False for other calls.
    constexpr bool is_condition_form(int i, function const& fn, fraction& found) {
        auto const is = [&](int place) { return is_condition(graph_.operand(i, place)); };
        auto const operand = [&](int place) { return (*this)(graph_.operand(i, place)); };
        auto const complement = [&](fraction const& condition) { return sum(one(), condition, -1); };
        bool const strict = is_row<less_than>(fn) || is_row<greater_than>(fn);
        bool exact = true;  // of numbers as they stand; sin(x)^2 + cos(x)^2 > 1 may hold where it is evaluated
        for (int k = 0; k < fn.arity; ++k) exact = exact && graph_.is(graph_.operand(i, k), kind::number);
        if (is_row<less_than>(fn) || is_row<at_most>(fn)) found = step_form(sum(operand(1), operand(0), -1), strict, exact);
        else if (is_row<greater_than>(fn) || is_row<at_least>(fn)) found = step_form(sum(operand(0), operand(1), -1), strict, exact);
        else if (is_row<integrality>(fn) && is_whole(operand(0))) found = one();
        else if (is_row<unit_step>(fn)) found = step_form(operand(0), false, exact);
        else if (is_row<logical_negation>(fn) && is(0)) found = complement(operand(0));
        else if (is_row<logical_conjunction>(fn) && is(0) && is(1)) found = product(operand(0), operand(1));
        else if (is_row<logical_disjunction>(fn) && is(0) && is(1))
            found = complement(product(complement(operand(0)), complement(operand(1))));
        else if (is_row<choice>(fn) && is(0)) {
            fraction const c = operand(0), u = operand(1), v = operand(2);
            found = sum(v, product(c, sum(u, v, -1)));
        } else return false;
        return true;
    }
    constexpr bool is_condition(int i) const {
        if (!graph_.is(i, kind::call)) return graph_.is(i, kind::number) && (graph_.is_number(i, 0) || graph_.is_number(i, 1));
        function const& fn = *graph_[i].fn;
        if (is_row<logical_negation>(fn)) return is_condition(graph_.operand(i, 0));
        if (is_row<logical_conjunction>(fn) || is_row<logical_disjunction>(fn))
            return is_condition(graph_.operand(i, 0)) && is_condition(graph_.operand(i, 1));
        return is_row<less_than>(fn) || is_row<at_most>(fn) || is_row<greater_than>(fn) || is_row<at_least>(fn) || is_row<integrality>(fn);
    }

    /// Sums and means over rows are linear; what is the same in all rows comes out. mean(u) is sum(u)/sum(1).
    constexpr fraction reduction_form(function const& fn, fraction const& u) {
        bool by_rows = false;
        for (base_power b : u.under) by_rows = by_rows || (depends_of(base(b.base)) & atom::on_row) != 0;
        function const& summing = *graph_.rules().summation;
        auto const total = [&](fraction const& summed) {
            buffer<fraction> operand;
            operand.push(summed);
            return atom_form(call_atom(summing, operand));
        };
        fraction result;
        for (polynomial_term t : u.over.terms) {
            buffer<atom_power> outside, inside;
            for (int k = 0; k < products().size(t.monomial); ++k) {
                atom_power const f = products().begin(t.monomial)[k];
                ((*this)[f.atom].varies() ? inside : outside).push(f);
            }
            fraction rows = whole(monomial(products().of(inside))), common = whole(monomial(products().of(outside), t.coefficient));
            (by_rows ? rows : common).under = u.under;
            result = sum(result, product(common, total(rows)));
        }
        if (fn.averages) return quotient(result, total(one()));
        return result;
    }

    Graph& graph_;
    whole_nodes<Graph> whole_;
    buffer<int> known_;  // by node: its place among the forms, or -1
    buffer<fraction> forms_;
    bool opens_powers_;
    bool has_columns_ = false;  // else symbols may be bound to some
};

}  // namespace leibniz::inline v0_1::proving
