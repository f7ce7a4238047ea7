// Equality by proof and difference by a witness, while compiling.
#include <leibniz/algebra.hpp>
using namespace leibniz;

namespace {
inline constexpr symbol<"x"> x;
inline constexpr symbol<"y"> y;
inline constexpr symbol<"a"> a;
inline constexpr symbol<"k"> k;
}  // namespace

// What a paper writes.
static_assert(equivalent(diff(sigmoid(x), x), sigmoid(x)*(1_c - sigmoid(x))));
static_assert(equivalent(diff(tanh(x), x), pow<2>(sech(x))));
static_assert(equivalent(pow<2>(x + y), pow<2>(x) + 2_c*x*y + pow<2>(y)));
static_assert(equivalent(diff(x/(k + x), x), k/pow<2>(k + x)));
static_assert(equivalent(diff(pow(x, x), x), pow(x, x)*(log(x) + 1_c)));
static_assert(equivalent(diff(log(cosh(x)), x), tanh(x)));
static_assert(equivalent(1_c/x + 1_c/y, (x + y)/(x*y)));
static_assert(equivalent(pow<2>(sin(x)) + pow<2>(cos(x)), 1_c));
static_assert(equivalent(pow<2>(cosh(x)) - pow<2>(sinh(x)), 1_c));
static_assert(equivalent(sin(2_c*x), 2_c*sin(x)*cos(x)));
static_assert(equivalent(exp(x)*exp(y), exp(x + y)));
static_assert(equivalent(exp(x*log(y)), pow(y, x)));
static_assert(equivalent(tanh(x), 2_c*sigmoid(2_c*x) - 1_c));
static_assert(equivalent(sqrt(x)*pow(x, constant<1, 3>{}), pow(x, constant<5, 6>{})));
static_assert(equivalent(log(pow<2>(x)), 2_c*log(abs(x))));

// Isolated points do not count, and are named.
static_assert(text(equivalent((pow<2>(x) - 1_c)/(x - 1_c), x + 1_c)) == "equal, x = 1 aside");
static_assert(text(equivalent(1_c/(1_c + pow<2>(tan(x))), pow<2>(cos(x)))) == "equal, cos(x) = 0 aside");

// Pieces do: no yes yet, and no no; an assumption makes it one.
static_assert(text(equivalent(log(pow<2>(x)), 2_c*log(x))) == "equal where x > 0");
static_assert(equivalent(log(pow<2>(x)), 2_c*log(x)) == verdict::equal_where);
static_assert(equivalent(log(pow<2>(x)), 2_c*log(x), x > 0_c));
static_assert(equivalent(sqrt(pow<2>(x)), x, x >= 0_c));
static_assert(equivalent(log(x*y), log(x) + log(y), x > 0_c && y > 1_c));

// Different by a witness that is seen.
static_assert(!equivalent(x + y, x));
static_assert(text(equivalent(x + y, x)) == "different at x = 2, y = 0.5: 2.5 and 2");
static_assert(text(equivalent(atan(x) + atan(1_c/x), pi/2_c)) == "different at x = -1: -1.5708 and 1.5708");
static_assert(equivalent(atan(x) + atan(1_c/x), pi/2_c, x > 0_c) == verdict::unknown);
static_assert(text(equivalent(pow<6000>(x - a), pow<5999>(a - x))) == "different at x = -1, a = -2: 1 and -1");
static_assert(!equivalent(sqrt(pow<2>(x)), x));

// What a step, a filled-in value and gamma do where their argument is 0 on a whole piece is no isolated point.
static_assert(equivalent(step(0_c), 1_c));
static_assert(equivalent(step(max(x, 0_c)), (1_c + sign(max(x, 0_c)))/2_c) != verdict::equal);
static_assert(equivalent(tgamma(relu(x) + 1_c), relu(x)*tgamma(relu(x))) != verdict::equal);
static_assert(equivalent(xlogy(relu(x), y), relu(x)*log(y)) != verdict::equal);
static_assert(equivalent(abs(x), -x, x < 0_c));
static_assert(equivalent((x + abs(x) + 1_c)/(x + abs(x) + 1_c), 1_c));
static_assert(equivalent(lgamma(x + 1_c) - lgamma(x), log(x), x > 0_c));
static_assert(equivalent(sinh(asinh(x)), x));
