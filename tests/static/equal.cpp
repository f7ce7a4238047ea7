// == compares canonical forms: true is a proof, and what is false over the reals is never true.
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"z"> z;
constexpr column<"x"> rows;

// Order and grouping.
static_assert(x + y == y + x);
static_assert(x * y * z == z * (y * x));
static_assert((x + y) + z == x + (y + z));
static_assert(x - y - z == x - (y + z));
static_assert(x / y / z == x / (y * z));
static_assert(x / (y / z) == x * z / y);
static_assert(exp(x * y + 1_c) == exp(1_c + y * x));

// Neutral and absorbing elements, inverse operations.
static_assert(x + 0_c == x && 0_c + x == x && x * 1_c == x && x / 1_c == x && pow<1>(x) == x);
static_assert(x * 0_c == 0_c && x - x == 0_c && x / x == 1_c && pow<0>(x) == 1_c);
static_assert(-(-x) == x && x + -y == x - y && x * -y == -(x * y));
static_assert(pow(1_c, x) == 1_c);

// Like terms, equal factors, exact numbers.
static_assert(x + x == 2_c * x);
static_assert(x / 2_c + x / 3_c == 5_c * x / 6_c);
static_assert(x * x == pow<2>(x) && x * pow<2>(x) == pow<3>(x) && x * x / pow<3>(x) == 1_c / x);
static_assert(pow<3>(pow<2>(x)) == pow<6>(x));
static_assert(pow<2>(3_c * x * y) == 9_c * pow<2>(x) * pow<2>(y));
static_assert(pow(x, y) * pow(x, z) == pow(x, y + z));
static_assert(0.1_c + 0.2_c == 0.3_c);
static_assert(1_c / 3_c + 1_c / 6_c == 0.5_c);
static_assert(pow<3>(2_c / 3_c) == 8_c / 27_c);
static_assert(sqrt(4_c) == 2_c && pow(27_c, 2_c / 3_c) == 9_c);

// Common rational factors of sums.
static_assert(2_c * (x + y) == 2_c * x + 2_c * y);
static_assert(-(x - y) == y - x);
static_assert((x + y) / 2_c == x / 2_c + y / 2_c);
static_assert((4_c * x + 6_c * y) / 2_c == 2_c * x + 3_c * y);
static_assert((2_c * x + 2_c * y) / (x + y) == 2_c);
static_assert(pow<2>(y - x) == pow<2>(x - y));
static_assert(pow<3>(y - x) == -pow<3>(x - y));
static_assert(1_c / (y - x) == -1_c / (x - y));
static_assert((x - y) * (y - x) == -pow<2>(x - y));
static_assert(2_c * (x + y) + 3_c * (x + y) == 5_c * x + 5_c * y);
static_assert(sin(x - y) == -sin(y - x) && cos(x - y) == cos(y - x));

// Identities of the table.
static_assert(sin(-x) == -sin(x) && cos(-x) == cos(x) && tanh(-x) == -tanh(x));
static_assert(sin(-2_c * x) == -sin(2_c * x));
static_assert(exp(log(x)) == x && log(exp(x)) == x && exp(0_c) == 1_c && log(1_c) == 0_c);
static_assert(sqrt(x) == pow(x, 0.5_c) && sqrt(x) * sqrt(x) == x && pow<4>(sqrt(x)) == pow<2>(x));
static_assert(sin(0_c) == 0_c && cos(0_c) == 1_c && tanh(0_c) == 0_c && sigmoid(0_c) == 0.5_c);
static_assert(mean(3_c) == 3_c && mean(mean(x)) == mean(x) && mean(sum(x)) == sum(x));
static_assert(mean(2_c * x) == 2_c * mean(x) && sum(-x) == -sum(x));

// A name changes nothing; a derivative is its formula.
static_assert(let<"h">(x + y) == x + y);
static_assert(diff(pow<2>(x), x) == 2_c * x && 2_c * x == diff(pow<2>(x), x));
static_assert(x * diff(pow<2>(x), x) == 2_c * pow<2>(x));

// Different formulas.
static_assert(x != y && x != rows && x != 2_c * x && x != -x && x != 1_c);
static_assert(x - y != y - x && x / y != y / x && pow(x, y) != pow(y, x) && 2_c != 3_c);
static_assert(x + y != x * y && x * y != x / y && exp(x) != log(x) && sin(x) != cos(x) && mean(x) != sum(x));
static_assert(pow<2>(x) != pow<3>(x) && pow<2>(x + y) != pow<2>(x) + pow<2>(y) && exp(x + y) != exp(x) + exp(y));
static_assert(sum(3_c) != 3_c, "as many threes as there are rows");
static_assert(sum(3_c) == 3_c * sum(1_c) && sum(0_c) == 0_c);
static_assert(mean(x * y) != mean(x) * mean(y) && mean(exp(x)) != exp(mean(x)));

// What would be wrong for some real numbers is not done.
static_assert(sqrt(pow<2>(x)) != x, "it is |x|");
static_assert(pow(pow<2>(x), 0.5_c) != x);
static_assert(pow(pow(x, y), z) != pow(x, y * z), "(x^2)^(1/2) is not x");
static_assert(pow(x * y, 0.5_c) != pow(x, 0.5_c) * pow(y, 0.5_c), "x and y may both be negative");
static_assert(pow(x * y, z) != pow(x, z) * pow(y, z));
static_assert(log(x * y) != log(x) + log(y));
static_assert(log(pow<2>(x)) != 2_c * log(x));
static_assert(log(x / y) != log(x) - log(y));
static_assert(pow(0_c, x) != 0_c, "it is 1 at x = 0");
static_assert(pow(-8_c, 1_c / 3_c) != -2_c, "a rational power of a negative number is NaN");
static_assert(exp(-x) != -exp(x) && sigmoid(-x) != -sigmoid(x) && log(-x) != -log(x));

}  // namespace
