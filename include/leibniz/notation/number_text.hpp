#pragma once

#include <leibniz/arithmetic/rational.hpp>
#include <leibniz/graph/decimal_form.hpp>
#include <leibniz/notation/string_builder.hpp>

#include <charconv>
#include <concepts>

namespace leibniz {

namespace detail {

/// A fixed buffer for one formatted number.
class number_letters {
public:
    constexpr number_letters() = default;
    /// Writes at most `digits` significant digits; 0: as many as it takes to read the same value back.
    template <std::floating_point T>
    [[gnu::noinline]] number_letters(T value, int digits) : size_(static_cast<int>(std::to_chars(letters_, letters_ + most, value == T(0) ? T(0) : value).ptr - letters_)) {
        if (digits > 0 && significant_digits() > digits)
            size_ = static_cast<int>(std::to_chars(letters_, letters_ + most, value, std::chars_format::general, digits).ptr - letters_);
    }
    constexpr number_letters(rational value, int) { put(value); }
    constexpr operator text_view() const { return {letters_, static_cast<std::size_t>(size_)}; }  // NOLINT

private:
    static constexpr int most = 64;
    constexpr int significant_digits() const {
        int count = 0;
        for (char const *c = letters_, *end = c + size_; c != end && *c != 'e'; ++c) count += *c >= (count > 0 ? '0' : '1') && *c <= '9';
        return count;
    }
    constexpr void put(rational value) {
        if (!value.valid()) return put("an exact number beyond 64 bits");
        if (value.is_negative()) put("-");
        if (!value.is_fraction()) return decimal(value);
        long long const n = value.is_negative() ? -value.numerator() : value.numerator(), d = value.denominator();
        long long scale = 1;
        int digits = 0;
        while (scale % d != 0 && digits < 9) scale *= 10, ++digits;
        rational const scaled = rational(n) * rational(scale / d);
        if (scale % d != 0 || !scaled.is_integer()) {
            detail::written_quotient const written(value);
            decimal(written.above);
            if (!written.below.is_one()) put("/"), decimal(written.below);
            return;
        }
        put(scaled.numerator() / scale);
        if (digits == 0) return;
        put(".");
        for (long long rest = scaled.numerator() % scale, place = scale / 10; place > 0; place /= 10) put(rest / place % 10);
    }
    constexpr void decimal(rational value) {
        buffer<char> letters;
        put_decimal(letters, value);
        for (char c : letters) letters_[size_++] = c;
    }
    constexpr void put(text_view text) {
        for (char c : text) letters_[size_++] = c;
    }
    constexpr void put(long long n) {
        if (n >= 10) put(n / 10);
        letters_[size_++] = static_cast<char>('0' + n % 10);
    }

    char letters_[most]{};
    int size_ = 0;
};

}  // namespace detail

/// A number as a person writes it: 4, -8, 0.16. Without `digits`, the fewest that read back to the same value; else at most
/// that many significant digits. An exact fraction is a decimal number where a short one exists, else n/d.
template <class T>
    requires std::floating_point<T> || std::same_as<T, rational>
constexpr characters number_text(T value, int digits = 0) {
    return text_view(detail::number_letters(value, digits));
}

template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, rational const& value) {
    return out << number_text(value);
}

}  // namespace leibniz
