#pragma once

#include <concepts>

namespace leibniz {

/// An exact fraction in lowest terms, denominator > 0. A result that leaves 64 bits, or a division by zero, is
/// the invalid fraction 0/0, which every further operation hands on: an overflow is never a wrong digit.
class rational {
    __extension__ using wide = __int128;

public:
    constexpr rational() = default;
    template <std::integral I>
    constexpr rational(I integer) : numerator_(static_cast<long long>(integer)) {  // NOLINT: integers are rationals
        if constexpr (sizeof(I) >= sizeof(long long)) *this = whole(static_cast<wide>(integer));
    }
    constexpr rational(long long numerator, long long denominator) {
        *this = reduced(static_cast<wide>(numerator), static_cast<wide>(denominator));
    }

    constexpr long long numerator() const { return numerator_; }
    constexpr long long denominator() const { return denominator_; }
    constexpr bool valid() const { return denominator_ != 0; }
    constexpr bool is_integer() const { return denominator_ == 1; }
    constexpr bool is_negative() const { return numerator_ < 0; }
    constexpr bool is_zero() const { return numerator_ == 0 && valid(); }
    constexpr bool is_one() const { return numerator_ == 1 && denominator_ == 1; }
    constexpr bool is_odd() const { return denominator_ == 1 && numerator_ % 2 != 0; }

    friend constexpr rational operator-(rational a) {
        a.numerator_ = -a.numerator_;
        return a;
    }
    friend constexpr rational operator+(rational a, rational b) {
        if (a.denominator_ == 1 && b.denominator_ == 1) return whole(static_cast<wide>(a.numerator_) + b.numerator_);
        return reduced(static_cast<wide>(a.numerator_) * b.denominator_ + static_cast<wide>(b.numerator_) * a.denominator_,
                       static_cast<wide>(a.denominator_) * b.denominator_);
    }
    friend constexpr rational operator-(rational a, rational b) { return a + -b; }
    friend constexpr rational operator*(rational a, rational b) {
        if (a.denominator_ == 1 && b.denominator_ == 1) return whole(static_cast<wide>(a.numerator_) * b.numerator_);
        return reduced(static_cast<wide>(a.numerator_) * b.numerator_, static_cast<wide>(a.denominator_) * b.denominator_);
    }
    friend constexpr rational operator/(rational a, rational b) {
        return reduced(static_cast<wide>(a.numerator_) * b.denominator_, static_cast<wide>(a.denominator_) * b.numerator_);
    }
    constexpr rational& operator+=(rational b) { return *this = *this + b; }
    constexpr rational& operator-=(rational b) { return *this = *this - b; }
    constexpr rational& operator*=(rational b) { return *this = *this * b; }
    constexpr rational& operator/=(rational b) { return *this = *this / b; }

    friend constexpr bool operator==(rational, rational) = default;
    friend constexpr bool operator<(rational a, rational b) {
        return static_cast<wide>(a.numerator_) * b.denominator_ < static_cast<wide>(b.numerator_) * a.denominator_;
    }

    friend constexpr bool operator>(rational a, rational b) { return b < a; }
    friend constexpr bool operator<=(rational a, rational b) { return !(b < a); }
    friend constexpr bool operator>=(rational a, rational b) { return !(a < b); }

    /// The largest rational of which both are integer multiples, > 0.
    friend constexpr rational common_divisor(rational a, rational b) {
        wide n = static_cast<wide>(a.numerator_) * b.denominator_, m = static_cast<wide>(b.numerator_) * a.denominator_;
        return reduced(gcd(n, m), static_cast<wide>(a.denominator_) * b.denominator_);
    }

private:
    static constexpr rational whole(wide n) {
        if (n > 0x7fff'ffff'ffff'ffff || n < -0x7fff'ffff'ffff'ffff) return rational(0, 0);
        rational result;
        result.numerator_ = static_cast<long long>(n);
        return result;
    }
    static constexpr wide gcd(wide a, wide b) {
        if (a < 0) a = -a;
        if (b < 0) b = -b;
        while (b != 0) {
            wide const rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
    static constexpr rational reduced(wide n, wide d) {
        rational result;
        result.denominator_ = 0;
        if (d == 0) return result;
        if (d < 0) n = -n, d = -d;
        if (d != 1) {
            wide const common = gcd(n, d);
            n /= common;
            d /= common;
        }
        constexpr wide most = 0x7fff'ffff'ffff'ffff;  // the most negative integer is left out: -n is always safe
        if (n > most || n < -most || d > most) return result;
        result.numerator_ = static_cast<long long>(n);
        result.denominator_ = static_cast<long long>(d);
        return result;
    }

    long long numerator_ = 0, denominator_ = 1;
};

/// a^n for an integer n; invalid where it leaves 64 bits or divides by zero.
constexpr rational power_of(rational a, long long n) {
    if (n < 0) return rational(1) / power_of(a, -n);
    if (a == rational(0) || a == rational(1)) return n == 0 ? rational(1) : a;
    if (a == rational(-1)) return n % 2 == 0 ? rational(1) : a;
    if (n > 64) return rational(0, 0);
    rational result = 1;
    for (; n > 0; --n) result = result * a;
    return result;
}

/// The exact q-th root of a >= 0, or the invalid fraction where there is none.
constexpr rational root_of(rational a, long long q) {
    if (a.is_negative() || q < 2 || q > 64) return rational(0, 0);
    auto const root = [q](long long value) -> long long {
        long long low = 0, high = 3'037'000'499;  // floor(sqrt(2^63))
        while (low < high) {
            long long const middle = (low + high + 1) / 2;
            rational const power = power_of(rational(middle), q);
            if (power.valid() && power.numerator() <= value) low = middle;
            else high = middle - 1;
        }
        return power_of(rational(low), q) == rational(value) ? low : -1;
    };
    long long const n = root(a.numerator()), d = root(a.denominator());
    return n < 0 || d < 0 ? rational(0, 0) : rational(n, d);
}

}  // namespace leibniz
