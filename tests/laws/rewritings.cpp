// Expanding, collecting, factoring, joining and simplifying keep the value of a model wherever it is defined, in 50 digits, and
// simplifying makes none longer. So for random models of all functions of the table.
#include "../catch.hpp"
#include "all.hpp"
#include "formulas.hpp"
#include "numbers/programs.hpp"
#include "random_model.hpp"

#include <leibniz/algebra.hpp>

#include <cmath>
#include <cstdio>
#include <string>

using namespace leibniz;

namespace {

constexpr int models = 12'000;

/// No sum or difference of their numbers is 0 or 1, where a pole may be; all are positive in two of them.
constexpr numbers::point points[] = {{0.73, -1.31, 0.41}, {1.93, 0.43, 2.29}, {0.29, 0.83, 0.61}};

}  // namespace

TEST_CASE("rewritten models keep their values") {
    random_models draw(11, functions_of_numbers());
    struct count {
        char const* name;
        int changed = 0, compared = 0;
        double worst = 0;
    } counts[] = {{"expanded"}, {"collected"}, {"factored"}, {"joined"}, {"simplified"}};
    for (int m = 0; m < models; ++m) {
        draw.forget();
        written const& model = draw.next(3);
        for (int k = 0; k < 5; ++k) {
            graph g(rules, false, 20'000'000);
            int const root = lowering(g)(model), x = g.symbol("x");
            if (g.faults.overflowed) continue;
            int const made = k == 0   ? expanded(g, root)
                             : k == 1 ? collected(g, root, x)
                             : k == 2 ? factorized(g, root)
                             : k == 3 ? joined_quotient(g, root)
                                      : simplifier<graph>(g, {}, 2'000'000)(root);
            if (g.faults.overflowed || g.exhausted() || made == root) continue;
            ++counts[k].changed;
            program const changed = compiled(g, made);
            if (k == 4) {
                INFO(k << ": " << m);
                CHECK(printed(g, made).size() <= printed(g, root).size());
            }
            for (numbers::point const& at : points) {
                double const d = numbers::distance_from_written(changed, model, at);
                if (std::isnan(d)) continue;
                ++counts[k].compared;
                counts[k].worst = d > counts[k].worst ? d : counts[k].worst;
                if (d > 1e-20) {
                    INFO(counts[k].name << ": " << printed(g, root) << "  became  " << printed(g, made));
                    CHECK(d <= 1e-20);
                }
            }
        }
    }
    for (count const& c : counts) {
        std::printf("%s: %d models changed, %d values compared, the largest distance %.1e\n", c.name, c.changed, c.compared, c.worst);
        CHECK(c.compared > 100);
    }
}
