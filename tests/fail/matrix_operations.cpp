// expect: vectors and matrices have
#include <leibniz/matrix.hpp>

using namespace leibniz;

constexpr symbol<"c"> c;
constexpr vector<"x", "n"> x;

#ifdef TWIN
constexpr auto counted = operations(c*c);
#else
constexpr auto counted = operations(norm2(x));
#endif
