#pragma once

#include <Eigen/Core>

#include <cmath>
#include <complex>
#include <limits>

namespace leibniz::detail {

/// A sum that keeps its digits over many rows, by Neumaier's correction (Neumaier 1974). Blocks of rows are summed before.
template <class T>
class compensated_sum {
public:
    void add(T value) {
        T const sum = total_ + value;
        if constexpr (!std::numeric_limits<T>::is_integer) {
            using std::abs;
            correction_ += abs(total_) >= abs(value) ? (total_ - sum) + value : (value - sum) + total_;
        }
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
/// The parts of a complex number lose digits each by itself.
template <class T>
class compensated_sum<std::complex<T>> {
public:
    void add(std::complex<T> const& value) { real_.add(value.real()), imaginary_.add(value.imag()); }
    compensated_sum& operator+=(compensated_sum const& other) {
        real_ += other.real_, imaginary_ += other.imaginary_;
        return *this;
    }
    std::complex<T> total() const { return {real_.total(), imaginary_.total()}; }

private:
    compensated_sum<T> real_, imaginary_;
};

/// Adds to each of some totals its `count` sums of rows, of which `rest` are wanted: in pairs of pairs if that is all. Not inlined: one
/// copy serves all models.
template <class Total, class T>
[[gnu::noinline]] void add_rows(Total* totals, int totals_count, T* rows, int count, Eigen::Index rest) {
    for (Total* total = totals; total < totals + totals_count; ++total, rows += count)
        if (rest < count) {
            for (Eigen::Index k = 0; k < rest; ++k) total->add(rows[k]);
        } else {
            for (int half = count / 2; half > 0; half /= 2)
                for (int k = 0; k < half; ++k) rows[k] = rows[k] + rows[half + k];
            total->add(rows[0]);
        }
}

/// The sums of a block of rows, which is short enough to be summed without correction.
template <class Lane, int Count>
struct summed_block {
    struct running {
        Lane of[Count + 1];

        [[gnu::always_inline]] void add(int r, Lane const& rows) { of[r] = of[r] + rows; }
        [[gnu::always_inline]] void next() {}
    };

    static constexpr Eigen::Index most_lanes() { return 64; }
    [[gnu::always_inline]] static void start(running& sums, bool) {
        for (Lane& each : sums.of) each = Lane(typename Lane::number(0));
    }
    /// Hands over the sums of some lanes, of the last one `rest` rows only; false if the block must come once more.
    template <class Totals>
    [[gnu::always_inline]] static bool finish(running const& sums, Totals& totals, Eigen::Index, Eigen::Index rest) {
        typename Lane::number rows[Count + 1][Lane::width];
        for (int r = 0; r < Count; ++r) sums.of[r].store(rows[r]);
        add_rows(totals.of, Count, rows[0], Lane::width, rest);
        return true;
    }
    template <class Totals>
    static void end(Totals&) {}
};

}  // namespace leibniz::detail
