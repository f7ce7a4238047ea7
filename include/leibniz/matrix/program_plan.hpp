#pragma once

#include <leibniz/matrix/engine.hpp>
#include <leibniz/matrix/row_functions.hpp>
#include <leibniz/matrix/steps.hpp>

namespace leibniz::inline v0_1::detail {

/// What a program over matrices stores, and which way round. A node is computed inside its only user where that is a map over the
/// same entries, or a sum that products are accumulated into. Nodes that meet entry by entry are stored in one orientation: that of
/// the variables among them, else of the results; so what is a product is computed the way round it is wanted.
class matrix_plan {
public:
    constexpr matrix_plan(graph& g, buffer<int> const& roots) : g_(g), build_(g), limit_(g.size()), of_(limit_), class_(limit_) {
        for (int i = 0; i < limit_; ++i) class_[i] = i;
        for (int r : roots) {
            int const u = build_.upright(r);
            of_[u].needed = true;
            of_[u].uses += 2;
        }
        for (int i = limit_; i-- > 0;)
            if (of_[i].needed) count_operands(i);
        for (int i = 0; i < limit_; ++i)
            if (of_[i].needed) of_[i].inlined = found_inlined(i);
        for (int i = 0; i < limit_; ++i)
            if (of_[i].needed) join_operands(i);
        vote(roots);
    }

    /// c*times*P, or its transpose, of a product P of two or more matrices that GEMM computes; `product` is -1 if there is none.
    struct scaled_product {
        int product = -1, times = -1;
        bool turned = false;
        rational alpha{1};
    };

    constexpr int limit() const { return limit_; }
    constexpr bool is_needed(int i) const { return i < limit_ && of_[i].needed; }
    constexpr bool is_inlined(int i) const { return i < limit_ && of_[i].inlined; }
    constexpr bool is_turned(int i) { return i < limit_ && of_[i].turned; }
    /// Whether a node is made where it is asked for only.
    constexpr bool is_lazy(int i) {
        if (is_constant(i) || build_.is<identity_matrix>(i)) return true;
        return (build_.is<matrix_inverse>(i) || build_.is<diagonal_of_vector>(i)) && !of_[i].used_whole;
    }

    /// A number, a size, or a matrix with one number in all places, such as ones.
    constexpr bool is_constant(int i) {
        node const& n = g_[i];
        return n.what == kind::number || is_size(i) || build_.is<ones_vector>(i) || build_.is_zeros(i);
    }
    constexpr bool is_size(int i) const { return g_.is(i, kind::symbol) && g_[i].number == rational(marked_size); }
    constexpr bool is_entrywise(int i) const {
        node const& n = g_[i];
        switch (n.what) {
            case kind::sum:
            case kind::product:
            case kind::scale:
            case kind::power: return true;
            case kind::call: return n.fn->meaning != role::matrix;
            default: return false;
        }
    }
    /// The first factor behind which a chain is one number wide: u*v'. -1: none; a number is none either.
    constexpr int outer_place(int i) {
        if (!build_.is_product(i) || build_.is_number(i)) return -1;
        for (int k = 0; k + 1 < g_[i].count; ++k)
            if (build_.shape_of(g_.operand(i, k)).columns == graph::one) return k;
        return -1;
    }
    /// diag(u)*A or A*diag(u).
    constexpr bool is_scaling(int i) {
        if (!build_.is_product(i) || g_[i].count != 2) return false;
        return build_.is<diagonal_of_vector>(g_.operand(i, 0)) != build_.is<diagonal_of_vector>(g_.operand(i, 1));
    }
    constexpr bool is_special(int factor) {
        int const u = build_.upright(factor);
        return build_.is<ones_vector>(u) || build_.is<diagonal_of_vector>(u) || build_.is<matrix_inverse>(u) || build_.is_zeros(u);
    }
    constexpr bool is_plain_product(int i, bool outer_too) {
        if (!build_.is_product(i) || build_.is_number(i) || (!outer_too && outer_place(i) >= 0)) return false;
        for (int k = 0; k < g_[i].count; ++k)
            if (is_special(g_.operand(i, k))) return false;
        return true;
    }

    /// With `outer_too` u*v' counts, which maps compute as well.
    constexpr scaled_product as_product(int i, bool outer_too = false) {
        scaled_product found;
        for (int at = i;;) {
            if (build_.is_transposed(at)) {
                found.turned = !found.turned;
                at = g_.operand(at, 0);
            }
            if (at >= limit_ || (at != i && at != build_.upright(i) && of_[at].uses != 1)) return {};
            node const& n = g_[at];
            if (n.what == kind::scale) {
                found.alpha = found.alpha * n.number;
                if (!found.alpha.valid()) return {};
                at = g_.operand(at, 0);
            } else if (n.what == kind::product && n.count == 2 && found.times < 0) {
                int const a = g_.operand(at, 0), b = g_.operand(at, 1);
                if (build_.is_number(a) == build_.is_number(b)) return {};
                found.times = build_.is_number(a) ? a : b;
                at = build_.is_number(a) ? b : a;
            } else {
                found.product = at;
                return is_plain_product(at, outer_too) ? found : scaled_product{};
            }
        }
    }
    /// A product that its only user, a sum, accumulates.
    constexpr bool is_accumulated(int term) {
        int const u = build_.upright(term);
        return u < limit_ && of_[u].uses == 1 && as_product(u).product >= 0;
    }
    constexpr bool accumulates(int i) {
        if (!g_.is(i, kind::sum) || build_.is_number(i)) return false;
        for (int k = 0; k < g_[i].count; ++k)
            if (is_accumulated(g_.operand(i, k))) return true;
        return false;
    }

private:
    struct plan {
        int uses = 0, user = -1;
        bool needed = false, inlined = false, turned = false;
        bool parity = false;      // against the first of its class
        bool used_whole = false;  // by what is no product of matrices
        int votes = 0;            // of a class, for being turned
    };

    constexpr void count_operands(int i) {
        node const& n = g_[i];
        if (n.what == kind::symbol || build_.is<ones_vector>(i) || build_.is_zeros(i) || build_.is<identity_matrix>(i)) return;
        for (int k = 0; k < n.count; ++k) {
            plan& o = of_[build_.upright(g_.operand(i, k))];
            o.needed = true;
            o.user = i;
            ++o.uses;
            o.used_whole = o.used_whole || !build_.is_product(i);
        }
    }

    constexpr bool found_inlined(int i) {
        plan const& p = of_[i];
        if (p.uses != 1 || is_constant(i)) return false;
        int const u = p.user;
        if (as_product(i).product >= 0) {
            if (g_.is(u, kind::sum) && !build_.is_number(u)) return true;
            return (g_.is(u, kind::scale) || g_.is(u, kind::product)) && as_product(u).product >= 0;
        }
        bool const reads_entries = is_entrywise(u) || build_.is<sum_of_entries>(u);
        if (!reads_entries || accumulates(i)) return false;
        if (build_.is_number(i) != build_.is_number(u) && !build_.is<sum_of_entries>(u)) return false;
        return is_entrywise(i) || outer_place(i) >= 0 || is_scaling(i);
    }

    constexpr bool has_orientation(int i) {
        matrix_shape const s = build_.shape_of(i);
        return s.rows != graph::one && s.columns != graph::one && !s.symmetric;
    }
    constexpr int first_of(int i, bool& parity) {
        for (; class_[i] != i; i = class_[i]) parity = parity != of_[i].parity;
        return i;
    }
    constexpr void join(int i, int operand) {
        int const u = build_.upright(operand);
        if (!has_orientation(i) || !has_orientation(u)) return;
        bool parity = build_.is_transposed(operand);
        int const a = first_of(i, parity), b = first_of(u, parity);
        if (a == b) return;
        class_[b] = a;
        of_[b].parity = parity;
    }
    constexpr void join_operands(int i) {
        if (is_scaling(i)) join(i, g_.operand(i, build_.is<diagonal_of_vector>(g_.operand(i, 0)) ? 1 : 0));
        if (g_.is(i, kind::reduction)) join(i, g_.operand(i, 0));
        if (!is_entrywise(i)) return;
        for (int k = 0; k < g_[i].count; ++k) join(i, g_.operand(i, k));
    }
    constexpr void give_vote(int i, bool turned, int weight) {
        bool parity = false;
        int const first = first_of(i, parity);
        of_[first].votes += turned == parity ? -weight : weight;
    }
    /// Variables, and what is no map and no product, have one orientation.
    constexpr bool is_fixed(int i) {
        return !is_entrywise(i) && !build_.is_product(i) && !g_.is(i, kind::reduction) && !build_.is<matrix_inverse>(i);
    }
    constexpr void vote(buffer<int> const& roots) {
        for (int i = 0; i < limit_; ++i)
            if (of_[i].needed && has_orientation(i) && is_fixed(i)) give_vote(i, false, 4);
        for (int i = 0; i < limit_; ++i) {
            if (!of_[i].needed || !(build_.is<log_sum_exp_of_rows>(i) || build_.is<softmax_of_rows>(i))) continue;
            int const operand = g_.operand(i, 0);
            if (has_orientation(build_.upright(operand))) give_vote(build_.upright(operand), build_.is_transposed(operand), 4);
        }
        for (int r : roots)
            if (has_orientation(build_.upright(r))) give_vote(build_.upright(r), build_.is_transposed(r), 1);
        for (int i = 0; i < limit_; ++i) {
            if (!of_[i].needed || !has_orientation(i) || is_fixed(i)) continue;
            bool parity = false;
            int const first = first_of(i, parity);
            of_[i].turned = parity != (of_[first].votes > 0);
        }
    }

    graph& g_;
    matrix_builder build_;
    int limit_;
    buffer<plan> of_;
    buffer<int> class_;
};

}  // namespace leibniz::inline v0_1::detail
