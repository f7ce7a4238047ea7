// expect: symbol: the name is no identifier; write letters, digits and _
#include <leibniz/leibniz.hpp>

using namespace leibniz;

#ifdef TWIN
constexpr symbol<"w1"> w;
#else
constexpr symbol<"1w"> w;
#endif
