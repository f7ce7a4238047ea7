// Random formulas of magnitudes and lengths, at the kink: where the derivative has the same limit from all sides, it has that
// value there, or is no number where none can be formed.
#include "../catch.hpp"

#include <leibniz/leibniz.hpp>
#include <leibniz/parse.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace leibniz;

namespace {

class formulas {
public:
    formulas(unsigned seed, std::vector<char const*> leaves) : leaves_(std::move(leaves)), random_(seed) {}

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
    std::string leaf() { return leaves_[static_cast<std::size_t>(pick(static_cast<int>(leaves_.size())))]; }
    std::vector<char const*> leaves_;
    std::mt19937 random_;
};

std::vector<char const*> const magnitudes{"abs(x)", "max(x, -x)", "-min(x, -x)", "sqrt(x^2)", "x*sign(x)", "x", "x^2", "abs(x)^3", "2*abs(x)", "cbrt(x^3)", "hypot(x, 3)^2", "abs(2*x - x)"};
/// One length in each formula, written in one way.
std::vector<char const*> const lengths[] = {
    {"hypot(x, y)", "2*hypot(x, y)", "hypot(x, y)^2", "(x^2 + y^2)", "hypot(x, y)^3", "x", "y"},
    {"sqrt(x^2 + y^2)", "2*sqrt(x^2 + y^2)", "sqrt(x^2 + y^2)^2", "(x^2 + y^2)", "(x^2 + y^2)^(3/2)", "x", "y"},
    {"sqrt(x^2/4 + 3*y^2)", "2*sqrt(x^2/4 + 3*y^2)", "(x^2/4 + 3*y^2)^(3/2)", "x*y", "x", "y"},
    {"hypot(x/2, 3*y)", "hypot(x/2, 3*y)^2", "hypot(x/2, 3*y)^3", "x", "y"}};

double at(model const& m, double x) {
    if (m.code().variables.empty()) return evaluate(m, std::vector<named_binding<double>>{})[0];
    return evaluate(m, bind("x", x));
}

}  // namespace

TEST_CASE("derivatives at a kink inside a formula are the limit where both sides agree") {
    int smooth = 0, numbers = 0;
    for (unsigned seed = 0; seed < 600; ++seed) {
        model const f = parse(formulas(seed, magnitudes).next(1 + static_cast<int>(seed % 3)));
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

TEST_CASE("derivatives at the centre of a length inside a formula are the limit where all sides agree") {
    auto const value_at = [](model const& m, double x, double y, int place) {
        std::vector<named_binding<double>> point;
        for (variable_name const& v : m.code().variables) point.push_back({v.name, v.name == "x" ? x : y});
        return evaluate(m, point)[place];
    };
    int smooth = 0, numbers = 0, bent = 0;
    for (unsigned seed = 0; seed < 900; ++seed) {
        int const depth = static_cast<int>(seed / 4 % 4);
        std::string written = formulas(seed, lengths[seed % 4]).next(depth == 0 ? 1 : depth);
        if (seed % 5 == 0) written = "(1 + hypot(x, y))*exp(-hypot(x, y))*(" + written + ")";
        if (seed % 5 == 1) written = "sqrt(x^2 + y^2)*sin(sqrt(x^2 + y^2)) + " + written;
        model const f = parse(written), all = hessian(f, {"x", "y"});
        struct entry {
            char const* by;
            model one;
            int place;  // of the same in the Hessian
        };
        entry const entries[] = {{"x", diff(f, "x"), -1}, {"xx", diff(f, "x", 2), 0}, {"xy", diff(diff(f, "x"), "y"), 1}, {"yy", diff(f, "y", 2), 3}};
        for (entry const& e : entries) {
            double const beside = 1e-8, angles[] = {0.3, 1.1, 2.5, 4, 5.5};
            double least = std::numeric_limits<double>::infinity(), most = -least;
            for (double angle : angles) {
                double const v = value_at(e.one, beside * std::cos(angle), beside * std::sin(angle), 0);
                least = std::isnan(v) ? v : std::min(least, v), most = std::max(most, v);
            }
            double const size = 1 + std::abs(most), near = 1e-5 * size;
            bool const whole_is_smooth = most - least < near;
            for (bool of_hessian : {false, true}) {
                if (of_hessian && e.place < 0) continue;
                double const value = of_hessian ? value_at(all, 0, 0, e.place) : value_at(e.one, 0, 0, 0);
                CAPTURE(written, e.by, of_hessian, least, most, value);
                (whole_is_smooth ? smooth : bent) += 1;
                numbers += whole_is_smooth && !std::isnan(value);
                if (whole_is_smooth || std::strlen(e.by) > 1) CHECK((!std::isfinite(value) || (least - near <= value && value <= most + near)));
            }
        }
    }
    std::printf("lengths: %d derivatives with a limit, %d of them numbers; %d without\n", smooth, numbers, bent);
    CHECK(smooth > 4000);
    CHECK(numbers > smooth * 9 / 10);
}

TEST_CASE("at a kink of the whole the convention of the table stands") {
    for (char const* even : {"abs(x)", "exp(-abs(x))", "max(x, -x)*2", "abs(x)*cos(x)", "sin(abs(x))"}) {
        CAPTURE(even);
        CHECK(at(diff(parse(even), "x"), 0) == 0);
    }
}
