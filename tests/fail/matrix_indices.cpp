// expect: diff, hessian: this derivative has more than two indices and is no matrix; write jvp(f, W, direction), or hvp(f, W, direction)
#include <leibniz/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr symmetric<"K", "n"> K;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;

#ifdef TWIN
constexpr auto printed = text(hvp(norm2(W * x), W, W));
#else
constexpr auto printed = text(hessian(norm2(W * x), wrt(W))(W, W));
#endif
