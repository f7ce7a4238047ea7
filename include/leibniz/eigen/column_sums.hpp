#pragma once

#include <leibniz/eigen/column_steps.hpp>
#include <leibniz/eigen/compensated_sum.hpp>

#include <algorithm>

namespace leibniz::inline v0_1::detail {

/// How rows are summed if the caller does not say: fast, with the digits that a sum loses kept beside it.
struct compensated {
    template <class T>
    using total = compensated_sum<T>;
    template <class T, int Packets>
    using rows = lane<T, Packets>;
    template <class Lane, int Count>
    using block_sums = summed_block<Lane, Count>;

    /// A step that is the same for all rows.
    template <opcode Op, function const* F, class T>
    [[gnu::always_inline]] static void once(T* v, int i, int a, int b, int c, long long n, long long d, T const* inputs, Eigen::Index rows) {
        step_once<Op, F>(v, i, a, b, c, n, d, inputs, rows);
    }

    /// Rows that are summed together before their totals are merged, so that all orders of computing them give the same bits. More
    /// where they are soon done.
    static constexpr Eigen::Index rows_of_piece(int operations) { return operations > 16 ? 1 << 12 : 1 << 14; }

    /// The totals of all rows: `sum_of(first, last, totals)` sums the rows of a piece.
    template <class Totals, class F>
    static void sum(Totals& totals, Eigen::Index rows, F const& sum_of) {
        constexpr Eigen::Index most = rows_of_piece(F::operations);
        sum_of(Eigen::Index(0), std::min(most, rows), totals);
        for (Eigen::Index first = most; first < rows; first += most) {
            Totals piece;
            sum_of(first, std::min(first + most, rows), piece);
            totals += piece;
        }
    }
};

/// Who computes the pieces: the caller's thread, one after the other.
struct one_thread {
    template <class Sums, class Totals, class F>
    static void sum(Totals& totals, Eigen::Index rows, F const& sum_of) {
        Sums::sum(totals, rows, sum_of);
    }
};

/// The sums of a pass.
template <class Total, int Count>
struct totals_of_rows {
    Total of[Count + 1];
    totals_of_rows& operator+=(totals_of_rows const& other) {
        for (int k = 0; k < Count; ++k) of[k] += other.of[k];
        return *this;
    }
};

}  // namespace leibniz::inline v0_1::detail
