// The shorter programs of the README, paragraph by paragraph.
#include <leibniz/eigen.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/notation/styles/python.hpp>

#include <leibniz/parse.hpp>                            // with columns: <leibniz/eigen/parse.hpp>

#include <leibniz/eigen/parse.hpp>

#include <Eigen/QR>                                     // Eigen's own header for householderQr

#include <iostream>
#include <string>

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

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

void train(Eigen::ArrayXd const& xs, Eigen::ArrayXd const& ys) {
    constexpr auto loss = pow<2>(w*x + b - y);

    auto p = values(w = 1.0, b = 0.0);
    for (int epoch = 0; epoch < 1000; ++epoch)
        p -= 0.1 * evaluate(gradient(mean(loss), wrt(w, b)), p, x = xs, y = ys);

    std::cout << "trained: w = " << p[w] << ", b = " << p[b] << '\n';
}

void solve(Eigen::ArrayXd const& xs, Eigen::ArrayXd const& ys) {
    auto p = values(w = 1.0, b = 0.0);

    constexpr auto error = w*x + b - y;
    Eigen::MatrixXd const j = as_matrix(evaluate(gradient(error, wrt(w, b)), p, x = xs, y = ys));    // a row for each row
    Eigen::VectorXd const e = evaluate(error, p, x = xs, y = ys).matrix();
    p -= from_vector(wrt(w, b), j.householderQr().solve(e));                                         // Gauss and Newton

    std::cout << "solved: w = " << p[w] << ", b = " << p[b] << '\n';
}

void products() {
    constexpr auto two = outputs(w*x, w*b);
    auto const forward = evaluate(jvp(two, wrt(w, b), 1_c, 0_c), w = 1.0, b = 2.0, x = 3.0);         // a tangent for each symbol
    auto const backward = evaluate(vjp(two, wrt(w, b), 1_c, 0.5_c), w = 1.0, b = 2.0, x = 3.0);      // a cotangent for each output
    std::cout << forward[0_c] << ' ' << forward[1_c] << "; " << backward[w] << ' ' << backward[b] << '\n';    // 3 2; 4 0.5
}

void read(std::string const& text_from_a_user) {
    model const loss = parse(text_from_a_user);             // "(w*x + b - y)^2"
    std::cout << diff(loss, "w") << '\n';                   // 2*x*(w*x + b - y)
    double const slope = evaluate(diff(loss, "w"), bind("w", 1.0), bind("x", 2.0), bind("y", 4.0), bind("b", 0.0));
    model const both = outputs(loss, gradient(loss, {"w", "b"}));   // all common work shared

    std::cout << slope << ", " << both.size() << " formulas\n";
}

void read_columns(Eigen::ArrayXd const& xs, Eigen::ArrayXd const& ys) {
    model const loss = parse("mean((w*x + b - y)^2)"), all = outputs(loss, gradient(loss, {"w", "b"}));
    auto const now = evaluate(all, bind("w", 1.0), bind("b", 0.0), bind("x", xs), bind("y", ys));
    double const cost = now[0], by_w = now[1], by_b = now[2];                                        // in the order of the formulas
    Eigen::ArrayXd const fitted = evaluate(parse("w*x + b"), bind("w", 2.0), bind("b", 1.0), bind("x", xs))[0];

    std::cout << cost << ' ' << by_w << ' ' << by_b << "; " << fitted.transpose() << '\n';
}

void own() {
    constexpr auto bump = formula<"runge(w*x)", mine::runge_function>;      // or mine::runge(w*x)
    model const same = parse<mine::runge_function>("runge(w*x)");           // of text that is known at run time
    std::cout << diff(bump, w) << '\n' << diff(same, "w") << '\n';          // -50*w*x^2/(25*w^2*x^2 + 1)^2, twice

    static_assert(bump == mine::runge(w*x));
    static_assert(python(bump) == "runge(w*x)");
    Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(5, -1.0, 1.0);
    std::cout << evaluate(bump, w = 1.0, x = xs).transpose() << '\n';
}

}  // namespace

int main() {
    Eigen::ArrayXd xs(3), ys(3);
    xs << 1, 2, 3;
    ys << 3, 5, 7;
    train(xs, ys);
    solve(xs, ys);
    products();
    read("(w*x + b - y)^2");
    read_columns(xs, ys);
    own();
}
