// expect: +: vectors and matrices that are added must have the same dimensions, and those of dot; write x + b*ones<"n"> to spread a number
#include <leibniz/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr symmetric<"K", "n"> K;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;

#ifdef TWIN
constexpr auto printed = text(W * x + y);
#else
constexpr auto printed = text(x + y);
#endif
