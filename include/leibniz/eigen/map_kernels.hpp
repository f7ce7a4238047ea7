#pragma once

#include <leibniz/eigen/lane.hpp>
#include <leibniz/evaluate/scalar.hpp>

#include <algorithm>

namespace leibniz::detail {

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
    for (int j = 0; j < wide::width; ++j) {
        Eigen::Index const from = std::min<Eigen::Index>(k + j, count - 1);
        rest[0][j] = first[from];
        rest[1][j] = (Arity > 1 ? second : first)[from];
        rest[2][j] = (Arity > 2 ? third : first)[from];
    }
    apply(wide::load(rest[0]), wide::load(rest[1]), wide::load(rest[2])).store(rest[0]);
    for (int j = 0; k < count; ++k, ++j) out[k] = rest[0][j];
}

/// log(1 + exp(u)) without overflow: max(u, 0) + log(1 + e) with e = exp(-|u|), of which the latter is e*log(w)/(w - 1) with
/// w = 1 + e as it was rounded (Kahan), so that no digit is lost where e is small.
template <class T, int Packets>
lane<T, Packets> softplus_in_lanes(lane<T, Packets> const& entries) {
    lane<T, Packets> const one(T(1)), zero(T(0)), small = exp(minus_abs(entries)), rounded = one + small;
    return where_less(zero, entries, entries, zero) + where_equal(rounded, one, small, small * log(rounded) / (rounded - one));
}

/// An operation of the table, or of arithmetic, on entries: one function for each, whatever the model.
template <opcode Op, function const* F, class T>
void map_entries(T const* first, [[maybe_unused]] T const* second, [[maybe_unused]] T const* third, T* out, Eigen::Index count) {
    if constexpr (Op == opcode::reduce) {
        std::copy_n(first, count, out);
    } else if constexpr (Op == opcode::negate) {
        if (count == 1) *out = -*first;
        else in_lanes_and_rest<1>(first, first, first, out, count, [](auto const& entry, auto const&, auto const&) { return -entry; });
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
                                            if constexpr (std::same_as<block<F>, soft_plus>) return softplus_in_lanes(left);
                                            else if constexpr (F->arity == 1) return value_at<block<F>>(left);
                                            else if constexpr (F->arity == 2) return value_at<block<F>>(left, right);
                                            else return value_at<block<F>>(left, right, last);
                                        });
        }
    } else {
        auto const apply = [](auto const& left, auto const& right, auto const&) {
            if constexpr (Op == opcode::add) return left + right;
            else if constexpr (Op == opcode::subtract) return left - right;
            else if constexpr (Op == opcode::multiply) return left * right;
            else return left / right;
        };
        if (count == 1) *out = apply(*first, *second, 0);
        else in_lanes_and_rest<2>(first, second, second, out, count, apply);
    }
}

}  // namespace leibniz::detail
