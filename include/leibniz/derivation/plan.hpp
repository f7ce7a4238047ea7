#pragma once

#include <leibniz/calculus/diff.hpp>
#include <leibniz/notation/string_builder.hpp>
#include <leibniz/derivation/rule_names.hpp>

namespace leibniz::inline v0_1::detail {

/// A sign or a formula in a line of a derivation; the style decides how it looks.
struct piece {
    enum class kind : unsigned char {
        formula,  // node
        factor,   // node, in parentheses if it is a sum
        ratio,    // ∂node/∂by, both symbols
        direct,   // the same with the other steps through which `by` enters `node` held constant
        slope,    // ∂/∂by of node
        opened,   // function( of the reduction `node`
        closed,
        plus,
        minus,
        times,
        equals,
        comma,
        nonzero,
        nonnegative,
        positive
    };
    kind what = kind::formula;
    int node = 0, by = 0;
};

struct piece_range {
    int first = 0, count = 0;
    constexpr bool empty() const { return count == 0; }
};

/// A line that is not written in any style yet.
struct planned_line {
    int depth = 0;
    rule by = rule::definition;
    function const* fn = nullptr;  // of rule::function: its descriptor
    piece_range before{}, after{}, pattern{}, condition{};
};

/// The base of both kinds of derivation: the graph, the lines, the free names.
class derivation_plan {
public:
    constexpr graph const& in() const { return graph_; }
    constexpr buffer<planned_line> const& lines() const { return lines_; }
    constexpr piece const* pieces(piece_range r) const { return pieces_.begin() + r.first; }
    constexpr buffer<piece> const& all_pieces() const { return pieces_; }
    /// The faults of the derivative itself.
    constexpr leibniz::faults const& faults() const { return faults_; }
    /// The derivative, and the formula that the rules gave before it was rearranged.
    constexpr int derivative() const { return derivative_; }
    constexpr int combined() const { return combined_; }

protected:
    constexpr explicit derivation_plan(written const& root, written const& by)
        : graph_(rules), lower_(graph_), whole_{&root}, root_(lower_(root)), by_(lower_(by)), find_(graph_, lower_, by_) {
        prepare();
    }
    /// For the first formula of a finished graph, within an effort.
    constexpr derivation_plan(view const& of, text_view by, bool column, long long allowed)
        : graph_(rules, false, allowed),
          lower_(graph_),
          whole_{nullptr, imported(graph_, of)[of.root()]},
          root_(whole_.node),
          by_(column ? graph_.column(by) : graph_.symbol(by)),
          find_(graph_, lower_, by_) {
        prepare();
    }

private:
    constexpr void prepare() {
        conditions_ = graph_.conditions().size();
        derivative_ = differentiate(graph_, root_, by_);
        faults_ = graph_.faults;
        for (int i = 0; i < graph_.size(); ++i)
            if (is_variable(i)) take(graph_[i].name);
    }

protected:
    // ----------------------------------------------------------------------------------------------- cells of lines
    constexpr void put(piece::kind what, int node = 0, int by = 0) { pieces_.push({what, node, by}); }
    constexpr int begin() const { return pieces_.size(); }
    constexpr piece_range end(int first) const { return {first, pieces_.size() - first}; }
    constexpr piece_range cell(piece::kind what, int node, int by = 0) {
        int const first = begin();
        put(what, node, by);
        return end(first);
    }
    constexpr piece_range slope(int node) { return cell(piece::kind::slope, node, by_); }

    /// Begins a term of a sum: writes its sign; true if the partial derivative `node` has to be written (it is not 1).
    constexpr int begin_term(int node, bool first) {
        bool const negative = (graph_.is(node, kind::scale) || graph_.is(node, kind::number)) && graph_[node].number.is_negative();
        if (negative) put(piece::kind::minus);
        else if (!first) put(piece::kind::plus);
        return negative ? graph_.scale(-1, node) : node;
    }

    /// Conditions under which the rewritten formula equals the original.
    constexpr piece_range conditions_of(expression_part p) {
        if (!p.is_written()) return {};
        written const& w = rule_finder::looked_through(*p.w);
        graph scratch(rules);
        lowering lower(scratch);
        for (int k = 0; w.what == form::call && k < w.count; ++k) lower(*w.operands[k]);
        int const before = scratch.conditions().size();
        int const i = lower(w);
        if (scratch.conditions().size() == before) return {};
        view const of{.nodes = scratch.begin(), .operands = scratch.operands(), .roots = &i, .node_count = scratch.size(), .root_count = 1};
        buffer<int> const place = imported(graph_, of);
        int const first = begin();
        for (int c = before; c < scratch.conditions().size(); ++c)
            put_condition(scratch.conditions()[c].what, place[scratch.conditions()[c].about], begin() == first);
        return end(first);
    }
    constexpr piece_range conditions_of_all() {
        int const first = begin();
        for (int c = 0; c < conditions_; ++c) put_condition(graph_.conditions()[c].what, graph_.conditions()[c].about, begin() == first);
        return end(first);
    }

    // ------------------------------------------------------------------------------------------------- as written
    /// A node that shows what was written; only printers may see it. Names given by `let` are shown if `name_of` has them.
    constexpr int shown(expression_part p) {
        if (!p.is_written()) return p.node;
        if (int const known = shown_.find(*p.w); known >= 0) return known;
        int const i = show(*p.w);
        shown_.insert(*p.w, i);
        return i;
    }
    constexpr void show_as(written const& w, int i) { shown_.insert(w, i); }

    // ------------------------------------------------------------------------------------------------------ names
    /// A new symbol: the first of these letters that is free, else a letter with a number.
    constexpr int fresh(text_view letters) {
        for (int attempt = 0;; ++attempt) {
            auto const letter = static_cast<std::size_t>(attempt);
            characters name = letters.substr(letter < letters.size() ? letter : 0, 1);
            if (letter >= letters.size()) name += static_cast<long long>(letter) - static_cast<long long>(letters.size()) + 1;
            if (is_taken(name)) continue;
            names_.push(static_cast<characters&&>(name));
            take(names_.back());
            return graph_.symbol(names_.back());
        }
    }
    constexpr bool is_taken(text_view name) const {
        for (text_view const taken : taken_)
            if (taken == name) return true;
        return false;
    }
    constexpr void take(text_view name) { taken_.push(name); }
    constexpr int names_taken() const { return taken_.size(); }
    constexpr void forget_names(int all_but) { taken_.truncate(all_but); }  // the characters stay: nodes refer to them
    constexpr bool is_variable(int i) const { return graph_.is(i, kind::symbol) || graph_.is(i, kind::column); }

    graph graph_;
    lowering lower_;
    expression_part whole_;
    int root_, by_;
    rule_finder find_;
    int derivative_ = 0, combined_ = 0;
    int conditions_ = 0;  // the number of those recorded with the model itself
    leibniz::faults faults_{};
    buffer<planned_line> lines_{};
    buffer<piece> pieces_{};

private:
    constexpr void put_condition(predicate what, int about, bool first) {
        if (!first) put(piece::kind::comma);
        put(piece::kind::formula, about);
        put(what == predicate::nonzero    ? piece::kind::nonzero
            : what == predicate::positive ? piece::kind::positive
                                          : piece::kind::nonnegative);
    }

    constexpr int show(written const& w) {
        if (w.what == form::named) return shown({w.operands[0]});
        if (w.what != form::call) return find_.node_of({&w});
        switch (w.fn->meaning) {
            case role::sum:
            case role::difference:
            case role::negation: return show_sum(w);
            case role::product:
            case role::quotient: return show_product(w);
            default: break;
        }
        buffer<int> operands;
        for (int k = 0; k < w.count; ++k) operands.push(shown({w.operands[k]}));
        if (is_row<square_root>(*w.fn)) return square_root_of(operands[0]);
        if (w.fn->meaning == role::power && is_inverse_of_several(operands[0], operands[1])) return find_.node_of({&w});
        kind const what = w.fn->meaning == role::power ? kind::power : w.fn->meaning == role::reduction ? kind::reduction : kind::call;
        return graph_.intern({.what = what, .count = w.count, .fn = w.fn}, operands.begin());
    }

    constexpr int square_root_of(int u) {
        int const both[] = {u, graph_.number(rational(1, 2))};
        return graph_.intern({.what = kind::power, .count = 2, .fn = graph_.rules().power}, both);
    }
    /// Writes (u*v)^(-1) as a quotient, because the writer knows only canonical forms, which have no such power.
    constexpr bool is_inverse_of_several(int base, int exponent) const {
        if (!graph_.is_number(exponent, -1)) return false;
        node const& n = graph_[base];
        return n.what == kind::product || n.what == kind::scale || n.what == kind::power || n.what == kind::number;
    }

    struct side {
        written const* w = nullptr;
        bool other = false;  // a subtrahend, or a divisor
    };
    constexpr bool is_opened(written const& w, role a, role b, role c) const {
        return w.what == form::call && shown_.find(w) < 0 && (w.fn->meaning == a || w.fn->meaning == b || w.fn->meaning == c);
    }

    constexpr int show_sum(written const& w) {
        buffer<side> open;
        open.push({&w, false});
        buffer<int> parts;
        while (!open.empty()) {
            side const s = open.pop();
            if (!is_opened(*s.w, role::sum, role::difference, role::negation)) {
                int const i = shown({s.w});
                parts.push(s.other ? scaled(-1, i) : i);
            } else if (s.w->fn->meaning == role::negation) {
                open.push({s.w->operands[0], !s.other});
            } else {
                open.push({s.w->operands[1], s.other != (s.w->fn->meaning == role::difference)});
                open.push({s.w->operands[0], s.other});
            }
        }
        if (parts.size() == 1) return parts[0];
        return graph_.intern({.what = kind::sum, .count = parts.size(), .fn = graph_.rules().addition}, parts.begin());
    }

    constexpr int show_product(written const& w) {
        buffer<side> open;
        open.push({&w, false});
        buffer<int> parts;
        rational coefficient = 1;
        while (!open.empty()) {
            side const s = open.pop();
            if (is_opened(*s.w, role::product, role::quotient, role::quotient)) {
                open.push({s.w->operands[1], s.other != (s.w->fn->meaning == role::quotient)});
                open.push({s.w->operands[0], s.other});
                continue;
            }
            int i = shown({s.w});
            node const n = graph_[i];
            bool const zero = n.what == kind::number && n.number.is_zero();
            if ((n.what == kind::number || n.what == kind::scale) && !(s.other && zero)) {
                coefficient = s.other ? coefficient / n.number : coefficient * n.number;
                if (n.what == kind::number) continue;
                i = graph_.operand(i, 0);
            }
            if (graph_.is(i, kind::product)) {
                for (int k = 0; k < graph_[i].count; ++k) parts.push(s.other ? inverted(graph_.operand(i, k)) : graph_.operand(i, k));
            } else {
                parts.push(s.other ? inverted(i) : i);
            }
        }
        if (parts.empty()) return graph_.number(coefficient);
        int const one_part = parts[0];
        int const product =
            parts.size() == 1
                ? one_part
                : graph_.intern({.what = kind::product, .count = parts.size(), .fn = graph_.rules().multiplication}, parts.begin());
        return scaled(coefficient, product);
    }
    constexpr int inverted(int i) {
        bool const is_power = graph_.is(i, kind::power) && graph_.is(graph_.operand(i, 1), kind::number);
        rational const exponent = is_power ? graph_[graph_.operand(i, 1)].number : rational(1);
        int const both[] = {is_power ? graph_.operand(i, 0) : i, graph_.number(-exponent)};
        return graph_.intern({.what = kind::power, .count = 2, .fn = graph_.rules().power}, both);
    }
    constexpr int scaled(rational coefficient, int i) {
        if (coefficient.is_one()) return i;
        node const n = graph_[i];
        if (n.what == kind::number) return graph_.number(coefficient * n.number);
        if (n.what == kind::scale) return scaled(coefficient * n.number, graph_.operand(i, 0));
        return graph_.intern({.what = kind::scale, .count = 1, .number = coefficient, .fn = graph_.rules().multiplication}, &i);
    }

    written_map shown_{};
    buffer<characters> names_{};
    buffer<text_view> taken_{};  // the user's names, then those of names_
};

}  // namespace leibniz::inline v0_1::detail
