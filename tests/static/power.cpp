// Powers: of whole exponents by multiplication, of variable ones with both derivatives at 0 and for negative bases.
#include <leibniz/leibniz.hpp>

#include <limits>

using namespace leibniz;

namespace {

constexpr symbol<"f"> f;
constexpr symbol<"g"> g;
constexpr symbol<"n"> n;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

// A logarithm only where the exponent varies, written as a person does.
static_assert(text(diff(pow<3>(x), x)) == "3*x^2");
static_assert(text(diff(pow(x, 0.5_c), x)) == "1/(2*sqrt(x))");
static_assert(text(diff(pow(x, 1.5_c), x)) == "3*sqrt(x)/2");
static_assert(text(diff(pow(2_c, x), x)) == "2^x*log(2)");
static_assert(text(diff(pow(x, n), n)) == "x^n*log(x)");
static_assert(text(diff(pow(x, n), x)) == "n*x^(n - 1)");

constexpr bool is_nan(double u) { return u != u; }

struct at_point {
    double value, by_base, by_exponent;
    bool operator==(at_point const&) const = default;
};

/// f^g and its derivatives, by each alone and by the gradient, which are to be the same.
constexpr at_point power_at(double base, double exponent) {
    at_point const alone{evaluate(pow(f, g), f = base, g = exponent), evaluate(diff(pow(f, g), f), f = base, g = exponent),
                         evaluate(diff(pow(f, g), g), f = base, g = exponent)};
    auto const both = evaluate(gradient(pow(f, g), wrt(f, g)), f = base, g = exponent);
    bool const agree = (is_nan(both[f]) ? is_nan(alone.by_base) : both[f] == alone.by_base) &&
                       (is_nan(both[g]) ? is_nan(alone.by_exponent) : both[g] == alone.by_exponent);
    return agree ? alone : at_point{-99, -99, -99};
}

// A positive base.
static_assert(power_at(1, 3) == at_point{1, 3, 0});
static_assert(power_at(4, 0.5).value == 2 && power_at(4, 0.5).by_base == 0.25);
static_assert(power_at(2, -1) == at_point{0.5, -0.25, 0.5 * 0.6931471805599453});
static_assert(power_at(1, 0) == at_point{1, 0, 0});

// The base 0: u^v*log(u) tends to 0 for v > 0.
static_assert(power_at(0, 2) == at_point{0, 0, 0});
static_assert(power_at(-0.0, 3) == at_point{0, 0, 0});
static_assert(power_at(0, 1.5) == at_point{0, 0, 0});
static_assert(power_at(0, 1) == at_point{0, 1, 0});
static_assert(power_at(0, 0.5) == at_point{0, infinity, 0});
static_assert(power_at(0, 0) == at_point{1, 0, -infinity});
static_assert(power_at(0, -1) == at_point{infinity, -infinity, -infinity});
static_assert(power_at(-0.0, -1) == at_point{-infinity, -infinity, infinity});

// A negative base: whole exponents only, and no way to vary them.
static_assert(power_at(-2, 3).value == -8 && power_at(-2, 3).by_base == 12 && is_nan(power_at(-2, 3).by_exponent));
static_assert(power_at(-2, 0).value == 1 && power_at(-2, 0).by_base == 0 && is_nan(power_at(-2, 0).by_exponent));
static_assert(power_at(-2, -1).value == -0.5 && power_at(-2, -1).by_base == -0.25);
static_assert(is_nan(power_at(-2, 0.5).value) && is_nan(power_at(-2, 0.5).by_base) && is_nan(power_at(-2, 0.5).by_exponent));

// An exponent that is a number: exact at 0 and below.
static_assert(evaluate(pow<0>(x), x = 0) == 1);
static_assert(evaluate(pow<3>(x), x = -3) == -27);
static_assert(evaluate(diff(pow<3>(x), x), x = -3) == 27);
static_assert(evaluate(diff(x, x), x = 0.0) == 1);
static_assert(evaluate(diff<2>(pow<2>(x), x), x = 0.0) == 2);
static_assert(evaluate(diff<3>(pow<2>(x), x), x = 0.0) == 0);
static_assert(evaluate(diff(pow<-1>(x), x), x = -2.0) == -0.25);
static_assert(evaluate(diff(pow(x, 1.5_c), x), x = 0.0) == 0);
static_assert(evaluate(diff(pow(x, 0.5_c), x), x = 0.0) == infinity);
static_assert(evaluate(diff(cbrt(x), x), x = -8.0) == 1.0/12);
static_assert(is_nan(evaluate(pow(x, 1.5_c), x = -1.0)));

// The same within larger terms, whatever stands beside the power, and in derivatives of derivatives.
static_assert(evaluate(diff(y*pow(x, n), n), x = 0.0, y = 3.0, n = 2.0) == 0);
static_assert(evaluate(diff(pow(x + y, n), n), x = 1.0, y = -1.0, n = 2.0) == 0);
static_assert(evaluate(diff(exp(pow(x, n)), n), x = 0.0, n = 2.0) == 0);
static_assert(evaluate(diff(pow(x, n)*pow(y, n), n), x = 0.0, y = 2.0, n = 1.0) == 0);
static_assert(evaluate(diff(pow(x, 2_c*n), n), x = 0.0, n = 1.0) == 0);
static_assert(evaluate(diff(pow(x, n), n, n), x = 0.0, n = 2.0) == 0);
static_assert(evaluate(diff(pow(x, n), x, x), x = 0.0, n = 1.0) == 0);
static_assert(evaluate(diff(pow(x, n), x, x), x = 0.0, n = 2.0) == 2);
static_assert(evaluate(diff(pow(x, n), x, x), x = 0.0, n = 0.0) == 0);
static_assert(evaluate(diff(pow(x, n), x, x, x), x = 0.0, n = 2.0) == 0);
static_assert(evaluate(hessian(pow(x, n), wrt(x, n)), x = 0.0, n = 3.0)(x, n) == 0);
static_assert(is_nan(evaluate(y*pow(x, n), x = 0.0, n = 1.0, y = std::numeric_limits<double>::quiet_NaN())));

// It counts as the multiplication it is.
static_assert(operations(diff(pow(x, n), n)).multiplications == 1 && operations(diff(pow(x, n), n)).functions == 2);

}  // namespace
