#pragma once

#include <leibniz/graph/canonical.hpp>
#include <leibniz/graph/reachable.hpp>

#include <type_traits>

namespace leibniz::inline v0_1 {

/// A view of a finished graph: nodes in topological order, and the results.
struct view {
    node const* nodes = nullptr;
    int const* operands = nullptr;
    int const* roots = nullptr;
    condition const* conditions = nullptr;
    int node_count = 0, operand_count = 0, root_count = 0, condition_count = 0;
    bool shared = false;  // several results: products keep the factors of which they were formed
    leibniz::faults faults{};
    long long effort = 0;  // the effort of building it
    matrix_engine const* matrices = &no_matrices;  // if vectors or matrices occur

    constexpr node const& operator[](int i) const { return nodes[i]; }
    constexpr int operand(int i, int position) const { return operands[nodes[i].first + position]; }
    constexpr bool is(int i, kind k) const { return nodes[i].what == k; }
    constexpr int root() const { return roots[0]; }
};

/// A graph and the results in it: the output of one stage of the engine and the input of the next.
struct result {
    graph in;
    buffer<int> roots{};
    bool shared = false;
};

namespace detail {

/// A finished graph in arrays of fixed capacity, for a `static constexpr` value. It holds only the nodes that the results need,
/// renumbered in the same order.
template <int Nodes, int Operands, int Roots>
struct static_graph {
    node nodes[static_cast<unsigned>(Nodes + 1)]{};
    int operands[static_cast<unsigned>(Operands + 1)]{};
    int roots[static_cast<unsigned>(Roots + 1)]{};
    condition conditions[static_cast<unsigned>(Roots + 1)]{};
    int node_count = 0, operand_count = 0, root_count = 0, condition_count = 0;
    bool shared = false;
    leibniz::faults faults{};
    long long effort = 0;
    matrix_engine const* matrices = &no_matrices;

    constexpr bool fits() const {
        return node_count <= Nodes && operand_count <= Operands && root_count <= Roots && condition_count <= Roots;
    }
    constexpr leibniz::view view() const {
        return {nodes, operands, roots, conditions, node_count, operand_count, root_count, condition_count, shared, faults, effort, matrices};
    }

    /// Copies the reachable nodes; beyond the capacity it only counts, so that the right size is known.
    constexpr explicit static_graph(leibniz::view from) : shared(from.shared), faults(from.faults), effort(from.effort), matrices(from.matrices) {
        if (faults.exhausted) {  // unfinished, and so of no use
            nodes[0] = from.nodes[0];
            node_count = 1;
            root_count = from.root_count;
            return;
        }
        // Compilers count statements: hence bare pointers. A reachable node is marked 1; later `place` holds its new place plus 1.
        buffer<int> marks(from.node_count);
        int* const place = marks.begin();
        if (from.node_count > 0) place[0] = 1;  // the number 1 stays the first node, so that a graph can adopt all nodes
        for (int r = 0; r < from.root_count; ++r) place[from.roots[r]] = 1;
        for (int c = 0; c < from.condition_count; ++c) place[from.conditions[c].about] = 1;
        mark_reachable(from.nodes, from.operands, from.node_count, place, shared);
        for (int i = 0; i < from.node_count; ++i) {
            if (place[i] == 0) continue;
            node const& n = from.nodes[i];
            if (node_count < Nodes && operand_count + n.count <= Operands) {
                node& copy = nodes[node_count] = n;
                copy.first = operand_count;
                bool const formed = n.left >= 0 && n.keeps_form(shared);
                copy.left = formed ? place[n.left] - 1 : -1;
                copy.right = formed ? place[n.right] - 1 : -1;
                int* out = operands + operand_count;
                for (int const *o = from.operands + n.first, *end = o + n.count; o != end; ++o) *out++ = place[*o] - 1;
            }
            place[i] = ++node_count;
            operand_count += n.count;
        }
        for (int r = 0; r < from.root_count; ++r, ++root_count)
            if (root_count < Roots) roots[root_count] = place[from.roots[r]] - 1;
        for (int c = 0; c < from.condition_count; ++c, ++condition_count)
            if (condition_count < Roots) conditions[condition_count] = {from.conditions[c].what, place[from.conditions[c].about] - 1};
    }
};

constexpr view seen(result const& r) {
    faults found = r.in.faults;
    found.exhausted = r.in.exhausted();  // also if nothing was built afterwards that would have noticed
    return {r.in.begin(),    r.in.operands(),
            r.roots.begin(), r.in.conditions().begin(),
            r.in.size(),     r.in.operand_count(),
            r.roots.size(),  r.in.conditions().size(),
            r.shared,        found,
            r.in.effort(),
            r.in.matrices()};
}

constexpr view seen(view v) { return v; }

constexpr int larger(int a, int b) { return a < b ? b : a; }

/// The depth of nested operations. Recursive functions need stack for each level, and compilers limit it.
constexpr int levels_of(view const& v) {
    buffer<int> levels(v.node_count);
    for (int i = 0; i < v.node_count; ++i) {
        int below = 0;
        for (int k = 0; k < v[i].count; ++k) below = larger(below, levels[v.operand(i, k)]);
        levels[i] = below + 1;
    }
    int most = 0;
    for (int r = 0; r < v.root_count; ++r) most = larger(most, levels[v.roots[r]]);
    return most;
}
constexpr bool is_deeper(view const& v, int levels) { return v.node_count > levels && levels_of(v) > levels; }

/// The effort that every compiler allows one constant expression by default, with a reserve: clang's limit is 2^20 statements,
/// and a unit of effort takes 1.3 to 2.6 of them.
inline constexpr long long by_default = 380'000;

// Functions that work on a graph take a parameter, here and wherever a stage is stored: g++ evaluates a call without one twice,
// in vain, because its result is on the heap until it is stored statically.
template <class Stage>
constexpr auto stored_statically(long long allowed) {
    return static_graph<Stage::guess, 3 * Stage::guess, Stage::roots>(seen(Stage::run(allowed)));
}

/// True if the compiler's limits, as the user has set them, suffice for `Work::done()`. (Beyond them an expression is no constant,
/// which is no error here.)
template <class Work>
concept within_limits = requires { typename std::bool_constant<(Work::done(), true)>; };

/// True for a small graph, whose work needs no trial run: it takes some hundred statements for each node.
constexpr bool is_small(view const& v, int units) { return v.node_count + v.operand_count < units; }

template <class Stage>
struct without_allowance {
    static constexpr auto done(long long allowed = unlimited) { return stored_statically<Stage>(allowed); }
};

/// Runs a stage (`Stage::run(allowed)` returns a result, `Stage::guess` is a number of nodes) and stores the finished graph. If the
/// guess is too small it is rebuilt once at the size found; spare capacity costs less than a copy. What exceeds a compiler's
/// default limits is tried again with the user's; failing that, it stays marked as exhausted.
template <class Stage>
struct finished {
    template <long long Allowed>
    static constexpr auto guessed = stored_statically<Stage>(Allowed);
    template <long long Allowed>
    static constexpr auto measured =
        static_graph<guessed<Allowed>.node_count, guessed<Allowed>.operand_count,
                     larger(guessed<Allowed>.root_count, guessed<Allowed>.condition_count)>(seen(Stage::run(Allowed)));

    template <long long Allowed>
    static constexpr view fitting() {
        if constexpr (guessed<Allowed>.fits()) return guessed<Allowed>.view();
        else return measured<Allowed>.view();
    }
    static constexpr long long first_effort() {  // less where a stage states that its effort is a rough estimate
        if constexpr (requires { Stage::most_effort; }) return Stage::most_effort;
        else return by_default;
    }
    static constexpr view chosen() {
        if constexpr (!guessed<first_effort()>.faults.exhausted) return fitting<first_effort()>();
        else if constexpr (within_limits<without_allowance<Stage>>) return fitting<unlimited>();
        else return guessed<first_effort()>.view();
    }
};

}  // namespace detail
}  // namespace leibniz::inline v0_1
