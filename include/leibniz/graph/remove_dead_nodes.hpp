#pragma once

#include <leibniz/graph/static_graph.hpp>

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <vector>

namespace leibniz::inline v0_1 {

/// A copy with only the nodes that the results need, in the same order: what static_graph is while compiling, for graphs of any
/// size at run time.
constexpr result without_dead_nodes(result const& from, long long allowed = unlimited) {
    graph const& g = from.in;
    buffer<char> alive(g.size(), 0);
    for (int r : from.roots) alive[r] = 1;
    for (condition const& c : g.conditions()) alive[c.about] = 1;
    mark_reachable(g.begin(), g.operands(), g.size(), alive.begin(), from.shared);
    result copy{.in = graph(g.rules(), false, allowed), .shared = from.shared};
    copy.in.faults = g.faults;
    copy.in.use_matrices(g.matrices());
    buffer<int> place(g.size(), 0);
    for (int i = 0; i < g.size(); ++i) {
        if (alive[i] == 0) continue;
        node n = g[i];
        buffer<int> operands;
        for (int k = 0; k < n.count; ++k) operands.push(place[g.operand(i, k)]);
        n.left = n.right = -1;
        place[i] = copy.in.intern(n, operands.begin());
        if (g[i].keeps_form(from.shared)) copy.in.formed_of(place[i], place[g[i].left], place[g[i].right], n.formed);
    }
    for (int r : from.roots) copy.roots.push(place[r]);
    for (condition const& c : g.conditions()) copy.in.record({c.what, place[c.about]});
    return copy;
}

/// A copy with only the nodes that one result needs. It costs as much as the copy is large, so that taking all entries of a
/// gradient one by one costs no more than all of them.
inline result extracted(result const& from, int root, long long allowed = unlimited) {
    graph const& g = from.in;
    std::unordered_map<int, int> place;
    std::vector<int> alive{root};
    for (condition const& c : g.conditions()) alive.push_back(c.about);
    for (std::size_t i = 0; i < alive.size(); ++i) {
        int const n = alive[i];
        if (!place.emplace(n, -1).second) continue;
        for (int k = 0; k < g[n].count; ++k) alive.push_back(g.operand(n, k));
        if (g[n].keeps_form()) alive.push_back(g[n].left), alive.push_back(g[n].right);
    }
    std::sort(alive.begin(), alive.end());
    alive.erase(std::unique(alive.begin(), alive.end()), alive.end());

    result copy{.in = graph(g.rules(), false, allowed)};
    copy.in.faults = g.faults;
    copy.in.use_matrices(g.matrices());
    for (int i : alive) {
        node n = g[i];
        buffer<int> operands;
        for (int k = 0; k < n.count; ++k) operands.push(place[g.operand(i, k)]);
        n.left = n.right = -1;
        place[i] = copy.in.intern(n, operands.begin());
        if (g[i].keeps_form()) copy.in.formed_of(place[i], place[g[i].left], place[g[i].right], n.formed);
    }
    copy.roots.push(place[root]);
    for (condition const& c : g.conditions()) copy.in.record({c.what, place[c.about]});
    return copy;
}

}  // namespace leibniz::inline v0_1
