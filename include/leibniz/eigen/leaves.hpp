#pragma once

#include <leibniz/eigen/columns.hpp>

#include <utility>

// Where results go: numbers, columns, matrices, and records and tables of them, in the order of the program's results.

namespace leibniz::inline v0_1::detail {

/// Calls visit(number, leaf) for each result in `to`; returns the number of the next one.
template <class F, class R>
int for_leaves(F const& visit, int number, R& to);
template <class F, class R, std::size_t... I>
int for_leaves_in(F const& visit, int number, R& to, std::index_sequence<I...>) {
    int const done[] = {0, (number = for_leaves(visit, number, to.template get<I>()))...};
    static_cast<void>(done);
    return number;
}
template <class R>
concept holds_results = requires(R& to) { to.template get<0>(); } && !eigen_dense<R>;
template <class F, class R>
int for_leaves(F const& visit, int number, R& to) {
    if constexpr (holds_results<R>) return for_leaves_in(visit, number, to, std::make_index_sequence<static_cast<std::size_t>(R::size)>{});
    else return visit(number, to), number + 1;
}

}  // namespace leibniz::inline v0_1::detail
