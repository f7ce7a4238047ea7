// Multiplying out, collecting, factors, one denominator, partial fractions, while compiling.
#include <leibniz/algebra.hpp>
using namespace leibniz;

namespace {
inline constexpr symbol<"w"> w;
inline constexpr symbol<"b"> b;
inline constexpr symbol<"x"> x;
inline constexpr symbol<"y"> y;
}  // namespace

static_assert(text(expand(pow<3>(w + b))) == "b^3 + 3*b^2*w + 3*b*w^2 + w^3");
static_assert(text(expand((w + b)*(w - b))) == "w^2 - b^2");
static_assert(text(expand(sin(x*(x + 1_c))*(x + 2_c))) == "x*sin(x^2 + x) + 2*sin(x^2 + x)");
static_assert(text(expand(x*(x + y)/(w + b))) == "x^2/(b + w) + x*y/(b + w)");
static_assert(text(expand(diff(pow<2>(w*x - y), w))) == "2*w*x^2 - 2*x*y");
static_assert(expand(gradient(pow<2>(w*x - y), wrt(w, x)))[x] == 2_c*pow<2>(w)*x - 2_c*w*y);
static_assert(evaluate(expand(pow<2>(w + b)), w = 2, b = 3) == 25);

static_assert(text(collect(w*x + b*x + w, x)) == "x*(b + w) + w");
static_assert(text(collect(pow<2>(w*x + b), x)) == "w^2*x^2 + 2*b*w*x + b^2");

static_assert(degree(pow<2>(w*x + b), x) == 2 && degree(pow<2>(w*x + b) - pow<2>(w*x), x) == 1 && degree(w, x) == 0);
constexpr auto c = coefficients(pow<2>(w*x + b), x);
static_assert(c.size == 3 && c[0_c] == pow<2>(b) && c[1_c] == 2_c*w*b && c[2_c] == pow<2>(w));

static_assert(text(factor(w*x + w*y)) == "w*(x + y)");
static_assert(text(factor(6_c*pow<3>(x) - 6_c*x)) == "6*x*(x + 1)*(x - 1)");
static_assert(text(factor(pow<2>(x)*y + 2_c*x*y + y)) == "y*(x + 1)^2");
static_assert(text(factor(sin(x)*w + sin(x)*b)) == "sin(x)*(b + w)");
static_assert(text(factor(pow<4>(x) - 1_c)) == "(x^2 + 1)*(x + 1)*(x - 1)");

static_assert(text(together(1_c/x + 1_c/y)) == "(x + y)/(x*y)");
static_assert(text(together(1_c/(x + 1_c) + 1_c/(x - 1_c))) == "2*x/((x + 1)*(x - 1))");
static_assert(text(together((pow<2>(x) - 1_c)/(x - 1_c))) == "x + 1");
static_assert(text(together(exp(x)/(1_c + exp(x)) - 1_c)) == "-1/(exp(x) + 1)");

static_assert(text(apart(1_c/(pow<2>(x) - 1_c), x)) == "1/(2*(x - 1)) - 1/(2*(x + 1))");
static_assert(text(apart((pow<3>(x) + 1_c)/(x*pow<2>(x + 2_c)), x)) == "1/(4*x) - 17/(4*(x + 2)) + 7/(2*(x + 2)^2) + 1");
static_assert(text(apart(1_c/(pow<4>(x) - 1_c), x)) == "1/(4*(x - 1)) - 1/(4*(x + 1)) - 1/(2*(x^2 + 1))");
static_assert(text(apart(1_c/(pow<4>(x) + pow<2>(x) + 1_c), x)) == "(1/2 - x/2)/(x^2 - x + 1) + (x/2 + 1/2)/(x^2 + x + 1)");
static_assert(text(apart(1_c/((pow<2>(x) - 1_c)*(x - 1_c)), x)) == "1/(4*(x + 1)) - 1/(4*(x - 1)) + 1/(2*(x - 1)^2)");
static_assert(text(factor(pow<3>(x + y)*w + pow<2>(x + y)*b)) == "(w*x + w*y + b)*(x + y)^2");
static_assert(text(factor(pow<4>(x) + 4_c)) == "(x^2 + 2*x + 2)*(x^2 - 2*x + 2)");
static_assert(text(factor(pow<2>(2_c*pow<2>(x) + 3_c*x + 7_c)*(5_c*pow<2>(x) - x + 11_c))) == "(5*x^2 - x + 11)*(2*x^2 + 3*x + 7)^2");
static_assert(text(factor(pow<1000>(x) - 1_c)) == "x^1000 - 1");  // beyond the degree that is looked at
static_assert(text(apart(pow<100>(x)/(x - 1_c), x)).substr(0, 11) == "x^99 + x^98");

// Large exponents, and all that one may ask of them.
static_assert(degree(pow<100'000>(x) + x, x) == 100'000 && degree(pow<2'147'483'647>(x), x) == 2'147'483'647);
static_assert(coefficients(pow<1000>(x) + x, x).size == 1001);
static_assert(text(pow<99'999>(pow<99'999>(x))) == "x^9999800001" && formula<"(x^99999)^99999"> == pow<9'999'800'001>(x));
static_assert(text(diff(pow<3'000'000'000>(x), x)) == "3000000000*x^2999999999");
static_assert(evaluate(diff(pow<3'000'000'000>(x), x), x = 1.0) == 3e9 && evaluate(pow<-3'000'000'001>(x), x = -1.0) == -1);
static_assert(text(pow<9'223'372'036'854'775'807>(x)*x) == "x^(9223372036854775807 + 1)");
static_assert(text(together(1_c/x + 1_c/(pow<3'000'000'000>(x) - 1_c))) == "(x^3000000000 + x - 1)/(x*(x^3000000000 - 1))");

// By other symbols they are other expressions, though they are made of the same one.
constexpr auto mixed_terms = w*x + b*x + w*b;
static_assert(text(c[0_c] + c[1_c]) == "b^2 + 2*b*w");
static_assert(text(collect(mixed_terms, x)*collect(mixed_terms, w)) != text(pow<2>(collect(mixed_terms, x))));
