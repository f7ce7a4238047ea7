#include <leibniz/solvers/ipopt.hpp>

#include "catch.hpp"

#include <array>
#include <string>
#include <vector>

namespace {

using namespace leibniz;

constexpr symbols<"x", 4> x;
constexpr symbol<"a"> a;
constexpr symbol<"b"> b;
constexpr auto cost = x[0_c]*x[3_c]*(x[0_c] + x[1_c] + x[2_c]) + x[2_c];
constexpr auto product = x[0_c]*x[1_c]*x[2_c]*x[3_c];
constexpr auto squares = pow<2>(x[0_c]) + pow<2>(x[1_c]) + pow<2>(x[2_c]) + pow<2>(x[3_c]);

/// Problem 71 of Hock and Schittkowski by hand: the derivatives of cost, product and squares, written out.
class by_hand final : public Ipopt::TNLP {
public:
    using Index = Ipopt::Index;
    using Number = Ipopt::Number;
    std::array<double, 4> solution{};
    double objective = 0;

    bool get_nlp_info(Index& n, Index& m, Index& jacobian, Index& hessian, IndexStyleEnum& style) override {
        n = 4, m = 2, jacobian = 8, hessian = 10, style = C_STYLE;
        return true;
    }
    bool get_bounds_info(Index, Number* lower, Number* upper, Index, Number* least, Number* most) override {
        for (int i = 0; i < 4; ++i) lower[i] = 1, upper[i] = 5;
        least[0] = 25, most[0] = 2e19, least[1] = most[1] = 40;
        return true;
    }
    bool get_starting_point(Index, bool, Number* at, bool, Number*, Number*, Index, bool, Number*) override {
        at[0] = at[3] = 1, at[1] = at[2] = 5;
        return true;
    }
    bool eval_f(Index, Number const* p, bool, Number& f) override {
        f = p[0]*p[3]*(p[0] + p[1] + p[2]) + p[2];
        return true;
    }
    bool eval_grad_f(Index, Number const* p, bool, Number* g) override {
        g[0] = p[3]*(2*p[0] + p[1] + p[2]), g[1] = p[0]*p[3], g[2] = p[0]*p[3] + 1, g[3] = p[0]*(p[0] + p[1] + p[2]);
        return true;
    }
    bool eval_g(Index, Number const* p, bool, Index, Number* g) override {
        g[0] = p[0]*p[1]*p[2]*p[3], g[1] = p[0]*p[0] + p[1]*p[1] + p[2]*p[2] + p[3]*p[3];
        return true;
    }
    bool eval_jac_g(Index, Number const* p, bool, Index, Index, Index* rows, Index* columns, Number* to) override {
        for (int i = 0; i < 8 && to == nullptr; ++i) rows[i] = i / 4, columns[i] = i % 4;
        if (to == nullptr) return true;
        to[0] = p[1]*p[2]*p[3], to[1] = p[0]*p[2]*p[3], to[2] = p[0]*p[1]*p[3], to[3] = p[0]*p[1]*p[2];
        for (int i = 0; i < 4; ++i) to[4 + i] = 2*p[i];
        return true;
    }
    bool eval_h(Index, Number const* p, bool, Number s, Index, Number const* l, bool, Index, Index* rows, Index* columns, Number* to) override {
        for (int row = 0, k = 0; row < 4 && to == nullptr; ++row)
            for (int column = 0; column <= row; ++column, ++k) rows[k] = row, columns[k] = column;
        if (to == nullptr) return true;
        to[0] = s*2*p[3] + l[1]*2;
        to[1] = s*p[3] + l[0]*p[2]*p[3], to[2] = l[1]*2;
        to[3] = s*p[3] + l[0]*p[1]*p[3], to[4] = l[0]*p[0]*p[3], to[5] = l[1]*2;
        to[6] = s*(2*p[0] + p[1] + p[2]) + l[0]*p[1]*p[2], to[7] = s*p[0] + l[0]*p[0]*p[2], to[8] = s*p[0] + l[0]*p[0]*p[1], to[9] = l[1]*2;
        return true;
    }
    void finalize_solution(Ipopt::SolverReturn, Index, Number const* p, Number const*, Number const*, Index, Number const*, Number const*,
                           Number value, Ipopt::IpoptData const*, Ipopt::IpoptCalculatedQuantities*) override {
        for (std::size_t i = 0; i < 4; ++i) solution[i] = p[i];
        objective = value;
    }
};

auto derived() {
    auto const problem = ipopt_problem(cost, outputs(product, squares), wrt(x));
    problem->lower.fill(1.0), problem->upper.fill(5.0);
    problem->start = {1.0, 5.0, 5.0, 1.0};
    problem->least = {25.0, 40.0}, problem->most = {2e19, 40.0};
    return problem;
}

Ipopt::SmartPtr<Ipopt::IpoptApplication> quiet() {
    Ipopt::SmartPtr<Ipopt::IpoptApplication> const ipopt = IpoptApplicationFactory();
    ipopt->Options()->SetIntegerValue("print_level", 0);
    ipopt->Options()->SetStringValue("sb", "yes");
    return ipopt;
}
std::string option(Ipopt::IpoptApplication const& ipopt, char const* name) {
    std::string value;
    ipopt.Options()->GetStringValue(name, value, "");
    return value;
}

using numbers = std::vector<double>;
using indices = std::vector<int>;
constexpr double here[] = {1.1, 4.7, 3.8, 1.4}, there[] = {2.0, 3.0, 4.0, 4.5};

TEST_CASE("every callback of HS071 gives what it gives by hand") {
    auto const problem = derived();
    by_hand hand;
    Ipopt::TNLP* const both[] = {GetRawPtr(problem), &hand};

    int sizes[2][4];
    double limits[2][12], starts[2][4];
    indices places[2][4] = {{indices(8), indices(8), indices(10), indices(10)}, {indices(8), indices(8), indices(10), indices(10)}};
    for (int k = 0; k < 2; ++k) {
        Ipopt::TNLP::IndexStyleEnum style;
        CHECK(both[k]->get_nlp_info(sizes[k][0], sizes[k][1], sizes[k][2], sizes[k][3], style));
        CHECK(style == Ipopt::TNLP::C_STYLE);
        CHECK(both[k]->get_bounds_info(4, limits[k], limits[k] + 4, 2, limits[k] + 8, limits[k] + 10));
        CHECK(both[k]->get_starting_point(4, true, starts[k], false, nullptr, nullptr, 2, false, nullptr));
        CHECK(both[k]->eval_jac_g(4, nullptr, false, 2, 8, places[k][0].data(), places[k][1].data(), nullptr));
        CHECK(both[k]->eval_h(4, nullptr, false, 1, 2, nullptr, false, 10, places[k][2].data(), places[k][3].data(), nullptr));
    }
    for (int i = 0; i < 4; ++i) CHECK(sizes[0][i] == sizes[1][i]);
    for (int i = 0; i < 12; ++i) CHECK(limits[0][i] == limits[1][i]);
    for (int i = 0; i < 4; ++i) CHECK(starts[0][i] == starts[1][i]);
    for (int i = 0; i < 4; ++i) CHECK(places[0][i] == places[1][i]);

    double const lambda[] = {-0.55, 0.16};
    for (auto const* p : {here, there}) {
        numbers all[2];
        for (int k = 0; k < 2; ++k) {
            numbers& found = all[k];
            found.resize(1 + 4 + 2 + 8 + 10);
            CHECK(both[k]->eval_f(4, p, true, found[0]));
            CHECK(both[k]->eval_grad_f(4, p, false, found.data() + 1));
            CHECK(both[k]->eval_g(4, p, false, 2, found.data() + 5));
            CHECK(both[k]->eval_jac_g(4, p, false, 2, 8, nullptr, nullptr, found.data() + 7));
            CHECK(both[k]->eval_h(4, p, false, 0.7, 2, lambda, true, 10, nullptr, nullptr, found.data() + 15));
        }
        for (std::size_t i = 0; i < all[0].size(); ++i) CHECK(all[0][i] == Approx(all[1][i]).epsilon(1e-14));
    }
}

TEST_CASE("HS071 is solved as by hand") {
    auto const problem = derived();
    REQUIRE(problem->solve() == Ipopt::Solve_Succeeded);
    Ipopt::SmartPtr<by_hand> const hand = new by_hand;
    auto const ipopt = quiet();
    ipopt->Initialize();
    REQUIRE(ipopt->OptimizeTNLP(GetRawPtr(hand)) == Ipopt::Solve_Succeeded);

    CHECK(problem->objective == Approx(hand->objective).epsilon(1e-12));
    CHECK(problem->objective == Approx(17.0140173).epsilon(1e-8));  // Hock and Schittkowski, 1981
    double const known[] = {1.0, 4.743, 3.8211, 1.3794};
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(problem->solution[i] == Approx(hand->solution[i]).epsilon(1e-10));
        CHECK(problem->solution[i] == Approx(known[i]).margin(5e-4));
    }
    CHECK(problem->constraint_values[0] == Approx(25.0).epsilon(1e-7));
    CHECK(problem->constraint_values[1] == Approx(40.0).epsilon(1e-7));
    CHECK(problem->multipliers[0] == Approx(-0.552293).epsilon(1e-5));
    CHECK(problem->lower_multipliers[0] == Approx(1.087871).epsilon(1e-5));
}

TEST_CASE("a new point is taken over by whichever callback says so, and by no other") {
    auto const problem = derived();
    double f = 0, gradient[4], hessian[10], expected[10], lambda[] = {0.0, 0.0}, g[2];
    problem->eval_f(4, here, true, f);
    problem->eval_grad_f(4, here, false, gradient);
    problem->eval_h(4, there, true, 1.0, 2, lambda, true, 10, nullptr, nullptr, hessian);  // a new point, first seen here
    by_hand().eval_h(4, there, true, 1.0, 2, lambda, true, 10, nullptr, nullptr, expected);
    for (int i = 0; i < 10; ++i) CHECK(hessian[i] == Approx(expected[i]).epsilon(1e-14));
    problem->eval_f(4, there, false, f);
    CHECK(f == Approx(2*4.5*9 + 4).epsilon(1e-14));
    problem->eval_g(4, there, false, 2, g);
    CHECK(g[1] == Approx(4 + 9 + 16 + 20.25).epsilon(1e-14));
    problem->eval_grad_f(4, there, false, gradient);
    CHECK(gradient[1] == Approx(9.0).epsilon(1e-14));
    problem->eval_grad_f(4, here, true, gradient);
    CHECK(gradient[1] == Approx(1.54).epsilon(1e-14));
    // The multipliers are those of the call.
    lambda[1] = 3.0;
    problem->eval_h(4, here, false, 0.0, 2, lambda, true, 10, nullptr, nullptr, hessian);
    CHECK(hessian[2] == 6.0);
}

TEST_CASE("what is constant is told: by the bounds, which constraints are equations, by the formulas, which are linear") {
    auto const problem = derived();
    auto const ipopt = quiet();
    problem->tell_constants(*ipopt->Options());
    CHECK(option(*ipopt, "jac_c_constant") == "no");
    CHECK(option(*ipopt, "jac_d_constant") == "no");
    CHECK(option(*ipopt, "hessian_constant") == "no");

    auto const mixed = ipopt_problem(cost, outputs(product, x[0_c] - 3_c*x[1_c]), wrt(x));
    mixed->least = {25.0, 0.0}, mixed->most = {2e19, 0.0};
    mixed->tell_constants(*ipopt->Options());
    CHECK(option(*ipopt, "jac_c_constant") == "yes");
    CHECK(option(*ipopt, "jac_d_constant") == "no");
    Ipopt::TNLP::LinearityType types[4];
    CHECK(mixed->get_constraints_linearity(2, types));
    CHECK(types[0] == Ipopt::TNLP::NON_LINEAR);
    CHECK(types[1] == Ipopt::TNLP::LINEAR);

    auto const quadratic = ipopt_problem(pow<2>(x[0_c]) + pow<2>(x[1_c] - a) + b*x[2_c], outputs(x[0_c] + x[1_c] + x[2_c]), wrt(x[0_c], x[1_c], x[2_c]),
                                         a = 1.0, b = 4.0);
    quadratic->lower[2] = 0.0;
    quadratic->least = quadratic->most = {3.0};
    CHECK(quadratic->get_variables_linearity(3, types));
    CHECK(types[0] == Ipopt::TNLP::NON_LINEAR);
    CHECK(types[2] == Ipopt::TNLP::LINEAR);
    REQUIRE(quadratic->solve(*ipopt) == Ipopt::Solve_Succeeded);
    CHECK(option(*ipopt, "jac_c_constant") == "yes");
    CHECK(option(*ipopt, "hessian_constant") == "yes");
    CHECK(quadratic->solution[0] == Approx(1.0).epsilon(1e-7));  // 2*x0 = 2*(x1 - 1) = 2 < b, so x2 = 0
    CHECK(quadratic->solution[1] == Approx(2.0).epsilon(1e-7));
    CHECK(quadratic->solution[2] == Approx(0.0).margin(1e-7));
    CHECK(quadratic->objective == Approx(2.0).epsilon(1e-7));
}

TEST_CASE("without constraints, with values of other symbols") {
    auto const valley = ipopt_problem(pow<2>(a - x[0_c]) + b*pow<2>(x[1_c] - pow<2>(x[0_c])), wrt(x[0_c], x[1_c]), a = 1.0, b = 100.0);
    valley->start = {-1.2, 1.0};
    REQUIRE(valley->solve() == Ipopt::Solve_Succeeded);
    CHECK(valley->solution[0] == Approx(1.0).epsilon(1e-7));
    CHECK(valley->solution[1] == Approx(1.0).epsilon(1e-7));
    CHECK(valley->objective == Approx(0.0).margin(1e-14));
}

TEST_CASE("one constraint, and symbols of any name") {
    constexpr symbol<"objective_factor"> factor;
    constexpr symbol<"multiplier0"> multiplier;
    auto const problem = ipopt_problem(factor*pow<2>(x[0_c]) + pow<2>(x[1_c]), multiplier*x[0_c]*x[1_c], wrt(x[0_c], x[1_c]), factor = 4.0, multiplier = 2.0);
    problem->start = {1.0, 1.0};
    problem->least = problem->most = {4.0};  // x0*x1 = 2 and 2*x0 = x1
    REQUIRE(problem->solve() == Ipopt::Solve_Succeeded);
    CHECK(problem->solution[0] == Approx(1.0).epsilon(1e-7));
    CHECK(problem->solution[1] == Approx(2.0).epsilon(1e-7));
}

}  // namespace
