// expect: diag, softmax, logsumexp: of a vector; the diagonal of a matrix is diagonal(A)
#include <leibniz/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr symmetric<"K", "n"> K;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;

#ifdef TWIN
constexpr auto printed = text(diagonal(W * transpose(W)));
#else
constexpr auto printed = text(diag(W));
#endif
