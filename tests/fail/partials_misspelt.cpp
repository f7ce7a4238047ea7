// expect: static constexpr term partial(auto u) { return ab(u); }
// lines: 14
#include <leibniz/leibniz.hpp>

#include "half_square.hpp"

using namespace leibniz;

constexpr symbol<"x"> x;

struct half_square : value_of_half_square {
#ifdef TWIN
    static constexpr term partial(auto u) { return abs(u); }
#else
    static constexpr term partial(auto u) { return ab(u); }
#endif
};
double const slope = evaluate(diff(apply<half_square>(x), x), x = 3.0);
