// Formulas whose common parts have lines of their own.
#include <leibniz/algebra.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/notation.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"b"> b;

// What gets a line: a function that occurs more than once, and what makes the whole shorter.
static_assert(text(shared(diff(sigmoid(w*x), w))) == "t1 = sigmoid(w*x)\nt1*x*(1 - t1)");
static_assert(text(shared(exp(-x)*sin(exp(-x)))) == "t1 = exp(-x)\nt1*sin(t1)");
static_assert(text(shared(sqrt(x) + exp(sqrt(x)))) == "t1 = sqrt(x)\nt1 + exp(t1)");
static_assert(text(shared(sin(w*x + b - y)*exp(w*x + b - y))) == "t1 = w*x + b - y\nexp(t1)*sin(t1)");
static_assert(text(shared(sin(w*x)*exp(w*x)*cos(w*x))) == "cos(w*x)*exp(w*x)*sin(w*x)");  // three characters are none
static_assert(text(shared(sin(x + 12_c)*exp(x + 12_c)*cos(x + 12_c))) == "cos(x + 12)*exp(x + 12)*sin(x + 12)");
static_assert(text(shared(sin(x + 12_c)*exp(x + 12_c)*cos(x + 12_c)*abs(x + 12_c))) == "t1 = x + 12\nabs(t1)*cos(t1)*exp(t1)*sin(t1)");
static_assert(text(shared(-x*sin(-x)*pow<2>(x)*exp(pow<2>(x)) + cos(pow<2>(x)))) == text(-x*sin(-x)*pow<2>(x)*exp(pow<2>(x)) + cos(pow<2>(x))));
static_assert(text(shared(w*x + b)) == "w*x + b" && text(shared(x)) == "x" && text(shared(2_c)) == "2" && text(shared(pi*sin(pi*x))) == "pi*sin(pi*x)");
static_assert(text(shared(where(w*x + b < y, sin(w*x + b), w*x + b))) == "t1 = w*x + b\nwhere(t1 < y, sin(t1), t1)");
static_assert(text(shared(mean(exp(x)) - log(mean(exp(x))))) == "t1 = mean(exp(x))\nt1 - log(t1)");

// Each line stands behind those that it uses.
static_assert(text(shared(diff(sin(exp(sigmoid(x))), x))) == "t1 = sigmoid(x)\nt2 = exp(t1)\nt1*t2*cos(t2)*(1 - t1)");

// Names of let are kept, even if they occur once; but not that of the result itself.
constexpr auto hidden = let<"h">(tanh(w*x + b));
constexpr auto loss = let<"L">(pow<2>(hidden - y));
static_assert(text(shared(loss)) == "h = tanh(w*x + b)\n(h - y)^2");
static_assert(text(shared(gradient(loss, wrt(w, b)))) == "h = tanh(w*x + b)\nt1 = (1 - h^2)*(h - y)\nd/dw = 2*t1*x\nd/db = 2*t1");
static_assert(text(shared(outputs(loss, exp(loss)))) == "h = tanh(w*x + b)\nL = (h - y)^2\nf1 = L\nf2 = exp(L)");
static_assert(text(shared(let<"a">(x) + let<"two">(2_c))) == "x + 2");

// Nothing has a name that is taken: by a symbol, a function, another part.
constexpr symbol<"t"> t;
constexpr symbol<"t7"> t7;
constexpr symbol<"t_1"> t_1;
constexpr symbol<"s₂"> s2;
static_assert(text(shared(exp(t)*sin(exp(t)))) == "s1 = exp(t)\ns1*sin(s1)");
static_assert(text(shared(exp(t7)*sin(exp(t7)))) == "s1 = exp(t7)\ns1*sin(s1)");
static_assert(text(shared(exp(t_1*s2)*sin(exp(t_1*s2)))) == "u1 = exp(s₂*t_1)\nu1*sin(u1)");
static_assert(text(shared(let<"x">(exp(x))*sin(exp(x)))) == "t1 = exp(x)\nt1*sin(t1)");
static_assert(text(shared(let<"cos">(exp(x))*sin(exp(x)))) == "t1 = exp(x)\nt1*sin(t1)");
static_assert(text(shared(let<"h">(exp(x))*sin(let<"h">(cos(x))))) == "h = exp(x)\nh*sin(cos(x))");
static_assert(text(shared(let<"t1">(exp(x))*sin(exp(x))*cos(y)*exp(cos(y)))) == "s1 = cos(y)\nt1 = exp(x)\ns1*t1*exp(s1)*sin(t1)");

constexpr symbol<"f"> f;
static_assert(text(shared(outputs(f*x, gradient(f*x, wrt(f))))) == "g = f*x\nd/df = x");
static_assert(text(shared(jacobian(outputs(f*x, w*exp(x)), wrt(x)))) == "d/dx g1 = f\nd/dx g2 = w*exp(x)");

// Several results.
static_assert(text(shared(gradient(exp(w*x), wrt(w, x)))) == "t1 = exp(w*x)\nd/dw = t1*x\nd/dx = t1*w");
static_assert(text(shared(hessian(exp(w*x), wrt(w, x)))) ==
              "t1 = exp(w*x)\nd^2/dw^2 = t1*x^2\nd/dw d/dx = t1*w*x + t1\nd/dx d/dw = t1*w*x + t1\nd^2/dx^2 = t1*w^2");
static_assert(text(shared(jacobian(outputs(exp(x), y*exp(x)), wrt(x)))) == "t1 = exp(x)\nd/dx f1 = t1\nd/dx f2 = t1*y");
static_assert(text(shared(gradient(w*x, wrt(w, y)))) == "d/dw = x\nd/dy = 0");

// The other forms.
constexpr auto slopes = gradient(sigmoid(w*x)/y, wrt(w, y));
static_assert(text(shared(slopes)) == "t1 = sigmoid(w*x)\nd/dw = t1*x*(1 - t1)/y\nd/dy = -t1/y^2");
static_assert(unicode(shared(slopes)) == "t₁ = sigmoid(w·x)\n∂/∂w = t₁·x·(1 − t₁)/y\n∂/∂y = −t₁/y²");
static_assert(latex(shared(slopes)) == R"(\begin{aligned}
t_{1} &= \sigma(w\,x) \\
\frac{\partial}{\partial w} &= \frac{t_{1}\,x\,(1 - t_{1})}{y} \\
\frac{\partial}{\partial y} &= -\frac{t_{1}}{y^{2}}
\end{aligned})");
static_assert(python(shared(slopes)) == "t1 = 1/(1 + np.exp(-w*x))\ndf_dw = t1*x*(1 - t1)/y\ndf_dy = -t1/y**2");
static_assert(sympy(shared(slopes)) == "t1 = 1/(1 + exp(-w*x))\ndf_dw = t1*x*(1 - t1)/y\ndf_dy = -t1/y**2");
static_assert(latex(shared(diff(sigmoid(x), x))) == "\\begin{aligned}\nt_{1} &= \\sigma(x) \\\\\n& t_{1}\\,(1 - t_{1})\n\\end{aligned}");
static_assert(latex(shared(w*x)) == latex(w*x) && mathml(shared(w*x)) == mathml(w*x));
static_assert(mathml(shared(exp(x) + sin(exp(x)))) ==
              "<math display=\"block\"><mtable columnalign=\"right left\" displaystyle=\"true\">\n"
              "<mtr><mtd style=\"text-align:-webkit-right;padding-right:0\"><msub><mi>t</mi><mrow><mn>1</mn></mrow></msub></mtd><mtd style=\"text-align:-webkit-left\"><mo>=</mo>"
              "<mi>exp</mi><mo>&#8289;</mo><mrow><mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo></mrow></mtd></mtr>\n"
              "<mtr><mtd style=\"text-align:-webkit-right;padding-right:0\"></mtd><mtd style=\"text-align:-webkit-left\"><msub><mi>t</mi><mrow><mn>1</mn></mrow></msub><mo>+</mo>"
              "<mi>sin</mi><mo>&#8289;</mo><mrow><mo stretchy=\"false\">(</mo><msub><mi>t</mi><mrow><mn>1</mn></mrow></msub><mo stretchy=\"false\">)</mo></mrow></mtd></mtr>\n"
              "</mtable></math>");
static_assert(c_code<"f">(shared(slopes)) == c_code<"f">(slopes));

// The lines read back.
static_assert(formula<"t1 = sigmoid(w*x)\nt1*x*(1 - t1)"> == diff(sigmoid(w*x), w));
static_assert(formula<"h = tanh(w*x + b)  # hidden\n\n(h - y)^2"> == loss);
static_assert(text(shared(formula<"h = tanh(w*x + b)\n(h - y)^2">)) == text(shared(loss)));
static_assert(formula<"s = x +\n  y\nt = (s\n  + 1)\n-s*t"> == -(x + y)*(x + y + 1_c));
static_assert(formula<"s = x\n  + y\ns^2"> == pow<2>(x + y));

// Four and more `where` deep, where the text alone would have millions of characters; and chains that compilers cannot print.
template <class U, class V>
constexpr auto layer(U u, V weight) {
    return where(weight*u < b, sin(weight*u), weight*u*u + exp(-u));
}
constexpr symbols<"v", 8> v;
constexpr auto four = layer(layer(layer(layer(x, v[0_c]), v[1_c]), v[2_c]), v[3_c]);
constexpr auto eight = layer(layer(layer(layer(four, v[4_c]), v[5_c]), v[6_c]), v[7_c]);
static_assert(text(shared(gradient(four, wrt(v[0_c], x)))) == R"(t1 = v0*x < b
t2 = cos(v0*x)
t3 = exp(-x)
t4 = where(t1, sin(v0*x), v0*x^2 + t3)
t5 = t4*v1 < b
t6 = exp(-t4)
t7 = where(t5, sin(t4*v1), t4^2*v1 + t6)
t8 = t7*v2 < b
t9 = exp(-t7)
t10 = where(t8, sin(t7*v2), t7^2*v2 + t9)
t11 = where(t10*v3 < b, v3*cos(t10*v3), 2*t10*v3 - exp(-t10))
t12 = where(t8, t11*v2*cos(t7*v2), 2*t7*t11*v2 - t9*t11)
t13 = where(t5, t12*v1*cos(t4*v1), 2*t4*t12*v1 - t6*t12)
d/dv0 = where(t1, t2*t13*x, t13*x^2)
d/dx = where(t1, t2*t13*v0, 2*t13*v0*x - t3*t13))");
static_assert(text(shared(gradient(eight, wrt(v, x)))).size() < 3000);

template <int Levels, class U>
constexpr auto nested(U u) {
    if constexpr (Levels == 0) return u;
    else return nested<Levels - 1>(sin(u));
}
static_assert(text(shared(nested<20>(x))) == "t1 = sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(sin(x))))))))))))))))\nsin(sin(sin(sin(t1))))");
static_assert(text(shared(nested<150>(x))).size() < 1000);

}  // namespace
