// expect: formula: ! at this position is no operator; the factorial of n is written tgamma(n + 1), a condition's opposite not(c)
// expect: at_position<2>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = formula<"tgamma(x + 1)">;
#else
constexpr auto model = formula<"x!">;
#endif
double const value = evaluate(model, x = 1.0);
