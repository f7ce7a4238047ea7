#pragma once

#include <leibniz/calculus/gradient.hpp>
#include <leibniz/derivation/steps.hpp>
#include <leibniz/matrix/sweep.hpp>

namespace leibniz::inline v0_1::detail {

/// What `number` says of a symbol that stands for the adjoint of the step or variable of its name.
inline constexpr int marked_adjoint = 5;

constexpr bool is_adjoint(node const& n) { return n.what == kind::symbol && n.number == rational(marked_adjoint); }

/// The lines of a hand calculation with vectors and matrices, before there are numbers: the steps forward, then the adjoint of each step
/// from the last back to the wanted variables, each a sum of what later steps hand down by the rules of the table. All are in one graph;
/// a line is two results of it, its name, which is a symbol, and its formula.
///
/// Steps are the parts that `let` names; without any, every operation but a transposition and a sign. inv(A)*b and norm2(u)^2 are one step.
class matrix_worksheet {
public:
    /// `names` holds a name for each operation, and must outlive the graph.
    template <class Names>
    constexpr matrix_worksheet(written const& root, buffer<written const*> const& by, Names const& names, long long allowed)
        : graph_(rules, false, allowed), known_(graph_) {
        find_joined(root);
        go_forward(root, names);
        buffer<int> wanted;
        for (written const* variable : by) wanted.push(lowering(graph_)(*variable));
        if (steps_.empty() || graph_.exhausted() || graph_.faults.shapes != shape_fault::none) return;
        if (matrix_builder build(graph_); !build.is_number(steps_.back().formula)) {
            build.fault(shape_fault::gradient, steps_.back().formula);
            return;
        }
        go_backward(wanted);
    }

    constexpr result finished() {
        result all{static_cast<graph&&>(graph_)};
        for (line const& each : lines_) all.roots.push(each.symbol), all.roots.push(each.formula);
        if (lines_.empty()) all.roots.push(graph::one);
        return all;
    }

private:
    struct line {
        int symbol = 0, formula = 0;
    };

    // ----------------------------------------------------------------------------------------------------- forward

    constexpr void find_joined(written const& root) {
        for (written const* w : written_parts(root)) {
            if (w->what != form::call) continue;
            for (int k = 0; k < w->count; ++k) {
                written const& part = *w->operands[k];
                if (part.what != form::call || joined_.find(part) >= 0) continue;
                bool const solves = w->fn->meaning == role::product && k == 0 && is_row<matrix_inverse>(*part.fn);
                bool const squares = w->fn->meaning == role::power && k == 0 && is_row<euclidean_norm>(*part.fn);
                if (solves || squares) joined_.insert(part, 0);
            }
        }
    }
    template <class Names>
    constexpr void go_forward(written const& root, Names const& names) {
        buffer<written const*> open;
        open.push(&root);
        int automatic = 0;
        while (!open.empty() && !graph_.exhausted()) {  // operands first
            written const& part = *open.back();
            bool complete = known_.find(part) < 0;
            if (!complete) {
                open.pop();
                continue;
            }
            if (part.what != form::formula && part.what != form::matrix)
                for (int place = part.count - 1; place >= 0; --place)
                    if (known_.find(*part.operands[place]) < 0) open.push(part.operands[place]), complete = false;
            if (!complete) continue;
            open.pop();
            int const formula = known_(part);
            bool const is_root = part.hash == root.hash;
            if (!is_root && !(names.given() ? part.what == form::named : is_step(part, formula))) continue;
            text_view const name = part.what == form::named ? part.name : is_root ? names[0] : names[++automatic];
            int const symbol = symbol_of(name, formula);
            steps_.push({symbol, formula});
            known_.replace(part, symbol);
        }
        lines_ = steps_;
    }
    constexpr bool is_step(written const& part, int formula) const {
        if (part.what != form::call || joined_.find(part) >= 0 || part.fn->meaning == role::negation) return false;
        if (is_row<transposition>(*part.fn)) return false;
        return graph_[graph_.without_coefficient(formula)].count > 0 && !graph_.is(formula, kind::symbol);
    }
    constexpr int symbol_of(text_view name, int formula) {
        matrix_builder build(graph_);
        matrix_shape const s = build.shape_of(formula);
        return build.symbol(name, s.rows, s.columns, s.symmetric && !s.is_number());
    }

    // ---------------------------------------------------------------------------------------------------- backward

    constexpr void go_backward(buffer<int> const& wanted) {
        matrix_builder build(graph_);
        int const last = steps_.size() - 1;
        buffer<int> targets, arriving;  // steps, then wanted variables; the sum of what has been handed down to each, or -1
        for (line const& step : steps_) targets.push(step.symbol);
        for (int w : wanted) targets.push(w);
        for (int k = 0; k < targets.size(); ++k) arriving.push(-1);
        arriving[last] = graph::one;
        buffer<char> matters(targets.size());
        buffer<buffer<int>> below;
        for (int s = 0; s <= last; ++s) {
            below.push(targets_below(s, targets, matters));
            matters[s] = !below[s].empty();
        }
        for (int s = last; s >= 0 && !graph_.exhausted(); --s) {
            if (!matters[s] || arriving[s] < 0) continue;
            int const adjoint = add_adjoint(targets[s], arriving[s]);
            buffer<int> by;
            for (int place : below[s]) by.push(targets[place]);
            buffer<int> const parts = matrix_sweep(graph_, by).pulled_back(steps_[s].formula, adjoint);
            for (int k = 0; k < by.size(); ++k) {
                if (graph_.is_number(parts[k], 0) || build.is_zeros(parts[k])) continue;
                int const part = with_name(parts[k], s);
                int& sum = arriving[below[s][k]];
                sum = sum < 0 ? part : graph_.add(sum, part);
            }
        }
        for (int k = 0; k < wanted.size(); ++k) {
            int const found = arriving[last + 1 + k];
            add_adjoint(wanted[k], found < 0 ? build.zeros(build.shape_of(wanted[k])) : build.projected(found, wanted[k]));
        }
    }
    constexpr int add_adjoint(int of, int formula) {
        node const n = graph_[of];
        int const dimensions[] = {n.count == 2 ? graph_.operand(of, 0) : 0, n.count == 2 ? graph_.operand(of, 1) : 0};
        int const symbol = graph_.intern({.what = kind::symbol, .count = n.count, .number = marked_adjoint, .name = n.name}, dimensions);
        lines_.push({symbol, formula});
        return symbol;
    }
    /// The places of the targets in a step's formula: earlier steps that matter, and wanted variables.
    constexpr buffer<int> targets_below(int s, buffer<int> const& targets, buffer<char> const& matters) const {
        int const formula = steps_[s].formula;
        buffer<char> const inside = contents(formula);
        buffer<int> all;
        for (int k = 0; k < targets.size(); ++k)
            if ((k < s ? matters[k] != 0 : k >= steps_.size()) && targets[k] <= formula && inside[targets[k]] != 0) all.push(k);
        return all;
    }
    constexpr buffer<char> contents(int i) const {
        buffer<char> inside(i + 1);
        inside[i] = 1;
        for (int k = i; k >= 0; --k)
            for (int j = 0; inside[k] != 0 && j < graph_[k].count; ++j) inside[graph_.operand(k, j)] = 1;
        return inside;
    }
    /// A formula with a step's name in place of the step's whole formula: h.*(1 - h) where h is sigmoid(u).
    constexpr int with_name(int i, int s) {
        int const formula = steps_[s].formula;
        if (i < formula || graph_[formula].count == 0 || graph_.is(formula, kind::symbol)) return i;
        buffer<char> const inside = contents(i);
        if (inside[formula] == 0) return i;
        buffer<int> place(i + 1);
        for (int k = 0; k <= i; ++k) {
            place[k] = k == formula ? steps_[s].symbol : k;
            if (k <= formula || inside[k] == 0) continue;
            node const n = graph_[k];
            buffer<int> operands;
            bool same = true;
            for (int j = 0; j < n.count; ++j) {
                operands.push(place[graph_.operand(k, j)]);
                same = same && operands.back() == graph_.operand(k, j);
            }
            if (!same) place[k] = rebuilt(graph_, n, operands);
        }
        return place[i];
    }

    graph graph_;
    lowering known_;  // the nodes of visited parts; for a step the node of its name
    written_map joined_{};
    buffer<line> steps_{}, lines_{};
};

/// The worksheet of a model and the wanted variables, made while compiling.
template <class E, class... V>
struct matrix_sheet {
    static constexpr step_names<census_of<E>.operations> names{as_written<E>, census_of<E>};
    static constexpr int wanted = sizeof...(V), lines = 2 * (census_of<E>.operations + census_of<E>.names + 1) + wanted;
    static constexpr int guess = 8 * as_written<E>.size + 8 * wanted + 16, roots = 2 * lines;

    static constexpr result run(long long allowed) {
        buffer<written const*> by;
        for (written const* variable : {&as_written<V>...}) by.push(variable);
        return matrix_worksheet(as_written<E>, by, names, allowed).finished();
    }
    static constexpr view value = finished<matrix_sheet>::chosen();
};

}  // namespace leibniz::inline v0_1::detail
