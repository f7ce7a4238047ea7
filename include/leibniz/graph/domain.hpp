#pragma once

namespace leibniz::inline v0_1 {

/// An interval of the real line; an end belongs to it where it is closed.
struct interval {
    double low, high;
    bool closed_low = false, closed_high = false;

    constexpr bool contains(double u) const { return (closed_low ? low <= u : low < u) && (closed_high ? u <= high : u < high); }
};

inline constexpr double infinity = __builtin_inf();
inline constexpr interval real_line{-infinity, infinity};
inline constexpr interval positive_half{0, infinity};
inline constexpr interval nonnegative_half{0, infinity, true};
inline constexpr interval unit_interval{-1, 1};
inline constexpr interval closed_unit_interval{-1, 1, true, true};
inline constexpr interval above_one{1, infinity};
inline constexpr interval from_one{1, infinity, true};

/// A union of intervals: two (which may be the same one), or one on the left that repeats, to both sides or to its left.
struct domain_region {
    enum class form : unsigned char { two, repeated, repeated_leftwards };

    interval left, right;
    form shape = form::two;
    double period = 0;
};

inline constexpr double half_turn = 3.141592653589793;
inline constexpr domain_region whole_line{real_line, real_line};
inline constexpr domain_region positive_reals{positive_half, positive_half};
inline constexpr domain_region nonnegative_reals{nonnegative_half, nonnegative_half};
inline constexpr domain_region nonzero_reals{{-infinity, 0}, {0, infinity}};
inline constexpr domain_region outside_unit_interval{{-infinity, -1}, {1, infinity}};
inline constexpr domain_region from_one_outwards{{-infinity, -1, false, true}, {1, infinity, true}};
inline constexpr domain_region between_whole_numbers{{0, 1}, {0, 1}, domain_region::form::repeated, 1};
inline constexpr domain_region between_halves{{-0.5, 0.5}, {-0.5, 0.5}, domain_region::form::repeated, 1};
inline constexpr domain_region between_half_turns{{0, half_turn}, {0, half_turn}, domain_region::form::repeated, half_turn};
inline constexpr domain_region between_quarter_turns{
    {-half_turn / 2, half_turn / 2}, {-half_turn / 2, half_turn / 2}, domain_region::form::repeated, half_turn};
inline constexpr domain_region apart_from_poles_of_gamma{{-1, 0}, {0, infinity}, domain_region::form::repeated_leftwards, 1};
inline constexpr domain_region apart_from_poles_of_factorial{{-2, -1}, {-1, infinity}, domain_region::form::repeated_leftwards, 1};

}  // namespace leibniz::inline v0_1
