// The programs of docs/calculus.md.
#include <leibniz/calculus.hpp>
#include <leibniz/eigen/sparse.hpp>

#include <iostream>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

void derivatives() {
    constexpr auto f = sin(x*y)*exp(x);
    constexpr auto first = diff(f, x);                      // by x
    constexpr auto mixed = diff(f, x, y);                   // by x, then by y
    constexpr auto fourth = diff<4>(f, x);                  // four times by x
    static_assert(diff(first, y) == mixed);                 // a derivative is an expression like any other

    std::cout << first << '\n' << mixed << '\n' << operations(fourth).nodes << '\n';
}

void gradients() {
    constexpr auto loss = pow<2>(w*x + b - y);
    constexpr auto g = gradient(loss, wrt(w, b));
    static_assert(g[w] == 2_c*x*(w*x + b - y));

    constexpr auto h = hessian(loss, wrt(w, b));
    static_assert(h(w, b) == 2_c*x);

    constexpr auto j = jacobian(outputs(w*x, w*b), wrt(w, b));
    static_assert(j(1_c, w) == b);                          // the second output by w

    std::cout << g << "\n\n" << h << "\n\n" << j << '\n';
}

void products() {
    constexpr auto two = outputs(w*x, w*b);
    constexpr auto forward = jvp(two, wrt(w, b), 1_c, 0_c);      // a tangent for each symbol
    constexpr auto backward = vjp(two, wrt(w, b), 1_c, 0.5_c);   // a cotangent for each output

    std::cout << "\nforward: " << evaluate(forward, w = 1.0, b = 2.0, x = 3.0) << '\n';
    std::cout << "backward: " << evaluate(backward, w = 1.0, b = 2.0, x = 3.0) << '\n';
}

void entries_of_columns() {
    constexpr column<"t"> t;
    constexpr auto cost = mean(3_c*pow<2>(t + 2_c));

    std::cout << diff(cost, t) << '\n';
}

constexpr auto f = pow<2>(w)*x + y*exp(b);
constexpr auto v = wrt(w, x, b);
constexpr auto entries = nonzeros(lower(hessian(f, v)));

void structure() {
    static_assert(entries.size == 3);                       // of 6
    static_assert(entries.rows[1] == 1 && entries.columns[1] == 0);
    static_assert(!entries.is_constant(0));                 // 2*x varies

    std::cout << entries << '\n';

    constexpr auto all = outputs(f, gradient(f, v), entries);
    double out[1 + 3 + entries.size];
    evaluate_into(out, all, w = 2.0, x = 3.0, b = 0.0, y = 5.0);
    static_assert(operations(all).functions == 1);          // one exp for all seven

    for (double const& number : out) std::cout << number << (&number < out + 6 ? ' ' : '\n');

    Eigen::SparseMatrix<double> h = sparse_matrix(entries);
    evaluate_into(h, entries, w = 2.0, x = 3.0, b = 0.0, y = 5.0);

    std::cout << h.nonZeros() << " of " << h.size() << ", trace " << h.diagonal().sum() << '\n';

    static_assert(is_linear_in(exp(w)*x + b, x) && !is_linear_in(w*x, wrt(w, x)));
    static_assert(is_quadratic_in(outputs(w*x, pow<2>(x)), wrt(w, x)));
}

void series_and_fields() {
    constexpr auto p = hvp(f, v, 1_c, 0_c, y);              // an entry of the vector for each symbol
    constexpr auto bend = second_directional_derivative(f, v, 1_c, 0_c, y);

    std::cout << p << '\n' << bend << '\n';

    std::cout << implicit(x*x + y*y - 1_c, y, x) << '\n';   // the slope of the circle
    std::cout << implicit<2>(x*x + y*y - 1_c, y, x) << '\n';
    std::cout << taylor<4>(cos(w*x), x, 0_c) << '\n';
    std::cout << laplacian(x*x*y + w*y*y, wrt(x, y)) << '\n';
    std::cout << divergence(outputs(x*y, sin(y)), wrt(x, y)) << '\n';
}

void proofs() {
    static_assert(diff(tanh(x), x) == 1_c - pow<2>(tanh(x)));
    static_assert(pow<2>(x + 1_c) != x + 1_c);
    static_assert(depends_on(gradient(w*x + b, wrt(w)), x) && !depends_on(diff(w*x + b, w), w));
    static_assert(operations(w*x + b).multiplications == 1);
}

}  // namespace

int main() {
    derivatives();
    gradients();
    products();
    entries_of_columns();
    structure();
    series_and_fields();
    proofs();
}
