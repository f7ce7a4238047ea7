// expect: formula: the function at this position takes another number of arguments; what to write stands beside it
// expect: written_at<3, 
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr auto model = formula<"2*atan2(y, x)">;
#else
constexpr auto model = formula<"2*atan(y, x)">;
#endif
double const value = evaluate(model, x = 1.0, y = 2.0);
