// What can fail says why: `try_` functions return the sentences that the others throw.
#include "../catch.hpp"

#include <leibniz/parse.hpp>
#include <leibniz/parse/matrices.hpp>

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
    CHECK_FALSE(attempt);
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
