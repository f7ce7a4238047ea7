// expect: gradient: of a number; of a vector write diff(W*x, x), or give it a loss such as norm2(W*x - y)
#include <leibniz/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr symmetric<"K", "n"> K;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;

#ifdef TWIN
constexpr auto printed = text(diff(W * x, x));
#else
constexpr auto printed = text(gradient(W * x, wrt(x))[x]);
#endif
