// a <- 3*a/(a - 1), b = sum(a*a), on a 2 x 2 array: the derivative by the new a and by the original one.
#include <leibniz/eigen.hpp>

#include <iostream>

int main() {
    using namespace leibniz;
    constexpr column<"a"> a;
    constexpr column<"new_a"> new_a;
    constexpr auto square_sum = [](auto e) { return sum(e*e); };
    constexpr auto renewed = 3_c*a/(a - 1_c);  // assignment makes a new quantity; the original keeps its name
    constexpr auto by_new = diff(square_sum(new_a), new_a);
    constexpr auto by_original = diff(square_sum(renewed), a);

    Eigen::Array22d original;
    original << 2, -1,  //
        0.5, 3;
    auto const shaped = [](Eigen::ArrayXd const& entries) -> Eigen::Array22d { return entries.reshaped(2, 2); };
    Eigen::Array22d const now = shaped(evaluate(renewed, a = original.reshaped()));

    std::cout << "new a = " << renewed << '\n' << now << '\n';
    std::cout << "b = " << square_sum(renewed) << " = " << evaluate(square_sum(renewed), a = original.reshaped()) << '\n';
    std::cout << "∂b/∂(new a) = " << by_new << '\n' << shaped(evaluate(by_new, new_a = now.reshaped())) << '\n';
    std::cout << "∂b/∂a = " << by_original << '\n' << shaped(evaluate(by_original, a = original.reshaped())) << '\n';
    std::cout << "-18*a/(a - 1)^3\n" << shaped(evaluate(-18_c*a/pow<3>(a - 1_c), a = original.reshaped())) << '\n';
}
