// expect: _c: this number is larger or smaller than any double; write a symbol, and bind it
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto large = 1.5e300_c;
#else
constexpr auto large = 1.5e400_c;
#endif
