#pragma once

#include <leibniz/rules/sums_of_exponentials.hpp>

namespace leibniz::inline v0_1 {

/// Quotients by sums of exponentials and by cosh in a graph, as functions of the table.
template <class Graph>
class quotients_of_exponentials : protected sums_of_exponentials<Graph> {
public:
    constexpr explicit quotients_of_exponentials(Graph& target) : sums_of_exponentials<Graph>(target) {}

protected:
    using sums = sums_of_exponentials<Graph>;
    using typename sums::weight;
    using sums::graph_, sums::is_count, sums::negative, sums::difference, sums::weights_of, sums::are_positive, sums::place_of,
        sums::exponent_of, sums::share;

    /// The function that a quotient by a sum of exponentials stands for.
    constexpr int product(buffer<multiplicand> const& factors) {
        above_.clear();
        done_ = graph::one;
        buffer<multiplicand> below;
        for (multiplicand const& f : factors) {
            rational const exponent = graph_[f.exponent].number;
            bool const divides = f.exponent != graph::one && exponent.is_negative();
            if (divides && (graph_.is(f.base, kind::sum) || detail::is_call<hyperbolic_cosine>(graph_, f.base) ||
                            detail::is_call<hyperbolic_sine>(graph_, f.base) || detail::is_call<exponential_minus_one>(graph_, f.base)))
                below.push(f);
            else if (f.exponent == graph::one) open(f.base);
            else if (!divides && exponent < rational(most_apart) &&
                     (detail::is_call<exponential>(graph_, f.base) || detail::is_call<hyperbolic_sine>(graph_, f.base)))
                for (long long times = exponent.numerator(); times > 0; --times) above_.push(f.base);
            else open(graph_.power(f.base, f.exponent));
        }
        bool any = false;
        for (multiplicand const& f : below) {
            long long times = -graph_[f.exponent].number.numerator();
            while (times > most_apart && divided_by_power(f.base, times, true)) any = true;
            for (int apart = 0; apart < most_apart && times > 0 && divided_by(f.base); ++apart, --times) any = true;
            if (times > 0 && divided_by_power(f.base, times, false)) any = true;
            if (times > 0) above_.push(graph_.power(f.base, graph_.number(-times)));
        }
        if (!any) return -1;
        for (int i : above_) done_ = graph_.multiply(done_, i);
        return done_;
    }

private:
    static constexpr int most_apart = 20;  // powers up to here are taken factor by factor

    /// Divides by d^times in one step, with the powers above if there are any: exp(x)^90/(exp(x) + 1)^99 is
    /// sigmoid(x)^90/(exp(x) + 1)^9. What is left of `times` stays to be divided by; whether it was divided.
    constexpr bool divided_by_power(int d, long long& times, bool with_powers) {
        buffer<int> const before = above_;
        int const done = done_;
        long long count = times;
        bool any = false;
        for (int i : before) {
            if (!with_powers || !is_large_power(i)) continue;
            any = true;
            if (long long const own = graph_[graph_.operand(i, 1)].number.numerator(); own < count) count = own;
        }
        if (any != with_powers) return false;
        above_.clear();
        done_ = graph::one;
        for (int i : before)
            if (any && is_large_power(i)) above_.push(graph_.operand(i, 0));
        int const taken = above_.size();
        bool const divided = divided_by(d) && (!with_powers || above_.size() < taken);
        for (int i : above_) done_ = graph_.multiply(done_, i);
        int const quotient = done_;
        above_ = before;
        done_ = done;
        if (!divided) return false;
        for (int k = 0; any && k < above_.size(); ++k) {
            if (!is_large_power(above_[k])) continue;
            rational const rest = graph_[graph_.operand(above_[k], 1)].number - rational(count);
            int const base = graph_.operand(above_[k], 0);
            if (!rest.is_zero()) above_[k] = graph_.power(base, graph_.number(rest));
            else take(k--);
        }
        done_ = graph_.multiply(done_, graph_.power(quotient, graph_.number(count)));
        times -= count;
        return true;
    }
    constexpr bool is_large_power(int i) const {
        if (!graph_.is(i, kind::power) || !is_count(graph_.operand(i, 1))) return false;
        return graph_[graph_.operand(i, 1)].number >= rational(most_apart) &&
               (detail::is_call<exponential>(graph_, graph_.operand(i, 0)) ||
                detail::is_call<hyperbolic_sine>(graph_, graph_.operand(i, 0)));
    }
    /// Adds the factors of a node.
    constexpr void open(int i) {
        if (graph_.is(i, kind::scale)) {
            done_ = graph_.scale(graph_[i].number, done_);
            i = graph_.operand(i, 0);
        }
        if (!graph_.is(i, kind::product)) return above_.push(i);
        for (int k = 0; k < graph_[i].count; ++k) above_.push(graph_.operand(i, k));
    }
    constexpr void take(int k) { above_[k] = above_.back(), above_.pop(); }
    /// The factors of the sum divide each other in 64 bits: where they do not, it stays as it is.
    static constexpr bool divide_exactly(buffer<weight> const& all) {
        for (weight const& w : all)
            if (!(rational(1) / w.factor).valid() || !(rational(2) * w.factor).valid() || !(rational(1) / (rational(2) * w.factor)).valid())
                return false;
        return true;
    }
    constexpr bool finish(rational over, int node) {
        done_ = graph_.multiply(done_, graph_.scale(rational(1) / over, node));
        return true;
    }

    /// Divides what stands above, and what is done, by d.
    constexpr bool divided_by(int d) {
        if (detail::is_call<hyperbolic_cosine>(graph_, d)) {
            int const u = graph_.operand(d, 0);
            for (int k = 0; k < above_.size(); ++k)
                if (detail::is_call<hyperbolic_sine>(graph_, above_[k]) && graph_.operand(above_[k], 0) == u)
                    return take(k), finish(1, detail::make_call<hyperbolic_tangent>(graph_, u));
            return finish(1, detail::make_call<hyperbolic_secant>(graph_, u));
        }
        if (detail::is_call<hyperbolic_sine>(graph_, d)) {
            int const u = graph_.operand(d, 0);
            for (int k = 0; k < above_.size(); ++k)
                if (detail::is_call<hyperbolic_cosine>(graph_, above_[k]) && graph_.operand(above_[k], 0) == u)
                    return take(k), finish(1, detail::make_call<hyperbolic_cotangent>(graph_, u));
            return finish(1, detail::make_call<hyperbolic_cosecant>(graph_, u));
        }
        if (detail::is_call<exponential_minus_one>(graph_, d)) return divided_by_difference(graph_.operand(d, 0), 1);
        if (divided_by_powers(d)) return true;
        buffer<weight> const all = weights_of(d);
        if (all.size() < 2 || !divide_exactly(all)) return divided_by_one_exponential(d);
        int const constant = place_of(all, graph_.number(0));
        if (!are_positive(all)) {  // c*(exp(u) - 1)
            if (all.size() != 2 || constant < 0 || all[0].factor != -all[1].factor) return divided_by_one_exponential(d);
            return divided_by_difference(all[1 - constant].exponent, all[1 - constant].factor);
        }
        if (all.size() == 2 && constant >= 0 && all[0].factor != all[1].factor) return divided_by_one_exponential(d);
        for (int k = 0; k < above_.size(); ++k) {
            int const w = detail::is_call<exponential>(graph_, above_[k]) ? place_of(all, graph_.operand(above_[k], 0)) : -1;
            if (w >= 0) return take(k), finish(all[w].factor, share(all, w));
        }
        if (int const w = place_of(all, exponent_above()); w >= 0) {  // exp(u)*exp(v) over exp(u)*exp(v) + 1
            for (int k = above_.size() - 1; k >= 0; --k)
                if (detail::is_call<exponential>(graph_, above_[k])) take(k);
            return finish(all[w].factor, share(all, w));
        }
        for (int k = 0; k < above_.size(); ++k) {
            int const mixed = mixture(above_[k], all, constant);
            if (mixed >= 0) return take(k), finish(1, mixed);
        }
        if (constant >= 0) return finish(all[constant].factor, share(all, constant));
        if (all.size() == 2 && all[0].factor == all[1].factor && negative(all[0].exponent) == all[1].exponent)
            return finish(rational(2) * all[0].factor, detail::make_call<hyperbolic_secant>(graph_, all[0].exponent));
        return false;
    }
    /// c*u^v + c*w^v, or c + c*u^v, for a variable exponent, under one of its terms.
    constexpr bool divided_by_powers(int d) {
        if (!graph_.is(d, kind::sum) || graph_[d].count != 2) return false;
        int base[2] = {graph::one, graph::one}, exponent = -1, constant = -1;
        for (int k = 0; k < 2; ++k) {
            int const term = graph_.operand(d, k), bare = graph_.without_coefficient(term);
            if (graph_.is(bare, kind::number)) {
                constant = k;
                continue;
            }
            if (!graph_.is(bare, kind::power) || graph_.is(graph_.operand(bare, 1), kind::number)) return false;
            base[k] = graph_.operand(bare, 0);
            if (exponent >= 0 && exponent != graph_.operand(bare, 1)) return false;
            exponent = graph_.operand(bare, 1);
        }
        rational const factor = graph_.coefficient_of(graph_.operand(d, 0));
        if (!(rational(0) < factor) || factor != graph_.coefficient_of(graph_.operand(d, 1)) || !(rational(1) / factor).valid())
            return false;
        int term = constant;
        for (int k = 0; k < above_.size(); ++k)
            if (graph_.is(above_[k], kind::power) && graph_.operand(above_[k], 1) == exponent &&
                (graph_.operand(above_[k], 0) == base[0] || graph_.operand(above_[k], 0) == base[1])) {
                term = graph_.operand(above_[k], 0) == base[0] ? 0 : 1;
                take(k);
                break;
            }
        if (term < 0) return false;
        if (term == constant) return finish(factor, detail::make_call<stable::logistic_of_power>(graph_, base[1 - term], exponent));
        if (constant >= 0) return finish(factor, detail::make_call<stable::logistic_of_power>(graph_, base[term], negative(exponent)));
        return finish(factor, detail::make_call<stable::share_of_powers>(graph_, base[term], base[1 - term], exponent));
    }
    /// c*(exp(u) - 1), under exp(u) or anything else.
    constexpr bool divided_by_difference(int u, rational c) {
        for (int k = 0; k < above_.size(); ++k)
            if (exponent_of(above_[k]) == u && above_[k] != graph::one)
                return take(k), finish(-c, detail::make_call<stable::over_expm1>(graph_, negative(u)));
        return finish(c, detail::make_call<stable::over_expm1>(graph_, u));
    }
    /// The exponent of all exponentials above; -1 where there are not several.
    constexpr int exponent_above() {
        int total = graph_.number(0), count = 0;
        for (int i : above_) {
            if (!detail::is_call<exponential>(graph_, i)) continue;
            total = graph_.add(total, graph_.operand(i, 0));
            ++count;
        }
        return count > 1 ? total : -1;
    }
    /// a + b*exp(w), where a and b are any other formulas.
    constexpr bool divided_by_one_exponential(int d) {
        int a = graph_.number(0), b = -1, w = -1;
        int const count = graph_.is(d, kind::sum) ? graph_[d].count : 0;
        for (int k = 0; k < count; ++k) {
            int const part = graph_.operand(d, k), whole = graph_.without_coefficient(part);
            int const place = exponential_in(whole);
            if (place < 0) {
                if (mentions_exponential(whole)) return false;
                a = graph_.add(a, part);
                continue;
            }
            if (w >= 0) return false;
            bool const alone = detail::is_call<exponential>(graph_, whole);
            w = graph_.operand(alone ? whole : graph_.operand(whole, place), 0);
            b = graph::one;
            for (int j = 0; !alone && j < graph_[whole].count; ++j)
                if (j != place) b = graph_.multiply(b, graph_.operand(whole, j));
            if (part != whole) b = graph_.scale(graph_[part].number, b);
        }
        if (w < 0 || graph_.is_number(a, 0)) return false;
        for (int k = 0; k < above_.size(); ++k)
            if (detail::is_call<exponential>(graph_, above_[k]) && (graph_.operand(above_[k], 0) == w))
                return take(k), finish(1, detail::make_call<stable::over_exponential>(graph_, b, a, negative(w)));
        return finish(1, detail::make_call<stable::over_exponential>(graph_, a, b, w));
    }
    /// The place of the only exponential among the factors of i; 0 where i is one; else -1.
    constexpr int exponential_in(int i) const {
        if (detail::is_call<exponential>(graph_, i)) return 0;
        int place = -1;
        for (int k = 0; graph_.is(i, kind::product) && k < graph_[i].count; ++k) {
            if (!mentions_exponential(graph_.operand(i, k))) continue;
            if (place >= 0 || !detail::is_call<exponential>(graph_, graph_.operand(i, k))) return -1;
            place = k;
        }
        return place;
    }
    constexpr bool mentions_exponential(int i) const {
        if (detail::is_call<exponential>(graph_, i)) return true;
        node const& n = graph_[i];
        for (int k = 0; k < n.count && (n.what == kind::product || n.what == kind::power || n.what == kind::scale); ++k)
            if (mentions_exponential(graph_.operand(i, k))) return true;
        return false;
    }
    /// (a*exp(u) + b*exp(v))/(exp(u) + exp(v)): every term of the sum is a multiple of one of the exponentials; or -1.
    constexpr int mixture(int i, buffer<weight> const& all, int constant) {
        if (!graph_.is(i, kind::sum)) return -1;
        buffer<weight> const own = weights_of(i);
        if (own.size() == 2 && all.size() == 2 && own[0].factor == -own[1].factor && all[0].factor == all[1].factor) {
            int const first = place_of(all, own[0].exponent), second = place_of(all, own[1].exponent);
            if (rational const ratio = own[0].factor / all[0].factor; first >= 0 && second >= 0 && ratio.valid())
                return graph_.scale(ratio, detail::make_call<hyperbolic_tangent>(
                                               graph_, graph_.scale(rational(1, 2), difference(own[0].exponent, own[1].exponent))));
        }
        buffer<summand> shares;
        bool any = false;
        int const count = graph_[i].count;
        for (int k = 0; k < count; ++k) {
            int const part = graph_.operand(i, k), whole = graph_.without_coefficient(part);
            int found = -1, multiple = graph::one;
            int const parts = graph_.is(whole, kind::product) ? graph_[whole].count : 1;
            for (int j = 0; j < parts; ++j) {
                int const p = graph_.is(whole, kind::product) ? graph_.operand(whole, j) : whole;
                int const w = found < 0 && detail::is_call<exponential>(graph_, p) ? place_of(all, graph_.operand(p, 0)) : -1;
                if (w >= 0) found = w;
                else multiple = graph_.multiply(multiple, p);
            }
            any = any || found >= 0;
            if (found < 0) found = constant;
            if (found < 0) return -1;
            rational const coefficient = graph_.is(part, kind::scale) ? graph_[part].number : rational(1);
            rational const ratio = coefficient / all[found].factor;
            if (!ratio.valid()) return -1;
            shares.push({ratio, graph_.multiply(multiple, share(all, found))});
        }
        return any ? graph_.sum(shares) : -1;
    }

    buffer<int> above_;
    int done_ = graph::one;
};

}  // namespace leibniz::inline v0_1
