#pragma once

#include <leibniz/calculus/bundle.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/static_text.hpp>
#include <leibniz/notation/letters.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

/// Writes a string of JSON, quotes included.
constexpr void put_json_string(buffer<char>& out, text_view text) {
    put(out, "\"");
    for (std::size_t k = 0; k < text.size();) {
        code_point const c = code_point_at(text, k);
        k += c.length;
        if (c.value == '"' || c.value == '\\') put(out, "\\"), put_code_point(out, c.value);
        else if (c.value < 0x20 || c.value == 0x7f) put(out, "\\u"), put_hexadecimal(out, c.value, 4);
        else put_code_point(out, c.value);
    }
    put(out, "\"");
}
constexpr text_view name_of_kind(kind k) {
    constexpr text_view names[] = {"number", "symbol", "column", "sum", "product", "scale", "power", "call", "reduction"};
    return names[static_cast<int>(k)];
}

/// , "shape": ["m", 10]
constexpr void put_json_shape(buffer<char>& out, node const& n, text_view shape) {
    if (shape.empty()) return;
    std::size_t const between = shape.find(" x ");
    put(out, ", \"shape\": [");
    for (text_view const size : {shape.substr(0, between), shape.substr(between + 3)}) {
        if (is_digit(size[0])) put(out, size);
        else put_json_string(out, size);
        put(out, size.data() == shape.data() ? ", " : "]");
    }
    if (n.what == kind::symbol && !n.number.is_zero()) put(out, ", \"symmetric\": true");
}

constexpr buffer<char> json_of(view of) {
    buffer<char> out;
    buffer<buffer<char>> shapes;
    if (of.matrices->exists) shapes = of.matrices->shapes(of);
    put(out, "{\"nodes\": [");
    for (int i = 0; i < of.node_count; ++i) {
        node const& n = of[i];
        put(out, i > 0 ? ",\n  {\"op\": \"" : "\n  {\"op\": \"");
        put(out, n.what == kind::symbol && n.count == 0 && !n.number.is_zero() ? text_view("size") : name_of_kind(n.what)), put(out, "\"");
        if (n.what == kind::symbol || n.what == kind::column) put(out, ", \"name\": "), put_json_string(out, n.name);
        if (n.what == kind::call || n.what == kind::reduction) put(out, ", \"function\": "), put_json_string(out, n.fn->name);
        if (n.what == kind::number || n.what == kind::scale) put(out, ", \"number\": \""), put_rational(out, n.number), put(out, "\"");
        if (n.what != kind::number && n.what != kind::symbol && n.what != kind::column) {
            put(out, ", \"operands\": [");
            for (int k = 0; k < n.count; ++k) {
                if (k > 0) put(out, ", ");
                put_number(out, of.operand(i, k));
            }
            put(out, "]");
        }
        if (of.matrices->exists) put_json_shape(out, n, {shapes[i].begin(), static_cast<std::size_t>(shapes[i].size())});
        put(out, "}");
    }
    put(out, "\n], \"results\": [");
    for (int r = 0; r < of.root_count; ++r) {
        if (r > 0) put(out, ", ");
        put_number(out, of.roots[r]);
    }
    put(out, "]}\n");
    return out;
}

template <class E>
struct json_writing {
    static constexpr int guess = 72 * canonical<E>.node_count + 60;
    static constexpr bool is_usual = is_small(canonical<E>, 1200);
    static constexpr view shown = canonical<E>;
    static constexpr bool shows_matrices = true;
    static constexpr buffer<char> written(view of) { return json_of(of); }
};

}  // namespace detail

/// The canonical graph as JSON: {"nodes": [{"op": "symbol", "name": "w"}, ...], "results": [7]}. A node is a number, symbol,
/// column, sum, product, scale (a number times its operand), power, call or reduction. Operands are indices of earlier nodes;
/// numbers are exact, as text: "-1/2". Vectors and matrices have a shape, ["m", 10]; the names in it are nodes too, a size each. Refuses what `text` refuses.
///
///     assert(json(w*x).find("\"op\": \"product\"") != text_view::npos);
template <class E>
    requires(expression<E> || bundle<E>)
constexpr text_view json(E) {
    return detail::static_text<E, detail::json_writing<E>>();
}

}  // namespace leibniz::inline v0_1
