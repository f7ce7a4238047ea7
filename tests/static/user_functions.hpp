#pragma once

#include <leibniz/leibniz.hpp>

/// Functions that no table knows.
namespace user {

using namespace leibniz;

/// u/(1 + u^2)
struct witch : unary {
    static constexpr text_view text = "witch", latex = "\\operatorname{witch}";
    static constexpr interval domain = real_line;
    template <class T>
    static constexpr T value(T u) {
        return u / (T(1) + u * u);
    }
    static constexpr term partial(auto u) { return (1 - pow<2>(u)) / pow<2>(1 + pow<2>(u)); }
};

/// Its own derivative, named in its own block.
struct growth : unary {
    static constexpr text_view text = "growth", latex = "\\operatorname{growth}";
    static constexpr interval domain = real_line;
    template <class T>
    static constexpr T value(T) {
        return T(1);
    }
    static constexpr term partial(auto u) { return apply<growth>(u); }
};

/// The larger of two arguments, or of more.
struct larger : binary {
    static constexpr text_view text = "larger", latex = "\\larger", aliases = "Larger larger_of";
    static constexpr bool any_number = true;
    static constexpr interval domain = real_line;
    template <class T>
    static constexpr T value(T u, T v) {
        return u < v ? v : u;
    }
    static constexpr two_terms partials(auto u, auto) { return {u.number(1), u.number(0)}; }
};

/// From u at t = 0 to v at t = 1.
struct between : ternary {
    static constexpr text_view text = "between", latex = "\\between";
    static constexpr interval domain = real_line;
    template <class T>
    static constexpr T value(T u, T v, T t) {
        return u + t * (v - u);
    }
    static constexpr three_terms partials(auto u, auto v, auto t) { return {1 - t, t, v - u}; }
};

}  // namespace user
