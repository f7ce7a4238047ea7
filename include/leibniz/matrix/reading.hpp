#pragma once

#include <leibniz/matrix/symbols.hpp>
#include <leibniz/reading/formula.hpp>

// Vectors and matrices in formulas: formula<"norm2(W*x - y)^2", matrix<"W", "m", "n">, vector<"x", "n">, vector<"y", "m">>.

namespace leibniz::inline v0_1::detail {

/// The words of formulas in which vectors and matrices occur.
template <class... F>
using with_words_of_matrices = blocks<F..., transposition, entrywise_product, entrywise_quotient, entrywise_power, inner_product,
                                      outer_product, linear_solution, matrix_inverse, determinant_of_matrix, log_determinant, matrix_trace,
                                      diagonal_of_vector, main_diagonal, euclidean_norm, sum_of_magnitudes, sum_over_rows, mean_over_rows,
                                      vector_log_sum_exp, vector_softmax, identity_matrix, ones_vector, ones_matrix, zero_matrix>;

template <class>
inline constexpr bool knows_matrices = false;
template <class... F>
inline constexpr bool knows_matrices<blocks<F...>> = any_of({std::is_same<F, transposition>::value...});

template <class Blocks, class... More>
struct spoken_with_matrices : spoken_by<Blocks, More...> {};
template <class... F, class... More>
    requires(!knows_matrices<blocks<F...>>)
struct spoken_with_matrices<blocks<F...>, More...> : spoken_by<with_words_of_matrices<F...>, More...> {
    template <class Block>
    using meant = std::conditional_t<std::is_same<Block, power>::value, power_in_text, Block>;
};

template <class V, class Blocks, class... More>
struct spoken_with_matrix : spoken_with_matrices<Blocks, More...> {
    static constexpr void put_matrix(text_view text, written& to) {
        spoken_with_matrices<Blocks, More...>::put_matrix(text, to);
        for (int k = 0; k < as_written<V>.count; ++k)  // the name of a dimension is its size
            if (as_written<V>.operands[k]->name == text) to = *as_written<V>.operands[k];
        if (V::spelling.view() == text) to = as_written<V>;
    }
};
template <class... F, class S, class... More>
    requires(std::is_const<S>::value)  // decltype(W)
struct spoken_by<blocks<F...>, S, More...> : spoken_by<blocks<F...>, std::remove_const_t<S>, More...> {};
template <class... F, name Name, dimension Rows, dimension Columns, class... More>
struct spoken_by<blocks<F...>, matrix<Name, Rows, Columns>, More...>
    : spoken_with_matrix<matrix<Name, Rows, Columns>, blocks<F...>, More...> {};
template <class... F, name Name, dimension Size, class... More>
struct spoken_by<blocks<F...>, symmetric<Name, Size>, More...> : spoken_with_matrix<symmetric<Name, Size>, blocks<F...>, More...> {};

}  // namespace leibniz::inline v0_1::detail
