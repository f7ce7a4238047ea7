// expect: formula: the function at this position is not known; the nearest known name stands beside it
// expect: nearest_known_at<1, 
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"where(x < 0, 1, 2)">;
#else
constexpr auto model = formula<"if(x < 0, 1, 2)">;
#endif
double const value = evaluate(model, x = 1.0);
