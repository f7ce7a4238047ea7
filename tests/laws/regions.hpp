#pragma once

#include <leibniz/graph/domain.hpp>

#include <array>
#include <cstddef>

// Where a function is defined or smooth, as intervals that laws can sample.

/// The intervals of a region; of one that repeats, those around the middle, and the interval of any number.
class interval_list {
public:
    constexpr interval_list(leibniz::interval only) : all_{only}, count_(1) {}
    constexpr interval_list(leibniz::domain_region const& r) : of_(r), repeats_(r.shape != leibniz::domain_region::form::two), all_{r.left, r.right}, count_(2) {
        bool const same = r.left.low == r.right.low && r.left.high == r.right.high;
        if (same) count_ = 1;
        if (!repeats_) return;
        all_[static_cast<std::size_t>(count_++)] = copy(-1);
        if (count_ == 2) all_[static_cast<std::size_t>(count_++)] = copy(1);
        else all_[static_cast<std::size_t>(count_++)] = copy(-2);
    }

    constexpr int size() const { return count_; }
    constexpr leibniz::interval const& operator[](int k) const { return all_[static_cast<std::size_t>(k)]; }

    /// The interval that contains u; an empty one where none does.
    constexpr leibniz::interval around(double u) const {
        for (int k = 0; k < count_; ++k)
            if ((*this)[k].contains(u)) return (*this)[k];
        if (!repeats_ || !(u > -1e15 && u < 1e15)) return {0, 0};
        long long steps = static_cast<long long>((u - of_.left.low) / of_.period);
        if (u < of_.left.low + static_cast<double>(steps) * of_.period) --steps;
        bool const is_copy = steps <= 0 || of_.shape == leibniz::domain_region::form::repeated;
        leibniz::interval const moved = copy(static_cast<double>(steps));
        return is_copy && moved.contains(u) ? moved : leibniz::interval{0, 0};
    }
    constexpr bool contains(double u) const { return around(u).contains(u); }

    /// The distance of u to the nearest end of its interval, at most 1; 0 outside.
    constexpr double room_at(double u) const {
        leibniz::interval const in = around(u);
        if (!in.contains(u)) return 0;
        double const to_low = u - in.low, to_high = in.high - u, to_end = to_low < to_high ? to_low : to_high;
        return to_end < 1 ? to_end : 1;
    }

private:
    constexpr leibniz::interval copy(double steps) const {
        double const by = steps * of_.period;
        return {of_.left.low + by, of_.left.high + by, of_.left.closed_low, of_.left.closed_high};
    }

    leibniz::domain_region of_ = leibniz::whole_line;
    bool repeats_ = false;
    std::array<leibniz::interval, 4> all_{};
    int count_;
};

/// Where argument k of a row lies.
template <class F>
constexpr interval_list domain_of([[maybe_unused]] std::size_t k) {
    if constexpr (requires { F::domains; }) return F::domains[k];
    else if constexpr (requires { F::domain; }) return F::domain;
    else return leibniz::real_line;
}

/// Where a row is smooth in its argument k, whatever the others are.
template <class F>
constexpr interval_list smooth_of(std::size_t k) {
    if constexpr (requires { F::smooth; }) return F::smooth;
    else return domain_of<F>(k);
}
