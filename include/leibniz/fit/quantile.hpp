#pragma once

#include <leibniz/arithmetic/incomplete_beta.hpp>
#include <leibniz/arithmetic/inverse_error_function.hpp>

#include <cmath>
#include <limits>

namespace leibniz::inline v0_1::detail {

inline constexpr double nan_number = std::numeric_limits<double>::quiet_NaN();

/// The number below which Student's t is in absolute value with this probability, 0 < level < 1: the root of I_y(1/2, n/2) = level
/// with y = t^2/(n + t^2), of 1 - y where that is the smaller one (DLMF 8.17), between bounds that close in on it.
inline double students_quantile(double level, double n) {
    auto const is_below = [&](double t) {
        double const square = t * t, sum = n + square;
        return square < n ? elementary::betainc(0.5, n / 2, square / sum) < level : elementary::betainc(n / 2, 0.5, n / sum) > 1 - level;
    };
    double below = 0, above = 1;
    while (is_below(above)) below = above, above *= 2;
    for (int k = 0; k < 80 && above - below > 1e-16 * above; ++k) {
        double const middle = below + (above - below) / 2;
        (is_below(middle) ? below : above) = middle;
    }
    return below + (above - below) / 2;
}

/// The factor by which an interval exceeds the standard error: Student's quantile, or, where sigma is known, that of the normal
/// distribution. NaN without degrees of freedom.
inline double quantile_of(double level, long long degrees, bool normal) {
    if (normal) return std::sqrt(2.0) * elementary::erfcinv(1 - level);
    return degrees < 1 ? nan_number : students_quantile(level, static_cast<double>(degrees));
}

}  // namespace leibniz::inline v0_1::detail
