// y = 2*x, doubled while its norm is below 1000; then backward(v) with v = (0.1, 1, 0.0001). The lesson writes J*v;
// backward(v) computes the transposed Jacobian times v. Here J is diagonal and both agree; below they do not.
// How often y is doubled is known only at run time: the factor is a symbol of the model.
#include <leibniz/eigen.hpp>

#include <array>
#include <iostream>

int main() {
    using namespace leibniz;
    constexpr symbols<"x", 3> x;
    constexpr symbols<"v", 3> v;
    constexpr symbol<"factor"> factor;
    constexpr auto y = x.unpack([=](auto... each) { return outputs(factor*each...); });
    constexpr auto j = jacobian(y, wrt(x));
    constexpr auto jv = jvp(y, wrt(x), v[0_c], v[1_c], v[2_c]);
    constexpr auto jtv = vjp(y, wrt(x), v[0_c], v[1_c], v[2_c]);

    auto const xs = values(x = std::array{0.5, -1.25, 0.75});
    auto const vs = values(v = std::array{0.1, 1.0, 0.0001});
    double doubled = 2;
    while (norm(doubled*xs) < 1000) doubled *= 2;

    auto const ys = evaluate(y, xs, factor = doubled);
    std::cout << "factor " << doubled << ", y = " << ys[0_c] << ' ' << ys[1_c] << ' ' << ys[2_c] << "\nJ =\n"
              << as_matrix(evaluate(j, factor = doubled)) << '\n';
    auto const forward = evaluate(jv, vs, factor = doubled);
    std::cout << "jvp, J*v:                " << forward[0_c] << ' ' << forward[1_c] << ' ' << forward[2_c] << '\n';
    std::cout << "vjp, transposed J times v: " << as_vector(evaluate(jtv, vs, factor = doubled)).transpose() << "\n\n";

    // Two outputs of three variables: J is 2 x 3, so v has three entries for J*v and two for the transposed product.
    constexpr auto pair = outputs(x[0_c]*x[1_c], x[1_c] + pow<2>(x[2_c]));
    std::cout << "for (" << pair[0_c] << ", " << pair[1_c] << "), J =\n" << as_matrix(evaluate(jacobian(pair, wrt(x)), xs)) << '\n';
    auto const along = evaluate(jvp(pair, wrt(x), 1_c, 2_c, 4_c), xs);
    std::cout << "jvp with (1, 2, 4): " << along[0_c] << ' ' << along[1_c] << '\n';
    std::cout << "vjp with (1, 2):    " << as_vector(evaluate(vjp(pair, wrt(x), 1_c, 2_c), xs)).transpose() << "\n\n";

    // Q = 3*a^3 - b^2 at a = (2, 3), b = (6, 4), external gradient (1, 1).
    constexpr symbols<"a", 2> a;
    constexpr symbols<"b", 2> b;
    constexpr auto q = [](auto of_a, auto of_b) { return 3_c*pow<3>(of_a) - pow<2>(of_b); };
    constexpr auto qs = outputs(q(a[0_c], b[0_c]), q(a[1_c], b[1_c]));
    auto const at = values(a = std::array{2.0, 3.0}, b = std::array{6.0, 4.0});
    auto const [q0, q1] = evaluate(qs, at);
    std::cout << "Q = " << q0 << ' ' << q1 << ", by a: " << as_vector(evaluate(vjp(qs, wrt(a), 1_c, 1_c), at)).transpose()
              << ", by b: " << as_vector(evaluate(vjp(qs, wrt(b), 1_c, 1_c), at)).transpose() << '\n';
}
