#include "slope.hpp"

int main() {
    auto const here = two_units::ask();
    auto const there = two_units::ask_the_other_unit();
    bool const right = here.text == "2*w*x^2" && here.number == 24.0 && here.mean == 15.0;
    // One inline entity in one program: both units see the very same characters.
    bool const same = here.text.data() == there.text.data() && here.number == there.number && here.mean == there.mean;
    return right && same ? 0 : 1;
}
