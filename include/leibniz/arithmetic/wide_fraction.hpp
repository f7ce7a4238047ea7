#pragma once

#include <leibniz/arithmetic/natural.hpp>

// Exact numbers where 64 bits do not suffice on the way to them.

namespace leibniz::inline v0_1::detail {

constexpr natural magnitude(long long n) { return natural(static_cast<std::uint64_t>(n < 0 ? -n : n)); }

constexpr long long greatest_common_divisor(long long a, long long b) {
    while (b != 0) {
        long long const rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

/// The digits of a number with an exponent of ten span what a double can hold, subnormal ones included.
inline constexpr int least_place = -324, greatest_place = 308;

/// Whether a double holds digits * 10^k, the first digit standing for 10^place; digits < 10^19. The largest one is
/// 1.7976931348623157e308; what is less than half a step beyond it is rounded to it.
constexpr bool is_in_range(std::uint64_t digits, int place) {
    if (place != greatest_place) return place >= least_place && place < greatest_place;
    while (digits < 1'000'000'000'000'000'000u) digits *= 10;
    return digits < 1'797'693'134'862'315'807u;
}

/// An exact number: n/d in lowest terms, both of 63 bits, d > 0; or n * 10^e for d = -offset - e; or none for d = 0.
struct packed_fraction {
    static constexpr int offset = 1024, span = 4096;
    long long n = 0, d = 0;
};

/// How often a prime divides n; n without it.
constexpr int stripped(natural& n, std::uint32_t prime) {
    for (int count = 0;; ++count) {
        natural without = n;
        if (without.divide(prime) != 0) return count;
        n = without;
    }
}
/// n * 2^twos * 5^fives, if that has 63 bits, else 0.
constexpr long long with_factors(natural n, int twos, int fives) {
    if (n.bits() + twos + 2 * fives > 63) return 0;
    for (; fives > 0; --fives) n.multiply(5);
    n.shift_left(twos);
    return n.bits() > 63 ? 0 : static_cast<long long>(n.low());
}
/// The form of above/below * 10^e, above and below without a common divisor.
constexpr packed_fraction formed(natural above, natural below, int e, bool negative) {
    int const twos = stripped(above, 2) - stripped(below, 2) + e, fives = stripped(above, 5) - stripped(below, 5) + e;
    long long n = with_factors(above, twos > 0 ? twos : 0, fives > 0 ? fives : 0);
    long long const d = with_factors(below, twos < 0 ? -twos : 0, fives < 0 ? -fives : 0);
    if (n != 0 && d != 0) return {negative ? -n : n, d};
    if (below.bits() != 1) return {};
    int const tens = twos < fives ? twos : fives;
    n = with_factors(above, twos - tens, fives - tens);
    if (n == 0) return {};
    int place = tens - 1;
    for (long long rest = n; rest > 0; rest /= 10) ++place;
    if (!is_in_range(static_cast<std::uint64_t>(n), place)) return {};
    return {negative ? -n : n, -packed_fraction::offset - tens};
}

/// a/b * c/d * 10^e, each of the two in lowest terms
constexpr packed_fraction wide_product(long long a, long long b, long long c, long long d, int e) {
    if (a == 0 || c == 0) return {0, 1};
    long long const first = greatest_common_divisor(a, d), second = greatest_common_divisor(c, b);
    a /= first, d /= first, c /= second, b /= second;
    natural above = magnitude(a), below = magnitude(b);
    above.multiply_wide(static_cast<std::uint64_t>(c < 0 ? -c : c));
    below.multiply_wide(static_cast<std::uint64_t>(d));
    return formed(above, below, e, (a < 0) != (c < 0));
}

/// a/b * 10^e + c/d * 10^f
constexpr packed_fraction wide_sum(long long a, long long b, int e, long long c, long long d, int f) {
    int const least = e < f ? e : f;
    if (e - least > 60 || f - least > 60) return {};  // more than 63 bits
    long long const common = greatest_common_divisor(b, d);
    natural left = magnitude(a), right = magnitude(c);
    left.multiply_wide(static_cast<std::uint64_t>(d / common));
    left.multiply_by_ten_to(e - least);
    right.multiply_wide(static_cast<std::uint64_t>(b / common));
    right.multiply_by_ten_to(f - least);
    bool negative = a < 0;
    if ((a < 0) == (c < 0)) left.add(right);
    else if (left.compare(right) >= 0) left.subtract(right);
    else {
        right.subtract(left);
        left = right;
        negative = !negative;
    }
    if (left.is_zero()) return {0, 1};
    // What numerator and denominator still have in common divides the common divisor of the denominators.
    long long const rest = greatest_common_divisor(static_cast<long long>(remainder(left, static_cast<std::uint64_t>(common))), common);
    if (rest != 1) left = quotient(left, static_cast<std::uint64_t>(rest));
    natural below = magnitude(b / rest);
    below.multiply_wide(static_cast<std::uint64_t>(d / common));
    return formed(left, below, least, negative);
}

}  // namespace leibniz::inline v0_1::detail
