#pragma once

#include <leibniz/notation/exact_text.hpp>
#include <leibniz/notation/string_builder.hpp>
#include <leibniz/notation/to_chars.hpp>

#include <concepts>

namespace leibniz::inline v0_1 {

namespace detail {

/// A fixed buffer for one formatted number.
class number_letters {
public:
    constexpr number_letters() = default;
    /// Writes at most `digits` significant digits; 0: as many as it takes to read the same value back.
    template <std::floating_point T>
    [[gnu::noinline]] number_letters(T value, int digits)
        : size_(static_cast<int>(detail::to_chars(letters_, letters_ + most, value == T(0) ? T(0) : value).ptr - letters_)) {
        if (digits > 0 && significant_digits() > digits)
            size_ = static_cast<int>(detail::to_chars(letters_, letters_ + most, value, std::chars_format::general, digits).ptr - letters_);
    }
    constexpr number_letters(rational value, int) {
        buffer<char> letters;
        put_exact(letters, value);
        for (char c : letters) letters_[size_++] = c;
    }
    constexpr operator text_view() const { return {letters_, static_cast<std::size_t>(size_)}; }  // NOLINT

private:
    static constexpr int most = 64;
    constexpr int significant_digits() const {
        int count = 0;
        for (char const *c = letters_, *end = c + size_; c != end && *c != 'e'; ++c) count += *c >= (count > 0 ? '0' : '1') && *c <= '9';
        return count;
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

}  // namespace leibniz::inline v0_1
