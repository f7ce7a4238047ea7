#pragma once

#include <leibniz/eigen/vector_math/packet.hpp>

#include <limits>

namespace leibniz::vector_math {

/// |u| rounded to a whole number in the current mode: by adding and subtracting 2^52, beyond which all numbers are whole.
template <class P>
[[gnu::always_inline]] inline P nearest_whole(P size) {
    using T = typename P::number;
    P const whole(T(1) / std::numeric_limits<T>::epsilon());
    return choose(size < whole, (size + whole) - whole, size);
}
template <class P>
[[gnu::always_inline]] inline P trunc(P u) {
    P const size = abs(u), near = nearest_whole(size);
    return copysign(choose(near > size, near - P(typename P::number(1)), near), u);
}
template <class P>
[[gnu::always_inline]] inline P floor(P u) {
    P const whole = trunc(u);
    return choose(whole > u, whole - P(typename P::number(1)), whole);
}
template <class P>
[[gnu::always_inline]] inline P ceil(P u) {
    return -floor(-u);
}
/// Halves away from zero.
template <class P>
[[gnu::always_inline]] inline P round(P u) {
    using T = typename P::number;
    P const size = abs(u), whole = abs(trunc(u));
    return copysign(choose(size - whole >= P(T(0.5)), whole + P(T(1)), whole), u);
}

}  // namespace leibniz::vector_math
