// Quotients, powers and products whose parts leave the range of numbers, or nearly so: values and derivatives are right
// where the whole is in range, for single results and for several.
#include <leibniz/leibniz.hpp>

#include <limits>

using namespace leibniz;

namespace {

constexpr symbol<"a"> a;
constexpr symbol<"b"> b;
constexpr symbol<"c"> c;
constexpr symbol<"K"> K;
constexpr symbol<"n"> n;
constexpr symbol<"r"> r;
constexpr symbol<"s"> s;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"z"> z;

/// Within a few units of rounding.
template <class T>
constexpr bool close(T value, T right, int units = 16) {
    T const off = value > right ? value - right : right - value, size = right < 0 ? -right : right;
    return off <= size * static_cast<T>(units) * std::numeric_limits<T>::epsilon();
}

// The quotient rule without the square of the denominator.
constexpr auto logistic_quotient = exp(x) / (1_c + exp(x));
static_assert(close(evaluate(diff(logistic_quotient, x), x = 360.0), 4.5080270656067418e-157));
static_assert(close(evaluate(diff(logistic_quotient, x), x = 44.0f), 7.7811322e-20f));
static_assert(close(evaluate(diff(logistic_quotient, x, x), x = 360.0), -4.5080270656067418e-157));
static_assert(close(evaluate(gradient(logistic_quotient, wrt(x)), x = 360.0)[x], 4.5080270656067418e-157));
static_assert(close(evaluate(diff(1_c / (1_c + exp(x)), x), x = 400.0), -1.9151695967140057e-174));

// Off by 73 units: the difference 1.31 - 400 of two exponents is rounded by up to 128 units of the result, as much as half the
// last digit of 400 makes.
constexpr auto share = exp(a) / (exp(a) + exp(b) + exp(c));
static_assert(close(evaluate(diff(share, a), a = 400.0, b = 1.0, c = 0.0), 7.1211403098789247e-174, 128));
static_assert(close(evaluate(gradient(share, wrt(a, b, c)), a = 400.0, b = 1.0, c = 0.0)[b], -5.2059707131649197e-174, 128));

constexpr auto hill = pow(x, n) / (pow(K, n) + pow(x, n));
static_assert(close(evaluate(diff(hill, n), x = 1e50, n = 4.0, K = 1.0), 1.1512925464970229e-198, 64));
static_assert(close(evaluate(diff(hill, x), x = 1e50, n = 4.0, K = 1.0), 4e-250, 64));
static_assert(close(evaluate(diff(hill, n, n), x = 1e50, n = 4.0, K = 1.0), -1.3254745276195996e-196, 64));

constexpr auto tangent_quotient = (1_c - exp(-2_c * x)) / (1_c + exp(-2_c * x));
static_assert(close(evaluate(diff(tangent_quotient, x), x = -200.0), 7.6606783868560227e-174));

static_assert(close(evaluate(diff(x / y, y), x = 1e-170, y = 1e-170), -1e170));
static_assert(close(evaluate(diff(x / y, y, y), x = 1e-90, y = 1e-90), 2e180));
static_assert(close(evaluate(gradient(x / y, wrt(x, y)), x = 1e-170, y = 1e-170)[y], -1e170));
static_assert(close(evaluate(hessian(x / y, wrt(x, y)), x = 1e-90, y = 1e-90)(y, y), 2e180));

// Powers of quotients are not spread over numerator and denominator.
static_assert(close(evaluate(pow<36>(s / r), s = 3.4e-10, r = 3.8e-10), 0.01824028145208157, 64));
static_assert(close(evaluate(diff(pow<36>(s / r), r), s = 3.4e-10, r = 3.8e-10), -1728026663.8814119, 64));
static_assert(close(evaluate(diff(pow<36>(s / r), r, r), s = 3.4e-10, r = 3.8e-10), 1.6825522779897958e20, 64));
static_assert(close(evaluate(gradient(pow<36>(s / r), wrt(r)), s = 3.4e-10, r = 3.8e-10)[r], -1728026663.8814119, 64));
static_assert(close(evaluate(pow<6>(x / y), x = 3.4e-10f, y = 3.8e-10f), 0.5130644f));
static_assert(evaluate(pow<40>(x / y), x = 1e9, y = 1e9) == 1);
static_assert(close(evaluate(pow<4>(x / y), x = 1e-10f, y = 5.29177e-11f), 12.752522f));

// Products are computed as they were written.
static_assert(close(evaluate((x * y) * (z * y), x = 1e-200, y = 1e200, z = 1e-200), 1.0));
static_assert(close(evaluate(outputs((x * y) * (z * y), x), x = 1e-200, y = 1e200, z = 1e-200)[0_c], 1.0));
static_assert(close(evaluate(x / y * z, x = 1e200, y = 1e200, z = 1e200), 1e200));
static_assert(close(evaluate(x / (y * z), x = 1e-200, y = 1e-200, z = 1e-100), 1e100));
static_assert(close(evaluate(formula<"(x*y)*(z*y)">, x = 1e-200, y = 1e200, z = 1e-200), 1.0));

// Where factors join with their numbers, |3*x|*|3*x| to 9*x^2, the numbers count once.
static_assert(evaluate(pow<2>(z * abs(3_c * x)), x = 1.0, z = 1.0) == 9);
static_assert(evaluate(formula<"z*abs(3*x)*y*abs(3*x)">, x = 1.0, y = 1.0, z = 1.0) == 9);
static_assert(evaluate(pow<2>(c * max(2_c * x, -2_c * x)), x = 1.0, c = 1.0) == 4);
static_assert(evaluate(diff(pow<2>(abs(x) * y), x), x = 1.0, y = 2.0) == 8);
static_assert(evaluate(diff((abs(x) * y) * (x * abs(x)), x), x = 1.0, y = 2.0) == 6);

}  // namespace
