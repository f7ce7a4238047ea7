#include <leibniz/matrix.hpp>

#include <type_traits>

using namespace leibniz;

inline constexpr matrix<"W", "m", "n"> W;
inline constexpr matrix<"V", 10, "n"> V;
inline constexpr vector<"x", "n"> x;
inline constexpr vector<"y", "m"> y;
inline constexpr symbol<"c"> c;
inline constexpr symmetric<"K", "n"> K;

// What is written are empty types, whatever the sizes; a vector is a matrix with one column.
static_assert(std::is_empty_v<decltype(pow<2>(norm2(W * x - y)))>);
static_assert(std::is_same_v<decltype(x), matrix<"x", "n", 1> const>);
static_assert(variable<decltype(W)> && variable<decltype(K)> && !variable<decltype(W * x)>);

// A dimension is a name or a number; a matrix of 1 x 1 is a number.
static_assert(text(V * x) == "V*x");
static_assert(matrix<"s", 1, 1>{} * x == x * symbol<"s">{});
static_assert(sum(ones<3>) == 3_c && sum(ones<"n">) == tr(identity<"n">));

// Equal names of symbols and sizes are different things.
static_assert(!(symbol<"n">{} == sum(ones<"n">)));
static_assert(!(matrix<"W", "m", "k">{} == W) && !(matrix<"K", "n", "n">{} == K));

// * is the product of mathematics, numbers spread, functions act entry by entry.
static_assert(W * x == W * x && !(W * x == y));
static_assert(c * W * x == W * (c * x) && W * x / c == W * (x / c));
static_assert(x + c == x + c * ones<"n">);
static_assert(pow<2>(x) == hadamard(x, x));
static_assert(dot(x, x) == transpose(x) * x && dot(W, W) == sum(hadamard(W, W)));
static_assert(outer(y, x) == y * transpose(x));
static_assert(solve(K, x) == inv(K) * x);
static_assert(norm1(x) == sum(abs(x)));
static_assert(mean(x) == sum(x) / sum(ones<"n">) && mean(V) == sum(V) / (10_c * sum(ones<"n">)));

// A model of numbers in the same unit is what it was.
static_assert(text(diff(pow<2>(c * symbol<"t">{} - 1_c), c)) == "2*t*(c*t - 1)");
