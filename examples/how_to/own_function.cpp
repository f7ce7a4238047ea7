#include <cmath>
#include <iostream>
#include <leibniz/leibniz.hpp>
using namespace leibniz;

namespace mine {
struct lennard_jones : unary {                                  // u^-12 - u^-6
    static constexpr char const *text = "lj", *latex = "LJ";
    static constexpr interval domain = positive_half;
    template <class T> static constexpr T value(T u) {
        T const sixth = u*u*u*u*u*u;
        return (1/sixth - 1)/sixth;
    }
    static constexpr term partial(auto u) { return 6/pow<7>(u) - 12/pow<13>(u); }
};
template <class U> constexpr applied<lennard_jones, U> lj(U u) { return apply<lennard_jones>(u); }
}  // namespace mine

int main() {
    constexpr symbol<"r"> r;
    constexpr symbol<"s"> s;
    constexpr auto energy = mine::lj(r/s);
    std::cout << diff(energy, r) << '\n';
    std::cout << evaluate(outputs(energy, diff(energy, r)), r = 2.0, s = 1.5) << '\n';
}
