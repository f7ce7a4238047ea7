#pragma once

#include <leibniz/eigen/columns.hpp>
#include <leibniz/evaluate/pack.hpp>

#include <cmath>
#include <concepts>

namespace leibniz::inline v0_1 {

namespace detail {

/// The type in which a pack holds a value: no reference to other memory, no expression.
template <class V>
struct held {
    using type = V;
};
template <eigen_dense V>
struct held<V> {
    using type = typename V::PlainObject;
};
template <class... V>
concept any_matrix = (eigen_dense<V> || ...);

template <class>
inline constexpr bool binds_matrix = false;
template <class S, class T>
inline constexpr bool binds_matrix<binding<S, T>> = eigen_dense<std::remove_cvref_t<T>>;

template <class B>
auto held_record(B const& bound) {
    return as_record(bound);
}
template <class S, class T>
    requires eigen_dense<std::remove_cvref_t<T>>
auto held_record(binding<S, T> const& bound) {
    using type = typename held<std::remove_cvref_t<T>>::type;
    return record<variables<S>, type>{stored(type(bound.value))};
}

template <class V, class W>
constexpr auto inner_product_in_pack(V const& left, W const& right) {
    if constexpr (eigen_dense<V>) return left.cwiseProduct(right).sum();
    else return left * right;
}
template <class T>
struct number_from_pack {
    static consteval int report() {
        static_assert(!sizeof(T), "+=, -= of packs: a number is added to a pack; write p -= 0.1*evaluate(gradient(loss, wrt(W)), p) for a step of descent");
        return 0;
    }
};
template <class Keys, class... M, class F, std::size_t... I>
void change_each(record<Keys, M...>& all, F const& change, std::index_sequence<I...>) {
    int const done[] = {0, (change(all.template get<I>()), 0)...};
    static_cast<void>(done);
}
template <class... V, class All, class B, class F, std::size_t... I>
void for_pairs(variables<V...>, All& all, B const& by, F const& visit, std::index_sequence<I...>) {
    int const done[] = {0, (visit(all.template get<I>(), matching<I, V, std::remove_const_t<All>>(by)), 0)...};
    static_cast<void>(done);
}

}  // namespace detail

/// A pack of vectors, matrices and numbers. It holds copies.
///
///     constexpr matrix<"A", "m", "n"> A;
///     auto p = values(A = Eigen::MatrixXd::Ones(2, 3), b = 1.0);
///     p -= 0.5 * values(b = 2.0, A = Eigen::MatrixXd::Identity(2, 3));
///     assert(p[A](0, 0) == 0.5 && p[A](0, 1) == 1.0 && p[b] == 0.0);
template <class... B>
    requires(detail::binds_matrix<B> || ...)
auto values(B const&... bindings) {
    return detail::joined_all(detail::held_record(bindings)...);
}

// Vector arithmetic on packs of matrices: as on packs of numbers; sums, multiples and differences are packs of matrices, not of
// Eigen's expressions, which would refer to what is gone.

template <class... V, class... M, class... W, class... N>
    requires detail::any_matrix<M...>
record<variables<V...>, M...>& operator+=(record<variables<V...>, M...>& to, record<variables<W...>, N...> const& by) {
    if constexpr (!detail::same_symbols(variables<V...>{}, variables<W...>{}))
        static_cast<void>(detail::different_symbols<record<variables<W...>, N...>>::report());
    else detail::for_pairs(variables<V...>{}, to, by, [](auto& value, auto const& change) { value += change; }, std::index_sequence_for<M...>{});
    return to;
}
template <class... V, class... M, class... W, class... N>
    requires detail::any_matrix<M...>
record<variables<V...>, M...>& operator-=(record<variables<V...>, M...>& to, record<variables<W...>, N...> const& by) {
    if constexpr (!detail::same_symbols(variables<V...>{}, variables<W...>{}))
        static_cast<void>(detail::different_symbols<record<variables<W...>, N...>>::report());
    else detail::for_pairs(variables<V...>{}, to, by, [](auto& value, auto const& change) { value -= change; }, std::index_sequence_for<M...>{});
    return to;
}
/// A number, which the value of a loss is, is refused.
template <class... V, class... M, std::floating_point T>
    requires detail::any_matrix<M...>
record<variables<V...>, M...>& operator-=(record<variables<V...>, M...>& to, T) {
    static_cast<void>(detail::number_from_pack<T>::report());
    return to;
}
template <class... V, class... M, std::floating_point T>
    requires detail::any_matrix<M...>
record<variables<V...>, M...>& operator+=(record<variables<V...>, M...>& to, T) {
    static_cast<void>(detail::number_from_pack<T>::report());
    return to;
}
template <class... V, class... M, detail::number_like T>
    requires detail::any_matrix<M...>
record<variables<V...>, M...>& operator*=(record<variables<V...>, M...>& to, T const& factor) {
    detail::change_each(
        to, [&factor](auto& value) { value *= static_cast<typename detail::number_in<std::remove_cvref_t<decltype(value)>>::type>(factor); },
        std::index_sequence_for<M...>{});
    return to;
}
template <class... V, class... M, detail::number_like T>
    requires detail::any_matrix<M...>
record<variables<V...>, M...>& operator/=(record<variables<V...>, M...>& to, T const& divisor) {
    detail::change_each(
        to, [&divisor](auto& value) { value /= static_cast<typename detail::number_in<std::remove_cvref_t<decltype(value)>>::type>(divisor); },
        std::index_sequence_for<M...>{});
    return to;
}

template <class... V, class... M, class... W, class... N>
    requires detail::any_matrix<M...>
record<variables<V...>, M...> operator+(record<variables<V...>, M...> left, record<variables<W...>, N...> const& right) {
    left += right;
    return left;
}
template <class... V, class... M, class... W, class... N>
    requires detail::any_matrix<M...>
record<variables<V...>, M...> operator-(record<variables<V...>, M...> left, record<variables<W...>, N...> const& right) {
    left -= right;
    return left;
}
template <class... V, class... M>
    requires detail::any_matrix<M...>
record<variables<V...>, M...> operator-(record<variables<V...>, M...> of) {
    of *= -1;
    return of;
}
template <class... V, class... M, detail::number_like T>
    requires(detail::any_matrix<M...> && !expression<T>)
record<variables<V...>, M...> operator*(T const& factor, record<variables<V...>, M...> of) {
    of *= factor;
    return of;
}
template <class... V, class... M, detail::number_like T>
    requires(detail::any_matrix<M...> && !expression<T>)
record<variables<V...>, M...> operator*(record<variables<V...>, M...> of, T const& factor) {
    of *= factor;
    return of;
}
template <class... V, class... M, detail::number_like T>
    requires(detail::any_matrix<M...> && !expression<T>)
record<variables<V...>, M...> operator/(record<variables<V...>, M...> of, T const& divisor) {
    of /= divisor;
    return of;
}

/// The sum of the products of all entries, and the root of that of a pack with itself.
template <class... V, class... M, class... W, class... N>
    requires detail::any_matrix<M...>
auto dot(record<variables<V...>, M...> const& left, record<variables<W...>, N...> const& right) {
    using number = typename detail::common_number<typename detail::number_in<M>::type...>::type;
    number all = 0;
    if constexpr (!detail::same_symbols(variables<V...>{}, variables<W...>{}))
        static_cast<void>(detail::different_symbols<record<variables<W...>, N...>>::report());
    else
        detail::for_pairs(
            variables<V...>{}, left, right, [&all](auto const& value, auto const& other) { all += detail::inner_product_in_pack(value, other); },
            std::index_sequence_for<M...>{});
    return all;
}
template <class... V, class... M>
    requires detail::any_matrix<M...>
auto norm(record<variables<V...>, M...> const& of) {
    return std::sqrt(dot(of, of));
}

}  // namespace leibniz::inline v0_1
