// Products whose factors join with their numbers, |3*x|*|3*x| that is 9*x^2, count these numbers once: random products and
// their derivatives are what they are on paper.
#include "../catch.hpp"
#include "on_paper.hpp"

#include <leibniz/parse.hpp>

#include <array>
#include <cmath>
#include <string>
#include <vector>

using namespace leibniz;
using namespace on_paper;

namespace {

/// A product of what joins with a number: |3*x|*|3*x| is 9*x^2, and so on.
struct drawn {
    std::string text;
    jet<double> value;  // and its derivatives by x, as on paper
};
jet<double> root(jet<double> const& u) {
    double const v = std::sqrt(u.of[0]), once = u.of[1] / (2 * v);
    return {{v, once, (u.of[2] - 2 * once * once) / (2 * v)}};
}
drawn draw(random_quotients& random, std::array<double, 3> const& at, int depth) {
    if (depth == 0 || random.below(8) == 0) {
        auto const k = static_cast<std::size_t>(random.below(4) == 0 ? 1 + random.below(2) : 0);
        int const c = 1 + random.below(5);
        std::string const name(names[k]), many = std::to_string(c) + "*" + name;
        jet<double> const own{{at[k], k == 0 ? 1.0 : 0.0, 0}}, times = product(jet<double>{{double(c)}}, own);
        switch (random.below(6)) {
            case 0: return {name, own};
            case 1: return {many, times};
            case 2: return {"max(" + many + ", -" + many + ")", times};
            case 3: return {"sqrt(" + many + ")", root(times)};
            default: return {"abs(" + many + ")", times};
        }
    }
    drawn const first = draw(random, at, depth - 1);
    if (random.below(5) == 0) {
        int const n = 2 + random.below(2);
        return {"(" + first.text + ")^" + std::to_string(n), on_paper::power(first.value, n)};
    }
    drawn const second = draw(random, at, depth - 1);
    return {"(" + first.text + ")*(" + second.text + ")", product(first.value, second.value)};
}

}  // namespace

TEST_CASE("products whose factors join with their numbers are what they are on paper, and so are their derivatives") {
    random_quotients random(11);
    std::array<double, 3> const at{1.25, 0.75, 1.5};
    int compared = 0;
    for (int m = 0; m < 2000; ++m) {
        drawn const product = draw(random, at, 1 + m % 4);
        model const written = parse(product.text);
        for (int order : {0, 1, 2}) {
            model const derived = order == 0 ? written : diff(written, "x", order);
            std::vector<named_binding<double>> bindings;
            for (variable_name const& v : derived.code().variables) bindings.push_back({v.name, at[static_cast<std::size_t>(v.name[0] - 'x')]});
            double const value = evaluate(derived, bindings)[0], right = product.value.of[static_cast<std::size_t>(order)];
            ++compared;
            if (std::abs(value - right) <= 1e-11 * (product.value.of[0] + std::abs(right))) continue;
            CAPTURE(product.text, text(written), text(derived), order, value, right);
            CHECK(value == right);
        }
    }
    CHECK(compared == 6000);
}
