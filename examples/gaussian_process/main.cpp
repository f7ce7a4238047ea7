// A Gaussian process through measurements: amplitude, length scale and noise are those of greatest likelihood. The likelihood is one
// formula; its derivatives by the three are derived and printed while the program compiles. The same by hand checks every step.
#include "../table.hpp"
#include "by_hand.hpp"

#include <leibniz/algebra.hpp>
#include <leibniz/eigen/matrix.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <exception>
#include <iostream>
#include <string>

namespace {

using namespace leibniz;

constexpr symbol<"a"> a;            // amplitude
constexpr symbol<"l"> l;            // length scale
constexpr symbol<"s"> s;            // deviation of the noise
constexpr symmetric<"D", "n"> D;    // the squared distances of the points from each other
constexpr matrix<"E", "m", "n"> E;  // and of new points from them
constexpr matrix<"y", "n", 1> y;

constexpr auto K = let<"K">(pow<2>(a)*exp(-D/(2_c*pow<2>(l))) + pow<2>(s)*identity<"n">);
constexpr auto likelihood = -(dot(y, solve(K, y)) + logdet(K) + log(2_c*pi)*sum(ones<"n">))/2_c;
constexpr auto model = outputs(likelihood, gradient(likelihood, wrt(a, l, s)));
constexpr auto prediction = pow<2>(a)*exp(-E/(2_c*pow<2>(l)))*solve(K, y);

// The derivative by the covariance itself, whatever it is made of.
constexpr symmetric<"C", "n"> C;
constexpr auto by_covariance = gradient(-(dot(y, solve(C, y)) + logdet(C))/2_c, wrt(C))[C];
static_assert(by_covariance == (outer(solve(C, y), solve(C, y)) - inv(C))/2_c);

Eigen::MatrixXd squared_distances(Eigen::VectorXd const& from, Eigen::VectorXd const& to) {
    return (from.rowwise().replicate(to.size()) - to.transpose().colwise().replicate(from.size())).array().square();
}

/// Climbs by the method of Broyden, Fletcher, Goldfarb and Shanno from p, where `value_at(p, slopes)` gives a value and its slopes.
template <class Value>
Eigen::Vector3d maximum(Value const& value_at, Eigen::Vector3d p) {
    Eigen::Matrix3d H = Eigen::Matrix3d::Identity();  // in place of the inverse of the Hessian
    Eigen::Vector3d slopes, next_slopes;
    double value = value_at(p, slopes);
    for (int step = 0; slopes.norm() > 1e-5 && step < 100; ++step) {
        if (step % 5 == 0) std::printf("step %2d   log likelihood %9.4f   |gradient| %.0e\n", step, value, slopes.norm());
        Eigen::Vector3d const direction = H*slopes;
        double rate = std::min(1.0, 1/direction.norm());
        double next = value_at(p + rate*direction, next_slopes);
        while (!(next >= value + 1e-4*rate*slopes.dot(direction)) && rate > 1e-12) {
            rate /= 2;
            next = value_at(p + rate*direction, next_slopes);
        }
        Eigen::Vector3d const moved = rate*direction, bent = slopes - next_slopes;
        p += moved, slopes = next_slopes, value = next;
        if (double const curvature = moved.dot(bent); curvature > 1e-12) {
            Eigen::Matrix3d const turn = Eigen::Matrix3d::Identity() - moved*bent.transpose()/curvature;
            H = turn*H*turn.transpose() + moved*moved.transpose()/curvature;
        }
    }
    return p;
}

int run(std::string const& file) {
    examples::table const data = examples::read_table(file);
    if (data.numbers.cols() != 2) throw examples::input_error(data.file + ": there should be two columns, of points and of values");
    examples::standard_scale const scale(data.numbers);
    Eigen::MatrixXd const scaled = scale(data.numbers);
    Eigen::VectorXd const points = scaled.col(0), values = scaled.col(1);
    Eigen::MatrixXd const distances = squared_distances(points, points);

    std::cout << "the log likelihood f of y, and its derivatives\n" << shared(model) << "\n\n"
              << "the derivative by the covariance C = K\n" << by_covariance << "\n\n";

    workspace<double> memory;
    double off = 0;  // how far the formulas and the ones written by hand are apart
    Eigen::Vector3d by_hand;
    auto const value_at = [&](Eigen::Vector3d const& logarithms, Eigen::Vector3d& slopes) {
        Eigen::Vector3d const p = logarithms.array().exp();
        auto const [value, g] = evaluate(model, memory, a = p(0), l = p(1), s = p(2), D = distances, y = values);
        slopes << g[a], g[l], g[s];
        double const written = likelihood_by_hand(distances, values, p, by_hand);
        slopes.array() *= p.array();  // by the logarithms, in which each step keeps the parameters positive
        by_hand.array() *= p.array();
        off = std::max({off, std::abs(value - written)/(1 + std::abs(written)), (slopes - by_hand).norm()/(1 + by_hand.norm())});
        return value;
    };
    Eigen::Vector3d const best = maximum(value_at, Eigen::Vector3d(1, 1, 0.1).array().log()), found = best.array().exp();
    Eigen::Vector3d slopes;
    double const value = value_at(best, slopes);
    std::printf("\nlog likelihood %.6f at amplitude %.4f, length scale %.4f and noise %.4f of the scaled columns\n", value, found(0),
                found(1), found(2));
    std::printf("the same by hand, with the factor of Cholesky: %s\n\n", off < 1e-9 ? "equal to 1e-9 in every step" : "different");

    Eigen::VectorXd const at = Eigen::VectorXd::LinSpaced(5, -1.5, 1.5);
    Eigen::VectorXd const mean =
        evaluate(prediction, a = found(0), l = found(1), s = found(2), D = distances, E = squared_distances(at, points), y = values);
    for (Eigen::Index k = 0; k < at.size(); ++k)
        std::printf("at %6.3f: %8.2f\n", scale.mean(0) + at(k)*scale.deviation(0), scale.mean(1) + mean(k)*scale.deviation(1));
    return off < 1e-9 && slopes.norm() < 1e-4 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        return run(count > 1 ? arguments[1] : LEIBNIZ_EXAMPLE_CSV);
    } catch (std::exception const& error) {
        std::cerr << "gaussian_process: " << error.what() << '\n';
        return 2;
    }
}
