// expect: symbol: the name is no identifier; write letters, digits and _
#include <leibniz/leibniz.hpp>

using namespace leibniz;

#ifdef TWIN
constexpr symbol<"w_1"> w;
#else
constexpr symbol<"w 1"> w;
#endif
static_assert(text(diff(pow<2>(w), w)).size() > 0);
double const value = evaluate(exp(w), w = 1.0);
