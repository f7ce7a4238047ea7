#pragma once

#include <leibniz/arithmetic/elementary.hpp>

namespace leibniz::elementary {

/// erfc(-u/sqrt(2)), twice the distribution function of the normal distribution. erfc(v) decays as exp(-v^2), which
/// magnifies what the rounded v^2 lacks of u^2/2: for u < -1.4 that is put back.
template <class T>
constexpr T erfc_of_root(T u) {
    T const v = -u / sqrt(T(2)), tail = erfc(v);
    if constexpr (splitter<T> != 0) {
        if constexpr (ordered<T>)
            if (!(v > T(1) && tail != T(0))) return tail;
        T const square = u * u, square_of_v = v * v, error = square_error(u, square) / T(2) - square_error(v, square_of_v);
        return where(v > T(1), where(tail != T(0), T(tail * (T(1) - ((square / T(2) - square_of_v) + error))), tail), tail);
    }
    return tail;
}

}  // namespace leibniz::elementary
