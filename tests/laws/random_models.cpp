// The derivative of a random model of all functions of the table is the slope of the model as it was written, by each of its
// symbols, in 50 digits.
#include "../catch.hpp"
#include "all.hpp"
#include "cases.hpp"
#include "formulas.hpp"
#include "numbers/programs.hpp"
#include "random_model.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

using namespace leibniz;

namespace {

constexpr int models = cases(3000);
constexpr std::string_view names[] = {"x", "y", "z"};

/// Points of all signs; those after the first are positive, where most functions are defined. No sum or difference of their
/// numbers is 0 or 1: a step from a point would cross a pole there, at x + y - z = 0 that of lbeta(x + y - z, u).
constexpr numbers::point points[] = {{0.73, -1.31, 0.41}, {1.93, 0.43, 2.29}, {0.29, 0.83, 0.61}};

/// What is held constant has no slope that a difference could show.
std::vector<function const*> functions_with_slopes() {
    std::vector<function const*> all;
    for_every_function([&]<class F>(F) {
        if constexpr (F::meaning == role::none && is_differentiated<F>) all.push_back(&row<F>::descriptor);
    });
    return all;
}

}  // namespace

TEST_CASE("the derivative of a model is the slope of the model as it was written") {
    random_models draw(2, functions_with_slopes());
    int compared = 0, nonzero = 0, undefined = 0, singular = 0;
    double worst = 0;
    for (int m = 0; m < models; ++m) {
        draw.forget();
        written const& model = draw.next(4);
        graph g(rules);
        int const root = lowering(g)(model);
        for (std::size_t k = 0; k < 3; ++k) {
            int const slope = differentiate(g, root, g.symbol(names[k]));
            if (g.faults.overflowed) break;
            REQUIRE(!g.faults.lacks_partials);
            program const derived = compiled(g, slope);
            double distance = std::nan("");
            for (numbers::point const& at : points)
                if (distance = numbers::distance_from_difference(derived, model, at, k, 1e-4); !std::isnan(distance)) break;
            if (std::isnan(distance)) {
                ++undefined;
                continue;
            }
            if (std::isinf(distance)) {  // infinity times 0, as for asech(max(x, 1)) below 1: the rules give no slope
                ++singular;
                continue;
            }
            ++compared;
            nonzero += !g.is_number(slope, 0);
            worst = std::max(worst, distance);
            if (distance <= 1e-25) continue;
            CAPTURE(m, std::string(names[k]), printed(g, root), printed(g, slope), distance);
            CHECK(distance <= 1e-25);
        }
    }
    std::printf("slopes: %d random models, %d slopes compared, %d of them not 0, worst %.2g; %d are defined nowhere, %d are singular\n", models, compared, nonzero, worst, undefined, singular);
    CHECK(compared > 2 * models);
    CHECK(300 * singular < models);
    CHECK(nonzero > models / 2);
}
