// expect: symbol: the name is no identifier; write letters, digits and _
#include <leibniz/leibniz.hpp>

using namespace leibniz;

#ifdef TWIN
constexpr symbol<"x\u2080"> x;
#else
constexpr symbol<"x\u2212"> x;
#endif
double const value = evaluate(x, x = 1.0);
