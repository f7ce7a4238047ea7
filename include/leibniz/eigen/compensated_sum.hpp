#pragma once

#include <Eigen/Core>

#include <cmath>
#include <limits>

namespace leibniz::detail {

/// A sum that keeps its digits over many rows, by Neumaier's correction (Neumaier 1974). Blocks of rows are summed before.
template <class T>
class compensated_sum {
public:
    void add(T value) {
        T const sum = total_ + value;
        using std::abs;
        correction_ += abs(total_) >= abs(value) ? (total_ - sum) + value : (value - sum) + total_;
        total_ = sum;
    }
    compensated_sum& operator+=(compensated_sum const& other) {
        add(other.total_);
        correction_ += other.correction_;
        return *this;
    }
    T total() const { return std::numeric_limits<T>::is_integer || !(correction_ == correction_) ? total_ : total_ + correction_; }

private:
    T total_ = T(0), correction_ = T(0);
};

/// The sums of a block of rows, which is short enough to be summed without correction.
template <class Lane, int Count, int Parts>
struct summed_block {
    struct running {
        Lane of[Parts][Count + 1];

        [[gnu::always_inline]] void add(int part, int r, Lane const& rows) { of[part][r] = of[part][r] + rows; }
        [[gnu::always_inline]] void next() {}
    };

    static constexpr Eigen::Index most_lanes() { return 64; }
    [[gnu::always_inline]] static void start(running& sums, bool) {
        for (auto& part : sums.of)
            for (Lane& each : part) each = Lane(typename Lane::number(0));
    }
    /// Hands over the sums of some lanes, of the last one `rest` rows only; false if the block must come once more.
    template <class Totals>
    [[gnu::always_inline]] static bool finish(running const& sums, Totals& totals, Eigen::Index, Eigen::Index rest) {
        for (int r = 0; r < Count; ++r)
            for (int part = 0; part < Parts; ++part) {
                typename Lane::number all[Lane::width];
                sums.of[part][r].store(all);
                for (Eigen::Index k = 0; k < Lane::width && k < rest - part * Lane::width; ++k) totals.of[r].add(all[k]);
            }
        return true;
    }
};

}  // namespace leibniz::detail
