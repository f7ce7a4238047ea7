#pragma once

#include <leibniz/graph/lower.hpp>
#include <leibniz/rules/functions.hpp>
#include <leibniz/rules/identities.hpp>

namespace leibniz::inline v0_1::detail {

/// A part of an expression: as it was written, or a canonical node that nobody wrote.
struct expression_part {
    written const* w = nullptr;
    int node = -1;  // of a part that nobody wrote

    constexpr bool is_written() const { return node < 0; }  // no comparison of addresses: see node::has_row
};

/// The name of the rule by which an operation is differentiated.
enum class rule : unsigned char {
    definition,
    variable,
    constant,
    sum,
    factor,
    product,
    quotient,
    power,
    exponential,
    power_and_exponential,
    function,
    rows,
    entry,
    identity,
    chain,
    together,
    repeated,
    rearranged
};

/// One operation: its rule, its operands, and the partial derivative by each, from its block of the table.
struct local_rule {
    struct operand {
        expression_part of{};
        int node = 0, partial = 0;
        bool varies = false;  // it depends on the variable, and the partial derivative is not 0
    };
    rule what = rule::function;
    function const* fn = nullptr;  // its descriptor
    buffer<operand> operands{};
    int rest = graph::one;  // of a product: the factors that are constant

    constexpr int varying() const {
        int count = 0;
        for (operand const& o : operands) count += o.varies;
        return count;
    }
};

/// Finds the rule of an operation as it was written, or, if an identity or a merge rewrote it, as it is now.
class rule_finder {
public:
    constexpr rule_finder(graph& g, lowering& lower, int by) : graph_(g), lower_(lower), by_(by) {}

    constexpr int node_of(expression_part p) {
        if (!p.is_written()) return p.node;
        int const known = lower_.find(*p.w);
        return known >= 0 ? known : lower_(*p.w);
    }
    constexpr bool depends(int i) {
        for (int k = depends_.size(); k <= i; ++k) {
            char on = k == by_ ? 1 : 0;
            for (int const *o = graph_.operands(k), *end = o + graph_[k].count; o != end && on == 0; ++o) on = depends_[*o];
            depends_.push(on);
        }
        return depends_[i] != 0;
    }

    /// True if an identity rewrote the part.
    constexpr bool is_rewritten(expression_part p) {
        if (!p.is_written()) return false;
        written const& w = looked_through(*p.w);
        if (w.what != form::call) return false;
        int const i = node_of(p);
        node const n = graph_[i];
        switch (w.fn->meaning) {
            case role::none: {
                if (n.what == kind::power && n.count == 2 && w.count == 1) return graph_.operand(i, 0) != node_of({w.operands[0]});  // sqrt
                if (n.what != kind::call || *n.fn != *w.fn) return true;
                for (int k = 0; k < w.count; ++k) {
                    int const operand = node_of({w.operands[k]});
                    if (graph_.operand(i, k) != operand) return true;
                }
                return false;
            }
            case role::power: return n.what == kind::call || i == node_of({w.operands[0]});  // abs, u^1
            case role::reduction: return n.what != kind::reduction && n.what != kind::scale;
            default: return false;
        }
    }

    /// The rule of a part that depends on the variable and is not the variable itself.
    constexpr local_rule operator()(expression_part p) {
        if (p.is_written() && !is_rewritten(p)) {
            written const& w = looked_through(*p.w);
            if (w.what == form::call) return of_written(w);
        }
        return of_canonical(node_of(p));
    }

    static constexpr written const& looked_through(written const& w) {
        written const* inner = &w;
        while (inner->what == form::named) inner = inner->operands[0];
        return *inner;
    }

private:
    constexpr local_rule of_written(written const& w) {
        switch (w.fn->meaning) {
            case role::sum:
            case role::difference: return sum_of(w);
            case role::negation: return factor(*w.fn, {w.operands[0]}, graph_.number(-1));
            case role::product: {
                buffer<expression_part> factors;
                gather(w, factors);
                return product_of(factors);
            }
            case role::quotient: return quotient({w.operands[0]}, {w.operands[1]});
            case role::power: return power_of({w.operands[0]}, {w.operands[1]});
            case role::reduction: return reduction_of(*w.fn, {w.operands[0]});
            case role::matrix:
            case role::none: break;
        }
        local_rule r{.what = rule::function, .fn = w.fn};
        for (int k = 0; k < w.count; ++k) r.operands.push({{w.operands[k]}});
        take_partials(r);
        return r;
    }

    constexpr local_rule of_canonical(int i) {
        node const n = graph_[i];
        buffer<expression_part> parts;
        for (int k = 0; k < n.count; ++k) parts.push({nullptr, graph_.operand(i, k)});
        switch (n.what) {
            case kind::sum: {
                local_rule r{.what = rule::sum, .fn = n.fn};
                int const ones[] = {graph::one, graph::one};
                int out[most_arguments] = {};
                n.fn->partials(graph_, ones, out);
                for (expression_part const& p : parts) {
                    bool const subtracted = graph_.is(p.node, kind::scale) && graph_[p.node].number == rational(-1);
                    expression_part const part{nullptr, subtracted ? graph_.operand(p.node, 0) : p.node};
                    add(r, part, subtracted ? graph_.scale(-1, out[0]) : out[0]);
                }
                return r;
            }
            case kind::scale: return factor(*n.fn, parts[0], graph_.number(n.number));
            case kind::power: return power_of(parts[0], parts[1]);
            case kind::reduction: return reduction_of(*n.fn, parts[0]);
            case kind::product: break;
            default: {
                local_rule r{.what = rule::function, .fn = n.fn};
                for (expression_part const& p : parts) r.operands.push({p});
                take_partials(r);
                return r;
            }
        }
        buffer<factor_list> sides(2);  // numerator, denominator
        for (expression_part const& p : parts) {
            bool const below = depends(p.node) && graph_.is(p.node, kind::power) && graph_.is(graph_.operand(p.node, 1), kind::number) &&
                               graph_[graph_.operand(p.node, 1)].number.is_negative();
            sides[below ? 1 : 0].push({p.node, graph::one});
        }
        if (sides[1].empty()) return product_of(parts);
        int const above = graph_.product(1, sides[0]), below = graph_.power(graph_.product(1, sides[1]), graph_.number(-1));
        return quotient({nullptr, above}, {nullptr, below});
    }
    using factor_list = buffer<multiplicand>;

    constexpr void add(local_rule& r, expression_part p, int partial) {
        int const i = node_of(p);
        r.operands.push({p, i, partial, depends(i) && !graph_.is_number(partial, 0)});
    }

    /// The partial derivatives from the block, by all operands at once.
    constexpr void take_partials(local_rule& r) {
        int at[most_arguments] = {}, out[most_arguments] = {};
        int count = 0;
        for (local_rule::operand& o : r.operands) at[count++] = o.node = node_of(o.of);
        if (r.fn->has_partials) r.fn->partials(graph_, at, out);
        count = 0;
        for (local_rule::operand& o : r.operands) {
            o.partial = out[count++];
            if (o.partial < 0) o.partial = graph_.number(0);
            o.varies = depends(o.node) && !graph_.is_number(o.partial, 0);
        }
    }

    struct summand_of {
        written const* w = nullptr;
        int partial = graph::one;
    };
    /// All terms of nested sums and differences. (The partial derivatives of a linear function do not depend on its operands.)
    constexpr local_rule sum_of(written const& w) {
        local_rule r{.what = rule::sum, .fn = w.fn};
        int const ones[] = {graph::one, graph::one};
        buffer<summand_of> open;
        open.push({&w, graph::one});
        while (!open.empty()) {
            summand_of const s = open.pop();
            role const meaning = s.w->what == form::call ? s.w->fn->meaning : role::none;
            if (meaning != role::sum && meaning != role::difference && meaning != role::negation) {
                add(r, {s.w}, s.partial);
                continue;
            }
            int out[most_arguments] = {};
            s.w->fn->partials(graph_, ones, out);
            for (int k = s.w->count; k-- > 0;) open.push({s.w->operands[k], graph_.chain(s.partial, out[k])});
        }
        return r;
    }

    static constexpr void gather(written const& w, buffer<expression_part>& factors) {
        buffer<written const*> open;
        open.push(&w);
        while (!open.empty()) {
            written const& top = *open.pop();
            if (top.what == form::call && top.fn->meaning == role::product) open.push(top.operands[1]), open.push(top.operands[0]);
            else factors.push({&top});
        }
    }

    /// Each factor times the product of the others, so that the block of two factors serves.
    constexpr local_rule product_of(buffer<expression_part> const& factors) {
        function const& fn = *graph_.rules().multiplication;
        local_rule r{.what = rule::product, .fn = &fn};
        factor_list constant;
        for (expression_part const& p : factors) {
            int const i = node_of(p);
            if (!depends(i)) constant.push({i, graph::one});
        }
        r.rest = graph_.product(1, constant);
        for (expression_part const& p : factors) {
            int const i = node_of(p);
            if (!depends(i)) continue;
            factor_list others;
            for (expression_part const& q : factors)
                if (&q != &p) others.push({node_of(q), graph::one});
            int const both[] = {i, graph_.product(1, others)};
            int out[most_arguments] = {};
            fn.partials(graph_, both, out);
            add(r, p, out[0]);
        }
        if (r.operands.size() == 1) r.what = rule::factor;
        return r;
    }

    constexpr local_rule factor(function const& fn, expression_part p, int constant) {
        local_rule r{.what = rule::factor, .fn = &fn, .rest = constant};
        int const both[] = {node_of(p), constant};
        int out[most_arguments] = {};
        fn.partials(graph_, both, out);
        add(r, p, out[0]);
        return r;
    }

    constexpr local_rule quotient(expression_part u, expression_part v) {
        local_rule r{.what = rule::quotient, .fn = registered<division>::descriptor};
        r.operands.push({u});
        r.operands.push({v});
        take_partials(r);
        if (!r.operands[1].varies) r.what = rule::factor, r.rest = r.operands[0].partial;
        return r;
    }

    constexpr local_rule power_of(expression_part u, expression_part v) {
        local_rule r{.what = rule::power, .fn = graph_.rules().power};
        r.operands.push({u});
        r.operands.push({v});
        take_partials(r);
        if (r.operands[1].varies) r.what = r.operands[0].varies ? rule::power_and_exponential : rule::exponential;
        return r;
    }

    /// A reduction: linear, with its derivative inside it; `partial` is the number 1.
    constexpr local_rule reduction_of(function const& fn, expression_part p) {
        local_rule r{.what = graph_.is(by_, kind::column) ? rule::entry : rule::rows, .fn = &fn};
        add(r, p, graph::one);
        return r;
    }

    graph& graph_;
    lowering& lower_;
    int by_;
    buffer<char> depends_;
};

}  // namespace leibniz::inline v0_1::detail
