// Numbers are written as a person writes them: no digit that does not help to read the same number back.
#include "../catch.hpp"

#include "../../examples/decimal_number.hpp"

#include <leibniz/notation/exact_to_chars.hpp>
#include <leibniz/notation/number_text.hpp>

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>

using leibniz::number_text;
using leibniz::rational;

TEST_CASE("floating numbers have the fewest digits that read back") {
    CHECK(number_text(4.0) == "4");
    CHECK(number_text(-8.0) == "-8");
    CHECK(number_text(0.16) == "0.16");
    CHECK(number_text(0.1 + 0.2) == "0.30000000000000004");
    CHECK(number_text(0.1f) == "0.1");
    CHECK(number_text(1e30) == "1e+30");
    CHECK(number_text(0.0) == "0");
    CHECK(number_text(-0.0) == "0");
    CHECK(number_text(0.5L) == "0.5");
    for (double value : {1.0 / 3.0, 2.0 / 7.0, std::sqrt(2.0), 1e-300, std::numeric_limits<double>::max()})
        CHECK(std::stod(std::string(number_text(value).view())) == value);
}

TEST_CASE("fractions are decimal numbers where few digits suffice") {
    CHECK(number_text(rational(4)) == "4");
    CHECK(number_text(rational(-8)) == "-8");
    CHECK(number_text(rational(0)) == "0");
    CHECK(number_text(rational(4, 25)) == "0.16");
    CHECK(number_text(rational(-4, 25)) == "-0.16");
    CHECK(number_text(rational(1, 1000)) == "0.001");
    CHECK(number_text(rational(-1, 2)) == "-0.5");
    CHECK(number_text(rational(5, 2)) == "2.5");
    CHECK(number_text(rational(49, 25)) == "1.96");
    CHECK(number_text(rational(1, 1000000000)) == "0.000000001");
}

TEST_CASE("decimal numbers are written as such, whatever their exponent") {
    CHECK(number_text(rational(123456789, 10000000000)) == "0.0123456789");
    CHECK(number_text(rational(1, 10000000000)) == "1e-10");
    CHECK(number_text(rational::decimal(662607015, -42)) == "6.62607015e-34");
    CHECK(number_text(rational::decimal(-1, 300)) == "-1e300");
    CHECK(number_text(rational::decimal(15241578750190521, -20)) == "0.00015241578750190521");
    CHECK(number_text(rational(500000000, 4157231309)) == "1/8.314462618");
}

TEST_CASE("other fractions stay fractions") {
    CHECK(number_text(rational(1, 3)) == "1/3");
    CHECK(number_text(rational(-2, 7)) == "-2/7");
    CHECK(number_text(rational(9223372036854775807, 2)) == "9223372036854775807/2");
}

TEST_CASE("what left 64 bits says so") {
    CHECK(number_text(rational(1, 0)) == "an exact number beyond 64 bits");
}

namespace {

/// What the library writes where the standard one cannot, in every form, is what this standard library writes, and is read back.
template <class T>
void check_letters(T value) {
    namespace exact = leibniz::detail::exact;
    char own[800];
    auto const read = [&] { return std::string(own, exact::to_chars(own, own + sizeof own, value).ptr); };
    if constexpr (std::is_same_v<T, double>) {
        auto const back = examples::decimal_number(read());
        bool const same = back && __builtin_bit_cast(std::uint64_t, *back) == __builtin_bit_cast(std::uint64_t, value);
        CHECK(same == std::isfinite(value));
    }
#ifdef __cpp_lib_to_chars
    char standard[800];
    auto const same = [&](auto... form) {
        std::string const expected(standard, std::to_chars(standard, standard + sizeof standard, value, form...).ptr);
        if (std::string const found(own, exact::to_chars(own, own + sizeof own, value, form...).ptr); found != expected) CHECK(found == expected);
        if constexpr (std::is_same_v<T, double>) {
            double by_standard = 0;
            auto const [stop, error] = std::from_chars(expected.data(), expected.data() + expected.size(), by_standard);
            auto const by_own = examples::decimal_number(expected);
            bool const finite = error == std::errc{} && std::isfinite(by_standard);
            if (by_own.has_value() != finite || (finite && *by_own != by_standard)) FAIL_CHECK("read differently: " << expected);
        }
    };
    same();
    same(std::chars_format::scientific);
    same(std::chars_format::general);
    for (int const digits : {0, 1, 6, 17, 25, -1})
        for (auto const form : {std::chars_format::general, std::chars_format::scientific}) same(form, digits);
    if constexpr (sizeof(T) <= 8) {
        same(std::chars_format::fixed);
        for (int const places : {0, 1, 9, 300, -1}) same(std::chars_format::fixed, places);
    }
#endif
}

}  // namespace

TEST_CASE("exact arithmetic writes the letters of the standard library") {
    std::mt19937_64 bits(1);
    for (int k = 0; k < 1500; ++k) {
        check_letters(__builtin_bit_cast(double, bits()));
        check_letters(__builtin_bit_cast(float, static_cast<std::uint32_t>(bits())));
        check_letters(static_cast<double>(bits() % 100'000) / static_cast<double>(1u << bits() % 12));
        check_letters(static_cast<double>(bits() >> bits() % 64));
        check_letters(std::ldexp(static_cast<double>(bits() >> 60), -static_cast<int>(bits() % 70)));
    }
    for (int e = -1074; e < 1024; e += 3) check_letters(std::ldexp(1.0, e)), check_letters(std::nextafter(-std::ldexp(1.0, e), 0.0));
    for (int e = -149; e < 128; ++e) check_letters(std::ldexp(1.0f, e));
    for (int k = 0; k < 40; ++k) check_letters(static_cast<long double>(bits() % 1000) / 7), check_letters(std::ldexp(1.0L / 3, 7 * (20 - k) * (k % 3 == 0 ? 100 : 1)));
    for (double const value : {0.0, -0.0, 0.5, 1.5, 2.5, 9.5, 999999.5, 1e22, 1e23, 5e-324, 1e300, 1.7976931348623157e308}) check_letters(value);
    check_letters(std::numeric_limits<double>::quiet_NaN()), check_letters(std::numeric_limits<long double>::max());
    double const infinity = std::numeric_limits<double>::infinity();
    check_letters(infinity), check_letters(-infinity);
    char small[3];
    CHECK(leibniz::detail::exact::to_chars(small, small + 3, 1.25).ec == std::errc::value_too_large);
    CHECK(leibniz::detail::exact::to_chars(small, small + 3, 1.5).ec == std::errc{});
}

TEST_CASE("decimal numbers are read as std::from_chars reads them") {
    for (char const* text : {"", "-", ".", "1e", "1e+", "+1", "--1", "1,5", "1.5.2", "0x10", "inf", "nan", "1e400", "-1e-400", " 1", "1 "})
        CHECK(!examples::decimal_number(text));
    CHECK(examples::decimal_number("5.") == 5.0);
    CHECK(examples::decimal_number("-.5E-1") == -0.05);
    CHECK(examples::decimal_number("0e-999") == 0.0);
    CHECK(examples::decimal_number("1.7976931348623158e308") == std::numeric_limits<double>::max());
}

constexpr bool writes_while_compiling() {
    char letters[32]{};
    auto const end = leibniz::detail::exact::to_chars(letters, letters + 32, -0.3).ptr;
    return std::string_view(letters, static_cast<std::size_t>(end - letters)) == "-0.3";
}
static_assert(writes_while_compiling());
constexpr bool writes_every_place_while_compiling() {
    char letters[302]{};
    auto const end = leibniz::detail::exact::to_chars(letters, letters + 302, 1e300, std::chars_format::fixed).ptr;
    return end == letters + 301 && std::string_view(letters, 20) == "10000000000000000525";
}
static_assert(writes_every_place_while_compiling());
