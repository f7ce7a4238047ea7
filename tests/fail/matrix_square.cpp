// expect: det, logdet, inv, solve, tr: the matrix is not square; its rows and columns need one name or number
#include <leibniz/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr symmetric<"K", "n"> K;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;

#ifdef TWIN
constexpr auto printed = text(det(W * transpose(W)));
#else
constexpr auto printed = text(det(W));
#endif
