// sinc and exprel: entire functions, whose derivatives of every order have their values at 0 too.
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

inline constexpr symbol<"x"> x;
inline constexpr symbol<"y"> y;
inline constexpr symbol<"n"> n;

constexpr bool is_close(double value, double expected) { return value - expected < 4e-16 && expected - value < 4e-16; }
template <int Order, class E>
constexpr double derivative_at(E e, double at) { return evaluate(diff<Order>(e, x), x = at); }

// The Taylor coefficients: sinc^(2k)(0) = (-1)^k/(2k + 1), exprel^(n)(0) = 1/(n + 1).
static_assert(evaluate(sinc(x), x = 0.0) == 1 && derivative_at<1>(sinc(x), 0) == 0 && is_close(derivative_at<2>(sinc(x), 0), -1.0 / 3));
static_assert(derivative_at<3>(sinc(x), 0) == 0 && is_close(derivative_at<4>(sinc(x), 0), 0.2) && is_close(derivative_at<6>(sinc(x), 0), -1.0 / 7));
static_assert(evaluate(exprel(x), x = 0.0) == 1 && derivative_at<1>(exprel(x), 0) == 0.5 && is_close(derivative_at<2>(exprel(x), 0), 1.0 / 3));
static_assert(is_close(derivative_at<5>(exprel(x), 0), 1.0 / 6));

// sin(x)/x and its derivative elsewhere; not NumPy's sinc, which is sinc(pi*x) here.
static_assert(is_close(evaluate(sinc(x), x = 2.0), 0.45464871341284085) && is_close(derivative_at<1>(sinc(x), 2), -0.43539777497999166));
static_assert(is_close(evaluate(sinc(pi*x), x = 0.5), 0.6366197723675814));
static_assert(evaluate(sinc(x), x = infinity) == 0 && evaluate(exprel(x), x = -infinity) == 0 && evaluate(exprel(x), x = infinity) == infinity);
static_assert(evaluate(exprel(x), x = 1e-300) == 1 && is_close(evaluate(exprel(x), x = 1e-9), 1.0000000005));

// Their names.
static_assert(text(diff(sinc(x), x)) == "-sph_bessel(1, x)" && text(diff<2>(sinc(x), x)) == "-(sinc(x) - 2*sph_bessel(2, x))/3");
static_assert(text(diff(exprel(x), x)) == "exprel_derivative(1, x)" && diff<3>(exprel(x), x) == exprel_derivative(3_c, x));
static_assert(formula<"sinc(x) + exprel(y) + spherical_jn(2, x)"> == sinc(x) + exprel(y) + sph_bessel(2_c, x));

// Orders that are no whole numbers have no value.
constexpr bool is_no_number(double u) { return u != u; }
static_assert(is_no_number(evaluate(sph_bessel(n, x), n = 0.5, x = 1.0)) && is_no_number(evaluate(exprel_derivative(n, x), n = -1.0, x = 1.0)));
static_assert(is_close(evaluate(sph_bessel(n, x), n = 2.0, x = -3.0), 0.2986374970757335) && is_close(evaluate(sph_bessel(n, x), n = 1.0, x = -3.0), -0.3456774997623560));

}  // namespace
