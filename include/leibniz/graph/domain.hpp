#pragma once

#include <limits>

namespace leibniz {

/// Where a function of the table is defined and smooth: an interval of the real line for each argument.
struct interval {
    double low, high;
    bool closed = false;

    constexpr bool contains(double u) const { return closed ? low <= u && u <= high : low < u && u < high; }
};

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr interval real_line{-infinity, infinity};
inline constexpr interval positive_half{0.0, infinity};
inline constexpr interval nonnegative_half{0.0, infinity, true};
inline constexpr interval unit_interval{-1.0, 1.0};
inline constexpr interval above_one{1.0, infinity};
inline constexpr interval half_turn{0.0, 3.141592653589793};
inline constexpr interval quarter_turns{-1.5707963267948966, 1.5707963267948966};

}  // namespace leibniz
