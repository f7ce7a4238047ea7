// Reports of a fit: figures with as many digits as their errors warrant, every form, and what has no errors.
#include "../catch.hpp"

#include <leibniz/fit.hpp>
#include <leibniz/fit/report_html.hpp>
#include <leibniz/fit/report_json.hpp>
#include <leibniz/fit/report_latex.hpp>
#include <leibniz/fit/report_markdown.hpp>
#include <leibniz/fit/report_text.hpp>

#include <limits>
#include <sstream>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

bool holds(std::string const& all, std::string const& part) { return all.find(part) != std::string::npos; }

fit_data line_of_points() { return {{"x", std::vector<double>{1, 2, 3, 4, 5}}, {"y", std::vector<double>{3.1, 4.9, 7.2, 8.8, 11.1}}}; }
fit_result line() { return fit("y = a + b*x", {{"a", 0}, {"b", 1}}, line_of_points()); }

}  // namespace

TEST_CASE("a parameter is written with its error") {
    std::ostringstream out;
    out << line()["b"] << '\n' << fit("y = a + b*x", {{"a", 0}, {"b", 1}}, {{"x", std::vector<double>{1, 2}}, {"y", std::vector<double>{3, 5}}})["b"];
    CHECK(out.str().starts_with("b = 1.9"));
    CHECK(holds(out.str(), " +- 0.0"));
    CHECK(out.str().ends_with("\nb = 2"));
}

TEST_CASE("a value has as many digits as its standard error warrants") {
    using detail::rounded;
    CHECK(rounded(238.94212918, 2.7070075241) == "238.9");
    CHECK(rounded(2.7070075241) == "2.7");
    CHECK(rounded(5.5015643181e-4, 7.2668688436e-6) == "0.0005502");
    CHECK(rounded(7.2668688436e-6) == "7.3e-6");
    CHECK(rounded(2387.0, 270.0) == "2390");
    CHECK(rounded(0.003, 12.0) == "0");
    CHECK(rounded(-0.003, 12.0) == "0");          // no -0
    CHECK(rounded(1.0, 0.0997) == "1.00");        // the error is shown as 0.10
    CHECK(rounded(0.0997) == "0.10");
    CHECK(rounded(1.2345e9, 2.7e5) == "1.23450e9");
    CHECK(rounded(123456.0, 1e-12) == "123456.000000000");  // more digits than these a double does not hold
    CHECK(rounded(1.5, std::numeric_limits<double>::quiet_NaN()) == "1.5");
}

TEST_CASE("a fit as text, Markdown, LaTeX") {
    fit_result const found = line();
    std::ostringstream out;
    out << found;
    CHECK(out.str() == std::string(text(found)));
    // By hand: b = 1.99, a = 1.05; the residuals' sum of squares is 0.107, so the errors are sqrt(0.107/3/10) and sqrt(11) times that.
    CHECK(holds(out.str(), "  a          1.05   0.20            0.42 to 1.68\n"));
    CHECK(holds(out.str(), "  b          1.990  0.060           1.800 to 2.180\n"));
    CHECK(holds(out.str(), "  y = b*x + a\n"));
    CHECK(holds(out.str(), "  d/db = x\n"));
    CHECK(holds(out.str(), "  degrees of freedom  3\n"));
    CHECK(holds(std::string(markdown(found)), "| $b$ | 1.990 | 0.060 | 1.800 to 2.180 |\n"));
    CHECK(holds(std::string(latex(found)), "$b$ & 1.990 & 0.060 & 1.800 to 2.180 \\\\\n"));
}

TEST_CASE("derived numbers, profiles and bands stand in a report that asks for them") {
    report_options const all{.derived = {"b/a"}, .profiles = true, .bands = true};
    std::string const shown(text(line(), all));
    CHECK(holds(shown, "Derived\n  formula  value"));
    CHECK(holds(shown, "Profiles: intervals"));
    CHECK(holds(shown, "Rows, with bands of 95 %\n  row  x  response  fitted"));
    CHECK_FALSE(holds(std::string(text(line())), "Profiles"));
    CHECK(holds(json(line(), all), "\"bands\": {\"confidence_lower\": ["));
}

TEST_CASE("a page of HTML stands for itself") {
    std::string const page(html_page(line()));
    CHECK(holds(page, "<title>Fit of y</title>"));
    CHECK(holds(page, "95 % confidence band"));
    CHECK(holds(page, "95 % prediction band"));
    CHECK(holds(page, ">residual<"));
    CHECK_FALSE(holds(page, "<script"));
    CHECK_FALSE(holds(page, "nan"));
    std::string const titled(html_page(line(), {.title = "<b>&\"x\""}));
    CHECK(holds(titled, "<title>&lt;b&gt;&amp;&quot;x&quot;</title>"));
}

TEST_CASE("where data do not determine parameters, no figure stands") {
    fit_result const found = fit("y = a*b*x", {{"a", 1}, {"b", 1}}, line_of_points());
    REQUIRE(found.status == fit_status::undetermined);
    std::string const shown(text(found));
    CHECK(holds(shown, "The data do not determine"));
    CHECK(holds(shown, "condition number"));
    CHECK(holds(shown, "not determined by the data"));
    CHECK_FALSE(holds(shown, "Correlation"));
    CHECK(holds(json(found), "\"standard_error\": null"));
    CHECK(holds(std::string(html_page(found)), "<polygon"));  // the curve itself is determined
}

TEST_CASE("without convergence the best point stands alone") {
    fit_result const found = fit("y = a*exp(b*x)", {{"a", 100}, {"b", -3}}, line_of_points(), {.iterations = 1});
    REQUIRE(found.status == fit_status::not_converged);
    std::string const shown(text(found));
    CHECK(holds(shown, "No convergence after 1 iteration: "));
    CHECK_FALSE(holds(shown, "Correlation"));
    CHECK_FALSE(holds(shown, "Student"));
    CHECK(holds(json(found), "\"standard_error\": null"));
    CHECK_FALSE(holds(json(found), "covariance"));
    CHECK(holds(json(found), "\"notes\": [\"it did not converge"));
}
