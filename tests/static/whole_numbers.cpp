// What a symbol that is a whole number proves: integer(n) as an assumption, and as a condition that evaluates.
#include <leibniz/algebra.hpp>
using namespace leibniz;

namespace {
inline constexpr symbol<"x"> x;
inline constexpr symbol<"y"> y;
inline constexpr symbol<"m"> m;
inline constexpr symbol<"n"> n;
}  // namespace

static_assert(equivalent(sin(n*pi), 0_c, integer(n)));
static_assert(equivalent(pow<2>(cos(n*pi)), 1_c, integer(n)));
static_assert(equivalent(cos(2_c*n*pi), 1_c, integer(n)));
static_assert(equivalent(cos(n*pi), pow(-1_c, n), integer(n)));
static_assert(equivalent(pow(-1_c, 2_c*n), 1_c, integer(n)));
static_assert(equivalent(pow(-1_c, n*(n + 1_c)), 1_c, integer(n)));
static_assert(equivalent(pow(pow<2>(x), n), pow(x, 2_c*n), integer(n)));
static_assert(equivalent(pow(x*y, n), pow(x, n)*pow(y, n), integer(n)));
static_assert(equivalent(pow(abs(x), 2_c*n), pow(x, 2_c*n), integer(n)));
static_assert(equivalent(pow(exp(x), n), exp(n*x), integer(n)));
static_assert(equivalent(pow(pow(x, n), m), pow(x, m*n), integer(n) && integer(m)));
static_assert(equivalent(tgamma(n + 1_c), n*tgamma(n), integer(n) && n > 0_c));

// Without it some of these are not so, and some on a piece only.
static_assert(!equivalent(sin(n*pi), 0_c));
static_assert(text(equivalent(pow(x*y, n), pow(x, n)*pow(y, n))) == "equal where x > 0 and y > 0");

// A witness is a whole number.
static_assert(text(equivalent(pow(-1_c, n), 1_c, integer(n))) == "different at n = 3: -1 and 1");
static_assert(text(equivalent(pow(x, n), pow(abs(x), n), integer(n))) == "different at x = -0.5, n = -3: -8 and 8");
static_assert(!equivalent(n*n, n, integer(n)));

// What vanishes at every other whole number is no divisor.
static_assert(equivalent((1_c + pow(-1_c, n))/(1_c + pow(-1_c, n)), 1_c, integer(n)) == verdict::unknown);
static_assert(equivalent(tan(n*pi/2_c), 0_c, integer(n)) == verdict::unknown);

// Single whole numbers are no isolated points.
static_assert(text(equivalent((pow<2>(n) - 1_c)/(n - 1_c), n + 1_c, integer(n))) == "equal where n != 1");
static_assert(equivalent((pow<2>(n) - 1_c)/(n - 1_c), n + 1_c, n > 1_c, integer(n)));
static_assert(text(equivalent(pow<2>(sign(n)), 1_c, integer(n))) == "equal where n != 0");
static_assert(text(equivalent(exp(log(n)), n, integer(n) && n >= 0_c)) == "equal where n > 0");
static_assert(text(equivalent(pow(x, n)*pow(x, -n), 1_c, integer(n))) == "equal, x = 0 aside");
static_assert(text(equivalent(tgamma(n + 1_c)/tgamma(n), n)) == "equal");
static_assert(text(equivalent(tgamma(n)/tgamma(n), 1_c, integer(n))) == "equal where n > 0");

// Zero is no isolated point of them.
static_assert(text(equivalent(n >= 0_c, n > 0_c, integer(n))) == "different at n = 0: 1 and 0");
static_assert(equivalent(n >= 1_c, n > 0_c, integer(n)));
static_assert(equivalent(where(n > 0_c, x, y), where(n <= 0_c, y, x), integer(n)));
static_assert(equivalent(sign(n), where(n > 0_c, 1_c, -1_c), integer(n)) == verdict::unknown);
static_assert(text(equivalent(sinc(n*pi), 0_c, integer(n))) == "different at n = 0: 1 and 0");
static_assert(simplify(sinc(n*pi), integer(n)) == sinc(n*pi));
static_assert(simplify(1_c - step(n) - step(-n), integer(n)) == 1_c - step(n) - step(-n));
static_assert(simplify(where(n > 0_c, 1_c, x), integer(n), n >= 0_c) == where(n > 0_c, 1_c, x));
static_assert(simplify(where(n >= 0_c, 1_c, x), integer(n), n >= 0_c) == 1_c);

static_assert(simplify(sin(n*pi) + x, integer(n)) == x);
static_assert(text(simplify(pow(x*y, n)/pow(x, n), integer(n))) == "y^n");
static_assert(text(simplify(cos(n*pi), integer(n))) == "(-1)^n");

static_assert(evaluate(integer(x), x = 2.0) == 1 && evaluate(integer(x), x = 2.5) == 0 && evaluate(integer(x), x = -3.0) == 1);
static_assert(text(integer(n) && n > 0_c) == "and(integer(n), n > 0)" && formula<"and(integer(n), n > 0)"> == (integer(n) && n > 0_c));
static_assert(integer(-n) == integer(n) && diff(integer(n), n) == 0_c);
static_assert(substitute(integer(n), n = 2_c) == 1_c && substitute(integer(n), n = 0.5_c) == 0_c);
