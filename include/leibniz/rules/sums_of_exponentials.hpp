#pragma once

#include <leibniz/rules/lengths.hpp>

namespace leibniz::inline v0_1 {

/// Sums of exponentials c*exp(u) + d*exp(v) + ... in a graph: the share of one term in such a sum, and its logarithm, as
/// functions of the table, which neither overflow nor vanish.
template <class Graph>  // as a parameter, so that models with nothing to recognise are spared the rows that this names
class sums_of_exponentials {
public:
    constexpr explicit sums_of_exponentials(Graph& target) : graph_(target) {}

protected:
    /// c*exp(w), a term of a sum.
    struct weight {
        rational factor;
        int exponent = 0;
    };

    // ------------------------------------------------------------------------------------------ what nodes are

    constexpr bool is_count(int exponent) const { return graph_.is(exponent, kind::number) && graph_[exponent].number.is_integer(); }
    constexpr bool is_share(int i) const {
        return detail::is_call<logistic>(graph_, i) || detail::is_call<normalized_exponential>(graph_, i) ||
               detail::is_call<stable::logistic_of_power>(graph_, i);
    }

    constexpr int negative(int i) { return graph_.scale(-1, i); }
    constexpr int difference(int a, int b) { return graph_.add(a, negative(b)); }

    /// w of exp(w)^n, of products of such, and of the number 1; or -1.
    constexpr int exponent_of(int i) {
        if (i == graph::one) return graph_.number(0);
        if (detail::is_call<exponential>(graph_, i)) return graph_.operand(i, 0);
        if (graph_.is(i, kind::power)) {
            int const base = graph_.operand(i, 0), times = graph_.operand(i, 1);
            return detail::is_call<exponential>(graph_, base) && is_count(times)
                       ? graph_.scale(graph_[times].number, graph_.operand(base, 0))
                       : -1;
        }
        if (!graph_.is(i, kind::product)) return -1;
        int total = graph_.number(0);
        for (int k = 0; k < graph_[i].count; ++k) {
            int const part = exponent_of(graph_.operand(i, k));
            if (part < 0) return -1;
            total = graph_.add(total, part);
        }
        return total;
    }
    /// The terms of a sum of exponentials and at most one number; empty where it is none.
    constexpr buffer<weight> weights_of(int i) {
        buffer<weight> all;
        if (!graph_.is(i, kind::sum)) return all;
        bool any = false;
        int const count = graph_[i].count;
        for (int k = 0; k < count; ++k) {
            int const part = graph_.operand(i, k);
            node const n = graph_[part];
            int const exponent = n.what == kind::number ? graph_.number(0) : exponent_of(graph_.without_coefficient(part));
            if (exponent < 0) {
                all.clear();
                return all;
            }
            any = any || n.what != kind::number;
            all.push({n.what == kind::number || n.what == kind::scale ? n.number : rational(1), exponent});
        }
        if (!any) all.clear();
        return all;
    }
    static constexpr bool are_positive(buffer<weight> const& all) {
        for (weight const& w : all)
            if (!(rational(0) < w.factor)) return false;
        return !all.empty();
    }
    static constexpr int place_of(buffer<weight> const& all, int exponent) {
        for (int k = 0; k < all.size(); ++k)
            if (all[k].exponent == exponent) return k;
        return -1;
    }

    // ------------------------------------------------------------------------------- shares and logarithms of sums

    /// w + log(c), so that all factors become 1; the factor that all have in common is left out.
    constexpr int argument(buffer<weight> const& all, int k) {
        bool equal = true;
        for (weight const& w : all) equal = equal && w.factor == all[0].factor;
        if (equal || all[k].factor.is_one()) return all[k].exponent;
        return graph_.add(all[k].exponent, detail::make_call<logarithm>(graph_, graph_.number(all[k].factor)));
    }
    constexpr int log_sum(buffer<weight> const& all, int left_out = -1) {
        int total = -1;
        for (int k = 0; k < all.size(); ++k)
            if (k != left_out) total = total < 0 ? argument(all, k) : detail::make_call<log_sum_exp>(graph_, total, argument(all, k));
        return total;
    }
    /// The product of powers whose logarithm a sum of whole multiples of logarithms is; or -1.
    constexpr int of_logarithms(int i) {
        int const count = graph_.is(i, kind::sum) ? graph_[i].count : 1;
        int result = graph::one;
        for (int k = 0; k < count; ++k) {
            int const term = count > 1 ? graph_.operand(i, k) : i, bare = graph_.without_coefficient(term);
            if (!detail::is_call<logarithm>(graph_, bare) || !graph_.coefficient_of(term).is_integer()) return -1;
            result = graph_.multiply(result, graph_.power(graph_.operand(bare, 0), graph_.number(graph_.coefficient_of(term))));
        }
        return result;
    }
    /// sigmoid(i); of a multiple of a logarithm, n*log(u), in the form that has derivatives where u is 0.
    constexpr int sigmoid_of(int i) {
        int const whole = graph_.without_coefficient(i), parts = graph_.is(whole, kind::product) ? graph_[whole].count : 1;
        int u = -1, multiple = graph::one;
        for (int k = 0; k < parts; ++k) {
            int const part = graph_.is(whole, kind::product) ? graph_.operand(whole, k) : whole;
            int const base = u < 0 ? of_logarithms(part) : -1;
            if (base >= 0) u = base;
            else multiple = graph_.multiply(multiple, part);
        }
        if (u < 0) return detail::make_call<logistic>(graph_, i);
        return detail::make_call<stable::logistic_of_power>(graph_, u,
                                                            graph_.scale(whole == i ? rational(-1) : -graph_[i].number, multiple));
    }
    /// Of term k in the whole sum.
    constexpr int share(buffer<weight> const& all, int k) {
        if (all.size() == 2 && all[0].factor != all[1].factor)
            return graph_.scale(all[k].factor, detail::make_call<stable::over_exponential>(
                                                   graph_, graph_.number(all[k].factor), graph_.number(all[1 - k].factor),
                                                   difference(all[1 - k].exponent, all[k].exponent)));
        if (all.size() == 2) return sigmoid_of(difference(all[k].exponent, all[1 - k].exponent));
        return detail::make_call<normalized_exponential>(graph_, argument(all, k), log_sum(all, k));
    }
    /// log(c*i), where it is a sum of what neither overflows nor vanishes; or -1.
    constexpr int logarithm_of(int i, rational c = 1) {
        node const n = graph_[i];
        if (n.what == kind::scale)
            return rational(0) < n.number && (c * n.number).valid() ? logarithm_of(graph_.operand(i, 0), c * n.number) : -1;
        if (n.what == kind::number)
            return rational(0) < n.number && c.is_one() ? detail::make_call<logarithm>(graph_, i) : -1;  // of several that stay apart
        int result = -1;
        if (detail::is_call<logistic>(graph_, i)) result = negative(detail::make_call<soft_plus>(graph_, negative(graph_.operand(i, 0))));
        else if (detail::is_call<normalized_exponential>(graph_, i))
            result = negative(detail::make_call<soft_plus>(graph_, difference(graph_.operand(i, 1), graph_.operand(i, 0))));
        else if (detail::is_call<stable::logistic_of_power>(graph_, i))
            result = negative(detail::make_call<soft_plus>(
                graph_, graph_.multiply(graph_.operand(i, 1), detail::make_call<logarithm>(graph_, graph_.operand(i, 0)))));
        else if (detail::is_call<hyperbolic_cosine>(graph_, i)) result = detail::make_call<stable::log_cosh>(graph_, graph_.operand(i, 0));
        else if (detail::is_call<hyperbolic_secant>(graph_, i))
            result = negative(detail::make_call<stable::log_cosh>(graph_, graph_.operand(i, 0)));
        else if (detail::is_call<hyperbolic_sine>(graph_, i)) result = detail::make_call<stable::log_sinh>(graph_, graph_.operand(i, 0));
        else if (detail::is_call<exponential_minus_one>(graph_, i))
            result = detail::make_call<stable::log_expm1>(graph_, graph_.operand(i, 0));
        else if (detail::is_call<exponential>(graph_, i)) result = graph_.operand(i, 0);
        else if (n.what == kind::power && is_count(graph_.operand(i, 1))) {
            rational const times = graph_[graph_.operand(i, 1)].number;
            int const inner = logarithm_of(graph_.operand(i, 0));
            if (inner >= 0) result = graph_.scale(times, inner);
        } else if (n.what == kind::product) {
            result = graph_.number(0);
            for (int k = 0; k < n.count && result >= 0; ++k) {
                int const part = logarithm_of(graph_.operand(i, k));
                result = part < 0 ? -1 : graph_.add(result, part);
            }
        } else if (int const inner = complemented(i); inner >= 0)
            result = negative(detail::make_call<soft_plus>(graph_, graph_.operand(inner, 0)));
        else if (buffer<weight> const all = weights_of(i); are_positive(all) && all.size() >= 2) {
            bool equal = true;
            for (weight const& w : all) equal = equal && w.factor == all[0].factor;
            if (equal) c *= all[0].factor;
            int const constant = equal && all.size() == 2 ? place_of(all, graph_.number(0)) : -1;
            if (constant >= 0) result = detail::make_call<soft_plus>(graph_, all[1 - constant].exponent);
            else if (equal && all.size() == 2 && negative(all[0].exponent) == all[1].exponent)
                c *= 2, result = detail::make_call<stable::log_cosh>(graph_, all[0].exponent);
            else result = log_sum(all);
        } else if (all.size() == 2 && all[0].factor == -all[1].factor) {
            weight const &first = all[all[0].factor.is_negative() ? 1 : 0], &taken = all[all[0].factor.is_negative() ? 0 : 1];
            c *= first.factor;
            result = graph_.add(taken.exponent, detail::make_call<stable::log_expm1>(graph_, difference(first.exponent, taken.exponent)));
        }
        if (!c.valid()) return -1;
        return result < 0 || c.is_one() ? result : graph_.add(result, detail::make_call<logarithm>(graph_, graph_.number(c)));
    }
    /// sigmoid(u) of 1 - sigmoid(u), or -1.
    constexpr int complemented(int i) const {
        if (!graph_.is(i, kind::sum) || graph_[i].count != 2) return -1;
        for (int k = 0; k < 2; ++k) {
            int const part = graph_.operand(i, k);
            if (graph_.operand(i, 1 - k) == graph::one && graph_.is(part, kind::scale) && graph_[part].number == rational(-1) &&
                detail::is_call<logistic>(graph_, graph_.operand(part, 0)))
                return graph_.operand(part, 0);
        }
        return -1;
    }

    Graph& graph_;
};

}  // namespace leibniz::inline v0_1
