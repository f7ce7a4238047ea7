// expect: a bool is no condition of a model, and == and != compare formulas; write equal_to(x, 0_c) or not_equal_to(x, 0_c)
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = where(equal_to(x, 0_c), w, x);
#else
constexpr auto model = where(x == 0_c, w, x);
#endif
