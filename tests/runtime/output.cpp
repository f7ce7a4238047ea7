// operator<< prints the text of an expression.
#include "../catch.hpp"

#include <leibniz/leibniz.hpp>

#include <iomanip>
#include <sstream>

using namespace leibniz;

namespace {
constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
}  // namespace

TEST_CASE("an expression is streamed as its text") {
    std::ostringstream out;
    out << pow<2>(w * x - y) << "; " << diff(pow<2>(w * x - y), w) << "; " << w << "; " << -0.5_c;
    CHECK(out.str() == "(w*x - y)^2; 2*x*(w*x - y); w; -1/2");
}

TEST_CASE("a width counts for the whole text") {
    std::ostringstream out;
    out << std::setw(8) << w * x << '|';
    CHECK(out.str() == "     w*x|");
}
