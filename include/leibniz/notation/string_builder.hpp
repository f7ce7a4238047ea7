#pragma once

#include <leibniz/graph/buffer.hpp>
#include <leibniz/language/text_view.hpp>

#include <iosfwd>

namespace leibniz::inline v0_1 {

/// A string that grows in constant expressions, without the cost of <string>. Converts to text_view, std::string and std::string_view.
class characters {
public:
    constexpr characters() = default;
    constexpr characters(text_view text) { *this += text; }                  // NOLINT: text is text
    constexpr characters(char const* text) : characters(text_view(text)) {}  // NOLINT
    constexpr explicit characters(buffer<char> letters) : letters_(static_cast<buffer<char>&&>(letters)) {}

    constexpr operator text_view() const { return {letters_.begin(), static_cast<std::size_t>(letters_.size())}; }  // NOLINT
    template <detail::string_like S>
    constexpr operator S() const {
        return S(letters_.begin(), static_cast<std::size_t>(letters_.size()));
    }  // NOLINT
    constexpr text_view view() const { return *this; }
    constexpr buffer<char>& letters() { return letters_; }
    constexpr int size() const { return letters_.size(); }
    constexpr bool empty() const { return letters_.empty(); }

    constexpr characters& operator+=(text_view text) {
        letters_.append(text.data(), static_cast<int>(text.size()));
        return *this;
    }
    constexpr characters& operator+=(long long n) {
        if (n < 0) letters_.push('-');
        char digits[20]{};
        int count = 0;
        for (; count == 0 || n != 0; n /= 10) digits[count++] = static_cast<char>('0' + (n % 10 < 0 ? -(n % 10) : n % 10));
        while (count > 0) letters_.push(digits[--count]);
        return *this;
    }
    friend constexpr characters operator+(characters a, text_view b) { return a += b; }

    friend constexpr bool operator==(characters const& a, characters const& b) { return a.view() == b.view(); }
    friend constexpr bool operator==(characters const& a, text_view b) { return a.view() == b; }
    friend constexpr bool operator==(characters const& a, char const* b) { return a.view() == b; }
    template <detail::string_like S>
    friend constexpr bool operator==(characters const& a, S const& b) {
        return a.view() == text_view(b);
    }

    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, characters const& text) {
        return out << text.view();
    }

private:
    buffer<char> letters_;
};

namespace detail {
/// The width of a text on a terminal, so that names such as ŷ align: its code points without combining accents (U+0300 to
/// U+036F, and the arrow of vectors).
[[gnu::noinline]] constexpr int columns_of(text_view text) {
    int count = 0;
    for (char const *c = text.data(), *const end = c + text.size(); c != end; ++c) {
        auto const byte = static_cast<unsigned char>(*c);
        count += (byte & 0xc0) != 0x80;
        if (byte == 0xcc || (byte == 0xcd && c + 1 != end && static_cast<unsigned char>(c[1]) < 0xb0)) --count;
        if (byte == 0xe2 && end - c > 2 && c[1] == '\x83' && c[2] == '\x97') --count;
    }
    return count;
}
}  // namespace detail

}  // namespace leibniz::inline v0_1
