#pragma once

#include <leibniz/arithmetic/rational.hpp>

namespace leibniz::inline v0_1::detail {

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
        for (; zeros_ >= 0; --zeros_) shift();
        digits_ += c - '0';
        zeros_ = 0;
    }
    constexpr void exponent_digit(char c) {
        if (exponent_ < 100'000) exponent_ = 10 * exponent_ + (c - '0');
    }
    constexpr void negative_exponent() { negative_ = true; }

    /// The number; invalid where it has more than 33 digits, or lies beyond the numbers of a double.
    constexpr rational value() const {
        if (!exact_) return rational(0, 0);
        int const shift = zeros_ - places_ + (negative_ ? -exponent_ : exponent_);
        if ((shift == 0 && high_ == 0) || digits_ == 0) return digits_;
        return shift < -400 || shift > 400 ? rational(0, 0) : rational::decimal(high_, digits_, shift);
    }

private:
    constexpr void shift() {
        constexpr long long first = 100'000'000'000'000'000;  // of 18 digits
        if (!exact_) return;
        if (high_ != 0 || digits_ >= first) {
            high_ = 10 * high_ + digits_ / first;
            digits_ %= first;
            exact_ = high_ < 1'000'000'000'000'000;
        }
        digits_ *= 10;
    }

    long long digits_ = 0, high_ = 0;  // the last 18, and those before them
    int zeros_ = 0, places_ = 0, exponent_ = 0;
    bool exact_ = true, negative_ = false;
};

}  // namespace leibniz::inline v0_1::detail
