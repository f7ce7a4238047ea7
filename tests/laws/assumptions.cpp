// The conditions that a person reads say what the record says: of random models of all functions of the table, at points
// among which are 0, 1 and -1. Where a model, as it was written, is defined, they hold. Where it is not they may say more:
// softmax(log(y), 1) != 0 says that y > 0, although softmax(-infinity, 1) is a number.
#include "../catch.hpp"
#include "all.hpp"
#include "formulas.hpp"
#include "numbers/programs.hpp"
#include "random_model.hpp"

#include <leibniz/algebra/conditions.hpp>

#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

constexpr int models = 30'000;
constexpr numbers::point points[] = {{0.7, -1.3, 0.4}, {1.9, 0.4, 2.3}, {0.3, 0.8, 0.6}, {0, 1, -1}, {1, 0, 0}, {-1, -1, 2}, {-0.6, 2.7, -1.1}};

enum class said { holds, fails, undefined };

/// Whether all conditions on record hold, each about the value of its node. What is no number, or nearly 0 and not 0, says nothing.
said on_record(graph const& g, numbers::point const& at) {
    said all = said::holds;
    for (condition const& c : g.conditions()) {
        double const u = numbers::value(compiled(g, c.about), at);
        if (std::isnan(u) || std::isinf(u) || (u != 0 && std::abs(u) < 1e-20)) return said::undefined;
        bool const holds = c.what == predicate::nonzero ? u != 0 : c.what == predicate::positive ? u > 0 : u >= 0;
        if (!holds) all = said::fails;
    }
    return all;
}

}  // namespace

TEST_CASE("conditions as comparisons hold where those on record do, and where the model is defined") {
    random_models draw(23, functions_of_numbers());
    int stated = 0, compared = 0, failing = 0, stricter = 0, defined = 0;
    for (int drawn = 0; drawn < models; ++drawn) {
        draw.forget();
        written const& model = draw.next(5);
        result r{.in = graph(rules)};
        r.roots.push(lowering(r.in)(model));
        if (r.in.faults.overflowed || r.in.conditions().empty()) continue;
        ++stated;
        graph g(rules);
        buffer<int> const comparisons = detail::conditions_on_record(g, detail::seen(r));
        int const all = detail::conjunction_of(g, comparisons);
        program const condition = compiled(g, all), value = compiled(r.in, r.roots[0]);
        for (numbers::point const& at : points) {
            said const record = on_record(r.in, at);
            bool const holds = numbers::value(condition, at) != 0;
            CAPTURE(drawn, at, printed(r.in, r.roots[0]), printed(g, all));
            if (record != said::undefined) {
                ++compared;
                failing += record == said::fails;
                REQUIRE(!(holds && record == said::fails));
                stricter += !holds && record == said::holds;
            }
            if (!std::isnan(numbers::distance_from_written(value, model, at))) {
                ++defined;
                REQUIRE(holds);
            }
        }
    }
    std::printf("assumptions: %d models with conditions, %d points compared, at %d of them a condition fails, at %d by what is undefined; the "
                "model is defined at %d\n",
                stated, compared, failing, stricter, defined);
    CHECK(compared > 1000);
    CHECK(failing > 100);
    CHECK(stricter < compared / 200);
    CHECK(defined > 1000);
}
