// expect: equivalent: these formulas were not proved equal; the message shows both and what was found
// lines: 16
#include <leibniz/algebra.hpp>
using namespace leibniz;
inline constexpr symbol<"x"> x;
#ifdef TWIN
static_assert(equivalent(sin(x), sin(x)));
#else
static_assert(equivalent(sin(x), cos(x)));
#endif
