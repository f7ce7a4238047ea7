// expect: apart(e, x): the denominator has a degree above 24, or the numerator one above 1000; write e as a sum by hand
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto made = apart(1_c/(pow<24>(x) - 1_c), x);
#else
constexpr auto made = apart(1_c/(pow<1000>(x) - 1_c), x);
#endif
