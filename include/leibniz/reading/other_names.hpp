#pragma once

#include <leibniz/language/text_view.hpp>

#include <cstddef>

namespace leibniz::inline v0_1::detail {

// clang-format off
/// Names that other languages and books use, in lower case, and what is written for them here. (One text, which compilers
/// read faster than an array.)
inline constexpr char other_names[] =
    "if: where(c, a, b); iif: where(c, a, b); piecewise: where(c, a, b); cases: where(c, a, b); "
    "select: where(c, a, b); cond: where(c, a, b); ternary: where(c, a, b); expit: sigmoid; sigm: sigmoid; "
    "sig: sigmoid; lg: log10; ld: log2; lb: log2; ln1p: log1p; arctg: atan; atn: atan; arcctg: acot; sh: sinh; "
    "ch: cosh; th: tanh; cth: coth; arsh: asinh; arch: acosh; arth: atanh; sqr: x^2; square: x^2; cube: x^3; "
    "inv: 1/x; reciprocal: 1/x; power: pow; root: x^(1/n); nroot: x^(1/n); mod: fmod; rem: fmod; remainder: fmod; "
    "heavyside: step; relu6: clamp(x, 0, 6); hardtanh: clamp(x, -1, 1); leakyrelu: leaky_relu; lrelu: leaky_relu; "
    "int: trunc; fix: trunc; rint: round; nint: round; norm: hypot; magnitude: abs; average: mean; avg: mean; "
    "degrees: x*180/pi; rad2deg: x*180/pi; radians: x*pi/180; deg2rad: x*pi/180; factorial: tgamma(n + 1); "
    "fact: tgamma(n + 1); gammln: lgamma; normcdf: erfc(-x/sqrt(2))/2; "
    "logit: log(x/(1 - x)); squareroot: sqrt; cuberoot: cbrt; absolute: abs; "
    "detach: stop_gradient; ";
/// Functions that other languages give more arguments, or fewer.
inline constexpr char other_arguments[] =
    "atan: atan2(y, x); atan2: atan2(y, x); log: log(x)/log(b); sqrt: x^(1/n); ^: pow(x, n); "
    "round: round(100*x)/100; where: where(c, a, b); clamp: clamp(x, low, high); ";
/// The blocks of leibniz/special.hpp by the names of their functions; tests/static/special_functions.cpp compares them.
inline constexpr char special_blocks[] =
    "erfcx: scaled_complementary_error_function; lognormcdf: log_normal_distribution; log_ndtr: log_normal_distribution; "
    "erfinv: inverse_error_function; erfcinv: inverse_complementary_error_function; norminv: normal_quantile; "
    "ndtri: normal_quantile; lbeta: log_beta; betaln: log_beta; logbeta: log_beta; lbinom: log_binomial; lchoose: log_binomial; "
    "logbinom: log_binomial; gammainc: lower_incomplete_gamma; gamma_p: lower_incomplete_gamma; "
    "gammaincc: upper_incomplete_gamma; gamma_q: upper_incomplete_gamma; betainc: incomplete_beta; ibeta: incomplete_beta; ";
// clang-format on

constexpr char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr bool same_but_for_case(text_view a, text_view small_letters) {
    if (a.size() != small_letters.size()) return false;
    for (std::size_t k = 0; k < a.size(); ++k)
        if (small(a[k]) != small_letters[k]) return false;
    return true;
}

/// Calls f(name, here) for each entry of a table, until it is true.
template <class F>
constexpr void each_other_name(text_view table, F f) {
    while (!table.empty()) {
        std::size_t const colon = table.find(": "), end = table.find("; ");
        if (f(table.substr(0, colon), table.substr(colon + 2, end - colon - 2))) return;
        table = table.substr(end + 2);
    }
}

/// What to write for a name that no function has, or nothing.
constexpr text_view meant_by(text_view name, text_view table = other_names) {
    text_view result;
    each_other_name(table, [&](text_view other, text_view here) {
        if (same_but_for_case(name, other)) result = here;
        return !result.empty();
    });
    return result;
}

/// What to write for a known function with a number of arguments that it does not take, or nothing.
constexpr text_view meant_by_arguments(text_view name) { return meant_by(name, other_arguments); }

}  // namespace leibniz::inline v0_1::detail
