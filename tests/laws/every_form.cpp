// In every form: no sign follows an operator, there is no factor 1, and all brackets and elements close.
#include "../catch.hpp"
#include "all.hpp"
#include "formulas.hpp"
#include "random_model.hpp"

#include <leibniz/notation.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace leibniz;

namespace {

struct rewriting {
    std::string_view from, to;
};

/// A form in the signs of ASCII, without spaces: the first rewriting that fits.
std::string in_ascii(std::string_view text, std::vector<rewriting> const& signs) {
    std::string out;
    while (!text.empty()) {
        std::size_t length = 1;
        std::string_view to = text[0] == ' ' ? std::string_view() : text.substr(0, 1);
        for (rewriting const& r : signs)
            if (text.substr(0, r.from.size()) == r.from) {
                length = r.from.size(), to = r.to;
                break;
            }
        out += to;
        text.remove_prefix(length);
    }
    return out;
}

std::string_view complaint(std::string_view text, bool takes_one = false) {
    std::string open;
    for (std::size_t k = 0; k < text.size(); ++k) {
        char const c = text[k], before = k > 0 ? text[k - 1] : '(';
        auto const is_operator = [](char o) { return std::string_view("+-*/^").find(o) != std::string_view::npos; };
        if ((c == '-' || c == '+') && is_operator(before)) return "a sign behind an operator";
        if (c == '(' || c == '[' || c == '{') open.push_back(c == '(' ? ')' : c == '[' ? ']' : '}');
        if (c == ')' || c == ']' || c == '}') {
            if (open.empty() || open.back() != c) return "a bracket that was not opened";
            if (before == '(' && k > 1 && is_operator(text[k - 2])) return "nothing between brackets";
            open.pop_back();
        }
        if (takes_one || c != '1' || leibniz::detail::is_letter(before) || leibniz::detail::is_digit(before) || before == '.') continue;
        char const after = k + 1 < text.size() ? text[k + 1] : ')';
        if (leibniz::detail::is_digit(after) || after == '.') continue;
        if (after == '*' || before == '*') return "a factor 1";
        if (before == '/' || before == '^') return "divided by 1, or to the power 1";
    }
    return open.empty() ? "" : "a bracket that is not closed";
}
std::string_view complaint_about_elements(std::string_view text) {
    std::vector<std::string_view> open;
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        std::string_view const tag = text.substr(at + 1, text.find_first_of(" >", at) - at - 1);
        if (tag[0] != '/') open.push_back(tag);
        else if (open.empty() || open.back() != tag.substr(1)) return "an element that was not opened";
        else open.pop_back();
    }
    return open.empty() ? "" : "an element that is not closed";
}

template <class Style>
std::string form(view of) {
    buffer<char> const letters = written_text<Style>(of);
    return {letters.begin(), letters.end()};
}
/// What the function of C returns, and what it computes before.
std::string c_body(graph const& g, int root) {
    program const p = compiled(g, root);
    buffer<char> const letters = detail::c_writer(detail::seen_program(p), "f", true).result();
    std::string const all(letters.begin(), letters.end());
    return all.substr(all.find("\ndouble f("));
}

std::vector<rewriting> const none, unicode_signs = {{"·", "*"}, {"−", "-"}, {"⁻", "-"}, {"¹⁰", "^10"}, {"¹¹", "^11"}, {"¹²", "^12"}, {"¹³", "^13"},
                                              {"¹⁴", "^14"}, {"¹⁵", "^15"}, {"¹⁶", "^16"}, {"¹⁷", "^17"}, {"¹⁸", "^18"}, {"¹⁹", "^19"}, {"¹", "^1"}},
                             latex_signs = {{"\\,", "*"}, {" \\cdot ", "*"}, {"\\left", ""}, {"\\right", ""}, {"^{1}", "^1"}, {"}{1}", "}/1"}},
                             mathml_signs = {{"<mo rspace=\"0.17em\">&#8290;</mo>", "*"}, {"<mo>·</mo>", "*"}, {"<mo>−</mo>", "-"}, {"<mo>+</mo>", "+"}, {"<mn>", ""},
                                             {"</mn>", ""}, {"<mo stretchy=\"false\">(</mo>", "("}, {"<mo stretchy=\"false\">)</mo>", ")"}, {"<mo>(</mo>", "("}, {"<mo>)</mo>", ")"}, {"<mo>{</mo>", ""}},
                             python_signs = {{"**", "^"}};

/// What Python writes out for a function may have its operand as a factor: `takes_one`.
void check(graph const& g, int root, bool takes_one) {
    view const of = whole(g, root);
    struct {
        std::string_view style;
        std::string text;
        std::vector<rewriting> const& signs;
    } const forms[] = {{"Unicode", form<unicode_style>(of), unicode_signs}, {"LaTeX", form<latex_style>(of), latex_signs},
                       {"MathML", form<mathml_style>(of), mathml_signs},    {"NumPy", form<python_style>(of), python_signs},
                       {"SymPy", form<sympy_style>(of), python_signs},      {"C", c_body(g, root), none}};
    for (auto const& f : forms) {
        CAPTURE(f.style, f.text);
        CHECK(complaint(in_ascii(f.text, f.signs), takes_one && f.style.ends_with("Py")) == "");
        if (f.style == "MathML") CHECK(complaint_about_elements(f.text) == "");
    }
}

std::vector<function const*> functions_with_names() {
    std::vector<function const*> all;
    for_every_function([&]<class F>(F) {
        if constexpr (F::arity >= 1 && F::arity <= 3)
            if (detail::is_letter(row<F>::descriptor.name[0])) all.push_back(&row<F>::descriptor);
    });
    return all;
}

}  // namespace

TEST_CASE("the law objects to what it should") {
    for (char const* text : {"x+-y", "x--y", "x*-y", "1*x", "x*1", "(x", "x)", "(x]", "x/1", "x^1", "x^+y"}) CHECK(complaint(text) != "");
    for (char const* text : {"x-(-y)", "11*x", "x1*y", "0.1*x", "x^(1/3)", "1/x", "1-x", "f()"}) CHECK(complaint(text) == "");
    CHECK(complaint_about_elements("<a><b></a></b>") != "");
    CHECK(complaint_about_elements("<a><b c=\"d\"></b></a>") == "");
}

TEST_CASE("models and their derivatives are sound in every form") {
    int checked = 0;
    for (std::vector<function const*> const& functions : {std::vector<function const*>(), functions_with_names()}) {
        random_models draw(11, functions);
        for (int m = 0; m < 1000; ++m) {
            draw.forget();
            graph g(rules);
            int const root = lowering(g)(draw.next(4));
            if (g.faults.overflowed) continue;
            CAPTURE(m, printed(g, root));
            check(g, root, !functions.empty());
            int const slope = differentiate(g, root, g.symbol("x"));
            if (g.faults.overflowed || g.faults.lacks_partials || printed(g, slope).size() > 2000) continue;
            check(g, slope, !functions.empty());
            ++checked;
        }
    }
    CHECK(checked > 1500);
}
