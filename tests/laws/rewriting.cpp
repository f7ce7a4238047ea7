// The canonical form of a model has the value of the model as it was written, wherever that is defined; so has the
// form in which == compares. Its derivative is the derivative of the model as it was written.
#include "../catch.hpp"
#include "as_written.hpp"
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
    program const p(view{.nodes = g.begin(), .operands = g.operands(), .roots = &root, .node_count = g.size(), .root_count = 1});
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

std::string printed(graph const& g, int root) {
    buffer<char> const text =
        written_text({.nodes = g.begin(), .operands = g.operands(), .roots = &root, .node_count = g.size(), .root_count = 1});
    return {text.begin(), text.end()};
}

/// Whether a value can be trusted: computed at slightly moved points it hardly moves, so that nothing large cancels.
bool is_tame(long double value, long double moved) {
    return std::isfinite(value) && std::abs(value) < 1e6L && std::abs(moved - value) <= 1e-7L * (1 + std::abs(value));
}

value_as_written moved(value_as_written at, std::string_view name, long double by) {
    value_as_written::rows values = at(written{.what = form::symbol, .name = name});
    for (long double& value : values) value += by;
    at.bind(name, values);
    return at;
}

value_as_written moved(value_as_written at, long double by) {
    for (std::string_view name : names) at = moved(at, name, by);
    return at;
}

}  // namespace

TEST_CASE("a model keeps its value in canonical form and in the form that is compared") {
    value_as_written const at = points(), nearby = moved(at, 1e-12L);
    random_models draw(1);
    int compared = 0;
    for (int m = 0; m < models; ++m) {
        written const& model = draw.draw(5);
        value_as_written::rows const expected = at(model), moved_a_little = nearby(model);
        for (bool opens_sums : {false, true}) {
            graph g(rules, opens_sums);
            int const root = lowering(g)(model);
            if (g.faults.overflowed) continue;
            value_as_written::rows const value = evaluated(g, root, at);
            for (std::size_t r = 0; r < value.size(); ++r) {
                if (!is_tame(expected[r], moved_a_little[r])) continue;
                ++compared;
                bool const agrees = std::abs(value[r] - expected[r]) <= 1e-8L * (1 + std::abs(expected[r]));
                if (agrees) continue;
                CAPTURE(m, opens_sums, r, printed(g, root), value[r], expected[r]);
                CHECK(agrees);
            }
        }
    }
    CHECK(compared > 2 * models);
}

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
