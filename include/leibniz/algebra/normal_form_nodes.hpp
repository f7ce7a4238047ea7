#pragma once

#include <leibniz/algebra/normal_form.hpp>

namespace leibniz::inline v0_1::proving {

/// Nodes for what stands in normal form: the way back.
template <class Graph = graph>
class normal_form_nodes {
public:
    constexpr normal_form_nodes(Graph& in, normal_form<Graph>& forms) : graph_(in), forms_(forms) {}

    constexpr int operator()(fraction const& f, int levels = 40) {
        if (levels == 0) forms_.give_up();
        if (forms_.gave_up()) return graph::one;
        int const m = forms_.common_monomial(f.over);
        polynomial const rest = forms_.shifted(f.over, 1, forms_.products().power(m, -1));
        int result = graph_.multiply(of_monomial(m, levels), of_polynomial(rest, levels));
        for (base_power u : f.under)
            result = graph_.multiply(result, graph_.power(of_polynomial(forms_.base(u.base), levels), graph_.number(-u.exponent)));
        return result;
    }

private:
    constexpr int of_polynomial(polynomial const& p, int levels) {
        buffer<summand> entries;
        for (polynomial_term const& t : p.terms) entries.push({t.coefficient, of_monomial(t.monomial, levels)});
        return graph_.sum(entries);
    }
    /// A product; its exponentials as one, but exp(n*log|x|) and sign(x)^n of whole n as x^n.
    constexpr int of_monomial(int m, int levels) {
        buffer<multiplicand> factors;
        buffer<summand> exponents;
        for (int k = 0; k < forms_.products().size(m); ++k) {
            atom_power const f = forms_.products().begin(m)[k];
            if (forms_[f.atom].is_sign() && stands_in_power(m, f.atom)) continue;
            if (forms_[f.atom].what == atom_kind::exponential && is_whole_power(m, f)) {
                whole_power const p = whole_power_of(forms_[f.atom]);
                int const base = of_logarithm(forms_[p.logarithm], levels - 1), by = of_monomial(p.exponent, levels - 1);
                factors.push({graph_.power(base, graph_.scale(f.exponent, by)), graph::one});
            } else if (forms_[f.atom].what == atom_kind::exponential) {
                fraction const key = forms_[f.atom].operands[0];
                exponents.push({f.exponent, (*this)(key, levels - 1)});
            } else {
                factors.push({graph_.power(of_atom(f.atom, levels - 1), graph_.number(f.exponent)), graph::one});
            }
        }
        if (!exponents.empty()) factors.push({detail::make_call<exponential>(graph_, graph_.sum(exponents)), graph::one});
        return graph_.product(1, factors);
    }
    /// |x|^n, by the atom log|x| and the product n.
    struct whole_power {
        int logarithm = -1, exponent = 0;
    };
    constexpr whole_power whole_power_of(atom const& of) {
        whole_power found;
        buffer<atom_power> rest;
        fraction const& key = of.operands[0];
        if (!key.under.empty() || !key.over.is_single()) return found;
        int const m = key.over.terms[0].monomial;
        for (int k = 0; k < forms_.products().size(m); ++k) {
            atom_power const f = forms_.products().begin(m)[k];
            atom_kind const what = forms_[f.atom].what;
            if ((what == atom_kind::logarithm || what == atom_kind::base_logarithm) && f.exponent.is_one()) found.logarithm = f.atom;
            else rest.push(f);
        }
        found.exponent = forms_.products().of(rest);
        if (!forms_.is_whole(forms_.whole(forms_.monomial(found.exponent)))) found.logarithm = -1;
        return found;
    }
    /// True for the sign of what the power is of, to the same power.
    constexpr bool is_sign_of(atom const& sign, whole_power const& p) {
        atom const& of = forms_[p.logarithm];
        if (sign.of != of.of || (sign.what == atom_kind::sign) != (of.what == atom_kind::logarithm)) return false;
        buffer<atom_power> parity;
        for (int k = 0; k < forms_.products().size(p.exponent); ++k) parity.push({forms_.products().begin(p.exponent)[k].atom, 1});
        return sign.operands[0].over.terms[0].monomial == forms_.products().of(parity);
    }
    /// True for a power of an exponential in a product that is x^n: even, or beside the sign of x.
    constexpr bool is_whole_power(int m, atom_power const& f) {
        whole_power const p = whole_power_of(forms_[f.atom]);
        if (p.logarithm < 0 || p.exponent == monomials::one || !f.exponent.is_integer()) return false;
        bool found = !f.exponent.is_odd();
        for (int k = 0; k < forms_.products().size(m); ++k) {
            atom const& other = forms_[forms_.products().begin(m)[k].atom];
            found = found || (other.is_sign() && is_sign_of(other, p));
        }
        return found;
    }
    constexpr bool stands_in_power(int m, int sign) {
        for (int k = 0; k < forms_.products().size(m); ++k) {
            atom_power const f = forms_.products().begin(m)[k];
            if (forms_[f.atom].what != atom_kind::exponential || !f.exponent.is_odd()) continue;
            if (whole_power const p = whole_power_of(forms_[f.atom]); p.logarithm >= 0 && is_sign_of(forms_[sign], p)) return true;
        }
        return false;
    }
    constexpr int of_logarithm(atom const& of, int levels) {
        int const number = static_cast<int>(of.of);
        return of.what == atom_kind::logarithm ? of_atom(number, levels) : of_polynomial(forms_.base(number), levels);
    }
    constexpr int of_atom(int a, int levels) {
        atom const of = forms_[a];
        int const number = static_cast<int>(of.of);
        switch (of.what) {
            case atom_kind::symbol: return graph_.symbol(of.name);
            case atom_kind::column: return graph_.column(of.name);
            case atom_kind::call: {
                buffer<int> operands;
                for (fraction const& f : of.operands) operands.push((*this)(f, levels));
                return of.fn->meaning == role::reduction ? graph_.reduction(*of.fn, operands[0]) : graph_.call(*of.fn, operands.begin());
            }
            case atom_kind::exponential: return detail::make_call<exponential>(graph_, (*this)(of.operands[0], levels));
            case atom_kind::cosine: return detail::make_call<cosine>(graph_, (*this)(of.operands[0], levels));
            case atom_kind::sine: return detail::make_call<sine>(graph_, (*this)(of.operands[0], levels));
            case atom_kind::prime: return graph_.number(of.of);
            case atom_kind::magnitude:
                if (of.sign < 0) return graph_.scale(-1, of_atom(number, levels));
                return detail::make_call<absolute_value>(graph_, of_atom(number, levels));
            case atom_kind::base_value:
            case atom_kind::root_base: return of_polynomial(forms_.base(number), levels);
            case atom_kind::base_magnitude: {
                int const inside = of_polynomial(forms_.base(number), levels);
                if (of.sign != 0) return graph_.scale(of.sign, inside);
                return detail::make_call<absolute_value>(graph_, inside);
            }
            case atom_kind::logarithm: {
                int const inside = of_atom(number, levels);
                return detail::make_call<logarithm>(
                    graph_, forms_.is_positive(number) ? inside : detail::make_call<absolute_value>(graph_, inside));
            }
            case atom_kind::base_logarithm: {
                int const inside = of_polynomial(forms_.base(number), levels);
                bool const positive = forms_.is_nonnegative(forms_.base(number));
                return detail::make_call<logarithm>(graph_, positive ? inside : detail::make_call<absolute_value>(graph_, inside));
            }
            case atom_kind::sign:
            case atom_kind::base_sign: {
                int base = graph_.number(-1);
                if (of.what == atom_kind::base_sign) base = detail::make_call<signum>(graph_, of_polynomial(forms_.base(number), levels));
                else if (number >= 0) base = detail::make_call<signum>(graph_, of_atom(number, levels));
                return graph_.power(base, (*this)(of.operands[0], levels));
            }
            case atom_kind::prime_logarithm: return detail::make_call<logarithm>(graph_, graph_.number(of.of));
        }
        return graph::one;
    }

    Graph& graph_;
    normal_form<Graph>& forms_;
};

}  // namespace leibniz::inline v0_1::proving
