#pragma once

#include <Eigen/Core>

#include <cmath>
#include <complex>
#include <limits>
#include <type_traits>
#include <utility>

namespace leibniz::inline v0_1::detail {

/// A sum that keeps its digits over many rows: what each addition loses is added up beside it (Knuth 1969; Neumaier 1974). Blocks
/// of rows are summed before.
template <class T>
class compensated_sum {
public:
    compensated_sum() = default;
    explicit compensated_sum(T first) : total_(first) {}

    void add(T value) {
        T const sum = total_ + value;
        if constexpr (!std::numeric_limits<T>::is_integer) {
            T const added = sum - total_;
            correction_ += (total_ - (sum - added)) + (value - added);
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
    compensated_sum() = default;
    explicit compensated_sum(std::complex<T> const& first) : real_(first.real()), imaginary_(first.imag()) {}

    void add(std::complex<T> const& value) { real_.add(value.real()), imaginary_.add(value.imag()); }
    compensated_sum& operator+=(compensated_sum const& other) {
        real_ += other.real_, imaginary_ += other.imaginary_;
        return *this;
    }
    std::complex<T> total() const { return {real_.total(), imaginary_.total()}; }

private:
    compensated_sum<T> real_, imaginary_;
};

/// Numbers of which the last `width` count the last rows of a lane, if they are read from so many rows on.
template <class T, int Width>
struct counted_rows {
    T of[2 * Width]{};
    constexpr counted_rows() {
        for (int k = Width; k < 2 * Width; ++k) of[k] = T(1);
    }
};
template <class T, int Width>
inline constexpr counted_rows<T, Width> last_counted{};

/// The one row of what does not come in packets.
template <class T>
T const& sum_of_rows(T const& row) {
    return row;
}
/// Adds to each of some totals the rows of its packet; the first ones are the totals. Not inlined: one copy serves all models.
template <class Total, class P>
[[gnu::noinline]] void add_packets(Total* totals, P const* packets, int count, bool first) {
    for (int k = 0; k < count; ++k) {
        auto const sum = sum_of_rows(packets[k]);
        if (first) totals[k] = Total(sum);
        else totals[k].add(sum);
    }
}

/// The sums of a block of rows, which is short enough to be summed without correction.
template <class Lane, int Count>
class summed_block {
public:
    /// One place for each sum, all of them constant, so that they are registers.
    struct running {
        Lane of[Count + 1];

        running() { clear(); }
        [[gnu::always_inline]] void clear() {
            each([this](int r) { of[r] = Lane(number(0)); });
        }
        [[gnu::always_inline]] void add(int r, Lane const& rows) { of[r] = of[r] + rows; }
        [[gnu::always_inline]] void next() {}
    };

    /// `is_first`: the totals have no rows yet.
    explicit summed_block(bool is_first) : is_first_(is_first) {}

    static constexpr Eigen::Index most_lanes() { return 64; }
    [[gnu::always_inline]] static void start(running&, bool) {}
    /// Hands over the sums of some lanes; false if they must come once more.
    template <class Totals>
    [[gnu::always_inline]] bool finish(running& sums, Totals& totals, Eigen::Index) {
        if constexpr (Count > 0) {
            typename Lane::packet packets[Count];
            each([&](int r) { packets[r] = sum_of_packets(sums.of[r]); });
            add_packets(totals.of, packets, Count, is_first_);
            is_first_ = false;
            sums.clear();
        }
        return true;
    }
    /// Keeps of a lane the last `rest` rows: for the block that comes next, or if none comes, to be handed over.
    static constexpr bool keeps_rest = true;
    template <class Totals>
    [[gnu::always_inline]] void finish_rest(running& sums, Totals&, Eigen::Index rest) {
        [[maybe_unused]] auto const counts = Lane::load(last_counted<number, Lane::width>.of + rest) != Lane(number(0));
        each([&](int r) { sums.of[r] = choose(counts, sums.of[r], Lane(number(0))); });
    }
    template <class Totals>
    static void end(Totals&) {}

private:
    using number = typename Lane::number;

    template <class F>
    [[gnu::always_inline]] static void each(F const& f) {
        each(f, std::make_integer_sequence<int, Count>{});
    }
    template <class F, int... R>
    [[gnu::always_inline]] static void each(F const& f, std::integer_sequence<int, R...>) {
        int const done[] = {0, (f(R), 0)...};
        static_cast<void>(done);
    }

    bool is_first_;
};

}  // namespace leibniz::inline v0_1::detail
