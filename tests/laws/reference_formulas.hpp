#pragma once

#include "hundred_digits.hpp"

#include <functional>
#include <map>
#include <string>

/// Every function of the table of reference values by a formula, in 100-digit arithmetic.
namespace hundred_digits {

inline std::map<std::string, std::function<formulas(wide)>> const unary_formulas{
    {"abs",   [](wide x) { return formulas{abs(x), {sign(x)}, {0}}; }},
    {"sign",  [](wide x) { return flat(sign(x)); }},
    {"sqrt",  [](wide x) { wide const y = sqrt(x); return formulas{y, {1 / (2 * y)}, {-1 / (4 * x * y)}}; }},
    {"cbrt",  [](wide x) { wide const y = boost::math::cbrt(x); return formulas{y, {y / (3 * x)}, {-2 * y / (9 * x * x)}}; }},
    {"exp",   [](wide x) { wide const y = exp(x); return formulas{y, {y}, {y}}; }},
    {"exp2",  [](wide x) { wide const y = exp(x * ln2); return formulas{y, {y * ln2}, {y * ln2 * ln2}}; }},
    {"expm1", [](wide x) { wide const y = exp(x); return formulas{abs(x) < 1 ? boost::math::expm1(x) : wide(y - 1), {y}, {y}}; }},
    {"log",   [](wide x) { return formulas{log(x), {1 / x}, {-1 / (x * x)}}; }},
    {"log2",  [](wide x) { return formulas{log(x) / ln2, {1 / (x * ln2)}, {-1 / (x * x * ln2)}}; }},
    {"log10", [](wide x) { return formulas{log(x) / ln10, {1 / (x * ln10)}, {-1 / (x * x * ln10)}}; }},
    {"log1p", [](wide x) { wide const u = 1 + x; return formulas{boost::math::log1p(x), {1 / u}, {-1 / (u * u)}}; }},

    {"sin", [](wide x) { x = reduced(x); return formulas{sin(x), {cos(x)}, {-sin(x)}}; }},
    {"cos", [](wide x) { x = reduced(x); return formulas{cos(x), {-sin(x)}, {-cos(x)}}; }},
    {"tan", [](wide x) { x = reduced(x); wide const c = cos(x), t = sin(x) / c; return formulas{t, {1 / (c * c)}, {2 * t / (c * c)}}; }},
    {"cot", [](wide x) { x = reduced(x); wide const s = sin(x), t = cos(x) / s; return formulas{t, {-1 / (s * s)}, {2 * t / (s * s)}}; }},
    {"sec", [](wide x) { x = reduced(x); wide const c = cos(x), s = sin(x); return formulas{1 / c, {s / (c * c)}, {(1 + s * s) / (c * c * c)}}; }},
    {"csc", [](wide x) { x = reduced(x); wide const c = cos(x), s = sin(x); return formulas{1 / s, {-c / (s * s)}, {(1 + c * c) / (s * s * s)}}; }},

    {"asin", [](wide x) { wide const q = inside(x), r = 1 / sqrt(q); return formulas{asin(x), {r}, {x * r / q}}; }},
    {"acos", [](wide x) { wide const q = inside(x), r = 1 / sqrt(q); return formulas{acos(x), {-r}, {-x * r / q}}; }},
    {"atan", [](wide x) { wide const r = 1 / (1 + x * x); return formulas{atan(x), {r}, {-2 * x * r * r}}; }},
    {"acot", [](wide x) { wide const r = 1 / (1 + x * x); return formulas{atan(1 / x), {-r}, {2 * x * r * r}}; }},
    {"asec", [](wide x) { wide const u = 1 / x, q = inside(u), r = 1 / sqrt(q); return of_reciprocal(x, acos(u), -r, -u * r / q); }},
    {"acsc", [](wide x) { wide const u = 1 / x, q = inside(u), r = 1 / sqrt(q); return of_reciprocal(x, asin(u), r, u * r / q); }},

    {"sinh", [](wide x) { wide const s = sinh(x); return formulas{s, {cosh(x)}, {s}}; }},
    {"cosh", [](wide x) { wide const c = cosh(x); return formulas{c, {sinh(x)}, {c}}; }},
    {"tanh", [](wide x) { wide const c = 1 / cosh(x), t = tanh(x); return formulas{t, {c * c}, {-2 * t * c * c}}; }},
    {"coth", [](wide x) { wide const s = 1 / sinh(x), t = 1 / tanh(x); return formulas{t, {-s * s}, {2 * t * s * s}}; }},
    {"sech", [](wide x) { wide const c = 1 / cosh(x), t = tanh(x); return formulas{c, {-c * t}, {c * (1 - 2 * c * c)}}; }},
    {"csch", [](wide x) { wide const s = 1 / sinh(x), t = 1 / tanh(x); return formulas{s, {-s * t}, {s * (1 + 2 * s * s)}}; }},
    {"asinh", [](wide x) { wide const q = 1 + x * x, r = 1 / sqrt(q); return formulas{boost::math::asinh(x), {r}, {-x * r / q}}; }},
    {"acosh", [](wide x) { wide const q = inside(x), r = 1 / sqrt(q); return formulas{boost::math::acosh(x), {r}, {-x * r / q}}; }},
    {"atanh", [](wide x) { wide const r = 1 / (1 - x * x); return formulas{boost::math::atanh(x), {r}, {2 * x * r * r}}; }},
    {"acoth", [](wide x) { wide const u = 1 / x, r = 1 / (1 - u * u); return of_reciprocal(x, boost::math::atanh(u), r, 2 * u * r * r); }},
    {"asech", [](wide x) { wide const q = inside(x), r = 1 / (x * sqrt(q)); return formulas{boost::math::acosh(wide(1 / x)), {-r}, {(1 - 2 * x * x) * r / (x * q)}}; }},
    {"acsch", [](wide x) { wide const u = 1 / x, q = 1 + u * u, r = 1 / sqrt(q); return of_reciprocal(x, boost::math::asinh(u), r, -u * r / q); }},

    {"erf",  [](wide x) { wide const g = 2 * exp(-x * x) / sqrt(pi); return formulas{boost::math::erf(x), {g}, {-2 * x * g}}; }},
    {"erfc", [](wide x) { wide const g = 2 * exp(-x * x) / sqrt(pi); return formulas{boost::math::erfc(x), {-g}, {2 * x * g}}; }},
    {"tgamma", [](wide x) { wide const y = boost::math::tgamma(x), p = psi(0, x); return formulas{y, {y * p}, {y * (p * p + psi(1, x))}}; }},
    {"lgamma",   [](wide x) { return formulas{boost::math::lgamma(x), {psi(0, x)}, {psi(1, x)}}; }},
    {"digamma",  [](wide x) { return formulas{psi(0, x), {psi(1, x)}, {psi(2, x)}}; }},
    {"trigamma", [](wide x) { return formulas{psi(1, x), {psi(2, x)}, {psi(3, x)}}; }},

    {"floor", [](wide x) { return flat(floor(x)); }},
    {"ceil",  [](wide x) { return flat(ceil(x)); }},
    {"round", [](wide x) { return flat(round(x)); }},
    {"trunc", [](wide x) { return flat(trunc(x)); }},
    {"step",  [](wide x) { return flat(x > 0 ? 1 : 0); }},

    {"sigmoid",  [](wide x) { wide const p = sigmoid(x), q = sigmoid(-x); return formulas{p, {p * q}, {-p * q * tanh(x / 2)}}; }},
    {"softplus", [](wide x) { wide const p = sigmoid(x), q = sigmoid(-x); return formulas{(x > 0 ? x : wide(0)) + boost::math::log1p(exp(-abs(x))), {p}, {p * q}}; }},
    {"relu",       [](wide x) { return x > 0 ? formulas{x, {1}, {0}} : flat(0); }},
    {"leaky_relu", [](wide x) { return x > 0 ? formulas{x, {1}, {0}} : formulas{x / 100, {wide(1) / 100}, {0}}; }},
    {"elu", [](wide x) { return x > 0 ? formulas{x, {1}, {0}} : formulas{boost::math::expm1(x), {exp(x)}, {exp(x)}}; }},
    {"gelu", [](wide x) { wide const p = distribution(x), g = density(x); return formulas{x * p, {p + x * g}, {g * (2 - x * x)}}; }},
    {"silu", [](wide x) { wide const p = sigmoid(x), q = sigmoid(-x); return formulas{x * p, {p + x * p * q}, {p * q * (2 + x * (q - p))}}; }},

    {"square", [](wide x) { return formulas{x * x, {2 * x}, {2}}; }},
    {"logit", [](wide x) { wide const q = x * (1 - x); return formulas{log(wide(x / (1 - x))), {1 / q}, {(2 * x - 1) / (q * q)}}; }},
    {"exprel", [](wide x) { return of_moment(0, x); }},
    {"normcdf", [](wide x) { return formulas{distribution(x), {density(x)}, {-x * density(x)}}; }},
    {"factorial", [](wide x) { wide const y = boost::math::tgamma(wide(x + 1)), p = psi(0, x + 1); return formulas{y, {y * p}, {y * (p * p + psi(1, x + 1))}}; }},
    {"selu", [](wide x) { wide const c("1.7580993408473766"), d("1.0507009873554805"), e = c * exp(x);
                          return x > 0 ? formulas{d * x, {d}, {0}} : formulas{c * boost::math::expm1(x), {e}, {e}}; }},
    {"softsign", [](wide x) { wide const q = 1 + abs(x); return formulas{x / q, {1 / (q * q)}, {-2 * sign(x) / (q * q * q)}}; }},
    {"mish", [](wide x) { wide const s = (x > 0 ? x : wide(0)) + boost::math::log1p(exp(-abs(x))), t = tanh(s), u = 1 / (cosh(s) * cosh(s)), p = sigmoid(x), q = sigmoid(-x);
                          return formulas{x * t, {t + x * u * p}, {2 * u * p + x * u * p * (q - 2 * t * p)}}; }},
    {"erfcx", [](wide x) { wide const y = exp(x * x) * boost::math::erfc(x), d = 2 * x * y - 2 / sqrt(pi); return formulas{y, {d}, {2 * y + 2 * x * d}}; }},
    {"lognormcdf", [](wide x) { wide const p = distribution(x), h = density(x) / p; return formulas{x > 0 ? boost::math::log1p(wide(-distribution(-x))) : log(p), {h}, {-h * (x + h)}}; }},

    {"besselj0", [](wide x) { return bessel(bessel_j, 0, x); }},
    {"besselj1", [](wide x) { return bessel(bessel_j, 1, x); }},
    {"bessely0", [](wide x) { return bessel(bessel_y, 0, x); }},
    {"bessely1", [](wide x) { return bessel(bessel_y, 1, x); }},
};

inline std::map<std::string, std::function<formulas(wide, wide)>> const binary_formulas{
    {"hypot", [](wide x, wide y) { wide const r = sqrt(x * x + y * y), s = r * r * r; return formulas{r, {x / r, y / r}, {y * y / s, -x * y / s, x * x / s}}; }},
    {"atan2", [](wide y, wide x) { wide const r = x * x + y * y, m = 2 * x * y / (r * r);
                                   return formulas{atan2(y, x), {x / r, -y / r}, {-m, (y * y - x * x) / (r * r), m}}; }},
    {"pow", power},
    {"min", [](wide x, wide y) { return formulas{x < y ? x : y, {x < y, x > y}, {0, 0, 0}}; }},
    {"max", [](wide x, wide y) { return formulas{x < y ? y : x, {x > y, x < y}, {0, 0, 0}}; }},
    {"fmod", [](wide x, wide y) { using exact = mp::number<mp::cpp_bin_float<700>, mp::et_off>;
                                  exact const q = trunc(exact(x) / exact(y)); return formulas{wide(exact(x) - exact(y) * q), {1, wide(-q)}, {0, 0, 0}}; }},
    {"mod", [](wide x, wide y) { using exact = mp::number<mp::cpp_bin_float<700>, mp::et_off>;
                                 exact const q = floor(exact(x) / exact(y)); return formulas{wide(exact(x) - exact(y) * q), {1, wide(-q)}, {0, 0, 0}}; }},
    {"exprel_derivative", [](wide n, wide x) { return of_order(of_moment(static_cast<int>(n), x)); }},
    {"lbeta", log_beta},
    {"gammainc", gamma_share},
    {"xlogy", [](wide x, wide y) { return formulas{x * log(y), {log(y), x / y}, {0, 1 / y, -x / (y * y)}}; }},
    {"logsumexp", [](wide x, wide y) { return logsumexp({x, y}); }},
    {"softmax",   [](wide x, wide y) { return softmax({x, y}); }},
    {"polygamma", [](wide n, wide x) { int const k = static_cast<int>(n); return of_order({psi(k, x), {psi(k + 1, x)}, {psi(k + 2, x)}}); }},
    {"besselj",   [](wide n, wide x) { return of_order(bessel(bessel_j, static_cast<int>(n), x)); }},
    {"bessely",   [](wide n, wide x) { return of_order(bessel(bessel_y, static_cast<int>(n), x)); }},
    {"besseli",   [](wide n, wide x) { return of_order(bessel_i(static_cast<int>(n), x)); }},
    {"besselk",   [](wide n, wide x) { return of_order(bessel_k(static_cast<int>(n), x)); }},
};

inline std::map<std::string, std::function<formulas(wide, wide, wide)>> const ternary_formulas{
    {"clamp", [](wide x, wide a, wide b) { return formulas{x < a ? a : x > b ? b : x, {x > a && x < b, x < a, x > b}, {0, 0, 0, 0, 0, 0}}; }},
    {"logsumexp", [](wide x, wide y, wide z) { return logsumexp({x, y, z}); }},
    {"softmax",   [](wide x, wide y, wide z) { return softmax({x, y, z}); }},
};

}  // namespace hundred_digits
