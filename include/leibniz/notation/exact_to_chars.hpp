#pragma once

#include <leibniz/arithmetic/rounding.hpp>
#include <leibniz/arithmetic/shortest_digits.hpp>

#include <charconv>
#include <concepts>
#include <cstdint>
#include <type_traits>

namespace leibniz::inline v0_1::detail::exact {

/// The digits of a number in the layout of the C library's %f (`is_fixed`) or %e, with so many places behind the point.
constexpr std::to_chars_result lay_out(char* first, char* last, bool negative, digits_of_number const& digits, bool is_fixed, int places) {
    int const point = digits.count == 0 ? 1 : digits.point, before = is_fixed && point > 1 ? point : 1,
              power = point < 1 ? 1 - point : point - 1;
    int const needed = (negative ? 1 : 0) + before + (places > 0 ? 1 + places : 0) +
                       (is_fixed       ? 0
                        : power < 100  ? 4
                        : power < 1000 ? 5
                                       : 6);
    if (last - first < needed) return {last, std::errc::value_too_large};
    auto const digit = [&](int k) { return k >= 0 && k < digits.count ? digits.letters[k] : '0'; };
    if (negative) *first++ = '-';
    int k = is_fixed && point < 1 ? point - 1 : 0;
    for (int n = 0; n < before; ++n) *first++ = digit(k++);
    if (places > 0) *first++ = '.';
    for (int n = 0; n < places; ++n) *first++ = digit(k++);
    if (is_fixed) return {first, std::errc{}};
    *first++ = 'e', *first++ = point < 1 ? '-' : '+';
    for (int unit = power < 100 ? 10 : power < 1000 ? 100 : 1000; unit > 0; unit /= 10)
        *first++ = static_cast<char>('0' + power / unit % 10);
    return {first, std::errc{}};
}

/// Of what is no number as well, unlike signbit.
template <class T>
constexpr bool is_negative(T value) {
    return (__builtin_bit_cast(std::uint64_t, static_cast<double>(value)) >> 63) != 0;
}
constexpr std::to_chars_result not_finite(char* first, char* last, bool negative, bool infinite) {
    char const* word = infinite ? "inf" : "nan";
    if (last - first < (negative ? 4 : 3)) return {last, std::errc::value_too_large};
    if (negative) *first++ = '-';
    while (*word != '\0') *first++ = *word++;
    return {first, std::errc{}};
}

/// The digits of |value|: the fewest that are read back (`count` 0), or so many.
template <class T>
constexpr digits_of_number digits_of(T value, int count, bool behind_point = false) {
    using number = std::conditional_t<arithmetic::limits<T>::max_exponent <= 1024, natural, natural_of<540>>;
    if (value == 0) return {};
    digit_source<number> source(binary_number::of(value));
    return count == 0 && !behind_point ? source.shortest() : source.rounded(count, behind_point);
}

// std::to_chars, but for what it does not write: `hex`, which is taken for `scientific` without a precision and for `general` with one,
// and more than 799 digits of a long double, behind which stand zeros.

/// The fewest digits that are read back, in the shorter of both layouts or, with a form, in that: `general` is `fixed` from 0.0001 to 999999.
template <std::floating_point T>
constexpr std::to_chars_result to_chars(char* first, char* last, T value) {
    bool const negative = is_negative(value);
    if (!arithmetic::isfinite(value)) return not_finite(first, last, negative, arithmetic::isinf(value));
    digits_of_number digits = digits_of(value, 0);
    int const count = digits.count == 0 ? 1 : digits.count, point = digits.count == 0 ? 1 : digits.point;
    int const fixed = point <= 0 ? 2 - point + count : point < count ? count + 1 : point;
    int const power = point < 1 ? 1 - point : point - 1, scientific = count + (count > 1 ? 1 : 0) +
                                                                      (power < 100    ? 4
                                                                       : power < 1000 ? 5
                                                                                      : 6);
    bool const is_fixed = fixed <= scientific;
    if (is_fixed && point > digits.count) digits = digits_of(value, point);
    return lay_out(first, last, negative, digits, is_fixed, is_fixed ? (count > point ? count - point : 0) : count - 1);
}
template <std::floating_point T>
constexpr std::to_chars_result to_chars(char* first, char* last, T value, std::chars_format form) {
    bool const negative = is_negative(value);
    if (!arithmetic::isfinite(value)) return not_finite(first, last, negative, arithmetic::isinf(value));
    digits_of_number digits = digits_of(value, 0);
    int const count = digits.count == 0 ? 1 : digits.count, point = digits.count == 0 ? 1 : digits.point;
    bool const is_fixed = form == std::chars_format::fixed || (form == std::chars_format::general && point > -4 && point <= 6);
    if (is_fixed && point > digits.count) digits = digits_of(value, point);
    return lay_out(first, last, negative, digits, is_fixed, is_fixed ? (count > point ? count - point : 0) : count - 1);
}
/// With a precision, of which a negative one counts as 6: `fixed` and `scientific` with so many places behind the point, `general` with at
/// most so many digits.
template <std::floating_point T>
constexpr std::to_chars_result to_chars(char* first, char* last, T value, std::chars_format form, int precision) {
    if (precision < 0) precision = 6;
    bool const negative = is_negative(value);
    if (!arithmetic::isfinite(value)) return not_finite(first, last, negative, arithmetic::isinf(value));
    if (form == std::chars_format::fixed) return lay_out(first, last, negative, digits_of(value, precision, true), true, precision);
    if (form == std::chars_format::scientific) return lay_out(first, last, negative, digits_of(value, precision + 1), false, precision);
    if (precision == 0) precision = 1;
    digits_of_number const digits = digits_of(value, precision);
    int const point = digits.count == 0 ? 1 : digits.point;
    bool const is_fixed = point > -4 && point <= precision;
    int const places = is_fixed ? digits.count - point : digits.count - 1;
    return lay_out(first, last, negative, digits, is_fixed, places > 0 ? places : 0);
}

}  // namespace leibniz::inline v0_1::detail::exact
