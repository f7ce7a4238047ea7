#pragma once

#include <leibniz/eigen/vector_math.hpp>
#include <leibniz/evaluate/scalar.hpp>
#include <leibniz/rules/stable_forms.hpp>

#include <Eigen/Core>

namespace leibniz::detail {

/// A few packets of adjacent rows, computed together: the number type in which programs run over columns.
template <class T>
struct lane {
    using packet = typename Eigen::internal::packet_traits<T>::type;
    static constexpr int per_packet = Eigen::internal::unpacket_traits<packet>::size;
    static constexpr int packets = per_packet > 1 ? 2 : 1;  // more leave the registers around calls of vector functions
    static constexpr int width = packets * per_packet;

    packet of[packets];

    lane() = default;
    explicit lane(T value) {
        unrolled([&](auto k) { of[k] = Eigen::internal::pset1<packet>(value); });
    }
    static lane load(T const* from) {
        lane result;
        unrolled([&](auto k) { result.of[k] = Eigen::internal::ploadu<packet>(from + k * per_packet); });
        return result;
    }
    void store(T* to) const {
        unrolled([&](auto k) { Eigen::internal::pstoreu(to + k * per_packet, of[k]); });
    }

    friend lane operator+(lane const& a, lane const& b) { return each(a, b, [](auto left_packet, auto right_packet) { return Eigen::internal::padd(left_packet, right_packet); }); }
    friend lane operator-(lane const& a, lane const& b) { return each(a, b, [](auto left_packet, auto right_packet) { return Eigen::internal::psub(left_packet, right_packet); }); }
    friend lane operator*(lane const& a, lane const& b) { return each(a, b, [](auto left_packet, auto right_packet) { return Eigen::internal::pmul(left_packet, right_packet); }); }
    friend lane operator/(lane const& a, lane const& b) { return each(a, b, [](auto left_packet, auto right_packet) { return Eigen::internal::pdiv(left_packet, right_packet); }); }
    friend lane operator-(lane const& a) { return each(a, a, [](auto packet_of_rows, auto) { return Eigen::internal::pnegate(packet_of_rows); }); }

    friend lane where_less(lane const& u, lane const& bound, lane const& a, lane const& b) {
        lane result;
        unrolled([&](auto k) {
            result.of[k] = Eigen::internal::pselect(Eigen::internal::pcmp_lt(u.of[k], bound.of[k]), a.of[k], b.of[k]);
        });
        return result;
    }

    /// f(0), f(1), ... for each packet: written out, since -O2 leaves loops, and packets in loops leave the registers.
    template <class F>
    [[gnu::always_inline]] static void unrolled(F f) {
        [&]<int... K>(std::integer_sequence<int, K...>) __attribute__((always_inline)) {
            (f(std::integral_constant<int, K>{}), ...);
        }(std::make_integer_sequence<int, packets>{});
    }

    /// Row by row with the scalar function.
    template <class F>
    [[gnu::always_inline]] static lane by_row(lane const& a, F f) {
        T values[width];
        a.store(values);
        for (T& value : values) value = f(value);
        return load(values);
    }
    template <class F>
    [[gnu::always_inline]] static lane by_row(lane const& a, lane const& b, F f) {
        T values[width], others[width];
        a.store(values);
        b.store(others);
        for (int k = 0; k < width; ++k) values[k] = f(values[k], others[k]);
        return load(values);
    }
    template <class F>
    [[gnu::always_inline]] static lane each(lane const& a, lane const& b, F f) {
        lane result;
        unrolled([&](auto k) { result.of[k] = f(a.of[k], b.of[k]); });
        return result;
    }

    // glibc's vector function where there is one; else Eigen's, but not of two doubles at a time, where it costs more
    // than two calls of the scalar function; else that.
    friend lane exp(lane const& a) {
        if constexpr (has_vector_math<T>) return each(a, a, [](auto packet_of_rows, auto) { return vector_exp(packet_of_rows); });
        else if constexpr (Eigen::internal::packet_traits<T>::HasExp && sizeof(packet) > 16)
            return each(a, a, [](auto packet_of_rows, auto) { return Eigen::internal::pexp(packet_of_rows); });
        else return by_row(a, [](T u) { return exponential::value(u); });
    }
    friend lane log(lane const& a) {
        if constexpr (has_vector_math<T>) return each(a, a, [](auto packet_of_rows, auto) { return vector_log(packet_of_rows); });
        else if constexpr (Eigen::internal::packet_traits<T>::HasLog && sizeof(packet) > 16)
            return each(a, a, [](auto packet_of_rows, auto) { return Eigen::internal::plog(packet_of_rows); });
        else return by_row(a, [](T u) { return logarithm::value(u); });
    }
    friend lane sin(lane const& a) {
        if constexpr (has_vector_math<T>) return each(a, a, [](auto packet_of_rows, auto) { return vector_sin(packet_of_rows); });
        else return by_row(a, [](T u) { return sine::value(u); });
    }
    friend lane cos(lane const& a) {
        if constexpr (has_vector_math<T>) return each(a, a, [](auto packet_of_rows, auto) { return vector_cos(packet_of_rows); });
        else return by_row(a, [](T u) { return cosine::value(u); });
    }
    friend lane tanh(lane const& a) {
        if constexpr (has_vector_math<T>) return each(a, a, [](auto packet_of_rows, auto) { return vector_tanh(packet_of_rows); });
        else return by_row(a, [](T u) { return hyperbolic_tangent::value(u); });
    }
    friend lane sqrt(lane const& a) {
        // Eigen 3.4's root of floats, and of eight doubles, is an iteration: no number at infinity.
        if constexpr (Eigen::internal::packet_traits<T>::HasSqrt && std::same_as<T, double> && Eigen::internal::packet_traits<T>::size <= 4) return each(a, a, [](auto packet_of_rows, auto) { return Eigen::internal::psqrt(packet_of_rows); });
        else return by_row(a, [](T u) { return square_root::value(u); });
    }
};

/// Blocks whose value is made of what lanes have; all others are computed row by row.
template <class Block>
inline constexpr bool in_lanes = false;
template <>
inline constexpr bool in_lanes<exponential> = true;
template <>
inline constexpr bool in_lanes<logarithm> = true;
template <>
inline constexpr bool in_lanes<square_root> = true;
template <>
inline constexpr bool in_lanes<sine> = true;
template <>
inline constexpr bool in_lanes<cosine> = true;
template <>
inline constexpr bool in_lanes<hyperbolic_tangent> = true;
template <>
inline constexpr bool in_lanes<logistic> = true;
template <>
inline constexpr bool in_lanes<stable::logistic_decay> = true;
template <>
inline constexpr bool in_lanes<stable::logistic_of_decay> = true;
template <>
inline constexpr bool in_lanes<stable::logistic_complement> = true;
template <>
inline constexpr bool in_lanes<stable::tangent_complement> = true;
template <>
inline constexpr bool in_lanes<stable::gaussian> = true;
template <>
inline constexpr bool in_lanes<stable::product_with_power> = true;
template <>
inline constexpr bool in_lanes<stable::over_exponential> = true;

template <class Block, class T>
[[gnu::always_inline]] inline lane<T> value_at(lane<T> const& u) {
    if constexpr (in_lanes<Block>) return Block::value(u);
    else return lane<T>::by_row(u, [](T first) { return Block::value(first); });
}
template <class Block, class T>
[[gnu::always_inline]] inline lane<T> value_at(lane<T> const& u, lane<T> const& v, lane<T> const& w) {
    if constexpr (in_lanes<Block>) return Block::value(u, v, w);
    T a[lane<T>::width], b[lane<T>::width], c[lane<T>::width];
    u.store(a);
    v.store(b);
    w.store(c);
    for (int k = 0; k < lane<T>::width; ++k) a[k] = Block::value(a[k], b[k], c[k]);
    return lane<T>::load(a);
}
template <class Block, class T>
[[gnu::always_inline]] inline lane<T> value_at(lane<T> const& u, lane<T> const& v) {
    if constexpr (in_lanes<Block>) return Block::value(u, v);
    else return lane<T>::by_row(u, v, [](T first, T second) { return Block::value(first, second); });
}

}  // namespace leibniz::detail

template <class T>
inline constexpr double leibniz::elementary::splitter<leibniz::detail::lane<T>> = leibniz::elementary::splitter<T>;
