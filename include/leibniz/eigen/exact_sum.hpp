#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <stdexcept>

namespace leibniz::inline v0_1 {

/// The exact sum of floats or doubles, rounded once when it is read: a fixed-point number of 34 words (6 for floats) that holds every
/// finite number and the sum of 2^63 of them. Whatever the order of additions and merges, sums of the same terms are equal to the
/// bit. A sum of zero is +0; infinities of one sign give that infinity, of both signs, and NaN, give NaN. An addition costs about as
/// much as ten of doubles. (After Kulisch; the words are in two's complement, so that sums of both signs need no second form.)
///
///     leibniz::exact_sum<double> sum, other;
///     sum.add(1e300), sum.add(1.0), other.add(-1e300);
///     sum += other;
///     assert(sum.total() == 1.0);
template <class T>
    requires std::same_as<T, double> || std::same_as<T, float>
class exact_sum {
    using limits = std::numeric_limits<T>;
    using word_of_number = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    static_assert(limits::is_iec559);

public:
    /// The exponent of the unit, which is the least number: all finite numbers are whole multiples of 2^least_exponent.
    static constexpr int least_exponent = limits::min_exponent - limits::digits;
    static constexpr int words = (limits::max_exponent - least_exponent + 63) / 64 + 1;

    constexpr void add(T term) {
        word_of_number const bits = __builtin_bit_cast(word_of_number, term), mantissa = bits & lowest(fraction_bits);
        int const exponent = static_cast<int>(bits >> fraction_bits) & largest_exponent;
        bool const negative = bits >> (8 * sizeof(T) - 1) != 0;
        if (exponent == largest_exponent) special_ |= mantissa != 0 ? not_a_number : negative ? minus_infinity : plus_infinity;
        else if (exponent == 0) add_words(mantissa, 0, negative);
        else add_words(mantissa | word_of_number(1) << fraction_bits, exponent - 1, negative);
    }
    /// Adds number*2^exponent: 0, or a multiple of the unit that is less than 2^63 times the largest number.
    constexpr void add_multiple(std::int64_t number, int exponent) {
        if (number == 0) return;
        bool const negative = number < 0;
        std::uint64_t const size = negative ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
        int const places = exponent - least_exponent;
        if (places < 0) add_words(places > -64 ? size >> -places : 0, 0, negative);
        else add_words(size, places, negative);
    }
    constexpr exact_sum& operator+=(exact_sum const& other) {
        bool carry = false;
        for (int k = 0; k < words; ++k) word_[k] = sum(word_[k], other.word_[k], carry);
        special_ |= other.special_;
        return *this;
    }

    /// The sum, rounded to the nearest number, halves to even.
    constexpr T total() const {
        if (special_ != 0)
            return special_ == plus_infinity ? limits::infinity() : special_ == minus_infinity ? -limits::infinity() : limits::quiet_NaN();
        bool const negative = word_[words - 1] >> 63 != 0;
        exact_sum size = *this;
        if (negative) {
            bool carry = true;
            for (std::uint64_t& word : size.word_) word = sum(~word, 0, carry);
        }
        int top = words - 1;
        while (top > 0 && size.word_[top] == 0) --top;
        int const width = 64 * top + static_cast<int>(std::bit_width(size.word_[top]));
        int const dropped = width > limits::digits ? width - limits::digits : 0;  // bits below the rounded number
        std::uint64_t number = size.bits_from(dropped);
        if (dropped > 0) {
            bool const half = (size.bits_from(dropped - 1) & 1) != 0;
            if (half && ((number & 1) != 0 || size.any_below(dropped - 1))) ++number;
        }
        // The implicit bit, and the carry of the rounding, add one to the exponent.
        if (dropped >= largest_exponent - 1) return negative ? -limits::infinity() : limits::infinity();
        auto const bits = static_cast<word_of_number>((static_cast<std::uint64_t>(dropped) << fraction_bits) + number);
        T const result = __builtin_bit_cast(T, bits);
        return negative ? -result : result;
    }

    friend constexpr bool operator==(exact_sum const&, exact_sum const&) = default;

    /// The sum as bytes, the same on every machine: "LS", version 1, the size of the numbers, what is infinite or NaN, three zeros,
    /// and the words, the lowest byte first.
    static constexpr std::size_t byte_count = 8 + 8 * words;
    constexpr std::array<std::byte, byte_count> bytes() const {
        std::array<std::byte, byte_count> to{std::byte{'L'}, std::byte{'S'}, std::byte{1}, std::byte{sizeof(T)}, std::byte(special_)};
        for (int k = 0; k < words; ++k)
            for (int j = 0; j < 8; ++j) to[static_cast<std::size_t>(8 + 8 * k + j)] = static_cast<std::byte>(word_[k] >> 8 * j & 255);
        return to;
    }
    /// Reads what `bytes` wrote. Throws std::invalid_argument for anything else.
    static constexpr exact_sum from_bytes(std::span<std::byte const> from) {
        constexpr std::byte zero{0};
        if (from.size() != byte_count || from[0] != std::byte{'L'} || from[1] != std::byte{'S'} || from[2] != std::byte{1} ||
            from[3] != std::byte{sizeof(T)} || from[4] > std::byte{7} || from[5] != zero || from[6] != zero || from[7] != zero)
            throw std::invalid_argument("exact_sum::from_bytes: these bytes are no sum of this number type; pass what bytes() returned");
        exact_sum result;
        result.special_ = std::to_integer<std::uint32_t>(from[4]);
        for (int k = 0; k < words; ++k)
            for (int j = 0; j < 8; ++j)
                result.word_[k] |= std::to_integer<std::uint64_t>(from[static_cast<std::size_t>(8 + 8 * k + j)]) << 8 * j;
        return result;
    }

private:
    static constexpr int fraction_bits = limits::digits - 1, largest_exponent = 2 * limits::max_exponent - 1;
    static constexpr std::uint32_t plus_infinity = 1, minus_infinity = 2, not_a_number = 4;
    static constexpr word_of_number lowest(int count) { return (word_of_number(1) << count) - 1; }

    static constexpr std::uint64_t sum(std::uint64_t first, std::uint64_t second, bool& carry) {
        std::uint64_t const partial = first + second, all = partial + (carry ? 1 : 0);
        carry = partial < first || all < partial;
        return all;
    }
    /// Adds size*2^places units, or subtracts them.
    constexpr void add_words(std::uint64_t size, int places, bool negative) {
        int const at = places / 64, shift = places % 64;
        std::uint64_t const low = size << shift, high = shift == 0 ? 0 : size >> (64 - shift);
        if (negative) {
            bool borrow = word_[at] < low;
            word_[at] -= low;
            std::uint64_t taken = high;
            for (int k = at + 1; k < words && (borrow || taken != 0); ++k, taken = 0) {
                std::uint64_t const before = word_[k], less = before - taken;
                word_[k] = less - (borrow ? 1 : 0);
                borrow = before < taken || (borrow && less == 0);
            }
        } else {
            bool carry = false;
            word_[at] = sum(word_[at], low, carry);
            std::uint64_t added = high;
            for (int k = at + 1; k < words && (carry || added != 0); ++k, added = 0) word_[k] = sum(word_[k], added, carry);
        }
    }
    /// 64 bits from a place on.
    constexpr std::uint64_t bits_from(int place) const {
        int const at = place / 64, shift = place % 64;
        std::uint64_t const next = at + 1 < words ? word_[at + 1] : 0;
        return shift == 0 ? word_[at] : word_[at] >> shift | next << (64 - shift);
    }
    constexpr bool any_below(int place) const {
        int const at = place / 64, shift = place % 64;
        for (int k = 0; k < at; ++k)
            if (word_[k] != 0) return true;
        return shift != 0 && word_[at] << (64 - shift) != 0;
    }

    std::uint64_t word_[words]{};
    std::uint32_t special_ = 0;
    std::uint32_t unused_ = 0;  // no padding: the same sums are the same bytes in memory
};

}  // namespace leibniz::inline v0_1
