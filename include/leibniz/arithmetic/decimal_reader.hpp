#pragma once

#include <leibniz/arithmetic/rational.hpp>

namespace leibniz::detail {

/// Reads the digits of a decimal number one by one as an exact number. Zeros at the end count as an exponent only, so
/// that 1.500 and 10000000000000000000000 have no more digits than they need.
class decimal_reader {
public:
    constexpr void digit(char c, bool behind_point) {
        places_ += behind_point;
        if (c == '0') {
            zeros_ += digits_ != 0;
            return;
        }
        for (; zeros_ >= 0; --zeros_) exact_ = exact_ && !__builtin_mul_overflow(digits_, 10, &digits_);
        exact_ = exact_ && !__builtin_add_overflow(digits_, c - '0', &digits_);
        zeros_ = 0;
    }
    constexpr void exponent_digit(char c) {
        if (exponent_ < 100'000) exponent_ = 10 * exponent_ + (c - '0');
    }
    constexpr void negative_exponent() { negative_ = true; }

    /// The number; invalid where it has more digits than 63 bits hold, or lies beyond the numbers of a double.
    constexpr rational value() const {
        if (!exact_) return rational(0, 0);
        int const shift = zeros_ - places_ + (negative_ ? -exponent_ : exponent_);
        if (shift == 0 || digits_ == 0) return digits_;
        return shift < -400 || shift > 400 ? rational(0, 0) : rational::decimal(digits_, shift);
    }

private:
    long long digits_ = 0;
    int zeros_ = 0, places_ = 0, exponent_ = 0;
    bool exact_ = true, negative_ = false;
};

}  // namespace leibniz::detail
