#pragma once

#include <leibniz/graph/buffer.hpp>
#include <leibniz/arithmetic/rational.hpp>
#include <leibniz/language/name.hpp>
#include <leibniz/graph/decimal_form.hpp>
#include <leibniz/language/text_view.hpp>

#include <cstddef>

namespace leibniz::inline v0_1::detail {

constexpr void put(buffer<char>& out, text_view text) { out.append(text.data(), static_cast<int>(text.size())); }
constexpr void put_number(buffer<char>& out, long long n) {
    if (n < 0) out.push('-');
    char digits[20]{};
    int count = 0;
    for (; count == 0 || n != 0; n /= 10) digits[count++] = static_cast<char>('0' + (n % 10 < 0 ? -(n % 10) : n % 10));
    while (count > 0) out.push(digits[--count]);
}
constexpr void put_rational(buffer<char>& out, rational r) {
    if (!r.is_fraction()) {
        if (r.is_negative()) put(out, "-");
        return put_decimal(out, r);
    }
    put_number(out, r.numerator());
    if (!r.is_integer()) put(out, "/"), put_number(out, r.denominator());
}

/// True if a spelling has places for its operands: #1, @1, ?1, ~1.
constexpr bool has_places(text_view spelled) {
    char const* c = spelled.data();
    for (char const* const end = c + spelled.size(); c != end; ++c)
        if (*c == '#' || *c == '@' || *c == '?' || *c == '~') return true;
    return false;
}

constexpr void put_code_point(buffer<char>& out, char32_t c) {
    auto const tail = [&](int shift) { out.push(static_cast<char>(0x80u | (c >> shift & 0x3fu))); };
    if (c < 0x80) out.push(static_cast<char>(c));
    else if (c < 0x800) out.push(static_cast<char>(0xc0u | c >> 6)), tail(0);
    else if (c < 0x10000) out.push(static_cast<char>(0xe0u | c >> 12)), tail(6), tail(0);
    else out.push(static_cast<char>(0xf0u | c >> 18)), tail(12), tail(6), tail(0);
}

/// True for one ASCII letter, then digits: x, w10. A fast path for most names; different names stay different in every style.
constexpr bool is_plain(text_view name) {
    char const first = name[0];
    if (!((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'))) return false;
    for (std::size_t k = 1, end = name.size(); k < end; ++k)
        if (!is_digit(name[k])) return false;
    return true;
}

/// The position of `_`, or npos. (text_view::find is no constant expression with g++'s -fsanitize=null.)
constexpr std::size_t place_of_line(text_view name) {
    for (std::size_t k = 0; k < name.size(); ++k)
        if (name[k] == '_') return k;
    return text_view::npos;
}

}  // namespace leibniz::inline v0_1::detail
