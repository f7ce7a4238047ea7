// expect: diagonal: of a square matrix; the diagonal matrix of a vector is diag(u)
#include <leibniz/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr symmetric<"K", "n"> K;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;

#ifdef TWIN
constexpr auto printed = text(diag(x));
#else
constexpr auto printed = text(diagonal(x));
#endif
