// Numbers are written as a person writes them: no digit that does not help to read the same number back.
#include "../catch.hpp"

#include <leibniz/notation/number_text.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>

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
