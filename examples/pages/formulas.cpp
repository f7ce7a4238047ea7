// The programs of docs/formulas.md.
#include <leibniz/leibniz.hpp>

#include <boost/hana/fold_left.hpp>
#include <boost/hana/range.hpp>

#include <iostream>

using namespace leibniz;

namespace {

constexpr symbol<"a"> a;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

void building() {
    constexpr auto line = a*x + b;
    constexpr auto bell = exp(-pow<2>(x)/2_c);
    constexpr auto ramp = where(x < 0_c, 0_c, max(x, a*x));
    static_assert(text(line) == "a*x + b");

    std::cout << bell << '\n' << ramp << '\n';
}

void families() {
    static constexpr symbols<"w", 3> w;                     // w0, w1, w2
    static constexpr symbols<"x", 3> in;
    constexpr auto layer = tanh(w[0_c]*in[0_c] + w[1_c]*in[1_c] + w[2_c]*in[2_c]);

    constexpr auto dot = boost::hana::fold_left(boost::hana::range_c<int, 1, 3>, w[0_c]*in[0_c],
                                                [](auto sum, auto i) { return sum + w[i]*in[i]; });
    static_assert(tanh(dot) == layer);

    std::cout << layer << '\n';
}

void names() {
    constexpr auto hidden = let<"h">(tanh(a*x));
    static_assert(hidden == tanh(a*x));                     // the algebra looks through the name

    constexpr auto error = x - stop_gradient(a*x);
    static_assert(diff(error, x) == 1_c);                   // the part in stop_gradient counts as a constant
    std::cout << hidden << '\n';
}

void rows() {
    constexpr column<"t"> t;
    constexpr auto centred = pow<2>(t - mean(t));
    constexpr auto variance = mean(centred);

    std::cout << variance << '\n';
}

void text_read_while_compiling() {
    constexpr auto growth = formula<"b*(1 - exp(-a*x))">;
    static_assert(growth == b*(1_c - exp(-a*x)));

    constexpr auto average = formula<"mean(a*t + b)", columns<"t">>;
    static_assert(average == mean(a*column<"t">{} + b));

    constexpr auto clipped = formula<"where(and(x > 0, x < 1), x, 0)">;
    static_assert(clipped == where(x > 0_c && x < 1_c, x, 0_c));

    constexpr auto rate = formula<"k := a*exp(-b/x); k*y^2  # second order">;
    static_assert(rate == a*exp(-b/x)*pow<2>(y));
    constexpr auto lines = formula<"k = a*exp(-b/x)\nk*y^2">;
    static_assert(lines == rate);

    std::cout << growth << '\n' << average << '\n' << clipped << '\n';
}

void several_arguments() {
    constexpr auto share = softmax<0>(a, b, x);             // exp(a)/(exp(a) + exp(b) + exp(x))
    constexpr auto total = logsumexp(a, b, x);              // log(exp(a) + exp(b) + exp(x))
    static_assert(evaluate(share, a = 1000.0, b = 1000.0, x = 0.0) == 0.5);

    std::cout << share << '\n' << total << '\n' << evaluate(total, a = 1000.0, b = 1000.0, x = 0.0) << '\n';
}

}  // namespace

int main() {
    building();
    families();
    names();
    rows();
    text_read_while_compiling();
    several_arguments();
}
