// Formulas in the signs of mathematics: Unicode, LaTeX, MathML.
#include "printed_form.hpp"

#include <leibniz/leibniz.hpp>
#include <leibniz/notation.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"theta_1"> theta;
constexpr symbol<"loss"> loss;
constexpr symbol<"ŷ"> prediction;

// Unicode.
static_assert(unicode(diff(pow<2>(w * x - y), w)) == "2·x·(w·x − y)" && unicode(pow<2>(w * x - y)) == "(w·x − y)²");
static_assert(unicode(pow<12>(x) - pow<-3>(y)) == "x¹² − 1/y³" && unicode(-x) == "−x" && unicode(x - 0.5_c) == "x − 1/2");
static_assert(unicode(pow(x, y)) == "x^y" && unicode(pow(x, 1_c / 3_c)) == "x^(1/3)" && unicode(pow(x, -y)) == "x^(−y)");
static_assert(unicode(sqrt(x)) == "√x" && unicode(sqrt(x + y)) == "√(x + y)" && unicode(sqrt(2_c) / sqrt(w * x)) == "√2/√(w·x)");
static_assert(unicode(pow(sqrt(x), y)) == "(√x)^y" && unicode(sqrt(exp(x))) == "√(exp(x))");
static_assert(unicode(pi * pow<2>(theta)) == "π·θ₁²" && unicode(exp(-x / 2_c)) == "exp(−x/2)");
static_assert(unicode(where((x <= y) || (x >= 1_c && not_equal_to(x, w)), x, y)) == "where(x ≤ y ∨ x ≥ 1 ∧ x ≠ w, x, y)");
static_assert(unicode(((x < y) || (y < w)) && !(x > w)) == "(x < y ∨ y < w) ∧ ¬(x > w)");
static_assert(unicode((x < y) * x) == "x·(x < y)" && unicode(!x * y) == "y·(¬x)" && unicode(pow<2>(x < y)) == "(x < y)²");
static_assert(unicode(sigmoid(x) / (2_c * (x + y))) == "sigmoid(x)/(2·(x + y))");

// LaTeX.
static_assert(latex(diff(pow<2>(w * x - y), w)) == R"(2\,x\,(w\,x - y))" && latex(pow<2>(w * x - y)) == "(w\\,x - y)^{2}");
static_assert(latex(x / 2_c) == "\\frac{x}{2}" && latex((x + y) / 2_c) == "\\frac{x + y}{2}" && latex(-0.5_c) == "-\\frac{1}{2}");
static_assert(latex(x / (y + 1_c)) == "\\frac{x}{y + 1}" && latex(-x / (y * (x + 1_c))) == R"(-\frac{x}{y\,(x + 1)})");
static_assert(latex(pow<2>(x / y)) == R"(\frac{x^{2}}{y^{2}})" && latex(pow(x / y, w)) == R"(\left(\frac{x}{y}\right)^{w})");
static_assert(latex(exp(-x / 2_c)) == R"(\exp\left(-\frac{x}{2}\right))" && latex(exp(-x)) == R"(\exp(-x))");
static_assert(latex(sqrt(x + y)) == R"(\sqrt{x + y})" && latex(pow(x, y + 1_c)) == "x^{y + 1}" && latex(pow(x, 2_c / 3_c)) == "x^{2/3}");
static_assert(latex(pow(x, pow(y, w))) == "x^{y^{w}}" && latex(pow(pow(x, y), w)) == "(x^{y})^{w}");
static_assert(latex(3_c * pow(2_c, x)) == R"(3 \cdot 2^{x})" && latex(pi * x) == R"(\pi\,x)" && latex(loss * theta) == R"(\mathrm{loss}\,\theta_{1})");
static_assert(latex(abs(x / y)) == R"(\left|\frac{x}{y}\right|)" && latex(floor(x) + ceil(x)) == R"(\left\lceil x\right\rceil + \left\lfloor x\right\rfloor)");
// A function that is written as a letter, beside a symbol of that letter.
static_assert(latex(sigmoid(symbol<"σ">()*x)) == R"(\operatorname{sigmoid}(x\,\sigma))" && latex(sigmoid(symbol<"sigma">()*x)) == R"(\operatorname{sigmoid}(\sigma\,x))");
static_assert(latex(tgamma(symbol<"Gamma">())) == R"(\operatorname{tgamma}(\Gamma))" && latex(digamma(column<"psi">())) == R"(\operatorname{digamma}(\psi))");
static_assert(latex(tgamma(symbol<"gamma">())) == R"(\Gamma(\gamma))" && latex(sigmoid(symbol<"sigma_1">())) == R"(\sigma(\sigma_{1}))");
static_assert(latex(asinh(sigmoid(x))) == R"(\operatorname{arsinh}(\sigma(x)))" && latex(pow<2>(sin(x))) == R"(\sin(x)^{2})");
static_assert(latex(where(x < y && !w, x, 0_c)) == R"(\begin{cases} x & \text{if } x < y \wedge \neg w \\ 0 & \text{otherwise} \end{cases})");
static_assert(latex(1_c + where(x, y, w)) == R"(\left(\begin{cases} y & \text{if } x \\ w & \text{otherwise} \end{cases}\right) + 1)");

// MathML.
static_assert(mathml(x - 2_c * y) == "<math><mi>x</mi><mo>−</mo><mn>2</mn><mo rspace=\"0.17em\">&#8290;</mo><mi>y</mi></math>");
static_assert(mathml(x / 2_c) == "<math><mfrac><mrow><mi>x</mi></mrow><mrow><mn>2</mn></mrow></mfrac></math>");
static_assert(mathml(pow<2>(x)) == "<math><msup><mi>x</mi><mrow><mn>2</mn></mrow></msup></math>");
static_assert(mathml(pow<2>(x + y)) == "<math><msup><mrow><mo stretchy=\"false\">(</mo><mi>x</mi><mo>+</mo><mi>y</mi><mo stretchy=\"false\">)</mo></mrow><mrow><mn>2</mn></mrow></msup></math>");
static_assert(mathml(pow<2>(exp(x))) ==
              "<math><msup><mrow><mi>exp</mi><mo>&#8289;</mo><mrow><mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo></mrow></mrow><mrow><mn>2</mn></mrow></msup></math>");
static_assert(mathml(exp(x / y)) == "<math><mi>exp</mi><mo>&#8289;</mo><mrow><mo>(</mo><mfrac><mrow><mi>x</mi></mrow><mrow><mi>y</mi></mrow></mfrac><mo>)</mo></mrow></math>");
static_assert(mathml(sqrt(-x)) == "<math><msqrt><mo>−</mo><mi>x</mi></msqrt></math>");
static_assert(mathml(theta) == "<math><msub><mi>θ</mi><mrow><mn>1</mn></mrow></msub></math>" && mathml(pi) == "<math><mi>π</mi></math>");
static_assert(mathml(abs(x)) == "<math><mrow><mo>|</mo><mi>x</mi><mo>|</mo></mrow></math>");
static_assert(mathml(floor(x)) == "<math><mrow><mo>⌊</mo><mi>x</mi><mo>⌋</mo></mrow></math>");
static_assert(mathml(where(x < y, x, y)) ==
              "<math><mrow><mo>{</mo><mtable columnalign=\"left\"><mtr><mtd><mi>x</mi></mtd><mtd><mtext>if </mtext><mi>x</mi><mo>&lt;</mo><mi>y</mi>"
              "</mtd></mtr><mtr><mtd><mi>y</mi></mtd><mtd><mtext>otherwise</mtext></mtd></mtr></mtable></mrow></math>");

// Names: letters with accents, and nothing that a style could take for its own.
static_assert(latex(prediction) == "\\hat{y}" && mathml(prediction) == "<math><mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">ˆ</mo></mover></math>" && unicode(prediction) == "ŷ");
static_assert(mathml(symbol<"x̂_max">()) == "<math><msub><mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">ˆ</mo></mover><mrow><mi>max</mi></mrow></msub></math>");
static_assert(mathml(symbol<"ŷz">()) == "<math><mi>ŷz</mi></math>" && mathml(symbol<"θ̂">()) == mathml(symbol<"theta_hat">()));
static_assert(mathml(symbol<"y\u0302">() + symbol<"\u0177">()) == "<math><mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">ˆ</mo></mover><mo>+</mo><mi>\u0177</mi></math>");
static_assert(latex(symbol<"x̂_max">()) == R"(\hat{x}_{\mathrm{max}})" && latex(symbol<"θ₁₂">()) == R"(\theta_{12})");
static_assert(latex(symbol<"w_1_2">()) == "w_{1,2}" && latex(symbol<"w10">()) == "w_{10}" && latex(symbol<"λ_i">()) == R"(\lambda_{i})");
static_assert(latex(symbol<"_x">()) == R"(\mathrm{\_x})" && latex(symbol<"日">()) == R"(\mathrm{u65e5})" && latex(symbol<"x1y2">()) == R"(\mathrm{x1y2})");
static_assert(unicode(symbol<"alpha_beta">()) == "α_β" && unicode(symbol<"x_max">()) == "xₘₐₓ" && unicode(symbol<"x__1">()) == "x__1");

// Accents that are spelt out stand above a single letter, behind which the rest of the name stands below.
static_assert(unicode(symbol<"x_hat">()) == "x̂" && unicode(symbol<"x_bar">()) == "x̄" && unicode(symbol<"x_tilde">()) == "x̃" && unicode(symbol<"x_dot">()) == "ẋ" &&
              unicode(symbol<"x_ddot">()) == "ẍ" && unicode(symbol<"x_vec">()) == "x⃗" && unicode(symbol<"theta_hat">()) == "θ̂");
static_assert(latex(symbol<"x_hat">()) == "\\hat{x}" && latex(symbol<"x_bar">()) == "\\bar{x}" && latex(symbol<"x_tilde">()) == "\\tilde{x}" &&
              latex(symbol<"x_dot">()) == "\\dot{x}" && latex(symbol<"x_ddot">()) == "\\ddot{x}" && latex(symbol<"x_vec">()) == "\\vec{x}" &&
              latex(symbol<"θ_dot">()) == "\\dot{\\theta}" && latex(symbol<"i_hat">()) == "\\hat{\\imath}");
static_assert(mathml(symbol<"v_vec">()) == "<math><mover accent=\"true\"><mi>v</mi><mo stretchy=\"false\">→</mo></mover></math>");
template <class E>
constexpr bool is_first_prediction(E e) {
    return unicode(e) == "ŷ₁" && latex(e) == R"(\hat{y}_{1})" &&
           mathml(e) == "<math><msub><mover accent=\"true\"><mi>y</mi><mo stretchy=\"false\">ˆ</mo></mover><mrow><mn>1</mn></mrow></msub></math>";
}
static_assert(is_first_prediction(symbol<"y_hat_1">()) && is_first_prediction(symbol<"y1_hat">()) && is_first_prediction(symbols<"y_hat", 2>()[1_c]));
static_assert(latex(symbol<"x_max_bar">()) == R"(\bar{x}_{\mathrm{max}})" && latex(symbol<"loss_bar">()) == R"(\mathrm{loss}_{\mathrm{bar}})");
static_assert(latex(symbol<"x_dots">()) == R"(x_{\mathrm{dots}})" && latex(symbol<"x_hat_">()) == R"(\mathrm{x\_hat\_})" && unicode(symbol<"_bar">()) == "_bar");

static_assert(detail::columns_of("x̂ = v⃗") == 5 && detail::columns_of("ŷ") == 1 && detail::columns_of("∂Ͱ/") == 3);

// Two symbols never look the same.
static_assert(unicode(symbol<"w1">() * symbol<"w_1">()) == "w₁·w_1" && unicode(symbol<"theta">() * symbol<"θ">()) == "θ·θ_2");
static_assert(unicode(pi * symbol<"π">()) == "π·π_2" && unicode(pi * symbol<"pi">()) == "π·pi" && latex(pi * symbol<"pi">()) == R"(\pi\,\mathrm{pi})");
static_assert(latex(symbol<"w1">() * symbol<"w_1">()) == R"(w_{1}\,\mathrm{w\_1})" && latex(symbol<"lambda">() * symbol<"λ">()) == R"(\lambda\,\mathrm{u03bb})");
static_assert(latex(symbol<"y_hat">() * symbol<"ŷ">()) == R"(\hat{y}\,\mathrm{\hat{y}\_2})" && unicode(symbol<"y_hat">() * symbol<"ŷ">()) == "ŷ·ŷ_2");
static_assert(unicode(symbol<"y1_hat">() * symbol<"y_hat_1">()) == "ŷ₁·y_hat_1");
static_assert(unicode(symbol<"y_hat">() * symbol<"y\u0302">()) == "ŷ·ŷ_2" && unicode(symbol<"ŷ">() * symbol<"y\u0302">()) == "ŷ·ŷ_2");
static_assert(mathml(symbol<"w1">() * symbol<"w_1">()) ==
              "<math><msub><mi>w</mi><mrow><mn>1</mn></mrow></msub><mo rspace=\"0.17em\">&#8290;</mo><mi>w_1</mi></math>");

// What is no name of a symbol does no harm either.
constexpr bool is_escaped(text_view name, text_view in_latex, text_view in_mathml) {
    buffer<char> first, second;
    latex_style::name(first, name, false);
    mathml_style::name(second, name, false);
    return characters(first).view() == in_latex && characters(second).view() == in_mathml;
}
static_assert(is_escaped("<b>&\"'", R"(\mathrm{u003cbu003e\&u0022u0027})", "<mi>&lt;b&gt;&amp;&quot;&#39;</mi>"));
static_assert(is_escaped("a#%$~^\\{}", R"(\mathrm{a\#\%\$u007eu005eu005c\{\}})", "<mi>a#%$~^\\{}</mi>"));
static_assert(is_escaped("a\xff\n", R"(\mathrm{aufffdu000a})", "<mi>a\xef\xbf\xbd\xef\xbf\xbd</mi>"));

// Numbers in place of symbols.
template <class Style, class E>
constexpr bool with_numbers(E, text_view expected) {
    print_order const order(canonical<E>);
    buffer<substitution> numbers;
    numbers.push({"x", "-2.5"});
    numbers.push({"y", "1e-05"});
    numbers.push({"w", "1/3"});
    return written_as<Style>(order, canonical<E>.root(), numbers) == expected;
}
static_assert(with_numbers<text_style>(w * x - pow<2>(y), "1/3*(-2.5) - 1e-05^2"));
static_assert(with_numbers<unicode_style>(2_c * x * pow<2>(x), "2·(−2.5)³"));
static_assert(with_numbers<latex_style>(pow<2>(y) - x / w + 2_c * y, R"((1 \cdot 10^{-5})^{2} + 2 \cdot 1 \cdot 10^{-5} - \frac{-2.5}{1/3})"));
static_assert(with_numbers<mathml_style>(x + y, "<mo>−</mo><mn>2.5</mn><mo>+</mo><mn>1e-05</mn>"));

// The rules of the printed form hold in every style that stands on one line.
constexpr buffer<char> in_ascii(text_view text) {
    buffer<char> out;
    for (std::size_t k = 0; k < text.size();) {
        detail::code_point const c = detail::code_point_at(text, k);
        k += c.length;
        if (c.value == U'·') out.push('*');
        else if (c.value == U'−') out.push('-');
        else if (c.value == U'²') out.push('^'), out.push('2');
        else if (c.value == U'³') out.push('^'), out.push('3');
        else detail::put_code_point(out, c.value);
    }
    return out;
}
template <class... E>
constexpr bool all_sound(E... e) {
    bool const each[] = {printed_form::complaint(characters(in_ascii(unicode(e)))).empty()...};
    for (bool one : each)
        if (!one) return false;
    return true;
}
static_assert(!printed_form::complaint(characters(in_ascii("1·x"))).empty() && !printed_form::complaint(characters(in_ascii("x − −y"))).empty());
static_assert(all_sound(diff(exp(-x * y) / (1_c - x), x), diff(-x / (2_c * y), y), diff(tanh(w * x - y), x), diff<2>(pow<3>(x - y), x),
                        x - (y - (x - w)), -(x + y) * -(x - y), 1_c * x + 0_c * y, pow(-2_c * x, y), 1_c / (1_c - x * y)));

}  // namespace
