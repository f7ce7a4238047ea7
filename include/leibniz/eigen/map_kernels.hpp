#pragma once

#include <leibniz/eigen/lane_values.hpp>
#include <leibniz/evaluate/scalar.hpp>

#include <algorithm>

namespace leibniz::inline v0_1::detail {

/// One operation of a map on a run of entries.
template <class T>
using map_kernel = void (*)(T const* first, T const* second, T const* third, T* out, Eigen::Index count);

/// Whole lanes, then the rest in lanes that are filled up with the last entry, so that no value arises that no entry has.
template <int Arity, class T, class F>
[[gnu::always_inline]] inline void in_lanes_and_rest(T const* first, T const* second, T const* third, T* out, Eigen::Index count, F apply) {
    using wide = lane<T>;
    Eigen::Index k = 0;
    for (; k + wide::width <= count; k += wide::width)
        apply(wide::load(first + k), wide::load((Arity > 1 ? second : first) + k), wide::load((Arity > 2 ? third : first) + k)).store(out + k);
    if (k == count) return;
    T rest[3][wide::width];
    auto const filled = [&](T* to, T const* from) {
        std::fill(std::copy(from + k, from + count, to), to + wide::width, from[count - 1]);
    };
    filled(rest[0], first);
    if constexpr (Arity > 1) filled(rest[1], second);
    if constexpr (Arity > 2) filled(rest[2], third);
    apply(wide::load(rest[0]), wide::load(rest[Arity > 1 ? 1 : 0]), wide::load(rest[Arity > 2 ? 2 : 0])).store(rest[0]);
    std::copy_n(rest[0], count - k, out + k);
}
/// The same of arithmetic, which takes the rest one by one.
template <class T, class F>
[[gnu::always_inline]] inline void in_lanes_and_one_by_one(T const* first, T const* second, T* out, Eigen::Index count, F apply) {
    using wide = lane<T>;
    Eigen::Index k = 0;
    for (; k + wide::width <= count; k += wide::width) apply(wide::load(first + k), wide::load(second + k)).store(out + k);
    for (; k < count; ++k) out[k] = apply(first[k], second[k]);
}

/// An operation of the table, or of arithmetic, on entries: one function for each, whatever the model.
template <opcode Op, function const* F, class T>
void map_entries(T const* first, [[maybe_unused]] T const* second, [[maybe_unused]] T const* third, T* out, Eigen::Index count) {
    if constexpr (Op == opcode::reduce) {
        std::copy_n(first, count, out);
    } else if constexpr (Op == opcode::negate) {
        in_lanes_and_one_by_one(first, first, out, count, [](auto const& entry, auto const&) { return -entry; });
    } else if constexpr (Op == opcode::call) {
        if constexpr (F->arity == 0) {
            std::fill_n(out, count, block<F>::template value<T>());
        } else if (count == 1) {
            if constexpr (F->arity == 1) *out = value_at<block<F>>(*first);
            else if constexpr (F->arity == 2) *out = value_at<block<F>>(*first, *second);
            else *out = value_at<block<F>>(*first, *second, *third);
        } else {
            in_lanes_and_rest<F->arity>(first, second, third, out, count,
                                        [](auto const& left, [[maybe_unused]] auto const& right, [[maybe_unused]] auto const& last) {
                                            if constexpr (F->arity == 1) return value_at<block<F>>(left);
                                            else if constexpr (F->arity == 2) return value_at<block<F>>(left, right);
                                            else return value_at<block<F>>(left, right, last);
                                        });
        }
    } else {
        in_lanes_and_one_by_one(first, second, out, count, [](auto const& left, auto const& right) {
            if constexpr (Op == opcode::add) return left + right;
            else if constexpr (Op == opcode::subtract) return left - right;
            else if constexpr (Op == opcode::multiply) return left * right;
            else return left / right;
        });
    }
}

}  // namespace leibniz::inline v0_1::detail
