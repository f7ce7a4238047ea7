#include <leibniz/leibniz.hpp>
#include <leibniz/notation.hpp>
#include <iostream>
using namespace leibniz;

inline constexpr symbol<"theta_1"> theta;
inline constexpr symbol<"x"> x;
inline constexpr symbol<"ŷ"> prediction;

constexpr auto error = pow<2>(exp(-theta*x/2_c) - prediction);
constexpr auto slope = diff(error, theta);

static_assert(latex(prediction/2_c) == "\\frac{\\hat{y}}{2}");  // every form is known while compiling

/// A derivative in every form that the library writes.
int main() {
    std::cout << "text     " << text(slope) << '\n'
              << "Unicode  " << unicode(slope) << '\n'
              << "LaTeX    " << latex(slope) << '\n'
              << "NumPy    " << python(slope) << '\n'
              << "SymPy    " << sympy(slope) << '\n'
              << "MathML   " << mathml(slope) << "\n\n"
              << c_code<"error_and_slope">(outputs(error, slope)) << '\n'
              << json(error) << '\n'
              << dot(error);
}
