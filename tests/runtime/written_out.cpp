// Hand calculations as documents: tables in every notation, the graph as a picture, plots.
#include "../catch.hpp"

#include <leibniz/leibniz.hpp>
#include <leibniz/page.hpp>

#include <cstdlib>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr auto loss = let<"loss">(pow<2>(let<"ŷ">(w * x) - y));

std::string as_string(characters const& text) { return std::string(text.view()); }

int count_of(std::string const& text, std::string const& what) {
    int count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
    return count;
}

/// Whether every element is closed, in order; the first that is not, else nothing.
std::string unbalanced(std::string const& xml) {
    std::vector<std::string> open;
    for (auto at = xml.find('<'); at != std::string::npos; at = xml.find('<', at + 1)) {
        auto const end = xml.find('>', at);
        if (end == std::string::npos) return "<";
        std::string const name = xml.substr(at + 1, xml.find_first_of(" >/\n", at + 2) - at - 1);
        if (name[0] == '!' || name == "meta" || xml[end - 1] == '/') continue;
        if (name[0] != '/') open.push_back(name);
        else if (open.empty() || open.back() != name.substr(1)) return name;
        else open.pop_back();
    }
    return open.empty() ? "" : open.back();
}

}  // namespace

TEST_CASE("a hand calculation in Markdown and LaTeX") {
    auto const calculation = backpropagation(loss, wrt(w)).update(0.1_c)(w = 1, x = 2, y = 4);
    std::string const said = as_string(markdown(written_out(calculation)));
    CHECK(said.find("| $\\mathrm{loss}$ | $(\\hat{y} - y)^{2}$ | $(2 - 4)^{2}$ | $4$ |\n") != std::string::npos);
    CHECK(said.find("| $\\frac{\\partial \\mathrm{loss}}{\\partial w}$ | $\\frac{\\partial \\mathrm{loss}}{\\partial \\hat{y}} \\cdot "
                    "\\frac{\\partial \\hat{y}}{\\partial w}$ | $(-4) \\cdot 2$ | $-8$ |\n") != std::string::npos);
    std::string const typeset = as_string(latex(written_out(calculation)));
    CHECK(typeset.find("\\begin{align*}\n\\hat{y} &= w\\,x = 1 \\cdot 2 = 2 \\\\\n\\mathrm{loss} &= (\\hat{y} - y)^{2} = (2 - 4)^{2} = 4\n\\end{align*}\n") !=
          std::string::npos);
    CHECK(typeset.find("w^{\\mathrm{new}} &= w - 0.1 \\cdot \\frac{\\partial \\mathrm{loss}}{\\partial w} = 1 - 0.1 \\cdot (-8) = 1.8\n") != std::string::npos);
}

TEST_CASE("as text, a document of a calculation has the lines that << writes") {
    auto const calculation = backpropagation(loss, wrt(w))(w = 1, x = 2, y = 4);
    std::string const said = as_string(text(written_out(calculation)));
    for (auto const* lines : {&calculation.forward, &calculation.local, &calculation.chain, &calculation.gradient})
        for (auto const& line : *lines) {
            CHECK(said.find("  " + as_string(line.name)) != std::string::npos);
            CHECK(said.find(as_string(line.numbers)) != std::string::npos);
        }
    CHECK(said.find("Forward\n  ŷ    = w*x       = 1*2 = 2\n  loss = (ŷ - y)^2 = (2 - 4)^2 = 4\nLocal derivatives\n") == 0);
}

TEST_CASE("as HTML, formulas are MathML, with fractions and negative numbers in parentheses") {
    auto const thirds = backpropagation(let<"L">(w / x - pow<2>(y)), wrt(y))(w = constant<1, 3>{}, x = constant<2, 7>{}, y = constant<-1, 3>{});
    std::string const page = as_string(html_page(document().heading(1, "Thirds").append(written_out(thirds)).picture("graph", "words", svg(graph_of(thirds)))));
    CHECK(unbalanced(page) == "");
    CHECK(page.find("<mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo><mi>y</mi></mrow></mfrac>") != std::string::npos);
    CHECK(page.find("<mrow><mo stretchy=\"false\">(</mo><mrow><mo>−</mo><mn>1/3</mn></mrow><mo stretchy=\"false\">)</mo></mrow>") != std::string::npos);
    CHECK(page.find('\x01') == std::string::npos);  // no slot is left open
    CHECK(as_string(markdown(written_out(thirds))).find('\x01') == std::string::npos);
    CHECK(as_string(latex(written_out(thirds))).find('\x01') == std::string::npos);
}

TEST_CASE("a derivative that holds the other steps constant has a name of its own in every form") {
    auto const calculation = backpropagation(let<"L">(sin(let<"u">(w * x)) + w), wrt(w))(w = 1.0, x = 2.0);
    document const d = written_out(calculation);
    CHECK(as_string(text(d)).find("  ∂L/∂w = ∂L/∂w (direct) + ∂L/∂u * ∂u/∂w = 1 + (-0.416147)*2 = 0.167706\n") != std::string::npos);
    CHECK(as_string(latex(d)).find("\\left(\\frac{\\partial L}{\\partial w}\\right)_{\\mathrm{direct}} &= 1 \\\\\n") != std::string::npos);
    CHECK(as_string(markdown(d)).find("| $\\frac{\\partial L}{\\partial w}$ | $\\left(\\frac{\\partial L}{\\partial w}\\right)_{\\mathrm{direct}} + "
                                      "\\frac{\\partial L}{\\partial u} \\cdot \\frac{\\partial u}{\\partial w}$ |") != std::string::npos);
    std::string const page = as_string(html_page(document().heading(1, "Direct").append(d)));
    CHECK(unbalanced(page) == "");
    CHECK(page.find("<msub><mrow><mo>(</mo><mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo><mi>w</mi></mrow></mfrac><mo>)</mo></mrow>"
                    "<mtext>direct</mtext></msub>") != std::string::npos);
    CHECK(count_of(page, "direct</mtext>") == 2);
}

TEST_CASE("in LaTeX a long line breaks at its signs of equality") {
    auto const c = backpropagation(let<"L">(pow<2>(let<"h">(sigmoid(w * x)) - y)), wrt(w))(w = 0.5, x = 2.0, y = 1.0);
    std::string const typeset = as_string(latex(written_out(c)));
    CHECK(typeset.find("L &= (h - y)^{2} = ") != std::string::npos);
    CHECK(typeset.find("\\frac{\\partial L}{\\partial w} &= 2\\,x\\,\\sigma(w\\,x)\\,(1 - \\sigma(w\\,x))\\,(\\sigma(w\\,x) - y) \\\\\n&= 2 \\cdot 2\\,\\sigma(") != std::string::npos);
}

TEST_CASE("two symbols have two names throughout a document and its picture") {
    constexpr symbol<"w_1"> below;
    constexpr symbol<"w1"> beside;
    auto const calculation = backpropagation(let<"L">(sin(let<"u">(beside * x)) + below * beside), wrt(below, beside)).update(0.1)(below = 3.0, beside = 1.0, x = 2.0);
    std::string const typeset = as_string(latex(written_out(calculation)));
    for (char const* line : {"u &= w_{1}\\,x = ", "L &= \\sin(u) + \\mathrm{w\\_1}\\,w_{1} = ", "}\\right)_{\\mathrm{direct}} &= \\mathrm{w\\_1} = 3 ",
                             "\\frac{\\partial L}{\\partial \\mathrm{w\\_1}} &= w_{1} = 1 ", "&= \\mathrm{w\\_1} + x\\,\\cos(w_{1}\\,x) = 3 + ",
                             "w_{1}^{\\mathrm{new}} &= w_{1} - 0.1 \\cdot \\frac{\\partial L}{\\partial w_{1}} = ",
                             "\\mathrm{w\\_1}^{\\mathrm{new}} &= \\mathrm{w\\_1} - 0.1 \\cdot \\frac{\\partial L}{\\partial \\mathrm{w\\_1}} = "}) {
        INFO(line);
        CHECK(typeset.find(line) != std::string::npos);
    }
    CHECK(typeset.find("\\mathrm{w1}") == std::string::npos);
    std::string const page = as_string(html_page(document().heading(1, "Names").append(written_out(calculation))));
    CHECK(unbalanced(page) == "");
    CHECK(page.find("<mrow><mo>∂</mo><mi>w_1</mi></mrow>") != std::string::npos);
    std::string const picture = as_string(svg(graph_of(calculation)));
    CHECK(picture.find("∂L/∂w₁ = 2.16771") != std::string::npos);
    CHECK(picture.find("∂L/∂w_1 = 1<") != std::string::npos);
    CHECK(picture.find("L = sin(u) + w_1·w₁") != std::string::npos);

    // What is composed by hand beside it: the names that the calculation has, or those of a formula alone.
    CHECK(as_string(shown_name("w_1", calculation).latex) == "\\mathrm{w\\_1}");
    CHECK(as_string(shown_name("w1", calculation).latex) == "w_{1}");
    CHECK(as_string(shown_name("w_1").latex) == "w_{1}");
    CHECK(as_string(shown_ratio("L", "w_1", calculation).latex) == "\\frac{\\partial L}{\\partial \\mathrm{w\\_1}}");
    CHECK(as_string(shown_ratio("L", "w_1", calculation).mathml) == "<mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo><mi>w_1</mi></mrow></mfrac>");
    CHECK(as_string(shown(below * x, calculation).latex) == "\\mathrm{w\\_1}\\,x");
    CHECK(as_string(shown(below * x, calculation).text) == "w_1*x");
    CHECK(as_string(shown(below * x).latex) == "w_{1}\\,x");

    // A symbol that the model does not have, and one that is called like a constant.
    constexpr symbol<"pi"> pie;
    std::string const absent = as_string(latex(written_out(backpropagation(let<"L">(pie * below), wrt(pie, beside))(pie = 1, below = 2))));
    CHECK(absent.find("\\frac{\\partial L}{\\partial \\mathrm{pi}} &= \\mathrm{w\\_1} = 2 ") != std::string::npos);
    CHECK(absent.find("\\frac{\\partial L}{\\partial w_{1}} &= 0\n") != std::string::npos);
}

TEST_CASE("several steps stand below headings of their own") {
    auto const training = backpropagation(loss, wrt(w)).steps(2, 0.1_c)(w = 1, x = 2, y = 4);
    std::string const said = as_string(markdown(written_out(training)));
    CHECK(said.find("### Step 1\n") == 0);
    CHECK(said.find("### Step 2\n") != std::string::npos);
    CHECK(said.find("### Afterwards\n\nForward\n") != std::string::npos);
    CHECK(said.find("| $\\mathrm{loss}$ | $(\\hat{y} - y)^{2}$ | $(3.92 - 4)^{2}$ | $0.0064$ |\n") != std::string::npos);
}

TEST_CASE("the graph of a calculation: values and derivatives on boxes and arrows") {
    auto const calculation = backpropagation(loss, wrt(w))(w = 1, x = 2, y = 4);
    pictured_graph const g = graph_of(calculation);
    REQUIRE(g.boxes.size() == 5);
    CHECK(as_string(g.boxes[0].formula) == "w");
    CHECK(as_string(g.boxes[0].value) == "1");
    CHECK(as_string(g.boxes[0].derivative) == "∂loss/∂w = −8");
    CHECK(g.boxes[1].derivative.empty());  // by x nobody asked
    CHECK(as_string(g.boxes[4].formula) == "loss = (ŷ − y)²");
    REQUIRE(g.arrows.size() == 4);
    CHECK(as_string(g.arrows[2].value) == "2");
    CHECK(as_string(g.arrows[2].derivative) == "−4");

    // Boxes stand apart, inside of the picture; arrows lead to the right.
    detail::graph_layout const at(g);
    for (int i = 0; i < g.boxes.size(); ++i) {
        CHECK((at[i].x >= 0 && at[i].y >= 0 && at[i].x + at[i].width <= at.width() && at[i].y + at[i].height <= at.height()));
        for (int j = 0; j < i; ++j)
            CHECK((at[i].x + at[i].width <= at[j].x || at[j].x + at[j].width <= at[i].x || at[i].y + at[i].height <= at[j].y || at[j].y + at[j].height <= at[i].y));
    }
    for (auto const& a : g.arrows) CHECK(at[a.from].x + at[a.from].width < at[a.to].x);
    std::string const picture = as_string(svg(g));
    CHECK(unbalanced(picture) == "");
    CHECK(count_of(picture, "<rect") == 5);
    CHECK(count_of(picture, "class=\"head forward\"") == 4);
    CHECK(count_of(picture, "class=\"head backward\"") == 2);
}

TEST_CASE("a graph that is too wide for paper goes from top to bottom; arrows pass boxes by") {
    constexpr symbol<"a"> a;
    constexpr symbol<"b"> b;
    constexpr auto wide = let<"L">(pow<2>(let<"r">(let<"f">(let<"p">(a * let<"s">(pow<2>(x))) + let<"q">(b * x) + w) - y)));
    pictured_graph const g = graph_of(backpropagation(wide, wrt(a, b, w))(a = 1, b = 2, w = 3, x = 4, y = 5));
    detail::graph_layout const at(g);
    CHECK(at.is_downward());
    CHECK(at.width() < 500);
    for (auto const& each : g.arrows) CHECK(at[each.from].y + at[each.from].height < at[each.to].y);
    int bent = 0;
    for (int k = 0; k < g.arrows.size(); ++k) {
        auto const way = at.way(k);
        bent += way.size() > 2;
        for (int c = 1; c + 2 < way.size(); ++c)  // where it passes a layer
            for (int i = 0; i < g.boxes.size(); ++i) {
                bool const beside = way[c].x <= at[i].x || way[c].x >= at[i].x + at[i].width || way[c + 1].y <= at[i].y || way[c].y >= at[i].y + at[i].height;
                CHECK(beside);
            }
    }
    CHECK(bent == 1);  // from q to f
    std::string const picture = as_string(svg(g));
    CHECK(unbalanced(picture) == "");
    CHECK(count_of(picture, "class=\"bent ") == 2);
    CHECK(picture.find(">∂L/∂q</text>") != std::string::npos);
    CHECK(picture.find(">= ") != std::string::npos);

    // A label gives way to another.
    detail::label_places labels;
    auto const first = labels.find({0, 0}, {100, 100}, 4, 4, false), second = labels.find({0, 0}, {100, 100}, 4, 4, false);
    CHECK((first.x == 42 && std::abs(second.y - first.y) >= 16));
}

TEST_CASE("a plot: axes with round marks, lines and dots, logarithms of what is positive") {
    plot p{"x", "y < 1", {}, false};
    p.data.push({"line", {}, {}, false});
    p.data.push({"samples", {}, {}, true});
    for (double at : {0.0, 5.0, 10.0}) {
        p.data[0].xs.push(at), p.data[0].ys.push(0.03 * at);
        p.data[1].xs.push(at), p.data[1].ys.push(0.3);
    }
    std::string const picture = as_string(svg(p));
    CHECK(unbalanced(picture) == "");
    CHECK(count_of(picture, "<circle") == 4);  // three samples and the legend
    CHECK(count_of(picture, "<polyline") == 1);
    for (auto const* mark : {">0<", ">5<", ">10<", ">0.1<", ">0.3<", ">y &lt; 1<"}) CHECK(picture.find(mark) != std::string::npos);

    plot falling{"epoch", "loss", {}, true};
    falling.data.push({"loss", {}, {}, false});
    for (double at : {1.0, 1e-5, 1e-10, 0.0}) falling.data[0].xs.push(falling.data[0].xs.size()), falling.data[0].ys.push(at);
    std::string const logarithmic = as_string(svg(falling));
    CHECK(logarithmic.find(">10⁻⁵<") != std::string::npos);
    CHECK(logarithmic.find(">10⁰<") != std::string::npos);
    CHECK(logarithmic.find("nan") == std::string::npos);
    CHECK(as_string(svg(plot{"x", "y", {}, false})).find("nan") == std::string::npos);  // no data

    plot banded{"x", "y", {}, false};
    banded.data.push({"band", {}, {}, false, {}});
    banded.data.push({"line", {}, {}, false, {}});
    for (double at : {0.0, 10.0}) {
        banded.data[0].xs.push(at), banded.data[0].ys.push(at - 1), banded.data[0].upper.push(at + 1);
        banded.data[1].xs.push(at), banded.data[1].ys.push(at);
    }
    std::string const between = as_string(svg(banded));
    CHECK(between.find("<polygon points=\"64,") != std::string::npos);  // closed, there and back, from the left end
    CHECK(count_of(between, "class=\"band\"") == 2);                  // and in the legend
    CHECK(between.find("class=\"series1\"") != std::string::npos);     // the line has the first colour
}
