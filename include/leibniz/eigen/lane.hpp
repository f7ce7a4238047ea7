#pragma once

#include <leibniz/eigen/vector_math/error_function.hpp>
#include <leibniz/eigen/vector_math/hyperbolic.hpp>
#include <leibniz/eigen/vector_math/inverse_trigonometric.hpp>
#include <leibniz/eigen/vector_math/powers.hpp>
#include <leibniz/eigen/vector_math/reflected_gamma.hpp>
#include <leibniz/eigen/vector_math/rounded.hpp>
#include <leibniz/eigen/vector_math/trigonometric.hpp>
#include <leibniz/eigen/vector_math/widened.hpp>
#include <leibniz/evaluate/scalar.hpp>
#include <leibniz/rules/stable_forms.hpp>

#include <concepts>
#include <limits>

namespace leibniz::inline v0_1::detail {

/// The numbers that come in packets; others, complex ones among them, come one at a time.
template <class T>
inline constexpr bool has_packets =
    std::same_as<T, double> || std::same_as<T, float> || std::same_as<T, int> || std::same_as<T, long> || std::same_as<T, long long>;
template <class T>
inline constexpr bool has_vector_math = std::same_as<T, double> || std::same_as<T, float>;
template <class T>
inline constexpr int rows_of_packet = has_packets<T> ? vector_math::bytes_of_packet / static_cast<int>(sizeof(T)) : 1;
template <class T>
inline constexpr int packets_of_lane = has_packets<T> ? 2 : 1;

/// Two doubles at a time, without multiply-adds, long polynomials cost more than the scalar function twice.
template <class T>
inline constexpr bool has_long_vector_math = has_vector_math<T> && (vector_math::bytes_of_packet > 16);

/// A function of doubles, out of line.
template <class Block, class Lane>
[[gnu::noinline]] Lane called_of(Lane const& u) {
    return Lane::template made<Lane>([](typename Lane::packet const& rows) { return vector_math::in_doubles<Block>(rows); }, u);
}
template <class Block, class Lane>
[[gnu::noinline]] Lane called_of(Lane const& u, Lane const& v) {
    return Lane::template made<Lane>([](typename Lane::packet const& rows, typename Lane::packet const& others) { return vector_math::in_doubles<Block>(rows, others); }, u, v);
}

/// Functions of rows that their blocks call by a name which the scalar ones have, too.
struct derivatives_of_log_gamma {
    static auto value(auto const& rows) { return vector_math::digamma(rows); }
    static auto value(auto const& orders, auto const& rows) { return vector_math::polygamma(orders, rows); }
};

template <class T, int Rows, vector_math::rounding How>
struct rows_in_register {
    using type = vector_math::packet<T, Rows, How>;
};
template <class T, vector_math::rounding How>
struct rows_in_register<T, 1, How> {
    using type = T;
};

/// Conditions of the rows of a lane.
template <class Mask, int Packets>
struct lane_mask {
    Mask of[Packets];

    /// True if it holds in any row.
    friend bool any(lane_mask const& where) {
        bool found = false;
        for (Mask const& rows : where.of) found = found || any(rows);
        return found;
    }
};

/// A few packets of adjacent rows: the number type in which programs run over columns.
template <class T, int Packets = packets_of_lane<T>, vector_math::rounding How = vector_math::rounding::fused>
struct lane {
    using number = T;
    using packet = typename rows_in_register<T, rows_of_packet<T>, How>::type;
    using mask = lane_mask<decltype(std::declval<packet>() == std::declval<packet>()), Packets>;
    static constexpr int per_packet = rows_of_packet<T>;
    static constexpr int packets = Packets;
    static constexpr int width = packets * per_packet;
    static constexpr bool is_portable = How == vector_math::rounding::separate;
    static constexpr bool scales = [] { if constexpr (has_vector_math<T>) return packet::scales; else return false; }();
    /// Whether sigmoids are made of exp(-|u|): no step is skipped then, and none overflows.
    static constexpr bool decays_evenly = scales && !is_portable;
    /// Where the bits must be the same everywhere, so is the code.
    static constexpr bool has_long_functions = has_long_vector_math<T> || is_portable;

    packet of[packets];

    lane() = default;
    template <std::convertible_to<T> Number>
    explicit lane(Number value) : lane(of_packet(packet(static_cast<T>(value)))) {}
    /// The same rows in each packet.
    static lane of_packet(packet const& rows) {
        lane result;
        result.of[0] = rows;
        if constexpr (packets > 1) result.of[1] = rows;
        if constexpr (packets > 2) result.of[2] = rows, result.of[3] = rows;
        return result;
    }
    static lane load(T const* from) {
        lane result;
        load_packet(result.of[0], from);
        if constexpr (packets > 1) load_packet(result.of[1], from + per_packet);
        if constexpr (packets > 2) load_packet(result.of[2], from + 2 * per_packet), load_packet(result.of[3], from + 3 * per_packet);
        return result;
    }
    void store(T* to) const {
        unrolled([&](auto part) {
            if constexpr (has_packets<T>) of[part].store(to + part * per_packet);
            else to[part] = of[part];
        });
    }

    // clang-format off
    friend lane operator+(lane const& a, lane const& b) { return made<lane>([](packet const& rows, packet const& others) { return rows + others; }, a, b); }
    friend lane operator-(lane const& a, lane const& b) { return made<lane>([](packet const& rows, packet const& others) { return rows - others; }, a, b); }
    friend lane operator*(lane const& a, lane const& b) { return made<lane>([](packet const& rows, packet const& others) { return rows * others; }, a, b); }
    friend lane operator/(lane const& a, lane const& b) { return made<lane>([](packet const& rows, packet const& others) { return rows / others; }, a, b); }
    friend lane operator-(lane const& a) { return made<lane>([](packet const& rows) { return -rows; }, a); }
    friend mask operator<(lane const& a, lane const& b) requires elementary::ordered<T> { return made<mask>([](packet const& rows, packet const& others) { return rows < others; }, a, b); }
    friend mask operator>(lane const& a, lane const& b) requires elementary::ordered<T> { return made<mask>([](packet const& rows, packet const& others) { return rows > others; }, a, b); }
    friend mask operator<=(lane const& a, lane const& b) requires elementary::ordered<T> { return made<mask>([](packet const& rows, packet const& others) { return rows <= others; }, a, b); }
    friend mask operator>=(lane const& a, lane const& b) requires elementary::ordered<T> { return made<mask>([](packet const& rows, packet const& others) { return rows >= others; }, a, b); }
    friend mask operator==(lane const& a, lane const& b) { return made<mask>([](packet const& rows, packet const& others) { return rows == others; }, a, b); }
    friend mask operator!=(lane const& a, lane const& b) { return made<mask>([](packet const& rows, packet const& others) { return rows != others; }, a, b); }
    // clang-format on
    friend lane choose(mask const& where, lane const& a, lane const& b) {
        return made<lane>(
            [](auto const& holds, packet const& rows, packet const& others) {
                if constexpr (has_packets<T>) return choose(holds, rows, others);
                else return holds ? rows : others;
            },
            where, a, b);
    }

#if defined(EIGEN_VECTORIZE_AVX512) && defined(__AVX512DQ__)
    // What functions need to compute all packets of a lane step by step, so that the processor need not look far ahead for work.
    // clang-format off
    friend lane multiply_add(lane const& a, lane const& b, lane const& c) { return made<lane>([](packet const& rows, packet const& by, packet const& to) { return multiply_add(rows, by, to); }, a, b, c); }
    friend lane scaled_by(lane const& a, lane const& b) { return made<lane>([](packet const& rows, packet const& by) { return scaled_by(rows, by); }, a, b); }
    friend lane within(lane const& a, lane const& b) { return made<lane>([](packet const& rows, packet const& bound) { return within(rows, bound); }, a, b); }
    friend lane reciprocal_estimate(lane const& a) { return made<lane>([](packet const& rows) { return reciprocal_estimate(rows); }, a); }
    // clang-format on
#endif

    /// The sum of the packets, in pairs.
    friend packet sum_of_packets(lane const& a) {
        if constexpr (packets == 1) return a.of[0];
        else if constexpr (packets == 2) return a.of[0] + a.of[1];
        else return (a.of[0] + a.of[2]) + (a.of[1] + a.of[3]);
    }

    [[gnu::always_inline]] static void load_packet(packet& to, T const* from) {
        if constexpr (has_packets<T>) to = packet::load(from);
        else to = *from;
    }

    /// Calls f(0), f(1), ... for each packet. Unrolled, because -O2 keeps loops, and packets in loops leave the registers.
    template <class F>
    [[gnu::always_inline]] static void unrolled(F f) {
        f(std::integral_constant<int, 0>{});
        if constexpr (packets > 1) f(std::integral_constant<int, 1>{});
        if constexpr (packets > 2) f(std::integral_constant<int, 2>{}), f(std::integral_constant<int, 3>{});
    }
    /// What f gives for each packet: a lane or a mask. Written out, for compilers inline it once for every step of a program.
    template <class Result, class F, class... A>
    [[gnu::always_inline]] static Result made(F f, A const&... a) {
        Result result;
        result.of[0] = f(a.of[0]...);
        if constexpr (packets > 1) result.of[1] = f(a.of[1]...);
        if constexpr (packets > 2) result.of[2] = f(a.of[2]...), result.of[3] = f(a.of[3]...);
        return result;
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

    /// A function of packets, where it is used.
    template <packet (*F)(packet)>
    [[gnu::always_inline]] static lane function(lane const& a) {
        lane result;
        result.of[0] = F(a.of[0]);
        if constexpr (packets > 1) result.of[1] = F(a.of[1]);
        if constexpr (packets > 2) result.of[2] = F(a.of[2]), result.of[3] = F(a.of[3]);
        return result;
    }
    /// A function of doubles, into which floats are widened. Its code is too long to be repeated where it is used; where packets
    /// are short, the scalar function costs less.
    template <class Block, class InPackets = Block>
    [[gnu::always_inline]] static lane long_function(lane const& a) {
        if constexpr (has_long_functions) return called_of<InPackets>(a);
        else return by_row(a, [](T entry) { return Block::value(entry); });
    }
    template <class Block, class InPackets = Block>
    [[gnu::always_inline]] static lane long_function(lane const& a, lane const& b) {
        if constexpr (has_long_functions) return called_of<InPackets>(a, b);
        else return by_row(a, b, [](T first, T second) { return Block::value(first, second); });
    }

    // clang-format off
    friend lane abs(lane const& a)       { return function<vector_math::magnitude<packet>>(a); }
    friend lane minus_abs(lane const& a) { return function<vector_math::minus_magnitude<packet>>(a); }
    /// What `logistic_of` takes.
    friend lane decay(lane const& u) {
        if constexpr (decays_evenly) return exp(minus_abs(u));
        else return exp(-u);
    }
    /// 1/(1 + exp(-u)) of e = decay(u). Where exp(-u) overflows the value is subnormal: of floats it is exp(u); of doubles it is 0, for
    /// the check would cost a network 7 % of its time.
    friend lane logistic_of([[maybe_unused]] lane const& u, lane const& e) {
        if constexpr (decays_evenly) {
            lane const larger = vector_math::reciprocal(lane(T(1)) + e);
            return choose(u < lane(T(0)), e * larger, larger);
        } else {
            lane result = lane(T(1)) / (lane(T(1)) + e);
            if constexpr (std::same_as<T, float>) {
                auto const overflows = lane(std::numeric_limits<T>::max()) < e;
                if (any(overflows)) [[unlikely]] result = choose(overflows, exp(u), result);
            }
            return result;
        }
    }
    friend lane sqrt(lane const& a)      { return function<vector_math::sqrt<packet>>(a); }
    friend lane floor(lane const& a)     { return function<vector_math::floor<packet>>(a); }
    friend lane ceil(lane const& a)      { return function<vector_math::ceil<packet>>(a); }
    friend lane round(lane const& a)     { return function<vector_math::round<packet>>(a); }
    friend lane trunc(lane const& a)     { return function<vector_math::trunc<packet>>(a); }

    friend lane exp(lane const& a) {  // one check for the packets of a lane, or none
        if constexpr (scales) return vector_math::exp(a);
        lane const result = function<vector_math::exp_within<packet>>(a);
        constexpr T safe = vector_math::exponential_constants<T>::safe;
        bool beyond = any_beyond(a.of[0], safe);
        if constexpr (packets > 1) beyond |= any_beyond(a.of[1], safe);
        if constexpr (packets > 2) {
            beyond |= any_beyond(a.of[2], safe);
            beyond |= any_beyond(a.of[3], safe);
        }
        if (beyond) [[unlikely]] return exp_beyond(lane(a));
        return result;
    }
    /// Rare, and therefore out of line.
    [[gnu::noinline, gnu::cold]] static lane exp_beyond(lane const& a) {
        return function<vector_math::exp_beyond<packet>>(a);
    }
    friend lane exp2(lane const& a)      { return function<vector_math::exp2<packet>>(a); }
    friend lane expm1(lane const& a)     { return function<vector_math::expm1<packet>>(a); }
    friend lane log(lane const& a)       { return function<vector_math::log<packet>>(a); }
    friend lane log2(lane const& a)      { return function<vector_math::log2<packet>>(a); }
    friend lane log10(lane const& a)     { return long_function<decimal_logarithm>(a); }
    friend lane log1p(lane const& a)     { return function<vector_math::log1p<packet>>(a); }

    friend lane sinh(lane const& a)      { return function<vector_math::sinh<packet>>(a); }
    friend lane cosh(lane const& a)      { return function<vector_math::cosh<packet>>(a); }
    friend lane tanh(lane const& a)      { return function<vector_math::tanh<packet>>(a); }
    friend lane asinh(lane const& a)     { return long_function<inverse_hyperbolic_sine>(a); }
    friend lane acosh(lane const& a)     { return long_function<inverse_hyperbolic_cosine>(a); }
    friend lane atanh(lane const& a)     { return long_function<inverse_hyperbolic_tangent>(a); }

    friend lane sin(lane const& a)       { return long_function<sine>(a); }
    friend lane cos(lane const& a)       { return long_function<cosine>(a); }
    friend lane tan(lane const& a)       { return long_function<tangent>(a); }
    friend lane asin(lane const& a)      { return long_function<arc_sine>(a); }
    friend lane acos(lane const& a)      { return long_function<arc_cosine>(a); }
    friend lane atan(lane const& a)      { return long_function<arc_tangent>(a); }
    friend lane erf(lane const& a)       { return long_function<error_function>(a); }
    friend lane erfc(lane const& a)      { return long_function<complementary_error_function>(a); }
    friend lane normcdf_in_packets(lane const& a) { return long_function<normal_cumulative>(a); }
    friend lane gelu_in_packets(lane const& a)    { return long_function<gaussian_unit>(a); }
    friend lane tgamma(lane const& a)    { return long_function<gamma_function>(a); }
    friend lane lgamma(lane const& a)    { return long_function<log_gamma>(a); }
    friend lane digamma(lane const& a)   { return long_function<digamma_function, derivatives_of_log_gamma>(a); }
    friend lane polygamma(lane const& a, lane const& b) { return long_function<polygamma_function, derivatives_of_log_gamma>(a, b); }
    friend lane cbrt(lane const& a)      { return long_function<cube_root>(a); }

    friend lane atan2(lane const& a, lane const& b) { return long_function<angle>(a, b); }
    friend lane hypot(lane const& a, lane const& b) { return long_function<hypotenuse>(a, b); }
    friend lane fmod(lane const& a, lane const& b)  { return long_function<remainder_of_division>(a, b); }
    friend lane pow(lane const& a, lane const& b)   { return long_function<power>(a, b); }
    // clang-format on
};

}  // namespace leibniz::inline v0_1::detail

template <class T, int Packets, leibniz::vector_math::rounding How>
inline constexpr double leibniz::elementary::splitter<leibniz::detail::lane<T, Packets, How>> = leibniz::elementary::splitter<T>;
