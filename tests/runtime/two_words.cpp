// Numbers of 128 bits for compilers that have none, against those that have.
#include "../catch.hpp"

#include <leibniz/arithmetic/two_words.hpp>

#include <cstdint>
#include <random>

using leibniz::arithmetic::detail::two_words;

namespace {

two_words drawn(std::mt19937_64& bits) {
    two_words n = two_words(bits(), bits()) >> static_cast<int>(bits() % 128);
    switch (bits() % 5) {
        case 0: return ~n;
        case 1: return two_words(1) << static_cast<int>(bits() % 128);
        case 2: return (two_words(1) << static_cast<int>(bits() % 128)) - 1;
        default: return n;
    }
}

}  // namespace

#ifdef __SIZEOF_INT128__
__extension__ using expected = unsigned __int128;

TEST_CASE("two words calculate as 128 bits do") {
    std::mt19937_64 bits(5);
    auto const wide = [](two_words n) { return static_cast<expected>(n.high) << 64 | n.low; };
    for (int k = 0; k < 100'000; ++k) {
        two_words const a = drawn(bits), b = drawn(bits);
        expected const u = wide(a), v = wide(b);
        int const shift = static_cast<int>(bits() % 128);
        bool same = wide(a + b) == u + v && wide(a - b) == u - v && wide(a * b) == u * v && wide(~a | b) == (~u | v);
        same = same && wide(a << shift) == u << shift && wide(a >> shift) == u >> shift;
        same = same && (a < b) == (u < v) && (a > b) == (u > v) && (a <= b) == (u <= v) && (a >= b) == (u >= v) && (a == b) == (u == v);
        if (v != 0) same = same && wide(a / b) == u / v && wide(a % b) == u % v;
        if (!same) FAIL_CHECK(a.high << " " << a.low << ", " << b.high << " " << b.low << ", shift " << shift);
    }
    CHECK(static_cast<double>(two_words(3, 0)) == static_cast<double>(expected(3) << 64));
    CHECK(wide(two_words(0x1.8p70)) == static_cast<expected>(0x1.8p70));
    for (int const n : {-1, -5, 0, 7}) CHECK(wide(n) == static_cast<expected>(n));
    CHECK(wide(~0u) == ~0u);
    CHECK(static_cast<bool>(two_words(1, 0)));
    CHECK(!static_cast<bool>(two_words(0)));
    CHECK(static_cast<int>(two_words(-1)) == -1);
}
#endif

TEST_CASE("quotient and remainder give the number back") {
    std::mt19937_64 bits(6);
    for (int k = 0; k < 10'000; ++k) {
        two_words const a = drawn(bits), b = drawn(bits) | 1;
        bool const same = a / b * b + a % b == a && a % b < b;
        if (!same) FAIL_CHECK(a.high << " " << a.low << ", " << b.high << " " << b.low);
    }
    CHECK(two_words(1, 0) / 3 == two_words(0x5555'5555'5555'5555));
    CHECK(two_words(7, 5) / two_words(7, 5) == 1);
}
