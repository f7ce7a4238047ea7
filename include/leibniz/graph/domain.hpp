#pragma once

#include <limits>

namespace leibniz {

/// An interval of the real line; an end belongs to it where it is closed.
struct interval {
    double low, high;
    bool closed_low = false, closed_high = false;

    constexpr bool contains(double u) const { return (closed_low ? low <= u : low < u) && (closed_high ? u <= high : u < high); }
};

/// Where a function of the table is defined, or smooth: one interval, two, or one that repeats at equal distances, to
/// both sides or to the left.
struct region {
    enum class copies : unsigned char { none, everywhere, leftwards };

    interval pieces[2]{};
    int count = 1;
    copies repeats = copies::none;  // of the last piece
    double period = 0;

    constexpr region(interval only) : pieces{only, {}} {}
    constexpr region(double low, double high) : pieces{{low, high}, {}} {}
    constexpr region(interval first, interval second) : pieces{first, second}, count(2) {}
    constexpr region(interval one, copies to, double distance) : pieces{one, {}}, repeats(to), period(distance) {}
    constexpr region(interval first, interval second, copies to, double distance) : pieces{first, second}, count(2), repeats(to), period(distance) {}

    /// The interval that contains u; an empty one where none does.
    constexpr interval piece_at(double u) const {
        for (int k = 0; k < count; ++k)
            if (pieces[k].contains(u)) return pieces[k];
        interval const& last = pieces[count - 1];
        if (repeats == copies::none || !(u > -1e15 && u < 1e15)) return {0, 0};
        double const distance = (u - last.low) / period;
        long long steps = static_cast<long long>(distance);
        if (static_cast<double>(steps) > distance) --steps;
        double const shift = static_cast<double>(steps) * period;
        interval const moved{last.low + shift, last.high + shift, last.closed_low, last.closed_high};
        bool const is_copy = repeats == copies::everywhere || steps < 0;
        return is_copy && moved.contains(u) ? moved : interval{0, 0};
    }
    constexpr bool contains(double u) const { return piece_at(u).contains(u); }
};

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr interval real_line{-infinity, infinity};
inline constexpr interval positive_half{0, infinity};
inline constexpr interval nonnegative_half{0, infinity, true};
inline constexpr interval negative_half{-infinity, 0};
inline constexpr interval unit_interval{-1, 1};
inline constexpr interval closed_unit_interval{-1, 1, true, true};
inline constexpr interval above_one{1, infinity};
inline constexpr interval from_one{1, infinity, true};

inline constexpr region nonzero_reals{negative_half, positive_half};
inline constexpr region outside_unit_interval{{-infinity, -1}, above_one};
inline constexpr region from_one_outwards{{-infinity, -1, false, true}, from_one};
inline constexpr region between_whole_numbers{{0, 1}, region::copies::everywhere, 1};
inline constexpr region between_halves{{-0.5, 0.5}, region::copies::everywhere, 1};
inline constexpr region between_half_turns{{0, 3.141592653589793}, region::copies::everywhere, 3.141592653589793};
inline constexpr region between_quarter_turns{{-1.5707963267948966, 1.5707963267948966}, region::copies::everywhere, 3.141592653589793};
inline constexpr region apart_from_poles_of_gamma{positive_half, {-1, 0}, region::copies::leftwards, 1};

}  // namespace leibniz
