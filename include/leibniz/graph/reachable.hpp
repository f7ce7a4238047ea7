#pragma once

#include <leibniz/graph/nodes.hpp>

namespace leibniz::inline v0_1 {

/// Marks all nodes below the marked ones with 1. Operands come before their users, so that one pass from the last node to
/// the first suffices. With `factors`, also the two nodes that a product was formed of.
template <class Mark>
constexpr void mark_reachable(node const* nodes, int const* operands, int count, Mark* marks, bool factors = false) {
    for (int i = count - 1; i >= 0; --i) {
        if (marks[i] == 0) continue;
        node const& n = nodes[i];
        for (int const *o = operands + n.first, *end = o + n.count; o != end; ++o) marks[*o] = 1;
        if (n.left >= 0 && n.keeps_form(factors)) marks[n.left] = marks[n.right] = 1;
    }
}

}  // namespace leibniz::inline v0_1
