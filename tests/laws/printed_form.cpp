// What is printed reads back to the same formula, is free of needless tokens, and does not depend on the order in which
// the formula came about.
#include "../catch.hpp"
#include "../static/printed_form.hpp"
#include "formulas.hpp"
#include "random_model.hpp"
#include "text_reader.hpp"

#include <leibniz/parse.hpp>

#include <string>

using namespace leibniz;

namespace {

/// Over the reals nothing is divided by 0.
bool divides_by_zero(graph const& g) {
    for (int i = 0; i < g.size(); ++i)
        if (g.is(i, kind::power) && g.is_number(g.operand(i, 0), 0)) return true;
    return false;
}

void check(graph& g, int root) {
    std::string const text = printed(g, root);
    CAPTURE(text);
    REQUIRE(printed_form::complaint(text).empty());
    INFO(printed(g, text_reader(g, text)().index()));
    REQUIRE(text_reader(g, text)().index() == root);

    graph other(rules);
    for (char const* symbol : {"z", "y", "x"}) other.symbol(symbol);
    CHECK(printed(other, text_reader(other, text)().index()) == text);
}

}  // namespace

TEST_CASE("printed models and their derivatives read back to the same formula") {
    random_models draw(3);
    int checked = 0;
    for (int m = 0; m < 4000; ++m) {
        graph g(rules);
        int const root = lowering(g)(draw.next(4));
        if (g.faults.overflowed || divides_by_zero(g)) continue;
        CAPTURE(m);
        check(g, root);
        int const slope = differentiate(g, root, g.symbol("x"));
        if (g.faults.overflowed || divides_by_zero(g)) continue;
        check(g, slope);
        ++checked;
    }
    CHECK(checked > 3000);
}

TEST_CASE("every function in every other, and its derivatives up to the second, read back to the same formula") {
    std::string const outer[] = {"exp(#)", "log(#)", "sqrt(#)", "sin(#)", "cos(#)", "tanh(#)", "sigmoid(#)", "(#)^2", "1/(#)", "-(#)*x"};
    std::string const inner[] = {"exp(#)", "log(#)", "sqrt(#)", "sin(#)", "cos(#)", "tanh(#)", "sigmoid(#)", "-(#)", "(#)/y"};
    auto const inside = [](std::string pattern, std::string const& formula) { return pattern.replace(pattern.find('#'), 1, formula); };
    for (std::string const& f : outer)
        for (std::string const& u : inner) {
            std::string const formula = inside(f, inside(u, "1 - x*y"));
            CAPTURE(formula);
            graph g(rules);
            int derived = text_reader(g, formula)().index();
            for (int order : {0, 1, 2}) {
                CAPTURE(order);
                if (order > 0) derived = differentiate(g, derived, g.symbol("x"));
                check(g, derived);
                std::string const written = printed(g, derived);
                CHECK(text(parse(written)) == written);
            }
        }
}
