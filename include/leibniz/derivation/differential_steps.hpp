#pragma once

#include <leibniz/derivation/differential_lines.hpp>

namespace leibniz::inline v0_1::detail {

/// A derivation in main steps, as a lecturer writes it: what `let` names and what stands inside a function has a name; each has its
/// differential in the names, these are put into one another, and the derivative is read off.
class differential_steps : differential_lines {
public:
    constexpr differential_steps(written const& root, written const& by, differential_style const& style) : differential_lines(root, by, style) {
        buffer<given> const names = names_given(root);
        find_steps(names);
        express();
    }
    constexpr written_lines operator()() {
        for (int s = 0; s < steps_.size(); ++s) define(s);
        for (step const& s : steps_) {
            if (s.node != root_ && !depends(s.node)) continue;
            line(rule::function);
            last().name = cell([&] { put_rule(peeled(s.node)); });
            last().before = formula(differential_of(s.symbol));
            last().after = formula(s.change);
        }
        step const& whole = steps_[0];
        if (whole.change != whole.in_variable) {
            line(rule::chain, "put together");
            last().before = formula(differential_of(whole.symbol));
            last().after = formula(whole.in_variable);
        }
        line(rule::chain, "identification");
        last().before = cell([&] { put_ratio(whole.symbol); });
        last().after = result(whole.in_variable);
        last().pattern = identification(whole.symbol);
        return finished();
    }

private:
    struct step {
        int node = 0;    // what the name stands for
        int symbol = 0;
        int formula = 0;                // in the names of other steps
        int change = 0;                 // its differential, in those of the other steps
        int in_variable = 0;            // and in that of the variable
    };
    struct given {
        int node = 0;
        text_view name;
    };

    constexpr buffer<given> names_given(written const& root) {
        buffer<given> all;
        for (written const* w : written_parts(root)) {
            if (w->what != form::named) continue;
            int const i = lower_(*w->operands[0]);
            if (peeled(i) <= root_ && !is_symbol(peeled(i)) && !g_.is(peeled(i), kind::number)) all.push({i, w->name});
        }
        return all;
    }

    /// From the whole down: users stand behind their operands.
    constexpr void find_steps(buffer<given> const& names) {
        buffer<char> reached(root_), held(root_ + 1);
        reached.push(1);
        for (int i = root_; i >= 0; --i) {
            if (reached[i] == 0) continue;
            int name = -1;
            for (int k = 0; k < names.size(); ++k)
                if (name < 0 && (i == root_ ? names[k].node == i : names[k].node != root_ && peeled(names[k].node) == i)) name = k;
            if (name >= 0) steps_.push({names[name].node, named(names[name].name, names[name].node)});
            else if (i == root_ || held[i] != 0) steps_.push({i, fresh(i == root_ ? text_view("LEFGHJ") : text_view("uvstpqrz"), i)});
            bool const holds = depends(i) && is_function(i) && !is_linear(i);
            for (int part : parts_of(i)) held[part] = holds && !is_symbol(part) ? 1 : held[part];
            int const u = build_.root_of_square(i);
            if (u >= 0) reached[peeled(u)] = 1;
            for (int operand : formed_of(i))
                if (u < 0) reached[peeled(operand)] = 1;
        }
    }
    /// Of these the differential is the same of the differential: they need no name for what is inside.
    constexpr bool is_linear(int i) const {
        return build_.is<matrix_trace>(i) || build_.is<diagonal_of_vector>(i) || build_.is<main_diagonal>(i) ||
               build_.is<sum_of_entries>(i);
    }

    constexpr void express() {
        buffer<int> place(root_ + 1);
        for (int i = 0; i <= root_; ++i) {
            place[i] = i;
            buffer<int> operands;
            bool changes = false;
            for (int operand : formed_of(i)) {
                operands.push(place[operand]);
                changes = changes || place[operand] != operand;
            }
            int const inner = changes ? of_operands(i, operands) : i;
            place[i] = inner;
            for (step& s : steps_) {
                if (s.node == root_ || peeled(s.node) != i) continue;
                s.formula = applied(s.node, inner);
                place[i] = inverse_applied(s.node, s.symbol);
            }
        }
        steps_[0].formula = place[root_];
        buffer<int> symbols, directions, full;
        symbols.push(by_), directions.push(differential_of(by_)), full.push(directions[0]);
        buffer<int> number(steps_.size());
        for (int k = 1; k < steps_.size(); ++k) {
            if (!depends(steps_[k].node)) continue;
            number[k] = symbols.size();
            symbols.push(steps_[k].symbol), directions.push(differential_of(steps_[k].symbol)), full.push(graph::one);
        }
        for (int k = steps_.size(); k-- > 0;) {
            step& s = steps_[k];
            if (k > 0 && !depends(s.node)) continue;
            s.change = by_its_name(s, differential(s.formula, symbols, directions), k);
            s.in_variable = by_its_name(s, differential(s.formula, symbols, full), k);
            if (k > 0) full[number[k]] = s.in_variable;
        }
    }
    /// The differential of a formula in names. That of a number collects what vectors are multiplied by: (softmax(z) - t)'*dz. What
    /// varies by row stays inside sums over rows.
    constexpr int differential(int formula, buffer<int> const& symbols, buffer<int> const& directions) {
        bool over_rows = false;
        for (int i = 0; i <= formula; ++i) over_rows = over_rows || g_.is(i, kind::reduction);
        if (over_rows || !build_.is_number(formula)) return matrix_forward(g_)(formula, symbols, directions);
        buffer<int> vectors, others, along, along_others;
        for (int k = 0; k < symbols.size(); ++k) {
            bool const collected = k > 0 && build_.is_vector(symbols[k]);
            (collected ? vectors : others).push(symbols[k]);
            (collected ? along : along_others).push(directions[k]);
        }
        buffer<int> const slopes = matrix_sweep(g_, vectors)(formula);
        buffer<summand> terms;
        terms.push({1, matrix_forward(g_)(formula, others, along_others)});
        for (int k = 0; k < vectors.size(); ++k)
            if (!build_.is_zeros(slopes[k]) && !g_.is_number(slopes[k], 0)) terms.push({1, build_.inner(slopes[k], along[k])});
        return g_.sum(terms);
    }
    /// The multiples and transposes between a node and what it is peeled to.
    constexpr int applied(int node, int inner) {
        if (g_.is(node, kind::scale)) return g_.scale(g_.coefficient_of(node), applied(g_.operand(node, 0), inner));
        return build_.is_transposed(node) ? build_.transpose(applied(g_.operand(node, 0), inner)) : inner;
    }
    constexpr int inverse_applied(int node, int outer) {
        if (g_.is(node, kind::scale)) return inverse_applied(g_.operand(node, 0), g_.scale(rational(1) / g_[node].number, outer));
        return build_.is_transposed(node) ? inverse_applied(g_.operand(node, 0), build_.transpose(outer)) : outer;
    }
    /// A differential in which the step itself stands by its name: h.*(1 - h).*du.
    constexpr int by_its_name(step const& s, int change, int k) {
        if (k == 0 || is_symbol(s.formula)) return change;
        buffer<int> from, to;
        from.push(peeled(s.formula));
        to.push(inverse_applied(s.formula, s.symbol));
        return substituted(change, from, to);
    }

    constexpr void define(int s) {
        line(rule::definition, name_of(rule::definition));
        last().before = formula(steps_[s].symbol);
        last().after = formula(steps_[s].formula);
        if (s > 0 || conditions_ == 0) return;
        last().condition = cell([&] {
            for (int c = 0; c < conditions_; ++c) {
                condition const about = g_.conditions()[c];
                if (c > 0) put(style_.whole.comma);
                put_formula(about.about);
                put(about.what == predicate::nonzero ? style_.nonzero : about.what == predicate::positive ? style_.positive : style_.nonnegative);
            }
        });
    }
    buffer<step> steps_{};
};

}  // namespace leibniz::inline v0_1::detail
