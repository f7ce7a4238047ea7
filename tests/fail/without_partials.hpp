#pragma once

#include <leibniz/leibniz.hpp>

/// A function of a user's, u*u, whose block states a derivative in the correct variant only.
struct square : leibniz::unary {
    static constexpr leibniz::text_view text = "square", latex = "square";
    static constexpr leibniz::interval domain = leibniz::real_line;
    template <class T>
    static constexpr T value(T u) {
        return u * u;
    }
#ifdef TWIN
    static constexpr leibniz::term partial(auto u) { return 2 * u; }
#endif
};

inline constexpr leibniz::symbol<"x"> x;
inline constexpr auto squared = leibniz::apply<square>(x);
