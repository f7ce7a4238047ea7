// expect: formula: the bracket at this position closes none that is open
// expect: at_position<6>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"(x + 1)">;
#else
constexpr auto model = formula<"x + 1)">;
#endif
double const value = evaluate(model, x = 1.0);
