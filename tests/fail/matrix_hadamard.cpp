// expect: hadamard: both must have the same dimensions; to scale rows write diag(x)*A
#include <leibniz/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr symmetric<"K", "n"> K;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;

#ifdef TWIN
constexpr auto printed = text(diag(y) * W);
#else
constexpr auto printed = text(hadamard(W, y));
#endif
