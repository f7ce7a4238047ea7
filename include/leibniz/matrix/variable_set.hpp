#pragma once

#include <leibniz/matrix/builder.hpp>

namespace leibniz::inline v0_1::detail {

/// Some of the variables of a graph, in the order of its nodes.
struct variable_set {
    std::uint64_t bits[4]{};
    std::uint64_t unread = 0, unread_by_row = 0;  // variables that are bound and do not occur in the graph: see unread_variable
    static constexpr int most = 256;
    constexpr bool has(int k) const { return k < most && ((bits[k / 64] >> (k % 64)) & 1) != 0; }
    constexpr void add(int k) {
        if (k < most) bits[k / 64] |= std::uint64_t(1) << (k % 64);
    }
    friend constexpr bool operator==(variable_set const&, variable_set const&) = default;
    constexpr bool empty() const { return (bits[0] | bits[1] | bits[2] | bits[3] | unread_by_row) == 0; }
    constexpr void add_unread(int k, bool by_row) {
        if (k >= 64) return;
        unread |= std::uint64_t(1) << k;
        if (by_row) unread_by_row |= std::uint64_t(1) << k;
    }
    constexpr bool has_unread(int k) const { return ((unread >> k) & 1) != 0; }
    constexpr bool is_unread_by_row(int k) const { return ((unread_by_row >> k) & 1) != 0; }
};

constexpr bool is_variable_node(node const& n) {
    return n.what == kind::column || (n.what == kind::symbol && n.number != rational(marked_size));
}

}  // namespace leibniz::inline v0_1::detail
