// The derivative of a random model is the slope of the model as it was written, by each of its symbols.
#include "../catch.hpp"
#include "as_written.hpp"
#include "formulas.hpp"
#include "random_model.hpp"

#include <cmath>
#include <string>

using namespace leibniz;

namespace {

constexpr std::string_view names[] = {"x", "y", "z"};
constexpr int models = 3000;

/// Points of all signs; the last ones are positive, where most functions are defined.
value_as_written points() {
    value_as_written value;
    value.bind("x", {0.7L, -1.3L, 1.9L, 0.4L, 2.3L, 1.1L});
    value.bind("y", {-0.6L, 0.8L, -1.7L, 1.6L, 0.9L, 0.3L});
    value.bind("z", {1.2L, -0.9L, -0.5L, 0.2L, 1.4L, 2.1L});
    return value;
}

/// The results of a graph at each of the points.
value_as_written::rows evaluated(graph const& g, int root, value_as_written const& at) {
    program const p = compiled(g, root);
    value_as_written::rows result;
    for (std::size_t r = 0; r < at.count(); ++r) {
        buffer<long double> inputs;
        for (variable_name const& v : p.variables) {
            written const leaf{.what = form::symbol, .name = v.name};
            inputs.push(at(leaf)[r]);
        }
        result.push_back(interpret(p, inputs)[p.roots[0]]);
    }
    return result;
}

value_as_written moved(value_as_written at, std::string_view name, long double by) {
    value_as_written::rows values = at(written{.what = form::symbol, .name = name});
    for (long double& value : values) value += by;
    at.bind(name, values);
    return at;
}

}  // namespace

TEST_CASE("the derivative of a model is the slope of the model as it was written") {
    value_as_written const at = points();
    random_models draw(2);
    int compared = 0;
    for (int m = 0; m < models; ++m) {
        written const& model = draw.draw(4);
        for (std::string_view name : names) {
            graph g(rules);
            int const root = lowering(g)(model);
            int const slope = differentiate(g, root, g.symbol(name));
            if (g.faults.overflowed) continue;
            REQUIRE(!g.faults.lacks_partials);
            constexpr long double h = 1e-4L;
            value_as_written::rows const value = evaluated(g, slope, at), here = at(model), more = moved(at, name, h)(model),
                                   less = moved(at, name, -h)(model), twice_more = moved(at, name, 2 * h)(model),
                                   twice_less = moved(at, name, -2 * h)(model);
            for (std::size_t r = 0; r < value.size(); ++r) {
                long double const narrow = (more[r] - less[r]) / (2 * h), wide = (twice_more[r] - twice_less[r]) / (4 * h);
                if (!(std::abs(here[r]) < 1e4L) || !std::isfinite(wide) || !std::isfinite(narrow) || std::abs(narrow) > 1e4L ||
                    std::abs(wide - narrow) > 1e-5L * (1 + std::abs(narrow)))
                    continue;
                ++compared;
                bool const agrees = std::abs(value[r] - (4 * narrow - wide) / 3) <= 1e-7L * (1 + std::abs(narrow));
                if (agrees) continue;
                CAPTURE(m, std::string(name), r, printed(g, root), printed(g, slope), value[r], narrow);
                CHECK(agrees);
            }
        }
    }
    CHECK(compared > 2 * models);
}
