#pragma once

#include <leibniz/backpropagation/worksheet.hpp>
#include <leibniz/graph/reachable.hpp>
#include <leibniz/language/text_view.hpp>

namespace leibniz::inline v0_1::detail {

/// A worksheet in arrays of fixed capacity; beyond the capacity it only counts. The graph holds the nodes of the steps, which have
/// keys, then those of all other lines, which have none: one print_order serves both.
template <int Nodes, int Operands, int Lines, int Terms, int Variables>
struct static_worksheet {
    node nodes[static_cast<unsigned>(Nodes + 1)]{};
    int operands[static_cast<unsigned>(Operands + 1)]{}, keys[static_cast<unsigned>(Operands + 1)]{};  // see steps
    sheet_line lines[static_cast<unsigned>(Lines + 1)]{};
    sheet_sum sums[static_cast<unsigned>(Variables + 1)]{};
    sheet_term terms[static_cast<unsigned>(Terms + 1)]{};
    int variables[static_cast<unsigned>(Variables + 1)]{};
    sheet_extent extent;
    leibniz::faults faults{};

    constexpr explicit static_worksheet(worksheet&& from) : extent(from.extent), faults(from.in().faults) {
        extent.nodes = extent.operands = 0;
        graph const& g = from.in();
        view const all{.nodes = g.begin(), .operands = g.operands(), .node_count = g.size()};
        int const steps = extent.forward, others = steps + extent.local;
        buffer<int> of_steps(g.size()), of_others(g.size()), of_slopes(from.slopes.node_count);
        for (int v : from.variables) of_steps[v] = alive;
        take(all, of_steps.begin(), from.lines.begin(), from.lines.begin() + steps, &from);
        for (int i = 0; i < g.size(); ++i)  // leaves are taken once
            if (of_steps[i] > 0 && g[i].count == 0) of_others[i] = of_steps[i];
        take(all, of_others.begin(), from.lines.begin() + steps, from.lines.begin() + others);
        for (int i = 0; i < from.slopes.node_count; ++i)
            if (int const s = from.symbols[i]; s >= 0) of_slopes[i] = of_steps[s];
        take(from.slopes, of_slopes.begin(), from.lines.begin() + others, from.lines.end());
        for (int i = 0; i < extent.lines() && i < Lines; ++i) {
            int const* const place = (i < steps ? of_steps : i < others ? of_others : of_slopes).begin();
            sheet_line& l = lines[i] = from.lines[i];
            l.root = place[l.root] - 1;
            l.shown = place[l.shown] - 1;
        }
        for (int i = 0; i < extent.sums && i < Variables; ++i) sums[i] = from.sums[i];
        for (int i = 0; i < extent.terms && i < Terms; ++i) terms[i] = from.terms[i];
        for (int i = 0; i < extent.variables && i < Variables; ++i) variables[i] = of_steps[from.variables[i]] - 1;
    }
    constexpr bool fits() const {
        return extent.nodes <= Nodes && extent.operands <= Operands && extent.lines() <= Lines && extent.terms <= Terms &&
               extent.variables <= Variables && extent.sums <= Variables;
    }
    constexpr view seen() const {
        return {.nodes = nodes, .operands = operands, .node_count = extent.nodes, .operand_count = extent.operands};
    }
    constexpr text_view variable(int v) const { return nodes[variables[v]].name; }

private:
    static constexpr int alive = -1;
    /// Copies the nodes of some lines. `place` holds 0, or a mark that a node is wanted, or its new place plus 1.
    constexpr void take(view of, int* place, sheet_line const* lines_begin, sheet_line const* lines_end, worksheet const* keyed = nullptr) {
        for (sheet_line const* l = lines_begin; l != lines_end; ++l) {
            if (place[l->root] == 0) place[l->root] = alive;
            if (place[l->shown] == 0) place[l->shown] = alive;
        }
        for (int i = of.node_count - 1; i >= 0; --i) {
            if (place[i] >= 0) continue;
            for (int const *o = of.operands + of.nodes[i].first, *end = o + of.nodes[i].count; o != end; ++o)
                if (place[*o] == 0) place[*o] = alive;
        }
        for (int i = 0; i < of.node_count; ++i) {
            if (place[i] >= 0) continue;
            node const& n = of.nodes[i];
            if (extent.nodes < Nodes && extent.operands + n.count <= Operands) {
                node& copy = nodes[extent.nodes] = n;
                copy.first = extent.operands;
                copy.left = copy.right = -1;
                for (int k = 0; k < n.count; ++k) {
                    operands[copy.first + k] = place[of.operands[n.first + k]] - 1;
                    keys[copy.first + k] = keyed != nullptr ? keyed->key(n.first + k) : -1;
                }
            }
            place[i] = ++extent.nodes;
            extent.operands += n.count;
        }
    }
};

/// Some lines of a larger worksheet with only their own nodes, in the same order.
class excerpt {
public:
    /// `variables` are those of the worksheet, by node.
    template <class Kept>
    constexpr excerpt(Kept const& sheet, buffer<int> const& variables, int first, int end) {
        buffer<int> places(sheet.extent.nodes);
        int* const place = places.begin();
        for (int k = first; k < end; ++k) place[sheet.lines[k].root] = place[sheet.lines[k].shown] = 1;
        mark_reachable(sheet.nodes, sheet.operands, sheet.extent.nodes, place);
        for (int i = 0; i < sheet.extent.nodes; ++i) {
            if (place[i] == 0) continue;
            place[i] = nodes_.size();
            node n = sheet.nodes[i];
            int const from = n.first;
            n.first = operands_.size();
            for (int k = 0; k < n.count; ++k) operands_.push(place[sheet.operands[from + k]]), keys_.push(sheet.keys[from + k]);
            nodes_.push(n);
            variables_.push(variables[i]);
        }
        for (int k = first; k < end; ++k) lines_.push({.root = place[sheet.lines[k].root], .shown = place[sheet.lines[k].shown]});
    }
    constexpr view seen() const {
        return {.nodes = nodes_.begin(), .operands = operands_.begin(), .node_count = nodes_.size(), .operand_count = operands_.size()};
    }
    constexpr int const* keys() const { return keys_.begin(); }
    constexpr sheet_line const* lines() const { return lines_.begin(); }
    constexpr buffer<int> const& variables() const { return variables_; }

private:
    buffer<node> nodes_;
    buffer<int> operands_, keys_, variables_;
    buffer<sheet_line> lines_;
};

/// The worksheet of a model and the wanted symbols, made while compiling.
template <class E, class... V>
struct sheet {
    static constexpr int size = census_of<E>.parts;
    static constexpr step_names<census_of<E>.operations> names{as_written<E>, census_of<E>};
    static constexpr int wanted = sizeof...(V), nodes = 3 * size + 4 * wanted + 8, operands = 4 * size + 4 * wanted + 16,
                         lines = size + 2 * wanted + 16;

    // It takes a parameter because g++ evaluates a call without one twice.
    static constexpr worksheet made(view gradient) {
        buffer<written const*> by;
        for (written const* w : {&as_written<V>...}) by.push(w);
        return worksheet(as_written<E>, by, gradient, names);
    }
    static constexpr view slopes = canonical<gradient_of<E, V...>>;
    template <int Nodes, int Operands, int Lines, int Terms, int Variables>
    static constexpr auto stored_statically(view gradient) {
        return static_worksheet<Nodes, Operands, Lines, Terms, Variables>(made(gradient));
    }
    static constexpr auto guessed = stored_statically<nodes, operands, lines, size + 8, size + wanted + 4>(slopes);
    template <int More = 0>
    static constexpr auto measured = stored_statically<guessed.extent.nodes, guessed.extent.operands, guessed.extent.lines(),
                                                       guessed.extent.terms, guessed.extent.variables + guessed.extent.sums>(slopes);
    static constexpr auto const& fitting() {
        if constexpr (guessed.fits()) return guessed;
        else return measured<>;
    }
    static constexpr auto const& value = fitting();
    static constexpr bool done(view gradient = slopes) { return made(gradient).extent.nodes > 0; }
};

}  // namespace leibniz::inline v0_1::detail
