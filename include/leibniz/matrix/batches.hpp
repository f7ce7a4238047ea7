#pragma once

#include <leibniz/matrix/row_functions.hpp>
#include <leibniz/matrix/steps.hpp>

namespace leibniz::detail {

/// Some of the variables of a graph, in the order of its nodes.
struct variable_set {
    std::uint64_t bits[4]{};
    static constexpr int most = 256;
    constexpr bool has(int k) const { return k < most && ((bits[k / 64] >> (k % 64)) & 1) != 0; }
    constexpr void add(int k) { bits[k / 64] |= std::uint64_t(1) << (k % 64); }
    constexpr bool empty() const { return (bits[0] | bits[1] | bits[2] | bits[3]) == 0; }
};

class batches {
public:
    constexpr batches(graph&, variable_set const&) {}
    constexpr void transform(buffer<int>&, buffer<char>&) {}
};

}  // namespace leibniz::detail
