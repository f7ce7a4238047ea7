#pragma once

#include <leibniz/leibniz.hpp>

/// Whether both were written alike: the same operations in the same order, not only an equal value.
template <class E, class F>
constexpr bool alike(E e, F f) {
    return leibniz::as_written<E>.hash == leibniz::as_written<F>.hash && e == f;
}
