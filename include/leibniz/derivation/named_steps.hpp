#pragma once

#include <leibniz/derivation/plan.hpp>

namespace leibniz::inline v0_1::detail {

/// A formula divided into steps as a lecturer does it: inner functions get names, linear parts are written out. Each step
/// has its derivative by each name in it.
class named_steps : public derivation_plan {
protected:
    template <class... Of>
    constexpr explicit named_steps(Of const&... of) : derivation_plan(of...) {
        gather_names();
        int const name = given_name(root_);
        int const symbol = name >= 0 ? graph_.symbol(given_[name].w->name) : fresh("L");
        int const names = names_taken();
        express_from(whole_, symbol);
        if (below(0).size() < reachable(0)) {  // the written form refers to itself, as 1/(1/u) does: use the canonical one
            forget_names(names);
            express_from({nullptr, root_}, symbol);
        }
        for (given const& g : given_)
            if (g.node != root_)
                if (int const s = step_of(g.node); s >= 0) show_as(*g.w, steps_[s].symbol);
    }

    struct step {
        expression_part of{};
        int symbol = 0, full = 0, formula = 0;  // nodes: its name, its formula in the variables, its formula in other names
        int inside = -1;                        // of a sum over rows: the step that is summed
        rule by = rule::constant;
        function const* fn = nullptr;
        int direct = 0;  // its derivative by the variable where the formula contains it itself
        bool shown = false;
        buffer<int> links{}, partials{};  // the steps in the formula, and the derivative by each
    };
    struct given {
        written const* w = nullptr;
        int node = 0;
    };

    /// Counts how often the formulas of the steps below `top` use each step; -1 for unused ones.
    constexpr buffer<int> uses(int top) const {
        buffer<int> count(steps_.size(), -1), open;
        open.push(top);
        count[top] = 0;
        while (!open.empty())
            for (int const t : steps_[open.pop()].links) {
                if (count[t] < 0) open.push(t), count[t] = 0;
                ++count[t];
            }
        return count;
    }
    constexpr int reachable(int top) const {
        int all = 0;
        for (int const count : uses(top)) all += count >= 0;
        return all;
    }
    /// The steps below `top`, each before those that it contains.
    constexpr buffer<int> below(int top) const {
        buffer<int> count = uses(top), order;
        if (count[top] == 0) order.push(top);
        for (int next = 0; next < order.size(); ++next)
            for (int const t : steps_[order[next]].links)
                if (--count[t] == 0) order.push(t);
        return order;
    }

    /// Rewrites a formula in names as one in the variables alone.
    constexpr int in_variables(int i) {
        if (graph_.is(i, kind::number) || i == by_) return i;
        buffer<char> const inside = contents(i);
        buffer<int> place(i + 1, 0);
        for (int k = 0; k <= i; ++k) {
            if (inside[k] == 0) continue;
            node const n = graph_[k];
            place[k] = k;
            if (n.what == kind::symbol) {
                int const s = step_named(k);
                if (s >= 0) place[k] = steps_[s].full;
                continue;
            }
            bool changed = false;
            buffer<int> operands;
            for (int j = 0; j < n.count; ++j) {
                operands.push(place[graph_.operand(k, j)]);
                changed = changed || operands.back() != graph_.operand(k, j);
            }
            if (changed) place[k] = rebuilt(graph_, n, operands);
        }
        return place[i];
    }

    buffer<step> steps_{};

private:
    // ------------------------------------------------------------------------------------------------------ naming
    /// Parts that `let` names, if they depend on the variable.
    constexpr void gather_names() {
        if (!whole_.is_written()) return;
        buffer<written const*> open;
        written_map seen;
        open.push(whole_.w);
        while (!open.empty()) {
            written const& w = *open.pop();
            if (seen.find(w) >= 0 || w.what == form::formula) continue;
            seen.insert(w, 0);
            if (w.what == form::named) {
                take(w.name);
                if (int const i = find_.node_of({&w}); find_.depends(i) && i != by_) given_.push({&w, i});
            }
            for (int k = w.count; k-- > 0;) open.push(w.operands[k]);
        }
    }
    constexpr int given_name(int i) const {
        for (int k = 0; k < given_.size(); ++k)
            if (given_[k].node == i) return k;
        return -1;
    }
    constexpr int step_of(int full) const {
        for (int s = 0; s < steps_.size(); ++s)
            if (steps_[s].full == full) return s;
        return -1;
    }
    constexpr int add_step(expression_part p, int symbol) {
        steps_.push({.of = p, .symbol = symbol, .full = find_.node_of(p)});
        return steps_.size() - 1;
    }
    /// The name of a part, which becomes a step.
    constexpr int held(expression_part p) {
        int const i = find_.node_of(p);
        int s = step_of(i);
        if (s < 0) {
            int const name = given_name(i);
            s = add_step(p, name >= 0 ? graph_.symbol(given_[name].w->name) : fresh("uvstpqrz"));
        }
        return steps_[s].symbol;
    }

    // --------------------------------------------------------------------------------------------------- formulas
    constexpr void express_from(expression_part p, int symbol) {
        steps_.clear();
        add_step(p, symbol);
        for (int s = 0; s < steps_.size(); ++s) express_step(s);
    }
    constexpr void express_step(int s) {
        expression_part const p = steps_[s].of;
        int const i = steps_[s].full;
        steps_[s].formula = i;
        if (i == by_) steps_[s].by = rule::variable;
        if (i != by_ && find_.depends(i)) {
            local_rule const r = find_(p);
            steps_[s].by = r.what;
            steps_[s].fn = r.fn;
            if ((r.what == rule::rows || r.what == rule::entry) && !is_simple(r.operands[0].of)) {
                if (r.what == rule::entry && has_reduction(r.operands[0].node)) {  // derived as a whole
                    int const whole = differentiate(graph_, i, by_);
                    steps_[s].direct = whole;
                    return;
                }
                int const inner = held(r.operands[0].of);
                steps_[s].inside = step_named(inner);
                steps_[s].formula = graph_.reduction(*r.fn, inner);
                return;
            }
            int const formula = in_names(r, i);
            steps_[s].formula = formula;
        }
        buffer<char> const inside = contents(steps_[s].formula);
        buffer<int> wanted, linked;
        wanted.push(by_);
        for (int t = 0; t < steps_.size(); ++t) {
            if (t == s || steps_[t].symbol >= inside.size() || inside[steps_[t].symbol] == 0) continue;
            wanted.push(steps_[t].symbol);
            linked.push(t);
        }
        buffer<int> const partials = reverse_sweep(graph_, wanted)(steps_[s].formula);
        steps_[s].direct = partials[0];
        for (int k = 0; k < linked.size(); ++k) {
            if (graph_.is_number(partials[k + 1], 0)) continue;
            steps_[s].links.push(linked[k]);
            steps_[s].partials.push(partials[k + 1]);
        }
    }
    constexpr int step_named(int symbol) const {
        for (int s = 0; s < steps_.size(); ++s)
            if (steps_[s].symbol == symbol) return s;
        return -1;
    }

    constexpr int express(expression_part p) {
        int const i = find_.node_of(p);
        if (i == by_ || !find_.depends(i)) return i;
        if (given_name(i) >= 0) return held(p);
        local_rule const r = find_(p);
        if ((r.what == rule::rows || r.what == rule::entry) && !is_simple(r.operands[0].of)) return held(p);
        return in_names(r, i);
    }

    /// The formula of operation i: linear parts are written out, arguments of other functions get names.
    constexpr int in_names(local_rule const& r, int i) {
        buffer<local_rule::operand> const& o = r.operands;
        switch (r.what) {
            case rule::sum:
            case rule::factor: {
                buffer<summand> terms;
                for (local_rule::operand const& each : o)
                    if (r.what == rule::sum || each.varies) terms.push({1, graph_.chain(each.partial, express(each.of))});
                return graph_.sum(terms);
            }
            case rule::product: {
                buffer<multiplicand> factors;
                factors.push({r.rest, graph::one});
                bool const alike = all_alike(r);
                for (local_rule::operand const& each : o) factors.push({alike ? argument(each.of) : held(each.of), graph::one});
                return graph_.product(1, factors);
            }
            case rule::quotient:
                if (!o[0].varies) return graph_.divide(o[0].node, argument(o[1].of));
                return quotient_of_names(o[0].of, o[1].of);
            case rule::power: return graph_.power(argument(o[0].of), o[1].node);
            case rule::exponential: return graph_.power(o[0].node, argument(o[1].of));
            case rule::power_and_exponential: return power_of_names(o[0].of, o[1].of);
            case rule::function: break;
            default: return i;
        }
        int const varying = r.varying();
        if (varying == 0) return i;
        int operands[most_arguments] = {};
        int count = 0;
        for (local_rule::operand const& each : o)
            operands[count++] = !each.varies ? each.node : varying == 1 ? argument(each.of) : held(each.of);
        return graph_.call(*r.fn, operands);
    }
    constexpr int quotient_of_names(expression_part u, expression_part v) {
        int const above = held(u), below = held(v);
        return graph_.divide(above, below);
    }
    constexpr int power_of_names(expression_part u, expression_part v) {
        int const base = held(u), exponent = held(v);
        return graph_.power(base, exponent);
    }
    static constexpr bool all_alike(local_rule const& r) {
        for (local_rule::operand const& o : r.operands)
            if (o.node != r.operands[0].node) return false;
        return true;
    }

    /// The argument of a function: the variable, a name, either of them with a constant, or else a part that gets a name.
    constexpr int argument(expression_part p) { return find_.node_of(p) == by_ || is_shift(p) ? express(p) : held(p); }
    constexpr bool is_shift(expression_part p) {
        int const i = find_.node_of(p);
        if (!graph_.is(i, kind::sum) || !find_.depends(i) || given_name(i) >= 0) return false;
        local_rule const r = find_(p);
        if (r.what != rule::sum || r.varying() != 1) return false;
        for (local_rule::operand const& o : r.operands) {
            if (!o.varies && find_.depends(o.node)) return false;
            if (o.varies && (!graph_.is_number(o.partial, 1) || !(o.node == by_ || given_name(o.node) >= 0))) return false;
        }
        return true;
    }
    constexpr bool is_shifted_variable(expression_part p) {
        if (find_.node_of(p) == by_) return true;
        if (!is_shift(p)) return false;
        for (local_rule::operand const& o : find_(p).operands)
            if (o.varies && o.node != by_) return false;
        return true;
    }

    /// True if a part is differentiated in one line, without names.
    constexpr bool is_simple(expression_part p) {
        int const i = find_.node_of(p);
        if (i == by_ || !find_.depends(i)) return true;
        if (given_name(i) >= 0) return false;
        local_rule const r = find_(p);
        bool const linear = r.what == rule::sum || r.what == rule::factor || r.what == rule::rows || r.what == rule::entry;
        if (!linear && r.varying() > 1 && !(r.what == rule::product && all_alike(r))) return false;
        for (local_rule::operand const& o : r.operands)
            if (o.varies && !(linear ? is_simple(o.of) : is_shifted_variable(o.of))) return false;
        return true;
    }
    constexpr bool has_reduction(int i) const {
        buffer<char> const inside = contents(i);
        for (int k = 0; k <= i; ++k)
            if (inside[k] != 0 && graph_.is(k, kind::reduction)) return true;
        return false;
    }
    constexpr buffer<char> contents(int i) const {
        buffer<char> inside(i + 1, 0);
        inside[i] = 1;
        for (int k = i; k >= 0; --k)
            for (int j = 0; inside[k] != 0 && j < graph_[k].count; ++j) inside[graph_.operand(k, j)] = 1;
        return inside;
    }

    buffer<given> given_{};
};

}  // namespace leibniz::inline v0_1::detail
