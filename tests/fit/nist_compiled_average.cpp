// NIST's problems of average difficulty, as expressions.
#include "nist_average.hpp"
#include "nist_compiled.hpp"

using namespace nist;
using leibniz::pow, leibniz::wrt;

namespace {
constexpr leibniz::symbol<"x1"> x1;
constexpr leibniz::symbol<"x2"> x2;
}  // namespace

TEST_CASE("NIST's problems of average difficulty are solved by expressions") {
    print_head();
    check_compiled(misra1c, y, b1*(1_c - 1_c/sqrt(1_c + 2_c*b2*x)), wrt(b1, b2), x, y);
    check_compiled(hahn1, y, (b1 + b2*x + b3*pow<2>(x) + b4*pow<3>(x))/(1_c + b5*x + b6*pow<2>(x) + b7*pow<3>(x)),
                   wrt(b1, b2, b3, b4, b5, b6, b7), x, y);
    check_compiled(nelson, log(y), b1 - b2*x1*exp(-b3*x2), wrt(b1, b2, b3), x1, x2, y);
    check_compiled(mgh17, y, b1 + b2*exp(-x*b4) + b3*exp(-x*b5), wrt(b1, b2, b3, b4, b5), x, y);
    check_compiled(lanczos1, y, b1*exp(-b2*x) + b3*exp(-b4*x) + b5*exp(-b6*x), wrt(b1, b2, b3, b4, b5, b6), x, y);
}
