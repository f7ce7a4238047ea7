// Sums and means over the rows of columns, while compiling: what holds for one row only is different, at columns of several rows.
#include <leibniz/algebra.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr column<"c"> c;
constexpr column<"d"> d;

static_assert(!equivalent(pow<2>(mean(c)), mean(pow<2>(c))));
static_assert(text(equivalent(pow<2>(mean(c)), mean(pow<2>(c)))) == "different at c = (2, 3): 6.25 and 6.5");
static_assert(!equivalent(sum(c*d), sum(c)*sum(d)));
static_assert(!equivalent(sum(c + 1_c), sum(c) + 1_c));
static_assert(!equivalent(mean(c), sum(c)));
static_assert(!equivalent(log(mean(exp(c))), mean(c)));
static_assert(text(equivalent(mean(w*c)*sum(d), w*mean(c)*mean(d))) ==
              "different at w = 2, c = (0.5, -1), d = (0.25, -2): 0.875 and 0.4375");

// Two rows are too few for the third power of what is left of a mean.
static_assert(text(equivalent(mean(pow<3>(c - mean(c))), 0_c)) == "different at c = (3, 1, 0.5): 0.75 and 0");

// A value for each row.
static_assert(text(equivalent(mean(c), c)) == "different at c = (2, 3), in row 1: 2.5 and 2");

// What differs in one row is shown in one row.
static_assert(text(equivalent(mean(w*c), 2_c*w*mean(c))) == "different at w = 2, c = 0.5: 1 and 2");

static_assert(equivalent(sum(c + d), sum(c) + sum(d)));
static_assert(equivalent(mean(w*c), w*mean(c)));
static_assert(equivalent(mean(pow<2>(c - mean(c))), mean(pow<2>(c)) - pow<2>(mean(c))));
static_assert(equivalent(sum(c - mean(c)), 0_c));

// Symbols that stand in means only may be columns of a user's; others are one number.
static_assert(text(equivalent(mean(pow<2>(x)), pow<2>(mean(x)))) == "different at x = (2, 3): 6.5 and 6.25");
static_assert(equivalent(mean(w*x), w*mean(x)) == verdict::unknown);
static_assert(equivalent(mean(x), x) == verdict::unknown);

}  // namespace
