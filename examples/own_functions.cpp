// Two functions of one's own whose derivatives name each other: Airy's Ai'(u), and (Ai')'(u) = u*Ai(u) (DLMF 9.2.1).
// Each is one block; then they are differentiated, printed, read from text and evaluated like sin and cos.
#include <leibniz/backpropagation.hpp>
#include <leibniz/eigen.hpp>

#include <boost/math/special_functions/airy.hpp>

#include <iostream>

namespace own {

using namespace leibniz;

struct airy;
struct airy_slope;
template <class U> constexpr applied<airy, U> ai(U u) { return apply<airy>(u); }
template <class U> constexpr applied<airy_slope, U> ai_slope(U u) { return apply<airy_slope>(u); }

/// Airy's function, the bounded solution of f''(u) = u*f(u).
struct airy : unary {
    static constexpr text_view text = "ai", latex = "\\operatorname{Ai}";
    static constexpr interval domain = real_line;
    template <class T> static T value(T u) { return boost::math::airy_ai(u); }
    static constexpr term partial(auto u) { return ai_slope(u); }
};

/// Its derivative.
struct airy_slope : unary {
    static constexpr text_view text = "ai_slope", latex = "\\operatorname{Ai}'";
    static constexpr interval domain = real_line;
    template <class T> static T value(T u) { return boost::math::airy_ai_prime(u); }
    static constexpr term partial(auto u) { return u*ai(u); }
};

constexpr symbol<"x"> x;
constexpr symbol<"k"> k;
constexpr auto wave = ai(k*x);

static_assert(text(diff(wave, x)) == "k*ai_slope(k*x)");
static_assert(diff<2>(wave, x) == pow<3>(k)*x*wave);                // proved: Airy's equation
static_assert(formula<"ai(k*x)", airy> == wave);                    // read from text

}  // namespace own

int main() {
    using namespace own;
    std::cout << "f    = " << wave << "\nf'   = " << diff(wave, x) << "\nf''  = " << diff<2>(wave, x) << "\nf''' = " << diff<3>(wave, x) << "\n\n";
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(3, -1.0, 1.0);
    std::cout << "f' at -1, 0, 1, with k = 2: " << evaluate(diff(wave, x), k = 2.0, x = xs).transpose() << "\n\n";
    std::cout << backpropagation(pow<2>(wave), wrt(k))(k = 2.0, x = 0.5);
}
