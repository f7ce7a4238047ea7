// The lines of a derivation as data, in every style, during compilation.
#include <leibniz/leibniz.hpp>
#include <leibniz/document/derivation_document.hpp>
#include <leibniz/document/markdown.hpp>
#include <leibniz/document/terminal.hpp>
#include <leibniz/document/latex_document.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

constexpr auto loss = pow<2>(w * x - y);
constexpr auto steps = derivation(loss, w);
constexpr auto all_rules = derivation(loss, w, every_rule);

static_assert(lines(steps).size() == 5);
static_assert(lines(steps)[0].rule == "definition" && lines(steps)[0].before == "L" && lines(steps)[0].after == "(w·x − y)²");
static_assert(lines(steps)[2].rule == "power rule" && lines(steps)[2].before == "∂L/∂u" && lines(steps)[2].after == "2u");
static_assert(lines(steps).back().after == "∂L/∂u · ∂u/∂w = 2·x·(w·x − y)");
static_assert(lines<text_style>(steps).back().after == "∂L/∂u * ∂u/∂w = 2*x*(w*x - y)");
static_assert(lines<latex_style>(steps).back().after == "\\frac{\\partial L}{\\partial u} \\cdot \\frac{\\partial u}{\\partial w} = 2\\,x\\,(w\\,x - y)");

constexpr int deepest() {
    int most = 0;
    for (derivation_line const l : lines(all_rules)) most = l.depth > most ? l.depth : most;
    return most;
}
static_assert(deepest() == 2);
static_assert(lines(all_rules)[0].pattern == "∂/∂u u² = 2u, u = w·x − y");
static_assert(lines(derivation(x / x, x))[0].condition == "x ≠ 0");
static_assert(lines<text_style>(derivation(x / x, x))[0].condition == "x != 0");

static_assert(text(written_out(steps)) ==
              "What is differentiated\n"
              "  L = (w*x - y)^2\n"
              "  u = w*x - y\n"
              "Derivatives\n"
              "  ∂L/∂u = 2*u\n"
              "  ∂u/∂w = x\n"
              "  ∂L/∂w = ∂L/∂u * ∂u/∂w = 2*x*(w*x - y)\n");
static_assert(markdown(written_out(steps)).view().find("| $\\frac{\\partial u}{\\partial w}$ | $x$ |\n") != text_view::npos);
static_assert(latex(written_out(steps)).view().find("\\frac{\\partial L}{\\partial u} &= 2\\,u \\\\\n") != text_view::npos);
static_assert(text(written_out(all_rules)).view().find("  1.1.2  ∂/∂w y = 0 ") != text_view::npos);
static_assert(markdown(written_out(all_rules)).view().find("| 1.1 | $\\frac{\\partial}{\\partial w} (w\\,x - y) = ") != text_view::npos);

}  // namespace
