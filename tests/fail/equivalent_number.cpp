// expect: equivalent(a, b): a plain number is no formula; write equivalent(x, 2_c)
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
static_assert(!equivalent(x, 2_c));
#else
static_assert(!equivalent(x, 2));
#endif
