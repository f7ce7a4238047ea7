#pragma once

#include <leibniz/graph/written.hpp>
#include <leibniz/language/text_view.hpp>

namespace leibniz::inline v0_1 {

/// A node of a formula as it was read; its operands are `count` entries of the operand array from `first` on.
struct read_node {
    form what = form::number;
    text_view name{};
    rational number{};
    int function = -1;  // its place in the vocabulary
    int first = 0, count = 0;
};

/// A node that was read, as if it had been written with operators; `rows` are the functions by their place in the
/// vocabulary, `operands` the operands of all nodes.
constexpr written written_of(read_node const& n, function const* const* rows, written const* const* operands, bool column) {
    if (n.what == form::symbol) return detail::written_variable(n.name, column);
    if (n.what == form::number) return detail::written_number(n.number);
    if (n.what == form::named) {
        written const& defined = *operands[n.first];
        return detail::written_node({form::named, detail::hash_of(n.name), n.name}, operands + n.first, {{defined.hash, defined.size}});
    }
    written result =
        detail::written_node({.what = form::call, .hash = rows[n.function]->hash, .fn = rows[n.function]}, operands + n.first, {});
    result.count = n.count;
    for (int k = 0; k < n.count; ++k) {
        detail::weight const of_operand{result.operands[k]->hash, result.operands[k]->size};
        detail::weigh(result, &of_operand, 1);
    }
    return result;
}

}  // namespace leibniz::inline v0_1
