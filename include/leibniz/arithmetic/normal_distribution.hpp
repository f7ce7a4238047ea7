#pragma once

#include <leibniz/arithmetic/elementary.hpp>

namespace leibniz::elementary {

/// erfc(-u/sqrt(2)), twice the distribution function of the normal distribution. erfc(v) decays as exp(-v^2), which
/// magnifies what the rounded v^2 lacks of u^2/2: for u < -1.4 that is put back.
template <class T>
constexpr T erfc_of_root(T u) {
    T const v = -u / sqrt(T(2)), tail = erfc(v);
    if constexpr (splitter<T> != 0)
        if (v > T(1) && tail != T(0)) {
            T const square = u * u, square_of_v = v * v, error = square_error(u, square) / T(2) - square_error(v, square_of_v);
            return tail * (T(1) - ((square / T(2) - square_of_v) + error));
        }
    return tail;
}

}  // namespace leibniz::elementary
