// A network of 784-128-10 as vectors and matrices: derived, proved and printed, without Eigen.
#include <leibniz/matrix.hpp>

using namespace leibniz;

inline constexpr matrix<"W1", 128, 784> W1;
inline constexpr vector<"b1", 128> b1;
inline constexpr matrix<"W2", 10, 128> W2;
inline constexpr vector<"b2", 10> b2;
inline constexpr vector<"x", 784> x;
inline constexpr vector<"y", 10> y;

constexpr auto h = let<"h">(sigmoid(W1 * x + b1));
constexpr auto z = let<"z">(W2 * h + b2);
constexpr auto loss = logsumexp(z) - dot(y, z);
constexpr auto g = gradient(loss, wrt(W1, b1, W2, b2));

static_assert(g[b2] == softmax(z) - y);
static_assert(g[W2] == (softmax(z) - y) * transpose(h));
static_assert(g[b1] == hadamard(transpose(W2) * (softmax(z) - y), hadamard(h, 1_c - h)));
static_assert(g[W1] == g[b1] * transpose(x));

char const* printed() { return text(g[W1]).data(); }
