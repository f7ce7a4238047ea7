#pragma once

#include <leibniz/calculus/bundle.hpp>
#include <leibniz/graph/reachable.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/static_text.hpp>
#include <leibniz/notation/utf8.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

/// Writes a label of Graphviz, quotes included; backslashes are escaped.
constexpr void put_dot_string(buffer<char>& out, text_view text) {
    put(out, "\"");
    for (std::size_t k = 0; k < text.size();) {
        code_point const c = code_point_at(text, k);
        k += c.length;
        if (c.value == '"' || c.value == '\\') put(out, "\\");
        put_code_point(out, c.value < 0x20 || c.value == 0x7f ? 0xfffd : c.value);
    }
    put(out, "\"");
}
constexpr void put_dot_label(buffer<char>& out, node const& n) {
    buffer<char> label;
    switch (n.what) {
        case kind::symbol:
        case kind::column: put(label, n.name); break;
        case kind::number: put_rational(label, n.number); break;
        case kind::scale:
            if (n.number == rational(-1)) put(label, "−");
            else put_rational(label, n.number), put(label, "·");
            break;
        case kind::sum: put(label, "+"); break;
        case kind::product: put(label, "·"); break;
        case kind::power: put(label, "^"); break;
        case kind::call:
        case kind::reduction: put(label, n.fn->name); break;
    }
    put_dot_string(out, {label.begin(), static_cast<std::size_t>(label.size())});
}

/// Writes the nodes that the results need. Operands of powers and calls are numbered where their order matters.
constexpr buffer<char> dot_of(view of) {
    buffer<char> needed(of.node_count, 0);
    buffer<buffer<char>> shapes;  // m x n; the sizes themselves are drawn where they are numbers of the formula
    if (of.matrices->exists) shapes = of.matrices->shapes(of);
    for (int r = 0; r < of.root_count; ++r) needed[of.roots[r]] = 1;
    if (!of.matrices->exists) mark_reachable(of.nodes, of.operands, of.node_count, needed.begin());
    for (int i = of.node_count - 1; of.matrices->exists && i >= 0; --i)
        for (int k = 0; needed[i] != 0 && of[i].what != kind::symbol && k < of[i].count; ++k) needed[of.operand(i, k)] = 1;
    buffer<char> out;
    put(out, "digraph {\n  rankdir=LR;\n  node [shape=circle];\n");
    for (int i = 0; i < of.node_count; ++i) {
        if (needed[i] == 0) continue;
        node const& n = of[i];
        put(out, "  n"), put_number(out, i), put(out, " [label="), put_dot_label(out, n);
        if (n.what == kind::symbol || n.what == kind::column) put(out, ", shape=box");
        if (n.what == kind::number) put(out, ", shape=plaintext");
        put(out, "];\n");
        bool const ordered = n.count > 1 && (n.what == kind::power || n.what == kind::call);
        for (int k = 0; k < n.count && n.what != kind::symbol; ++k) {
            int const operand = of.operand(i, k);
            put(out, "  n"), put_number(out, operand), put(out, " -> n"), put_number(out, i);
            bool const shaped = of.matrices->exists && !shapes[operand].empty();
            if (ordered || shaped) put(out, " [label=\"");
            if (ordered) put_number(out, k + 1);
            if (ordered && shaped) put(out, ": ");
            if (shaped) put(out, {shapes[operand].begin(), static_cast<std::size_t>(shapes[operand].size())});
            if (ordered || shaped) put(out, "\"]");
            put(out, ";\n");
        }
    }
    for (int r = 0; r < of.root_count; ++r) {
        put(out, "  r"), put_number(out, r), put(out, " [label=\"");
        if (of.root_count == 1) put(out, "result");
        else put(out, "result "), put_number(out, r);
        put(out, "\", shape=plaintext];\n  n"), put_number(out, of.roots[r]), put(out, " -> r"), put_number(out, r);
        if (of.matrices->exists && !shapes[of.roots[r]].empty())
            put(out, " [label=\""), put(out, {shapes[of.roots[r]].begin(), static_cast<std::size_t>(shapes[of.roots[r]].size())}), put(out, "\"]");
        put(out, ";\n");
    }
    put(out, "}\n");
    return out;
}

template <class E>
struct dot_writing {
    static constexpr int guess = 96 * canonical<E>.node_count + 160;
    static constexpr bool is_usual = is_small(canonical<E>, 800);
    static constexpr view shown = canonical<E>;
    static constexpr bool shows_matrices = true;
    static constexpr buffer<char> written(view of) { return dot_of(of); }
};

}  // namespace detail

/// The canonical graph in the language of Graphviz, for `dot -Tsvg`: symbols in boxes on the left, results on the right. Shared
/// work is one node with several arrows; arrows of vectors and matrices have their shape. Takes gradients and outputs, too. Refuses what `text` refuses.
///
///     assert(dot(gradient(w*x, wrt(w, x))).starts_with("digraph"));
template <class E>
    requires(expression<E> || bundle<E>)
constexpr text_view dot(E) {
    return detail::static_text<E, detail::dot_writing<E>>();
}

}  // namespace leibniz::inline v0_1
