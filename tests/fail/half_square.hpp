#pragma once

#include <leibniz/graph/row.hpp>

/// What the blocks of a user's u*u/2 have in common; each of the misuses states a derivative of its own.
struct value_of_half_square : leibniz::unary {
    static constexpr leibniz::text_view text = "half_square", latex = "half_square";
    static constexpr leibniz::interval domain = leibniz::real_line;
    template <class T>
    static constexpr T value(T u) {
        return u * u / T(2);
    }
};
