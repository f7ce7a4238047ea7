#pragma once

#include <leibniz/arithmetic/limits.hpp>
#include <leibniz/arithmetic/rational.hpp>

#include <concepts>
#include <cstdint>
#include <type_traits>

namespace leibniz::inline v0_1::detail {

/// An integer as any number: types of one's own may be made of integers or only of floating numbers.
template <class T>
constexpr T whole_number(long long n) {
    if constexpr (std::is_arithmetic<T>::value || requires { T{n}; }) return static_cast<T>(n);
    else if constexpr (requires(typename T::value_type part) {
                           requires std::floating_point<typename T::value_type>;
                           T(part);
                       })
        return T(static_cast<typename T::value_type>(n));
    else return static_cast<T>(static_cast<double>(n));
}

/// The floating-point number nearest to an exact number, ties to even; beyond the largest one infinity; of 0/0 no number.
template <std::floating_point T>
[[gnu::noinline]] constexpr T nearest(rational r) {
    using limits = arithmetic::limits<T>;
    auto [above, below] = r.magnitudes();
    if (above.is_zero()) return r.valid() ? T(0) : arithmetic::nan<T>;
    // above/below * 2^shift has as many bits as T, fewer where it is subnormal.
    int shift = limits::digits - (above.bits() - below.bits());
    constexpr int most = limits::digits - limits::min_exponent;
    if (shift > most) shift = most;
    if (shift > 0) above.shift_left(shift);
    else below.shift_left(-shift);
    natural limit = below;
    limit.shift_left(limits::digits);
    if (above.compare(limit) >= 0) --shift, below.shift_left(1);
    T value = 0;  // exact: a whole number of so many digits
    bool odd = false;
    below.shift_left(limits::digits - 1);
    for (int k = 0; k < limits::digits; ++k) {
        if (k > 0) below.halve();
        value += value;
        odd = above.compare(below) >= 0;
        if (!odd) continue;
        above.subtract(below);
        value += 1;
    }
    above.shift_left(1);
    int const rest = above.compare(below);  // what is left, against one half
    if (rest > 0 || (rest == 0 && odd)) value += 1;
    if (limits::digits - shift > limits::max_exponent) return r.is_negative() ? -arithmetic::infinity<T> : arithmetic::infinity<T>;
    for (; shift > 0; --shift) value /= 2;
    for (; shift < 0; ++shift) value *= 2;
    return r.is_negative() ? -value : value;
}

/// True if n and d convert to a number of type T without rounding, so that their quotient is the nearest one.
template <std::floating_point T>
constexpr bool divides_exactly(rational r) {
    constexpr long long most = arithmetic::limits<T>::digits < 63 ? 1LL << arithmetic::limits<T>::digits : 0x7fff'ffff'ffff'ffff;
    return r.is_fraction() && -most <= r.numerator() && r.numerator() <= most && r.denominator() <= most;
}
/// The nearest double as a number of type T: of a float, it decides unless it lies in the middle between two of them.
template <std::floating_point T>
constexpr T nearest(rational r, double closest) {
    if constexpr (std::same_as<T, double>) return closest;
    else if constexpr (arithmetic::limits<T>::digits == 24) {
        double const size = closest < 0 ? -closest : closest;
        bool const within =
            size >= static_cast<double>(arithmetic::limits<T>::min) && size < static_cast<double>(arithmetic::limits<T>::max);
        if (within && (__builtin_bit_cast(std::uint64_t, closest) & 0x1fff'ffffu) != 0x1000'0000u) return static_cast<T>(closest);
    }
    return nearest<T>(r);
}

/// The value of an exact number whose numerator and packed denominator are given. The constant of a program's step brings the
/// bits of the nearest double where a division would round twice: then nothing is searched for at run time, nor compiled for it.
template <class T, class... Bits>
constexpr T fraction(long long n, long long packed, Bits... halves) {
    if constexpr (std::integral<T>) return static_cast<T>(n);
    else if constexpr (std::same_as<T, rational>) return rational::unpacked(n, packed);
    else if (packed == 1) return whole_number<T>(n);
    else if constexpr (std::floating_point<T>) {
        rational const r = rational::unpacked(n, packed);
        if constexpr (sizeof...(Bits) == 2) {
            std::uint64_t bits = 0;
            ((bits = (bits << 32) | static_cast<std::uint32_t>(halves)), ...);
            bool const quotient = bits == 0 && packed > 0;  // or the nearest double is 0
            double const closest = quotient ? static_cast<double>(n) / static_cast<double>(packed) : __builtin_bit_cast(double, bits);
            if (quotient && divides_exactly<T>(r)) return static_cast<T>(n) / static_cast<T>(packed);
            return nearest<T>(r, closest);
        } else {
            return divides_exactly<T>(r) ? static_cast<T>(n) / static_cast<T>(packed) : nearest<T>(r);
        }
    } else {
        rational const r = rational::unpacked(n, packed);
        if constexpr (requires(typename T::value_type v) {
                          requires std::floating_point<typename T::value_type>;
                          T(v);
                      }) {
            return T(fraction<typename T::value_type>(n, packed, halves...));
        } else {
            T value = whole_number<T>(n) / whole_number<T>(r.denominator());
            if (r.high() != 0) value = value + whole_number<T>(n < 0 ? -r.high() : r.high()) * whole_number<T>(1'000'000'000'000'000'000);
            T power = whole_number<T>(1), square = whole_number<T>(10);
            for (int e = r.exponent() < 0 ? -r.exponent() : r.exponent(); e > 0; e /= 2) {
                if (e % 2 != 0) power = power * square;
                if (e > 1) square = square * square;
            }
            return r.exponent() < 0 ? value / power : r.exponent() > 0 ? value * power : value;
        }
    }
}

}  // namespace leibniz::inline v0_1::detail
