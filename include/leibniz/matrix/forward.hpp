#pragma once

#include <leibniz/matrix/sweep.hpp>

namespace leibniz::inline v0_1::detail {

/// The derivative of nodes along a direction: sums and products by Leibniz' rule, functions of numbers by their partial derivatives. A
/// function of whole matrices states its pullback alone, and that is transposed: <pullback(l), du> is linear in l, and its gradient
/// by l is the derivative along du. So both directions cannot disagree.
class matrix_forward {
public:
    constexpr explicit matrix_forward(graph& g) : g_(g), build_(g) {}

    /// Along `direction` of variable w, which has its shape.
    constexpr int operator()(int root, int w, int direction) {
        buffer<int> variables, directions;
        variables.push(w);
        directions.push(direction);
        return (*this)(root, variables, directions);
    }
    /// Along a direction of each of several nodes, each taken for a variable of its own.
    constexpr int operator()(int root, buffer<int> const& variables, buffer<int> const& directions) {
        buffer<char> const depends = dependence(g_, root, variables);
        changes_ = buffer<int>(root + 1, -1);
        for (int k = 0; k < variables.size(); ++k)
            if (variables[k] <= root) changes_[variables[k]] = directions[k];
        for (int i = 1; i <= root && !g_.exhausted(); ++i)
            if (depends[i] != 0 && changes_[i] < 0) changes_[i] = change_of(i);
        return change(root);
    }
    /// After that, the change of a node at or below the root.
    constexpr int change(int i) {
        matrix_shape const s = build_.shape_of(i);
        return changes_[i] < 0 ? build_.zeros(s) : build_.spread(changes_[i], s);
    }

private:
    constexpr int change_of(int i) {
        node const n = g_[i];
        matrix_shape const s = build_.shape_of(i);
        buffer<int> const u = build_.operands(i);
        g_.spend(60);
        buffer<summand> terms;
        auto const changes = [&](int k) { return changes_[u[k]] >= 0; };
        switch (n.what) {
            case kind::scale: return g_.scale(n.number, changes_[u[0]]);
            case kind::sum:
                for (int k = 0; k < u.size(); ++k)
                    if (changes(k)) terms.push({1, build_.spread(changes_[u[k]], s)});
                return g_.sum(terms);
            case kind::product:
                for (int k = 0; k < u.size(); ++k) {
                    if (!changes(k)) continue;
                    buffer<multiplicand> all;
                    for (int j = 0; j < u.size(); ++j) all.push({j == k ? changes_[u[j]] : u[j], graph::one});
                    terms.push({1, g_.product(1, all)});
                }
                return g_.sum(terms);
            case kind::power:
                if (changes(1)) break;
                return g_.multiply(changes_[u[0]], g_.multiply(u[1], g_.power(u[0], g_.add(u[1], g_.number(-1)))));
            case kind::call:
                if (build_.is_product(i)) {
                    for (int k = 0; k < u.size(); ++k) {
                        if (!changes(k)) continue;
                        buffer<int> all;
                        for (int j = 0; j < u.size(); ++j) all.push(j == k ? build_.spread(changes_[u[j]], build_.shape_of(u[j])) : u[j]);
                        terms.push({1, build_.chain(all)});
                    }
                    return g_.sum(terms);
                }
                if (build_.is_transposed(i)) return build_.transpose(changes_[u[0]]);
                if (build_.is<sum_of_entries>(i)) return build_.total(build_.spread(changes_[u[0]], build_.shape_of(u[0])));
                if (n.fn->meaning == role::matrix) return transposed_pullback(i, u[0]);
                break;
            case kind::reduction: return build_.over_rows(*n.fn, changes_[u[0]]);
            default: break;
        }
        int out[most_arguments] = {};
        if (n.fn->has_partials) n.fn->partials(g_, u.begin(), out);
        for (int k = 0; k < u.size(); ++k) {
            if (!changes(k)) continue;
            if (!n.fn->has_partials || out[k] < 0) g_.faults.lack(n.fn);
            else terms.push({1, g_.multiply(changes_[u[k]], out[k])});
        }
        return g_.sum(terms);
    }

    constexpr int transposed_pullback(int i, int u) {
        matrix_shape const s = build_.shape_of(i);
        int const free = build_.symbol("~", s.rows, s.columns, false);
        int const back = g_[i].fn->matrix->pullback(g_, i, free, u);
        buffer<int> wanted;
        wanted.push(free);
        return matrix_sweep(g_, wanted)(build_.inner(back, build_.spread(changes_[u], build_.shape_of(u))))[0];
    }

    graph& g_;
    matrix_builder build_;
    buffer<int> changes_{};  // by node: its change along the direction; -1: none
};

/// Jacobians, read off a differential: if the change along dx is C*dx, then C is the derivative. (Magnus and Neudecker, Matrix
/// Differential Calculus, 1988.)
class matrix_differential {
public:
    constexpr explicit matrix_differential(graph& g) : g_(g), build_(g) {}

    /// The derivative of a vector by a vector, entry (i, j) that of entry i by entry j; of anything by a number. `-1` if it is no matrix.
    constexpr int operator()(int root, int x) {
        if (build_.is_number(x)) return matrix_forward(g_)(root, x, graph::one);
        matrix_shape const of = build_.shape_of(root), by = build_.shape_of(x);
        if (of.columns != graph::one || by.columns != graph::one) return -1;
        dx_ = build_.symbol("d~", by.rows, by.columns, false);
        int const change = matrix_forward(g_)(root, x, dx_);
        if (build_.is_zeros(change)) return build_.zeros({of.rows, by.rows});
        buffer<int> wanted;
        wanted.push(dx_);
        depends_ = dependence(g_, change, wanted);
        return coefficient(change);
    }

private:
    constexpr bool depends(int i) const { return i < depends_.size() ? depends_[i] != 0 : i == dx_; }

    /// The C of node i = C*dx, where i is a number or a vector that depends on dx; -1 if it is not of this form.
    constexpr int coefficient(int i) {
        if (i == dx_) return build_.identity(build_.shape_of(dx_).rows);
        node const n = g_[i];
        matrix_shape const s = build_.shape_of(i);
        buffer<int> const u = build_.operands(i);
        if (n.what == kind::scale) {
            int const c = coefficient(u[0]);
            return c < 0 ? c : g_.scale(n.number, c);
        }
        if (n.what == kind::sum) {
            buffer<summand> terms;
            for (int part : u) {
                int c = depends(part) ? coefficient(part) : -1;
                if (c < 0) return -1;
                if (build_.is_number(part) && !s.is_number()) c = build_.multiply(build_.ones(s.rows), c);
                terms.push({1, c});
            }
            return g_.sum(terms);
        }
        if (n.what == kind::product) return of_product(u, s);
        if (build_.is_transposed(i)) return -1;
        if (build_.is_product(i)) return of_chain(u);
        if (n.what == kind::reduction) {  // over rows of the data, of which dx has none
            int const c = coefficient(u[0]);
            return c < 0 ? c : build_.over_rows(*n.fn, c);
        }
        if (build_.is<sum_of_entries>(i) && build_.is_vector(u[0])) {
            int const c = coefficient(u[0]);
            return c < 0 ? c : build_.multiply(build_.transpose(build_.ones(build_.shape_of(u[0]).rows)), c);
        }
        return -1;
    }

    /// A number times C*dx, diag(u)*C*dx, or a vector times a number that is C*dx.
    constexpr int of_product(buffer<int> const& u, matrix_shape const& s) {
        int which = -1;
        buffer<multiplicand> others;
        for (int part : u) {
            if (!depends(part)) others.push({part, graph::one});
            else if (which >= 0) return -1;
            else which = part;
        }
        int const c = coefficient(which), rest = g_.product(1, others);
        if (c < 0) return c;
        if (s.is_number() || (build_.is_number(rest) && !build_.is_number(which))) return build_.hadamard(rest, c);
        if (s.columns != graph::one) return -1;
        return build_.multiply(build_.is_number(which) ? rest : build_.diagonal_matrix(rest), c);
    }

    /// A chain whose last factor holds dx; a number may be read backward as well.
    constexpr int of_chain(buffer<int> factors) {
        bool const is_number = build_.shape_of(factors[0]).rows == graph::one && build_.shape_of(factors.back()).columns == graph::one;
        if (is_number && depends(factors[0]) && !depends(factors.back())) {
            buffer<int> turned;
            for (int k = factors.size(); k-- > 0;) turned.push(build_.transpose(factors[k]));
            factors = turned;
        }
        for (int k = 0; k + 1 < factors.size(); ++k)
            if (depends(factors[k])) return -1;
        if (build_.shape_of(factors.back()).columns != graph::one) return -1;
        int const c = coefficient(factors.back());
        if (c < 0) return c;
        factors[factors.size() - 1] = c;
        return build_.chain(factors);
    }

    graph& g_;
    matrix_builder build_;
    buffer<char> depends_{};
    int dx_ = -1;
};

/// The derivatives of node `root` by each wanted variable: of a number they have the variable's shape, of a vector they are Jacobians.
constexpr buffer<int> matrix_derivatives(graph& g, int root, buffer<int> const& wanted) {
    matrix_builder m(g);
    if (m.is_number(root)) return matrix_sweep(g, wanted)(root);
    buffer<int> result;
    for (int w : wanted) {
        int const c = matrix_differential(g)(root, w);
        if (c >= 0) result.push(c);
        else result.push(m.fault(m.is_vector(root) && m.is_vector(w) ? shape_fault::differential : shape_fault::indices, root, w));
    }
    return result;
}

}  // namespace leibniz::inline v0_1::detail
