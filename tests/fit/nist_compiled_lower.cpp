// NIST's problems of lower difficulty, as expressions.
#include "nist_compiled.hpp"
#include "nist_lower.hpp"

using namespace nist;
using leibniz::pow, leibniz::wrt;

TEST_CASE("NIST's problems of lower difficulty are solved by expressions") {
    print_head();
    check_compiled(misra1a, y, b1*(1_c - exp(-b2*x)), wrt(b1, b2), x, y);
    check_compiled(chwirut2, y, exp(-b1*x)/(b2 + b3*x), wrt(b1, b2, b3), x, y);
    check_compiled(lanczos3, y, b1*exp(-b2*x) + b3*exp(-b4*x) + b5*exp(-b6*x), wrt(b1, b2, b3, b4, b5, b6), x, y);
    check_compiled(danwood, y, b1*pow(x, b2), wrt(b1, b2), x, y);
}
