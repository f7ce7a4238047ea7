// expect: collect(e, x): e is no expression or x no symbol; write collect(w*x + b*x, x)
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto made = collect(2_c*y, x);
#else
constexpr auto made = collect(2, x);
#endif
