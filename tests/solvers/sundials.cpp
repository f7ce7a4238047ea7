#include <leibniz/solvers/sundials.hpp>

#include "catch.hpp"

#include <array>
#include <cmath>
#include <vector>

namespace {

using namespace leibniz;
using Catch::Matchers::ContainsSubstring;

constexpr symbol<"a"> a;
constexpr symbol<"b"> b;
constexpr symbol<"c"> c;
constexpr symbol<"k1"> k1;
constexpr symbol<"k2"> k2;
constexpr symbol<"k3"> k3;
constexpr symbol<"mu"> mu;
constexpr symbol<"t"> t;

constexpr auto first = -k1*a + k2*b*c;
constexpr auto last = k3*pow<2>(b);
auto robertson() { return ode(outputs(first, -first - last, last), wrt(a, b, c), k1 = 0.04, k2 = 1e4, k3 = 3e7); }

/// Vectors and matrices of three states, which are freed at the end.
struct workplace {
    sundials::Context context;
    N_Vector y = N_VNew_Serial(3, context), out = N_VNew_Serial(3, context), v = N_VNew_Serial(3, context);
    SUNMatrix j = SUNDenseMatrix(3, 3, context), expected = SUNDenseMatrix(3, 3, context);

    workplace() {
        set(y, {0.7, 1e-5, 0.3});
        set(v, {0.5, -2.0, 3.0});
    }
    workplace(workplace const&) = delete;
    ~workplace() {
        for (N_Vector each : {y, out, v}) N_VDestroy(each);
        for (SUNMatrix each : {j, expected}) SUNMatDestroy(each);
    }
    static void set(N_Vector to, std::array<double, 3> const& numbers) {
        for (std::size_t i = 0; i < 3; ++i) N_VGetArrayPointer(to)[i] = numbers[i];
    }
};

/// Robertson's system by hand, as CVODE takes it.
struct by_hand {
    static int right_hand_side(sunrealtype, N_Vector y, N_Vector slopes, void*) {
        double const *at = N_VGetArrayPointer(y), r = -0.04*at[0] + 1e4*at[1]*at[2], s = 3e7*at[1]*at[1];
        double* const out = N_VGetArrayPointer(slopes);
        out[0] = r;
        out[1] = -r - s;
        out[2] = s;
        return 0;
    }
    static int jacobian(sunrealtype, N_Vector y, N_Vector, SUNMatrix j, void*, N_Vector, N_Vector, N_Vector) {
        double const* const at = N_VGetArrayPointer(y);
        double const rows[3][3] = {{-0.04, 1e4*at[2], 1e4*at[1]}, {0.04, -1e4*at[2] - 6e7*at[1], -1e4*at[1]}, {0, 6e7*at[1], 0}};
        for (int i = 0; i < 3; ++i)
            for (int k = 0; k < 3; ++k) SUNDenseMatrix_Cols(j)[k][i] = rows[i][k];
        return 0;
    }
    /// The states at these times.
    static std::vector<std::array<double, 3>> solved(std::vector<double> const& times) {
        workplace w;
        workplace::set(w.y, {1.0, 0.0, 0.0});
        void* memory = CVodeCreate(CV_BDF, w.context);
        SUNLinearSolver const linear = SUNLinSol_Dense(w.y, w.j, w.context);
        CVodeInit(memory, right_hand_side, 0.0, w.y);
        CVodeSStolerances(memory, 1e-10, 1e-14);
        CVodeSetLinearSolver(memory, linear, w.j);
        CVodeSetJacFn(memory, jacobian);
        CVodeSetMaxNumSteps(memory, 100000);
        std::vector<std::array<double, 3>> states;
        for (double const time : times) {
            double reached = 0;
            CVode(memory, time, w.y, &reached, CV_NORMAL);
            double const* const y = N_VGetArrayPointer(w.y);
            states.push_back({y[0], y[1], y[2]});
        }
        CVodeFree(&memory);
        SUNLinSolFree(linear);
        return states;
    }
};

TEST_CASE("CVODE solves Robertson's problem with the derived Jacobian as with the one by hand") {
    cvode_solver solver(robertson(), 0.0, values(c = 0.0, b = 0.0, a = 1.0), 1e-10, 1e-14);
    CVodeSetMaxNumSteps(solver.memory(), 100000);
    auto const hand = by_hand::solved({0.4, 40.0, 1e11});

    // The first time and its states: SUNDIALS' own example prints them to 5 digits. The last: Hairer and Wanner, Solving Ordinary
    // Differential Equations II, and the Test Set for IVP Solvers of Bari.
    struct known {
        double time, a, b, c, epsilon;
    };
    known const all[] = {{0.4, 9.8517e-01, 3.3864e-05, 1.4794e-02, 1e-4},
                         {40.0, 7.158270687194e-01, 9.185534764557e-06, 2.841637457458e-01, 1e-7},
                         {1e11, 2.083340149701255e-08, 8.333360770334713e-14, 9.999999791665050e-01, 1e-5}};
    for (std::size_t i = 0; i < 3; ++i) {
        known const& at = all[i];
        auto const y = solver(at.time);
        CHECK(y[a] == Approx(at.a).epsilon(at.epsilon));
        CHECK(y[b] == Approx(at.b).epsilon(at.epsilon));
        CHECK(y[c] == Approx(at.c).epsilon(at.epsilon));
        CHECK(y[a] == Approx(hand[i][0]).epsilon(1e-6));
        CHECK(y[b] == Approx(hand[i][1]).epsilon(1e-6));
        CHECK(y[a] + y[b] + y[c] == Approx(1.0).epsilon(1e-12));  // what the equations conserve
    }
}

TEST_CASE("Right-hand side, Jacobian and products with it are those by hand; zeros are not written") {
    workplace w;
    auto system = robertson();
    using functions = cvode_functions<decltype(system)>;
    by_hand::right_hand_side(0, w.y, w.v, nullptr);
    CHECK(functions::right_hand_side(0, w.y, w.out, &system) == 0);
    for (int i = 0; i < 3; ++i) CHECK(N_VGetArrayPointer(w.out)[i] == Approx(N_VGetArrayPointer(w.v)[i]).epsilon(1e-14));

    for (int k = 0; k < 9; ++k) SM_DATA_D(w.j)[k] = 77;
    by_hand::jacobian(0, w.y, nullptr, w.expected, nullptr, nullptr, nullptr, nullptr);
    CHECK(functions::jacobian(0, w.y, nullptr, w.j, &system, nullptr, nullptr, nullptr) == 0);
    for (int i = 0; i < 3; ++i)
        for (int k = 0; k < 3; ++k) {
            bool const zero = i == 2 && k != 1;
            CHECK(SM_ELEMENT_D(w.j, i, k) == (zero ? Approx(77) : Approx(SM_ELEMENT_D(w.expected, i, k)).epsilon(1e-14)));
        }

    CHECK(functions::jacobian_times(w.v, w.out, 0, w.y, nullptr, &system, nullptr) == 0);
    for (int i = 0; i < 3; ++i) {
        double product = 0;
        for (int k = 0; k < 3; ++k) product += SM_ELEMENT_D(w.expected, i, k)*N_VGetArrayPointer(w.v)[k];
        CHECK(N_VGetArrayPointer(w.out)[i] == Approx(product).epsilon(1e-13));
    }
}

TEST_CASE("CVODE solves van der Pol's problem, and one that contains the time") {
    // a'' = ((1 - a^2) a' - a)/mu with mu = 1e-6; the states at 2: Test Set for IVP Solvers.
    cvode_solver solver(ode(outputs(b, ((1_c - pow<2>(a))*b - a)/mu), wrt(a, b), mu = 1e-6), 0.0, values(a = 2.0, b = 0.0), 1e-9, 1e-12);
    CVodeSetMaxNumSteps(solver.memory(), 100000);
    auto const y = solver(2.0);
    CHECK(y[a] == Approx(1.706167732170483).epsilon(1e-6));
    CHECK(y[b] == Approx(-0.8928097010247975).epsilon(1e-6));

    cvode_solver timed(ode(outputs(-k1*(a - cos(t)) - sin(t)), wrt(a), t, k1 = 1e3), 0.0, values(a = 1.0), 1e-10, 1e-12);
    CHECK(timed(3.0)[a] == Approx(std::cos(3.0)).epsilon(1e-7));  // its solution
}

TEST_CASE("CVODE's own word is passed on where it gives up") {
    cvode_solver solver(ode(outputs(pow<2>(a)), wrt(a)), 0.0, values(a = 1.0), 1e-8, 1e-10);  // 1/(1 - t)
    CVodeSetErrFile(solver.memory(), nullptr);
    CHECK(solver(0.5)[a] == Approx(2.0).epsilon(1e-6));
    CHECK_THROWS_WITH(solver(2.0), ContainsSubstring("cvode_solver: CVODE says CV_"));
}

}  // namespace
