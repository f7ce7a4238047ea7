// Proofs that would take more work than compilers allow by default end with a verdict all the same.
#include <leibniz/algebra.hpp>
using namespace leibniz;

namespace {
inline constexpr symbol<"x"> x;
inline constexpr symbol<"y"> y;
inline constexpr symbol<"a"> a;
inline constexpr symbol<"b"> b;
inline constexpr symbol<"c"> c;
constexpr auto total = x + y + a + b;
}  // namespace

static_assert(equivalent(atan(x*y) + pow<40>(total), pow<39>(total)*(b + a + y + x) + atan(x*y)));

// An identity that is not known, beside sums to high powers.
constexpr auto high = pow<9>(total)*pow<9>(total + a)*cos(total);
static_assert(equivalent(atan(x) + atan(1_c/x) + high, pi/2_c + high, x > 0_c) == verdict::unknown);

// Angles of many parts.
constexpr auto waves = sin(total)*cos(x - y + 2_c*a + 3_c*b)*tan(x + 2_c*y)*sin(4_c*x + y)*sin(a - c);
static_assert(equivalent(pow<2>(waves)*(sin(x) + 1_c), pow<2>(waves)*(2_c*sin(x/2_c)*cos(x/2_c) + 1_c)) == verdict::unknown);

// Functions that take long to evaluate, and a difference that no digit shows.
constexpr auto layer = sigmoid(x*y + tanh(a*x + sigmoid(b*x + c)) + erf(x)*tgamma(y));
constexpr auto functions = layer*exp(layer)*log(2_c + layer)*atan(layer*x)*asinh(layer*y)*cosh(layer + y)*lgamma(3_c + layer)*digamma(4_c + layer);
static_assert(equivalent(functions, functions + exp(-300_c - x*x)) == verdict::unknown);

// Roots and logarithms.
constexpr auto radicals = sqrt(x + y)*sqrt(x - y)*sqrt(x*x + a)*sqrt(y*y + b)*log(x + a*y)*log(x - b*y);
static_assert(equivalent((radicals + 1_c)*(radicals - 1_c)*(radicals + 2_c), pow<3>(radicals) + 2_c*radicals*radicals - radicals - 2_c));
