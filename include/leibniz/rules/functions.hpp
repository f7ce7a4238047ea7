#pragma once

#include <leibniz/arithmetic/elementary.hpp>
#include <leibniz/arithmetic/entire_quotients.hpp>
#include <leibniz/arithmetic/normal_distribution.hpp>
#include <leibniz/graph/domain.hpp>
#include <leibniz/graph/row.hpp>
#include <leibniz/language/operators.hpp>
#include <leibniz/rules/normal_distribution_in_c.hpp>

// clang-format off

// The table of functions. One block each: how it is written, where it is defined, its value, its partial derivatives,
// and what these are at a kink. The chain rule is applied elsewhere, once. To add a function: one block here, one word
// in rules/all.hpp.

namespace leibniz::inline v0_1 {


// ---------------------------------------------------------------------------------------------- arithmetic

/// u + v
struct addition : binary {
    static constexpr role meaning = role::sum;
    static constexpr char const *text = "+", *latex = "+";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u, T v) { return u + v; }
    static constexpr two_terms partials(auto u, auto) { return {u.number(1), u.number(1)}; }
};

/// u - v
struct subtraction : binary {
    static constexpr role meaning = role::difference;
    static constexpr char const *text = "-", *latex = "-";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u, T v) { return u - v; }
    static constexpr two_terms partials(auto u, auto) { return {u.number(1), u.number(-1)}; }
};

/// -u
struct negation : unary {
    static constexpr role meaning = role::negation;
    static constexpr char const *text = "-", *latex = "-";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return -u; }
    static constexpr term partial(auto u) { return u.number(-1); }
};

/// u * v
struct multiplication : binary {
    static constexpr role meaning = role::product;
    static constexpr char const *text = "*", *latex = "\\cdot";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u, T v) { return u * v; }
    static constexpr two_terms partials(auto u, auto v) { return {v, u}; }
};

/// u / v, for v != 0
struct division : binary {
    static constexpr role meaning = role::quotient;
    static constexpr char const *text = "/", *latex = "/";
    static constexpr domain_region domains[] = {whole_line, nonzero_reals};
    template <class T> static constexpr T value(T u, T v) { return u / v; }
    static constexpr two_terms partials(auto u, auto v) { return {1 / v, -u / pow<2>(v)}; }
};

/// u ^ v, for u > 0; for every u where v is a whole number. A logarithm is taken only where the derivative by v is asked for.
struct power : binary {
    static constexpr role meaning = role::power;
    static constexpr char const *text = "^", *latex = "^", *aliases = "pow Pow", *c99 = "pow";
    static constexpr interval domains[] = {positive_half, real_line};
    static constexpr char const* kinks[] = {
        "u > 0: every v has a value and both derivatives",
        "u = 0, v > 1: 0,                      by u 0,           by v 0",
        "u = 0, v = 1: 0,                      by u 1,           by v 0",
        "u = 0, 0 < v < 1: 0,                  by u infinity,    by v 0",
        "u = 0, v = 0: 1,                      by u 0,           by v -infinity",
        "u = 0, v < 0: infinity,               by u -infinity,   by v -infinity",
        "u = -0, v odd and below 0: -infinity, by u -infinity,   by v infinity",
        "u < 0, v whole: u^v,                  by u v*u^(v - 1), by v no number",
        "u < 0, any other v: no number"};
    template <class T> static constexpr T value(T u, T v) { return elementary::pow(u, v); }
    static constexpr two_terms partials(auto u, auto v) { return {v * pow(u, v - 1), pow(u, v) * log(u)}; }
};

/// The ratio of a circle's circumference to its diameter.
struct circle_constant : nullary {
    static constexpr char const *text = "pi", *latex = "\\pi", *aliases = "π Pi";
    static constexpr char const* c99 = "pi(void) { return 3.14159265358979323846; }";
    template <class T> static constexpr T value() {
        if constexpr (std::is_arithmetic_v<T>) return T(3.14159265358979323846264338327950288L);
        else return acos(T(-1));
    }
};
inline constexpr call<circle_constant> pi{};

// ------------------------------------------------------------------------------------------ magnitude, sign, roots

/// |u|
struct absolute_value : unary {
    static constexpr char const *text = "abs", *latex = "\\left|#1\\right|", *aliases = "fabs Abs";
    static constexpr char const *sympy = "Abs";
    static constexpr char const* c99 = "fabs";
    static constexpr parity symmetry = parity::even;
    static constexpr interval domain = real_line;
    static constexpr domain_region smooth = nonzero_reals;
    static constexpr char const* kinks = "abs'(0) = 0";
    template <class T> static constexpr T value(T u) { return elementary::abs(u); }
    static constexpr term partial(auto u) { return sign(u); }
};
template <class U> constexpr applied<absolute_value, U> abs(U u) { return apply<absolute_value>(u); }

/// 1, 0 or -1
struct signum : unary {
    static constexpr char const *text = "sign", *latex = "\\operatorname{sign}", *aliases = "sgn signum";
    static constexpr char const* c99 = "sign(double u) { return u > 0 ? 1 : u < 0 ? -1 : u; }";
    static constexpr parity symmetry = parity::odd;
    static constexpr interval domain = real_line;
    static constexpr domain_region smooth = nonzero_reals;
    static constexpr char const* kinks = "sign(0) = 0, sign'(0) = 0";
    template <class T> static constexpr T value(T u) { return elementary::where(u > T(0), T(1), elementary::where(u < T(0), T(-1), u)); }
    static constexpr term partial(auto u) { return u.number(0); }
};
template <class U> constexpr applied<signum, U> sign(U u) { return apply<signum>(u); }

/// u^2, as which it is printed
struct square_function : unary {
    static constexpr char const *text = "square", *latex = "\\operatorname{square}";
    static constexpr char const *python = "*@1**2", *sympy = "*@1**2";
    static constexpr char const* c99 = "square(double u) { return u*u; }";
    static constexpr parity symmetry = parity::even;
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return u * u; }
    static constexpr term partial(auto u) { return 2 * u; }
};
template <class U> constexpr applied<square_function, U> square(U u) { return apply<square_function>(u); }

/// The square root, for u >= 0.
struct square_root : unary {
    static constexpr char const *text = "sqrt", *latex = "\\sqrt";
    static constexpr interval domain = nonnegative_half, smooth = positive_half;
    template <class T> static constexpr T value(T u) { return elementary::sqrt(u); }
    static constexpr term partial(auto u) { return 1 / (2 * sqrt(u)); }
};
template <class U> constexpr applied<square_root, U> sqrt(U u) { return apply<square_root>(u); }

/// The real cube root, of negative numbers too.
struct cube_root : unary {
    static constexpr char const *text = "cbrt", *latex = "\\operatorname{cbrt}";
    static constexpr char const *sympy = "real_root(#1, 3)";
    static constexpr parity symmetry = parity::odd;
    static constexpr interval domain = real_line;
    static constexpr domain_region smooth = nonzero_reals;
    template <class T> static constexpr T value(T u) { return elementary::cbrt(u); }
    static constexpr term partial(auto u) { return 1 / (3 * pow<2>(cbrt(u))); }
};
template <class U> constexpr applied<cube_root, U> cbrt(U u) { return apply<cube_root>(u); }

/// sqrt(u^2 + v^2); smooth except at the origin.
struct hypotenuse : binary {
    static constexpr char const *text = "hypot", *latex = "\\operatorname{hypot}";
    static constexpr char const *sympy = "sqrt(@1**2 + @2**2)";
    static constexpr interval domain = real_line;
    static constexpr char const* kinks = "at u = v = 0 both partial derivatives are 0";
    static constexpr bool any_number = true;
    template <class T> static constexpr T value(T u, T v) { return elementary::hypot(u, v); }
    static constexpr two_terms partials(auto u, auto v) { return {u / hypot(u, v), v / hypot(u, v)}; }
};
template <class U, class V> constexpr applied<hypotenuse, U, V> hypot(U u, V v) { return apply<hypotenuse>(u, v); }
template <expression U, expression V, expression W, expression... More> constexpr from_left<hypotenuse, U, V, W, More...> hypot(U, V, W, More...) { return {}; }

// ---------------------------------------------------------------------------------------- exponentials, logarithms

/// e ^ u
struct exponential : unary {
    static constexpr char const *text = "exp", *latex = "\\exp";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::exp(u); }
    static constexpr term partial(auto u) { return exp(u); }
};
template <class U> constexpr applied<exponential, U> exp(U u) { return apply<exponential>(u); }

/// 2 ^ u
struct power_of_two : unary {
    static constexpr char const *text = "exp2", *latex = "\\operatorname{exp2}";
    static constexpr char const *sympy = "*2**@1";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::exp2(u); }
    static constexpr term partial(auto u) { return log(u.number(2)) * exp2(u); }
};
template <class U> constexpr applied<power_of_two, U> exp2(U u) { return apply<power_of_two>(u); }

/// e ^ u - 1, exact beside its zero
struct exponential_minus_one : unary {
    static constexpr char const *text = "expm1", *latex = "\\operatorname{expm1}";
    static constexpr char const *sympy = "+exp(#1) - 1";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::expm1(u); }
    static constexpr term partial(auto u) { return exp(u); }
};
template <class U> constexpr applied<exponential_minus_one, U> expm1(U u) { return apply<exponential_minus_one>(u); }

/// The natural logarithm, for u > 0.
struct logarithm : unary {
    static constexpr char const *text = "log", *latex = "\\log", *aliases = "ln";
    static constexpr interval domain = positive_half;
    template <class T> static constexpr T value(T u) { return elementary::log(u); }
    static constexpr term partial(auto u) { return 1 / u; }
};
template <class U> constexpr applied<logarithm, U> log(U u) { return apply<logarithm>(u); }

/// The logarithm of base 2, for u > 0.
struct binary_logarithm : unary {
    static constexpr char const *text = "log2", *latex = "\\log_2";
    static constexpr char const *sympy = "*log(#1)/log(2)";
    static constexpr interval domain = positive_half;
    template <class T> static constexpr T value(T u) { return elementary::log2(u); }
    static constexpr term partial(auto u) { return 1 / (u * log(u.number(2))); }
};
template <class U> constexpr applied<binary_logarithm, U> log2(U u) { return apply<binary_logarithm>(u); }

/// The logarithm of base 10, for u > 0.
struct decimal_logarithm : unary {
    static constexpr char const *text = "log10", *latex = "\\log_{10}";
    static constexpr char const *sympy = "*log(#1)/log(10)";
    static constexpr interval domain = positive_half;
    template <class T> static constexpr T value(T u) { return elementary::log10(u); }
    static constexpr term partial(auto u) { return log10(exp(u.number(1))) / u; }
};
template <class U> constexpr applied<decimal_logarithm, U> log10(U u) { return apply<decimal_logarithm>(u); }

/// log(1 + u), for u > -1, exact beside its zero
struct logarithm_one_plus : unary {
    static constexpr char const *text = "log1p", *latex = "\\operatorname{log1p}";
    static constexpr char const *sympy = "log(#1 + 1)";
    static constexpr interval domain = {-1, infinity};
    template <class T> static constexpr T value(T u) { return elementary::log1p(u); }
    static constexpr term partial(auto u) { return 1 / (1 + u); }
};
template <class U> constexpr applied<logarithm_one_plus, U> log1p(U u) { return apply<logarithm_one_plus>(u); }

/// log(u/(1 - u)), for 0 < u < 1, exact beside its zero: the inverse of sigmoid
struct log_odds : unary {
    static constexpr char const *text = "logit", *latex = "\\operatorname{logit}";
    static constexpr char const *python = "special.logit", *sympy = "log(@1/(1 - @1))";
    static constexpr char const* c99 = "logit(double u) { return u > 0.3 && u < 0.7 ? 2*atanh(2*u - 1) : log(u/(1 - u)); }";
    static constexpr interval domain = {0, 1};
    template <class T> static constexpr T value(T u) {
        if constexpr (elementary::ordered<T>)
            if (u > T(0.3) && u < T(0.7)) return T(2) * elementary::atanh(T(T(2) * u - T(1)));
        if constexpr (elementary::in_packets<T>) {
            T const nearer = choose(u < T(0.5), u, T(1) - u), size = elementary::where_rare(nearer < T(1e-30), [&] { return -log(nearer); }, log1p((T(1) - T(2) * nearer) / nearer));
            return choose(u < T(0.5), -size, size);
        } else return elementary::log(T(u / (T(1) - u)));
    }
    static constexpr term partial(auto u) { return 1 / (u * (1 - u)); }
};
template <class U> constexpr applied<log_odds, U> logit(U u) { return apply<log_odds>(u); }

/// (exp(u) - 1)/u, and 1 at u = 0: an entire function
struct relative_exponential : unary {
    static constexpr char const *text = "exprel", *latex = "\\operatorname{exprel}";
    static constexpr char const *python = "special.exprel", *sympy = "Piecewise((1, Eq(#1, 0)), ((exp(#1) - 1)/@1, True))";
    static constexpr char const* c99 = "exprel(double u) { return u == 0 ? 1 : u - u != 0 ? (u < 0 ? 0 : u) : u > 616 ? exp(u/2)/u*exp(u/2) : expm1(u)/u; }";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::exprel(u); }
    static constexpr term partial(auto u) { return exprel_derivative(u.number(1), u); }
};
template <class U> constexpr applied<relative_exponential, U> exprel(U u) { return apply<relative_exponential>(u); }

/// The derivative of order u of exprel(v), for u = 0, 1, 2, ...: the integral of t^u*exp(t*v) from t = 0 to 1. It has no
/// derivative by u.
struct relative_exponential_derivative : binary {
    static constexpr char const *text = "exprel_derivative", *latex = "\\operatorname{exprel\\_derivative}";
    static constexpr char const *python = "*special.hyp1f1(#1 + 1, #1 + 2, #2)/(#1 + 1)", *sympy = "*hyper((#1 + 1,), (#1 + 2,), #2)/(#1 + 1)";
    static constexpr char const* c99 =
        "exprel_derivative(double n, double u) { "
        "long double const x = u, a = fabsl(x); "
        "long double s = 0, t = 1; "
        "if (!(n >= 0 && n <= 1000 && floor(n) == n) || u != u) return NAN; "
        "if (u - u != 0) return u < 0 ? 0 : u; "
        "if (a > 2*n + 20) { "
        "s = x < 0 ? expm1l(x)/x : (1 - expl(-x))/x; "
        "for (int k = 1; k <= n; ++k) s = ((x < 0 ? expl(x) : 1) - k*s)/x; "
        "return (double)(x < 0 ? s : s*expl(x/2)*expl(x/2)); } "
        "if (x > 0) { for (int k = 0; t > s*1e-20L || k < x; ++k) { s += t/(n + 1 + k); t *= x/(k + 1); } return (double)s; } "
        "t = 1/(n + 1.0L); "
        "for (int k = 1; t > s*1e-20L; ++k) { s += t; t *= a/(n + 1 + k); } "
        "return (double)(s*expl(x)); }";
    static constexpr interval domains[] = {nonnegative_half, real_line};
    template <class T> static constexpr T value(T u, T v) { return elementary::exprel_derivative(u, v); }
    static constexpr two_terms partials(auto u, auto v) { return {no_partial(u), exprel_derivative(u + 1, v)}; }
};
template <class U, class V> constexpr applied<relative_exponential_derivative, U, V> exprel_derivative(U u, V v) { return apply<relative_exponential_derivative>(u, v); }

// --------------------------------------------------------------------------------------------------- trigonometric

/// The sine of u, an angle in radians.
struct sine : unary {
    static constexpr char const *text = "sin", *latex = "\\sin";
    static constexpr parity symmetry = parity::odd;
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::sin(u); }
    static constexpr term partial(auto u) { return cos(u); }
};
template <class U> constexpr applied<sine, U> sin(U u) { return apply<sine>(u); }

/// The cosine of u, an angle in radians.
struct cosine : unary {
    static constexpr char const *text = "cos", *latex = "\\cos";
    static constexpr parity symmetry = parity::even;
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::cos(u); }
    static constexpr term partial(auto u) { return -sin(u); }
};
template <class U> constexpr applied<cosine, U> cos(U u) { return apply<cosine>(u); }

/// sin(u) / cos(u); not at odd multiples of pi/2
struct tangent : unary {
    static constexpr char const *text = "tan", *latex = "\\tan", *aliases = "tg";
    static constexpr parity symmetry = parity::odd;
    static constexpr domain_region domain = between_quarter_turns;
    template <class T> static constexpr T value(T u) { return elementary::tan(u); }
    static constexpr term partial(auto u) { return 1 + pow<2>(tan(u)); }
};
template <class U> constexpr applied<tangent, U> tan(U u) { return apply<tangent>(u); }

/// 1 / tan(u); not at multiples of pi
struct cotangent : unary {
    static constexpr char const *text = "cot", *latex = "\\cot", *aliases = "ctg";
    static constexpr char const *python = "*1/np.tan(#1)";
    static constexpr char const* c99 = "cot(double u) { return 1/tan(u); }";
    static constexpr domain_region domain = between_half_turns;
    template <class T> static constexpr T value(T u) { return T(1) / elementary::tan(u); }
    static constexpr term partial(auto u) { return -(1 + pow<2>(cot(u))); }
};
template <class U> constexpr applied<cotangent, U> cot(U u) { return apply<cotangent>(u); }

/// 1 / cos(u); not at odd multiples of pi/2
struct secant : unary {
    static constexpr char const *text = "sec", *latex = "\\sec";
    static constexpr char const *python = "*1/np.cos(#1)";
    static constexpr char const* c99 = "sec(double u) { return 1/cos(u); }";
    static constexpr parity symmetry = parity::even;
    static constexpr domain_region domain = between_quarter_turns;
    template <class T> static constexpr T value(T u) { return T(1) / elementary::cos(u); }
    static constexpr term partial(auto u) { return sec(u) * tan(u); }
};
template <class U> constexpr applied<secant, U> sec(U u) { return apply<secant>(u); }

/// 1 / sin(u); not at multiples of pi
struct cosecant : unary {
    static constexpr char const *text = "csc", *latex = "\\csc", *aliases = "cosec";
    static constexpr char const *python = "*1/np.sin(#1)";
    static constexpr char const* c99 = "csc(double u) { return 1/sin(u); }";
    static constexpr domain_region domain = between_half_turns;
    template <class T> static constexpr T value(T u) { return T(1) / elementary::sin(u); }
    static constexpr term partial(auto u) { return -csc(u) * cot(u); }
};
template <class U> constexpr applied<cosecant, U> csc(U u) { return apply<cosecant>(u); }

/// sin(u)/u, and 1 at u = 0: an entire function. (NumPy's and PyTorch's sinc(x) is sinc(pi*x) here.)
struct cardinal_sine : unary {
    static constexpr char const *text = "sinc", *latex = "\\operatorname{sinc}";
    static constexpr char const *python = "np.sinc(@1/np.pi)", *sympy = "sinc";
    static constexpr char const* c99 = "sinc(double u) { return u == 0 ? 1 : u - u == 0 ? sin(u)/u : u == u ? 0 : u; }";
    static constexpr parity symmetry = parity::even;
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::sinc(u); }
    static constexpr term partial(auto u) { return -sph_bessel(u.number(1), u); }
};
template <class U> constexpr applied<cardinal_sine, U> sinc(U u) { return apply<cardinal_sine>(u); }

/// The spherical Bessel function j of order u at v (DLMF 10.47.3), for u = 0, 1, 2, ...: that of order 0 is sinc(v). It has
/// no derivative by u; where the order is a symbol, derivatives at v = 0 need an order of at least their own.
struct spherical_bessel_function : binary {
    static constexpr char const *text = "sph_bessel", *latex = "\\operatorname{sph\\_bessel}", *aliases = "spherical_jn";
    static constexpr char const *python = "special.spherical_jn", *sympy = "jn";
    static constexpr char const* c99 =
        "sph_bessel(double n, double u) { "
        "long double const x = fabsl(u), s = x == 0 ? 1 : sinl(x)/x, d = x == 0 ? 0 : (s - cosl(x))/x; "
        "long double a = s, b = d, c = 0, t = 1, f = u < 0 && fmod(n, 2) != 0 ? -1 : 1; "
        "if (n == -1) return cos(u)/u; "
        "if (!(n >= 0 && n <= 1000 && floor(n) == n) || u != u) return NAN; "
        "if (u - u != 0) return 0; "
        "if (n == 0) return (double)s; "
        "if (x*x < 2*n + 3) { "
        "for (int k = 1; k <= n; ++k) f *= x/(2*k + 1); "
        "for (int k = 1; c += t, fabsl(t) > 1e-20L; ++k) t *= -x*x/(2*k)/(2*n + 2*k + 1); "
        "return (double)(f*c); } "
        "if (x >= n) { for (int k = 1; k < n; ++k) { t = (2*k + 1)/x*b - a; a = b; b = t; } return (double)(f*b); } "
        "a = 0; b = 1; "
        "for (int k = (int)n + 40 + (int)n/4; k > 0; --k) { "
        "if (k == n) c = b; "
        "t = (2*k + 1)/x*b - a; a = b; b = t; "
        "if (fabsl(b) > 1e300L) { a *= 1e-300L; b *= 1e-300L; c *= 1e-300L; } } "
        "return (double)(f*(fabsl(s) > fabsl(d) ? c*(s/b) : c*(d/a))); }";
    static constexpr interval domains[] = {nonnegative_half, real_line};
    template <class T> static constexpr T value(T u, T v) { return elementary::sph_bessel(u, v); }
    static constexpr two_terms partials(auto u, auto v) {
        if (u == u.number(1)) return {no_partial(u), (sinc(v) - 2 * sph_bessel(u.number(2), v)) / 3};
        return {no_partial(u), (u * sph_bessel(u - 1, v) - (u + 1) * sph_bessel(u + 1, v)) / (2 * u + 1)};
    }
};
template <class U, class V> constexpr applied<spherical_bessel_function, U, V> sph_bessel(U u, V v) { return apply<spherical_bessel_function>(u, v); }

/// The angle from -pi/2 to pi/2 whose sine is u, for |u| <= 1.
struct arc_sine : unary {
    static constexpr char const *text = "asin", *latex = "\\arcsin", *aliases = "arcsin";
    static constexpr char const *python = "np.arcsin";
    static constexpr parity symmetry = parity::odd;
    static constexpr interval domain = closed_unit_interval, smooth = unit_interval;
    template <class T> static constexpr T value(T u) { return elementary::asin(u); }
    static constexpr term partial(auto u) { return 1 / sqrt(1 - pow<2>(u)); }
};
template <class U> constexpr applied<arc_sine, U> asin(U u) { return apply<arc_sine>(u); }

/// The angle from 0 to pi whose cosine is u, for |u| <= 1.
struct arc_cosine : unary {
    static constexpr char const *text = "acos", *latex = "\\arccos", *aliases = "arccos";
    static constexpr char const *python = "np.arccos";
    static constexpr interval domain = closed_unit_interval, smooth = unit_interval;
    template <class T> static constexpr T value(T u) { return elementary::acos(u); }
    static constexpr term partial(auto u) { return -1 / sqrt(1 - pow<2>(u)); }
};
template <class U> constexpr applied<arc_cosine, U> acos(U u) { return apply<arc_cosine>(u); }

/// The angle between -pi/2 and pi/2 whose tangent is u.
struct arc_tangent : unary {
    static constexpr char const *text = "atan", *latex = "\\arctan", *aliases = "arctan";
    static constexpr char const *python = "np.arctan";
    static constexpr parity symmetry = parity::odd;
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::atan(u); }
    static constexpr term partial(auto u) { return 1 / (1 + pow<2>(u)); }
};
template <class U> constexpr applied<arc_tangent, U> atan(U u) { return apply<arc_tangent>(u); }

/// atan(1/u), odd; defined for u != 0.
struct arc_cotangent : unary {
    static constexpr char const *text = "acot", *latex = "\\operatorname{arccot}", *aliases = "arccot";
    static constexpr char const *python = "np.arctan(1/@1)";
    static constexpr char const* c99 = "acot(double u) { return atan(1/u); }";
    static constexpr domain_region domain = nonzero_reals;
    template <class T> static constexpr T value(T u) { return elementary::atan(T(1) / u); }
    static constexpr term partial(auto u) { return -1 / (1 + pow<2>(u)); }
};
template <class U> constexpr applied<arc_cotangent, U> acot(U u) { return apply<arc_cotangent>(u); }

/// acos(1/u), for |u| >= 1; the angle whose tangent is sqrt(u^2 - 1), exact beside its zero.
struct arc_secant : unary {
    static constexpr char const *text = "asec", *latex = "\\operatorname{arcsec}", *aliases = "arcsec";
    static constexpr char const *python = "np.arccos(1/@1)";
    static constexpr char const* c99 = "asec(double u) { return atan2(sqrt(fabs(u) - 1)*sqrt(fabs(u) + 1), u < 0 ? -1 : 1); }";
    static constexpr domain_region domain = from_one_outwards, smooth = outside_unit_interval;
    template <class T> static constexpr T value(T u) {
        if constexpr (!elementary::real<T>) return elementary::acos(T(1) / u);
        else if (T const a = elementary::abs(u); true) return elementary::atan2(T(elementary::sqrt(T(a - T(1))) * elementary::sqrt(T(a + T(1)))), elementary::where(u < T(0), T(-1), T(1)));
    }
    static constexpr term partial(auto u) { return 1 / (pow<2>(u) * sqrt(1 - pow<-2>(u))); }
};
template <class U> constexpr applied<arc_secant, U> asec(U u) { return apply<arc_secant>(u); }

/// asin(1/u), for |u| >= 1
struct arc_cosecant : unary {
    static constexpr char const *text = "acsc", *latex = "\\operatorname{arccsc}", *aliases = "arccsc";
    static constexpr char const *python = "np.arcsin(1/@1)";
    static constexpr char const* c99 = "acsc(double u) { return atan2(u < 0 ? -1 : 1, sqrt(fabs(u) - 1)*sqrt(fabs(u) + 1)); }";
    static constexpr domain_region domain = from_one_outwards, smooth = outside_unit_interval;
    template <class T> static constexpr T value(T u) {
        if constexpr (!elementary::real<T>) return elementary::asin(T(1) / u);
        else if (T const a = elementary::abs(u); true) return elementary::atan2(elementary::where(u < T(0), T(-1), T(1)), T(elementary::sqrt(T(a - T(1))) * elementary::sqrt(T(a + T(1)))));
    }
    static constexpr term partial(auto u) { return -1 / (pow<2>(u) * sqrt(1 - pow<-2>(u))); }
};
template <class U> constexpr applied<arc_cosecant, U> acsc(U u) { return apply<arc_cosecant>(u); }

/// The angle of the point (v, u), from -pi to pi; smooth except where u = 0 and v <= 0.
struct angle : binary {
    static constexpr char const *text = "atan2", *latex = "\\operatorname{atan2}", *aliases = "arctan2";
    static constexpr char const *python = "np.arctan2";
    static constexpr interval domain = real_line;
    static constexpr char const* kinks = "on u = 0, v < 0 the value is pi, or -pi for u = -0, and the derivatives are those beside it";
    template <class T> static constexpr T value(T u, T v) { return elementary::atan2(u, v); }
    static constexpr two_terms partials(auto u, auto v) { return {v / pow<2>(hypot(u, v)), -u / pow<2>(hypot(u, v))}; }
};
template <class U, class V> constexpr applied<angle, U, V> atan2(U u, V v) { return apply<angle>(u, v); }

// ------------------------------------------------------------------------------------------------------ hyperbolic

/// (e^u - e^-u) / 2
struct hyperbolic_sine : unary {
    static constexpr char const *text = "sinh", *latex = "\\sinh";
    static constexpr parity symmetry = parity::odd;
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::sinh(u); }
    static constexpr term partial(auto u) { return cosh(u); }
};
template <class U> constexpr applied<hyperbolic_sine, U> sinh(U u) { return apply<hyperbolic_sine>(u); }

/// (e^u + e^-u) / 2
struct hyperbolic_cosine : unary {
    static constexpr char const *text = "cosh", *latex = "\\cosh";
    static constexpr parity symmetry = parity::even;
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::cosh(u); }
    static constexpr term partial(auto u) { return sinh(u); }
};
template <class U> constexpr applied<hyperbolic_cosine, U> cosh(U u) { return apply<hyperbolic_cosine>(u); }

/// sinh(u) / cosh(u)
struct hyperbolic_tangent : unary {
    static constexpr char const *text = "tanh", *latex = "\\tanh";
    static constexpr parity symmetry = parity::odd;
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::tanh(u); }
    static constexpr term partial(auto u) { return 1 - pow<2>(tanh(u)); }
};
template <class U> constexpr applied<hyperbolic_tangent, U> tanh(U u) { return apply<hyperbolic_tangent>(u); }

/// 1 / tanh(u), for u != 0
struct hyperbolic_cotangent : unary {
    static constexpr char const *text = "coth", *latex = "\\coth";
    static constexpr char const *python = "*1/np.tanh(#1)";
    static constexpr char const* c99 = "coth(double u) { return 1/tanh(u); }";
    static constexpr domain_region domain = nonzero_reals;
    template <class T> static constexpr T value(T u) { return T(1) / elementary::tanh(u); }
    static constexpr term partial(auto u) { return -pow<2>(csch(u)); }
};
template <class U> constexpr applied<hyperbolic_cotangent, U> coth(U u) { return apply<hyperbolic_cotangent>(u); }

/// 1 / cosh(u), without overflow of cosh
struct hyperbolic_secant : unary {
    static constexpr char const *text = "sech", *latex = "\\operatorname{sech}";
    static constexpr char const *python = "*1/np.cosh(#1)";
    static constexpr char const* c99 = "sech(double u) { double const e = exp(-fabs(u)); return 2*e/(1 + e*e); }";
    static constexpr parity symmetry = parity::even;
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) {
        if constexpr (!elementary::real<T>) return T(1) / elementary::cosh(u);
        else if (T const e = elementary::exp(T(-elementary::abs(u))); true) return T(2) * e / (T(1) + e * e);
    }
    static constexpr term partial(auto u) { return -sech(u) * tanh(u); }
};
template <class U> constexpr applied<hyperbolic_secant, U> sech(U u) { return apply<hyperbolic_secant>(u); }

/// 1 / sinh(u), for u != 0, without overflow of sinh
struct hyperbolic_cosecant : unary {
    static constexpr char const *text = "csch", *latex = "\\operatorname{csch}";
    static constexpr char const *python = "*1/np.sinh(#1)";
    static constexpr char const* c99 = "csch(double u) { double const a = fabs(u); return a < 1 ? 1/sinh(u) : (u < 0 ? 2 : -2)*exp(-a)/expm1(-2*a); }";
    static constexpr domain_region domain = nonzero_reals;
    template <class T> static constexpr T value(T u) {
        if constexpr (elementary::in_packets<T>) return choose(u < T(0), T(2), choose(T(1) / u < T(0), T(2), T(-2))) * exp(minus_abs(u)) / expm1(T(2) * minus_abs(u));
        else if constexpr (!elementary::ordered<T>) return T(1) / elementary::sinh(u);
        else if (T const a = elementary::abs(u); a < T(1)) return T(1) / elementary::sinh(u);
        else return (u < T(0) ? T(2) : T(-2)) * elementary::exp(T(-a)) / elementary::expm1(T(T(-2) * a));
    }
    static constexpr term partial(auto u) { return -csch(u) * coth(u); }
};
template <class U> constexpr applied<hyperbolic_cosecant, U> csch(U u) { return apply<hyperbolic_cosecant>(u); }

/// The inverse of sinh.
struct inverse_hyperbolic_sine : unary {
    static constexpr char const *text = "asinh", *latex = "\\operatorname{arsinh}", *aliases = "arcsinh arsinh";
    static constexpr char const *python = "np.arcsinh";
    static constexpr parity symmetry = parity::odd;
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::asinh(u); }
    static constexpr term partial(auto u) { return 1 / hypot(u, u.number(1)); }
};
template <class U> constexpr applied<inverse_hyperbolic_sine, U> asinh(U u) { return apply<inverse_hyperbolic_sine>(u); }

/// The inverse of cosh, for u >= 1.
struct inverse_hyperbolic_cosine : unary {
    static constexpr char const *text = "acosh", *latex = "\\operatorname{arcosh}", *aliases = "arccosh arcosh";
    static constexpr char const *python = "np.arccosh";
    static constexpr interval domain = from_one, smooth = above_one;
    template <class T> static constexpr T value(T u) { return elementary::acosh(u); }
    static constexpr term partial(auto u) { return 1 / (sqrt(u - 1) * sqrt(u + 1)); }
};
template <class U> constexpr applied<inverse_hyperbolic_cosine, U> acosh(U u) { return apply<inverse_hyperbolic_cosine>(u); }

/// The inverse of tanh, for |u| < 1.
struct inverse_hyperbolic_tangent : unary {
    static constexpr char const *text = "atanh", *latex = "\\operatorname{artanh}", *aliases = "arctanh artanh";
    static constexpr char const *python = "np.arctanh";
    static constexpr parity symmetry = parity::odd;
    static constexpr interval domain = unit_interval;
    template <class T> static constexpr T value(T u) { return elementary::atanh(u); }
    static constexpr term partial(auto u) { return 1 / (1 - pow<2>(u)); }
};
template <class U> constexpr applied<inverse_hyperbolic_tangent, U> atanh(U u) { return apply<inverse_hyperbolic_tangent>(u); }

/// atanh(1/u), for |u| > 1; log1p(2/(u - 1))/2 is exact beside the pole.
struct inverse_hyperbolic_cotangent : unary {
    static constexpr char const *text = "acoth", *latex = "\\operatorname{arcoth}", *aliases = "arccoth arcoth";
    static constexpr char const *python = "np.arctanh(1/@1)";
    static constexpr char const* c99 = "acoth(double u) { double const half = log1p(2/(fabs(u) - 1))/2; return u < 0 ? -half : half; }";
    static constexpr domain_region domain = outside_unit_interval;
    template <class T> static constexpr T value(T u) {
        if constexpr (!elementary::real<T>) return elementary::atanh(T(1) / u);
        else if (T const half = elementary::log1p(T(T(2) / (elementary::abs(u) - T(1)))) / T(2); true) return elementary::where(u < T(0), T(-half), half);
    }
    static constexpr term partial(auto u) { return 1 / (1 - pow<2>(u)); }
};
template <class U> constexpr applied<inverse_hyperbolic_cotangent, U> acoth(U u) { return apply<inverse_hyperbolic_cotangent>(u); }

/// acosh(1/u), for 0 < u <= 1; asinh(sqrt(1 - u^2)/u) is exact beside its zero.
struct inverse_hyperbolic_secant : unary {
    static constexpr char const *text = "asech", *latex = "\\operatorname{arsech}", *aliases = "arcsech arsech";
    static constexpr char const *python = "np.arccosh(1/@1)";
    static constexpr char const* c99 = "asech(double u) { return u > 1e-30 ? asinh(sqrt((1 - u)*(1 + u))/u) : log(2) - log(u); }";
    static constexpr interval domain = {0, 1, false, true}, smooth = {0, 1};
    template <class T> static constexpr T value(T u) {
        if constexpr (!elementary::real<T>) return elementary::acosh(T(1) / u);
        else if constexpr (elementary::in_packets<T>) return elementary::where_rare(u < T(1e-30), [&] { return T(0.6931471805599453) - log(u); }, log1p((T(1) - u + sqrt((T(1) - u) * (T(1) + u))) / u));
        else if (T const root = elementary::sqrt(T((T(1) - u) * (T(1) + u))); u > T(1e-30)) return elementary::asinh(T(root / u));
        else return elementary::log(T(2)) - elementary::log(u);
    }
    static constexpr term partial(auto u) { return -1 / (u * sqrt(1 - pow<2>(u))); }
};
template <class U> constexpr applied<inverse_hyperbolic_secant, U> asech(U u) { return apply<inverse_hyperbolic_secant>(u); }

/// asinh(1/u), for u != 0
struct inverse_hyperbolic_cosecant : unary {
    static constexpr char const *text = "acsch", *latex = "\\operatorname{arcsch}", *aliases = "arccsch arcsch";
    static constexpr char const *python = "np.arcsinh(1/@1)";
    static constexpr char const* c99 = "acsch(double u) { double const a = log(2) - log(fabs(u)); return fabs(u) > 1e-30 ? asinh(1/u) : copysign(a, u); }";
    static constexpr domain_region domain = nonzero_reals;
    template <class T> static constexpr T value(T u) {
        if constexpr (elementary::in_packets<T>) {
            T const inverse = T(1) / u, a = abs(inverse), size = elementary::where_rare(a > T(1e9), [&] { return T(0.6931471805599453) - log(abs(u)); }, log1p(a + a * (a / (T(1) + sqrt(T(1) + a * a)))));
            return choose(u < T(0), -size, choose(inverse < T(0), -size, size));
        } else if constexpr (!elementary::ordered<T>) return elementary::asinh(T(1) / u);
        else if (T const a = elementary::abs(u); a > T(1e-30)) return elementary::asinh(T(T(1) / u));
        else if (T const log_of_twice_inverse = elementary::log(T(2)) - elementary::log(a); true) return elementary::atan2(u, T(-1)) < T(0) ? T(-log_of_twice_inverse) : log_of_twice_inverse;  // of -0, too
    }
    static constexpr term partial(auto u) { return -1 / (abs(u) * hypot(u, u.number(1))); }
};
template <class U> constexpr applied<inverse_hyperbolic_cosecant, U> acsch(U u) { return apply<inverse_hyperbolic_cosecant>(u); }

// ---------------------------------------------------------------------------------- error function, gamma function

/// 2/sqrt(pi) times the integral of exp(-t^2) from 0 to u.
struct error_function : unary {
    static constexpr char const *text = "erf", *latex = "\\operatorname{erf}";
    static constexpr char const *python = "special.erf";
    static constexpr parity symmetry = parity::odd;
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::erf(u); }
    static constexpr term partial(auto u) { return 2 * exp(-pow<2>(u)) / sqrt(beside<circle_constant>(u)); }
};
template <class U> constexpr applied<error_function, U> erf(U u) { return apply<error_function>(u); }

/// 1 - erf(u)
struct complementary_error_function : unary {
    static constexpr char const *text = "erfc", *latex = "\\operatorname{erfc}";
    static constexpr char const *python = "special.erfc";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::erfc(u); }
    static constexpr term partial(auto u) { return -2 * exp(-pow<2>(u)) / sqrt(beside<circle_constant>(u)); }
};
template <class U> constexpr applied<complementary_error_function, U> erfc(U u) { return apply<complementary_error_function>(u); }

/// The distribution function of the normal distribution, exact in its lower tail: erfc(-u/sqrt(2))/2
struct normal_cumulative : unary {
    static constexpr char const *text = "normcdf", *latex = "\\Phi", *aliases = "ndtr";
    static constexpr char const *python = "special.ndtr", *sympy = "*erfc(~1/sqrt(2))/2";
    static constexpr char const* c99 = normcdf_in_c;
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::normcdf(u); }
    static constexpr term partial(auto u) { return exp(-pow<2>(u) / 2) / sqrt(2 * beside<circle_constant>(u)); }
};
template <class U> constexpr applied<normal_cumulative, U> normcdf(U u) { return apply<normal_cumulative>(u); }

/// The gamma function; not at 0, -1, -2, ...
struct gamma_function : unary {
    static constexpr char const *text = "tgamma", *latex = "\\Gamma", *aliases = "gamma";
    static constexpr char const *python = "special.gamma", *sympy = "gamma";
    static constexpr domain_region domain = apart_from_poles_of_gamma;
    template <class T> static constexpr T value(T u) { return elementary::tgamma(u); }
    static constexpr term partial(auto u) { return tgamma(u) * digamma(u); }
};
template <class U> constexpr applied<gamma_function, U> tgamma(U u) { return apply<gamma_function>(u); }

/// log(abs(tgamma(u))); not at 0, -1, -2, ...
struct log_gamma : unary {
    static constexpr char const *text = "lgamma", *latex = "\\log\\Gamma", *aliases = "loggamma gammaln";
    static constexpr char const *python = "special.gammaln", *sympy = "log(Abs(gamma(#1)))";
    static constexpr domain_region domain = apart_from_poles_of_gamma;
    template <class T> static constexpr T value(T u) { return elementary::lgamma(u); }
    static constexpr term partial(auto u) { return digamma(u); }
};
template <class U> constexpr applied<log_gamma, U> lgamma(U u) { return apply<log_gamma>(u); }

/// tgamma(u + 1); not at -1, -2, ...
struct factorial_function : unary {
    static constexpr char const *text = "factorial", *latex = "*@1!";
    static constexpr char const *python = "special.gamma(#1 + 1)";
    static constexpr char const* c99 = "factorial(double u) { return tgamma(u + 1); }";
    static constexpr domain_region domain = apart_from_poles_of_factorial;
    template <class T> static constexpr T value(T u) { return elementary::tgamma(T(u + T(1))); }
    static constexpr term partial(auto u) { return factorial(u) * digamma(u + 1); }
};
template <class U> constexpr applied<factorial_function, U> factorial(U u) { return apply<factorial_function>(u); }

/// The derivative of lgamma; not at 0, -1, -2, ...
struct digamma_function : unary {
    static constexpr char const *text = "digamma", *latex = "\\psi", *aliases = "psi";
    static constexpr char const *python = "special.digamma";
    static constexpr char const* c99 =
        "digamma(double u) { "
        "long double const pi = 3.14159265358979323846264338327950288L; "
        "long double x = u < 0 ? 1 - (long double)u : u, s = u < 0 ? pi/tanl(pi*(u - trunc(u))) : 0; "
        "if (u <= 0 && floor(u) == u) return u == 0 ? -copysign(INFINITY, u) : NAN; "
        "for (; x < 20; x += 1) s += 1/x; "
        "long double const y = 1/(x*x); "
        "return (double)(logl(x) - 0.5L/x - y*(1/12.0L - y*(1/120.0L - y*(1/252.0L - y*(1/240.0L - y*(1/132.0L - y*(691/32760.0L - y/12.0L)))))) - s); }";
    static constexpr domain_region domain = apart_from_poles_of_gamma;
    template <class T> static constexpr T value(T u) { return elementary::digamma(u); }
    static constexpr term partial(auto u) { return polygamma(u.number(1), u); }
};
template <class U> constexpr applied<digamma_function, U> digamma(U u) { return apply<digamma_function>(u); }

/// The derivative of order u of digamma(v), for u = 0, 1, 2, ...; it has no derivative by u.
struct polygamma_function : binary {
    static constexpr char const *text = "polygamma", *latex = "\\psi";
    static constexpr char const *python = "special.polygamma";
    using calls_in_c = digamma_function;
    static constexpr char const* c99 =
        "polygamma(double n, double u) { "
        "long double const c[] = {1/12.0L, -1/720.0L, 1/30240.0L, -1/1209600.0L, 1/47900160.0L, -691/1307674368000.0L, 1/74724249600.0L}; "
        "long double x = u, s = n + 1, z = 0; "
        "if (n == 0) return leibniz_digamma(u); "
        "if (!(n > 0 && n < 1000 && floor(n) == n) || !(u > -1e6)) return NAN; "
        "if (u <= 0 && floor(u) == u) return fmod(n, 2) == 0 ? NAN : INFINITY; "
        "for (; x < 3*s + 20; x += 1) z += powl(x, -s); "
        "long double t = s*powl(x, -s - 1); "
        "z += powl(x, 1 - s)/(s - 1) + powl(x, -s)/2; "
        "for (int k = 0; k < 7; ++k) { z += c[k]*t; t *= (s + 2*k + 1)*(s + 2*k + 2)/(x*x); } "
        "for (int k = 2; k <= n; ++k) z *= k; "
        "return (double)(fmod(n, 2) == 0 ? -z : z); }";
    static constexpr domain_region domains[] = {nonnegative_reals, apart_from_poles_of_gamma};
    template <class T> static constexpr T value(T u, T v) { return elementary::polygamma(u, v); }
    static constexpr two_terms partials(auto u, auto v) { return {no_partial(u), polygamma(u + 1, v)}; }
};
template <class U, class V> constexpr applied<polygamma_function, U, V> polygamma(U u, V v) { return apply<polygamma_function>(u, v); }

// ------------------------------------------------------------------------------------------ greatest, least, whole

struct less_than;  // nothing of the operand that is not taken reaches the derivative: where (rules/conditions.hpp)
struct greater_than;

namespace detail {
/// 0 where None holds of u and v, 1 where All does, 1/2 where both are equal.
template <class None, class All, class T>
constexpr T half_at_ties(T u, T v) {
    if (u.in().is(u.index(), kind::number) && !u.in().is(v.index(), kind::number)) return half_at_ties<All, None>(v, u);  // x > 0, not 0 < x
    return where(apply<None>(u, v), u.number(0), where(apply<All>(u, v), u.number(1), u.number(rational(1, 2))));
}
}  // namespace detail

/// The less of two; NaN where one is.
struct minimum : binary {
    static constexpr char const *text = "min", *latex = "\\min", *aliases = "fmin minimum Min";
    static constexpr char const *python = "np.minimum", *sympy = "Min";
    static constexpr char const* c99 = "min(double u, double v) { return u < v || u != u ? u : v; }";
    static constexpr interval domain = real_line;
    static constexpr char const* kinks = "at u = v both partial derivatives are 1/2";
    static constexpr bool any_number = true;
    template <class T> static constexpr T value(T u, T v) { return elementary::where(u < v, u, elementary::where(u == u, v, u)); }
    static constexpr two_terms partials(auto u, auto v) { return {detail::half_at_ties<greater_than, less_than>(u, v), detail::half_at_ties<less_than, greater_than>(u, v)}; }
};
template <class U, class V> constexpr applied<minimum, U, V> min(U u, V v) { return apply<minimum>(u, v); }
template <expression U, expression V, expression W, expression... More> constexpr from_left<minimum, U, V, W, More...> min(U, V, W, More...) { return {}; }

/// The greater of two; NaN where one is.
struct maximum : binary {
    static constexpr char const *text = "max", *latex = "\\max", *aliases = "fmax maximum Max";
    static constexpr char const *python = "np.maximum", *sympy = "Max";
    static constexpr char const* c99 = "max(double u, double v) { return u > v || u != u ? u : v; }";
    static constexpr interval domain = real_line;
    static constexpr char const* kinks = "at u = v both partial derivatives are 1/2";
    static constexpr bool any_number = true;
    template <class T> static constexpr T value(T u, T v) { return elementary::where(u > v, u, elementary::where(u == u, v, u)); }
    static constexpr two_terms partials(auto u, auto v) { return {detail::half_at_ties<less_than, greater_than>(u, v), detail::half_at_ties<greater_than, less_than>(u, v)}; }
};
template <class U, class V> constexpr applied<maximum, U, V> max(U u, V v) { return apply<maximum>(u, v); }
template <expression U, expression V, expression W, expression... More> constexpr from_left<maximum, U, V, W, More...> max(U, V, W, More...) { return {}; }

/// min(max(u, v), w): u between the ends v and w.
struct clamped : ternary {
    static constexpr char const *text = "clamp", *latex = "\\operatorname{clamp}", *aliases = "clip";
    static constexpr char const *python = "np.clip", *sympy = "Min(Max(#1, #2), #3)";
    static constexpr char const* c99 = "clamp(double u, double v, double w) { double const above = u < v ? v : u; return above > w ? w : above; }";
    static constexpr interval domain = real_line;
    static constexpr char const* kinks = "at an end the derivative by u is 1, by the end 0";
    template <class T> static constexpr T value(T u, T v, T w) {
        T const above = elementary::where(u < v, v, u);
        return elementary::where(above > w, w, above);
    }
    static constexpr three_terms partials(auto u, auto v, auto w) {
        auto const none = u.number(0), all = u.number(1), below = apply<less_than>(u, v);
        return {where(below, none, where(apply<greater_than>(u, w), none, all)), where(below, where(apply<greater_than>(v, w), none, all), none), where(apply<greater_than>(max(u, v), w), all, none)};
    }
};
template <class U, class V, class W> constexpr applied<clamped, U, V, W> clamp(U u, V v, W w) { return apply<clamped>(u, v, w); }

/// The greatest whole number that is not above u.
struct rounded_down : unary {
    static constexpr char const *text = "floor", *latex = "\\left\\lfloor #1\\right\\rfloor";
    static constexpr interval domain = real_line;
    static constexpr domain_region smooth = between_whole_numbers;
    static constexpr char const* kinks = "floor' = 0 at every number";
    template <class T> static constexpr T value(T u) { return elementary::floor(u); }
    static constexpr term partial(auto u) { return u.number(0); }
};
template <class U> constexpr applied<rounded_down, U> floor(U u) { return apply<rounded_down>(u); }

/// The least whole number that is not below u.
struct rounded_up : unary {
    static constexpr char const *text = "ceil", *latex = "\\left\\lceil #1\\right\\rceil", *aliases = "ceiling";
    static constexpr char const *sympy = "ceiling";
    static constexpr interval domain = real_line;
    static constexpr domain_region smooth = between_whole_numbers;
    static constexpr char const* kinks = "ceil' = 0 at every number";
    template <class T> static constexpr T value(T u) { return elementary::ceil(u); }
    static constexpr term partial(auto u) { return u.number(0); }
};
template <class U> constexpr applied<rounded_up, U> ceil(U u) { return apply<rounded_up>(u); }

/// The nearest whole number, halves away from zero.
struct rounded : unary {
    static constexpr char const *text = "round", *latex = "\\operatorname{round}";
    static constexpr char const *python = "np.where(np.abs(@1 - np.trunc(#1)) < 0.5, np.trunc(#1), np.trunc(#1) + np.sign(#1))", *sympy = "*sign(#1)*floor(Abs(#1) + Rational(1, 2))";
    static constexpr interval domain = real_line;
    static constexpr domain_region smooth = between_halves;
    static constexpr char const* kinks = "round' = 0 at every number";
    template <class T> static constexpr T value(T u) { return elementary::round(u); }
    static constexpr term partial(auto u) { return u.number(0); }
};
template <class U> constexpr applied<rounded, U> round(U u) { return apply<rounded>(u); }

/// u without its fraction.
struct truncated : unary {
    static constexpr char const *text = "trunc", *latex = "\\operatorname{trunc}";
    static constexpr char const *sympy = "*sign(#1)*floor(Abs(#1))";
    static constexpr interval domain = real_line;
    static constexpr domain_region smooth = between_whole_numbers;
    static constexpr char const* kinks = "trunc' = 0 at every number";
    template <class T> static constexpr T value(T u) { return elementary::trunc(u); }
    static constexpr term partial(auto u) { return u.number(0); }
};
template <class U> constexpr applied<truncated, U> trunc(U u) { return apply<truncated>(u); }

/// The rest of the division of u by v, with the sign of u.
struct remainder_of_division : binary {
    static constexpr char const *text = "fmod", *latex = "\\operatorname{fmod}";
    static constexpr char const *sympy = "*sign(#1)*Mod(Abs(#1), Abs(#2))";
    static constexpr domain_region domains[] = {whole_line, nonzero_reals};
    static constexpr char const* kinks = "fmod' by u is 1 at every number, by v -trunc(u/v)";
    template <class T> static constexpr T value(T u, T v) { return elementary::fmod(u, v); }
    static constexpr two_terms partials(auto u, auto v) { return {u.number(1), -round((u - fmod(u, v)) / v)}; }
};
template <class U, class V> constexpr applied<remainder_of_division, U, V> fmod(U u, V v) { return apply<remainder_of_division>(u, v); }

/// The rest of the division of u by v, with the sign of v, as in Python: u - v*floor(u/v).
struct floored_modulo : binary {
    static constexpr char const *text = "mod", *latex = "\\operatorname{mod}", *aliases = "Mod";
    static constexpr char const *python = "np.mod", *sympy = "Mod";
    static constexpr char const* c99 = "mod(double u, double v) { double const r = fmod(u, v); return r != 0 && (r < 0) != (v < 0) ? r + v : r == 0 ? copysign(r, v) : r; }";
    static constexpr domain_region domains[] = {whole_line, nonzero_reals};
    static constexpr char const* kinks = "mod' by u is 1 at every number, by v -floor(u/v)";
    template <class T> static constexpr T value(T u, T v) {
        T const rest = elementary::fmod(u, v), zero = elementary::abs(rest);
        if constexpr (elementary::in_packets<T>) return choose(rest == T(0), choose(v < T(0), -zero, zero), choose(rest < T(0), choose(v < T(0), rest, rest + v), choose(v < T(0), rest + v, rest)));
        else if (rest == T(0)) return v < T(0) ? T(-zero) : zero;
        else return (rest < T(0)) != (v < T(0)) ? T(rest + v) : rest;
    }
    static constexpr two_terms partials(auto u, auto v) { return {u.number(1), -round((u - mod(u, v)) / v)}; }
};
template <class U, class V> constexpr applied<floored_modulo, U, V> mod(U u, V v) { return apply<floored_modulo>(u, v); }

/// 0 for u < 0, else 1
struct unit_step : unary {
    static constexpr char const *text = "step", *latex = "\\operatorname{step}", *aliases = "heaviside Heaviside";
    static constexpr char const *python = "np.heaviside(#1, 1)", *sympy = "Heaviside(#1, 1)";
    static constexpr char const* c99 = "step(double u) { return u < 0 ? 0 : u >= 0 ? 1 : u; }";
    static constexpr interval domain = real_line;
    static constexpr domain_region smooth = nonzero_reals;
    static constexpr char const* kinks = "step(0) = 1, step'(0) = 0";
    template <class T> static constexpr T value(T u) { return elementary::where(u < T(0), T(0), elementary::where(u >= T(0), T(1), u)); }
    static constexpr term partial(auto u) { return u.number(0); }
};
template <class U> constexpr applied<unit_step, U> step(U u) { return apply<unit_step>(u); }

// ----------------------------------------------------------------------------------------------------- activations

/// The logistic function 1/(1 + exp(-u)), without overflow of exp.
struct logistic : unary {
    static constexpr char const *text = "sigmoid", *latex = "\\sigma", *aliases = "logistic expit";
    static constexpr char const *python = "*1/(1 + np.exp(~1))", *sympy = "*1/(1 + exp(~1))";
    static constexpr char const* c99 = "sigmoid(double u) { return u < 0 ? exp(u)/(1 + exp(u)) : 1/(1 + exp(-u)); }";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) {
        if constexpr (elementary::in_packets<T>) return logistic_of(u, decay(u));
        else if constexpr (!elementary::ordered<T>) return T(1) / (T(1) + elementary::exp(T(-u)));
        else if (u < T(0)) return elementary::exp(u) / (T(1) + elementary::exp(u));
        else return T(1) / (T(1) + elementary::exp(T(-u)));
    }
    static constexpr term partial(auto u) { return sigmoid(u) * (1 - sigmoid(u)); }
};
template <class U> constexpr applied<logistic, U> sigmoid(U u) { return apply<logistic>(u); }

/// log(1 + exp(u)), without overflow of exp.
struct soft_plus : unary {
    static constexpr char const *text = "softplus", *latex = "\\operatorname{softplus}";
    static constexpr char const *python = "np.logaddexp(#1, 0)", *sympy = "log(exp(#1) + 1)";
    static constexpr char const* c99 = "softplus(double u) { return (u > 0 ? u : 0) + log1p(exp(-fabs(u))); }";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) {
        if constexpr (!elementary::real<T>) return elementary::log1p(elementary::exp(u));
        else return elementary::where(u > T(0), u, T(0)) + elementary::log1p(elementary::exp(T(-elementary::abs(u))));
    }
    static constexpr term partial(auto u) { return sigmoid(u); }
};
template <class U> constexpr applied<soft_plus, U> softplus(U u) { return apply<soft_plus>(u); }

/// max(u, 0)
struct rectifier : unary {
    static constexpr char const *text = "relu", *latex = "\\operatorname{relu}", *aliases = "ReLU";
    static constexpr char const *python = "np.maximum(#1, 0)", *sympy = "Max(#1, 0)";
    static constexpr char const* c99 = "relu(double u) { return u > 0 || u != u ? u : 0; }";
    static constexpr interval domain = real_line;
    static constexpr domain_region smooth = nonzero_reals;
    static constexpr char const* kinks = "relu'(0) = 0";
    template <class T> static constexpr T value(T u) { return elementary::where(u <= T(0), T(0), u); }
    static constexpr term partial(auto u) { return 1 - step(-u); }
};
template <class U> constexpr applied<rectifier, U> relu(U u) { return apply<rectifier>(u); }

/// u for u > 0, else u/100
struct leaky_rectifier : unary {
    static constexpr char const *text = "leaky_relu", *latex = "\\operatorname{leaky\\_relu}";
    static constexpr char const *python = "np.maximum(#1, 0.01*@1)", *sympy = "Max(#1, @1/100)";
    static constexpr char const* c99 = "leaky_relu(double u) { return u > 0 ? u : u/100; }";
    static constexpr interval domain = real_line;
    static constexpr domain_region smooth = nonzero_reals;
    static constexpr char const* kinks = "leaky_relu'(0) = 1/100";
    template <class T> static constexpr T value(T u) { return elementary::where(u > T(0), u, T(u / T(100))); }
    static constexpr term partial(auto u) { return (100 - 99 * step(-u)) / 100; }
};
template <class U> constexpr applied<leaky_rectifier, U> leaky_relu(U u) { return apply<leaky_rectifier>(u); }

/// u for u > 0, else exp(u) - 1
struct exponential_unit : unary {
    static constexpr char const *text = "elu", *latex = "\\operatorname{elu}";
    static constexpr char const *python = "np.where(@1 > 0, #1, np.expm1(np.minimum(#1, 0)))", *sympy = "Piecewise((#1, @1 > 0), (exp(#1) - 1, True))";
    static constexpr char const* c99 = "elu(double u) { return u > 0 ? u : expm1(u); }";
    static constexpr interval domain = real_line;
    static constexpr domain_region smooth = nonzero_reals;
    static constexpr char const* kinks = "elu'(0) = 1, elu''(0) = 1/2";
    template <class T> static constexpr T value(T u) {
        if constexpr (elementary::ordered<T>) return u > T(0) ? u : elementary::expm1(u);
        else return elementary::where(u > T(0), u, elementary::expm1(u));
    }
    static constexpr term partial(auto u) { return exp(min(u, u.number(0))); }
};
template <class U> constexpr applied<exponential_unit, U> elu(U u) { return apply<exponential_unit>(u); }

/// 1.0507009873554805*u for u > 0, else 1.7580993408473766*(exp(u) - 1)
struct scaled_exponential_unit : unary {
    static constexpr char const *text = "selu", *latex = "\\operatorname{selu}";
    static constexpr char const *python = "np.where(@1 > 0, 1.0507009873554805*@1, 1.7580993408473766*np.expm1(np.minimum(#1, 0)))";
    static constexpr char const *sympy = "Piecewise((1.0507009873554805*@1, @1 > 0), (1.7580993408473766*(exp(#1) - 1), True))";
    static constexpr char const* c99 = "selu(double u) { return u > 0 ? 1.0507009873554805*u : 1.7580993408473766*expm1(u); }";
    static constexpr interval domain = real_line;
    static constexpr domain_region smooth = nonzero_reals;
    static constexpr char const* kinks = "selu'(0) = selu''(0) = 1.7580993408473766";
    template <class T> static constexpr T value(T u) {
        if constexpr (elementary::in_packets<T>) return choose(u > T(0), T(1.0507009873554805) * u, T(1.7580993408473766) * expm1(u));
        else if constexpr (std::is_floating_point_v<T>) return u > T(0) ? T(1.0507009873554805L) * u : T(1.7580993408473766L) * elementary::expm1(u);
        else return (u > T(0) ? T(10507009873554805) * u : T(17580993408473766) * elementary::expm1(u)) / T(10000000000000000);
    }
    static constexpr term partial(auto u) {
        term const slope = u.number(rational(10507009873554805, 10000000000000000)), below = u.number(rational(17580993408473766, 10000000000000000));
        return where(apply<greater_than>(u, u.number(0)), slope, below * exp(u));
    }
};
template <class U> constexpr applied<scaled_exponential_unit, U> selu(U u) { return apply<scaled_exponential_unit>(u); }

/// u/(1 + |u|)
struct soft_sign : unary {
    static constexpr char const *text = "softsign", *latex = "\\operatorname{softsign}";
    static constexpr char const *python = "*@1/(1 + np.abs(#1))", *sympy = "*@1/(1 + Abs(#1))";
    static constexpr char const* c99 = "softsign(double u) { return u - u == 0 ? u/(1 + fabs(u)) : u == u ? copysign(1, u) : u; }";
    static constexpr parity symmetry = parity::odd;
    static constexpr interval domain = real_line;
    static constexpr domain_region smooth = nonzero_reals;
    static constexpr char const* kinks = "softsign''(0) = 0";
    template <class T> static constexpr T value(T u) {
        if constexpr (elementary::ordered<T>)
            if (elementary::is_infinite(u)) return T(u < T(0) ? -1 : 1);
        T const share = u / (T(1) + elementary::abs(u));
        return elementary::where(share == share, share, signum::value(u));
    }
    static constexpr term partial(auto u) { return 1 / pow<2>(1 + abs(u)); }
};
template <class U> constexpr applied<soft_sign, U> softsign(U u) { return apply<soft_sign>(u); }

/// u times the normal distribution function of u.
struct gaussian_unit : unary {
    static constexpr char const *text = "gelu", *latex = "\\operatorname{gelu}";
    static constexpr char const *python = "*@1*special.erfc(~1/np.sqrt(2))/2", *sympy = "*@1*erfc(~1/sqrt(2))/2";
    using calls_in_c = normal_cumulative;
    static constexpr char const* c99 = gelu_in_c;
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return elementary::gelu(u); }
    static constexpr term partial(auto u) { return normcdf(u) + u * exp(-pow<2>(u) / 2) / sqrt(2 * beside<circle_constant>(u)); }
};
template <class U> constexpr applied<gaussian_unit, U> gelu(U u) { return apply<gaussian_unit>(u); }

/// u * sigmoid(u)
struct sigmoid_linear_unit : unary {
    static constexpr char const *text = "silu", *latex = "\\operatorname{silu}", *aliases = "swish";
    static constexpr char const *python = "*@1/(1 + np.exp(~1))", *sympy = "*@1/(1 + exp(~1))";
    static constexpr char const* c99 =
        "silu(double u) { "
        "double const e = exp(u), r = exp(0.5*u); "
        "return u < -80 ? (r == 0 ? -r : u*r*(1/(1 + e))*r) : u*(u < 0 ? e/(1 + e) : 1/(1 + exp(-u))); }";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) {
        auto const far = [&] { return elementary::times_exponential(u, T(T(1) / (T(1) + elementary::exp(u)))); };
        if constexpr (elementary::ordered<T>) return u < T(-80) ? far() : T(u * logistic::value(u));
        else if constexpr (elementary::in_packets<T>) return elementary::where_rare(u < T(-80), far, u / (T(1) + exp(-u)));
        else return u * logistic::value(u);
    }
    static constexpr term partial(auto u) { return sigmoid(u) + u * sigmoid(u) * (1 - sigmoid(u)); }
};
template <class U> constexpr applied<sigmoid_linear_unit, U> silu(U u) { return apply<sigmoid_linear_unit>(u); }

/// u * tanh(softplus(u))
struct mish_unit : unary {
    static constexpr char const *text = "mish", *latex = "\\operatorname{mish}";
    static constexpr char const *python = "*@1*np.tanh(np.logaddexp(#1, 0))", *sympy = "*@1*tanh(log(exp(#1) + 1))";
    static constexpr char const* c99 =
        "mish(double u) { "
        "double const e = exp(-fabs(u)), r = exp(0.5*u), w = (e + e) + e*e; "
        "if (u < -80) return r == 0 ? -r : u*r*((2 + e)/(2 + e*(2 + e)))*r; "
        "return u > 0 ? u*(1 + 2*e)/(1 + 2*e*(1 + e)) : u*w/(2 + w); }";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) {
        if constexpr (!elementary::real<T>) return u * elementary::tanh(elementary::log1p(elementary::exp(u)));
        else {
            T const e = elementary::exp(T(-elementary::abs(u)));
            auto const far = [&] { return elementary::times_exponential(u, T((T(2) + e) / (T(2) + e * (T(2) + e)))); };
            if constexpr (elementary::ordered<T>) {
                if (u < T(-80)) return far();
                if (e == T(0)) return u;
            }
            T const above = T(u * (T(1) + T(2) * e) / (T(1) + T(2) * e * (T(1) + e))), sum = T((e + e) + e * e), below = T(u * sum / (T(2) + sum));
            T const either = elementary::where(u > T(0), above, below);
            if constexpr (elementary::in_packets<T>) return elementary::where_rare(u < T(-80), far, either);
            else return either;
        }
    }
    static constexpr term partial(auto u) {  // the sum of tanh(s) and u*sigmoid(u)*sech(s)^2, s = softplus(u), which has its limits at infinity
        auto const p = sigmoid(u), q = sigmoid(-u);
        return tanh(softplus(u)) + 4 * q * where(apply<less_than>(u, u.number(0)), q * silu(u), -p * silu(-u)) / pow<2>(1 + pow<2>(q));
    }
};
template <class U> constexpr applied<mish_unit, U> mish(U u) { return apply<mish_unit>(u); }

// ----------------------------------------------------------------------------------- logarithms of sums and powers

/// log(exp(u) + exp(v)), without overflow of exp; log(exp(u) + exp(v) + exp(w)) and so on as well.
struct log_sum_exp : binary {
    static constexpr char const *text = "logsumexp", *latex = "\\operatorname{logsumexp}", *aliases = "logaddexp";
    static constexpr char const *python = "np.logaddexp", *sympy = "log(exp(#1) + exp(#2))";
    static constexpr char const* c99 = "logsumexp(double u, double v) { return u == v ? u + log(2) : (u < v ? v : u) + log1p(exp(-fabs(u - v))); }";
    static constexpr interval domain = real_line;
    static constexpr bool any_number = true;
    template <class T> static constexpr T value(T u, T v) {
        if constexpr (elementary::in_packets<T>) return choose(u == v, u + T(0.6931471805599453), choose(u < v, v, u) + log1p(exp(minus_abs(u - v))));
        else if constexpr (!elementary::ordered<T>) return v + elementary::log1p(elementary::exp(T(u - v)));
        else if (u == v) return u + elementary::log(T(2));
        else return (u < v ? v : u) + elementary::log1p(elementary::exp(T(-elementary::abs(T(u - v)))));
    }
    static constexpr two_terms partials(auto u, auto v) { return {softmax(u, v), softmax(v, u)}; }
};
template <class U, class V> constexpr applied<log_sum_exp, U, V> logsumexp(U u, V v) { return apply<log_sum_exp>(u, v); }
template <expression U, expression V, expression W, expression... More> constexpr from_left<log_sum_exp, U, V, W, More...> logsumexp(U, V, W, More...) { return {}; }

struct normalized_exponential;
namespace detail {  // the entries of softmax, by number
template <class...> struct operands {};
template <int I, class Before, class... U> struct share {};
template <int I, class... Before, class U, class... After> struct share<I, operands<Before...>, U, After...> : share<I - 1, operands<Before..., U>, After...> {};
template <class... Before, class U, class... After> requires(sizeof...(Before) + sizeof...(After) > 0) struct share<0, operands<Before...>, U, After...> { using type = call<normalized_exponential, U, from_left<log_sum_exp, Before..., After...>>; };
}  // namespace detail

/// The share of exp(u) in exp(u) + exp(v), of the first in more: softmax(u, v, w) is softmax(u, logsumexp(v, w)). The
/// share of another one: softmax<1>(u, v, w) is softmax(v, u, w).
struct normalized_exponential : binary {
    static constexpr char const *text = "softmax", *latex = "\\operatorname{softmax}";
    static constexpr char const *python = "*1/(1 + np.exp(#2 - @1))", *sympy = "*1/(1 + exp(#2 - @1))";
    static constexpr char const* c99 = "softmax(double u, double v) { return u - v < 0 ? exp(u - v)/(1 + exp(u - v)) : 1/(1 + exp(-(u - v))); }";
    static constexpr interval domain = real_line;
    static constexpr bool any_number = true;
    static constexpr char const* others = "logsumexp";
    template <class T> static constexpr T value(T u, T v) {
        if constexpr (elementary::in_packets<T>) {
            T const e = exp(minus_abs(u - v));
            return choose(u < v, e, T(1)) / (T(1) + e);
        } else return logistic::value(T(u - v));
    }
    static constexpr two_terms partials(auto u, auto v) { return {softmax(u, v) * softmax(v, u), -softmax(u, v) * softmax(v, u)}; }
};
template <class U, class V> constexpr applied<normalized_exponential, U, V> softmax(U u, V v) { return apply<normalized_exponential>(u, v); }
template <expression U, expression V, expression W, expression... More> constexpr call<normalized_exponential, U, from_left<log_sum_exp, V, W, More...>> softmax(U, V, W, More...) { return {}; }
template <int I, expression... U> requires(0 <= I && I < static_cast<int>(sizeof...(U)) && sizeof...(U) > 1)
constexpr typename detail::share<I, detail::operands<>, U...>::type softmax(U...) { return {}; }

/// u * log(v), and 0 where u is 0.
struct product_with_logarithm : binary {
    static constexpr char const *text = "xlogy", *latex = "\\operatorname{xlogy}";
    static constexpr char const *python = "special.xlogy", *sympy = "Piecewise((0, Eq(#1, 0)), (@1*log(#2), True))";
    static constexpr char const* c99 = "xlogy(double u, double v) { return u == 0 && v == v ? 0 : u*log(v); }";
    static constexpr interval domains[] = {real_line, positive_half};
    static constexpr char const* kinks = "xlogy(0, v) = 0 for every v; the derivative by u is log(v) there, that by v is no number at u = v = 0";
    template <class T> static constexpr T value(T u, T v) {
        if constexpr (elementary::ordered<T>)
            if (u == T(0) && v == v) return T(0);
        return elementary::where(u == T(0), elementary::where(v == v, T(0), v), T(u * elementary::log(v)));
    }
    static constexpr two_terms partials(auto u, auto v) { return {log(v), u / v}; }
};
template <class U, class V> constexpr applied<product_with_logarithm, U, V> xlogy(U u, V v) { return apply<product_with_logarithm>(u, v); }

// ------------------------------------------------------------------------------------------ what is held constant

/// u itself, but constant to differentiation.
struct held_constant : unary {
    static constexpr char const *text = "stop_gradient", *latex = "\\operatorname{stop\\_gradient}";
    static constexpr char const *python = "+#1", *sympy = "+#1";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return u; }
    static constexpr term partial(auto u) { return u.number(0); }
};
template <class U> constexpr applied<held_constant, U> stop_gradient(U u) { return apply<held_constant>(u); }

// ----------------------------------------------------------------------------------------- reductions over rows

/// The sum over all rows: linear, so that the derivative of a sum is the sum of the derivatives.
struct summation : unary {
    static constexpr role meaning = role::reduction;
    static constexpr char const *text = "sum", *latex = "\\sum";
    static constexpr char const *sympy = "Function('sum')";
};

/// The mean over all rows: linear as the sum is.
struct averaging : unary {
    static constexpr role meaning = role::reduction;
    static constexpr bool averages = true;
    static constexpr char const *text = "mean", *latex = "\\operatorname{mean}";
    static constexpr char const *sympy = "Function('mean')";
};

// clang-format on

}  // namespace leibniz::inline v0_1
