// expect: partial: a derivative does not compile, or is not made of its arguments and exact numbers; write u/2 in place of 0.5*u
#include <leibniz/parse.hpp>

#include "half_square.hpp"

using namespace leibniz;

struct half_square : value_of_half_square {
#ifdef TWIN
    static constexpr term partial(auto u) { return u; }
#else
    static constexpr term partial(auto u) { return 0.5*(2*u); }
#endif
};
auto const parsed = parse<half_square>("half_square(x)");
