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

}  // namespace user
