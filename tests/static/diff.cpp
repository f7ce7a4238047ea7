// Derivatives: each row of the table, the rules of the calculus, higher and mixed orders, reductions.
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr column<"c"> c;

// Leaves.
static_assert(diff(x, x) == 1_c);
static_assert(diff(y, x) == 0_c);
static_assert(diff(7_c, x) == 0_c);
static_assert(diff(c, x) == 0_c && diff(x, c) == 0_c);

// Each row.
static_assert(diff(x + y, x) == 1_c && diff(x + y, y) == 1_c);
static_assert(diff(x - y, x) == 1_c && diff(x - y, y) == -1_c);
static_assert(diff(-x, x) == -1_c);
static_assert(diff(x * y, x) == y && diff(x * y, y) == x);
static_assert(diff(x / y, x) == 1_c / y && diff(x / y, y) == -x / pow<2>(y));
static_assert(diff(pow(x, y), x) == y * pow(x, y - 1_c));
static_assert(diff(pow(x, y), y) == pow(x, y) * log(x));
static_assert(diff(exp(x), x) == exp(x));
static_assert(diff(log(x), x) == 1_c / x);
static_assert(diff(sqrt(x), x) == 1_c / (2_c * sqrt(x)));
static_assert(diff(sin(x), x) == cos(x));
static_assert(diff(cos(x), x) == -sin(x));
static_assert(diff(tanh(x), x) == 1_c - pow<2>(tanh(x)));
static_assert(diff(sigmoid(x), x) == sigmoid(x) * (1_c - sigmoid(x)));
static_assert(diff(sum(x * y), x) == sum(y));
static_assert(diff(mean(x * y), x) == mean(y));

// Constant exponents and bases: no logarithm where none is needed.
static_assert(diff(pow<5>(x), x) == 5_c * pow<4>(x));
static_assert(diff(pow<-2>(x), x) == -2_c / pow<3>(x));
static_assert(diff(pow(x, 1_c / 3_c), x) == pow(x, -2_c / 3_c) / 3_c);
static_assert(diff(pow(2_c, x), x) == pow(2_c, x) * log(2_c));
static_assert(diff(pow(x, x), x) == pow(x, x) + pow(x, x) * log(x));

// Sum, product, quotient, chain.
constexpr auto u = sin(x);
constexpr auto v = exp(x);
static_assert(diff(u + v, x) == diff(u, x) + diff(v, x));
static_assert(diff(3_c * u - v / 2_c, x) == 3_c * cos(x) - exp(x) / 2_c);
static_assert(diff(u * v, x) == diff(u, x) * v + u * diff(v, x));
static_assert(diff(x * u * v, x) == u * v + x * cos(x) * v + x * u * v);
static_assert(diff(u / x, x) == cos(x) / x - sin(x) / pow<2>(x));
static_assert(diff(1_c / u, x) == -cos(x) / pow<2>(sin(x)));
static_assert(diff(sin(exp(x)), x) == cos(exp(x)) * exp(x));
static_assert(diff(exp(sin(pow<2>(x))), x) == exp(sin(pow<2>(x))) * cos(pow<2>(x)) * 2_c * x);
static_assert(diff(log(x * y), x) == 1_c / x);
static_assert(diff(sqrt(1_c - pow<2>(x)), x) == -x / sqrt(1_c - pow<2>(x)));
static_assert(diff(exp(-x), x) == -exp(-x));
static_assert(diff(tanh(w * x), w) == x * (1_c - pow<2>(tanh(w * x))));
static_assert(diff(sigmoid(-x), x) == -sigmoid(-x) * (1_c - sigmoid(-x)));
static_assert(diff(x * x, x) == 2_c * x, "an operand that stands twice counts twice");
static_assert(diff(let<"h">(pow<2>(x)), x) == 2_c * x, "a name is looked through");

// The lessons.
static_assert(diff(pow<2>(w * x - y), w) == 2_c * x * (w * x - y));
static_assert(diff((w * x - y) * (w * x - y), w) == diff(pow<2>(w * x - y), w));

// Higher orders.
static_assert(diff<0>(sin(x), x) == sin(x));
static_assert(diff<1>(sin(x), x) == cos(x));
static_assert(diff<2>(sin(x), x) == -sin(x));
static_assert(diff<4>(sin(x), x) == sin(x));
static_assert(diff<3>(pow<5>(x), x) == 60_c * pow<2>(x));
static_assert(diff<6>(pow<5>(x), x) == 0_c);
static_assert(diff<3>(log(x), x) == 2_c / pow<3>(x));
static_assert(diff<8>(exp(2_c * x), x) == 256_c * exp(2_c * x));
static_assert(diff<2>(pow<2>(w * x - y), w) == 2_c * pow<2>(x));

// Mixed, in any order.
static_assert(diff(pow<2>(x) * pow<3>(y), x, y) == 6_c * x * pow<2>(y));
static_assert(diff(pow<2>(x) * pow<3>(y), y, x, y) == 12_c * x * y);
static_assert(diff(exp(x * y), x, y) == exp(x * y) + x * y * exp(x * y));
static_assert(diff(sin(x) * y, x, y) == diff(sin(x) * y, y, x));
static_assert(diff(pow<2>(w * x - y), w, y) == -2_c * x);
static_assert(diff(x + y, x, y) == 0_c);

// Derivatives inside further expressions.
static_assert(diff(diff(pow<3>(x), x), x) == 6_c * x);
static_assert(diff(x * diff(pow<3>(x), x), x) == 9_c * pow<2>(x));
static_assert(diff(pow<2>(diff(pow<2>(x), x)), x) == 8_c * x);
static_assert(exp(diff(pow<2>(x), x)) == exp(2_c * x));
static_assert(x - diff(pow<2>(x) / 2_c, x) == 0_c);

// Reductions over rows are linear, at any depth.
static_assert(diff(mean(pow<2>(w * x - y)), w) == mean(2_c * x * (w * x - y)));
static_assert(diff(sum(w), w) == sum(1_c), "one for each row");
static_assert(diff(mean(w), w) == 1_c);
static_assert(diff(pow<2>(mean(w * x)), w) == 2_c * mean(x) * mean(w * x));
static_assert(diff(mean(w * (x - mean(x))), w) == mean(x - mean(x)));
static_assert(diff(log(sum(exp(w * x))), w) == sum(x * exp(w * x)) / sum(exp(w * x)));
static_assert(diff<2>(mean(pow<2>(w * x)), w) == 2_c * mean(pow<2>(x)));

// By each entry of a column: only its own row remains of a sum, its share of a mean.
static_assert(diff(sum(pow<2>(c)), c) == 2_c * c);
static_assert(diff(mean(3_c * pow<2>(c + 2_c)), c) == 6_c * (c + 2_c) / sum(1_c));
static_assert(diff(log(sum(exp(c))), c) == exp(c) / sum(exp(c)));
static_assert(diff(sum(w * c), c) == w && diff(sum(w * c), w) == sum(c));
static_assert(diff(pow<2>(sum(c)), c) == 2_c * sum(c));

}  // namespace
