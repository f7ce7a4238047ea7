// A formula in text is read as the expression that the same signs mean in C++, with powers, exact numbers and names.
#include "alike.hpp"

#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"a"> a;
constexpr symbol<"b"> b;
constexpr symbol<"c"> c;
constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

static_assert(alike(x + y, x + y) && !alike(x + y, y + x) && !alike(a + (b + c), a + b + c) && !alike(x, +x - 0_c));

// Operands.
static_assert(alike(formula<"x">, x) && alike(formula<"(x)">, x) && alike(formula<"[((x))]">, x));
static_assert(alike(formula<"  x\t\n\r ">, x), "white space says nothing");
static_assert(alike(formula<"x_1">, symbol<"x_1">{}) && alike(formula<"_x">, symbol<"_x">{}) && alike(formula<"e1">, symbol<"e1">{}));
static_assert(alike(formula<"θ + Δt*λ₀">, symbol<"θ">{} + symbol<"Δt">{} * symbol<"λ₀">{}));
static_assert(alike(formula<"größe - длина*長さ">, symbol<"größe">{} - symbol<"длина">{} * symbol<"長さ">{}));
static_assert(alike(formula<"sin">, symbol<"sin">{}), "a function's name without a bracket is a variable's");
static_assert(alike(formula<"π">, pi) && alike(formula<"ceiling(Max(x, Heaviside(y)))">, ceil(max(x, step(y)))));
static_assert(alike(formula<"pi">, pi) && alike(formula<"2*pi*x">, 2_c * pi * x) && !alike(formula<"pie">, pi));

// Numbers are exact.
static_assert(alike(formula<"0">, 0_c) && alike(formula<"42">, 42_c) && alike(formula<"007">, 7_c));
static_assert(alike(formula<"9223372036854775807">, 9223372036854775807_c));
static_assert(alike(formula<"0.5">, 0.5_c) && alike(formula<".5">, 0.5_c) && alike(formula<"3.">, 3_c) && alike(formula<"2.50">, 2.5_c));
static_assert(alike(formula<"0.1">, constant<1, 10>{}) && formula<"0.1 + 0.2"> == formula<"0.3">);
static_assert(alike(formula<"1e-3">, constant<1, 1000>{}) && alike(formula<"1E-3">, 1e-3_c) && alike(formula<"1.5e+2">, 150_c));
static_assert(alike(formula<".5e1">, 5_c) && alike(formula<"3.e2">, 300_c) && alike(formula<"2e0">, 2_c) && alike(formula<"0e999">, 0_c));
static_assert(alike(formula<"1e300">, 1e300_c) && alike(formula<"6.62607015e-34">, 6.62607015e-34_c) && alike(formula<"1e-19">, constant<1, 1, -19>{}));
static_assert(alike(formula<"1e18">, 1000000000000000000_c) && alike(formula<"1e-18">, constant<1, 1000000000000000000>{}));
static_assert(formula<"1/3 + 1/6"> == 0.5_c);

// Sums, products, from left to right; products before sums.
static_assert(alike(formula<"a + b + c">, a + b + c) && alike(formula<"a - b - c">, a - b - c) && alike(formula<"a - b + c">, a - b + c));
static_assert(alike(formula<"a*b*c">, a * b * c) && alike(formula<"a/b/c">, a / b / c) && alike(formula<"a/b*c">, a / b * c));
static_assert(alike(formula<"a + b*c">, a + b * c) && alike(formula<"a*b + c">, a * b + c) && alike(formula<"a - b/c">, a - b / c));
static_assert(alike(formula<"a*b - c*a/b">, a * b - c * a / b));
static_assert(formula<"a - b - c"> != formula<"a - (b - c)"> && formula<"a/b/c"> != formula<"a/(b/c)">);

// Brackets of both kinds.
static_assert(alike(formula<"(a + b)*c">, (a + b) * c) && alike(formula<"a*(b + c)">, a * (b + c)) && alike(formula<"a - (b - c)">, a - (b - c)));
static_assert(alike(formula<"[a + b]*[c]">, (a + b) * c) && alike(formula<"exp[(a + b)/c]">, exp((a + b) / c)));
static_assert(alike(formula<"((a)*((b + ((c)))))">, a * (b + c)));

// Powers: before everything, from right to left, with an exponent of any sign.
static_assert(alike(formula<"x^2">, pow<2>(x)) && alike(formula<"x**2">, pow<2>(x)) && alike(formula<"x ** 2">, pow<2>(x)));
static_assert(alike(formula<"2^3^2">, pow(2_c, pow(3_c, 2_c))) && alike(formula<"a**b^c">, pow(a, pow(b, c))));
static_assert(formula<"2^3^2"> == 512_c && formula<"(2^3)^2"> == 64_c);
static_assert(alike(formula<"a*x^2">, a * pow<2>(x)) && alike(formula<"a^b*c">, pow(a, b) * c) && alike(formula<"a/b^c">, a / pow(b, c)));
static_assert(alike(formula<"-x^2">, -pow<2>(x)) && alike(formula<"(-x)^2">, pow<2>(-x)) && formula<"-2^2"> == -4_c);
static_assert(alike(formula<"2^-3">, pow(2_c, -3_c)) && formula<"2^-3"> == 0.125_c && alike(formula<"x**-y">, pow(x, -y)));
static_assert(alike(formula<"2^-3^2">, pow(2_c, -pow(3_c, 2_c))) && alike(formula<"2^-x*y">, pow(2_c, -x) * y));
static_assert(alike(formula<"x^+2">, pow<2>(x)) && alike(formula<"x^--2">, pow(x, -(-2_c))));
static_assert(alike(formula<"x^(1/2)">, pow(x, 1_c / 2_c)) && alike(formula<"x^1/2">, pow(x, 1_c) / 2_c));

// Signs, any number of them.
static_assert(alike(formula<"-x">, -x) && alike(formula<"+x">, x) && alike(formula<"--x">, -(-x)) && alike(formula<"-+-+x">, -(-x)));
static_assert(alike(formula<"a - -b">, a - (-b)) && alike(formula<"a--b">, a - (-b)) && alike(formula<"a+-b">, a + (-b)) && alike(formula<"a-+b">, a - b));
static_assert(alike(formula<"a*-b">, a * (-b)) && alike(formula<"a*-b*c">, a * (-b) * c) && alike(formula<"a/-b">, a / (-b)) && alike(formula<"a*+b">, a * b));
static_assert(alike(formula<"-a*b">, -(a * b)) && alike(formula<"-a + b">, -a + b) && alike(formula<"-(a + b)">, -(a + b)));
static_assert(alike(formula<"a*-x^2">, a * (-pow<2>(x))));

// Functions.
static_assert(alike(formula<"sin(x)">, sin(x)) && alike(formula<"sin (x)">, sin(x)) && alike(formula<"exp(-sin(x*y))">, exp(-sin(x * y))));
static_assert(alike(formula<"sin(x)^2 + cos(x)**2">, pow<2>(sin(x)) + pow<2>(cos(x))) && alike(formula<"-exp(x)">, -exp(x)));
static_assert(alike(formula<"pow(x, y + 1)">, pow(x, y + 1_c)) && alike(formula<"Pow(x, 2)*y">, pow<2>(x) * y));
static_assert(alike(formula<"ln(x)">, log(x)) && alike(formula<"logistic(x)">, sigmoid(x)) && alike(formula<"stop_gradient(x)*x">, stop_gradient(x) * x));

// Columns are named; all other names are symbols. Reductions are functions.
constexpr column<"x"> xs;
constexpr column<"y"> ys;
static_assert(alike(formula<"a*x", columns<"x">>, a * xs) && !alike(formula<"a*x">, a * xs) && !alike(formula<"a*x", columns<"a">>, a * xs));
static_assert(alike(formula<"x - y", columns<"x", "y">>, xs - ys) && alike(formula<"x - y", columns<"y">>, x - ys));
static_assert(alike(formula<"sum((w*x - y)^2)">, sum(pow<2>(w * x - y))) && alike(formula<"mean(x)">, mean(x)));
static_assert(diff(formula<"mean(x*y)", columns<"x", "y">>, xs) == diff(mean(xs * ys), xs));

// A formula is an expression: a part of others, derived, printed, evaluated.
constexpr auto loss = formula<"(w*x - y)^2">;
static_assert(expression<decltype(loss)> && std::is_empty_v<decltype(loss)>);
static_assert(loss == pow<2>(w * x - y) && loss != pow<2>(w * x + y));
static_assert(alike(loss * 2_c + exp(formula<"a/b">), pow<2>(w * x - y) * 2_c + exp(a / b)));
static_assert(alike(let<"h">(loss), let<"h">(pow<2>(w * x - y))));
static_assert(diff(loss, w) == 2_c * x * (w * x - y) && text(diff(loss, w)) == "2*x*(w*x - y)");
static_assert(diff(loss, w) == formula<"2*x*(w*x - y)"> && diff<2>(loss, w) == formula<"2*x^2"> && diff(loss, w, x) == formula<"4*w*x - 2*y">);
static_assert(text(loss) == "(w*x - y)^2" && text(formula<"b1*(1 - exp(-b2*x))">) == "b1*(1 - exp(-b2*x))");
static_assert(evaluate(loss, w = 1, x = 2, y = 4) == 4 && evaluate(loss, w = 1.5, x = 2.0, y = 4.0) == 1.0);
static_assert(evaluate(formula<"x/3">, x = 1_c) == rational(1, 3), "exact numbers stay exact");
static_assert(evaluate(formula<"7">) == 7 && diff(formula<"7">, x) == 0_c);

constexpr auto both = gradient(loss, wrt(w, x));
static_assert(both[w] == formula<"2*x*(w*x - y)"> && both[x] == formula<"2*w*(w*x - y)">);
constexpr bool value_with_gradient = [] {
    auto const [value, g] = evaluate(outputs(loss, gradient(loss, wrt(w))), w = 1.0, x = 2.0, y = 4.0);
    return value == 4.0 && g[w] == -8.0;
}();
static_assert(value_with_gradient);
static_assert(hessian(loss, wrt(w, x))(w, x) == formula<"4*w*x - 2*y">);
static_assert(jacobian(outputs(formula<"w*x">, formula<"w/x">), wrt(w))(1_c, w) == formula<"1/x">);
static_assert(operations(outputs(loss)).nodes == operations(outputs(pow<2>(w * x - y))).nodes);

// Model of the 2-2-2 network, of one line.
constexpr auto network = formula<"0.5*(sigmoid(w5*sigmoid(w1*x1 + w3*x2) + w7*sigmoid(w2*x1 + w4*x2)) - t1)^2 + "
                                 "0.5*(sigmoid(w6*sigmoid(w1*x1 + w3*x2) + w8*sigmoid(w2*x1 + w4*x2)) - t2)^2">;
constexpr symbol<"w5"> w5;
static_assert(text(diff(network, w5)).size() > 40 && operations(outputs(network)).functions == 4, "equal parts are computed once");

// Whatever the effort that is allowed suffices for, it is never taken for the whole.
template <class E>
constexpr bool never_half_done(E) {
    using stage = detail::canonical_stage<E>;
    long long const needed = stage::run(unlimited).in.effort();
    for (long long allowed = 0; allowed < 2 * needed; allowed += needed / 50 + 1) {
        result const done = stage::run(allowed);
        if (detail::seen(done).faults.exhausted != (allowed < needed)) return false;
    }
    return true;
}
static_assert(never_half_done(formula<"a + b + c + x + y + w">) && never_half_done(formula<"a*b*c*x*y*w/(a + b)^2">));
static_assert(never_half_done(formula<"where(x < y, exp(log(x*y)), (a - b)*(c - w)) - where(x < y, a, 0)">));

// Definitions in front of a formula name parts of it, as let does; a comment goes to the end of its line.
static_assert(formula<"k := a*exp(-b/c); k*x^2"> == a*exp(-b/c)*pow<2>(x));
static_assert(formula<"u := a - b; v := u^2; v + u"> == pow<2>(a - b) + (a - b));
static_assert(text(formula<"k := a + b; k*x"> ) == "x*(a + b)");
static_assert(formula<R"(
    rate := a*exp(-b/c)  # of Arrhenius; in 1/s
    ;
    rate * x^2           # second order
)"> == formula<"a*exp(-b/c)*x^2">);
static_assert(evaluate(diff(formula<"k := a^2; k*x + k">, a), a = 3, x = 4) == 30);

}  // namespace
