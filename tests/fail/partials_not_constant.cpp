// expect: partial: this derivative does not compile, or is no constant expression; write it of its arguments and exact numbers, such as return u/2
#include <leibniz/leibniz.hpp>

#include "half_square.hpp"

using namespace leibniz;

constexpr symbol<"x"> x;

struct half_square : value_of_half_square {
#ifdef TWIN
    static constexpr term partial(auto u) { return u; }
#else
    static term partial(auto u) { return u; }
#endif
};
double const slope = evaluate(diff(apply<half_square>(x), x), x = 3.0);
