#pragma once

#include <leibniz/graph/static_graph.hpp>

namespace leibniz::inline v0_1 {

/// Derivatives of products that are computed as they were written, formed of the same parts, so that they stay in range where
/// the product does: of (x*y)*z by x it is y*z, of z/(x*y) it is -(z/(x*y))/x, of (x/y)^9 by y it is -9*((x/y)/y)*(x/y)^8.
/// The canonical forms are those of the power rule, factor by factor.
class formed_slopes {
public:
    constexpr explicit formed_slopes(graph& g) : graph_(g) {}

    /// Whether node i is such a product, of whole powers only. Products with calls have limits of their own.
    static constexpr bool covers(graph const& g, int i) {
        if (!g.is(i, kind::product) || !g[i].keeps_form()) return false;
        for (int const *o = g.operands(i), *end = o + g[i].count; o != end; ++o) {
            int const base = g.base_of(*o);
            if (!(g.is(base, kind::symbol) || g.is(base, kind::column) || g.is(base, kind::sum))) return false;
            if (base != *o && !(g.is(g.operand(*o, 1), kind::number) && g[g.operand(*o, 1)].number.is_integer())) return false;
        }
        return true;
    }
    /// The derivative of node i by `base`, one of its bases; -1 where it is not formed of one part that has this base.
    constexpr int operator()(int i, int base) {
        product_formation const before = graph_.form_products(product_formation::differentiated);
        int const result = slope(i, base);
        graph_.form_products(before);
        return result;
    }

private:
    constexpr int slope(int i, int base) {
        graph_.spend(60);
        if (i == base) return graph::one;
        node const n = graph_[i];
        rational const exponent = exponent_in(i, base);
        if (!exponent.is_integer()) return -1;  // sqrt(x), twice among the parts of x*y
        if (n.what == kind::power) return graph_.scale(exponent, graph_.power(base, graph_.number(exponent - rational(1))));
        if (exponent.is_negative() && (!n.keeps_form() || divides(n, base)))
            return graph_.scale(exponent, graph_.multiply(i, graph_.power(base, graph_.number(-1))));
        if (!n.keeps_form()) {
            buffer<int> others;
            int own = -1;
            for (int k = 0; k < n.count; ++k)
                if (int const part = graph_.operand(i, k); graph_.base_of(part) == base) own = part;
                else others.push(part);
            return graph_.multiply(slope(own, base), others.size() == 1 ? others[0] : graph_.sorted_product(others));
        }
        if (n.formed == product_formation::power) {
            rational const times = graph_[n.right].number;
            if (exponent != times * exponent_in(n.left, base)) return -1;  // (|x|*y)^2 has x^2
            int const inner = times.is_negative() ? -1 : slope(n.left, base);
            return inner < 0 ? -1 : graph_.scale(times, graph_.multiply(inner, graph_.power(n.left, graph_.number(times - rational(1)))));
        }
        rational const of_left = exponent_in(n.left, base), of_right = exponent_in(n.right, base);
        bool const in_left = !of_left.is_zero();
        if ((in_left && !of_right.is_zero()) || exponent != of_left + of_right) return -1;
        int const inner = slope(in_left ? n.left : n.right, base);
        return inner < 0 ? -1 : graph_.multiply(inner, in_left ? n.right : n.left);
    }
    /// Whether what was formed is divided here by a factor of this base, not within one of its parts.
    constexpr bool divides(node const& n, int base) const {
        if (n.formed == product_formation::power) return graph_[n.right].number.is_negative();
        if (exponent_in(n.right, base).is_zero()) return false;
        node const& right = graph_[n.right];
        bool const inverse = right.what == kind::power ||
                             (right.keeps_form() && right.formed == product_formation::power && graph_[right.right].number.is_negative());
        return inverse || !exponent_in(n.left, base).is_zero();
    }
    /// The exponent of `base` in node i; 0 where it is none of its bases.
    constexpr rational exponent_in(int i, int base) const {
        if (i == base) return 1;
        bool const product = graph_.is(i, kind::product);
        for (int k = 0; k < (product ? graph_[i].count : 1); ++k) {
            int const part = product ? graph_.operand(i, k) : i;
            if (graph_.base_of(part) != base) continue;
            return part == base ? rational(1) : graph_[graph_.operand(part, 1)].number;
        }
        return 0;
    }

    graph& graph_;
};

}  // namespace leibniz::inline v0_1
