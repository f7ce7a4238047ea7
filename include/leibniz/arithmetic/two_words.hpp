#pragma once

#include <concepts>
#include <cstdint>

namespace leibniz::inline v0_1::arithmetic::detail {

/// An unsigned number of 128 bits as two words: what the library uses of `unsigned __int128`, for compilers that have none. It
/// calculates modulo 2^128, of negative integers as well; shifts are by 0 to 127; it becomes another type only by a cast.
struct two_words {
    using word = std::uint64_t;
    word high = 0, low = 0;

    constexpr two_words() = default;
    constexpr two_words(word upper, word lower) : high(upper), low(lower) {}
    template <std::integral T>
    constexpr two_words(T n) : high(n < T(0) ? ~word{0} : 0), low(static_cast<word>(n)) {}  // NOLINT(google-explicit-constructor): as an integer
    template <std::floating_point T>
    explicit constexpr two_words(T from) {
        high = static_cast<word>(from * T(0x1p-64));
        low = static_cast<word>(from - static_cast<T>(high) * T(0x1p64));
    }

    template <std::integral T>
    explicit constexpr operator T() const {
        if constexpr (std::same_as<T, bool>) return (high | low) != 0;
        else return static_cast<T>(low);
    }
    /// Within one unit in the last place, but the number itself where T has its digits.
    template <std::floating_point T>
    explicit constexpr operator T() const {
        return high == 0 ? static_cast<T>(low) : static_cast<T>(high) * T(0x1p64) + static_cast<T>(low);
    }

    friend constexpr bool operator==(two_words a, two_words b) { return a.high == b.high && a.low == b.low; }
    friend constexpr bool operator<(two_words a, two_words b) { return a.high != b.high ? a.high < b.high : a.low < b.low; }
    friend constexpr bool operator>(two_words a, two_words b) { return b < a; }
    friend constexpr bool operator<=(two_words a, two_words b) { return !(b < a); }
    friend constexpr bool operator>=(two_words a, two_words b) { return !(a < b); }

    friend constexpr two_words operator~(two_words a) { return {~a.high, ~a.low}; }
    friend constexpr two_words operator|(two_words a, two_words b) { return {a.high | b.high, a.low | b.low}; }
    friend constexpr two_words operator<<(two_words a, int by) {
        return by == 0 ? a : by < 64 ? two_words(a.high << by | a.low >> (64 - by), a.low << by) : two_words(a.low << (by - 64), 0);
    }
    friend constexpr two_words operator>>(two_words a, int by) {
        return by == 0 ? a : by < 64 ? two_words(a.high >> by, a.low >> by | a.high << (64 - by)) : two_words(0, a.high >> (by - 64));
    }

    friend constexpr two_words operator+(two_words a, two_words b) {
        word const sum = a.low + b.low;
        return {a.high + b.high + (sum < a.low ? 1 : 0), sum};
    }
    friend constexpr two_words operator-(two_words a, two_words b) { return {a.high - b.high - (a.low < b.low ? 1 : 0), a.low - b.low}; }
    friend constexpr two_words operator*(two_words a, two_words b) {
        two_words const lower = product(a.low, b.low);
        return {lower.high + a.high * b.low + a.low * b.high, lower.low};
    }
    friend constexpr two_words operator/(two_words a, two_words b) { return b.high == 0 ? by_word(a, b.low) : by_two_words(a, b); }
    friend constexpr two_words operator%(two_words a, two_words b) { return a - a / b * b; }

    constexpr two_words& operator+=(two_words b) { return *this = *this + b; }
    constexpr two_words& operator>>=(int by) { return *this = *this >> by; }
    constexpr two_words& operator++() { return *this = *this + two_words(0, 1); }

private:
    static constexpr word half(word n) { return n & 0xffff'ffff; }
    static constexpr two_words product(word a, word b) {
        word const low = half(a) * half(b), left = (a >> 32) * half(b), right = half(a) * (b >> 32);
        word const middle = (low >> 32) + half(left) + half(right);
        return {(a >> 32) * (b >> 32) + (left >> 32) + (right >> 32) + (middle >> 32), middle << 32 | half(low)};
    }
    static constexpr two_words by_word(two_words a, word b) {
        word const high = a.high / b, rest = a.high % b;
        if (rest == 0 && b >> 32 != 0) return {high, a.low / b};
        if (b >> 32 != 0) return {high, quotient({rest, a.low}, b)};
        word const middle = rest << 32 | a.low >> 32, last = middle % b << 32 | half(a.low);
        return {high, middle / b << 32 | last / b};
    }
    /// a / b for a.high < b: by halves of words, as on paper (Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D).
    static constexpr word quotient(two_words a, word b) {
        int const shift = __builtin_clzll(b);
        a = a << shift, b <<= shift;
        word const first = digit(a.high, a.low >> 32, b), rest = (a.high << 32) + (a.low >> 32) - first * b;
        return first << 32 | digit(rest, half(a.low), b);
    }
    /// The digit of 32 bits of (rest * 2^32 + next) / b.
    static constexpr word digit(word rest, word next, word b) {
        word q = rest / (b >> 32), r = rest % (b >> 32);
        while (q >> 32 != 0 || q * half(b) > (r << 32 | next)) {
            --q, r += b >> 32;
            if (r >> 32 != 0) break;
        }
        return q;
    }
    /// The quotient, below 2^64, by the upper 64 bits of b: it is at most one too large.
    static constexpr two_words by_two_words(two_words a, two_words b) {
        int const shift = __builtin_clzll(b.high);
        word q = (two_words(0, quotient(a >> 1, (b << shift).high)) << shift >> 63).low;
        if (q != 0) --q;
        if (a - two_words(0, q) * b >= b) ++q;
        return {0, q};
    }
};

}  // namespace leibniz::inline v0_1::arithmetic::detail
