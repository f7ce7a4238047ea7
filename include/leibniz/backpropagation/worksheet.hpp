#pragma once

#include <leibniz/calculus/gradient.hpp>
#include <leibniz/derivation/steps.hpp>
#include <leibniz/graph/reachable.hpp>
#include <leibniz/language/text_view.hpp>

namespace leibniz::inline v0_1 {

/// A line of a hand calculation that has a formula: a step `of`, or the derivative of `of` by `by`.
struct sheet_line {
    text_view of{}, by{};
    int root = 0;         // the formula's node
    int shown = 0;        // the formula as written: a derivative uses its step's name where it contains the step's whole formula
    bool direct = false;  // `by` enters `of` through other steps too; this derivative holds them constant
};

/// The derivative of the whole by `by`: the sum, over all steps that use it, of upstream times local.
struct sheet_sum {
    text_view by{};
    int first = 0, count = 0;  // of the terms
    int step = -1;             // `by` is this step; -1: a wanted symbol
    bool repeats = false;      // it is one local derivative of the whole, and so is not shown
};
struct sheet_term {
    int local = 0;     // the number of the local derivative
    int upstream = 0;  // the number of the upstream sum, or -1 if the local derivative is that of the whole
};

/// The number of lines of each kind; only sums with several terms or factors are shown.
struct sheet_extent {
    int forward = 0, local = 0, gradient = 0, sums = 0, chain = 0, terms = 0, variables = 0, nodes = 0, operands = 0;
    constexpr int lines() const { return forward + local + gradient; }
};

/// Back-propagation of a model before there are numbers: the steps forward, the derivative of each by its operands, the chain
/// rule from the last step to every wanted symbol, and the gradient as one formula each. All lines are in one graph.
class worksheet {
public:
    /// `gradient` is the finished gradient of the whole by `by`.
    template <class Names>
    constexpr worksheet(written const& root, buffer<written const*> const& by, view gradient, Names const& names)
        : slopes(gradient), steps_(root, names) {
        graph& g = steps_.in();
        int const count = steps_.count();
        lines.reserve(3 * count + by.size());
        for (int s = 0; s < count; ++s) lines.push({steps_[s].name, {}, steps_[s].formula, steps_[s].formula});
        extent.forward = count;

        buffer<int> wanted;  // targets of derivatives: the wanted symbols, then steps in reverse
        lowering lowered(g);
        for (written const* w : by) wanted.push(lowered(*w));
        backwards(wanted, count);
        extent.local = lines.size() - extent.forward;
        extent.sums = sums.size();
        extent.terms = terms.size();

        g.faults.add(gradient.faults);
        for (int k = 0; k < by.size(); ++k) lines.push({steps_.last().name, by[k]->name, gradient.roots[k], gradient.roots[k]});
        extent.gradient = by.size();
        take_symbols(gradient);
        collect_variables();
        extent.nodes = g.size();
        extent.operands = g.operand_count();
    }

    constexpr graph& in() { return steps_.in(); }
    constexpr graph const& in() const { return steps_.in(); }
    constexpr int key(int operand) const { return operand < steps_.keys().size() ? steps_.keys()[operand] : -1; }

    buffer<sheet_line> lines;  // forward, local derivatives, gradient; these have nodes of `slopes`
    buffer<sheet_sum> sums;
    buffer<sheet_term> terms;
    buffer<int> variables;  // nodes: the steps, then all symbols in the lines
    view slopes{};
    buffer<int> symbols;  // by node of slopes: the same symbol in the graph of the other lines, or -1
    sheet_extent extent;

private:
    struct arrival {
        int step = 0, local = 0;
    };

    constexpr void backwards(buffer<int> const& wanted, int count) {
        graph& g = steps_.in();
        int const symbol_count = wanted.size();
        buffer<int> place(g.size(), -1),
            seen(g.size(), -1);  // by node: its number as a target of derivatives; the step for which it was last seen
        for (int k = 0; k < symbol_count; ++k) place[wanted[k]] = count + k;
        // A step matters if a wanted symbol is below it.
        buffer<buffer<int>> below(count);
        for (int s = 0; s < count; ++s) {
            below[s] = places_below(s, place.begin(), seen.begin(), count);
            if (!below[s].empty()) place[steps_[s].symbol] = s;
        }
        buffer<char> wanted_here(g.size());
        // Local derivatives from the last step on: by earlier steps, the latest first, then by symbols.
        buffer<buffer<arrival>> at(count + symbol_count);  // by step, then by symbol
        for (int s = count - 1; s >= 0; --s) {
            if (below[s].empty()) continue;
            buffer<int> by;
            for (int k : below[s]) by.push(k < count ? steps_[k].symbol : wanted[k - count]);
            buffer<int> const partials = partials_of(steps_[s].formula, by, wanted_here);
            for (int k = 0; k < by.size(); ++k) {
                if (g.is_number(partials[k], 0)) continue;
                at[below[s][k]].push({s, lines.size()});
                lines.push({steps_[s].name, g[by[k]].name, partials[k], with_name(partials[k], steps_[s])});
            }
        }
        mark_direct(at, count);
        buffer<int> sum_of(count, -1);
        for (int k = count - 2; k >= 0; --k) add_up(at[k], k, count, sum_of);
        for (int k = 0; k < symbol_count; ++k) add_up(at[count + k], count + k, count, sum_of, g[wanted[k]].name);
    }

    /// The derivatives of a formula. If it is one operation on names, they come from its block. `flags` are 0, by node.
    constexpr buffer<int> partials_of(int formula, buffer<int> const& by, buffer<char>& flags) {
        graph& g = steps_.in();
        buffer<int> partials(by.size(), -1);
        bool simple = g[formula].count > 0 && !g.is(formula, kind::reduction);
        for (int const *o = g.operands(formula), *end = o + g[formula].count; o != end; ++o) simple = simple && g[*o].count == 0;
        if (!simple) return reverse_sweep(g, by)(formula);
        for (int w : by) flags[w] = 1;
        local_partials const entries(g, formula, flags);
        for (int k = 0; k < by.size(); ++k) {
            flags[by[k]] = 0;
            for (local_partials::entry const& e : entries) {
                if (e.operand != by[k]) continue;
                simple = simple && partials[k] < 0;
                partials[k] = e.partial;
            }
            if (partials[k] < 0) partials[k] = g.number(0);
        }
        if (!simple) return reverse_sweep(g, by)(formula);  // f(u, u)
        return partials;
    }

    /// Goes upwards from the first use of each; a step that is reached before it is found to be a use is used in two ways.
    constexpr void mark_direct(buffer<buffer<arrival>> const& at, int count) {
        for (buffer<arrival> const& uses : at) {
            if (uses.size() < 2) continue;
            buffer<char> reached(count);
            int next = uses.size() - 1;  // the latest is first
            for (int s = uses[next].step; next >= 0; ++s) {
                bool const used = s == uses[next].step;
                if (!used && reached[s] == 0) continue;
                if (used) lines[uses[next--].local].direct = reached[s] != 0;
                for (arrival const& above : at[s]) reached[above.step] = 1;
            }
        }
    }

    /// The places of the names in a step's formula: steps, the latest first, then symbols.
    constexpr buffer<int> places_below(int s, int const* place, int* seen, int count) const {
        graph const& g = steps_.in();
        buffer<int> open, result;
        open.push(steps_[s].formula);
        while (!open.empty()) {
            int const i = open.pop();
            if (seen[i] == s) continue;
            seen[i] = s;
            if (place[i] >= 0) result.push(place[i]);
            for (int const *o = g.operands(i), *end = o + g[i].count; o != end; ++o) open.push(*o);
        }
        sort(result.begin(), result.size(), [count](int a, int b) { return a < count && b < count ? a > b : a < b; });
        return result;
    }

    /// A derivative of a step, with the step's name in place of its whole formula: h*(1 - h) where h is sigmoid(u).
    constexpr int with_name(int partial, steps::step const& s) {
        graph& g = steps_.in();
        int const formula = s.formula;
        if (partial < formula || g[formula].count == 0) return partial;
        if (partial == formula) return s.symbol;
        buffer<int> later(partial - formula);  // by node behind the formula: its new node, plus 1
        auto const renamed = [&](int i) { return i > formula ? later[i - formula - 1] : 1 + (i == formula ? s.symbol : i); };
        buffer<int> open;
        open.push(partial);
        while (!open.empty()) {  // operands first
            int const i = open.back();
            int const before = open.size();
            node const n = g[i];
            for (int k = 0; renamed(i) == 0 && k < n.count; ++k)
                if (renamed(g.operand(i, k)) == 0) open.push(g.operand(i, k));
            if (open.size() > before) continue;
            open.pop();
            if (renamed(i) != 0) continue;
            buffer<int> operands;
            bool same = true;
            for (int k = 0; k < n.count; ++k) {
                operands.push(renamed(g.operand(i, k)) - 1);
                same = same && operands.back() == g.operand(i, k);
            }
            later[i - formula - 1] = 1 + (same ? i : rebuilt(g, n, operands));
        }
        return renamed(partial) - 1;
    }

    constexpr void add_up(buffer<arrival> const& arriving, int place, int count, buffer<int>& sum_of, text_view symbol = {}) {
        if (arriving.empty()) return;
        sheet_sum sum{place < count ? steps_[place].name : symbol, terms.size(), arriving.size(), place < count ? place : -1};
        for (arrival const& a : arriving) terms.push({a.local - extent.forward, a.step == count - 1 ? -1 : sum_of[a.step]});
        if (place < count) sum_of[place] = sums.size();
        sum.repeats = sum.count == 1 && terms.back().upstream < 0;
        extent.chain += !sum.repeats;
        sums.push(sum);
    }

    constexpr void take_symbols(view gradient) {
        graph& g = steps_.in();
        for (node const *n = gradient.nodes, *end = n + gradient.node_count; n != end; ++n)
            symbols.push(n->what == kind::symbol ? g.symbol(n->name) : n->what == kind::column ? g.column(n->name) : -1);
    }

    constexpr void collect_variables() {
        graph const& g = steps_.in();
        buffer<char> flags(g.size());
        char* const alive = flags.begin();
        for (sheet_line const *l = lines.begin(), *end = l + extent.forward + extent.local; l != end; ++l)
            alive[l->root] = alive[l->shown] = 1;
        for (int s : symbols)
            if (s >= 0) alive[s] = 1;
        mark_reachable(g.begin(), g.operands(), g.size(), alive);
        for (int s = 0; s < steps_.count(); ++s) {
            variables.push(steps_[s].symbol);
            alive[steps_[s].symbol] = 0;
        }
        for (int i = 0; i < g.size(); ++i)
            if (alive[i] != 0 && (g.is(i, kind::symbol) || g.is(i, kind::column))) variables.push(i);
        extent.variables = variables.size();
    }

    steps steps_;
};

}  // namespace leibniz::inline v0_1
