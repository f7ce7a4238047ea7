// Derivations of vectors and matrices by differentials, line by line.
#include <leibniz/derivation/matrix.hpp>
#include <leibniz/document/derivation_document.hpp>
#include <leibniz/document/markdown.hpp>
#include <leibniz/document/terminal.hpp>

using namespace leibniz;

namespace {

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;
constexpr vector<"y", "m"> y;
constexpr matrix<"X", "n", "n"> X;

constexpr auto loss = pow<2>(norm2(W*x - y));
constexpr auto steps = derivation(loss, W);
constexpr auto all_rules = derivation(loss, W, every_rule);

constexpr bool says(derivation_line l, text_view rule, text_view before, text_view after, text_view pattern = "") {
    return l.rule == rule && l.before == before && l.after == after && l.pattern == pattern;
}

namespace main_form {
constexpr auto lines = leibniz::lines<text_style>(steps);
static_assert(lines.size() == 6);
static_assert(says(lines[0], "definition", "L", "norm2(u)^2"));
static_assert(says(lines[1], "definition", "u", "W*x - y"));
static_assert(says(lines[2], "differential of a square", "dL", "2*u'*du"));
static_assert(says(lines[3], "sum rule", "du", "dW*x"));
static_assert(says(lines[4], "put together", "dL", "2*u'*dW*x"));
static_assert(says(lines[5], "identification", "∂L/∂W", "2*u*x' = 2*(W*x - y)*x'", "dL = dot(∂L/∂W, dW)"));
static_assert(gradient(loss, wrt(W))[W] == 2_c*(W*x - y)*transpose(x));
}  // namespace main_form

namespace every_part {
constexpr auto lines = leibniz::lines<text_style>(all_rules);
static_assert(lines.size() == 7 && lines[1].depth == 1 && lines[2].depth == 2);
static_assert(says(lines[0], "differential of a square", "d(norm2(W*x - y)^2)", "2*(W*x - y)'*d(W*x - y)", "d(norm2(u)^2) = 2*u'*du, u = W*x - y"));
static_assert(says(lines[1], "sum rule", "d(W*x - y)", "d(W*x) - dy"));
static_assert(says(lines[2], "constant factor", "d(W*x)", "dW*x"));
static_assert(says(lines[3], "constant", "dy", "zeros(m, 1)"));
static_assert(says(lines[4], "put together", "", "dW*x"));
static_assert(says(lines[5], "put together", "", "2*(W*x - y)'*dW*x"));
static_assert(says(lines[6], "identification", "∂/∂W norm2(W*x - y)^2", "2*(W*x - y)*x'", "dL = dot(∂L/∂W, dW)"));

constexpr matrix<"dW", "m", "n"> D;
static_assert(text(jvp(W*x - y, W, D)) == lines[4].after && text(jvp(loss, W, D)) == lines[5].after);
}  // namespace every_part

// Other forms.
static_assert(lines(steps)[2].after == "2·uᵀ·du" && lines(steps).back().pattern == "dL = ⟨∂L/∂W, dW⟩");
static_assert(lines<latex_style>(steps)[4].after == "2\\,u^\\top\\,\\mathrm{d}W\\,x");
static_assert(lines<latex_style>(steps)[5].pattern == "\\mathrm{d}L = \\left\\langle \\frac{\\partial L}{\\partial W}, \\mathrm{d}W\\right\\rangle");
static_assert(lines<mathml_style>(steps)[3].before == "<mrow><mi mathvariant=\"normal\">d</mi><mi>u</mi></mrow>");
static_assert(text(written_out(steps)) ==
              "What is differentiated\n"
              "  L = norm2(u)^2\n"
              "  u = W*x - y\n"
              "\n"
              "Differentials, and the derivative\n"
              "  part   rule                                 formula\n"
              "  dL     differential of a square             2*u'*du\n"
              "  du     sum rule                             dW*x\n"
              "  dL     put together                         2*u'*dW*x\n"
              "  ∂L/∂W  identification: dL = dot(∂L/∂W, dW)  2*u*x' = 2*(W*x - y)*x'\n");
static_assert(markdown(written_out(all_rules)).view().find("| 1.1.1 | $\\mathrm{d}(W\\,x) = \\mathrm{d}W\\,x$ | constant factor |") != text_view::npos);

// The rules of functions of whole matrices, from their pullbacks.
constexpr auto inverse = lines<text_style>(derivation(tr(inv(X)), X, every_rule));
static_assert(says(inverse[0], "differential of tr", "d(tr(inv(X)))", "tr(d(inv(X)))", "d(tr(u)) = tr(du), u = inv(X)"));
static_assert(says(inverse[1], "differential of inv", "d(inv(X))", "-inv(X)*dX*inv(X)"));
static_assert(inverse.back().after == "-inv(X)'*inv(X)'");
constexpr auto determinant = lines<text_style>(derivation(logdet(W*transpose(W)), W));
static_assert(says(determinant[2], "differential of logdet", "dL", "sum(inv(u).*du)"));
static_assert(says(determinant[3], "product rule", "du", "W*dW' + dW*W'"));

// Names of `let` stay; a step stands in its own differential by its name.
constexpr matrix<"A", "k", "m"> A;
constexpr vector<"t", "k"> t;
constexpr auto h = let<"h">(sigmoid(W*x));
constexpr auto z = let<"z">(A*h);
constexpr auto network = lines<text_style>(derivation(logsumexp(z) - dot(t, z), A));
static_assert(says(network[0], "definition", "L", "logsumexp(z) - t'*z") && says(network[1], "definition", "z", "A*h"));
static_assert(says(network[2], "definition", "h", "sigmoid(W*x)") && says(network[3], "sum rule", "dL", "(softmax(z) - t)'*dz"));
static_assert(network.size() == 7 && says(network[4], "constant factor", "dz", "dA*h"));
static_assert(network.back().after == "(softmax(z) - t)*h' = (softmax(A*sigmoid(W*x)) - t)*sigmoid(W*x)'");
constexpr auto layer = lines<text_style>(derivation(sum(h), W));
static_assert(says(layer[1], "definition", "h", "sigmoid(u)") && says(layer[4], "differential of sigmoid", "dh", "h.*(1 - h).*du"));

// What varies by row stays inside a mean over rows.
static_assert(lines<text_style>(derivation(mean(loss), W))[2].after == "2*mean(u'*du)");

// A vector by a vector; by a number; what does not occur.
constexpr symbol<"c"> c;
constexpr auto map = lines<text_style>(derivation(sigmoid(W*x), x));
static_assert(says(map.back(), "identification", "∂L/∂x", "diag(sigmoid(W*x).*(1 - sigmoid(W*x)))*W", "dL = ∂L/∂x*dx"));
static_assert(lines<text_style>(derivation(c*norm2(x), c)).back().after == "norm2(x)");
static_assert(lines<text_style>(derivation(norm2(x), y)).back().after == "zeros(m, 1)");

// Models of numbers alone are derived as they are without this header.
static_assert(lines<text_style>(derivation(pow<2>(c - 1_c), c)).size() == 2);

// A symbol that is called as a differential would be.
constexpr vector<"dx", "n"> dx;
static_assert(lines<text_style>(derivation(dot(x, dx), x))[1].after == "dx'*d(x)");

}  // namespace
