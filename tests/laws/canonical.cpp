// The canonical form of a model has the value of the model as it was written, wherever that is defined, in 50 digits; and
// it is its own canonical form. So for random models of all functions of the table.
#include "../catch.hpp"
#include "all.hpp"
#include "cases.hpp"
#include "formulas.hpp"
#include "numbers/programs.hpp"
#include "random_model.hpp"

#include <cmath>
#include <cstdio>
#include <string>

using namespace leibniz;

namespace {

constexpr int models = cases(90'000);

/// Points of all signs; those after the first are positive, where most functions are defined.
constexpr numbers::point points[] = {{0.7, -1.3, 0.4}, {1.9, 0.4, 2.3}, {0.3, 0.8, 0.6}};

}  // namespace

TEST_CASE("canonical forms keep the value of what was written, and are canonical") {
    random_models draw(5, functions_of_numbers());
    int drawn = 0, overflowed = 0, compared = 0, undefined = 0;
    double worst = 0;
    for (; drawn < models; ++drawn) {
        draw.forget();
        written const& model = draw.next(4);
        bool const opens_sums = drawn % 4 == 3;  // the form in which == compares
        graph g(rules, opens_sums);
        int const root = lowering(g)(model);
        if (g.faults.overflowed) {
            ++overflowed;
            continue;
        }
        bool const idempotent = is_idempotent(g);
        program const canonical_form = compiled(g, root);
        double distance = std::nan("");
        for (numbers::point const& at : points)
            if (distance = numbers::distance_from_written(canonical_form, model, at); !std::isnan(distance)) break;
        if (std::isnan(distance)) ++undefined;
        else ++compared, worst = std::max(worst, distance);
        if (idempotent && !(distance > 1e-25)) continue;  // nothing is printed for all that are right
        CAPTURE(drawn, opens_sums, printed(g, root), idempotent, distance);
        REQUIRE(idempotent);
        REQUIRE(distance <= 1e-25);
    }
    std::printf("canonical form: %d random models, %d values compared, worst %.2g; %d are defined nowhere, %d overflow\n", drawn, compared, worst, undefined, overflowed);
    CHECK(compared > models / 2);
}
