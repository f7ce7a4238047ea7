// The objective "Gaussian mixture" of ADBench (Srajer, Kukelova, Fitzgibbon: A Benchmark of Selected Algorithmic Differentiation Tools, 2018)
// in the plane: a sum over rows, with a prior of Wishart's kind, and its gradient by all weights, means and factors.

#include <leibniz/eigen.hpp>

#include "catch.hpp"
#include "json_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sstream>
#include <utility>

namespace {

using namespace leibniz;

template <int I>
using number = std::integral_constant<int, I>;

/// K Gaussians: weights a, means m (two each), factors of the inverse covariances: logarithms of their diagonals q (two each), and what
/// stands below, l.
template <int K>
struct mixture {
    static constexpr symbols<"a", K> a{};
    static constexpr symbols<"m", 2*K> m{};
    static constexpr symbols<"q", 2*K> q{};
    static constexpr symbols<"l", K> l{};
    static constexpr column<"x"> x{};
    static constexpr column<"y"> y{};
    static constexpr symbol<"gamma"> gamma{};
    static constexpr symbol<"wishart"> wishart{};

    template <class F>
    static constexpr auto total(F f) {
        return [&]<int... I>(std::integer_sequence<int, I...>) {
            return (f(number<I>(), number<2*I>(), number<2*I + 1>()) + ...);
        }(std::make_integer_sequence<int, K>{});
    }
    static constexpr auto density = [](auto k, auto k1, auto k2) {
        return exp(a[k] + q[k1] + q[k2] - (pow<2>(exp(q[k1])*(x - m[k1])) + pow<2>(exp(q[k2])*(y - m[k2]) + l[k]*(x - m[k1])))/2_c);
    };
    static constexpr auto prior = [](auto k, auto k1, auto k2) {
        return pow<2>(gamma)*(exp(2_c*q[k1]) + exp(2_c*q[k2]) + pow<2>(l[k]))/2_c - wishart*(q[k1] + q[k2]);
    };
    // What does not depend on the variables is added as a number.
    static constexpr auto objective = sum(log(total(density))) - sum(1_c)*log(total([](auto k, auto, auto) { return exp(a[k]); })) + total(prior);

    /// The order of the benchmark: all weights; the means; of each Gaussian the diagonal and what stands below.
    static constexpr auto by = []<int... I>(std::integer_sequence<int, I...>) {
        return wrt(a[number<I>()]..., m, []<int J>(number<J>) { return wrt(q[number<2*J>()], q[number<2*J + 1>()], l[number<J>()]); }(number<I>())...);
    }(std::make_integer_sequence<int, K>{});
};

/// A problem of the benchmark: its numbers in their order.
struct input {
    Eigen::VectorXd at;
    Eigen::ArrayXd x, y;
    double gamma = 1;
    int wishart = 0;
};
/// The constant part of the objective.
double constant_part(input const& in, int count) {
    double const pi_ = 3.14159265358979323846, n = 2 + in.wishart + 1, half = n/2;
    double const log_gamma = std::log(pi_)/2 + std::lgamma(half) + std::lgamma(half - 0.5);
    return -static_cast<double>(in.x.size())*std::log(2*pi_) - count*(n*2*(std::log(in.gamma) - std::log(2.0)/2) - log_gamma);
}

struct outcome {
    double objective = 0;
    std::vector<double> gradient;
};
template <int K>
outcome derived(input const& in) {
    using model = mixture<K>;
    auto const [f, g] = evaluate(outputs(model::objective, gradient(model::objective, model::by)), from_vector(model::by, in.at), model::x = in.x,
                                 model::y = in.y, model::gamma = in.gamma, model::wishart = static_cast<double>(in.wishart));
    return {f + constant_part(in, K), {std::begin(g.values), std::end(g.values)}};
}

/// The objective in loops.
double by_hand(input const& in, int count) {
    auto const at = [&](int i) { return in.at[i]; };
    double total = constant_part(in, count), weights = 0;
    for (int k = 0; k < count; ++k) weights += std::exp(at(k));
    for (Eigen::Index i = 0; i < in.x.size(); ++i) {
        double densities = 0;
        for (int k = 0; k < count; ++k) {
            int const m = count + 2*k, q = 3*count + 3*k;
            double const u = in.x[i] - at(m), v = in.y[i] - at(m + 1), first = std::exp(at(q))*u, second = std::exp(at(q + 1))*v + at(q + 2)*u;
            densities += std::exp(at(k) + at(q) + at(q + 1) - (first*first + second*second)/2);
        }
        total += std::log(densities) - std::log(weights);
    }
    for (int k = 0; k < count; ++k) {
        int const q = 3*count + 3*k;
        double const squares = std::exp(2*at(q)) + std::exp(2*at(q + 1)) + at(q + 2)*at(q + 2);
        total += in.gamma*in.gamma*squares/2 - in.wishart*(at(q) + at(q + 1));
    }
    return total;
}

TEST_CASE("A mixture of three Gaussians is derived as it is by hand") {
    input in;
    in.at = Eigen::VectorXd::LinSpaced(18, -1.0, 1.0).unaryExpr([](double u) { return std::sin(7*u); });
    in.x = Eigen::ArrayXd::LinSpaced(20, -1.0, 1.0);
    in.y = (3*in.x).cos();
    in.gamma = 1.5;
    in.wishart = 2;
    outcome const got = derived<3>(in);
    CHECK(got.objective == Approx(by_hand(in, 3)).epsilon(1e-13));
    CHECK(std::abs(got.gradient[0] + got.gradient[1] + got.gradient[2]) < 1e-12);  // only differences of weights matter
    for (int k = 0; k < 18; ++k) {
        input right = in, left = in;
        right.at[k] += 1e-5;
        left.at[k] -= 1e-5;
        CHECK(got.gradient[static_cast<std::size_t>(k)] == Approx((by_hand(right, 3) - by_hand(left, 3))/2e-5).epsilon(1e-7).margin(1e-7));
    }
}

#ifdef LEIBNIZ_REFERENCE_DATA
input read(std::string const& name, int count) {
    std::istringstream text(read_file(LEIBNIZ_REFERENCE_DATA "/adbench/gmm/" + name));
    int dimension = 0, gaussians = 0, rows = 0;
    text >> dimension >> gaussians >> rows;
    REQUIRE((dimension == 2 && gaussians == count));
    input in;
    in.at.resize(6*count);
    for (double& each : in.at) text >> each;
    in.x.resize(rows);
    in.y.resize(rows);
    for (int i = 0; i < rows; ++i) text >> in.x[i] >> in.y[i];
    text >> in.gamma >> in.wishart;
    REQUIRE(text);
    return in;
}
template <int K>
void check(char const* file, std::string_view expected) {
    outcome const got = derived<K>(read(file, K));
    std::vector<std::string> const gradient = json_numbers(json_value(expected, "gradient"));
    double const objective = std::stod(json_numbers(json_value(expected, "objective")).at(0));
    REQUIRE(gradient.size() == got.gradient.size());
    double error = 0, largest = 0;
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        error = std::max(error, std::abs(got.gradient[i] - std::stod(gradient[i])));
        largest = std::max(largest, std::abs(std::stod(gradient[i])));
    }
    std::printf("%s: objective %.1f digits, gradient %.1f\n", file, std::min(16.0, -std::log10(std::abs(got.objective/objective - 1) + 1e-17)),
                std::min(16.0, -std::log10(error/largest + 1e-17)));
    CHECK(std::abs(got.objective/objective - 1) < 1e-12);
    CHECK(error < 1e-12*largest);
}

TEST_CASE("ADBench's small mixtures agree with its figures to twelve digits") {
    check<3>("test.txt", json_value(read_file(LEIBNIZ_REFERENCE_DATA "/adbench/goldens.json"), "gmm"));
    check<5>("1k_gmm_d2_K5.txt", json_value(read_file(LEIBNIZ_REFERENCE_DATA "/adbench/oracle.json"), "gmm/1k_gmm_d2_K5"));
}
#endif

}  // namespace
