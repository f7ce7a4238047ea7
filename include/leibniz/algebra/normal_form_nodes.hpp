#pragma once

#include <leibniz/algebra/normal_form.hpp>

namespace leibniz::proving {

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
    /// A product; its exponentials as one.
    constexpr int of_monomial(int m, int levels) {
        buffer<multiplicand> factors;
        buffer<summand> exponents;
        for (int k = 0; k < forms_.products().size(m); ++k) {
            atom_power const f = forms_.products().begin(m)[k];
            if (forms_[f.atom].what == atom_kind::exponential) {
                fraction const key = forms_[f.atom].operands[0];
                exponents.push({f.exponent, (*this)(key, levels - 1)});
            } else {
                factors.push({graph_.power(of_atom(f.atom, levels - 1), graph_.number(f.exponent)), graph::one});
            }
        }
        if (!exponents.empty()) factors.push({detail::make_call<exponential>(graph_, graph_.sum(exponents)), graph::one});
        return graph_.product(1, factors);
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
            case atom_kind::prime_logarithm: return detail::make_call<logarithm>(graph_, graph_.number(of.of));
        }
        return graph::one;
    }

    Graph& graph_;
    normal_form<Graph>& forms_;
};

}  // namespace leibniz::proving
