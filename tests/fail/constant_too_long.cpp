// expect: _c: no decimal number of up to 33 digits that a double could hold; write fewer digits
#include <leibniz/leibniz.hpp>

using namespace leibniz;

#ifdef TWIN
constexpr auto pi = 3.14159265358979323846_c;
#else
constexpr auto pi = 3.141592653589793238462643383279502884_c;
#endif
