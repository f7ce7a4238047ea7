#pragma once

#include <leibniz/arithmetic/limits.hpp>
#include <leibniz/arithmetic/natural.hpp>
#include <leibniz/arithmetic/real.hpp>

#include <concepts>
#include <cstdint>

// The decimal digits of binary numbers, by exact arithmetic: where the standard library cannot write them.

namespace leibniz::inline v0_1::detail {

/// A number above 0 as 0.d1d2d3... * 10^point, without zeros at its end; of 0 no digits. A double has at most 767 digits.
struct digits_of_number {
    static constexpr int most = 800;
    char letters[most]{};
    int count = 0, point = 0;

    constexpr void push(int digit) { letters[count++] = static_cast<char>('0' + digit); }
    /// One more in the last place.
    constexpr void round_up() {
        while (count > 0 && letters[count - 1] == '9') --count;
        if (count > 0) ++letters[count - 1];
        else push(1), ++point;
    }
    constexpr void trim() {
        while (count > 0 && letters[count - 1] == '0') --count;
    }
};

/// m * 2^e > 0, as it stands in a number of type T.
struct binary_number {
    std::uint64_t high = 0, low = 0;  ///< m
    int e = 0;
    bool at_step = false;  ///< m is the least of its exponent: the numbers below lie closer by half

    template <std::floating_point T>
    static constexpr binary_number of(T value) {
        using limits = arithmetic::limits<T>;
        arithmetic::real const exact = arithmetic::extend(value);
        constexpr int least = limits::min_exponent - limits::digits;
        int const all = 128 - limits::digits, shift = exact.e + all < least ? least - exact.e : all;
        auto const m = exact.m >> shift;
        bool const is_power = exact.m << 1 == 0;
        return {static_cast<std::uint64_t>(m >> 64), static_cast<std::uint64_t>(m), exact.e + shift,
                is_power && shift == all && exact.e + all > least};
    }
    constexpr int bits() const { return high != 0 ? 128 - __builtin_clzll(high) : 64 - __builtin_clzll(low); }
};

/// Gives the digits of the number rest/unit * 10^point one by one; `below` and `above` are half the distances to the next numbers.
template <class Natural>
class digit_source {
public:
    explicit constexpr digit_source(binary_number number) : rest_(number.high), unit_(1), below_(1), is_even_(number.low % 2 == 0) {
        rest_.shift_left(64);
        rest_.add(Natural(number.low));
        rest_.shift_left((number.e > 0 ? number.e : 0) + 2);
        unit_.shift_left((number.e < 0 ? -number.e : 0) + 2);
        below_.shift_left((number.e > 0 ? number.e : 0) + (number.at_step ? 0 : 1));
        above_ = below_;
        if (number.at_step) above_.shift_left(1);
        int const order = number.e + number.bits() - 1;
        point_ = order * 30'103 / 100'000 + (order > 0 ? 1 : 0);  // log10(2), rounded up
        unit_.multiply_by_ten_to(point_);
        rest_.multiply_by_ten_to(-point_), below_.multiply_by_ten_to(-point_), above_.multiply_by_ten_to(-point_);
    }

    /// The fewest digits that are read back as the same number; of these the closest.
    constexpr digits_of_number shortest() {
        digits_of_number result;
        result.point = point_;
        if (reaches_above()) ++result.point;
        else next_place();
        for (;; next_place()) {
            int const digit = take();
            bool const lower = reaches_below(), upper = reaches_above();
            if (!lower && !upper) {
                result.push(digit);
                continue;
            }
            int const side = against_half();
            result.push(digit);
            if (upper && (!lower || side > 0 || (side == 0 && digit % 2 != 0))) result.round_up();
            return result;
        }
    }

    /// The closest number with `count` digits, or, for `behind_point`, with so many digits behind the point; ties to even. It leaves
    /// the distances alone: multiplied by ten so often they would outgrow Natural.
    constexpr digits_of_number rounded(int count, bool behind_point) {
        digits_of_number result;
        result.point = point_;
        if (rest_.compare(unit_) >= 0) ++result.point;
        else rest_.multiply(10);
        if (behind_point) count += result.point;
        if (count < 0) return result;
        for (; result.count < count && result.count < digits_of_number::most - 1 && !rest_.is_zero(); rest_.multiply(10)) result.push(take());
        if (result.count == count) {
            unit_.multiply(10);  // back to the last place
            int const side = against_half();
            if (side > 0 || (side == 0 && count > 0 && result.letters[count - 1] % 2 != 0)) result.round_up();
        }
        result.trim();
        return result;
    }

private:
    constexpr void next_place() { rest_.multiply(10), below_.multiply(10), above_.multiply(10); }
    constexpr int take() {
        int digit = 0;
        for (; rest_.compare(unit_) >= 0; ++digit) rest_.subtract(unit_);
        return digit;
    }
    constexpr bool reaches_below() const { return rest_.compare(below_) < (is_even_ ? 1 : 0); }
    constexpr bool reaches_above() const {
        Natural sum = rest_;
        sum.add(above_);
        return sum.compare(unit_) > (is_even_ ? -1 : 0);
    }
    /// What is left against one half in the last place: -1, 0 or 1.
    constexpr int against_half() const {
        Natural twice = rest_;
        twice.shift_left(1);
        return twice.compare(unit_);
    }

    Natural rest_, unit_, below_, above_;
    int point_ = 0;
    bool is_even_;
};

}  // namespace leibniz::inline v0_1::detail
