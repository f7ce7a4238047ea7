#pragma once

#include <leibniz/graph/calls.hpp>
#include <leibniz/graph/static_graph.hpp>
#include <leibniz/rules/functions.hpp>

namespace leibniz::inline v0_1 {

/// A graph of sums, products in their printed order, squares, sigmoid and tanh, of which `is_plain` holds. Nothing in it divides,
/// cancels or outgrows what decays beside it, and no product leaves the range where its factors do not: less is compiled for its
/// programs.
struct plain_view : view {
    constexpr explicit plain_view(view of) : view(of) {}
};

namespace detail {

struct unused_if_plain {
    constexpr explicit unused_if_plain(view const&) {}
};

/// What a program writer of a plain view has no use for.
template <class View, class Part>
using unless_plain = std::conditional_t<std::is_same_v<View, plain_view>, unused_if_plain, Part>;

}  // namespace detail

template <class View>  // a template: nothing is compiled where no program is built
constexpr bool is_plain(View const& of) {
    buffer<char> marks(of.node_count);
    char* const in_sigmoid = marks.begin();
    for (node const *n = of.nodes, *end = n + of.node_count; n != end; ++n) {
        int const* const operands = of.operands + n->first;
        int squares = 0;
        switch (n->what) {
            case kind::call:
                if (is_row<logistic>(*n->fn)) in_sigmoid[*operands] = 1;
                else if (!is_row<hyperbolic_tangent>(*n->fn)) return false;
                break;
            case kind::power:
                if (of.nodes[operands[1]].what != kind::number || of.nodes[operands[1]].number != rational(2)) return false;
                break;
            case kind::product:
                if (n->keeps_form()) return false;
                for (int const *o = operands, *last = o + n->count; o != last; ++o) {
                    kind const factor = of.nodes[*o].what;
                    if (factor == kind::number || in_sigmoid[*o]) return false;
                    squares += factor == kind::power;
                }
                if (squares > 1) return false;
                break;
            default: break;
        }
    }
    return true;
}

}  // namespace leibniz::inline v0_1
