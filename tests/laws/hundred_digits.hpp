#pragma once

#include <boost/math/constants/constants.hpp>
#include <boost/math/special_functions/bessel.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/special_functions/polygamma.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <vector>

/// Functions with their first and second derivatives, in 100-digit arithmetic; they share nothing with the library.
namespace hundred_digits {

namespace mp = boost::multiprecision;
using wide = mp::number<mp::cpp_bin_float<100>, mp::et_off>;
using list = std::vector<wide>;

inline wide const pi = boost::math::constants::pi<wide>();
inline wide const ln2 = log(wide(2)), ln10 = log(wide(10));
inline wide const nan = std::numeric_limits<wide>::quiet_NaN();

/// Value, first and second partial derivatives, as the table has them.
struct formulas {
    wide value;
    list first, second;
};

/// x modulo 2 pi, in digits enough for every double.
inline wide reduced(wide const& x) {
    using very_wide = mp::number<mp::cpp_bin_float<450>, mp::et_off>;
    static very_wide const turn = boost::math::constants::two_pi<very_wide>();
    very_wide const exact(x);
    return wide(exact - turn * round(very_wide(exact / turn)));
}

inline wide sigmoid(wide const& x) { return 1 / (1 + exp(-x)); }
inline wide density(wide const& x) { return exp(-x * x / 2) / sqrt(2 * pi); }
inline wide distribution(wide const& x) { return boost::math::erfc(wide(-x / sqrt(wide(2)))) / 2; }

/// 1 - x^2; its zero without the sign that cpp_bin_float gives it.
inline wide inside(wide const& x) { return abs(1 - x * x); }

/// The n-th derivative of digamma. Boost's digamma(-1/2) of wide numbers is that of +1/2, hence the step to the right.
inline wide psi(int n, wide const& x) {
    if (n > 0) return boost::math::polygamma(n, x);
    return x < 0 && x > -1 ? boost::math::digamma(wide(x + 1)) - 1 / x : boost::math::digamma(x);
}

inline wide sign(wide const& x) { return x < 0 ? -1 : x > 0 ? 1 : 0; }
inline wide reflected(int n, wide const& y) { return n % 2 == 0 ? y : -y; }
inline wide bessel_j(int n, wide const& x) { return n < 0 ? reflected(n, bessel_j(-n, x)) : boost::math::cyl_bessel_j(n, x); }
inline wide bessel_y(int n, wide const& x) { return n < 0 ? reflected(n, bessel_y(-n, x)) : boost::math::cyl_neumann(n, x); }

/// DLMF 10.6.1
template <class F>
formulas bessel(F f, int n, wide const& x) {
    return {f(n, x), {(f(n - 1, x) - f(n + 1, x)) / 2}, {(f(n - 2, x) - 2 * f(n, x) + f(n + 2, x)) / 4}};
}

/// DLMF 10.29.1, from two orders each: of I the two highest, of K the lowest but two.
inline formulas bessel_i(int n, wide const& x) {
    auto const f = [&x](int order) { return boost::math::cyl_bessel_i(std::abs(order), x); };
    if (x == 0) return {f(n), {(f(n - 1) + f(n + 1)) / 2}, {(f(n - 2) + 2 * f(n) + f(n + 2)) / 4}};
    wide const f4 = f(n + 2), f3 = f(n + 1), f2 = f4 + 2 * (n + 1) / x * f3, f1 = f3 + 2 * n / x * f2, f0 = f2 + 2 * (n - 1) / x * f1;
    return {f2, {(f1 + f3) / 2}, {(f0 + 2 * f2 + f4) / 4}};
}
inline formulas bessel_k(int n, wide const& x) {
    auto const f = [&x](int order) { return boost::math::cyl_bessel_k(std::abs(order), x); };
    wide const f2 = f(n), f3 = f(n + 1), f4 = f2 + 2 * (n + 1) / x * f3, f1 = f3 - 2 * n / x * f2, f0 = f2 - 2 * (n - 1) / x * f1;
    return {f2, {-(f1 + f3) / 2}, {(f0 + 2 * f2 + f4) / 4}};
}

/// u(1/x), from the derivatives of u.
inline formulas of_reciprocal(wide const& x, wide const& u, wide const& u1, wide const& u2) {
    wide const r = 1 / x;
    return {u, {-u1 * r * r}, {(u2 * r + 2 * u1) * r * r * r}};
}

/// The same with the order among the arguments.
inline formulas of_order(formulas const& f) { return {f.value, {nan, f.first[0]}, {nan, nan, f.second[0]}}; }

/// The integral of t^n exp(t x) from 0 to 1.
inline wide moment(int n, wide const& x) {
    using very_wide = mp::number<mp::cpp_bin_float<800>, mp::et_off>;  // the terms reach exp(|x|)
    very_wide const y(x);
    very_wide sum = 0, term = 1;
    for (int k = 0; k < 10 + 2 * abs(y) || abs(term) > very_wide("1e-800"); ++k) sum += term / (n + 1 + k), term *= y / (k + 1);
    return wide(sum);
}
inline formulas of_moment(int n, wide const& x) { return {moment(n, x), {moment(n + 1, x)}, {moment(n + 2, x)}}; }

inline wide log_of_gamma(wide const& x) { return boost::math::lgamma(x); }
inline formulas log_beta(wide const& a, wide const& b) {
    return {log_of_gamma(a) + log_of_gamma(b) - log_of_gamma(a + b), {psi(0, a) - psi(0, a + b), psi(0, b) - psi(0, a + b)},
            {psi(1, a) - psi(1, a + b), -psi(1, a + b), psi(1, b) - psi(1, a + b)}};
}
inline formulas gamma_share(wide const& a, wide const& x) {
    wide const density = exp((a - 1) * log(x) - x - log_of_gamma(a));
    return of_order({boost::math::gamma_p(a, x), {density}, {((a - 1) / x - 1) * density}});
}

inline formulas flat(wide const& value) { return {value, {0}, {0}}; }

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

inline formulas logsumexp(list const& x) {
    auto const [p, q, q_minus_p] = shares(x);
    auto const top = static_cast<std::size_t>(std::max_element(x.begin(), x.end()) - x.begin());
    formulas result{x[top] + boost::math::log1p(wide(q[top] / p[top])), p, {}};
    for (std::size_t i = 0; i < p.size(); ++i)
        for (std::size_t j = i; j < p.size(); ++j) result.second.push_back(i == j ? p[i] * q[i] : -p[i] * p[j]);
    return result;
}

/// The first entry of softmax.
inline formulas softmax(list const& x) {
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

inline formulas power(wide const& x, wide const& y) {
    if (x == 0) return {0, {0, 0}, {y == 2 ? 2 : 0, 0, 0}};  // the table has y >= 2
    wide const value = pow(x, y), by_x = y * value / x, by_xx = y * (y - 1) * value / (x * x);
    if (x < 0) return {value, {by_x, nan}, {by_xx, nan, nan}};
    wide const l = log(x);
    return {value, {by_x, value * l}, {by_xx, value / x * (1 + y * l), value * l * l}};
}

}  // namespace hundred_digits
