// expect: diff, hessian: this derivative is no formula of matrices; write jvp(f, x, direction), or hvp(f, x, direction)
#include <leibniz/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr symmetric<"K", "n"> K;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;

#ifdef TWIN
constexpr auto printed = text(jvp(hadamard(outer(x, x), K) * x, x, x));
#else
constexpr auto printed = text(diff(hadamard(outer(x, x), K) * x, x));
#endif
