#pragma once

#include <leibniz/derivation/named_steps.hpp>

namespace leibniz::inline v0_1::detail {

/// A derivation in main steps, as a lecturer writes it: each named step is differentiated by the names in it; the chain rule
/// multiplies along every path to the variable and adds the paths.
template <class = void>  // a template, so that no unit compiles what it does not derive
class main_steps_plan : public named_steps {
public:
    template <class... Of>
    constexpr explicit main_steps_plan(Of const&... of) : named_steps(of...) {
        for (int s = 0; s < steps_.size(); ++s) define(s);
        combined_ = total(0);
    }

private:
    constexpr void define(int s) {
        int const first = begin();
        put(piece::kind::formula, s == 0 ? shown(whole_) : steps_[s].formula);
        piece_range condition{};
        if (s == 0 && conditions_ > 0) {
            put(piece::kind::equals);
            put(piece::kind::formula, root_);
        }
        piece_range const after = end(first);
        if (s == 0) condition = conditions_of_all();
        lines_.push(
            {.by = rule::definition, .before = cell(piece::kind::formula, steps_[s].symbol), .after = after, .condition = condition});
    }

    constexpr piece_range ratio(int s, int by) { return cell(piece::kind::ratio, steps_[s].symbol, by); }
    /// Writes the derivative of a step by a name in it. The name may occur in other names there, too.
    constexpr piece::kind local(int s, int t) const {
        if (steps_[s].links.size() < 2) return piece::kind::ratio;
        buffer<char> seen(steps_.size());
        buffer<int> open;
        for (int const link : steps_[s].links)
            if (link != t) open.push(link);
        while (!open.empty()) {
            int const u = open.pop();
            if (u == t) return piece::kind::direct;
            if (seen[u] != 0) continue;
            seen[u] = 1;
            for (int const link : steps_[u].links) open.push(link);
        }
        return piece::kind::ratio;
    }

    /// Writes how step `top` depends on the variable; returns its derivative in the variables alone.
    constexpr int total(int top) {
        buffer<int> const order = below(top);
        for (int const s : order)
            if (steps_[s].inside >= 0 && !steps_[s].shown) over_rows(s);
        for (int const s : order) say_partials(s);
        if (steps_[top].links.empty()) return in_variables(steps_[top].direct);

        buffer<int> arriving(steps_.size(), 0), in_full(steps_.size(), 0), in_steps(steps_.size(), 0);
        for (int const s : order)
            for (int const t : steps_[s].links) ++arriving[t];
        buffer<way> ways(steps_.size());
        in_full[top] = in_steps[top] = graph::one;
        for (int const t : order) {
            if (t == top) continue;
            ways[t].own_line = arriving[t] > 1;
            int const first = begin();
            buffer<summand> full, brief;
            for (int const s : order)
                for (int k = 0; k < steps_[s].links.size(); ++k) {
                    if (steps_[s].links[k] != t) continue;
                    ways[t].from = s;
                    full.push({1, graph_.chain(in_full[s], in_variables(steps_[s].partials[k]))});
                    brief.push({1, graph_.chain(in_steps[s], steps_[s].partials[k])});
                    if (!ways[t].own_line) continue;
                    if (begin() > first) put(piece::kind::plus);
                    put_way(ways, top, s);
                    put(local(s, t), steps_[s].symbol, steps_[t].symbol);
                }
            in_full[t] = graph_.sum(full);
            in_steps[t] = graph_.sum(brief);
            if (!ways[t].own_line) continue;
            put(piece::kind::equals);
            put(piece::kind::formula, in_steps[t]);
            piece_range const after = end(first);
            lines_.push({.by = rule::chain, .before = ratio(top, steps_[t].symbol), .after = after});
        }

        int const first = begin();
        buffer<summand> full;
        for (int const s : order) {
            if (graph_.is_number(steps_[s].direct, 0)) continue;
            int const direct = in_variables(steps_[s].direct);
            full.push({1, graph_.chain(in_full[s], direct)});
            if (begin() > first) put(piece::kind::plus);
            put_way(ways, top, s);
            if (steps_[s].links.empty()) put(piece::kind::ratio, steps_[s].symbol, by_);
            else put(piece::kind::factor, steps_[s].direct);
        }
        int const result = graph_.sum(full);
        bool const brief = top != 0 || result == derivative_ || is_brief(result);
        if (begin() > first) put(piece::kind::equals);
        put(piece::kind::formula, brief ? result : derivative_);
        if (brief) rearranged(top, result);
        piece_range const after = end(first);
        lines_.push({.by = rule::chain, .before = ratio(top, by_), .after = after});
        return result;
    }

    struct way {
        int from = -1;
        bool own_line = false;
    };
    /// Writes ∂top/∂s as the product along the path, followed by a times sign.
    constexpr void put_way(buffer<way> const& ways, int top, int s) {
        buffer<int> stops;
        for (; s != top; s = ways[s].from) {
            stops.push(s);
            if (ways[s].own_line) break;
        }
        int from = top;
        for (int k = stops.size(); k-- > 0; from = stops[k]) {
            put(piece::kind::ratio, steps_[from].symbol, steps_[stops[k]].symbol);
            put(piece::kind::times);
        }
    }

    /// Writes the derivative of a step by each name in it, and by the variable if it contains that itself.
    constexpr void say_partials(int s) {
        if (steps_[s].shown) return;
        steps_[s].shown = true;
        for (int k = 0; k < steps_[s].links.size(); ++k) {
            piece_range const after = cell(piece::kind::formula, steps_[s].partials[k]);
            int const t = steps_[s].links[k];
            piece_range const before = cell(local(s, t), steps_[s].symbol, steps_[t].symbol);
            lines_.push({.by = steps_[s].by, .fn = steps_[s].fn, .before = before, .after = after});
        }
        if (!steps_[s].links.empty()) return;
        int const first = begin();
        put(piece::kind::formula, steps_[s].direct);
        if (s == 0) rearranged(s, in_variables(steps_[s].direct));
        piece_range const after = end(first);
        lines_.push({.by = steps_[s].by, .fn = steps_[s].fn, .before = ratio(s, by_), .after = after});
    }
    /// True if a formula is worth showing before it is rearranged.
    constexpr bool is_brief(int i) const {
        int const most = 24;
        buffer<int> open;
        open.push(i);
        for (int seen = 0; !open.empty(); ++seen) {
            if (seen == most) return false;
            int const next = open.pop();
            for (int k = 0; k < graph_[next].count; ++k) open.push(graph_.operand(next, k));
        }
        return true;
    }
    constexpr void rearranged(int top, int result) {
        if (top != 0 || result == derivative_) return;
        put(piece::kind::equals);
        put(piece::kind::formula, derivative_);
    }

    /// A sum or mean over rows has the sum or mean of the derivative; by an entry of a column only its row remains.
    constexpr void over_rows(int s) {
        int const inside = total(steps_[s].inside);
        node const n = graph_[steps_[s].formula];
        bool const one_entry = graph_.is(by_, kind::column);
        int const rows = graph_.reduction(*graph_.rules().summation, graph::one);
        int const result = !one_entry ? graph_.reduction(*n.fn, inside) : n.fn->averages ? graph_.divide(inside, rows) : inside;
        steps_[s].shown = true;
        steps_[s].direct = result;
        int const first = begin();
        if (!one_entry) put(piece::kind::opened, steps_[s].formula);
        else if (n.fn->averages) put(piece::kind::formula, graph_.divide(graph::one, rows)), put(piece::kind::times);
        put(piece::kind::ratio, steps_[steps_[s].inside].symbol, by_);
        if (!one_entry) put(piece::kind::closed);
        put(piece::kind::equals);
        put(piece::kind::formula, result);
        if (s == 0) rearranged(s, result);
        piece_range const after = end(first);
        lines_.push({.by = steps_[s].by, .fn = steps_[s].fn, .before = ratio(s, by_), .after = after});
    }
};

}  // namespace leibniz::inline v0_1::detail
