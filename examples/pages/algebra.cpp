// The programs of docs/algebra.md.
#include <leibniz/algebra.hpp>
#include <leibniz/parse.hpp>

#undef NDEBUG
#include <cassert>
#include <iostream>

using namespace leibniz;

namespace {

constexpr symbol<"a"> a;
constexpr symbol<"b"> b;
constexpr symbol<"n"> n;
constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

void formulas_for_symbols() {
    constexpr auto loss = pow<2>(w*x - y);
    static_assert(substitute(loss, x = a + b) == pow<2>(w*(a + b) - y));
    static_assert(substitute(x - y, x = y, y = x) == y - x);

    static_assert(substitute(diff(sin(w*x), x), x = 0_c) == w);     // a derivative at a point
    constexpr auto slopes = substitute(gradient(loss, wrt(w, x)), y = 1_c);
    static_assert(slopes[w] == 2_c*x*(w*x - 1_c));

    std::cout << substitute(loss, x = a + b, y = 2_c) << '\n' << substitute(where(x > 0_c, x, -x), x = -3_c) << '\n';
}

void conditions_on_record() {
    constexpr auto e = exp(log(1_c - x)) + w*y/y;
    constexpr auto given = assumptions(e);
    static_assert(text(given) == "x < 1, y != 0" && given.size() == 2 && given[1] == "y != 0");
    static_assert(evaluate(given, x = 0.5, y = 2.0) && !evaluate(given, x = 0.5, y = 0.0));
    static_assert(text(assumptions(substitute(x/x, x = y - 1_c))) == "y != 1");
    for (text_view each : assumptions(log(x)/log(x))) std::cout << each << '\n';
}

void names_and_work() {
    constexpr auto names = free_symbols(x*w + b - b);
    static_assert(names.size() == 2 && names[0] == "x" && names.contains("w"));

    constexpr auto slope = gradient(sigmoid(w*x + b), wrt(w, b));
    static_assert(operations(slope).calls("sigmoid") == 1 && operations(slope).depth == 7);
    std::cout << names << '\n' << operations(slope) << '\n';
}

void models_for_names() {
    model const line = parse("w*x + b");
    assert(text(substitute(line, bind("x", parse("t - 1")))) == "w*(t - 1) + b");
    assert(text(substitute(line, {{"w", parse("b")}, {"b", parse("w")}})) == "b*x + w");
}

void polynomials() {
    constexpr auto square = pow<2>(w*x + b);
    static_assert(text(expand(square)) == "w^2*x^2 + 2*b*w*x + b^2");
    static_assert(text(collect(w*x + b*x + w, x)) == "x*(b + w) + w");
    static_assert(degree(square, x) == 2 && coefficients(square, x)[1_c] == 2_c*w*b);
    static_assert(text(factor(w*pow<2>(x) - w)) == "w*(x + 1)*(x - 1)");
    static_assert(text(together(1_c/x + 1_c/y)) == "(x + y)/(x*y)");
    static_assert(text(apart(1_c/(pow<2>(x) - 1_c), x)) == "1/(2*(x - 1)) - 1/(2*(x + 1))");
}

void simpler_forms() {
    static_assert(simplify(pow<2>(sin(x)) + pow<2>(cos(x))) == 1_c);
    static_assert(text(simplify(pow<2>(a + b) - pow<2>(a) - pow<2>(b))) == "2*a*b");
    static_assert(simplify(sqrt(pow<2>(x)), x >= 0_c) == x);

    constexpr auto line = simplify((pow<2>(x) - 1_c)/(x - 1_c));
    static_assert(text(line) == "x + 1" && text(assumptions(line)) == "x != 1");
}

void equalities() {
    constexpr auto quotient = (pow<2>(x) - 1_c)/(x - 1_c);
    constexpr auto logarithm = log(pow<2>(x));
    static_assert(equivalent(diff(tanh(x), x), pow<2>(sech(x))));
    static_assert(!equivalent(sqrt(pow<2>(x)), x));
    static_assert(text(equivalent(quotient, x + 1_c)) == "equal, x = 1 aside");
    static_assert(text(equivalent(logarithm, 2_c*log(x))) == "equal where x > 0");
    static_assert(equivalent(logarithm, 2_c*log(x), x > 0_c));
}

void whole_numbers() {
    static_assert(equivalent(cos(n*pi), pow(-1_c, n), integer(n)) && equivalent(sin(n*pi), 0_c, integer(n)));
    static_assert(equivalent(pow(pow<2>(x), n), pow(x, 2_c*n), integer(n)));
    static_assert(equivalent(pow(x*y, n), pow(x, n)*pow(y, n), integer(n)));
    static_assert(equivalent(tgamma(n + 1_c), n*tgamma(n), integer(n) && n > 0_c));
    static_assert(text(equivalent(pow(x, n), pow(abs(x), n), integer(n))) == "different at x = -0.5, n = -3: -8 and 8");
    static_assert(text(simplify(pow(x*y, n)/pow(x, n), integer(n))) == "y^n");
}

}  // namespace

int main() {
    polynomials();
    simpler_forms();
    equalities();
    whole_numbers();
    formulas_for_symbols();
    models_for_names();
    conditions_on_record();
    names_and_work();
}
