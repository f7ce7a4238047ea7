// NIST's problems of higher difficulty, as expressions.
#include "nist_compiled.hpp"
#include "nist_higher.hpp"

using namespace nist;
using leibniz::pow, leibniz::wrt;

TEST_CASE("NIST's problems of higher difficulty are solved by expressions") {
    print_head();
    check_compiled(thurber, y, (b1 + b2*x + b3*pow<2>(x) + b4*pow<3>(x))/(1_c + b5*x + b6*pow<2>(x) + b7*pow<3>(x)),
                   wrt(b1, b2, b3, b4, b5, b6, b7), x, y);
    check_compiled(mgh09, y, b1*(pow<2>(x) + x*b2)/(pow<2>(x) + x*b3 + b4), wrt(b1, b2, b3, b4), x, y);
    check_compiled(boxbod, y, b1*(1_c - exp(-b2*x)), wrt(b1, b2), x, y);
    check_compiled(rat42, y, b1/(1_c + exp(b2 - b3*x)), wrt(b1, b2, b3), x, y);
}
