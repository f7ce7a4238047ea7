#include <iostream>
#include <leibniz/algebra.hpp>
using namespace leibniz;

constexpr symbol<"x"> x;
constexpr auto by_hand = 1_c/(1_c + x*x);

static_assert(diff(atan(x), x) == by_hand);                 // the same form
static_assert(equivalent(diff(log(x*x), x), 2_c/x));        // equal as functions
static_assert(!equivalent(sqrt(x*x), x));                   // different: a point is known

int main() {
    std::cout << equivalent(sqrt(x*x), x) << '\n';
    std::cout << equivalent(log(x*x), 2_c*log(x)) << '\n';
    std::cout << simplify(diff((x*x - 1_c)/(x + 2_c), x)) << '\n';
}
