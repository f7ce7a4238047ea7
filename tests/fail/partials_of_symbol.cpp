// expect: partial: a derivative is made of its arguments and exact numbers; write u/2 in place of 0.5*u, and no symbol
#include <leibniz/leibniz.hpp>

#include "half_square.hpp"

using namespace leibniz;

constexpr symbol<"x"> x;

struct half_square : value_of_half_square {
#ifdef TWIN
    static constexpr term partial(auto u) { return u; }
#else
    static constexpr term partial(auto u) { return u*x/x; }
#endif
};
double const slope = evaluate(diff(apply<half_square>(x), x), x = 3.0);
