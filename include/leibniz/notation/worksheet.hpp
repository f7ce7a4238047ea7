#pragma once

#include <leibniz/calculus/gradient.hpp>
#include <leibniz/notation/steps.hpp>

#include <string_view>

namespace leibniz {

/// A line of a hand calculation that has a formula: a step `of`, or the derivative of `of` by `by`.
struct sheet_line {
    std::string_view of{}, by{};
    int root = 0;   // the formula's node
    int shown = 0;  // as it is written: with the step's own name where its whole formula stands in a derivative of it
    bool direct = false;  // `by` enters `of` through other steps too, which this derivative holds constant
};

/// The derivative of the whole by `by`, as the sum over all steps that use it of upstream times local.
struct sheet_sum {
    std::string_view by{};
    int first = 0, count = 0;  // of the terms
    int step = -1;             // `by` is this step, or a wanted symbol
};
struct sheet_term {
    int local = 0;     // which local derivative
    int upstream = 0;  // which sum comes from above, or -1 where the local derivative is the whole's
};

/// Where the lines of each kind begin: forward, local derivatives, gradient.
struct sheet_extent {
    int forward = 0, local = 0, gradient = 0, sums = 0, terms = 0, variables = 0, nodes = 0, operands = 0;
    constexpr int lines() const { return forward + local + gradient; }
};

/// What back-propagation of a model is made of, before there are numbers: the steps forward, the derivative of each by
/// what it is made of, the chain rule from the last step to every wanted symbol, and what the gradient is as one
/// formula. All lines live in one graph.
class worksheet {
public:
    /// `gradient` is that of the whole by each of `by`, finished.
    template <class Names>
    constexpr worksheet(written const& root, buffer<written const*> const& by, view gradient, Names const& names) : steps_(root, names) {
        graph& g = steps_.in();
        int const count = steps_.count();
        for (int s = 0; s < count; ++s) lines.push({steps_[s].name, {}, steps_[s].formula, steps_[s].formula});
        extent.forward = count;

        buffer<int> wanted;  // what derivatives arrive at: the wanted symbols, then steps in reverse
        for (written const* w : by) wanted.push(lowering(g)(*w));
        backwards(wanted, count);
        extent.local = lines.size() - extent.forward;
        extent.sums = sums.size();
        extent.terms = terms.size();

        buffer<int> const place = imported(g, gradient);
        for (int k = 0; k < by.size(); ++k) lines.push({steps_.last().name, by[k]->name, place[gradient.roots[k]], place[gradient.roots[k]]});
        extent.gradient = by.size();
        collect_variables();
        extent.nodes = g.size();
        extent.operands = g.operand_count();
    }

    constexpr graph& in() { return steps_.in(); }
    constexpr int key(int operand) const { return operand < steps_.keys().size() ? steps_.keys()[operand] : -1; }

    buffer<sheet_line> lines;  // forward, local derivatives, gradient
    buffer<sheet_sum> sums;
    buffer<sheet_term> terms;
    buffer<int> variables;  // nodes: the steps, then all symbols that the lines are made of
    sheet_extent extent;

private:
    struct arrival {
        int step = 0, local = 0;
    };

    constexpr void backwards(buffer<int> const& wanted, int count) {
        graph& g = steps_.in();
        int const symbols = wanted.size();
        buffer<int> place(g.size(), -1);  // by node: what derivatives arrive at
        for (int k = 0; k < symbols; ++k) place[wanted[k]] = count + k;
        // A step matters when a wanted symbol lies below it.
        buffer<buffer<int>> below(count);
        for (int s = 0; s < count; ++s) {
            below[s] = places_below(steps_[s].formula, place, count + symbols);
            if (!below[s].empty()) place[steps_[s].symbol] = s;
        }
        // Local derivatives from the last step on: by earlier steps, the latest first, then by symbols.
        buffer<buffer<arrival>> at(count + symbols);  // by step, then by symbol
        for (int s = count - 1; s >= 0; --s) {
            if (below[s].empty()) continue;
            buffer<int> by;
            for (int k : below[s]) by.push(k < count ? steps_[k].symbol : wanted[k - count]);
            buffer<int> const partials = reverse_sweep(g, by)(steps_[s].formula);
            for (int k = 0; k < by.size(); ++k) {
                if (g.is_number(partials[k], 0)) continue;
                at[below[s][k]].push({s, lines.size()});
                lines.push({steps_[s].name, g[by[k]].name, partials[k], with_name(partials[k], steps_[s])});
            }
        }
        mark_direct(at, count);
        buffer<int> sum_of(count, -1);
        for (int k = count - 2; k >= 0; --k) add_up(at[k], k, count, sum_of);
        for (int k = 0; k < symbols; ++k) add_up(at[count + k], count + k, count, sum_of, g[wanted[k]].name);
    }

    /// From the first use of each on, upwards: a step that is reached before it is found to be a use is one in two ways.
    constexpr void mark_direct(buffer<buffer<arrival>> const& at, int count) {
        for (buffer<arrival> const& uses : at) {
            if (uses.size() < 2) continue;
            buffer<char> reached(count);
            int next = uses.size() - 1;  // the latest stands first
            for (int s = uses[next].step; next >= 0; ++s) {
                bool const used = s == uses[next].step;
                if (!used && reached[s] == 0) continue;
                if (used) lines[uses[next--].local].direct = reached[s] != 0;
                for (arrival const& above : at[s]) reached[above.step] = 1;
            }
        }
    }

    /// The places of what stands in a formula: steps, the latest first, then symbols.
    constexpr buffer<int> places_below(int formula, buffer<int> const& place, int count) const {
        graph const& g = steps_.in();
        buffer<char> seen(formula + 1), found(count);
        buffer<int> open, result;
        open.push(formula);
        while (!open.empty()) {
            int const i = open.pop();
            if (seen[i] != 0) continue;
            seen[i] = 1;
            if (place[i] >= 0) found[place[i]] = 1;
            for (int k = 0; k < g[i].count; ++k) open.push(g.operand(i, k));
        }
        for (int k = steps_.count(); k-- > 0;)
            if (found[k] != 0) result.push(k);
        for (int k = steps_.count(); k < count; ++k)
            if (found[k] != 0) result.push(k);
        return result;
    }

    /// A derivative of a step, in which its whole formula has the step's name: h*(1 - h) where h is sigmoid(u).
    constexpr int with_name(int partial, steps::step const& s) {
        graph& g = steps_.in();
        if (partial < s.formula || g[s.formula].count == 0) return partial;
        buffer<int> renamed(partial + 1);  // the node it becomes, plus 1
        buffer<int> open;
        open.push(partial);
        while (!open.empty()) {  // operands first
            int const i = open.back();
            int const before = open.size();
            if (i <= s.formula) renamed[i] = 1 + (i == s.formula ? s.symbol : i);
            for (int k = 0; renamed[i] == 0 && k < g[i].count; ++k)
                if (renamed[g.operand(i, k)] == 0) open.push(g.operand(i, k));
            if (open.size() > before) continue;
            open.pop();
            if (renamed[i] != 0) continue;
            node const n = g[i];
            buffer<int> operands;
            bool same = true;
            for (int k = 0; k < n.count; ++k) {
                operands.push(renamed[g.operand(i, k)] - 1);
                same = same && operands.back() == g.operand(i, k);
            }
            renamed[i] = 1 + (same ? i : rebuilt(g, n, operands));
        }
        return renamed[partial] - 1;
    }

    constexpr void add_up(buffer<arrival> const& arriving, int place, int count, buffer<int>& sum_of, std::string_view symbol = {}) {
        if (arriving.empty()) return;
        sheet_sum sum{place < count ? steps_[place].name : symbol, terms.size(), arriving.size(), place < count ? place : -1};
        for (arrival const& a : arriving) terms.push({a.local - extent.forward, a.step == count - 1 ? -1 : sum_of[a.step]});
        if (place < count) sum_of[place] = sums.size();
        sums.push(sum);
    }

    constexpr void collect_variables() {
        graph const& g = steps_.in();
        buffer<char> alive(g.size());
        for (sheet_line const& l : lines) alive[l.root] = alive[l.shown] = 1;
        for (int i = g.size() - 1; i >= 0; --i) {
            if (alive[i] == 0) continue;
            for (int const *o = g.operands(i), *end = o + g[i].count; o != end; ++o) alive[*o] = 1;
        }
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

namespace detail {

/// A worksheet in arrays of fixed capacity; beyond it it only counts. Of the graph there are the nodes of the steps, with
/// keys, and behind them those of all other lines, which do without: one arrangement serves both.
template <int Nodes, int Operands, int Lines, int Terms, int Variables>
struct kept_worksheet {
    node nodes[static_cast<unsigned>(Nodes + 1)]{};
    int operands[static_cast<unsigned>(Operands + 1)]{}, keys[static_cast<unsigned>(Operands + 1)]{};  // see steps
    sheet_line lines[static_cast<unsigned>(Lines + 1)]{};
    sheet_sum sums[static_cast<unsigned>(Variables + 1)]{};
    sheet_term terms[static_cast<unsigned>(Terms + 1)]{};
    int variables[static_cast<unsigned>(Variables + 1)]{};
    sheet_extent extent;
    leibniz::faults faults{};

    constexpr explicit kept_worksheet(worksheet&& from) : extent(from.extent), faults(from.in().faults) {
        extent.nodes = extent.operands = 0;
        buffer<int> const none, of_steps = take(from, 0, extent.forward, none), of_others = take(from, extent.forward, extent.lines(), of_steps);
        for (int i = 0; i < extent.lines() && i < Lines; ++i) {
            int const* const place = i < extent.forward ? of_steps.begin() : of_others.begin();
            sheet_line& l = lines[i] = from.lines[i];
            l.root = place[l.root] - 1;
            l.shown = place[l.shown] - 1;
        }
        for (int i = 0; i < extent.sums && i < Variables; ++i) sums[i] = from.sums[i];
        for (int i = 0; i < extent.terms && i < Terms; ++i) terms[i] = from.terms[i];
        for (int i = 0; i < extent.variables && i < Variables; ++i) variables[i] = of_steps[from.variables[i]] - 1;
    }
    constexpr bool fits() const {
        return extent.nodes <= Nodes && extent.operands <= Operands && extent.lines() <= Lines && extent.terms <= Terms && extent.variables <= Variables && extent.sums <= Variables;
    }
    constexpr view seen() const { return {.nodes = nodes, .operands = operands, .node_count = extent.nodes, .operand_count = extent.operands}; }
    constexpr std::string_view variable(int v) const { return nodes[variables[v]].name; }

private:
    /// What some lines are made of; gives the place of each node, plus 1, or 0. Leaves are taken once: `taken` are the
    /// places of those that were before, with whom all variables were.
    constexpr buffer<int> take(worksheet& from, int first, int end, buffer<int> const& taken) {
        graph const& g = from.in();
        buffer<int> places(g.size());
        int* const place = places.begin();
        for (sheet_line const *l = from.lines.begin() + first, *last = from.lines.begin() + end; l != last; ++l) place[l->root] = place[l->shown] = 1;
        if (first == 0)
            for (int v : from.variables) place[v] = 1;
        node const* const all = g.begin();
        for (int i = g.size() - 1; i >= 0; --i) {
            if (place[i] == 0) continue;
            for (int const *o = g.operands() + all[i].first, *stop = o + all[i].count; o != stop; ++o) place[*o] = 1;
        }
        for (int i = 0; i < g.size(); ++i) {
            if (place[i] == 0) continue;
            node const& n = all[i];
            if (n.count == 0 && first > 0 && taken[i] > 0) {
                place[i] = taken[i];
                continue;
            }
            if (extent.nodes < Nodes && extent.operands + n.count <= Operands) {
                node& copy = nodes[extent.nodes] = n;
                copy.first = extent.operands;
                copy.left = copy.right = -1;
                for (int k = 0; k < n.count; ++k) {
                    operands[copy.first + k] = place[g.operands()[n.first + k]] - 1;
                    keys[copy.first + k] = first == 0 ? from.key(n.first + k) : -1;
                }
            }
            place[i] = ++extent.nodes;
            extent.operands += n.count;
        }
        return places;
    }
};

/// The worksheet of a model and the symbols wanted, made while compiling.
template <class E, class... V>
struct sheet {
    static constexpr int size = written_parts(as_written<E>).size();
    static constexpr step_names<size> names{as_written<E>};
    static constexpr int wanted = sizeof...(V), guess = 5*size + 4*wanted + 32, lines = 2*size + 2*wanted + 8;

    // With a parameter: a call without one g++ also evaluates where it stands, in vain.
    static constexpr worksheet made(view gradient) {
        buffer<written const*> by;
        for (written const* w : {&as_written<V>...}) by.push(w);
        return worksheet(as_written<E>, by, gradient, names);
    }
    static constexpr view slopes = canonical<gradient_of<E, V...>>;
    template <int Nodes, int Operands, int Lines, int Terms, int Variables>
    static constexpr auto kept(view gradient) {
        return kept_worksheet<Nodes, Operands, Lines, Terms, Variables>(made(gradient));
    }
    static constexpr auto first = kept<guess, 2*guess, lines, lines, size + wanted + 8>(slopes);
    static constexpr auto whole(view gradient) {
        if constexpr (first.fits()) return first;
        else return kept<first.extent.nodes, first.extent.operands, first.extent.lines(), first.extent.terms,
                         first.extent.variables + first.extent.sums>(gradient);
    }
    static constexpr auto value = whole(slopes);
    static constexpr bool done(view gradient = slopes) { return made(gradient).extent.nodes > 0; }
};

}  // namespace detail
}  // namespace leibniz
