// expect: let: the name of this step is also that of a symbol or of another step; choose another name
#include <leibniz/leibniz.hpp>
#include <leibniz/derivation.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = sin(let<"h">(w*x))*cos(let<"k">(w + x));
#else
constexpr auto model = sin(let<"h">(w*x))*cos(let<"h">(w + x));
#endif
constexpr derivation_lines steps = lines(derivation(model, w));
