// The table of reference values is right: all its digits against formulas in 100-digit arithmetic, which share nothing with
// the program that wrote it.
#include "../catch.hpp"
#include "../reference/table.hpp"

#include <boost/math/constants/constants.hpp>
#include <boost/math/special_functions/bessel.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/polygamma.hpp>

#include <cstdio>
#include <functional>
#include <map>

namespace {

namespace mp = boost::multiprecision;
using wide = mp::number<mp::cpp_bin_float<100>, mp::et_off>;
using list = std::vector<wide>;

wide const pi = boost::math::constants::pi<wide>();
wide const ln2 = log(wide(2)), ln10 = log(wide(10));
wide const nan = std::numeric_limits<wide>::quiet_NaN();

/// Value, first and second partial derivatives, as the table has them.
struct formulas {
    wide value;
    list first, second;
};

// ------------------------------------------------------------------------------- functions in 100-digit arithmetic

/// x modulo 2 pi, in digits enough for every double.
wide reduced(wide const& x) {
    using very_wide = mp::number<mp::cpp_bin_float<450>, mp::et_off>;
    static very_wide const turn = boost::math::constants::two_pi<very_wide>();
    very_wide const exact(x);
    return wide(exact - turn * round(very_wide(exact / turn)));
}

wide sigmoid(wide const& x) { return 1 / (1 + exp(-x)); }
wide density(wide const& x) { return exp(-x * x / 2) / sqrt(2 * pi); }
wide distribution(wide const& x) { return boost::math::erfc(wide(-x / sqrt(wide(2)))) / 2; }

/// 1 - x^2; its zero without the sign that cpp_bin_float gives it.
wide inside(wide const& x) { return abs(1 - x * x); }

/// The n-th derivative of digamma. Boost's digamma(-1/2) of wide numbers is that of +1/2, hence the step to the right.
wide psi(int n, wide const& x) {
    if (n > 0) return boost::math::polygamma(n, x);
    return x < 0 && x > -1 ? boost::math::digamma(wide(x + 1)) - 1 / x : boost::math::digamma(x);
}

wide sign(wide const& x) { return x < 0 ? -1 : x > 0 ? 1 : 0; }
wide reflected(int n, wide const& y) { return n % 2 == 0 ? y : -y; }
wide bessel_j(int n, wide const& x) { return n < 0 ? reflected(n, bessel_j(-n, x)) : boost::math::cyl_bessel_j(n, x); }
wide bessel_y(int n, wide const& x) { return n < 0 ? reflected(n, bessel_y(-n, x)) : boost::math::cyl_neumann(n, x); }

/// DLMF 10.6.1
template <class F>
formulas bessel(F f, int n, wide const& x) {
    return {f(n, x), {(f(n - 1, x) - f(n + 1, x)) / 2}, {(f(n - 2, x) - 2 * f(n, x) + f(n + 2, x)) / 4}};
}

/// DLMF 10.29.1, from two orders each: of I the two highest, of K the lowest but two.
formulas bessel_i(int n, wide const& x) {
    auto const f = [&x](int order) { return boost::math::cyl_bessel_i(std::abs(order), x); };
    if (x == 0) return {f(n), {(f(n - 1) + f(n + 1)) / 2}, {(f(n - 2) + 2 * f(n) + f(n + 2)) / 4}};
    wide const f4 = f(n + 2), f3 = f(n + 1), f2 = f4 + 2 * (n + 1) / x * f3, f1 = f3 + 2 * n / x * f2, f0 = f2 + 2 * (n - 1) / x * f1;
    return {f2, {(f1 + f3) / 2}, {(f0 + 2 * f2 + f4) / 4}};
}
formulas bessel_k(int n, wide const& x) {
    auto const f = [&x](int order) { return boost::math::cyl_bessel_k(std::abs(order), x); };
    wide const f2 = f(n), f3 = f(n + 1), f4 = f2 + 2 * (n + 1) / x * f3, f1 = f3 - 2 * n / x * f2, f0 = f2 - 2 * (n - 1) / x * f1;
    return {f2, {-(f1 + f3) / 2}, {(f0 + 2 * f2 + f4) / 4}};
}


/// u(1/x), from the derivatives of u.
formulas of_reciprocal(wide const& x, wide const& u, wide const& u1, wide const& u2) {
    wide const r = 1 / x;
    return {u, {-u1 * r * r}, {(u2 * r + 2 * u1) * r * r * r}};
}

/// The same with the order among the arguments.
formulas of_order(formulas const& f) { return {f.value, {nan, f.first[0]}, {nan, nan, f.second[0]}}; }

/// The integral of t^n exp(t x) from 0 to 1.
wide moment(int n, wide const& x) {
    using very_wide = mp::number<mp::cpp_bin_float<800>, mp::et_off>;  // the terms reach exp(|x|)
    very_wide const y(x);
    very_wide sum = 0, term = 1;
    for (int k = 0; k < 10 + 2 * abs(y) || abs(term) > very_wide("1e-800"); ++k) sum += term / (n + 1 + k), term *= y / (k + 1);
    return wide(sum);
}
formulas of_moment(int n, wide const& x) { return {moment(n, x), {moment(n + 1, x)}, {moment(n + 2, x)}}; }

wide log_of_gamma(wide const& x) { return boost::math::lgamma(x); }
formulas log_beta(wide const& a, wide const& b) {
    return {log_of_gamma(a) + log_of_gamma(b) - log_of_gamma(a + b), {psi(0, a) - psi(0, a + b), psi(0, b) - psi(0, a + b)},
            {psi(1, a) - psi(1, a + b), -psi(1, a + b), psi(1, b) - psi(1, a + b)}};
}
formulas gamma_share(wide const& a, wide const& x) {
    wide const density = exp((a - 1) * log(x) - x - log_of_gamma(a));
    return of_order({boost::math::gamma_p(a, x), {density}, {((a - 1) / x - 1) * density}});
}

formulas flat(wide const& value) { return {value, {0}, {0}}; }

/// The entries of softmax, and what is left of 1 beside each, without cancellation.
struct shares {
    list entry, rest, rest_minus_entry;

    explicit shares(list const& x) {
        for (wide const& one : x) {
            wide total = 0;
            for (wide const& other : x) total += exp(other - one);
            entry.push_back(1 / total);
        }
        for (std::size_t i = 0; i < x.size(); ++i) {
            wide others = 0, excess = (static_cast<int>(x.size()) - 2) * entry[i];
            for (std::size_t k = 0; k < x.size(); ++k) {
                if (k == i) continue;
                others += entry[k];
                wide const less = boost::math::expm1(wide(-abs(x[k] - x[i])));
                excess += x[k] > x[i] ? -entry[k] * less : entry[i] * less;  // entry[k] - entry[i]
            }
            rest.push_back(others);
            rest_minus_entry.push_back(excess);
        }
    }
};

formulas logsumexp(list const& x) {
    auto const [p, q, q_minus_p] = shares(x);
    auto const top = static_cast<std::size_t>(std::max_element(x.begin(), x.end()) - x.begin());
    formulas result{x[top] + boost::math::log1p(wide(q[top] / p[top])), p, {}};
    for (std::size_t i = 0; i < p.size(); ++i)
        for (std::size_t j = i; j < p.size(); ++j) result.second.push_back(i == j ? p[i] * q[i] : -p[i] * p[j]);
    return result;
}

/// The first entry of softmax.
formulas softmax(list const& x) {
    auto const [p, q, q_minus_p] = shares(x);
    formulas result{p[0], {}, {}};
    for (std::size_t i = 0; i < p.size(); ++i) {
        result.first.push_back(i == 0 ? p[0] * q[0] : -p[0] * p[i]);
        for (std::size_t j = i; j < p.size(); ++j) {
            if (i == 0)
                result.second.push_back(j == 0 ? p[0] * q[0] * q_minus_p[0] : -p[0] * p[j] * q_minus_p[0]);
            else
                result.second.push_back(j == i ? -p[0] * p[i] * q_minus_p[i] : 2 * p[0] * p[i] * p[j]);
        }
    }
    return result;
}

formulas power(wide const& x, wide const& y) {
    if (x == 0) return {0, {0, 0}, {y == 2 ? 2 : 0, 0, 0}};  // the table has y >= 2
    wide const value = pow(x, y), by_x = y * value / x, by_xx = y * (y - 1) * value / (x * x);
    if (x < 0) return {value, {by_x, nan}, {by_xx, nan, nan}};
    wide const l = log(x);
    return {value, {by_x, value * l}, {by_xx, value / x * (1 + y * l), value * l * l}};
}

std::map<std::string, std::function<formulas(wide)>> const unary_formulas{
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

std::map<std::string, std::function<formulas(wide, wide)>> const binary_formulas{
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

std::map<std::string, std::function<formulas(wide, wide, wide)>> const ternary_formulas{
    {"clamp", [](wide x, wide a, wide b) { return formulas{x < a ? a : x > b ? b : x, {x > a && x < b, x < a, x > b}, {0, 0, 0, 0, 0, 0}}; }},
    {"logsumexp", [](wide x, wide y, wide z) { return logsumexp({x, y, z}); }},
    {"softmax",   [](wide x, wide y, wide z) { return softmax({x, y, z}); }},
};

/// The point by its formulas in 100-digit arithmetic; fails where the table has a function without a row above.
formulas computed(reference_point const& p) {
    list const x(p.at.begin(), p.at.end());
    if (x.size() == 1) return unary_formulas.at(p.function)(x[0]);
    if (x.size() == 2) return binary_formulas.at(p.function)(x[0], x[1]);
    return ternary_formulas.at(p.function)(x[0], x[1], x[2]);
}

/// Whether `stated` is `expected` rounded to 40 digits, or both are beyond 10^10000 on the same side.
bool all_digits_agree(reference_number const& stated, wide const& expected) {
    static wide const smallest("1e-10000");
    if (isnan(stated) || isnan(expected)) return isnan(stated) && isnan(expected);
    if (isinf(stated)) return abs(expected) > 1 / smallest && (stated > 0) == (expected > 0);
    if (stated == 0) return abs(expected) < smallest;
    int exponent = 0;
    double const fraction = static_cast<double>(frexp(abs(stated), &exponent));
    int const decimals = static_cast<int>(std::floor(std::log10(fraction) + exponent * std::log10(2.0) + 1e-9));
    wide decade = pow(wide(10), decimals);  // that of the first digit, or one above where that is a 9
    if (abs(wide(stated)) < decade * (1 - wide("1e-45"))) decade /= 10;
    return abs(wide(stated) - expected) <= 0.50001 * decade * wide("1e-39");
}

bool all_digits_agree(std::vector<reference_number> const& stated, list const& expected) {
    return std::equal(stated.begin(), stated.end(), expected.begin(), expected.end(),
                      [](reference_number const& a, wide const& b) { return all_digits_agree(a, b); });
}

}  // namespace

TEST_CASE("every digit of the table is that of the formulas in 100-digit arithmetic") {
    int points = 0;
    for (reference_point const& p : reference_points()) {
        CAPTURE(p.function, p.at);
        formulas const expected = computed(p);
        CHECK(all_digits_agree(p.value, {expected.value}));
        CHECK(all_digits_agree(p.first, expected.first));
        CHECK(all_digits_agree(p.second, expected.second));
        ++points;
    }
    std::printf("reference table: %d points, all digits of value, first and second derivatives\n", points);
    CHECK(points >= 4600);
}
