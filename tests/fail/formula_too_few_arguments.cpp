// expect: formula: the function at this position takes another number of arguments
// expect: written_at<1
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"pow(x, 2)">;
#else
constexpr auto model = formula<"pow(x)">;
#endif
double const value = evaluate(model, x = 1.0);
