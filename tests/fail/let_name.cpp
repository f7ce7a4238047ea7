// expect: let: the name is no identifier; write letters, digits and _
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto hidden = let<"h1">(w * x);
#else
constexpr auto hidden = let<"h 1">(w * x);
#endif
