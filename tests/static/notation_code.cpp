// Formulas as text of NumPy and SymPy, as a function of C, as JSON and for Graphviz.
#include "printed_form.hpp"

#include <leibniz/leibniz.hpp>
#include <leibniz/notation.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"lambda"> lambda;
constexpr symbol<"θ₁"> theta;

// NumPy.
static_assert(python(diff(pow<2>(w * x - y), w)) == "2*x*(w*x - y)" && python(pow<2>(w * x - y)) == "(w*x - y)**2");
static_assert(python(y * exp(x) - log(x)) == "y*np.exp(x) - np.log(x)" && python(sqrt(x) * pi) == "np.pi*np.sqrt(x)");
static_assert(python(pow(x, 1_c / 3_c)) == "np.power(x, 1/3)" && python(pow(x, -y)) == "np.float_power(x, -y)" && python(-pow<2>(x)) == "-x**2");
static_assert(python(pow(-0.5_c, 1.5_c)) == "np.power(-1/2, 3/2)" && python(w / pow(x + y, 1.5_c)) == "w/np.power(x + y, 3/2)");  // ** would be complex
static_assert(python(pow<3>(1_c + pow(x, 1_c / 3_c))) == "(np.power(x, 1/3) + 1)**3" && python(pow(pow(x, w), y)) == "np.float_power(np.float_power(x, w), y)");
static_assert(python(asin(x) + atan2(x, y)) == "np.arcsin(x) + np.arctan2(x, y)" && python(max(x, min(y, w))) == "np.maximum(x, np.minimum(y, w))");
static_assert(python(sigmoid(w * x)) == "1/(1 + np.exp(-w*x))" && python(sigmoid(-x)) == "1/(1 + np.exp(x))");
static_assert(python(sigmoid(x + y) * w) == "w*(1/(1 + np.exp(-(x + y))))" && python(pow<2>(cot(x))) == "(1/np.tan(x))**2");
static_assert(python(1_c - sigmoid(x)) == "1 - 1/(1 + np.exp(-x))" && python(x / sigmoid(y)) == "x/(1/(1 + np.exp(-y)))");
static_assert(python(-sigmoid(x) / 2_c) == "-1/(1 + np.exp(-x))/2" && sympy(x - expm1(y)) == "x - (exp(y) - 1)" && sympy(expm1(x)) == "exp(x) - 1");
static_assert(python(1_c / sigmoid(x)) == "1/(1/(1 + np.exp(-x)))" && sympy(y - 1_c / cot(x)) == "y - 1/cot(x)");
static_assert(python(erf(x) + lgamma(y)) == "special.erf(x) + special.gammaln(y)");
static_assert(python(where(x < y, x, 0_c)) == "np.where(x < y, x, 0)" && python(where(w, x, y)) == "np.where(w != 0, x, y)");
static_assert(python(where(x < y && !w, x, y)) == "np.where(np.logical_and(x < y, np.logical_not(w != 0)), x, y)");
static_assert(python((x < y) + 1_c) == "np.where(x < y, 1, 0) + 1" && python(mean(pow<2>(x))) == "np.mean(x**2)");

// SymPy.
static_assert(sympy(x / 2_c) == "x/2" && sympy(x - 0.5_c) == "x - Rational(1, 2)" && sympy(pow(x, 2_c / 3_c)) == "x**Rational(2, 3)");
static_assert(sympy(exp(x) * sqrt(y) * pi) == "pi*exp(x)*sqrt(y)" && sympy(abs(x) + max(x, y)) == "Abs(x) + Max(x, y)");
static_assert(sympy(sigmoid(x)) == "1/(1 + exp(-x))" && sympy(log2(x) / y) == "log(x)/log(2)/y" && sympy(step(x)) == "Heaviside(x, 1)");
static_assert(sympy(where(x, y, 1_c)) == "Piecewise((y, Ne(x, 0)), (1, True))");  // x != 0 compares formulas there
static_assert(python(where(x, y, 1_c)) == "np.where(x != 0, y, 1)" && python(mod(x, y)) == "np.mod(x, y)");
static_assert(sympy(where(equal_to(x, y) || x < 1_c, x, y)) == "Piecewise((x, Or(Eq(x, y), x < 1)), (y, True))");
static_assert(sympy(x < y) == "Piecewise((1, x < y), (0, True))" && sympy(hypot(x, y + 1_c)) == "sqrt(x**2 + (y + 1)**2)");

// Names become identifiers, each its own, and none that means something else.
static_assert(python(lambda * theta) == "lambda_*theta1" && python(symbol<"ŷ">() + symbol<"np">()) == "np_ + y_hat");
static_assert(python(symbol<"ŷ">() * symbol<"y_hat">()) == "y_hat*y_hat_" && python(symbol<"日本">()) == "u65e5u672c");
static_assert(sympy(symbol<"gamma">() * symbol<"beta">() * symbol<"E">()) == "E_*beta_*gamma_" && python(symbol<"gamma">()) == "gamma");
static_assert(python(symbol<"θ1">() * symbol<"theta1">() * symbol<"theta1_">()) == "theta1*theta1_*theta1_2_");

// A function of C: shared work once, in the order of the program; parentheses where the program's order asks for them.
static_assert(c_code<"slope">(diff(pow<2>(w * x - y), w)) ==
              "#include <math.h>\n\n"
              "double slope(double w, double x, double y) {\n"
              "    return 2.0*x*(w*x - y);\n"
              "}\n");
static_assert(c_code(outputs(pow<2>(w * x - y), gradient(pow<2>(w * x - y), wrt(w, x)))) ==
              "#include <math.h>\n\n"
              "void f(double w, double x, double y, double *out) {\n"
              "    double const t0 = w*x - y;\n"
              "    out[0] = t0*t0;\n"
              "    out[1] = 2.0*(t0*x);\n"
              "    out[2] = 2.0*(t0*w);\n"
              "}\n");
static_assert(c_code<"g">(relu(x / 3_c) - abs(x)) ==
              "#include <math.h>\n\n"
              "#ifndef leibniz_relu_defined\n"
              "#define leibniz_relu_defined\n"
              "static double leibniz_relu(double u) { return u > 0 || u != u ? u : 0; }\n"
              "#endif\n\n"
              "double g(double x) {\n"
              "    return leibniz_relu(x/3.0) - fabs(x);\n"
              "}\n");
static_assert(c_code(0.1_c) == "#include <math.h>\n\ndouble f(void) {\n    return 1.0/10.0;\n}\n");
static_assert(c_code(pow<2>(symbol<"t0">())) == "#include <math.h>\n\ndouble f(double t0) {\n    return t0*t0;\n}\n");
static_assert(c_code(pow<2>(exp(symbol<"t1">()))) ==
              "#include <math.h>\n\ndouble f(double t1) {\n    double const u0 = exp(t1);\n    return u0*u0;\n}\n");
static_assert(c_code(symbol<"int">() * symbol<"w2">() * symbol<"w10">() * symbol<"_w">() * symbol<"leibniz_exp">()) ==
              "#include <math.h>\n\n"
              "double f(double s_w, double int_, double sleibniz_exp, double w2, double w10) {\n"
              "    return int_*w2*w10*s_w*sleibniz_exp;\n"
              "}\n");

constexpr bool has(text_view text, text_view part) { return text.find(part) != text_view::npos; }
static_assert(has(c_code(x / (y / w) - (x - (y - 1_c)) / 3_c), "return x/(y/w) - (x - y + 1.0)/3.0;"));
static_assert(has(c_code(exp(-x) * -y), "return -exp(-x)*y;") || has(c_code(exp(-x) * -y), "return -y*exp(-x);"));
static_assert(has(c_code(-x - y), "return -x - y;") && has(c_code(max(x, -3_c)), "leibniz_max(x, -3.0)"));

/// A function that C must bring along.
struct airy : unary {
    static constexpr text_view text = "ai", latex = "\\operatorname{Ai}";
    template <class T>
    static constexpr T value(T u) { return u; }
    static constexpr term partial(auto u) { return u; }
};
static_assert(has(c_code(call<airy, symbol<"x">>()), "\ndouble ai(double);\n") && latex(call<airy, symbol<"x">>()) == "\\operatorname{Ai}(x)");

// A symbol with the name of a function that is called there.
constexpr auto of_one_name = symbol<"ai">() * call<airy, symbol<"ai">>();
static_assert(has(c_code(of_one_name), "double f(double ai_) {\n    return ai_*ai(ai_);\n"));
static_assert(sympy(of_one_name) == "ai_*ai(ai_)" && python(of_one_name) == "ai_*ai(ai_)");

// The graph.
static_assert(json(exp(-w / 2_c)) ==
              "{\"nodes\": [\n"
              "  {\"op\": \"number\", \"number\": \"1\"},\n"
              "  {\"op\": \"symbol\", \"name\": \"w\"},\n"
              "  {\"op\": \"scale\", \"number\": \"-1/2\", \"operands\": [1]},\n"
              "  {\"op\": \"call\", \"function\": \"exp\", \"operands\": [2]}\n"
              "], \"results\": [3]}\n");
static_assert(dot(pow(x, y) + 1_c) ==
              "digraph {\n"
              "  rankdir=LR;\n"
              "  node [shape=circle];\n"
              "  n0 [label=\"1\", shape=plaintext];\n"
              "  n1 [label=\"x\", shape=box];\n"
              "  n2 [label=\"y\", shape=box];\n"
              "  n3 [label=\"^\"];\n"
              "  n1 -> n3 [label=\"1\"];\n"
              "  n2 -> n3 [label=\"2\"];\n"
              "  n4 [label=\"+\"];\n"
              "  n3 -> n4;\n"
              "  n0 -> n4;\n"
              "  r0 [label=\"result\", shape=plaintext];\n"
              "  n4 -> r0;\n"
              "}\n");
constexpr bool is_escaped(text_view name, text_view in_json, text_view in_dot) {
    buffer<char> first, second;
    detail::put_json_string(first, name);
    detail::put_dot_string(second, name);
    return characters(first).view() == in_json && characters(second).view() == in_dot;
}
static_assert(is_escaped("a\"b\\n\n", "\"a\\\"b\\\\n\\u000a\"", "\"a\\\"b\\\\n\xef\xbf\xbd\""));

// The rules of the printed form hold in Python too.
constexpr buffer<char> with_carets(text_view text) {
    buffer<char> out;
    for (std::size_t k = 0; k < text.size(); ++k) {
        if (text.substr(k, 2) == "**") out.push('^'), ++k;
        else if (text.substr(k, 3) == "np.") k += 2;
        else out.push(text[k]);
    }
    return out;
}
template <class... E>
constexpr bool all_sound(E... e) {
    bool const each[] = {printed_form::complaint(characters(with_carets(python(e)))).empty() && printed_form::complaint(characters(with_carets(sympy(e)))).empty()...};
    for (bool one : each)
        if (!one) return false;
    return true;
}
static_assert(!printed_form::complaint(characters(with_carets("np.exp((x))**2"))).empty());
static_assert(all_sound(diff(exp(-x * y) / (1_c - x), x), diff(-x / (2_c * y), y), diff(tanh(w * x - y), x), diff<2>(pow<3>(x - y), x),
                        x - (y - (x - w)), -(x + y) * -(x - y), 1_c * x + 0_c * y, pow(-2_c * x, y), 1_c / (1_c - x * y)));

}  // namespace
