// Values and first derivatives of the function table in double precision, as the run-time engine computes them, against
// 40-digit references: values to 4 units in the last place, derivatives to 8; where rounding of an argument or of an
// intermediate result costs more, to 8 times the condition number. The functions of the gamma family to 1e-13.
#include <leibniz/evaluate/interpret.hpp>
#include <leibniz/evaluate/valued.hpp>

#include "../catch.hpp"
#include "../reference/table.hpp"
#include "all.hpp"

#include <cstdio>
#include <map>
#include <string>

using namespace leibniz;

namespace {

struct known {
    function const* fn;
    bool any_number;
};

std::map<std::string, known> functions_of_table() {
    std::map<std::string, known> result;
    for_every_function([&]<class F>(F) {
        if (F::meaning == role::none) result[std::string(F::text)] = {&row<F>::descriptor, F::any_number};
    });
    result["pow"] = {&row<power>::descriptor, false};
    return result;
}

/// A function at a point, and its partial derivatives there: of each argument by which the table has one.
struct computed {
    double value = 0;
    std::vector<double> first;
};

computed at_point(known f, reference_point const& p) {
    graph g(rules);
    std::vector<int> symbols, roots;
    std::size_t const n = p.at.size();
    for (std::size_t k = 0; k < n; ++k) symbols.push_back(g.symbol(std::string_view("abc").substr(k, 1)));
    if (f.fn->name == "polygamma" || f.fn->name == "sph_bessel" || f.fn->name == "exprel_derivative") symbols[0] = g.number(static_cast<long long>(p.at[0]));
    auto const applied = [&](int u, int v, int w) {
        int const operands[] = {u, v, w};
        return f.fn->meaning == role::power ? g.power(u, v) : g.call(*f.fn, operands);
    };
    int const others[] = {symbols[n > 1 ? 1 : 0], symbols.back()};
    int root = f.fn->name == "softmax" && n == 3 ? applied(symbols[0], g.call(row<log_sum_exp>::descriptor, others), 0)
               : f.any_number ? applied(symbols[0], symbols[1], 0) : applied(symbols[0], symbols[n > 1 ? 1 : 0], symbols.back());
    for (std::size_t k = 2; f.any_number && f.fn->name != "softmax" && k < n; ++k) root = applied(root, symbols[k], 0);
    for (std::size_t k = 0; k < n; ++k)
        roots.push_back(isnan(p.first[k]) || !g.is(symbols[k], kind::symbol) ? root : differentiate(g, root, symbols[k]));
    REQUIRE(!g.faults.lacks_partials);
    roots.push_back(root);
    std::vector<double> results;
    for (int const& r : roots) {
        program const code = valued(program(view{.nodes = g.begin(), .operands = g.operands(), .roots = &r, .node_count = g.size(), .root_count = 1}));
        buffer<double> inputs;
        for (variable_name const& v : code.variables) inputs.push(p.at[static_cast<std::size_t>(v.name[0] - 'a')]);
        results.push_back(interpret(code, inputs)[code.roots[0]]);
    }
    double const value = results.back();
    results.pop_back();
    return {value, results};
}

struct tally {
    int points = 0, derivatives = 0;
    double value = 0, first = 0;                // worst error in units in the last place
    double value_share = 0, first_share = 0;    // the same, over the bound
};

/// Functions whose derivative keeps 8 units in the last place over the whole range, whatever its condition.
bool is_exact_throughout(std::string const& name) { return name == "sigmoid" || name == "tanh" || name == "softplus" || name == "erf" || name == "erfc"; }

/// Where a derivative is not computed to the bound: that of atan2 divides by a square, which may leave the range; quotients
/// of subnormal numbers have their few digits.
bool is_left_out(reference_point const& p) {
    if (p.function == "atan2") return std::abs(std::log10(std::hypot(p.at[0], p.at[1]))) > 150;
    return p.function == "hypot" && std::hypot(p.at[0], p.at[1]) < std::numeric_limits<double>::min();
}

/// How much the terms of which a derivative is made exceed it: differences of digamma of unlike arguments cancel, and
/// 2*u*erfcx(u) - 2/sqrt(pi) does for large u.
double cancellation(reference_point const& p, std::size_t k) {
    double const first = std::abs(static_cast<double>(p.first[k])), least = std::min(p.at[0], p.at.back());
    if (p.function == "lbeta") return (1 / least + std::abs(std::log(p.at[0] + p.at[1]))) / first;
    return p.function == "erfcx" ? 1.2 / first : 0;
}

bool is_gamma(std::string const& name) { return name.find("gamma") != std::string::npos; }

}  // namespace

TEST_CASE("values and first derivatives agree with 40-digit references") {
    std::map<std::string, known> const functions = functions_of_table();
    std::map<std::string, tally> tallies;
    for (reference_point const& p : reference_points()) {
        std::string const& name = p.function;
        auto const f = functions.find(name);
        if (f == functions.end()) continue;
        tally& t = tallies[name];
        ++t.points;
        computed const c = at_point(f->second, p);
        constexpr double unit = std::numeric_limits<double>::epsilon();
        auto const bound = [&](double fixed, double condition) {
            double const conditioned = 8 * (std::isfinite(condition) ? condition : 1e30);
            return std::max({fixed, conditioned, is_gamma(name) ? 1e-13 / unit * (1 + conditioned / 8) : 0});
        };
        double const error = ulps(c.value, p.value[0]), share = error / bound(4, condition_of(p));
        t.value = std::max(t.value, error);
        t.value_share = std::max(t.value_share, share);
        for (std::size_t k = 0; k < p.at.size(); ++k) {
            if (isnan(p.first[k]) || is_left_out(p)) continue;
            ++t.derivatives;
            double const error_of_first = ulps(c.first[k], p.first[k]), share_of_first = error_of_first / bound(8, std::max(cancellation(p, k), is_exact_throughout(name) ? 0 : condition_of_first(p, k)));
            t.first = std::max(t.first, error_of_first);
            t.first_share = std::max(t.first_share, share_of_first);
            CAPTURE(name, p.at, k, c.first[k], p.first[k]);
            CHECK(share_of_first <= 1);
        }
        CAPTURE(name, p.at, c.value, p.value[0]);
        CHECK(share <= 1);
    }
    std::printf("%-14s %6s %12s %12s   %12s %12s\n", "function", "points", "value: ulp", "of bound", "deriv.: ulp", "of bound");
    for (auto const& [name, t] : tallies) {
        std::printf("%-14s %6d %12.4g %12.3g   %12.4g %12.3g", name.c_str(), t.points, t.value, t.value_share, t.first, t.first_share);
        std::printf("\n");
        CHECK(t.points >= 40);
    }
    CHECK(tallies.size() >= 62);
}
