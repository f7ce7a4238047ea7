#pragma once

#include <leibniz/notation/shared_parts.hpp>
#include <leibniz/graph/lower.hpp>
#include <leibniz/language/name.hpp>
#include <leibniz/notation/string_builder.hpp>
#include <leibniz/notation/utf8.hpp>
#include <leibniz/rules/identities.hpp>

#include <cstddef>

namespace leibniz::inline v0_1::detail {

/// The name that a user gave to a node.
struct given_name {
    int node = 0;
    text_view name{};
};

/// A graph in which each shared part of another one is a symbol, so that it is written like any formula: t1, t2, ..., or the
/// name that the user gave the part. It does not move, because its symbols refer to names in it.
class shared_graph {
public:
    constexpr shared_graph(view of, buffer<given_name> const& names)
        : of_(of), names_(usable(of, names)), parts_(of, names_), place_(of.node_count, -1), in_(rules) {
        name_unnamed();
        in_.use_matrices(of.matrices);
        buffer<int> contents(of.node_count, -1);
        for (int i = 0; i < of.node_count; ++i) {
            if (!parts_.is_used(i)) continue;
            contents[i] = copied(i);
            place_[i] = !parts_.is_part(i)       ? contents[i]
                        : !of.matrices->exists ? in_.symbol(names_[i])
                                                 : of.matrices->symbol_for(in_, names_[i], contents[i]);
        }
        choose_lines(contents);
        for (int part : lines_) roots_.push(contents[part]);
        for (int r = 0; r < of.root_count; ++r) roots_.push(place_[of.roots[r]]);
    }
    shared_graph(shared_graph const&) = delete;
    shared_graph& operator=(shared_graph const&) = delete;

    /// Its roots are the parts, in order, then the results.
    constexpr view seen() const {
        return {.nodes = in_.begin(),
                .operands = in_.operands(),
                .roots = roots_.begin(),
                .node_count = in_.size(),
                .operand_count = in_.operand_count(),
                .root_count = roots_.size(),
                .matrices = of_.matrices};
    }
    /// The letter for results: f, or another one where a symbol or a part is called f or f1.
    constexpr char letter_of_results() const {
        for (char letter : text_view("fgFGhHpqrs"))
            if (is_free(letter, true)) return letter;
        return 'f';
    }
    constexpr int part_count() const { return lines_.size(); }
    constexpr buffer<int> symbols_of_parts() const {
        buffer<int> all;
        for (int part : lines_) all.push(place_[part]);
        return all;
    }
    /// The symbol of part k.
    constexpr int symbol_of_part(int k) const { return place_[lines_[k]]; }

private:
    /// The names by node, but for those that a symbol or another node has.
    static constexpr buffer<text_view> usable(view of, buffer<given_name> const& names) {
        buffer<text_view> by_node(of.node_count);
        for (int k = 0; k < names.size(); ++k) {
            given_name const& given = names[k];
            bool taken = !by_node[given.node].empty();
            for (int i = 0; !taken && i < of.node_count; ++i) taken = (word_of(of[i]) == given.name && !is_mere_size(of, i)) || by_node[i] == given.name;
            if (!taken) by_node[given.node] = given.name;
        }
        return by_node;
    }
    /// True for the name of a dimension that no formula writes.
    static constexpr bool is_mere_size(view of, int i) {
        bool mere = of.matrices->exists && of.is(i, kind::symbol) && of[i].count == 0 && !of[i].number.is_zero();
        for (int j = 0; j < of.node_count && mere; ++j)
            for (int k = 0; k < of[j].count && !of.is(j, kind::symbol); ++k) mere = mere && of.operand(j, k) != i;
        return mere;
    }
    static constexpr text_view word_of(node const& n) {
        return n.what == kind::symbol || n.what == kind::column ? n.name : n.what == kind::call ? n.fn->name : text_view();
    }

    /// True if a name is the letter, or the letter and a number: t, t1, t_1, t₁.
    static constexpr bool is_numbered(text_view name, char letter, bool alone) {
        if (name.empty() || name[0] != letter) return false;
        if (name.size() == 1) return alone;
        std::size_t k = name[1] == '_' && name.size() > 2 ? 2 : 1;
        while (k < name.size()) {
            code_point const c = code_point_at(name, k);
            if (!(is_digit(name[k]) || (c.value >= 0x2080 && c.value <= 0x2089))) return false;
            k += c.length;
        }
        return true;
    }
    constexpr bool is_free(char letter, bool alone) const {
        for (int i = 0; i < of_.node_count; ++i)
            if (is_numbered(word_of(of_[i]), letter, alone) || is_numbered(names_[i], letter, alone)) return false;
        return true;
    }
    constexpr bool begins_a_word(text_view front) const {
        bool any = false;
        for (int i = 0; i < of_.node_count; ++i)
            any = any || word_of(of_[i]).substr(0, front.size()) == front || names_[i].substr(0, front.size()) == front;
        return any;
    }
    /// Names the other parts by a letter that nothing else has, t at best, and numbers.
    constexpr void name_unnamed() {
        characters front;
        for (bool alone : {true, false})
            for (char const& letter : text_view("tsuvrqpzhgkdcbaw"))
                if (front.empty() && is_free(letter, alone)) front = text_view(&letter, 1);
        if (front.empty())
            for (front = "part"; begins_a_word(front);) front += "_";
        buffer<int> unnamed, ends;
        for (int part : parts_.order()) {
            if (!names_[part].empty()) continue;
            unnamed.push(part);
            put(letters_, front);
            put_number(letters_, unnamed.size());
            ends.push(letters_.size());
        }
        for (int k = 0, first = 0; k < unnamed.size(); first = ends[k++])
            names_[unnamed[k]] = {letters_.begin() + first, static_cast<std::size_t>(ends[k] - first)};
    }

    /// The copy of a node; of one without uses it is made now.
    constexpr int placed(int i) {
        if (place_[i] < 0) place_[i] = copied(i);
        return place_[i];
    }
    constexpr int copied(int i) {
        node n = of_[i];
        if (parts_.is_formed(i) && of_.matrices->exists) return of_.matrices->copied(in_, of_, i, place_);
        if (parts_.is_formed(i)) {
            int const conditions = in_.conditions().size();
            int const product = parts_.is_formed_power(i) ? in_.power(place_[n.left], in_.number(of_[n.right].number))
                                                          : in_.multiply(place_[n.left], place_[n.right]);
            if (in_.conditions().size() == conditions) return product;  // else a part met its inverse: written out, no factor does
        }
        buffer<int> operands;
        for (int k = 0; k < n.count; ++k) operands.push(placed(of_.operand(i, k)));
        if (of_.matrices->exists) return rebuilt(in_, n, operands);
        if (n.what == kind::sum) return in_.sorted_sum(operands);
        if (n.what == kind::product) return in_.sorted_product(operands);
        if (n.what == kind::scale) return in_.scale(n.number, operands[0]);
        n.left = n.right = -1;
        return in_.intern(n, operands.begin());
    }

    /// The parts that are left: with names in place of them, factors may have cancelled.
    constexpr void choose_lines(buffer<int> const& contents) {
        buffer<int> content(in_.size(), -1);
        for (int part : parts_.order()) content[place_[part]] = contents[part];
        buffer<char> used(in_.size(), 0);
        for (int r = 0; r < of_.root_count; ++r) used[place_[of_.roots[r]]] = 1;
        for (int i = in_.size() - 1; i >= 0; --i) {
            if (used[i] == 0) continue;
            if (content[i] >= 0) used[content[i]] = 1;  // which stands before its symbol
            for (int k = 0; k < in_[i].count; ++k) used[in_.operand(i, k)] = 1;
        }
        for (int part : parts_.order())
            if (used[place_[part]] != 0) lines_.push(part);
    }

    view of_;
    buffer<char> letters_{};
    buffer<text_view> names_;  // by node: the user's, then those of all parts
    shared_parts parts_;
    buffer<int> place_;
    graph in_;
    buffer<int> lines_{}, roots_{};
};

}  // namespace leibniz::inline v0_1::detail
