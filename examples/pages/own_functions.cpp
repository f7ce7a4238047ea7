// The program of docs/own_functions.md.
#include <leibniz/eigen.hpp>
#include <leibniz/notation/styles/python.hpp>
#include <leibniz/parse.hpp>

#include <iostream>

namespace mine {
using namespace leibniz;
struct runge_function : unary {                                     // 1/(1 + 25*u^2)
    static constexpr char const *text = "runge", *latex = "\\operatorname{runge}";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return 1 / (1 + 25*u*u); }
    static constexpr term partial(auto u) { return -50*u / pow<2>(1 + 25*pow<2>(u)); }
};
template <class U> constexpr applied<runge_function, U> runge(U u) { return apply<runge_function>(u); }
}  // namespace mine

namespace mine {
struct kinetic_energy_function : binary {                           // u*v^2/2
    static constexpr char const *text = "kinetic_energy", *latex = "\\operatorname{kin}";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u, T v) { return u*v*v / 2; }
    static constexpr two_terms partials(auto u, auto v) { return {pow<2>(v)/2, u*v}; }
};
template <class U, class V>
constexpr applied<kinetic_energy_function, U, V> kinetic_energy(U u, V v) { return apply<kinetic_energy_function>(u, v); }
}  // namespace mine

using namespace leibniz;

int main() {
    constexpr symbol<"w"> w;
    constexpr symbol<"x"> x;

    constexpr auto bump = mine::runge(w*x);
    static_assert(bump == formula<"runge(w*x)", mine::runge_function>);
    std::cout << diff(bump, w) << '\n';

    model const same = parse<mine::runge_function>("runge(w*x)");   // of text that is known at run time
    std::cout << diff(same, "w") << '\n';

    constexpr auto energy = mine::kinetic_energy(x, w);
    static_assert(text(diff(energy, x)) == "w^2/2" && text(diff(energy, w)) == "w*x");

    static_assert(python(bump) == "runge(w*x)");
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(5, -1.0, 1.0);
    std::cout << evaluate(bump, w = 1.0, x = xs).transpose() << '\n';
}
