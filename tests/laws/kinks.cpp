// Random formulas of magnitudes, at the kink: where the derivative has the same limit from both sides, it has that value
// there, or is no number where none can be formed.
#include "../catch.hpp"

#include <leibniz/leibniz.hpp>
#include <leibniz/parse.hpp>

#include <cmath>
#include <random>
#include <string>

using namespace leibniz;

namespace {

class formulas {
public:
    explicit formulas(unsigned seed) : random_(seed) {}

    std::string next(int depth) {
        if (depth == 0) return leaf();
        std::string const a = next(depth - 1);
        switch (pick(9)) {
            case 0: return "(" + a + " + " + next(depth - 1) + ")";
            case 1: return "(" + a + " - " + next(depth - 1) + ")";
            case 2:
            case 3: return "(" + a + ")*(" + next(depth - 1) + ")";
            case 4: return "sin(" + a + ")";
            case 5: return "exp(-(" + a + "))";
            case 6: return "cos(" + a + ")";
            case 7: return "(" + a + ")^" + std::to_string(2 + pick(2));
            default: return "tanh(" + a + ")";
        }
    }

private:
    int pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
    std::string leaf() {
        char const* const all[] = {"abs(x)", "max(x, -x)", "-min(x, -x)", "sqrt(x^2)", "x*sign(x)", "x", "x^2", "abs(x)^3", "2*abs(x)", "cbrt(x^3)", "hypot(x, 3)^2", "abs(2*x - x)"};
        return all[pick(12)];
    }
    std::mt19937 random_;
};

double at(model const& m, double x) {
    if (m.code().variables.empty()) return evaluate(m, std::vector<named_binding<double>>{})[0];
    return evaluate(m, bind("x", x));
}

}  // namespace

TEST_CASE("derivatives at a kink inside a formula are the limit where both sides agree") {
    int smooth = 0, numbers = 0;
    for (unsigned seed = 0; seed < 600; ++seed) {
        model const f = parse(formulas(seed).next(1 + static_cast<int>(seed % 3)));
        for (int order : {1, 2}) {
            model const d = diff(f, "x", order);
            double const beside = 1e-10, left = at(d, -beside), right = at(d, beside), size = 1 + std::abs(left);
            if (!(std::abs(left - right) < 1e-5 * size)) continue;  // a kink of the whole
            ++smooth;
            double const value = at(d, 0);
            numbers += !std::isnan(value);
            if (std::isnan(value) || std::abs(value - (left + right) / 2) < 1e-5 * size) continue;
            CAPTURE(text(f), text(d), order, left, right, value);
            CHECK(std::abs(value - (left + right) / 2) < 1e-5 * size);
        }
    }
    CHECK(smooth > 400);
    CHECK(numbers == smooth);
}

TEST_CASE("at a kink of the whole the convention of the table stands") {
    for (char const* even : {"abs(x)", "exp(-abs(x))", "max(x, -x)*2", "abs(x)*cos(x)", "sin(abs(x))"}) {
        CAPTURE(even);
        CHECK(at(diff(parse(even), "x"), 0) == 0);
    }
}
