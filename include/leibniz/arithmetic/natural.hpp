#pragma once

#include <cstdint>

namespace leibniz::inline v0_1::detail {

/// A natural number of so many words of 32 bits.
template <int Words>
class natural_of {
public:
    constexpr natural_of() = default;
    constexpr explicit natural_of(std::uint64_t value) {
        for (; value != 0; value >>= 32) limbs_[size_++] = static_cast<std::uint32_t>(value);
    }

    constexpr bool is_zero() const { return size_ == 0; }
    constexpr int bits() const {
        int count = 32 * (size_ - 1);
        if (size_ == 0) return 0;
        for (std::uint32_t top = limbs_[size_ - 1]; top != 0; top >>= 1) ++count;
        return count;
    }
    constexpr std::uint64_t low() const { return (static_cast<std::uint64_t>(limbs_[1]) << 32) | limbs_[0]; }

    constexpr void multiply(std::uint32_t by) {
        std::uint64_t carry = 0;
        for (int k = 0; k < size_; ++k) {
            carry += static_cast<std::uint64_t>(limbs_[k]) * by;
            limbs_[k] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
        }
        if (carry != 0) limbs_[size_++] = static_cast<std::uint32_t>(carry);
        if (by == 0) trim();
    }
    constexpr void multiply_wide(std::uint64_t by) {
        natural_of high = *this;
        high.multiply(static_cast<std::uint32_t>(by >> 32));
        high.shift_left(32);
        multiply(static_cast<std::uint32_t>(by));
        add(high);
    }
    constexpr void multiply_by_ten_to(int power) {
        for (; power >= 9; power -= 9) multiply(1'000'000'000u);
        for (; power > 0; --power) multiply(10);
    }
    /// Divides; gives the remainder.
    constexpr std::uint32_t divide(std::uint32_t by) {
        std::uint64_t rest = 0;
        for (int k = size_ - 1; k >= 0; --k) {
            rest = (rest << 32) | limbs_[k];
            limbs_[k] = static_cast<std::uint32_t>(rest / by);
            rest %= by;
        }
        trim();
        return static_cast<std::uint32_t>(rest);
    }
    constexpr void add(natural_of const& other) {
        std::uint64_t carry = 0;
        for (int k = 0; k < other.size_ || k < size_ || carry != 0; ++k) {
            carry += static_cast<std::uint64_t>(limbs_[k]) + other.limbs_[k];
            limbs_[k] = static_cast<std::uint32_t>(carry);
            carry >>= 32;
            if (k >= size_) size_ = k + 1;
        }
    }
    /// Subtracts what is not greater.
    constexpr void subtract(natural_of const& other) {
        std::int64_t borrow = 0;
        for (int k = 0; k < size_; ++k) {
            borrow += static_cast<std::int64_t>(limbs_[k]) - other.limbs_[k];
            limbs_[k] = static_cast<std::uint32_t>(borrow);
            borrow = borrow < 0 ? -1 : 0;
        }
        trim();
    }
    constexpr void shift_left(int count) {
        if (size_ == 0) return;
        int const whole = count / 32, rest = count % 32;
        for (int k = size_ - 1; k >= 0; --k) limbs_[k + whole] = limbs_[k];
        for (int k = 0; k < whole; ++k) limbs_[k] = 0;
        size_ += whole;
        if (rest != 0) multiply(std::uint32_t{1} << rest);
    }
    constexpr void halve() {
        for (int k = 0; k < size_; ++k) limbs_[k] = (limbs_[k] >> 1) | (k + 1 < size_ ? limbs_[k + 1] << 31 : 0u);
        trim();
    }
    /// -1, 0 or 1
    constexpr int compare(natural_of const& other) const {
        if (size_ != other.size_) return size_ < other.size_ ? -1 : 1;
        for (int k = size_ - 1; k >= 0; --k)
            if (limbs_[k] != other.limbs_[k]) return limbs_[k] < other.limbs_[k] ? -1 : 1;
        return 0;
    }

private:
    constexpr void trim() {
        while (size_ > 0 && limbs_[size_ - 1] == 0) --size_;
    }

    std::uint32_t limbs_[Words + 1]{};  // the least first; those from `size_` on are 0
    int size_ = 0;
};

/// 1,536 bits: what exact fractions need where 64 bits do not suffice on the way, and the conversion between decimal numbers and
/// binary ones.
using natural = natural_of<48>;

/// n modulo `by`.
constexpr std::uint64_t remainder(natural n, std::uint64_t by) {
    natural divisor(by);
    int const shift = n.bits() - divisor.bits();
    if (shift < 0) return n.low();
    divisor.shift_left(shift);
    for (int k = 0; k <= shift; ++k, divisor.halve())
        if (n.compare(divisor) >= 0) n.subtract(divisor);
    return n.low();
}

/// n divided by `by`, rounded down.
constexpr natural quotient(natural n, std::uint64_t by) {
    natural divisor(by), result;
    int const shift = n.bits() - divisor.bits();
    if (shift < 0) return result;
    divisor.shift_left(shift);
    for (int k = 0; k <= shift; ++k, divisor.halve()) {
        result.shift_left(1);
        if (n.compare(divisor) < 0) continue;
        n.subtract(divisor);
        result.add(natural(1));
    }
    return result;
}

}  // namespace leibniz::inline v0_1::detail
