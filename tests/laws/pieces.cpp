// Formulas whose parts are 0 on a piece: relu(x), floor(x), a choice, and n - 1 of a whole number n, for which single values are
// pieces. Their canonical form has the value of what was written, and what has none is on record; no verdict of equivalent(a, b)
// is wrong at any of these points.
#include "../catch.hpp"

#include <leibniz/parse.hpp>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

/// A formula in x and n as text, and its value by the definitions of its functions, in doubles.
struct formula_of_both {
    std::string text;
    std::function<double(double, double)> value;
};
using formulas = std::vector<formula_of_both>;

double sign_of(double u) { return u > 0 ? 1 : u < 0 ? -1 : u; }

// clang-format off
formulas const parts_of_x{
    {"x", [](double x, double) { return x; }},
    {"relu(x)", [](double x, double) { return x > 0 ? x : 0; }},
    {"(x - abs(x))", [](double x, double) { return x - std::abs(x); }},
    {"(x + abs(x))", [](double x, double) { return x + std::abs(x); }},
    {"max(x, 0)", [](double x, double) { return x > 0 ? x : 0; }},
    {"where(x > 0, x, 0)", [](double x, double) { return x > 0 ? x : 0; }},
    {"where(x > 0, 1, 0)", [](double x, double) { return x > 0 ? 1.0 : 0; }},
    {"where(x < 1, 0, x)", [](double x, double) { return x < 1 ? 0 : x; }},
    {"floor(x)", [](double x, double) { return std::floor(x); }},
    {"step(x)", [](double x, double) { return x >= 0 ? 1.0 : 0; }},
    {"sign(relu(x))", [](double x, double) { return x > 0 ? 1.0 : 0; }},
    {"(x^2 - x)", [](double x, double) { return x * x - x; }},
};
formulas const parts_of_n{
    {"n", [](double, double n) { return n; }},
    {"(n - 1)", [](double, double n) { return n - 1; }},
    {"(n + 2)", [](double, double n) { return n + 2; }},
    {"(2*n - 1)", [](double, double n) { return 2 * n - 1; }},
    {"(2*n - 4)", [](double, double n) { return 2 * n - 4; }},
    {"(n^2 - 1)", [](double, double n) { return n * n - 1; }},
    {"(n^2 + 1)", [](double, double n) { return n * n + 1; }},
    {"(n*x + 1)", [](double x, double n) { return n * x + 1; }},
    {"(n*x - x)", [](double x, double n) { return n * x - x; }},
    {"(n/3)", [](double, double n) { return n / 3; }},
};
// clang-format on

/// Ways to put v and a part u together that are v itself nearly everywhere.
constexpr int ways = 14;
formula_of_both joined(int way, formula_of_both const& u, formula_of_both const& v) {
    auto const made = [&](std::string text, std::function<double(double, double)> inner) {
        return formula_of_both{std::move(text), [f = std::move(inner), w = v.value](double x, double n) { return f(x, n) * w(x, n); }};
    };
    auto const of = u.value;
    std::string const& a = u.text;
    std::string const times = "*" + v.text;
    switch (way) {
        case 0: return made(a + "/" + a + times, [of](double x, double n) { return of(x, n) / of(x, n); });
        case 1: return made("sign(" + a + ")^2" + times, [of](double x, double n) { return std::pow(sign_of(of(x, n)), 2); });
        case 2: return made("sign(" + a + ")/sign(" + a + ")" + times, [of](double x, double n) { return sign_of(of(x, n)) / sign_of(of(x, n)); });
        case 3: return made(a + "^2/" + a + "^2" + times, [of](double x, double n) { return std::pow(of(x, n), 2) / std::pow(of(x, n), 2); });
        case 4: return made("exp(log(" + a + "))/" + a + times, [of](double x, double n) { return std::exp(std::log(of(x, n))) / of(x, n); });
        case 5: return made("abs(" + a + ")*sign(" + a + ")/" + a + times, [of](double x, double n) { return std::abs(of(x, n)) * sign_of(of(x, n)) / of(x, n); });
        case 6: return made("sign(" + a + ")*(sign(" + a + ") + x - x)" + times, [of](double x, double n) { return std::pow(sign_of(of(x, n)), 2); });
        case 7: return made("abs(sign(" + a + "))" + times, [of](double x, double n) { return std::abs(sign_of(of(x, n))); });
        case 8: return made("where(" + a + " == 0, 1, " + a + "/" + a + ")" + times, [of](double x, double n) { return of(x, n) == 0 ? 1 : of(x, n) / of(x, n); });
        case 9: return made("x^n*x^(-n)" + times, [](double x, double n) { return std::pow(x, n) * std::pow(x, -n); });
        case 10: return made("where(n > 0, n/n, 1)" + times, [](double, double n) { return n > 0 ? n / n : 1; });
        case 11: return made("where(n >= 0, exp(log(n))/n, 1)" + times, [](double, double n) { return n >= 0 ? std::exp(std::log(n)) / n : 1; });
        case 12: return made("(sqrt(" + a + ")^2 + 1)/(" + a + " + 1)" + times, [of](double x, double n) { return (std::pow(std::sqrt(of(x, n)), 2) + 1) / (of(x, n) + 1); });
        default: return made("exp(log(" + a + "^2)/2 - log(abs(" + a + ")))" + times, [of](double x, double n) { return std::exp(std::log(std::pow(of(x, n), 2)) / 2 - std::log(std::abs(of(x, n)))); });
    }
}

struct generator {
    std::uint64_t state;
    int below(std::size_t n) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<int>((state >> 33) % n);
    }
    formula_of_both const& of(formulas const& all) { return all[static_cast<std::size_t>(below(all.size()))]; }
};

std::vector<named_binding<double>> bound(model const& m, double x, double n) {
    std::vector<named_binding<double>> all;
    std::vector<std::string> const names = m.symbols();  // what leibniz::bind refers to
    for (std::string const& name : names) all.push_back(leibniz::bind(name == "x" ? std::string_view("x") : std::string_view("n"), name == "x" ? x : n));
    return all;
}
double value_of(model const& m, double x, double n) { return evaluate(m, bound(m, x, n))[0]; }

bool hold(std::string const& conditions, double x, double n) {
    for (std::size_t from = 0; from < conditions.size();) {
        std::size_t const end = std::min(conditions.find(" and ", from), conditions.size());
        if (value_of(parse(conditions.substr(from, end - from)), x, n) == 0) return false;
        from = end + 5;
    }
    return true;
}

bool close(double a, double b) { return std::abs(a - b) <= 1e-9 * (1 + std::abs(a) + std::abs(b)); }

constexpr double xs[] = {-2.3, -1.4, -0.6, 0.3, 0.7, 1.6, 2.2};

struct assumption {
    char const* text;
    bool (*holds)(double);
};
constexpr assumption assumptions_of_n[] = {
    {"integer(n)", [](double) { return true; }},
    {"and(integer(n), n > 0)", [](double n) { return n > 0; }},
    {"and(n > 1, integer(n))", [](double n) { return n > 1; }},
    {"and(integer(n), n >= 0)", [](double n) { return n >= 0; }},
    {"and(integer(n), n >= 1)", [](double n) { return n >= 1; }},
    {"and(integer(n), n < 0)", [](double n) { return n < 0; }},
};

}  // namespace

TEST_CASE("what is 0 on a piece keeps its value, or its condition is on record") {
    generator draw{7};
    int compared = 0, without = 0;
    for (int k = 0; k < 3000; ++k) {
        formula_of_both const &u = draw.of(parts_of_x), &v = draw.of(parts_of_x);
        formula_of_both const f = joined(draw.below(8), u, v);
        model const canonical = parse(f.text);
        model const conditions = assumptions(canonical).condition();
        for (double x : xs) {
            double const right = f.value(x, 2), found = value_of(canonical, x, 2);
            INFO(f.text << " at " << x << ": " << found << ", not " << right << "; " << text(canonical));
            if (std::isfinite(right)) {
                ++compared;
                REQUIRE(close(found, right));
            } else if (std::isfinite(found) && v.value(x, 2) != 0) {  // 0*log(u) is 0 everywhere
                ++without;
                REQUIRE(value_of(conditions, x, 2) == 0);
            }
        }
    }
    std::printf("pieces: %d values compared, at %d points a condition is on record\n", compared, without);
    CHECK(compared > 9000);
    CHECK(without > 1000);
}

TEST_CASE("no verdict is wrong at a single whole number, or on a piece") {
    generator draw{11};
    int equal = 0, where = 0, different = 0, unknown = 0;
    for (int k = 0; k < 6000; ++k) {
        bool const whole = k % 4 != 0;
        formulas const& parts = whole ? parts_of_n : parts_of_x;
        formula_of_both const &u = draw.of(parts), &v = draw.of(parts);
        formula_of_both const left = joined(draw.below(ways), u, v), right = draw.below(3) == 0 ? joined(draw.below(ways), u, v) : v;
        assumption const& assumed = assumptions_of_n[draw.below(std::size(assumptions_of_n))];
        equivalence const e = equivalent(parse(left.text), parse(right.text), {parse(assumed.text)});
        ++(e.found == verdict::equal ? equal : e.found == verdict::equal_where ? where : e.found == verdict::different ? different : unknown);
        INFO(left.text << " and " << right.text << ", " << assumed.text << ": " << text(e));
        if (e.found == verdict::different) {
            double x = 0.7, n = 5;  // what does not occur
            for (auto const& [name, value] : e.witness) (name == "x" ? x : n) = value;
            double const a = left.value(x, n), b = right.value(x, n);
            REQUIRE(assumed.holds(n));
            REQUIRE(std::isfinite(a));
            REQUIRE(std::isfinite(b));
            REQUIRE(!close(a, b));
        }
        for (double n = -5; n < 6 && (e.found == verdict::equal || e.found == verdict::equal_where); ++n)
            for (double x : xs) {
                if (!assumed.holds(n) || !hold(e.conditions, x, n)) continue;
                double const a = left.value(x, n), b = right.value(x, n);
                INFO("at x = " << x << ", n = " << n << ": " << a << " and " << b);
                REQUIRE(std::isfinite(a) == std::isfinite(b));
                if (std::isfinite(a)) REQUIRE(close(a, b));
            }
    }
    std::printf("pieces: %d equal, %d equal where, %d different, %d unknown\n", equal, where, different, unknown);
    CHECK(equal > 1500);
    CHECK(where > 500);
}
