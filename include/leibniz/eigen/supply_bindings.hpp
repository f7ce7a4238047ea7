#pragma once

#include <leibniz/eigen/columns.hpp>
#include <leibniz/eigen/workspace.hpp>
#include <leibniz/evaluate/check_bindings.hpp>

#include <utility>

namespace leibniz::inline v0_1::detail {

// What is bound, as a workspace takes it.

/// A value whose memory can be read as it is.
template <class T, class V>
inline constexpr bool is_in_memory = [] {
    if constexpr (eigen_dense<V>) return std::same_as<typename V::Scalar, T> && (Eigen::internal::traits<V>::Flags & Eigen::DirectAccessBit) != 0;
    else return false;
}();

/// The rows and columns of a value.
template <class T, class V>
void fit_value(workspace<T>& work, int place, V const& value) {
    if (place < 0) return;
    if constexpr (eigen_dense<V>) work.fit(place, value.rows(), value.cols());
}
template <class T, class V>
void supply_value(workspace<T>& work, int place, V const& value) {
    if (place < 0) return;
    if constexpr (eigen_dense<V>) {
        if constexpr (is_in_memory<T, V>)
            if (work.supply(place, value.data(), value.rows(), value.cols(), value.rowStride(), value.colStride())) return;
        work.supply_copy(place);
    } else work.supply_number(place, converted<T>(value));
}
template <class T, class V>
void copy_value(workspace<T>& work, int place, V const& value) {
    if constexpr (eigen_dense<V>)
        if (place >= 0 && work.is_copied(place))
            Eigen::Map<Eigen::Array<T, Eigen::Dynamic, Eigen::Dynamic>>(work.copy_of(place), value.rows(), value.cols()) =
                value.template cast<T>().array();
}

// Functions on each value of an argument: named by the argument alone.
template <class T>
struct fitting {
    workspace<T>& work;
    void operator()(int place, auto const& value) const { fit_value(work, place, value); }
};
template <class T>
struct supplying {
    workspace<T>& work;
    void operator()(int place, auto const& value) const { supply_value(work, place, value); }
};
/// Supplies values of the same sizes as in the last call.
template <class T>
struct renewing {
    workspace<T>& work;
    bool& same;
    template <class V>
    void operator()(int place, V const& value) const {
        if (place < 0 || !same) return;
        if constexpr (is_in_memory<T, V>) if (work.renew(place, value.data(), value.rows(), value.cols(), value.rowStride(), value.colStride())) return;
        if constexpr (eigen_dense<V>) same = work.has_dimensions(place, value.rows(), value.cols());
        if (same) supply_value(work, place, value);
    }
};
template <class T>
struct copying {
    workspace<T>& work;
    void operator()(int place, auto const& value) const { copy_value(work, place, value); }
};
template <class F, class B, std::size_t... I>
[[gnu::always_inline]] inline int const* for_values(F const& visit, int const* places, B const& bound, std::index_sequence<I...>) {
    int const done[] = {0, (visit(places[I], argument<B>::template get<I>(bound)), 0)...};
    static_cast<void>(done);
    return places + sizeof...(I);
}
template <class F, class B>
[[gnu::always_inline]] inline int const* for_values(F const& visit, int const* places, B const& bound) {
    return for_values(visit, places, bound, std::make_index_sequence<static_cast<std::size_t>(argument<B>::size)>{});
}

}  // namespace leibniz::inline v0_1::detail
