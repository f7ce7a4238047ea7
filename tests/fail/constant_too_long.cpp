// expect: _c: no exact fraction of 64-bit integers; write a decimal number with fewer digits
#include <leibniz/leibniz.hpp>

using namespace leibniz;

#ifdef TWIN
constexpr auto pi = 3.14159265358979_c;
#else
constexpr auto pi = 3.14159265358979323846_c;
#endif
