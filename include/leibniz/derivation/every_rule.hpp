#pragma once

#include <leibniz/derivation/plan.hpp>

namespace leibniz::inline v0_1::detail {

/// A derivation that shows every rule, nested in the rule that asked for it.
template <class = void>  // a template, so that no unit compiles what it does not derive
class every_rule_plan : public derivation_plan {
public:
    template <class... Of>
    constexpr explicit every_rule_plan(Of const&... of) : derivation_plan(of...) {
        combined_ = walk(whole_, 0);
        if (combined_ != derivative_)
            lines_.push({.by = rule::rearranged, .before = slope(shown(whole_)), .after = cell(piece::kind::formula, derivative_)});
    }

private:
    /// Writes the lines of one part; returns its derivative.
    constexpr int walk(expression_part p, int depth) {
        int const i = find_.node_of(p);
        int const seen = shown(p);
        bool const rewritten = find_.is_rewritten(p) || (!find_.depends(i) && mentions_variable(p));
        if (rewritten)
            lines_.push({.depth = depth,
                         .by = rule::identity,
                         .before = cell(piece::kind::formula, seen),
                         .after = cell(piece::kind::formula, i),
                         .condition = conditions_of(p)});
        if (i == by_ || !find_.depends(i)) {
            int const known = graph_.number(i == by_ ? 1 : 0);
            lines_.push({.depth = depth,
                         .by = i == by_ ? rule::variable : rule::constant,
                         .before = slope(rewritten ? i : seen),
                         .after = cell(piece::kind::formula, known)});
            return known;
        }
        for (finding const& f : found_)
            if (f.node == i) {
                lines_.push(
                    {.depth = depth, .by = rule::repeated, .before = slope(seen), .after = cell(piece::kind::formula, f.derivative)});
                return f.derivative;
            }
        int const result = apply(rewritten ? expression_part{nullptr, i} : p, rewritten ? i : seen, depth);
        found_.push({i, result});
        return result;
    }

    constexpr int apply(expression_part p, int seen, int depth) {
        local_rule const r = find_(p);
        if (r.what == rule::rows || r.what == rule::entry) return over_rows(p, r, seen, depth);
        planned_line line{.depth = depth, .by = r.what, .fn = r.fn, .before = slope(seen)};
        line.after = applied(r);
        line.pattern = pattern(r, seen);
        line.condition = condition(r);
        lines_.push(line);
        buffer<summand> terms;
        bool nested = false;
        for (local_rule::operand const& o : r.operands) {
            if (!o.varies) {
                if (r.what == rule::sum) walk(o.of, depth + 1);
                nested = nested || r.what == rule::sum;
                continue;
            }
            nested = nested || o.node != by_;
            int const inner = o.node == by_ ? graph::one : walk(o.of, depth + 1);
            terms.push({1, graph_.chain(o.partial, inner)});
        }
        nested = nested || terms.size() > 1;
        int const result = graph_.sum(terms);
        if (nested) together(depth, seen, result);
        return result;
    }

    constexpr void together(int depth, int seen, int result) {
        lines_.push({.depth = depth, .by = rule::together, .before = slope(seen), .after = cell(piece::kind::formula, result)});
    }

    /// Writes each partial derivative times the derivative of its operand, which is still to be found.
    constexpr piece_range applied(local_rule const& r) {
        int const first = begin();
        for (local_rule::operand const& o : r.operands) {
            if (!o.varies && (r.what != rule::sum || find_.depends(o.node))) continue;
            put_term(o.partial, o.node == by_ ? -1 : shown(o.of), by_, begin() == first);
        }
        if (begin() == first) put(piece::kind::formula, graph_.number(0));
        return end(first);
    }
    /// Writes partial * ∂/∂by of `inner`, or the partial derivative alone if nothing is inside.
    constexpr void put_term(int partial, int inner, int by, bool first) {
        int const magnitude = begin_term(partial, first);
        if (inner < 0) return put(magnitude == partial ? piece::kind::formula : piece::kind::factor, magnitude);
        if (!graph_.is_number(magnitude, 1)) put(piece::kind::factor, magnitude), put(piece::kind::times);
        put(piece::kind::slope, inner, by);
    }

    /// Sums and means over rows are linear; in the derivative by an entry of a column only its row remains.
    constexpr int over_rows(expression_part p, local_rule const& r, int seen, int depth) {
        int const i = find_.node_of(p);
        int const result = differentiate(graph_, i, by_);
        expression_part const inner = r.operands[0].of;
        bool const opaque = r.what == rule::entry;
        planned_line line{.depth = depth, .by = r.what, .fn = r.fn, .before = slope(seen)};
        if (opaque) {
            line.after = cell(piece::kind::formula, result);
            lines_.push(line);
            return result;
        }
        int const first = begin();
        put(piece::kind::opened, i);
        if (r.operands[0].node == by_) put(piece::kind::formula, graph::one);
        else put(piece::kind::slope, shown(inner), by_);
        put(piece::kind::closed);
        line.after = end(first);
        lines_.push(line);
        int const slope_inside = r.operands[0].node == by_ ? graph::one : walk(inner, depth + 1);
        int const whole = graph_.reduction(*r.fn, slope_inside);
        together(depth, seen, whole);
        return whole;
    }

    /// Writes the function's own derivative: ∂/∂u sigmoid(u) = sigmoid(u)*(1 - sigmoid(u)), u = w*x.
    constexpr piece_range pattern(local_rule const& r, int) {
        if (r.what == rule::sum || r.what == rule::factor || r.varying() == 0) return {};
        bool plain = true;
        for (local_rule::operand const& o : r.operands) plain = plain && (!o.varies || o.node == by_);
        if (plain && r.what == rule::function) return {};
        int const single = r.varying() == 1 && r.what != rule::quotient ? 1 : 0;
        int const count = r.what == rule::product ? 2 : r.operands.size();
        int letters[most_arguments] = {}, out[most_arguments] = {};
        buffer<char> varies;
        for (int k = 0; k < count; ++k) {
            local_rule::operand const& o = r.operands[k < r.operands.size() ? k : 0];
            letters[k] = !o.varies && graph_.is(o.node, kind::number) ? o.node : letter(k);
            varies.push(o.varies ? 1 : 0);
        }
        r.fn->partials(graph_, letters, out);
        int const first = begin();
        int by = by_;
        for (int k = 0; single == 1 && k < count; ++k)
            if (varies[k] != 0) by = letters[k];
        put(piece::kind::slope, on_letters(r, letters), by);
        put(piece::kind::equals);
        int const after_sign = begin();
        for (int k = 0; k < count; ++k) {
            if (varies[k] == 0) continue;
            if (single == 1) put(piece::kind::formula, out[k]);
            else put_term(out[k], letters[k], by, begin() == after_sign);
        }
        for (int k = 0; k < count && r.what != rule::product; ++k) {
            if (letters[k] == r.operands[k].node) continue;
            put(piece::kind::comma);
            put(piece::kind::formula, letters[k]);
            put(piece::kind::equals);
            put(piece::kind::formula, shown(r.operands[k].of));
        }
        return end(first);
    }
    constexpr int on_letters(local_rule const& r, int const* letters) {
        switch (r.what) {
            case rule::product: return graph_.multiply(letters[0], letters[1]);
            case rule::quotient: return graph_.divide(letters[0], letters[1]);
            case rule::power:
            case rule::exponential:
            case rule::power_and_exponential: return graph_.power(letters[0], letters[1]);
            default: return graph_.intern({.what = kind::call, .count = r.fn->arity, .fn = r.fn}, letters);
        }
    }
    constexpr int letter(int k) {
        while (letters_.size() <= k) letters_.push(fresh("uvstpqrz"));
        return letters_[k];
    }

    /// A variable exponent needs a positive base.
    constexpr piece_range condition(local_rule const& r) {
        if (r.what != rule::exponential && r.what != rule::power_and_exponential) return {};
        int const base = r.operands[0].node;
        if (graph_.is(base, kind::number) && !graph_[base].number.is_negative() && !graph_[base].number.is_zero()) return {};
        int const first = begin();
        put(piece::kind::formula, shown(r.operands[0].of));
        put(piece::kind::positive);
        return end(first);
    }

    constexpr bool mentions_variable(expression_part p) const {
        return p.is_written() && mentions(*p.w, graph_.is(by_, kind::column) ? form::column : form::symbol, graph_[by_].name);
    }

    struct finding {
        int node = 0, derivative = 0;
    };
    buffer<finding> found_{};
    buffer<int> letters_{};
};

}  // namespace leibniz::inline v0_1::detail
