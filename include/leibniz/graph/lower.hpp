#pragma once

#include <leibniz/graph/static_graph.hpp>
#include <leibniz/graph/written.hpp>

namespace leibniz::inline v0_1 {

/// Turns an expression as written into canonical nodes of one graph. Each distinct type is visited once; nested sums and products
/// are gathered first, so that n terms are sorted once. It uses an explicit stack, so that no nesting is too deep.
class lowering {
public:
    /// With `evaluated`, of derivatives the graph that evaluation uses.
    constexpr explicit lowering(graph& g, bool evaluated = false) : graph_(g), evaluated_(evaluated) {}

    constexpr int operator()(written const& root) {
        buffer<written const*> open;
        open.push(&root);
        graph_.form_products(product_formation::written);
        while (!open.empty()) {
            written const& top = *open.back();
            graph_.spend(60);
            if (graph_.exhausted()) break;
            if (known_.find(top) >= 0) {
                open.pop();
                continue;
            }
            int const before = open.size();
            int const built = build(top, open);
            if (open.size() > before) {  // operands first, in the order in which they were written
                for (int i = before, j = open.size() - 1; i < j; ++i, --j) {
                    written const* const swapped = open[i];
                    open[i] = open[j];
                    open[j] = swapped;
                }
                continue;
            }
            known_.insert(top, built);
            open.pop();
        }
        graph_.form_products(product_formation::derived);
        return graph_.exhausted() ? graph::one : known_.find(root);
    }

    /// The node of a wildcard, or -1.
    constexpr void remember(written const& w, int index) { known_.insert(w, index); }
    /// Replaces the node to which a part was lowered.
    constexpr void replace(written const& w, int index) { known_.replace(w, index); }
    constexpr int find(written const& w) const { return known_.find(w); }

private:
    struct signed_part {
        written const* part = nullptr;
        bool negative = false;  // in a sum: subtracted; in a product: a divisor
    };

    /// The node of `w`. Operands that are not lowered yet are pushed to `open` instead; then the result means nothing.
    constexpr int build(written const& w, buffer<written const*>& open) {
        switch (w.what) {
            case form::symbol: return graph_.symbol(w.name);
            case form::matrix: graph_.use_matrices(w.fn->matrix->engine); return w.fn->matrix->leaf(graph_, w);
            case form::column: return graph_.column(w.name);
            case form::number: return graph_.number(w.number);
            case form::formula: return import(evaluated_ ? *w.evaluated : *w.formula);
            case form::named: return looked_up(*w.operands[0], open);
            case form::call: return build_call(w, open);
            default: return -1;
        }
    }

    constexpr int build_call(written const& w, buffer<written const*>& open) {
        switch (w.fn->meaning) {
            case role::sum:
            case role::difference:
            case role::negation: return build_sum(w, open);
            case role::product:
            case role::quotient: return build_product(w, open);
            case role::matrix: graph_.use_matrices(w.fn->matrix->engine); break;
            default: break;
        }
        buffer<int> operands;
        for (int k = 0; k < w.count; ++k) operands.push(looked_up(*w.operands[k], open));
        for (int i : operands)
            if (i < 0) return -1;
        if (w.fn->meaning == role::power) return graph_.power(operands[0], operands[1]);
        if (w.fn->meaning == role::reduction) return graph_.reduction(*w.fn, operands[0]);
        return graph_.call(*w.fn, operands.begin());
    }

    constexpr int build_sum(written const& w, buffer<written const*>& open) {
        buffer<signed_part> parts;
        parts.push({&w, false});
        buffer<summand> entries;
        bool complete = true;
        while (!parts.empty()) {
            signed_part const p = parts.pop();
            role const meaning = opened(*p.part);
            graph_.spend(40);
            if (meaning == role::negation) {
                parts.push({p.part->operands[0], !p.negative});
            } else if (meaning == role::sum || meaning == role::difference) {
                parts.push({p.part->operands[1], p.negative != (meaning == role::difference)});
                parts.push({p.part->operands[0], p.negative});
            } else {
                int const i = looked_up(*p.part, open);
                complete = complete && i >= 0;
                entries.push({p.negative ? -1 : 1, i});
            }
        }
        return complete ? graph_.sum(entries) : -1;
    }

    /// Of a few factors each product of two by itself, as it was written; of more all at once, so that they are sorted once.
    constexpr int build_product(written const& w, buffer<written const*>& open) {
        if (graph_.matrices()->exists || is_short(w)) {
            int const a = looked_up(*w.operands[0], open), b = looked_up(*w.operands[1], open);
            if (a < 0 || b < 0) return -1;
            if (graph_.matrices()->exists)
                return graph_.matrices()->written_product(graph_, a, b, w.fn->meaning == role::quotient);
            return w.fn->meaning == role::quotient ? graph_.divide(a, b) : graph_.multiply(a, b);
        }
        buffer<signed_part> parts;
        parts.push({&w, false});
        buffer<int> above, below;
        bool complete = true;
        while (!parts.empty()) {
            signed_part const p = parts.pop();
            role const meaning = opened(*p.part);
            graph_.spend(40);
            if (meaning == role::product || meaning == role::quotient) {
                parts.push({p.part->operands[1], p.negative != (meaning == role::quotient)});
                parts.push({p.part->operands[0], p.negative});
            } else {
                int const i = looked_up(*p.part, open);
                complete = complete && i >= 0;
                (p.negative ? below : above).push(i);
            }
        }
        if (!complete) return -1;
        if (above.size() == 2 && below.empty()) return graph_.multiply(above[0], above[1]);
        buffer<multiplicand> factors;
        for (int i : above) factors.push({i, graph::one});
        for (int i : below) factors.push({graph_.power(i, graph_.number(-1)), graph::one});
        return graph_.product(1, factors);
    }

    static constexpr int most_as_written = 12;
    constexpr bool is_short(written const& w) const {
        auto const is_factor = [this](written const& p) {
            role const meaning = opened(p);
            return meaning != role::product && meaning != role::quotient;
        };
        if (is_factor(*w.operands[0]) && is_factor(*w.operands[1])) return true;
        buffer<written const*> parts;
        parts.push(&w);
        for (int all = 1; !parts.empty();) {
            written const& p = *parts.pop();
            role const meaning = opened(p);
            graph_.spend(10);
            if (meaning != role::product && meaning != role::quotient) continue;
            if (++all > most_as_written) return false;
            parts.push(p.operands[0]);
            parts.push(p.operands[1]);
        }
        return true;
    }

    /// The role in which a part of a sum or product is opened; known parts stay whole.
    constexpr role opened(written const& part) const {
        if (part.what != form::call || part.fn->meaning == role::none) return role::none;
        return known_.find(part) >= 0 ? role::none : part.fn->meaning;
    }

    constexpr int looked_up(written const& w, buffer<written const*>& open) const {
        int const index = known_.find(w);
        if (index < 0) open.push(&w);
        return index;
    }

    constexpr int import(view from);

    graph& graph_;
    bool evaluated_;
    written_map known_;
};

/// The canonical node of an operation on nodes.
constexpr int rebuilt(graph& g, node const& n, buffer<int> const& operands) {
    if (int const made = g.matrices()->exists ? g.matrices()->rebuilt(g, n, operands) : -1; made >= 0) return made;
    switch (n.what) {
        case kind::number: return g.number(n.number);
        case kind::symbol: return g.symbol(n.name);
        case kind::column: return g.column(n.name);
        case kind::scale: return g.scale(n.number, operands[0]);
        case kind::power: return g.power(operands[0], operands[1]);
        case kind::call: return g.call(*n.fn, operands.begin());
        case kind::reduction: return g.reduction(*n.fn, operands[0]);
        case kind::sum: {
            buffer<summand> entries;
            for (int o : operands) entries.push({1, o});
            return g.sum(entries);
        }
        case kind::product: break;
    }
    buffer<multiplicand> entries;
    for (int o : operands) entries.push({o, graph::one});
    return g.product(1, entries);
}

/// Copies node i of a finished graph into another one, its operands being at their new places. What is canonical stays canonical,
/// only its order may change; but if the graph opens sums, it is built anew.
constexpr int copied_node(graph& g, view const& from, int i, buffer<int> const& place) {
    if (g.matrices()->exists) return g.matrices()->copied(g, from, i, place);
    node n = from[i];
    g.spend(30 + 6 * n.count);
    buffer<int> operands;
    for (int k = 0; k < n.count; ++k) operands.push(place[from.operand(i, k)]);
    if (g.opens_sums()) return rebuilt(g, n, operands);
    if (n.what == kind::sum) return g.sorted_sum(operands);
    if (n.what == kind::product) {
        int const made = g.sorted_product(operands);
        if (n.left >= 0 && place[n.left] < made && place[n.right] < made) g.formed_of(made, place[n.left], place[n.right], n.formed);
        return made;
    }
    n.left = n.right = -1;
    return g.intern(n, operands.begin());
}

/// Copies a finished graph into another one; returns the new place of each node.
constexpr buffer<int> imported(graph& g, view from) {
    g.faults.add(from.faults);
    g.use_matrices(from.matrices);
    buffer<int> place(from.node_count);
    bool const fresh = g.size() == 1 && !g.opens_sums();
    if (fresh) g.adopt(from.nodes, from.node_count, from.operands, from.operand_count);
    for (int i = 0; i < from.node_count && (fresh || !g.exhausted()); ++i) place[i] = fresh ? i : copied_node(g, from, i, place);
    for (int c = 0; c < from.condition_count; ++c) g.record({from.conditions[c].what, place[from.conditions[c].about]});
    return place;
}

constexpr int lowering::import(view from) { return imported(graph_, from)[from.root()]; }

}  // namespace leibniz::inline v0_1
