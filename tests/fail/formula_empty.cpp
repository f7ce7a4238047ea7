// expect: formula: a number, a name or ( is expected at this position
// expect: at_position<1>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

#ifdef TWIN
constexpr auto model = formula<"x">;
#else
constexpr auto model = formula<"">;
#endif
