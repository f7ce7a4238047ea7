#pragma once

#include <leibniz/eigen/columns.hpp>
#include <leibniz/evaluate/evaluate.hpp>
#include <leibniz/evaluate/schedule.hpp>

// The steps of a program over columns: once for all rows, and once for each lane of rows.

namespace leibniz::inline v0_1::detail {

// What is made for each argument is made for the type of its value, not for its name.

/// The value of a binding of one symbol; other arguments themselves.
template <class B>
[[gnu::always_inline]] inline auto const& value_of(B const& bound) {
    if constexpr (binds_one_symbol<B>) return bound.value;
    else return bound;
}
/// Stores what is the same for all rows; a column is passed over.
template <class T, class V>
[[gnu::always_inline]] inline int const* supply_number(T* inputs, int const* to, [[maybe_unused]] V const& value) {
    if constexpr (requires { supply(inputs, to, value); }) return supply(inputs, to, value);
    else {
        if constexpr (!is_column<V>)
            if (*to >= 0) inputs[*to] = converted<T>(value);
        return to + 1;
    }
}
/// A step of what is the same for all rows.
template <opcode Op, function const* F, class T>
[[gnu::always_inline]] inline void step_once(T* once, int i, int a, int b, int c, long long n, long long d, T const* inputs,
                                             [[maybe_unused]] Eigen::Index rows) {
    if constexpr (Op == opcode::reduce) once[i] = F->averages ? once[a] : once[a] * whole_number<T>(rows);
    else step<Op, F>(once, i, a, b, c, n, d, inputs);
}

/// Reads a column without packed memory by its reader, and the last rows from their copy.
template <bool Needed, class Lane, class Reader, class T>
[[gnu::always_inline]] inline void read_rows([[maybe_unused]] Lane* v, [[maybe_unused]] int i, [[maybe_unused]] Reader const& reader,
                                             [[maybe_unused]] T const* copy, [[maybe_unused]] Eigen::Index row) {
    if constexpr (Needed && !std::same_as<Reader, no_reader>) {
        if (copy == nullptr) v[i] = reader.template load<Lane>(row);
        else v[i] = Lane::load(copy + row);
    }
}

/// What a step does for a row: it takes a value that does not vary, loads a packed column (others are read before), or computes.
enum class by_row : unsigned char { fixed, read, packed, computed };

template <by_row What, opcode Op, function const* F, class Lane, class T>
[[gnu::always_inline]] inline void step_by_row(Lane* v, int i, int a, int b, int c, [[maybe_unused]] typename Lane::packet const* fixed,
                                               [[maybe_unused]] T const* const* from, [[maybe_unused]] Eigen::Index row) {
    if constexpr (What == by_row::fixed) v[i] = Lane::of_packet(fixed[a]);
    else if constexpr (What == by_row::packed) v[i] = Lane::load(from[a] + row);
    else if constexpr (What == by_row::computed) step<Op, F, Lane>(v, i, a, b, c, 0, 1, nullptr);
}

/// Results of which none varies by row. (Nothing that is made for each of them names the model.)
template <class T, int Count>
struct numbers_of_rows {
    T all[Count + 1]{};
    T number(int r) const { return all[r]; }
};

}  // namespace leibniz::inline v0_1::detail
