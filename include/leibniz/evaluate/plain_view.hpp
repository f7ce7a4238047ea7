#pragma once

#include <leibniz/graph/calls.hpp>
#include <leibniz/graph/static_graph.hpp>
#include <leibniz/rules/functions.hpp>

namespace leibniz {

/// A graph of sums, products, squares, sigmoid and tanh, of which `is_plain` holds. Nothing in it divides, cancels or outgrows what
/// decays beside it, and no product leaves the range where its factors do not: less is compiled for its programs.
struct plain_view : view {
    constexpr explicit plain_view(view of) : view(of) {}
};

template <class View>  // a template: nothing is compiled where no program is built
constexpr bool is_plain(View const& of) {
    buffer<char> in_sigmoid(of.node_count);
    for (node const *n = of.nodes, *end = n + of.node_count; n != end; ++n) {
        int const* const operands = of.operands + n->first;
        if (n->what == kind::call && !is_row<logistic>(*n->fn) && !is_row<hyperbolic_tangent>(*n->fn)) return false;
        if (n->what == kind::power && !(of.is(operands[1], kind::number) && of.nodes[operands[1]].number == rational(2))) return false;
        if (n->what == kind::call) in_sigmoid[operands[0]] = in_sigmoid[operands[0]] || is_row<logistic>(*n->fn);
    }
    for (node const *n = of.nodes, *end = n + of.node_count; n != end; ++n) {
        if (n->what != kind::product) continue;
        int const* const operands = of.operands + n->first;
        if (n->left >= 0 && (in_sigmoid[n->left] || in_sigmoid[n->right])) return false;
        int squares = 0;
        for (int k = 0; k < n->count; ++k) {
            if (of.is(operands[k], kind::number) || in_sigmoid[operands[k]]) return false;
            squares += of.is(operands[k], kind::power);
        }
        if (squares > 1) return false;
    }
    return true;
}

}  // namespace leibniz
