// expect: constant: write the fraction in lowest terms with D > 0
// lines: 12
#include <leibniz/leibniz.hpp>

using namespace leibniz;

#ifdef TWIN
constexpr constant<1, 2> half;
#else
constexpr constant<2, 4> half;
#endif
