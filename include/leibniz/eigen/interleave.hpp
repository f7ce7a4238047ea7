#pragma once

#include <leibniz/eigen/vector_math/packet.hpp>

#include <cstring>
#include <utility>

// Columns in memory to rows of a row-major matrix.

namespace leibniz::inline v0_1::detail {

template <class T, int Rows>
[[gnu::always_inline]] inline typename vector_math::vector_of<T, Rows>::type loaded(T const* from) {
    typename vector_math::vector_of<T, Rows>::type result;
    std::memcpy(&result, from, sizeof result);
    return result;
}
template <class T, class Rows>
[[gnu::always_inline]] inline void store(T* to, Rows const& rows) {
    std::memcpy(to, &rows, sizeof rows);
}

/// Four columns of four numbers as four rows of adjacent numbers, or two of two.
template <int Side, class T>
    requires(Side == 2)
[[gnu::always_inline]] inline void transpose_block(T* to, Eigen::Index step, T const* from, Eigen::Index pitch) {
    auto const a = loaded<T, 2>(from), b = loaded<T, 2>(from + pitch);
    store(to, __builtin_shufflevector(a, b, 0, 2));
    store(to + step, __builtin_shufflevector(a, b, 1, 3));
}
template <int Side, class T>
    requires(Side == 4)
[[gnu::always_inline]] inline void transpose_block(T* to, Eigen::Index step, T const* from, Eigen::Index pitch) {
    auto const a = loaded<T, 4>(from), b = loaded<T, 4>(from + pitch), c = loaded<T, 4>(from + 2 * pitch), d = loaded<T, 4>(from + 3 * pitch);
    auto const even = __builtin_shufflevector(a, b, 0, 4, 2, 6), odd = __builtin_shufflevector(a, b, 1, 5, 3, 7);
    auto const other_even = __builtin_shufflevector(c, d, 0, 4, 2, 6), other_odd = __builtin_shufflevector(c, d, 1, 5, 3, 7);
    store(to, __builtin_shufflevector(even, other_even, 0, 1, 4, 5));
    store(to + step, __builtin_shufflevector(odd, other_odd, 0, 1, 4, 5));
    store(to + 2 * step, __builtin_shufflevector(even, other_even, 2, 3, 6, 7));
    store(to + 3 * step, __builtin_shufflevector(odd, other_odd, 2, 3, 6, 7));
}

/// A few columns of a packet of numbers as adjacent rows: each packet of these is put together by shuffles that are known while compiling.
template <class T, int Columns, int Rows>
struct adjacent_rows {
    using packet = typename vector_math::vector_of<T, Rows>::type;

    /// Entry `i` of packet number Part stands in this row and column.
    template <int Part>
    static constexpr int row(std::size_t i) { return (Part * Rows + static_cast<int>(i)) / Columns; }
    template <int Part>
    static constexpr int column(std::size_t i) { return (Part * Rows + static_cast<int>(i)) % Columns; }

    /// Puts the entries of columns Column and before into their places.
    template <int Part, int Column, std::size_t... I>
    [[gnu::always_inline]] static packet gathered(packet const* of, std::index_sequence<I...> all) {
        if constexpr (Column == 1)
            return __builtin_shufflevector(of[0], of[1], (row<Part>(I) + (column<Part>(I) == 1 ? Rows : 0))...);
        else
            return __builtin_shufflevector(gathered<Part, Column - 1>(of, all), of[Column],
                                           (column<Part>(I) == Column ? Rows + row<Part>(I) : static_cast<int>(I))...);
    }
    template <int... Part>
    [[gnu::always_inline]] static void write(T* to, T const* from, Eigen::Index pitch, std::integer_sequence<int, Part...>) {
        packet const of[] = {loaded<T, Rows>(from + Part * pitch)...};
        (store(to + Part * Rows, gathered<Part, Columns - 1>(of, std::make_index_sequence<Rows>{})), ...);
    }
    [[gnu::always_inline]] static void write(T* to, T const* from, Eigen::Index pitch) {
        write(to, from, pitch, std::make_integer_sequence<int, Columns>{});
    }
};

/// Writes `count` columns, the second of which begins `pitch` numbers behind the first, as `rows` rows, the second of which begins `step`
/// numbers behind the first. Fast for `Likely` columns. Not inlined: one copy serves all models.
template <int Likely, class T>
[[gnu::noinline]] void interleave(T* to, Eigen::Index step, T const* from, Eigen::Index pitch, int count, Eigen::Index rows) {
    Eigen::Index row = 0;
    if constexpr (std::same_as<T, double> || std::same_as<T, float>) {
        constexpr int width = vector_math::bytes_of_packet / static_cast<int>(sizeof(T));
        if constexpr (Likely >= 2 && Likely <= (vector_math::bytes_of_packet == 64 ? 7 : 3)) {
            if (count == Likely && step == Likely)
                for (; row + width <= rows; row += width) adjacent_rows<T, Likely, width>::write(to + row * step, from + row, pitch);
        }
        constexpr int side = width < 4 ? 2 : 4;
        for (; count >= side && row + side <= rows; row += side) {
            for (int k = 0; k + side <= count; k += side) transpose_block<side>(to + row * step + k, step, from + k * pitch + row, pitch);
            if (count % side != 0)  // once more those before
                transpose_block<side>(to + row * step + count - side, step, from + (count - side) * pitch + row, pitch);
        }
    }
    for (; row < rows; ++row)
        for (int k = 0; k < count; ++k) to[row * step + k] = from[k * pitch + row];
}

}  // namespace leibniz::inline v0_1::detail
