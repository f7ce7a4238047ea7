// The functions of constant expressions: values to the last digit (computed with 80 digits elsewhere), and the special
// values of annex F of C99, none of which may make an expression that is not constant.
#include <leibniz/arithmetic/functions.hpp>

#include <concepts>
#include <limits>

namespace a = leibniz::arithmetic;

namespace {

constexpr double inf = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
constexpr double tiny = std::numeric_limits<double>::denorm_min(), huge = std::numeric_limits<double>::max();

/// Equal with the same sign of zero, or both no number.
template <std::floating_point T>
constexpr bool same(T x, T y) {
    return a::isnan(x) ? a::isnan(y) : x == y && a::signbit(x) == a::signbit(y);
}

// Exponentials and logarithms.
static_assert(a::exp(1.0) == 2.718281828459045);
static_assert(a::exp(-0.1) == 0.9048374180359595);
static_assert(a::exp(709.7) == 1.6549840276802644e308);
static_assert(a::exp(-745.1) == 5e-324);
static_assert(a::exp(1e-20) == 1.0);
static_assert(a::exp2(0.5) == 1.4142135623730951);
static_assert(a::exp2(-1074.0) == 5e-324);
static_assert(a::exp2(10.0) == 1024.0);
static_assert(a::expm1(1e-10) == 1.00000000005e-10);
static_assert(a::expm1(-2.0) == -0.8646647167633873);
static_assert(a::expm1(40.0) == 2.3538526683702e17);
static_assert(a::log(2.0) == 0.6931471805599453);
static_assert(a::log(1.0000000000000002) == 2.2204460492503128e-16);
static_assert(a::log(5e-324) == -744.4400719213812);
static_assert(a::log(1.7976931348623157e308) == 709.782712893384);
static_assert(a::log2(8.0) == 3.0);
static_assert(a::log2(0.3) == -1.7369655941662063);
static_assert(a::log10(1000.0) == 3.0);
static_assert(a::log10(1e-300) == -300.0);
static_assert(a::log1p(1e-10) == 9.999999999500001e-11);
static_assert(a::log1p(-0.5) == -0.6931471805599453);
static_assert(a::log1p(1e300) == 690.7755278982137);

// Roots and powers.
static_assert(a::sqrt(2.0) == 1.4142135623730951);
static_assert(a::sqrt(1e-320) == 9.99994433575849e-161);
static_assert(a::sqrt(49.0) == 7.0);
static_assert(a::cbrt(-27.0) == -3.0);
static_assert(a::cbrt(1e-300) == 1e-100);
static_assert(a::cbrt(2.0) == 1.2599210498948732);
static_assert(a::hypot(3.0, -4.0) == 5.0);
static_assert(a::hypot(1e-320, 0.0) == 1e-320);
static_assert(a::hypot(1e308, 1e308) == 1.4142135623730951e308);
static_assert(a::hypot(1.5e308, 1.5e308) == inf);
static_assert(a::pow(2.5, 3.7) == 29.67413253642086);
static_assert(a::pow(0.1, -200.5) == 3.162277660168344e200);
static_assert(a::pow(1.0000000000000002, 1e18) == 2.7086111089766717e96);
static_assert(a::pow(-3.0, 5.0) == -243.0);
static_assert(a::pow(-2.0, -3.0) == -0.125);

// Trigonometric functions, huge angles included.
static_assert(a::sin(1.0) == 0.8414709848078965);
static_assert(a::sin(3.141592653589793) == 1.2246467991473532e-16);
static_assert(a::sin(1e22) == -0.8522008497671888);
static_assert(a::sin(1.7976931348623157e308) == 0.004961954789184062);
static_assert(a::cos(0.0) == 1.0);
static_assert(a::cos(1.5707963267948966) == 6.123233995736766e-17);
static_assert(a::cos(-1e300) == -0.5753861119575491);
static_assert(a::cos(6381956970095103.0 * 0x1p797) == -4.687165924254628e-19,
              "no double is closer to a multiple of pi/2");
static_assert(a::tan(0.7) == 0.8422883804630794);
static_assert(a::tan(1.5707963267948966) == 1.633123935319537e16);
static_assert(a::asin(1.0) == 1.5707963267948966);
static_assert(a::asin(0.5) == 0.5235987755982989);
static_assert(a::asin(-1e-300) == -1e-300);
static_assert(a::acos(-1.0) == 3.141592653589793);
static_assert(a::acos(0.9999999999999999) == 1.4901161193847656e-08);
static_assert(a::acos(1.0) == 0.0);
static_assert(a::atan(1.0) == 0.7853981633974483);
static_assert(a::atan(-0.3) == -0.2914567944778671);
static_assert(a::atan(1e300) == 1.5707963267948966);

// Hyperbolic functions.
static_assert(a::sinh(1e-8) == 1e-08);
static_assert(a::sinh(-2.5) == -6.0502044810397875);
static_assert(a::sinh(710.0) == 1.1169973830808555e308);
static_assert(a::cosh(0.3) == 1.0453385141288605);
static_assert(a::cosh(-710.0) == 1.1169973830808555e308);
static_assert(a::tanh(0.5) == 0.46211715726000974);
static_assert(a::tanh(-1e-9) == -1e-09);
static_assert(a::tanh(20.0) == 1.0);
static_assert(a::asinh(1e-5) == 9.999999999833334e-06);
static_assert(a::asinh(-1e200) == -461.2101657793691);
static_assert(a::acosh(1.0000000000000002) == 2.1073424255447014e-08);
static_assert(a::acosh(3.0) == 1.762747174039086);
static_assert(a::atanh(0.5) == 0.5493061443340549);
static_assert(a::atanh(-0.9999999999999999) == -18.714973875118524);

// Special functions.
static_assert(a::erf(0.5) == 0.5204998778130465);
static_assert(a::erf(-3.0) == -0.9999779095030014);
static_assert(a::erf(1e-300) == 1.1283791670955126e-300);
static_assert(a::erfc(0.5) == 0.4795001221869535);
static_assert(a::erfc(-1.0) == 1.8427007929497148);
static_assert(a::erfc(4.0) == 1.541725790028002e-08);
static_assert(a::erfc(26.0) == 5.663192408856143e-296);
static_assert(a::tgamma(0.5) == 1.772453850905516);
static_assert(a::tgamma(6.0) == 120.0);
static_assert(a::tgamma(170.5) == 5.56209241456e305);
static_assert(a::tgamma(-3.5) == 0.2700882058522691);
static_assert(same(a::tgamma(-190.5), -0.0) && a::tgamma(-170.5) == -3.3127395215386074e-308);
static_assert(a::lgamma(0.5) == 0.5723649429247001);
static_assert(a::lgamma(3.0) == 0.6931471805599453);
static_assert(a::lgamma(1.0000000000000002) == -1.2816762426960008e-16);
static_assert(a::lgamma(1e300) == 6.897755278982137e302);
static_assert(a::lgamma(-2.5) == -0.056243716497674054);
static_assert(a::digamma(1.0) == -0.5772156649015329);
static_assert(a::digamma(1.4616321449683622) == -9.241265521729427e-17);
static_assert(a::digamma(-0.5) == 0.03648997397857652);
static_assert(a::polygamma(1, 1.0) == 1.6449340668482264);
static_assert(a::polygamma(2, 0.3) == -75.27253658872604);
static_assert(a::polygamma(3, -1.5) == 194.59427621918763);
static_assert(a::polygamma(4, -0.7) == -9740.670911658104);
static_assert(a::digamma(1e-3) == -1000.5755719318103);
// float and long double.
/// The nearest number; where a long double has 113 bits, its first 64 are right.
constexpr bool to_64_bits(long double found, long double exact) {
    if (std::numeric_limits<long double>::digits <= 64) return found == exact;
    return a::abs(found - exact) <= a::abs(exact) * 0x1p-64L;
}
static_assert(std::same_as<decltype(a::exp(1.0F)), float> && std::same_as<decltype(a::exp(1.0L)), long double>);
static_assert(a::exp(1.0F) == 2.71828182846F && to_64_bits(a::exp(1.0L), 2.71828182845904523536028747135266249776L));
static_assert(a::sin(100.0F) == -0.50636564111F && to_64_bits(a::sin(100.0L), -0.506365641109758793656557610459785432065L));
static_assert(a::log(3.0F) == 1.09861228867F && to_64_bits(a::log(3.0L), 1.09861228866810969139524523692252570465L));
static_assert(a::tgamma(5.5F) == 52.3427777846F && to_64_bits(a::tgamma(5.5L), 52.3427777845535201811490084924181936795L));
static_assert(a::exp(89.0F) == std::numeric_limits<float>::infinity() && a::exp(-104.0F) == 0);
static_assert(a::sqrt(std::numeric_limits<float>::denorm_min()) == 3.743392e-23F);
static_assert(std::numeric_limits<long double>::digits != 64 ||
              a::sin(std::numeric_limits<long double>::max()) == 0.9921510991235264959426152L);
static_assert(std::numeric_limits<long double>::digits != 64 ||
              a::exp(a::log(std::numeric_limits<long double>::denorm_min())) > 0);
static_assert(std::numeric_limits<long double>::digits != 64 ||
                  a::cos(17476981849448541921.0L * 0x1p10531L) == -1.8234027806337770701892745e-23L,
              "hardly a long double is closer to a multiple of pi/2");

// Rounding and remainders.
static_assert(same(a::abs(-0.0), 0.0) && a::abs(-2.5) == 2.5 && a::abs(-inf) == inf && a::isnan(a::abs(nan)));
static_assert(a::floor(-2.5) == -3 && a::ceil(-2.5) == -2 && a::trunc(-2.5) == -2 && a::round(-2.5) == -3);
static_assert(a::floor(2.5) == 2 && a::ceil(2.5) == 3 && a::trunc(2.5) == 2 && a::round(2.5) == 3);
static_assert(same(a::ceil(-0.5), -0.0) && same(a::round(-0.4), -0.0) && same(a::floor(-0.0), -0.0) &&
              same(a::trunc(-tiny), -0.0));
static_assert(a::round(0.49999999999999994) == 0 && a::round(4503599627370495.5) == 4503599627370496 &&
              a::floor(huge) == huge);
static_assert(a::floor(-inf) == -inf && a::isnan(a::round(nan)) && a::ceil(9007199254740993.0) == 9007199254740993.0);
static_assert(a::fmod(5.5, -2.0) == 1.5 && a::fmod(-5.5, 2.0) == -1.5 && same(a::fmod(-4.0, 2.0), -0.0));
static_assert(a::fmod(huge, 3.0) == 2 && a::fmod(1e-320, 3e-321) == 1e-320 - 3 * 3e-321 && a::fmod(huge, tiny) == 0);
static_assert(a::fmod(1.0, inf) == 1 && a::isnan(a::fmod(inf, 1.0)) && a::isnan(a::fmod(1.0, 0.0)));
static_assert(a::copysign(1.0, -0.0) == -1 && same(a::copysign(0.0, -3.0), -0.0) && a::signbit(-0.0L) &&
              !a::signbit(0.0L));
static_assert(a::isinf(-inf) && !a::isinf(huge) && !a::isinf(nan) && !a::isfinite(nan) && a::isfinite(huge));

// Exponentials and logarithms at their ends.
static_assert(a::exp(710.0) == inf && a::exp(huge) == inf && a::exp(inf) == inf && same(a::exp(-huge), 0.0) &&
              same(a::exp(-inf), 0.0));
static_assert(a::isnan(a::exp(nan)) && a::exp2(1024.0) == inf && a::exp2(-1076.0) == 0 && a::exp2(huge) == inf &&
              a::exp2(-inf) == 0);
static_assert(same(a::expm1(-0.0), -0.0) && a::expm1(-inf) == -1 && a::expm1(-huge) == -1 && a::expm1(huge) == inf &&
              a::expm1(-tiny) == -tiny);
static_assert(a::log(0.0) == -inf && a::log(-0.0) == -inf && same(a::log(1.0), 0.0) && a::isnan(a::log(-1.0)) &&
              a::log(inf) == inf);
static_assert(a::isnan(a::log(-inf)) && a::isnan(a::log(nan)) && a::log2(0.0) == -inf && a::isnan(a::log10(-tiny)));
static_assert(same(a::log1p(-0.0), -0.0) && a::log1p(-1.0) == -inf && a::isnan(a::log1p(-1.5)) &&
              a::log1p(inf) == inf && a::log1p(tiny) == tiny);

// Roots.
static_assert(same(a::sqrt(-0.0), -0.0) && a::isnan(a::sqrt(-tiny)) && a::sqrt(inf) == inf && a::isnan(a::sqrt(nan)));
static_assert(same(a::cbrt(-0.0), -0.0) && a::cbrt(-inf) == -inf && a::hypot(-inf, nan) == inf &&
              a::isnan(a::hypot(1.0, nan)) && a::hypot(0.0, -0.0) == 0);

// pow: the cases of C99, F.9.4.4.
static_assert(a::pow(0.0, -3.0) == inf && a::pow(-0.0, -3.0) == -inf && a::pow(-0.0, -2.0) == inf &&
              a::pow(0.0, -0.5) == inf);
static_assert(same(a::pow(-0.0, 3.0), -0.0) && same(a::pow(0.0, 3.0), 0.0) && same(a::pow(-0.0, 2.0), 0.0) &&
              same(a::pow(-0.0, 0.5), 0.0));
static_assert(a::pow(-1.0, inf) == 1 && a::pow(-1.0, -inf) == 1 && a::pow(1.0, nan) == 1 && a::pow(nan, 0.0) == 1 &&
              a::pow(inf, -0.0) == 1);
static_assert(a::isnan(a::pow(-2.0, 0.5)) && a::isnan(a::pow(nan, 1.0)) && a::isnan(a::pow(2.0, nan)));
static_assert(a::pow(0.5, -inf) == inf && a::pow(2.0, -inf) == 0 && a::pow(-0.5, inf) == 0 && a::pow(-2.0, inf) == inf);
static_assert(same(a::pow(-inf, -3.0), -0.0) && same(a::pow(-inf, -2.0), 0.0) && a::pow(-inf, 3.0) == -inf &&
              a::pow(-inf, 0.5) == inf);
static_assert(a::pow(inf, -0.5) == 0 && a::pow(inf, tiny) == inf && a::pow(0.0, inf) == 0 && a::pow(0.0, -inf) == inf);
static_assert(a::pow(huge, 2.0) == inf && a::pow(-huge, 3.0) == -inf && same(a::pow(-huge, -3.0), -0.0) &&
              a::pow(huge, -huge) == 0);
static_assert(a::pow(-1.0, huge) == 1 && a::pow(-1.0, 9007199254740991.0) == -1 && a::pow(0.9, huge) == 0 &&
              a::pow(2.0, tiny) == 1);

// Trigonometric functions and their inverses.
static_assert(same(a::sin(-0.0), -0.0) && same(a::tan(-0.0), -0.0) && a::isnan(a::sin(inf)) && a::isnan(a::cos(-inf)) &&
              a::isnan(a::tan(nan)));
static_assert(a::sin(tiny) == tiny && a::cos(tiny) == 1 && a::tan(-tiny) == -tiny);
static_assert(same(a::asin(-0.0), -0.0) && a::isnan(a::asin(1.1)) && same(a::acos(1.0), 0.0) &&
              a::isnan(a::acos(-inf)) && a::isnan(a::acos(nan)));
static_assert(same(a::atan(-0.0), -0.0) && a::atan(-inf) == -1.5707963267948966 && a::isnan(a::atan(nan)) &&
              a::atan(tiny) == tiny);
static_assert(same(a::atan2(0.0, 1.0), 0.0) && same(a::atan2(-0.0, 0.0), -0.0) &&
              a::atan2(-0.0, -0.0) == -3.141592653589793 && a::atan2(0.0, -inf) == 3.141592653589793);
static_assert(a::atan2(-1.0, 0.0) == -1.5707963267948966 && a::atan2(tiny, -0.0) == 1.5707963267948966 &&
              a::atan2(inf, -huge) == 1.5707963267948966);
static_assert(a::atan2(inf, inf) == 0.7853981633974483 && a::atan2(-inf, -inf) == -2.356194490192345 &&
              same(a::atan2(-1.0, inf), -0.0) && a::isnan(a::atan2(nan, 1.0)));
static_assert(a::atan2(tiny, huge) == 0 && a::atan2(huge, tiny) == 1.5707963267948966 &&
              a::atan2(-1.0, -huge) == -3.141592653589793);

// Hyperbolic functions and their inverses.
static_assert(same(a::sinh(-0.0), -0.0) && a::sinh(-huge) == -inf && a::cosh(-inf) == inf && a::cosh(huge) == inf &&
              a::cosh(tiny) == 1);
static_assert(same(a::tanh(-0.0), -0.0) && a::tanh(-inf) == -1 && a::tanh(huge) == 1 && a::tanh(tiny) == tiny &&
              a::isnan(a::tanh(nan)));
static_assert(same(a::asinh(-0.0), -0.0) && a::asinh(-inf) == -inf && a::asinh(tiny) == tiny &&
              same(a::acosh(1.0), 0.0) && a::acosh(inf) == inf);
static_assert(a::isnan(a::acosh(0.5)) && a::isnan(a::acosh(-inf)) && same(a::atanh(-0.0), -0.0) &&
              a::atanh(-1.0) == -inf && a::isnan(a::atanh(1.5)));

// Special functions.
static_assert(same(a::erf(-0.0), -0.0) && a::erf(-inf) == -1 && a::erf(huge) == 1 && a::erfc(-inf) == 2 &&
              same(a::erfc(inf), 0.0) && a::erfc(0.0) == 1);
static_assert(a::tgamma(0.0) == inf && a::tgamma(-0.0) == -inf && a::isnan(a::tgamma(-3.0)) &&
              a::isnan(a::tgamma(-inf)) && a::tgamma(inf) == inf);
static_assert(a::tgamma(172.0) == inf && a::tgamma(tiny) == inf && a::tgamma(huge) == inf &&
              same(a::tgamma(-1000001.5), 0.0) && same(a::tgamma(-1000000.5), -0.0));
static_assert(same(a::lgamma(1.0), 0.0) && same(a::lgamma(2.0), 0.0) && a::lgamma(-0.0) == inf &&
              a::lgamma(-2.0) == inf && a::lgamma(-inf) == inf && a::lgamma(huge) == inf);
static_assert(a::digamma(0.0) == -inf && a::digamma(-0.0) == inf && a::isnan(a::digamma(-1.0)) &&
              a::isnan(a::digamma(-inf)) && a::digamma(inf) == inf);
static_assert(a::digamma(-tiny) == inf && a::polygamma(1, tiny) == inf && a::polygamma(1, -2.0) == inf &&
              a::isnan(a::polygamma(2, -2.0)));
static_assert(a::polygamma(0, 1.0) == a::digamma(1.0) && same(a::polygamma(2, inf), -0.0) &&
              a::isnan(a::polygamma(-1, 1.0)) && a::polygamma(170, 0.5) == -inf);

// Room for a network of a hundred nodes in one constant expression.
constexpr double layers() {
    double sum = 0;
    for (int i = 0; i < 500; ++i)
        sum += 1 / (1 + a::exp(-0.01 * i)) + a::tanh(0.01 * i) + a::log(1.0 + i) + a::sin(1.0 * i);
    return sum;
}
static_assert(layers() > 0);

}  // namespace
