#pragma once

#include <leibniz/eigen/vector_math.hpp>
#include <leibniz/evaluate/scalar.hpp>
#include <leibniz/rules/stable_forms.hpp>

#include <Eigen/Core>

#include <concepts>
#include <limits>

namespace leibniz::detail {

/// Eigen's packet of numbers T; complex numbers come one at a time, for Eigen's packets of them ignore overflow where they
/// multiply and divide.
template <class T>
struct lane_packet {
    using type = T;
};
template <elementary::ordered T>
struct lane_packet<T> {
    using type = typename Eigen::internal::packet_traits<T>::type;
};

template <class T>
inline constexpr int rows_of_packet = Eigen::internal::unpacket_traits<typename lane_packet<T>::type>::size;
/// More packets leave the registers around calls of vector functions.
template <class T>
inline constexpr int packets_of_lane = rows_of_packet<T> > 1 ? 2 : 1;

/// A few packets of adjacent rows: the number type in which programs run over columns.
template <class T, int Packets = packets_of_lane<T>>
struct lane {
    using packet = typename lane_packet<T>::type;
    static constexpr int per_packet = rows_of_packet<T>;
    static constexpr int packets = Packets;
    static constexpr int width = packets * per_packet;

    packet of[packets];

    lane() = default;
    explicit lane(T value) {
        unrolled([&](auto part) { of[part] = Eigen::internal::pset1<packet>(value); });
    }
    static lane load(T const* from) {
        lane result;
        result.of[0] = Eigen::internal::ploadu<packet>(from);
        if constexpr (packets > 1) result.of[1] = Eigen::internal::ploadu<packet>(from + per_packet);
        return result;
    }
    void store(T* to) const {
        unrolled([&](auto part) { Eigen::internal::pstoreu(to + part * per_packet, of[part]); });
    }

    friend lane operator+(lane const& a, lane const& b) {
        return each(a, b, [](auto left_packet, auto right_packet) { return Eigen::internal::padd(left_packet, right_packet); });
    }
    friend lane operator-(lane const& a, lane const& b) {
        return each(a, b, [](auto left_packet, auto right_packet) { return Eigen::internal::psub(left_packet, right_packet); });
    }
    friend lane operator*(lane const& a, lane const& b) {
        return each(a, b, [](auto left_packet, auto right_packet) { return Eigen::internal::pmul(left_packet, right_packet); });
    }
    friend lane operator/(lane const& a, lane const& b) {
        return each(a, b, [](auto left_packet, auto right_packet) { return Eigen::internal::pdiv(left_packet, right_packet); });
    }
    friend lane operator-(lane const& a) {
        // Eigen 3.4 subtracts some packets from 0, which loses the sign of zeros.
        if constexpr (std::floating_point<T> && per_packet > 1)
            return each(a, lane(T(-0.0)), [](auto packet_of_rows, auto sign) { return Eigen::internal::pxor(packet_of_rows, sign); });
        else return each(a, a, [](auto packet_of_rows, auto) { return Eigen::internal::pnegate(packet_of_rows); });
    }

    /// -|u|
    friend lane minus_abs(lane const& a)
        requires std::floating_point<T>
    {
        if constexpr (per_packet > 1)
            return each(a, lane(T(-0.0)), [](auto packet_of_rows, auto sign) { return Eigen::internal::por(packet_of_rows, sign); });
        else return by_row(a, [](T entry) { return elementary::minus_abs(entry); });
    }

    /// 1/(1 + e) for e = exp(-u). Where e overflows the value is subnormal: of floats it is that of the scalar function; of
    /// doubles it is 0, for the check would cost a network 5 % of its time.
    friend lane logistic_of([[maybe_unused]] lane const& u, lane const& e)
        requires std::floating_point<T>
    {
        if constexpr (std::same_as<T, float>) {
            bool overflows = false;
            unrolled(
                [&](auto part) { overflows = overflows || any_less(Eigen::internal::pset1<packet>(std::numeric_limits<T>::max()), e.of[part]); });
            if (overflows) [[unlikely]]
                return each(u, u, [](auto packet_of_rows, auto) { return one_by_one(packet_of_rows, &logistic::value<T>); });
        }
        return lane(T(1)) / (lane(T(1)) + e);
    }

    /// Row by row a where u < bound, else b; where u == v.
    friend lane where_less(lane const& u, lane const& bound, lane const& a, lane const& b)
        requires elementary::ordered<T>
    {
        lane result;
        unrolled([&](auto part) { result.of[part] = select_less(u.of[part], bound.of[part], a.of[part], b.of[part]); });
        return result;
    }
    friend lane where_equal(lane const& u, lane const& v, lane const& a, lane const& b)
        requires elementary::ordered<T>
    {
        lane result;
        unrolled([&](auto part) { result.of[part] = select_equal(u.of[part], v.of[part], a.of[part], b.of[part]); });
        return result;
    }

    /// Calls f(0), f(1) for each packet. Unrolled, because -O2 keeps loops, and packets in loops leave the registers.
    template <class F>
    [[gnu::always_inline]] static void unrolled(F f) {
        f(std::integral_constant<int, 0>{});
        if constexpr (packets > 1) f(std::integral_constant<int, 1>{});
    }

    /// Calls the scalar function row by row.
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
        result.of[0] = f(a.of[0], b.of[0]);
        if constexpr (packets > 1) result.of[1] = f(a.of[1], b.of[1]);
        return result;
    }

    /// Eigen's function where all rows of a packet lie between low and high, else the scalar one: Eigen's flushes least
    /// numbers to zero, and ends early before an overflow.
    template <class Vector>
    [[gnu::always_inline]] static packet between(packet const& u, T low, T high, Vector vector, T (*scalar)(T)) {
        if (any_outside(u, Eigen::internal::pset1<packet>(low), Eigen::internal::pset1<packet>(high))) [[unlikely]]
            return one_by_one(u, scalar);
        return vector(u);
    }
    [[gnu::noinline]] static packet one_by_one(packet const& u, T (*f)(T)) {
        T values[per_packet];
        Eigen::internal::pstoreu(values, u);
        for (T& value : values) value = f(value);
        return Eigen::internal::ploadu<packet>(values);
    }

    // glibc's vector function where there is one; else Eigen's, but not of two doubles at a time, where it costs more
    // than two calls of the scalar function; else that.
    friend lane exp(lane const& a) {
        if constexpr (has_vector_math<T>) return each(a, a, [](auto packet_of_rows, auto) { return vector_exp(packet_of_rows); });
        else if constexpr (Eigen::internal::packet_traits<T>::HasExp && sizeof(packet) > 16)
            return each(a, a, [](auto packet_of_rows, auto) {
                constexpr T most = sizeof(T) == 4 ? T(87) : T(708);
                return between(packet_of_rows, -most, most, [](auto entry) { return Eigen::internal::pexp(entry); }, &exponential::value<T>);
            });
        else return by_row(a, [](T entry) { return exponential::value(entry); });
    }
    friend lane log(lane const& a) {
        if constexpr (has_vector_math<T>) return each(a, a, [](auto packet_of_rows, auto) { return vector_log(packet_of_rows); });
        else if constexpr (Eigen::internal::packet_traits<T>::HasLog && sizeof(packet) > 16)
            return each(a, a, [](auto packet_of_rows, auto) {
                using limits = std::numeric_limits<T>;
                return between(
                    packet_of_rows, limits::min(), limits::max(), [](auto entry) { return Eigen::internal::plog(entry); }, &logarithm::value<T>);
            });
        else return by_row(a, [](T entry) { return logarithm::value(entry); });
    }
    friend lane sin(lane const& a) {
        if constexpr (has_vector_math<T>) return each(a, a, [](auto packet_of_rows, auto) { return vector_sin(packet_of_rows); });
        else return by_row(a, [](T entry) { return sine::value(entry); });
    }
    friend lane cos(lane const& a) {
        if constexpr (has_vector_math<T>) return each(a, a, [](auto packet_of_rows, auto) { return vector_cos(packet_of_rows); });
        else return by_row(a, [](T entry) { return cosine::value(entry); });
    }
    friend lane tanh(lane const& a) {
        if constexpr (has_vector_math<T>) return each(a, a, [](auto packet_of_rows, auto) { return vector_tanh(packet_of_rows); });
        else return by_row(a, [](T entry) { return hyperbolic_tangent::value(entry); });
    }
    friend lane sqrt(lane const& a) {
        // Eigen 3.4's root of floats, and of eight doubles, is an iteration: no number at infinity.
        if constexpr (Eigen::internal::packet_traits<T>::HasSqrt && std::same_as<T, double> && Eigen::internal::packet_traits<T>::size <= 4)
            return each(a, a, [](auto packet_of_rows, auto) { return Eigen::internal::psqrt(packet_of_rows); });
        else return by_row(a, [](T entry) { return square_root::value(entry); });
    }
};

/// True for blocks whose value consists of operations of lanes; all others are computed row by row.
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
inline constexpr bool in_lanes<stable::root_difference> = true;
template <>
inline constexpr bool in_lanes<stable::gaussian> = true;
template <>
inline constexpr bool in_lanes<stable::product_with_power> = true;
template <>
inline constexpr bool in_lanes<stable::over_exponential> = true;
template <>
inline constexpr bool in_lanes<stable::root_of_squares> = true;

template <class Block, class T, int Packets>
[[gnu::always_inline]] inline lane<T, Packets> value_at(lane<T, Packets> const& u) {
    if constexpr (in_lanes<Block> && elementary::ordered<T>) return Block::value(u);
    else return lane<T, Packets>::by_row(u, [](T first) { return Block::value(first); });
}
template <class Block, class T, int Packets>
[[gnu::always_inline]] inline lane<T, Packets> value_at(lane<T, Packets> const& u, lane<T, Packets> const& v, lane<T, Packets> const& w) {
    if constexpr (in_lanes<Block> && elementary::ordered<T>) return Block::value(u, v, w);
    T a[lane<T, Packets>::width], b[lane<T, Packets>::width], c[lane<T, Packets>::width];
    u.store(a);
    v.store(b);
    w.store(c);
    for (int k = 0; k < lane<T, Packets>::width; ++k) a[k] = Block::value(a[k], b[k], c[k]);
    return lane<T, Packets>::load(a);
}
template <class Block, class T, int Packets>
[[gnu::always_inline]] inline lane<T, Packets> value_at(lane<T, Packets> const& u, lane<T, Packets> const& v) {
    if constexpr (in_lanes<Block> && elementary::ordered<T>) return Block::value(u, v);
    else return lane<T, Packets>::by_row(u, v, [](T first, T second) { return Block::value(first, second); });
}

}  // namespace leibniz::detail

template <class T, int Packets>
inline constexpr double leibniz::elementary::splitter<leibniz::detail::lane<T, Packets>> = leibniz::elementary::splitter<T>;
