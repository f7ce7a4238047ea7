// What can fail says why: `try_` functions return the sentences that the others throw.
#include "../catch.hpp"

#include <leibniz/parse.hpp>
#include <leibniz/parse/matrices.hpp>
#include <leibniz/parse/model_backpropagation.hpp>
#include <leibniz/parse/model_derivation.hpp>
#include <leibniz/parse/model_directional.hpp>
#include <leibniz/parse/model_notation.hpp>

#include <exception>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <typeinfo>
#include <utility>
#include <vector>

using namespace leibniz;

namespace {

/// `attempt` fails as `function` throws: the same sentence, by an exception of the kind that it names.
template <class Exception, class T, class F>
void check_same(outcome<T> const& attempt, failure_kind kind, F const& function) {
    CHECK_FALSE(attempt.has_value());
    CHECK(attempt.why().kind == kind);
    std::string thrown, raised;
    try {
        static_cast<void>(function());
    } catch (std::exception const& e) {
        CHECK(typeid(e) == typeid(Exception));
        thrown = e.what();
    }
    try {
        static_cast<void>(attempt.value());
    } catch (Exception const& e) {
        raised = e.what();
    }
    CHECK(thrown == attempt.error());
    CHECK(raised == attempt.error());
    CHECK_FALSE(attempt.error().empty());
}

std::vector<named_binding<double>> at(std::vector<named_binding<double>> all) { return all; }

}  // namespace

// What an outcome gives of itself does not outlive it: one that passes by gives it away.
using passing = decltype(try_parse("x"));
static_assert(std::is_same_v<decltype(*std::declval<passing>()), model> && std::is_same_v<decltype(*std::declval<passing&>()), model const&>);
static_assert(std::is_same_v<decltype(std::declval<passing>().why()), failure>);
static_assert(std::is_same_v<decltype(std::declval<passing>().error()), std::string>);
// A text is no answer, yes or no.
static_assert(std::is_constructible_v<outcome<bool>, bool> && !std::is_constructible_v<outcome<bool>, char const*>);

TEST_CASE("a text that is no formula") {
    for (char const* text : {"", "2*(x + 1", "2 x", "sun(x)", "f(", "a = b", "1e999", "x := x; x"})
        check_same<syntax_error>(try_parse(text), failure_kind::syntax, [&] { return parse(text); });
    auto const open = try_parse("2*(x + 1");
    CHECK(open.why().place.position == 2);
    CHECK(open.why().place.what == problem::bracket_not_closed);
    try {
        static_cast<void>(open.value());
    } catch (syntax_error const& e) {
        CHECK(e.position() == 2);
        CHECK(e.what_is_wrong() == problem::bracket_not_closed);
    }
    parse_options const little{.effort = 20};
    check_same<std::length_error>(try_parse("(a + b + c + d)^9*(a - b)", little), failure_kind::size,
                                  [&] { return parse("(a + b + c + d)^9*(a - b)", little); });
    check_same<std::overflow_error>(try_expand(parse("(x + 3)^60")), failure_kind::overflow, [] { return expand(parse("(x + 3)^60")); });
}

TEST_CASE("shapes that do not fit") {
    shapes const wrong{{"W", "m", "n"}, {"x", "m"}}, twice{{"W", "m", "n"}, {"W", "m"}}, none{{"W", "m", 0}};
    check_same<syntax_error>(try_parse("W*x", wrong), failure_kind::syntax, [&] { return parse("W*x", wrong); });
    check_same<std::invalid_argument>(try_parse("W*x", twice), failure_kind::argument, [&] { return parse("W*x", twice); });
    check_same<std::invalid_argument>(try_parse("W*x", none), failure_kind::argument, [&] { return parse("W*x", none); });
    auto const loss = try_parse("norm2(W*x - y)^2", shapes{{"W", "m", "n"}, {"x", "n"}, {"y", "m"}});
    REQUIRE(loss);
    CHECK(*try_text(*try_diff(*loss, "W")) == "2*(W*x - y)*x'");
    check_same<std::domain_error>(try_simplify(*loss), failure_kind::domain, [&] { return simplify(*loss); });
    check_same<std::domain_error>(try_evaluate(*loss, at({{"W", 1.0}})), failure_kind::domain, [&] { return evaluate(*loss, at({{"W", 1.0}})); });
}

TEST_CASE("derivatives and other forms") {
    model const m = parse("x^2*y"), column = parse("x", {.columns = {"x"}});
    CHECK(*try_text(try_gradient(m, {"x", "y"}).value(), 1) == "x^2");
    CHECK(*try_text(*try_hessian(m, {"x", "y"}), 1) == "2*x");
    CHECK(*try_text(*try_jacobian(m, {"y"})) == "x^2");
    CHECK(*try_equal(*try_expand(parse("(w + b)^2")), parse("b^2 + 2*b*w + w^2")));
    CHECK(try_diff(m, "z")->size() == 1);
    check_same<std::domain_error>(try_diff(parse("tan(x)*sum(x)^2", {.columns = {"x"}}), "x"), failure_kind::domain,
                                  [&] { return diff(parse("tan(x)*sum(x)^2", {.columns = {"x"}}), "x"); });
    model const recognised = parse("1/(1 + exp(-x))");
    REQUIRE(recognised.has_recognised());
    for (int i : {1, -1, 100'000}) CHECK_THROWS_AS(recognised[i], std::out_of_range);
    check_same<std::out_of_range>(try_text(m, 1), failure_kind::range, [&] { return text(m, 1); });
    check_same<std::length_error>(try_text(m, 0, 2), failure_kind::size, [&] { return text(m, 0, 2); });
    check_same<std::length_error>(try_expand(parse("(a + b + c + d + e + f + g)^20")), failure_kind::size,
                                  [] { return expand(parse("(a + b + c + d + e + f + g)^20")); });
    check_same<std::invalid_argument>(try_apart(parse("1/(x*sin(x))"), "x"), failure_kind::argument, [] { return apart(parse("1/(x*sin(x))"), "x"); });
    check_same<std::invalid_argument>(try_simplify(m, {column}), failure_kind::argument, [&] { return simplify(m, {column}); });
}

TEST_CASE("values") {
    model const m = parse("w*x");
    CHECK(try_evaluate(m, at({{"w", 2.0}, {"x", 3.0}})).value() == 6.0);
    for (auto const& wrong : {at({{"w", 2.0}}), at({{"w", 2.0}, {"x", 3.0}, {"x", 3.0}}), at({{"w", 2.0}, {"x", 3.0}, {"q", 1.0}})})
        check_same<std::invalid_argument>(try_evaluate(m, wrong), failure_kind::argument, [&] { return evaluate(m, wrong); });
    std::vector<named_binding<rational>> const exact{{"x", rational(1, 2)}};
    check_same<std::invalid_argument>(try_evaluate(parse("exp(x)"), exact), failure_kind::argument, [&] { return evaluate(parse("exp(x)"), exact); });
}

TEST_CASE("values of a number that is not there") {
    model const m = parse("w*x"), g = gradient(m, {"w", "x"});
    auto const both = evaluate(g, at({{"w", 2.0}, {"x", 3.0}}));
    CHECK(both.try_at(1).value() == 2.0);
    CHECK(*try_text(*g.try_at(1)) == "w");
    CHECK(try_evaluate(m, bind("w", 2), bind("x", 3.0))->try_number().value() == 6.0);
    check_same<std::out_of_range>(both.try_at(2), failure_kind::range, [&] { return both[2]; });
    check_same<std::out_of_range>(g.try_at(-1), failure_kind::range, [&] { return g[-1]; });
    check_same<std::invalid_argument>(both.try_number(), failure_kind::argument, [&] { return double(both); });
    check_same<std::invalid_argument>(try_evaluate(m, bind("w", 2.0)), failure_kind::argument, [&] { return evaluate(m, bind("w", 2.0)); });
    auto const conditions = try_assumptions(parse("exp(log(x))"));
    CHECK(conditions->try_at(0).value() == "x > 0");
    CHECK_FALSE(try_evaluate(*conditions, at({{"x", -1.0}})).value());
    check_same<std::out_of_range>(conditions->try_at(1), failure_kind::range, [&] { return (*conditions)[1]; });
    check_same<std::invalid_argument>(try_evaluate(*conditions, at({})), failure_kind::argument, [&] { return evaluate(*conditions, at({})); });
}

TEST_CASE("formulas that are put together, and compared") {
    model const m = parse("x^2*y"), column = parse("x", {.columns = {"x"}}), two = outputs(m, m);
    CHECK(try_outputs(m, m, m)->size() == 3);
    CHECK(*try_text(*try_diff(m, "x", "y")) == "2*x");
    CHECK(*try_text(*try_substitute(m, bind("x", parse("a + b")))) == "y*(a + b)^2");
    CHECK(try_equivalent(parse("2*x"), parse("x + x"))->is_equal());
    for (auto const& parts : {try_outputs(m, column), try_outputs(m, m, column), try_outputs(m, column, m)}) {
        check_same<std::invalid_argument>(parts, failure_kind::argument, [&] { return outputs(m, m, column); });
    }
    check_same<std::domain_error>(try_diff(parse("tan(x)*sum(x)^2", {.columns = {"x"}}), "x", "x"), failure_kind::domain,
                                  [&] { return diff(parse("tan(x)*sum(x)^2", {.columns = {"x"}}), "x", "x"); });
    for (std::vector<named_binding<model>> const& wrong :
         {std::vector<named_binding<model>>{{"x", m}, {"x", m}}, {{"2", m}}, {{"x", two}}, {{"y", column}}})
        check_same<std::invalid_argument>(try_substitute(m, wrong), failure_kind::argument, [&] { return substitute(m, wrong); });
    check_same<std::invalid_argument>(try_equivalent(m, two), failure_kind::argument, [&] { return equivalent(m, two); });
    check_same<std::invalid_argument>(try_equivalent(m, m, {m}), failure_kind::argument, [&] { return equivalent(m, m, {m}); });
}

TEST_CASE("polynomials and where entries are zero") {
    model const m = parse("(w*x + b)^2"), two = outputs(m, m);
    std::vector<std::string> const by{"w", "b"};
    CHECK(*try_degree(m, "x") == 2);
    CHECK(*try_text(try_coefficients(m, "x")->at(1)) == "2*b*w");
    CHECK(try_nonzeros(*try_hessian(parse("w*b"), by), by)->size() == 2);
    CHECK(try_is_linear_in(parse("w*b"), {"w"}).value());
    CHECK(try_is_quadratic_in(m, {"w"}).value());
    CHECK(try_operations(m)->multiplications == operations(m).multiplications);
    check_same<std::invalid_argument>(try_degree(two, "x"), failure_kind::argument, [&] { return degree(two, "x"); });
    check_same<std::invalid_argument>(try_degree(parse("sin(x)"), "x"), failure_kind::argument, [] { return degree(parse("sin(x)"), "x"); });
    check_same<std::length_error>(try_coefficients(parse("x^1001"), "x"), failure_kind::size, [] { return coefficients(parse("x^1001"), "x"); });
    check_same<std::overflow_error>(try_coefficients(parse("(x + 3)^60"), "x"), failure_kind::overflow,
                                    [] { return coefficients(parse("(x + 3)^60"), "x"); });
    check_same<std::invalid_argument>(try_nonzeros(m, by), failure_kind::argument, [&] { return nonzeros(m, by); });
    check_same<std::invalid_argument>(try_nonzeros(two, by, part_of_table::lower), failure_kind::argument,
                                      [&] { return nonzeros(two, by, part_of_table::lower); });
}

TEST_CASE("derivatives along directions, steps and other languages") {
    model const m = parse("(w*x)^2"), column = parse("x^2", {.columns = {"x"}});
    CHECK(*try_text(*try_jvp(m, "w", "v")) == "2*v*w*x^2");
    CHECK(*try_text(*try_hvp(m, "w", "v")) == "2*v*x^2");
    CHECK(*try_text(*try_vjp(m, "w", "v")) == "2*v*w*x^2");
    check_same<std::invalid_argument>(try_jvp(m, "w", "2"), failure_kind::argument, [&] { return jvp(m, "w", "2"); });
    check_same<std::invalid_argument>(try_hvp(column, "x", "v"), failure_kind::argument, [&] { return hvp(column, "x", "v"); });
    check_same<std::invalid_argument>(try_vjp(parse("x'*x*n", shapes{{"x", "n"}}), "x", "n"), failure_kind::argument,
                                      [] { return vjp(parse("x'*x*n", shapes{{"x", "n"}}), "x", "n"); });

    CHECK(try_derivation(m, "w"));
    check_same<std::length_error>(try_derivation(m, "w", main_steps, 5), failure_kind::size, [&] { return derivation(m, "w", main_steps, 5); });

    CHECK(*try_latex(parse("x/2")) == "\\frac{x}{2}");
    CHECK(*try_unicode(shared(m)) == unicode(shared(m)));
    CHECK(*try_c_code(m, "g") == c_code(m, "g"));
    check_same<std::out_of_range>(try_mathml(m, 1), failure_kind::range, [&] { return mathml(m, 1); });
    check_same<std::length_error>(try_written_as<latex_style>(m, 0, 2), failure_kind::size, [&] { return written_as<latex_style>(m, 0, 2); });
    check_same<std::length_error>(try_text(shared(m), 2), failure_kind::size, [&] { return text(shared(m), 2); });
    check_same<std::length_error>(shared(m).try_lines(2), failure_kind::size, [&] { return shared(m).lines(2); });
    check_same<std::invalid_argument>(try_c_code(m, "double"), failure_kind::argument, [&] { return c_code(m, "double"); });
}

TEST_CASE("hand calculations") {
    std::vector<named_binding<double>> const values = at({{"w", 1.0}, {"x", 2.0}});
    CHECK(try_backpropagation("(w*x)^2", {"w"}, values)->gradient[0].value == 8);
    check_same<syntax_error>(try_backpropagation("(w*x", {"w"}, values), failure_kind::syntax,
                             [&] { return backpropagation("(w*x", {"w"}, values); });
    for (std::vector<std::string> const& wrong : {std::vector<std::string>{"q"}, {"w", "w"}})
        check_same<std::invalid_argument>(try_backpropagation("w*x", wrong, values), failure_kind::argument,
                                          [&] { return backpropagation("w*x", wrong, values); });
    for (auto const& wrong : {at({{"w", 1.0}}), at({{"w", 1.0}, {"w", 2.0}, {"x", 2.0}}), at({{"w", 1.0}, {"x", 2.0}, {"q", 2.0}})})
        check_same<std::invalid_argument>(try_backpropagation("w*x", {"w"}, wrong), failure_kind::argument,
                                          [&] { return backpropagation("w*x", {"w"}, wrong); });
    std::string many = "w";
    for (int i = 0; i < 401; ++i) many = "sin(" + many + ")" + (i % 40 == 39 ? "*x" : "");
    auto const too_long = try_backpropagation(many, {"w"}, values);
    CHECK(too_long.error().find("more than 400 operations") != std::string::npos);
    check_same<std::length_error>(too_long, failure_kind::size, [&] { return backpropagation(many, {"w"}, values); });
}

TEST_CASE("what takes numbers alone") {
    model const loss = parse("norm2(W*x)^2", shapes{{"W", "m", "n"}, {"x", "n"}});
    auto const refused = [](auto const& attempt, auto const& function) { check_same<std::domain_error>(attempt, failure_kind::domain, function); };
    refused(try_substitute(loss, bind("q", loss)), [&] { return substitute(loss, bind("q", loss)); });
    refused(try_operations(loss), [&] { return operations(loss); });
    refused(try_equivalent(loss, loss), [&] { return equivalent(loss, loss); });
    refused(try_degree(loss, "x"), [&] { return degree(loss, "x"); });
    refused(try_coefficients(loss, "x"), [&] { return coefficients(loss, "x"); });
    refused(try_nonzeros(loss, {"x"}), [&] { return nonzeros(loss, {"x"}); });
    refused(try_is_linear_in(loss, {"x"}), [&] { return is_linear_in(loss, {"x"}); });
    refused(try_is_quadratic_in(loss, {"x"}), [&] { return is_quadratic_in(loss, {"x"}); });
    refused(try_assumptions(loss), [&] { return assumptions(loss); });
    refused(try_derivation(loss, "x"), [&] { return derivation(loss, "x"); });
    refused(try_c_code(loss), [&] { return c_code(loss); });
}
