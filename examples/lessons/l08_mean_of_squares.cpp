// x = ones(2, 2), y = x + 2, z = 3*y^2, out = mean(z): the derivative of a mean by each entry of an array.
#include <leibniz/eigen.hpp>

#include <iostream>

int main() {
    using namespace leibniz;
    constexpr column<"x"> x;  // one value per entry by nature, so that one can differentiate by each
    constexpr auto y = x + 2_c;
    constexpr auto z = 3_c*pow<2>(y);
    constexpr auto out = mean(z);

    Eigen::ArrayXXd const ones = Eigen::ArrayXXd::Ones(2, 2);
    auto const shaped = [](Eigen::ArrayXd const& entries) -> Eigen::Array22d { return entries.reshaped(2, 2); };

    std::cout << "y = " << y << '\n' << shaped(evaluate(y, x = ones.reshaped())) << '\n';
    std::cout << "z = " << z << '\n' << shaped(evaluate(z, x = ones.reshaped())) << '\n';
    std::cout << "out = " << out << " = " << evaluate(out, x = ones.reshaped()) << '\n';
    std::cout << "∂out/∂x = " << diff(out, x) << '\n' << shaped(evaluate(diff(out, x), x = ones.reshaped())) << '\n';
}
