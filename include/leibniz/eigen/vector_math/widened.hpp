#pragma once

#include <leibniz/eigen/vector_math/packet.hpp>

#include <utility>

namespace leibniz::inline v0_1::vector_math {

/// Half of the numbers of a packet of floats, as doubles.
template <int First, int Rows, rounding How>
[[gnu::always_inline]] inline packet<double, Rows / 2, How> widened(packet<float, Rows, How> u) {
    return [&]<int... K>(std::integer_sequence<int, K...>) {
        return packet<double, Rows / 2, How>(__builtin_convertvector(__builtin_shufflevector(u.rows, u.rows, (First + K)...),
                                                                     typename packet<double, Rows / 2, How>::native));
    }(std::make_integer_sequence<int, Rows / 2>{});
}
template <int Half, rounding How>
[[gnu::always_inline]] inline packet<float, 2 * Half, How> narrowed(packet<double, Half, How> low, packet<double, Half, How> high) {
    using half = typename vector_of<float, Half>::type;
    return [&]<int... K>(std::integer_sequence<int, K...>) {
        return packet<float, 2 * Half, How>(
            __builtin_shufflevector(__builtin_convertvector(low.rows, half), __builtin_convertvector(high.rows, half), K...));
    }(std::make_integer_sequence<int, 2 * Half>{});
}

/// Whether a block's function of packets is one of floats, too.
template <class Block>
inline constexpr bool computes_floats = false;

/// What a block computes of doubles that were floats: half the digits suffice.
template <class Block>
struct widened_value {
    [[gnu::always_inline]] static auto value(auto const& u) { return Block::value(u); }
};

/// The value of a block of the function table for doubles; for floats by way of doubles, if it must.
template <class Block, class P>
[[gnu::always_inline]] inline P in_doubles(P u) {
    if constexpr (std::same_as<typename P::number, double> || computes_floats<Block>) return Block::value(u);
    else return narrowed(widened_value<Block>::value(widened<0>(u)), widened_value<Block>::value(widened<P::size / 2>(u)));
}
template <class Block, class P>
[[gnu::always_inline]] inline P in_doubles(P u, P v) {
    if constexpr (std::same_as<typename P::number, double>) return Block::value(u, v);
    else return narrowed(Block::value(widened<0>(u), widened<0>(v)), Block::value(widened<P::size / 2>(u), widened<P::size / 2>(v)));
}

}  // namespace leibniz::inline v0_1::vector_math
