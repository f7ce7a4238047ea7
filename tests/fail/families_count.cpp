// expect: symbols: write a name of letters, digits and _ and how many there are
#include <leibniz/leibniz.hpp>

using namespace leibniz;

#ifdef TWIN
constexpr auto first = symbols<"w", 2>{}[0_c];
#else
constexpr auto first = symbols<"w", 0>{}[0_c];
#endif
