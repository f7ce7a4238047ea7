#pragma once

#include <leibniz/arithmetic/wide_fraction.hpp>

#include <concepts>

namespace leibniz::inline v0_1 {

/// An exact number n/d in lowest terms, d > 0, both of 63 bits; or n * 10^e, n no multiple of ten, where n/d would not
/// fit: 6.62607015e-34. Every value has one form, so equality is that of the members. A result that has neither form, or
/// a division by zero, is the invalid fraction 0/0, which every further operation hands on: never a wrong digit.
/// A decimal number as it was written may have up to 33 digits, 3.14159265358979323846; it meets 0, 1, -1 and itself, and
/// any other operation on it is invalid.
class rational {
public:
    constexpr rational() = default;
    template <std::integral I>
    constexpr rational(I integer) : numerator_(static_cast<long long>(integer)) {  // NOLINT: integers are rationals
        static_assert(sizeof(I) <= sizeof(long long));
        if constexpr (sizeof(I) == sizeof(long long)) {
            if (integer < 0 ? numerator_ < -most : numerator_ < 0)
                *this = detail::formed(detail::natural(static_cast<std::uint64_t>(integer)), detail::natural(1), 0, integer < 0);
        }
    }
    constexpr rational(long long numerator, long long denominator) {
        if (numerator < -most || denominator < -most) *this = invalid();
        else *this = denominator < 0 ? reduced(-numerator, -denominator) : reduced(numerator, denominator);
    }
    /// n * 10^e
    static constexpr rational decimal(long long n, int e) {
        if (e == 0 || n == 0) return n;
        long long scale = 1;
        int const places = e < 0 ? -e : e;
        if (places <= 18) {
            for (int k = 0; k < places; ++k) scale *= 10;
            if (e < 0) return reduced(n, scale);
            if (long long product = 0; !__builtin_mul_overflow(n, scale, &product)) return product;
        }
        return detail::formed(detail::magnitude(n), detail::natural(1), e, n < 0);
    }

    /// (high * 10^18 + low) * 10^e as it is written, low no multiple of ten; invalid from high = 10^15 on.
    static constexpr rational decimal(long long high, long long low, int e) {
        if (high == 0) return decimal(low, e);
        rational const shorter = detail::formed(joined(high, low), detail::natural(1), e, false);
        if (shorter.valid() || high >= 1'000'000'000'000'000) return shorter;
        auto first = static_cast<std::uint64_t>(high);  // 19 digits
        int place = 17 + e;
        for (long long rest = high; rest > 0; rest /= 10) ++place;
        for (long long scale = 100'000'000'000'000'000; first < 1'000'000'000'000'000'000u; scale /= 10)
            first = 10 * first + static_cast<std::uint64_t>(low / scale % 10);
        if (!detail::is_in_range(first, place)) return shorter;
        return unpacked(low, -offset - e - span * high);
    }

    /// The value is numerator()/denominator() * 10^exponent(); an exponent other than 0 stands beside the denominator 1.
    /// A number of more than 18 digits has others before those of the numerator: high().
    constexpr long long numerator() const { return numerator_; }
    constexpr long long denominator() const { return denominator_ < 0 ? 1 : denominator_; }
    constexpr int exponent() const { return denominator_ < 0 ? static_cast<int>(-denominator_ % span) - offset : 0; }
    constexpr long long high() const { return denominator_ < 0 ? -denominator_ / span : 0; }

    /// Two integers that hold the number: numerator() and this one.
    constexpr long long packed() const { return denominator_; }
    static constexpr rational unpacked(long long n, long long packed) {
        rational result;
        result.numerator_ = n;
        result.denominator_ = packed;
        return result;
    }

    /// n/d * 10^e, known to be in its one form
    static constexpr rational of(long long n, long long d, int e) { return unpacked(n, e == 0 ? d : -offset - e); }

    constexpr bool valid() const { return denominator_ != 0; }
    constexpr bool is_fraction() const { return denominator_ > 0; }  // without an exponent
    constexpr bool is_integer() const { return denominator_ == 1; }
    constexpr bool is_negative() const { return numerator_ < 0; }
    constexpr bool is_zero() const { return numerator_ == 0 && valid(); }
    constexpr bool is_one() const { return numerator_ == 1 && denominator_ == 1; }
    constexpr bool is_odd() const { return denominator_ == 1 && numerator_ % 2 != 0; }

    /// True for a number with finitely many decimal places and digits of at most 63 bits.
    constexpr bool is_decimal() const {
        long long d = denominator();
        while (d > 1 && d % 2 == 0) d /= 2;
        while (d > 1 && d % 5 == 0) d /= 5;
        return d == 1 && high() == 0 && (denominator_ <= 1 || all_digits().bits() <= 63);
    }

    friend constexpr rational operator-(rational a) {
        a.numerator_ = -a.numerator_;
        return a;
    }
    friend constexpr rational operator+(rational a, rational b) {
        long long left = 0, right = 0, n = 0, d = 0;
        if (a.denominator_ == 1 && b.denominator_ == 1) {
            if (!__builtin_add_overflow(a.numerator_, b.numerator_, &n) && n >= -most) return whole(n);
        } else if (a.denominator_ > 0 && b.denominator_ > 0 && !__builtin_mul_overflow(a.numerator_, b.denominator_, &left) &&
                   !__builtin_mul_overflow(b.numerator_, a.denominator_, &right) && !__builtin_add_overflow(left, right, &n) &&
                   n >= -most && !__builtin_mul_overflow(a.denominator_, b.denominator_, &d)) {
            return reduced(n, d);
        }
        if (!a.valid() || !b.valid()) return invalid();
        if (a.is_zero() || b.is_zero()) return a.is_zero() ? b : a;
        if (a.high() != 0 || b.high() != 0) return a == -b ? 0 : invalid();
        return detail::wide_sum(a.numerator_, a.denominator(), a.exponent(), b.numerator_, b.denominator(), b.exponent());
    }
    friend constexpr rational operator-(rational a, rational b) { return a + -b; }
    friend constexpr rational operator*(rational a, rational b) {
        long long n = 0, d = 0;
        if (a.denominator_ == 1 && b.denominator_ == 1) {
            if (!__builtin_mul_overflow(a.numerator_, b.numerator_, &n) && n >= -most) return whole(n);
        } else if (a.denominator_ > 0 && b.denominator_ > 0 && !__builtin_mul_overflow(a.numerator_, b.numerator_, &n) && n >= -most &&
                   !__builtin_mul_overflow(a.denominator_, b.denominator_, &d)) {
            return reduced(n, d);
        }
        if (a.high() != 0 || b.high() != 0) return long_product(a, b);
        if (!a.valid() || !b.valid()) return invalid();
        return detail::wide_product(a.numerator_, a.denominator(), b.numerator_, b.denominator(), a.exponent() + b.exponent());
    }
    friend constexpr rational operator/(rational a, rational b) {
        if (!a.valid() || !b.valid() || b.numerator_ == 0) return invalid();
        if (b.denominator_ > 0) {
            rational inverse;
            inverse.numerator_ = b.numerator_ < 0 ? -b.denominator_ : b.denominator_;
            inverse.denominator_ = b.numerator_ < 0 ? -b.numerator_ : b.numerator_;
            return a * inverse;
        }
        if (a.high() != 0 || b.high() != 0) return a == b ? 1 : a == -b ? -1 : a.is_zero() ? 0 : invalid();
        long long const sign = b.numerator_ < 0 ? -1 : 1;
        return detail::wide_product(a.numerator_, a.denominator(), sign * b.denominator(), sign * b.numerator_,
                                    a.exponent() - b.exponent());
    }
    constexpr rational& operator+=(rational b) { return *this = *this + b; }
    constexpr rational& operator-=(rational b) { return *this = *this - b; }
    constexpr rational& operator*=(rational b) { return *this = *this * b; }
    constexpr rational& operator/=(rational b) { return *this = *this / b; }

    friend constexpr bool operator==(rational, rational) = default;
    friend constexpr bool operator<(rational a, rational b) {
        long long left = 0, right = 0;
        if (a.denominator_ > 0 && b.denominator_ > 0 && !__builtin_mul_overflow(a.numerator_, b.denominator_, &left) &&
            !__builtin_mul_overflow(b.numerator_, a.denominator_, &right))
            return left < right;
        if (!a.valid() || !b.valid()) return false;
        if ((a.numerator_ < 0) != (b.numerator_ < 0)) return a.numerator_ < 0;
        int const order = compared_magnitudes(a, b);
        return a.numerator_ < 0 ? order > 0 : order < 0;
    }

    friend constexpr bool operator>(rational a, rational b) { return b < a; }
    friend constexpr bool operator<=(rational a, rational b) { return !(b < a); }
    friend constexpr bool operator>=(rational a, rational b) { return !(a < b); }

    /// The largest rational of which both are integer multiples, > 0; invalid where it does not fit.
    friend constexpr rational common_divisor(rational a, rational b) {
        if (!a.valid() || !b.valid()) return invalid();
        if (a.denominator_ > 0 && b.denominator_ > 0) {
            long long d = 0;
            if (__builtin_mul_overflow(a.denominator_ / detail::greatest_common_divisor(a.denominator_, b.denominator_), b.denominator_,
                                       &d))
                return invalid();
            return reduced(detail::greatest_common_divisor(a.numerator_, b.numerator_), d);
        }
        if (a.denominator() != 1 || b.denominator() != 1) return invalid();
        if (a.high() != 0 || b.high() != 0) return a != b && a != -b ? invalid() : a.is_negative() ? -a : a;
        long long n = a.numerator_, m = b.numerator_;
        int e = a.exponent(), f = b.exponent();
        for (; e > f; --e)
            if (__builtin_mul_overflow(n, 10, &n)) return invalid();
        for (; f > e; --f)
            if (__builtin_mul_overflow(m, 10, &m)) return invalid();
        return decimal(detail::greatest_common_divisor(n, m), e);
    }

    /// The magnitude of a decimal number without point and exponent, zeros at its end left out: of 0.0250 it is 25. Of
    /// another number 1.
    constexpr rational digits() const { return is_decimal() ? rational(static_cast<long long>(all_digits().low())) : rational(1); }
    /// How many bits the digits of a decimal number have; of another fraction its numerator and denominator.
    constexpr int complexity() const {
        return is_decimal() ? all_digits().bits() : above().bits() + detail::magnitude(denominator()).bits();
    }

    /// The magnitude as n/d * 10^e with n, d of any size: what conversions and comparisons begin with.
    struct parts {
        detail::natural above, below;
    };
    constexpr parts magnitudes() const {
        parts result{above(), detail::magnitude(denominator())};
        if (exponent() > 0) result.above.multiply_by_ten_to(exponent());
        if (exponent() < 0) result.below.multiply_by_ten_to(-exponent());
        return result;
    }

private:
    static constexpr long long most = 0x7fff'ffff'ffff'ffff;  // the most negative integer is left out: -n is always safe
    static constexpr int offset = detail::packed_fraction::offset,
                         span = detail::packed_fraction::span;  // a denominator of -offset - e - span * high holds exponent and digits

    static constexpr rational invalid() { return unpacked(0, 0); }
    constexpr rational(detail::packed_fraction form) : numerator_(form.n), denominator_(form.d) {}
    static constexpr rational whole(long long n) { return unpacked(n, 1); }
    static constexpr detail::natural joined(long long high, long long low) {
        detail::natural result = detail::magnitude(high);
        if (high != 0) result.multiply_by_ten_to(18);
        result.add(detail::magnitude(low));
        return result;
    }
    constexpr detail::natural above() const { return joined(high(), numerator_); }
    static constexpr rational reduced(long long n, long long d) {
        if (d == 0) return invalid();
        if (d == 1) return whole(n);
        long long const common = detail::greatest_common_divisor(n, d);
        return unpacked(n / common, d / common);
    }

    constexpr detail::natural all_digits() const {
        detail::natural result = detail::magnitude(numerator_);
        long long left = denominator();
        for (; left % 10 == 0; left /= 10) {}
        for (; left % 5 == 0; left /= 5) result.multiply(2);
        for (; left % 2 == 0; left /= 2) result.multiply(5);
        for (detail::natural without = result; !result.is_zero() && without.divide(10) == 0;) result = without;
        return result;
    }

    static constexpr rational long_product(rational a, rational b) {
        if (!a.valid() || !b.valid()) return invalid();
        if (a.is_zero() || b.is_zero()) return 0;
        if (a == 1 || a == -1) return a.is_one() ? b : -b;
        return b == 1 ? a : b == -1 ? -a : invalid();
    }
    static constexpr int compared_magnitudes(rational a, rational b) {
        parts left = a.magnitudes(), right = b.magnitudes();
        // Few bits decide where they are far apart: their products would not fit.
        int const least = left.above.bits() - left.below.bits() - 1, greatest = right.above.bits() - right.below.bits() + 1;
        if (least > greatest) return 1;
        if (left.above.bits() - left.below.bits() + 1 < right.above.bits() - right.below.bits() - 1) return -1;
        int const e = a.exponent() < b.exponent() ? a.exponent() : b.exponent();
        detail::natural above = a.above(), other = b.above();
        above.multiply_wide(static_cast<std::uint64_t>(b.denominator()));
        above.multiply_by_ten_to(a.exponent() - e);
        other.multiply_wide(static_cast<std::uint64_t>(a.denominator()));
        other.multiply_by_ten_to(b.exponent() - e);
        return above.compare(other);
    }

    long long numerator_ = 0, denominator_ = 1;
};

}  // namespace leibniz::inline v0_1
