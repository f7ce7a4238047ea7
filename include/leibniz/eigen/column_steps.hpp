#pragma once

#include <leibniz/eigen/columns.hpp>
#include <leibniz/evaluate/evaluate.hpp>
#include <leibniz/evaluate/schedule.hpp>

// The steps of a program over columns: once for all rows, and once for each lane of rows.

namespace leibniz::detail {

/// Stores what is the same for all rows; a column's argument is passed over.
template <class T, class B>
int const* supply_number(T* inputs, int const* to, B const& bound) {
    if constexpr (argument<B>::columns) return to + 1;
    else return supply(inputs, to, bound);
}
/// A step of what is the same for all rows.
template <opcode Op, function const* F, class T>
[[gnu::always_inline]] inline void step_once(T* once, int i, int a, int b, int c, long long n, long long d, T const* inputs,
                                             [[maybe_unused]] Eigen::Index rows) {
    if constexpr (Op == opcode::reduce) once[i] = F->averages ? once[a] : once[a] * whole_number<T>(rows);
    else step<Op, F>(once, i, a, b, c, n, d, inputs);
}

/// Reads the rows of a lane, or the last ones, of a column.
template <bool Whole, class T, class Reader>
[[gnu::always_inline]] inline void read_rows([[maybe_unused]] lane<T>* v, [[maybe_unused]] int i, [[maybe_unused]] Reader const& from,
                                             [[maybe_unused]] Eigen::Index row, [[maybe_unused]] Eigen::Index count) {
    if constexpr (std::same_as<Reader, no_reader>) return;
    else if constexpr (Whole) v[i] = from.load(row);
    else {
        lane<T> const last = from.load_some(row, count);  // the address of v, passed on to a function, would keep v out of registers
        v[i] = last;
    }
}

/// A step for the rows of a lane. What does not vary by row fills its lane before; columns are read before, too.
template <bool Computes, opcode Op, function const* F, class T>
[[gnu::always_inline]] inline void step_by_row(lane<T>* v, int i, int a, int b, int c, long long n, long long d) {
    if constexpr (Computes) step<Op, F, lane<T>>(v, i, a, b, c, n, d, nullptr);
}

/// Results of which none varies by row. (Nothing that is made for each of them names the model.)
template <class T, int Count>
struct numbers_of_rows {
    T all[Count + 1]{};
    T number(int r) const { return all[r]; }
};

}  // namespace leibniz::detail
