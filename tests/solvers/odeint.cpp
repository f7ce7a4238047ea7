#include <leibniz/solvers/odeint.hpp>

#include "catch.hpp"

#include <boost/numeric/odeint/integrate/integrate_adaptive.hpp>
#include <boost/numeric/odeint/integrate/integrate_const.hpp>
#include <boost/numeric/odeint/integrate/integrate_n_steps.hpp>
#include <boost/numeric/odeint/stepper/generation.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta4.hpp>
#include <boost/version.hpp>

#include <array>
#include <cmath>

namespace {

using namespace leibniz;
namespace odeint = boost::numeric::odeint;
using states = boost::numeric::ublas::vector<double>;
using matrix_of_numbers = boost::numeric::ublas::matrix<double>;

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
/// Along this system one solution is cos(t), to which all others are drawn (Prothero and Robinson).
auto drawn() { return ode(outputs(-k1*(a - cos(t)) - sin(t)), wrt(a), t, k1 = 100.0); }

states column_of(std::initializer_list<double> numbers) {
    states result(numbers.size());
    std::copy(numbers.begin(), numbers.end(), result.begin());
    return result;
}

/// Robertson's system by hand, as odeint takes it.
struct slopes_by_hand {
    void operator()(states const& x, states& out, double) const {
        out[0] = -0.04*x[0] + 1e4*x[1]*x[2];
        out[2] = 3e7*x[1]*x[1];
        out[1] = -out[0] - out[2];
    }
};
struct jacobian_by_hand {
    void operator()(states const& x, matrix_of_numbers& j, double const&, states& by_time) const {
        double const rows[3][3] = {{-0.04, 1e4*x[2], 1e4*x[1]}, {0.04, -1e4*x[2] - 6e7*x[1], -1e4*x[1]}, {0, 6e7*x[1], 0}};
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t k = 0; k < 3; ++k) j(i, k) = rows[i][k];
        by_time = states(3, 0.0);
    }
};

template <class System>
states solved(System const& system, states x, double to, double tolerance) {
    auto const stepper = odeint::make_controlled<rodas<double>>(tolerance*1e-4, tolerance);
    odeint::integrate_adaptive(stepper, system, x, 0.0, to, 1e-8);
    return x;
}

TEST_CASE("odeint solves Robertson's and van der Pol's problems with derived Jacobians") {
    states const got = solved(odeint_system(robertson()), column_of({1, 0, 0}), 40.0, 1e-8);
    states const hand = solved(std::pair(slopes_by_hand(), jacobian_by_hand()), column_of({1, 0, 0}), 40.0, 1e-8);
    for (std::size_t i = 0; i < 3; ++i) CHECK(got[i] == Approx(hand[i]).epsilon(1e-10));
    CHECK(got[0] == Approx(7.158270687194e-01).epsilon(1e-6));  // Hairer and Wanner, Solving Ordinary Differential Equations II
    CHECK(got[1] == Approx(9.185534764557e-06).epsilon(1e-6));

    // a'' = ((1 - a^2) a' - a)/mu with mu = 1e-6; the states at 2: Test Set for IVP Solvers.
    auto const van_der_pol = ode(outputs(b, ((1_c - pow<2>(a))*b - a)/mu), wrt(a, b), mu = 1e-6);
    states const y = solved(odeint_system(van_der_pol), column_of({2, 0}), 2.0, 1e-7);
    CHECK(y[0] == Approx(1.706167732170483).epsilon(1e-5));
    CHECK(y[1] == Approx(-0.8928097010247975).epsilon(1e-5));
}

TEST_CASE("The whole Jacobian is written, and the derivative by the time") {
    auto const [slopes, jacobian] = odeint_system(robertson());
    states const at = column_of({0.7, 1e-5, 0.3});
    states out(3), expected(3), by_time(3, 77.0), zero(3);
    matrix_of_numbers j(3, 3, 77.0), expected_j(3, 3);
    slopes(at, out, 0.0), slopes_by_hand()(at, expected, 0.0);
    jacobian(at, j, 0.0, by_time), jacobian_by_hand()(at, expected_j, 0.0, zero);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(out[i] == Approx(expected[i]).epsilon(1e-14));
        CHECK(by_time[i] == 0);
        for (std::size_t k = 0; k < 3; ++k) CHECK(j(i, k) == Approx(expected_j(i, k)).epsilon(1e-14));
    }

    auto const timed = odeint_system(drawn()).second;
    states const one(1, 0.5);
    states rate(1);
    matrix_of_numbers slope(1, 1);
    timed(one, slope, 0.25, rate);
    CHECK(slope(0, 0) == Approx(-100.0));
    CHECK(rate[0] == Approx(-100*std::sin(0.25) - std::cos(0.25)).epsilon(1e-14));
}

/// By how much the last state is off after so many steps to 2.
template <class Stepper, class System>
double error(Stepper stepper, System const& system, std::size_t steps) {
    states x(1, 1.0);
    odeint::integrate_n_steps(stepper, system, x, 0.0, 2.0/static_cast<double>(steps), steps);
    return std::abs(x[0] - std::cos(2.0));
}

TEST_CASE("Where an equation contains the time, the method is of the fourth order by the derivative by the time") {
    auto const system = odeint_system(ode(outputs(-k1*(a - cos(t)) - sin(t)), wrt(a), t, k1 = 1.0));
    auto const forgotten = [jacobian = system.second](states const& x, matrix_of_numbers& j, double const& time, states& by_time) {
        jacobian(x, j, time, by_time);
        by_time[0] = 0;
    };
    CHECK(error(rodas<double>(), system, 50) < 1e-8);
    CHECK(error(rodas<double>(), system, 50)/error(rodas<double>(), system, 100) == Approx(16).epsilon(0.1));
    CHECK(error(rodas<double>(), std::pair(system.first, forgotten), 50) > 1e-4);
    if (BOOST_VERSION == 107400) CHECK(error(odeint::rosenbrock4<double>(), system, 50) > 1e-4);
    CHECK(error(rodas<double>(), odeint_system(drawn()), 100) < 1e-7);
}

TEST_CASE("Explicit steppers take the equations, with states of any kind that is contiguous") {
    std::array<double, 1> x{1.0};
    odeint::integrate_const(odeint::runge_kutta4<std::array<double, 1>>(), odeint_system(drawn()).first, x, 0.0, 2.0, 0.001);
    CHECK(x[0] == Approx(std::cos(2.0)).epsilon(1e-9));
}

TEST_CASE("Numbers of uBLAS are resized as it states") {
    boost::numeric::ublas::unbounded_array<double> numbers(2, 1.0);
    numbers.resize(4, 5.0);
    CHECK((numbers[0] == 1 && numbers[1] == 1 && numbers[2] == 5 && numbers[3] == 5));
    numbers.resize(1, 7.0);
    CHECK((numbers.size() == 1 && numbers[0] == 1));
    numbers.resize(0);
    CHECK(numbers.empty());
    numbers.resize(3);
    CHECK(numbers.size() == 3);
}

}  // namespace
