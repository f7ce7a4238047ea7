#pragma once

#include <leibniz/calculus/jacobian.hpp>

namespace leibniz::inline v0_1 {

/// The sum of squares, J'r and J'J of residuals, or with second derivatives J'J + sum of r times their Hessians.
template <bool Second, class Outputs, class... V>
struct squares_of;
template <bool Second, class... E, class... V>
struct squares_of<Second, outputs_of<E...>, V...>
    : bundle_of_entries<squares_of<Second, outputs_of<E...>, V...>, 1 + sizeof...(V) + sizeof...(V) * sizeof...(V)> {};

/// The normal equations of a least-squares problem with residual `r` and Jacobian J by `wrt(...)`: r'r, J'r and J'J, sums over all rows
/// (and over all residuals, of `outputs(r1, r2)`). Evaluated, a record of a number, a record by symbol and a symmetric table; over
/// columns one pass, in which no row of J is stored, with sums as of `sum`. J'r is half the gradient of r'r; the step of Gauss and
/// Newton solves (J'J) d = -J'r. A model with p variables has (p + 1)(p + 2)/2 sums. To fit parameters that the data hardly determine, take
/// the QR decomposition of J instead: J'J squares its condition number. Refuses what `diff` refuses.
///
///     auto const [squares, slopes, matrix] = evaluate(normal_equations(w*x + b - y, wrt(w, b)), w = 1.0, b = 0.0, x = xs, y = ys);
///     assert(squares == 14.0 && slopes[w] == -14.0 && slopes[b] == -6.0);
///     assert(matrix(w, w) == 14.0 && matrix(w, b) == 6.0 && matrix(b, b) == 3.0);
template <expression... E, class... V>
constexpr squares_of<false, outputs_of<E...>, V...> normal_equations(outputs_of<E...>, variables<V...>) {
    static_assert(sizeof...(V) > 0, "normal_equations: by which parameters? write normal_equations(residual, wrt(a, b))");
    return {};
}
template <expression E, class... V>
constexpr auto normal_equations(E, variables<V...> by) {
    return normal_equations(outputs_of<E>{}, by);
}
template <class E, class... V>
    requires(result_of_a_model<E> && (variable<V> && ...))
constexpr auto normal_equations(E e, V...) {
    static_assert(!sizeof(E), "normal_equations: by which parameters? write normal_equations(residual, wrt(a, b))");
    if constexpr (sizeof...(V) > 0) return normal_equations(e, variables<V...>{});  // the error has been reported
    else return e;
}

/// The same with second derivatives: r'r, J'r, and in place of J'J half the Hessian of r'r, J'J + sum of r times the Hessian of r. The
/// step of Newton solves it for -J'r.
///
///     constexpr auto r = exp(w*x) - y;
///     auto const curvature = evaluate(newton_equations(r, wrt(w)), w = 0.0, x = 2.0, y = 3.0)[2_c];
///     assert(curvature(w, w) == 2.0*2.0 - 2.0*4.0);
template <expression... E, class... V>
constexpr squares_of<true, outputs_of<E...>, V...> newton_equations(outputs_of<E...>, variables<V...>) {
    static_assert(sizeof...(V) > 0, "newton_equations: by which parameters? write newton_equations(residual, wrt(a, b))");
    return {};
}
template <expression E, class... V>
constexpr auto newton_equations(E, variables<V...> by) {
    return newton_equations(outputs_of<E>{}, by);
}
template <class E, class... V>
    requires(result_of_a_model<E> && (variable<V> && ...))
constexpr auto newton_equations(E e, V...) {
    static_assert(!sizeof(E), "newton_equations: by which parameters? write newton_equations(residual, wrt(a, b))");
    if constexpr (sizeof...(V) > 0) return newton_equations(e, variables<V...>{});  // the error has been reported
    else return e;
}

namespace detail {

/// Products of which factors that are the same for all rows stand before the sum: those that hold nothing but the wanted variables.
class row_factors {
public:
    constexpr row_factors(graph& g, buffer<int> const& wanted, int last) : graph_(g), fixed_(last + 1, 0) {
        for (int w : wanted)
            if (w <= last) fixed_[w] = 1;
        for (int i = 0; i <= last; ++i) {
            bool all = g[i].count > 0 || g.is(i, kind::number);
            for (int k = 0; all && k < g[i].count; ++k) all = fixed_[g.operand(i, k)];
            if (all || g.is(i, kind::reduction)) fixed_[i] = 1;
        }
    }
    struct split {
        int before = graph::one, inside = graph::one;
    };
    constexpr split operator()(int i) const {
        split result{.before = graph_.number(graph_.coefficient_of(i))};
        int const of = graph_.without_coefficient(i);
        if (graph_.is(of, kind::number)) return result;
        bool const product = graph_.is(of, kind::product);
        for (int k = 0; k < (product ? graph_[of].count : 1); ++k) {
            int const factor = product ? graph_.operand(of, k) : of;
            int& to = factor < fixed_.size() && fixed_[factor] ? result.before : result.inside;
            to = graph_.multiply(to, factor);
        }
        return result;
    }

private:
    graph& graph_;
    buffer<char> fixed_;
};

template <bool Second, class... E, class... V, bool Evaluated>
struct canonical_stage<squares_of<Second, outputs_of<E...>, V...>, Evaluated> {
    static constexpr int count = sizeof...(V), roots = 1 + count + count * count;
    static constexpr int guess = (Second ? 12 : 6) * graph_of<outputs_of<E...>, Evaluated>().node_count + 3 * roots + 16;
    static constexpr bool recognised = canonical_stage<outputs_of<E...>>::recognised;

    /// All residuals, their slopes and, where wanted, their second derivatives by the variables.
    struct derived {
        graph& in;
        buffer<int> residual;
        buffer<buffer<int>> slope, second;
        buffer<row_factors::split> factors;  // of the slopes of the only residual

        constexpr derived(graph& g, view const& from) : in(g) {
            buffer<int> const place = imported(in, from), wanted = lowered_variables<V...>(in);
            for (int k = 0; k < from.root_count; ++k) {
                residual.push(place[from.roots[k]]);
                if (in.matrices()->exists && !in.matrices()->is_number(in, residual[k])) in.misfit(shape_fault::gradient, residual[k]);
                slope.push(reverse_sweep(in, wanted)(residual[k]));
                for (int i = 0; Second && i < count; ++i) second.push(reverse_sweep(in, wanted)(slope[k][i]));
            }
            if (residual.size() != 1) return;
            row_factors const of_product(in, wanted, in.size() - 1);
            for (int i = 0; i < count; ++i) factors.push(of_product(slope[0][i]));
        }
        /// The sum over all rows of what each residual contributes.
        template <class F>
        constexpr int total(F const& of_residual) {
            buffer<summand> parts;
            for (int k = 0; k < residual.size(); ++k) of_residual(parts, k);
            return in.reduction(*in.rules().summation, in.sum(parts));
        }
        constexpr int slope_of_squares(int i) {
            if (residual.size() == 1) return in.multiply(factors[i].before, sum_of(residual[0], factors[i].inside));
            return total([&](auto& parts, int k) { parts.push({1, in.multiply(residual[k], slope[k][i])}); });
        }
        constexpr int entry(int i, int j) {
            if (residual.size() == 1 && (!Second || in.is_number(second[i][j], 0)))
                return in.multiply(in.multiply(factors[i].before, factors[j].before), sum_of(factors[i].inside, factors[j].inside));
            return total([&](auto& parts, int k) {
                parts.push({1, in.multiply(slope[k][i], slope[k][j])});
                if (Second) parts.push({1, in.multiply(residual[k], second[k * count + i][j])});
            });
        }
        constexpr int sum_of(int a, int b) { return in.reduction(*in.rules().summation, in.multiply(a, b)); }
    };

    static constexpr result run(long long allowed) {
        result r{.in = graph(rules_of<Evaluated>(), false, allowed), .shared = true};
        derived all(r.in, graph_of<outputs_of<E...>, Evaluated>());
        r.roots.push(all.total([&](auto& parts, int k) { parts.push({1, r.in.power(all.residual[k], r.in.number(2))}); }));
        for (int i = 0; i < count; ++i) r.roots.push(all.slope_of_squares(i));
        for (int i = 0; i < count; ++i)
            for (int j = 0; j < count; ++j) r.roots.push(j < i ? r.roots[1 + count + j * count + i] : all.entry(i, j));
        return r;
    }
};

template <class E>
struct shape_of;  // of what evaluate gives: evaluate/assemble.hpp
struct single_shape;
template <class Keys, int Size>
struct record_shape;
template <class Rows, class Columns, int Height, int Width>
struct table_shape;
template <class... Shapes>
struct joint_shape;
template <bool Second, class... E, class... V>
struct shape_of<squares_of<Second, outputs_of<E...>, V...>> {
    using type = joint_shape<single_shape, record_shape<variables<V...>, sizeof...(V)>,
                             table_shape<variables<V...>, variables<V...>, sizeof...(V), sizeof...(V)>>;
};

}  // namespace detail

template <bool Second, class... E, class... V>
static constexpr written as_written<squares_of<Second, outputs_of<E...>, V...>> =
    detail::written_node({.what = form::formula, .hash = detail::hash_of(Second ? "newton_equations" : "normal_equations")},
                         detail::all_written<outputs_of<E...>, V...>, {{as_written<outputs_of<E...>>.hash, 0}, {as_written<V>.hash, 0}...});

}  // namespace leibniz::inline v0_1
