#pragma once

#include <leibniz/arithmetic/rational.hpp>

namespace leibniz::inline v0_1 {

/// a^n for an integer n; invalid where it does not fit or divides by zero.
constexpr rational power_of(rational a, long long n) {
    if (n < 0) {
        rational const inverse = rational(1) / power_of(a, -n);
        return inverse.valid() || a.is_zero() || !(rational(1) / a).valid() ? inverse : power_of(rational(1) / a, -n);
    }
    if (a == rational(0) || a == rational(1)) return n == 0 ? rational(1) : a;
    if (a == rational(-1)) return n % 2 == 0 ? rational(1) : a;
    if (n > 400) return rational(0, 0);
    rational result = 1;
    for (; n > 0 && result.valid(); --n) result = result * a;
    return result;
}

/// The exact q-th root of a >= 0, or the invalid fraction where there is none.
constexpr rational root_of(rational a, long long q) {
    if (a.is_negative() || a.high() != 0 || q < 2 || q > 64 || a.exponent() % q != 0) return rational(0, 0);
    auto const root = [q](long long value) -> long long {
        long long low = 0, high = 3'037'000'499;  // floor(sqrt(2^63))
        while (low < high) {
            long long const middle = (low + high + 1) / 2;
            rational const power = power_of(rational(middle), q);
            if (power.is_integer() && power.numerator() <= value) low = middle;
            else high = middle - 1;
        }
        return power_of(rational(low), q) == rational(value) ? low : -1;
    };
    long long const n = root(a.numerator()), d = root(a.denominator());
    if (n < 0 || d < 0 || !a.valid()) return rational(0, 0);
    return a.exponent() == 0 ? rational(n, d) : rational::decimal(n, a.exponent() / static_cast<int>(q));
}

}  // namespace leibniz::inline v0_1
