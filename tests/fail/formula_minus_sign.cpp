// expect: formula: the character at this position belongs to no formula; operators are written * - ^2 <= == in ASCII, conditions and(a, b), or(a, b), not(a)
// expect: at_position<3>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

// The sign of typography is another character than that of programs.
#ifdef TWIN
constexpr auto model = formula<"x - 2">;
#else
constexpr auto model = formula<"x − 2">;
#endif
double const value = evaluate(model, x = 1.0);
