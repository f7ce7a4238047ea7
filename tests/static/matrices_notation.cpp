#include <leibniz/algebra.hpp>
#include <leibniz/matrix.hpp>
#include <leibniz/notation.hpp>

using namespace leibniz;

// Formulas of vectors and matrices in the signs of mathematics, in LaTeX, MathML, NumPy and SymPy.

inline constexpr matrix<"W", "m", "n"> W;
inline constexpr matrix<"X", "n", "n"> X;
inline constexpr matrix<"A", "k", "m"> A;
inline constexpr symmetric<"K", "n"> K;
inline constexpr symmetric<"R", "m"> R;
inline constexpr vector<"x", "n"> x;
inline constexpr vector<"u", "n"> u;
inline constexpr vector<"y", "m"> y;
inline constexpr vector<"b", "m"> b;
inline constexpr vector<"t", "k"> t;
inline constexpr symbol<"lambda"> c;
inline constexpr symbol<"sigma"> s;

struct forms {
    text_view in_unicode, in_latex, in_numpy, in_sympy;
};
template <class E>
constexpr bool is_written(E e, forms f) {
    return unicode(e) == f.in_unicode && latex(e) == f.in_latex && python(e) == f.in_numpy && (f.in_sympy.empty() || sympy(e) == f.in_sympy);
}

constexpr auto squares = pow<2>(norm2(W * x - y));
constexpr auto h = sigmoid(W * x + b);
constexpr auto loss = logsumexp(A * h) - dot(t, A * h);
constexpr auto gp = (logdet(K + s * identity<"n">) + dot(x, solve(K + s * identity<"n">, x))) / 2_c;
constexpr auto ridge = pow<2>(norm2(W * x - y)) + c * pow<2>(norm2(x));
constexpr auto nu = y - W * x;
constexpr auto S = W * K * transpose(W) + R;

static_assert(is_written(squares,
                         {"‖W·x − y‖²",
                          "\\lVert W\\,x - y\\rVert^{2}",
                          "np.linalg.norm(W @ x - y)**2",
                          "Trace((W*x - y).T*(W*x - y))"}));
static_assert(is_written(gradient(squares, wrt(W))[W],
                         {"2·(W·x − y)·xᵀ",
                          "2\\,(W\\,x - y)\\,x^\\top",
                          "2*np.outer(W @ x - y, x)",
                          "2*(W*x - y)*x.T"}));
static_assert(is_written(gradient(squares, wrt(x))[x],
                         {"2·Wᵀ·(W·x − y)",
                          "2\\,W^\\top\\,(W\\,x - y)",
                          "2*W.T @ (W @ x - y)",
                          "2*W.T*(W*x - y)"}));
static_assert(is_written(loss,
                         {"logsumexp(A·sigmoid(W·x + b)) − tᵀ·A·sigmoid(W·x + b)",
                          "\\operatorname{logsumexp}(A\\,\\sigma(W\\,x + b)) - t^\\top\\,A\\,\\sigma(W\\,x + b)",
                          "special.logsumexp(A @ (1/(1 + np.exp(-(W @ x + b))))) - t @ A @ (1/(1 + np.exp(-(W @ x + b))))",
                          ""}));
static_assert(is_written(gradient(loss, wrt(A))[A],
                         {"(softmax(A·sigmoid(W·x + b)) − t)·sigmoid(W·x + b)ᵀ",
                          "(\\operatorname{softmax}(A\\,\\sigma(W\\,x + b)) - t)\\,\\sigma(W\\,x + b)^\\top",
                          "np.outer(special.softmax(A @ (1/(1 + np.exp(-(W @ x + b))))) - t, 1/(1 + np.exp(-(W @ x + b))))",
                          ""}));
static_assert(is_written(gradient(loss, wrt(b))[b],
                         {"(Aᵀ·(softmax(A·sigmoid(W·x + b)) − t)) ⊙ sigmoid(W·x + b) ⊙ (1 − sigmoid(W·x + b))",
                          "(A^\\top\\,(\\operatorname{softmax}(A\\,\\sigma(W\\,x + b)) - t)) \\odot \\sigma(W\\,x + b) \\odot (1 - \\sigma(W\\,x + b))",
                          "(A.T @ (special.softmax(A @ (1/(1 + np.exp(-(W @ x + b))))) - t))*(1/(1 + np.exp(-(W @ x + b))))*(1 - (1/(1 + np.exp(-(W @ x + b)))))",
                          ""}));
static_assert(is_written(gradient(loss, wrt(W))[W],
                         {"((Aᵀ·(softmax(A·sigmoid(W·x + b)) − t)) ⊙ sigmoid(W·x + b) ⊙ (1 − sigmoid(W·x + b)))·xᵀ",
                          "((A^\\top\\,(\\operatorname{softmax}(A\\,\\sigma(W\\,x + b)) - t)) \\odot \\sigma(W\\,x + b) \\odot (1 - \\sigma(W\\,x + b)))\\,x^\\top",
                          "np.outer((A.T @ (special.softmax(A @ (1/(1 + np.exp(-(W @ x + b))))) - t))*(1/(1 + np.exp(-(W @ x + b))))*(1 - (1/(1 + np.exp(-(W @ x + b))))), x)",
                          ""}));
static_assert(is_written(gp,
                         {"(xᵀ·(K + σ·Iₙ)⁻¹·x + logdet(K + σ·Iₙ))/2",
                          "\\frac{x^\\top\\,(K + \\sigma\\,I_{n})^{-1}\\,x + \\log\\left|\\det(K + \\sigma\\,I_{n})\\right|}{2}",
                          "(x @ np.linalg.solve(K + sigma*np.eye(K.shape[0]), x) + np.linalg.slogdet(K + sigma*np.eye(K.shape[0]))[1])/2",
                          "(Trace(x.T*(K + sigma*Identity(n)).inv()*x) + log(Abs(Determinant(K + sigma*Identity(n)))))/2"}));
static_assert(is_written(gradient(gp, wrt(K))[K],
                         {"(K + σ·Iₙ)⁻¹/2 − (K + σ·Iₙ)⁻¹·x·xᵀ·(K + σ·Iₙ)⁻¹/2",
                          "\\frac{(K + \\sigma\\,I_{n})^{-1}}{2} - \\frac{(K + \\sigma\\,I_{n})^{-1}\\,x\\,x^\\top\\,(K + \\sigma\\,I_{n})^{-1}}{2}",
                          "np.linalg.inv(K + sigma*np.eye(K.shape[0]))/2 - np.outer(np.linalg.solve(K + sigma*np.eye(K.shape[0]), x), np.linalg.solve(K + sigma*np.eye(K.shape[0]), x))/2",
                          "(K + sigma*Identity(n)).inv()/2 - (K + sigma*Identity(n)).inv()*x*x.T*(K + sigma*Identity(n)).inv()/2"}));
static_assert(is_written(diff(gp, s),
                         {"tr((K + σ·Iₙ)⁻¹)/2 − xᵀ·(K + σ·Iₙ)⁻¹·(K + σ·Iₙ)⁻¹·x/2",
                          "\\frac{\\operatorname{tr}((K + \\sigma\\,I_{n})^{-1})}{2} - \\frac{x^\\top\\,(K + \\sigma\\,I_{n})^{-1}\\,(K + \\sigma\\,I_{n})^{-1}\\,x}{2}",
                          "np.trace(np.linalg.inv(K + sigma*np.eye(K.shape[0])))/2 - x @ np.linalg.solve(K + sigma*np.eye(K.shape[0]), np.linalg.solve(K + sigma*np.eye(K.shape[0]), x))/2",
                          "Trace((K + sigma*Identity(n)).inv())/2 - Trace(x.T*(K + sigma*Identity(n)).inv()*(K + sigma*Identity(n)).inv()*x)/2"}));
static_assert(is_written(ridge,
                         {"‖W·x − y‖² + λ·‖x‖²",
                          "\\lVert W\\,x - y\\rVert^{2} + \\lambda\\,\\lVert x\\rVert^{2}",
                          "np.linalg.norm(W @ x - y)**2 + lambda_*np.linalg.norm(x)**2",
                          "Trace((W*x - y).T*(W*x - y)) + lambda_*Trace(x.T*x)"}));
static_assert(is_written(gradient(ridge, wrt(x))[x],
                         {"2·Wᵀ·(W·x − y) + 2·λ·x",
                          "2\\,W^\\top\\,(W\\,x - y) + 2\\,\\lambda\\,x",
                          "2*W.T @ (W @ x - y) + 2*lambda_*x",
                          "2*W.T*(W*x - y) + 2*lambda_*x"}));
static_assert(is_written(logdet(S) + transpose(nu)*inv(S)*nu,
                         {"(y − W·x)ᵀ·(W·K·Wᵀ + R)⁻¹·(y − W·x) + logdet(W·K·Wᵀ + R)",
                          "(y - W\\,x)^\\top\\,(W\\,K\\,W^\\top + R)^{-1}\\,(y - W\\,x) + \\log\\left|\\det(W\\,K\\,W^\\top + R)\\right|",
                          "(y - W @ x) @ np.linalg.solve(W @ K @ W.T + R, y - W @ x) + np.linalg.slogdet(W @ K @ W.T + R)[1]",
                          "Trace((y - W*x).T*(W*K*W.T + R).inv()*(y - W*x)) + log(Abs(Determinant(W*K*W.T + R)))"}));
static_assert(is_written(gradient(logdet(S), wrt(W))[W],
                         {"2·(W·K·Wᵀ + R)⁻¹·W·K",
                          "2\\,(W\\,K\\,W^\\top + R)^{-1}\\,W\\,K",
                          "2*np.linalg.solve(W @ K @ W.T + R, W @ K)",
                          "2*(W*K*W.T + R).inv()*W*K"}));
static_assert(is_written(x + K*transpose(W)*inv(S)*nu,
                         {"K·Wᵀ·(W·K·Wᵀ + R)⁻¹·(y − W·x) + x",
                          "K\\,W^\\top\\,(W\\,K\\,W^\\top + R)^{-1}\\,(y - W\\,x) + x",
                          "K @ W.T @ np.linalg.solve(W @ K @ W.T + R, y - W @ x) + x",
                          "K*W.T*(W*K*W.T + R).inv()*(y - W*x) + x"}));
static_assert(is_written(gradient(det(X), wrt(X))[X],
                         {"det(X)·X⁻ᵀ",
                          "\\det(X)\\,X^{-\\top}",
                          "np.linalg.det(X)*np.linalg.inv(X).T",
                          "Determinant(X)*X.inv().T"}));
static_assert(is_written(hessian(logsumexp(x), wrt(x))(x, x),
                         {"diag(softmax(x)) − softmax(x)·softmax(x)ᵀ",
                          "\\operatorname{diag}(\\operatorname{softmax}(x)) - \\operatorname{softmax}(x)\\,\\operatorname{softmax}(x)^\\top",
                          "np.diag(special.softmax(x)) - np.outer(special.softmax(x), special.softmax(x))",
                          ""}));
static_assert(is_written(diff(x/norm2(x), x),
                         {"Iₙ/‖x‖ − x·xᵀ/‖x‖³",
                          "\\frac{I_{n}}{\\lVert x\\rVert} - \\frac{x\\,x^\\top}{\\lVert x\\rVert^{3}}",
                          "np.eye(x.shape[0])/np.linalg.norm(x) - np.outer(x, x)/np.linalg.norm(x)**3",
                          "Identity(n)/sqrt(Trace(x.T*x)) - x*x.T/sqrt(Trace(x.T*x))**3"}));
static_assert(is_written(gradient(norm2(W), wrt(W))[W],
                         {"W/‖W‖_F",
                          "\\frac{W}{\\lVert W\\rVert_{F}}",
                          "W/np.linalg.norm(W)",
                          "W/sqrt(Trace(W.T*W))"}));
static_assert(is_written(mean(pow<3>(x)),
                         {"sum(x⊙³)/n",
                          "\\frac{\\operatorname{sum}(x^{\\circ 3})}{n}",
                          "np.sum(x**3)/x.shape[0]",
                          "Trace(OneMatrix(1, n)*(HadamardPower(x, 3)))/n"}));
static_assert(is_written(gradient(mean(sqrt(W)), wrt(W))[W],
                         {"W⊙^(−1/2)/(2·m·n)",
                          "\\frac{W^{\\circ -1/2}}{2\\,m\\,n}",
                          "1/np.sqrt(W)/(2*W.shape[0]*W.shape[1])",
                          "HadamardPower(W, Rational(-1, 2))/(2*m*n)"}));
static_assert(is_written(hadamard(pow<2>(x), pow<-1>(u)),
                         {"x⊙² ⊘ u",
                          "x^{\\circ 2} \\oslash u",
                          "x**2/u",
                          "HadamardProduct(HadamardPower(u, -1), HadamardPower(x, 2))"}));
static_assert(is_written(pow<-1>(u),
                         {"u⊙⁻¹",
                          "u^{\\circ -1}",
                          "1/u",
                          "HadamardPower(u, -1)"}));
static_assert(is_written(identity<"n"> - ones<"n">*transpose(x),
                         {"Iₙ − 𝟏ₙ·xᵀ",
                          "I_{n} - \\mathbf{1}_{n}\\,x^\\top",
                          "np.eye(x.shape[0]) - np.outer(np.ones(x.shape[0]), x)",
                          "Identity(n) - OneMatrix(n, 1)*x.T"}));
static_assert(is_written(ones<"m", "n">,
                         {"𝟏ₘ·𝟏ₙᵀ",
                          "\\mathbf{1}_{m}\\,\\mathbf{1}_{n}^\\top",
                          "np.ones((m, n))",
                          "OneMatrix(m, n)"}));
static_assert(is_written(W - W,
                         {"0",
                          "0",
                          "np.zeros((m, n))",
                          "ZeroMatrix(m, n)"}));
static_assert(is_written(tr(X*K*X),
                         {"tr(K·X·X)",
                          "\\operatorname{tr}(K\\,X\\,X)",
                          "np.trace(K @ X @ X)",
                          "Trace(K*X*X)"}));
static_assert(is_written(gradient(sum(exp(W*x)), wrt(W))[W],
                         {"exp(W·x)·xᵀ",
                          "\\exp(W\\,x)\\,x^\\top",
                          "np.outer(np.exp(W @ x), x)",
                          "(W*x).applyfunc(exp)*x.T"}));
static_assert(is_written(pow<2>(transpose(u))*X,
                         {"(uᵀ⊙²)·X",
                          "((u^\\top)^{\\circ 2})\\,X",
                          "(u**2) @ X",
                          "(HadamardPower(u.T, 2))*X"}));
static_assert(is_written(hadamard(X, transpose(X)),
                         {"X ⊙ Xᵀ",
                          "X \\odot X^\\top",
                          "X*X.T",
                          "HadamardProduct(X, X.T)"}));
static_assert(is_written(diag(x),
                         {"diag(x)",
                          "\\operatorname{diag}(x)",
                          "np.diag(x)",
                          "DiagMatrix(x)"}));
static_assert(is_written(diagonal(X),
                         {"diagonal(X)",
                          "\\operatorname{diagonal}(X)",
                          "np.diag(X)",
                          "(HadamardProduct(X, Identity(n))*OneMatrix(n, 1))"}));
static_assert(is_written(outer(x, u)*X/3_c,
                         {"x·uᵀ·X/3",
                          "\\frac{x\\,u^\\top\\,X}{3}",
                          "np.outer(x, u @ X)/3",
                          "x*u.T*X/3"}));
static_assert(is_written(transpose(W*x - y)*W,
                         {"(W·x − y)ᵀ·W",
                          "(W\\,x - y)^\\top\\,W",
                          "(W @ x - y) @ W",
                          "(W*x - y).T*W"}));
static_assert(is_written(inv(transpose(X)),
                         {"X⁻ᵀ",
                          "X^{-\\top}",
                          "np.linalg.inv(X).T",
                          "X.inv().T"}));
static_assert(is_written(transpose(x)*K*x/dot(x, x),
                         {"xᵀ·K·x/‖x‖²",
                          "\\frac{x^\\top\\,K\\,x}{\\lVert x\\rVert^{2}}",
                          "x @ K @ x/np.linalg.norm(x)**2",
                          "Trace(x.T*K*x)/Trace(x.T*x)"}));
static_assert(is_written(norm1(x),
                         {"sum(abs(x))",
                          "\\operatorname{sum}(\\left|x\\right|)",
                          "np.sum(np.abs(x))",
                          "Trace(OneMatrix(1, n)*x.applyfunc(Abs))"}));
static_assert(is_written((1_c/2_c)*ones<"n"> + x,
                         {"x + 1/2",
                          "x + \\frac{1}{2}",
                          "x + 1/2",
                          "x + Rational(1, 2)*OneMatrix(n, 1)"}));

// MathML.
static_assert(mathml(gradient(squares, wrt(W))[W]) ==
              "<math><mn>2</mn><mo rspace=\"0.17em\">&#8290;</mo><mrow><mo stretchy=\"false\">(</mo><mi>W</mi><mo rspace=\"0.17em\">&#8290;</mo>"
              "<mi>x</mi><mo>−</mo><mi>y</mi><mo stretchy=\"false\">)</mo></mrow><mo rspace=\"0.17em\">&#8290;</mo><msup><mrow><mi>x</mi></mrow>"
              "<mi>⊤</mi></msup></math>");
static_assert(mathml(inv(transpose(X))) == "<math><msup><mrow><mi>X</mi></mrow><mrow><mo>−</mo><mi>⊤</mi></mrow></msup></math>");
static_assert(mathml(norm2(W)) == "<math><msub><mrow><mo>‖</mo><mi>W</mi><mo>‖</mo></mrow><mi>F</mi></msub></math>");
static_assert(mathml(pow<2>(x)) ==
              "<math><msup><mrow><mi>x</mi></mrow><mrow><mo lspace=\"0\" rspace=\"0\">∘</mo><mn>2</mn></mrow></msup></math>");
static_assert(mathml(logdet(X)) == "<math><mi>log</mi><mrow><mo>|</mo><mi>det</mi><mo stretchy=\"false\">(</mo><mi>X</mi>"
                                   "<mo stretchy=\"false\">)</mo><mo>|</mo></mrow></math>");
static_assert(mathml(identity<"n">) == "<math><msub><mi>I</mi><mrow><mi>n</mi></mrow></msub></math>");

// Two names are never written alike; a size gives way.
inline constexpr vector<"m", "m"> sized;
inline constexpr vector<"theta", "m"> theta;
inline constexpr vector<"θ", "m"> greek;
static_assert(latex(mean(sized) + dot(theta, greek)) == "\\theta^\\top\\,\\mathrm{u03b8} + \\frac{\\operatorname{sum}(m)}{\\mathrm{m\\_2}}");

// Fractions in parentheses make these tall; powers of what has an exponent stand in parentheses.
static_assert(latex(W * (x / c + u)) == "W\\,\\left(u + \\frac{x}{\\lambda}\\right)");
static_assert(latex(pow<2>(logdet(X))) == "(\\log\\left|\\det(X)\\right|)^{2}");
static_assert(latex(where(x < u, sin(x), x)) == "\\begin{cases} \\sin(x) & \\text{if } x < u \\\\ x & \\text{otherwise} \\end{cases}");
static_assert(python(where(x < u, sin(x), pow<3>(x))) == "np.where(x < u, np.sin(x), x**3)" && python(abs(x)) == "np.abs(x)");

// Graphs have shapes.
inline constexpr vector<"v", 3> v;
static_assert(json(dot(v, v) * v) == R"({"nodes": [
  {"op": "number", "number": "1"},
  {"op": "number", "number": "3"},
  {"op": "symbol", "name": "v", "shape": [3, 1]},
  {"op": "call", "function": "transpose", "operands": [2], "shape": [1, 3]},
  {"op": "call", "function": "*", "operands": [3, 2]},
  {"op": "product", "operands": [2, 4], "shape": [3, 1]}
], "results": [5]}
)");
static_assert(json(K).find(R"({"op": "size", "name": "n"})") != text_view::npos);
static_assert(json(K).find(R"("name": "K", "shape": ["n", "n"], "symmetric": true)") != text_view::npos);
constexpr auto picture = dot(gradient(squares, wrt(W, x)));
static_assert(picture.find("n3 -> n5 [label=\"1: m x n\"]") != text_view::npos && picture.find("-> r1 [label=\"n x 1\"]") != text_view::npos);
static_assert(picture.find("label=\"n\"") == text_view::npos && dot(mean(x)).find("label=\"n\"") != text_view::npos);

// Parts that occur more than once, and what `let` names.
namespace with_parts {
inline constexpr matrix<"W1", "h", "d"> W1;
inline constexpr vector<"b1", "h"> b1;
inline constexpr matrix<"W2", 10, "h"> W2;
inline constexpr vector<"b2", 10> b2;
inline constexpr vector<"x", "d"> input;
inline constexpr vector<"y", 10> target;
constexpr auto hidden = let<"h">(sigmoid(W1 * input + b1));
constexpr auto z = let<"z">(W2 * hidden + b2);
constexpr auto loss = logsumexp(z) - dot(target, z);
constexpr auto slopes = gradient(loss, wrt(W1, b1, W2, b2));
static_assert(text(shared(loss)) == "h = sigmoid(W1*x + b1)\nz = W2*h + b2\nlogsumexp(z) - y'*z");
static_assert(text(shared(slopes)) == "h = sigmoid(W1*x + b1)\nz = W2*h + b2\nt1 = softmax(z)\nt2 = h.*(W2'*(t1 - y)).*(1 - h)\nd/dW1 = t2*x'\nd/db1 = t2\n"
                                      "d/dW2 = (t1 - y)*h'\nd/db2 = t1 - y");
static_assert(python(shared(slopes[W2])) == "h = 1/(1 + np.exp(-(W1 @ x + b1)))\nz = W2 @ h + b2\nnp.outer(special.softmax(z) - y, h)");
static_assert(latex(shared(loss)) == "\\begin{aligned}\nh &= \\sigma(W_{1}\\,x + b_{1}) \\\\\nz &= W_{2}\\,h + b_{2} \\\\\n"
                                     "& \\operatorname{logsumexp}(z) - y^\\top\\,z\n\\end{aligned}");
constexpr auto read = formula<"h = sigmoid(W1*x + b1)\nz = W2*h + b2\nlogsumexp(z) - y'*z", decltype(W1), decltype(b1), decltype(W2), decltype(b2),
                              decltype(input), decltype(target)>;
static_assert(read == loss && text(shared(inv(X) * x + inv(X) * u)) == "t1 = inv(X)\nt1*u + t1*x");
static_assert(text(shared(mean(b1) * sum(let<"h">(exp(b1))))) == "sum(b1)*sum(exp(b1))/h");  // the size h is written
}  // namespace with_parts
