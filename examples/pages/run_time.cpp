// The programs of docs/run_time.md.
#include <leibniz/eigen/parse.hpp>
#include <leibniz/parse.hpp>

#include <iostream>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

void read(std::string const& text_from_a_user) {
    model const loss = parse(text_from_a_user);                     // "(w*x + b - y)^2"
    std::cout << diff(loss, "w") << '\n';
    double const slope = evaluate(diff(loss, "w"), bind("w", 1.0), bind("x", 2.0), bind("y", 4.0), bind("b", 0.0));
    model const both = outputs(loss, gradient(loss, {"w", "b"}));   // all common work shared

    std::cout << slope << '\n' << both << '\n';

    model const h = hessian(parse("(w*x + b - y)^2"), {"w", "b"});

    std::cout << h << '\n';
}

void read_columns(Eigen::ArrayXd const& xs, Eigen::ArrayXd const& ys) {
    model const loss = parse("mean((w*x + b - y)^2)"), all = outputs(loss, gradient(loss, {"w", "b"}));
    auto const now = evaluate(all, bind("w", 1.0), bind("b", 0.0), bind("x", xs), bind("y", ys));
    double const cost = now[0], by_w = now[1], by_b = now[2];       // in the order of the formulas
    Eigen::ArrayXd const fitted = evaluate(parse("w*x + b"), bind("w", 2.0), bind("b", 1.0), bind("x", xs))[0];

    std::cout << cost << ' ' << by_w << ' ' << by_b << "; " << fitted.transpose() << '\n';
}

void refuse() {
    try {
        parse("2*(x + 1");
    } catch (syntax_error const& error) {
        std::cout << error.what() << '\n';
    }

    parse_options strict;
    strict.limits.characters = 100;                                 // and depth of brackets, levels, effort
    try {
        parse(std::string(200, 'x'), strict);
    } catch (syntax_error const& error) {
        std::cout << error.what() << '\n';
    }
}

void say_why(std::string const& text_from_a_user) {
    outcome<model> const loss = try_parse(text_from_a_user);
    if (!loss) return std::cout << loss.error() << '\n', void();    // the sentence that parse throws
    std::vector<named_binding<double>> const at{{"w", 1.0}, {"x", 2.0}};
    if (auto const value = try_evaluate(*try_diff(*loss, "w"), at)) std::cout << *value << '\n';
    else std::cout << value.error() << '\n';
}

}  // namespace

int main() {
    Eigen::ArrayXd xs(3), ys(3);
    xs << 1, 2, 3;
    ys << 3, 5, 7;
    read("(w*x + b - y)^2");
    read_columns(xs, ys);
    refuse();
    for (char const* text : {"(w*x - 3)^2", "w*x - y^", "(w*x - y)^2"}) say_why(text);
}
