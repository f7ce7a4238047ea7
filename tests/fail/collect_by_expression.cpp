// expect: collect(e, x): one collects by a symbol or column only; write collect(e, x) with a symbol x
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto made = collect(x*y, x);
#else
constexpr auto made = collect(x*y, x*y);
#endif
