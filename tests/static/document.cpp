// A document as data, and what each of its forms makes of the same blocks.
#include <leibniz/document/html.hpp>
#include <leibniz/document/markdown.hpp>
#include <leibniz/document/terminal.hpp>
#include <leibniz/document/latex_document.hpp>

using namespace leibniz;

namespace {

constexpr mathematics letter(char const* name) { return {name, name, characters("<mi>") + name + "</mi>"}; }
constexpr mathematics number(char const* digits) { return {digits, digits, characters("<mn>") + digits + "</mn>"}; }

constexpr document hand_calculation() {
    mathematics const x{"x_1 < 2", "x_1<2", "<mi>x</mi>"}, four = number("4");
    buffer<buffer<prose>> rows;
    rows.push(cells(letter("ŷ"), letter("w"), number("3"), four));
    rows.push(cells(letter("loss"), x, four, four));  // its numbers are the value: said once
    rows.push(cells(letter("b"), four, four, four));
    document d;
    return d.heading(1, "A & B").paragraph(prose("a_b ") + x + prose::code("<i>")).equations("forward", cells("", "formula", "in numbers", "value"), rows);
}

static_assert(text(hand_calculation()) ==
              "A & B\n"
              "=====\n"
              "\n"
              "a_b x_1 < 2<i>\n"
              "\n"
              "forward\n"
              "  ŷ    = w       = 3 = 4\n"
              "  loss = x_1 < 2 = 4\n"
              "  b    = 4\n");

static_assert(markdown(hand_calculation()) ==
              "# A \\& B\n"
              "\n"
              "a\\_b $x_1\\lt 2$<code>\\<i\\></code>\n"
              "\n"
              "forward\n"
              "\n"
              "|  | formula | in numbers | value |\n"
              "|---|---|---|---|\n"
              "| $ŷ$ | $w$ | $3$ | $4$ |\n"
              "| $loss$ | $x_1\\lt 2$ | $4$ | $4$ |\n"
              "| $b$ | $4$ | $4$ | $4$ |\n");

static_assert(latex(hand_calculation()) ==
              "\\section*{A \\& B}\n"
              "\n"
              "a\\_b $x_1<2$\\texttt{<i>}\n"
              "\n"
              "\\paragraph{forward}\n"
              "\\begin{align*}\n"
              "ŷ &= w = 3 = 4 \\\\\n"
              "loss &= x_1<2 = 4 \\\\\n"
              "b &= 4\n"
              "\\end{align*}\n");

static_assert(html(hand_calculation()) ==
              "<h1 id=\"section1\">A &amp; B</h1>\n"
              "<p>a_b <math><mi>x</mi></math><code>&lt;i&gt;</code></p>\n"
              "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-labelledby=\"table1\"><table>\n"
              "<caption id=\"table1\">forward</caption>\n"
              "<thead><tr><td></td><th scope=\"col\">formula</th><th scope=\"col\">in numbers</th><th scope=\"col\">value</th></tr></thead>\n"
              "<tbody>\n"
              "<tr><th scope=\"row\"><math><mi>ŷ</mi></math></th><td><math><mi>w</mi></math></td><td><math><mn>3</mn></math></td><td><math><mn>4</mn></math></td></tr>\n"
              "<tr><th scope=\"row\"><math><mi>loss</mi></math></th><td><math><mi>x</mi></math></td><td><math><mn>4</mn></math></td><td><math><mn>4</mn></math></td></tr>\n"
              "<tr><th scope=\"row\"><math><mi>b</mi></math></th><td><math><mn>4</mn></math></td><td><math><mn>4</mn></math></td><td><math><mn>4</mn></math></td></tr>\n"
              "</tbody></table></div>\n");

// Words that would be commands elsewhere are words.
constexpr text_view hostile = "1. </p>\x1b[31m\\end{align*} $x$ `|` \"'&%~^{}#\n2";
constexpr document words() { return document().paragraph(hostile); }
constexpr document cell() {
    buffer<buffer<prose>> rows;
    rows.push(cells(hostile, prose::link("a", "javascript:\"<|)")));
    return document().table("t", cells("", ""), rows);
}
static_assert(text(words()) == "1. </p>[31m\\end{align*} $x$ `|` \"'&%~^{}# 2\n");
static_assert(markdown(words()) == "1\\. \\</p\\>\\[31m\\\\end{align\\*} \\$x\\$ \\`\\|\\` \"'\\&%\\~^{}\\# 2\n");
static_assert(latex(words()) == "1. </p>{[}31m\\textbackslash{}end\\{align*\\} \\$x\\$ `|` \"'\\&\\%\\textasciitilde{}\\textasciicircum{}\\{\\}\\# 2\n");
static_assert(html(words()) == "<p>1. &lt;/p&gt;[31m\\end{align*} $x$ `|` &quot;&#39;&amp;%~^{}#\n2</p>\n");
static_assert(html(cell()).view().find("<a href=\"javascript:&quot;&lt;|)\">a</a>") != text_view::npos);
static_assert(markdown(cell()).view().find("[a](javascript:\"%20%20%29) |\n") != text_view::npos);

// Code ends nowhere but at its end.
constexpr document code() { return document().code("a  b\n```\n\\end{quote}"); }
static_assert(text(code()) == "    a  b\n    ```\n    \\end{quote}\n");
static_assert(markdown(code()) == "````\na  b\n```\n\\end{quote}\n````\n");
static_assert(latex(code()) == "\\begin{quote}\\ttfamily\\obeylines\na~~b\n```\n\\textbackslash{}end\\{quote\\}\n\\end{quote}\n");
static_assert(html(code()) == "<pre tabindex=\"0\"><code>a  b\n```\n\\end{quote}</code></pre>\n");

// What is too long for a line of paper is there as text, too; a long listing can stand in columns.
constexpr characters repeated(text_view text, int times) {
    characters all;
    for (int k = 0; k < times; ++k) all += text;
    return all;
}
constexpr characters row_of(int terms) {
    mathematics formula{"", "", "<mi>x</mi>"};
    for (int k = 0; k < terms; ++k) formula.text += "x + ";
    buffer<buffer<prose>> rows;
    rows.push(cells(letter("w"), formula, formula));
    return html(document().equations("t", cells("", "formula", "in numbers"), rows));
}
static_assert(row_of(17).view().find("long") == text_view::npos);
static_assert(row_of(18).view().find("<td><span class=\"long\"><math><mi>x</mi></math><code>x + x + ") != text_view::npos);
static_assert(html(document().code(repeated("a\n", 60))).view().find("<pre tabindex") == 0);
static_assert(html(document().code(repeated("a\n", 61))).view().find("<pre class=\"long\" tabindex") == 0);

// A picture has a name and a description for who cannot see it.
constexpr document picture() { return document().picture("A & B", "what it shows", "<svg width=\"9\"><g/></svg>"); }
static_assert(text(picture()) == "A & B: what it shows\n");
static_assert(latex(picture()) == "\\begin{quote}\\textbf{A \\& B}: what it shows\\end{quote}\n");
// A table of words may have lines on a narrow screen.
static_assert(html(document().table("words", cells("a"), {})).view().find("<table class=\"words\">\n<caption") != text_view::npos);

static_assert(html(picture()).view().find("<svg width=\"9\" role=\"img\" aria-labelledby=\"picture1-title picture1-words\">"
                                          "<title id=\"picture1-title\">A &amp; B</title><desc id=\"picture1-words\">what it shows</desc><g/></svg>") !=
              text_view::npos);
static_assert(markdown(picture()).view().find("<figure>\n<svg ") == 0);

// A whole page: its title is the first heading; a table of contents stands before the second of several parts.
constexpr document parts() {
    return document().heading(1, "T").heading(2, "One", "one").list(cells("a", prose::strong("b"))).heading(2, "Two");
}
static_assert(html_page(parts()).view().find("<html lang=\"en\">") != text_view::npos);
static_assert(html_page(parts()).view().find("<title>T</title>") != text_view::npos);
static_assert(html_page(parts()).view().find("<li><a href=\"#one\">One</a></li>\n<li><a href=\"#section3\">Two</a></li>\n</ol></nav>\n"
                                             "<h2 id=\"one\">One</h2>\n<ul>\n<li>a</li>\n<li><strong>b</strong></li>\n</ul>\n<h2 id=\"section3\">Two</h2>\n") !=
              text_view::npos);
static_assert(html_page(words()).view().find("<nav") == text_view::npos);

}  // namespace
