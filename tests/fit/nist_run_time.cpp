// The 13 problems of NIST from both starts, from the text of their equations.
#include "nist_average.hpp"
#include "nist_higher.hpp"
#include "nist_lower.hpp"

TEST_CASE("NIST's certified figures are found from text") {
    using namespace nist;
    print_head();
    for (problem const* p : {&misra1a, &chwirut2, &lanczos3, &danwood, &misra1c, &hahn1, &nelson, &mgh17, &lanczos1, &thurber, &mgh09, &boxbod, &rat42})
        for (int start : {1, 2}) check(*p, start, leibniz::fit(p->equation, p->start(start == 1), p->data));
}
