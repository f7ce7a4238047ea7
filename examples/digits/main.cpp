// Handwritten digits: a network of 64, 32 and 10 nodes whose gradient is derived, proved and printed while the program compiles, trained
// by mini-batches. The same training written by hand in Eigen runs beside it.
#include "by_hand.hpp"
#include "digits.hpp"

#include <leibniz/algebra.hpp>
#include <leibniz/eigen/matrix.hpp>

#include <chrono>
#include <cstdio>
#include <exception>
#include <iostream>
#include <random>
#include <utility>

namespace {

using namespace leibniz;

constexpr matrix<"W1", 32, 64> W1;
constexpr matrix<"W2", 10, 32> W2;
constexpr matrix<"b1", 32, 1> b1;
constexpr matrix<"b2", 10, 1> b2;
constexpr matrix<"x", 64, 1> x;
constexpr matrix<"y", 10, 1> y;

constexpr auto h = let<"h">(sigmoid(W1*x + b1));
constexpr auto z = let<"z">(W2*h + b2);
constexpr auto loss = logsumexp(z) - dot(y, z);  // cross-entropy of softmax(z)
constexpr auto weights = wrt(W1, b1, W2, b2);

static_assert(gradient(loss, weights)[W2] == outer(softmax(z) - y, h));
static_assert(gradient(loss, weights)[b1] == hadamard(transpose(W2)*(softmax(z) - y), hadamard(h, 1_c - h)));

constexpr int batch = 32, epochs = 40, learned = 1200;  // of the samples; the rest is for the test
constexpr double rate = 2;

Eigen::MatrixXd small_numbers(std::mt19937& draw, Eigen::Index rows, Eigen::Index columns) {
    Eigen::MatrixXd all(rows, columns);
    for (double& each : all.reshaped()) each = (static_cast<double>(draw())/4294967295.0 - 0.5)/4;
    return all;
}

/// Calls step(pictures, digits) for each mini-batch of each epoch, in an order that is drawn; and then `after(epoch)`.
template <class Step, class After>
double seconds_of_training(samples const& all, Step step, After after) {
    std::mt19937 draw(2);
    std::vector<int> order(learned);
    for (int k = 0; k < learned; ++k) order[static_cast<std::size_t>(k)] = k;
    Eigen::MatrixXd pictures(batch, 64), digits(batch, 10);
    double seconds = 0;
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        auto const start = std::chrono::steady_clock::now();
        for (std::size_t k = learned - 1; k > 0; --k) std::swap(order[k], order[draw() % (k + 1)]);
        for (int first = 0; first + batch <= learned; first += batch) {
            for (int k = 0; k < batch; ++k) {
                int const row = order[static_cast<std::size_t>(first + k)];
                pictures.row(k) = all.pictures.row(row);
                digits.row(k) = all.digits.row(row);
            }
            step(pictures, digits);
        }
        seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        after(epoch);
    }
    return seconds;
}

int run(std::string const& file) {
    samples const all = read_digits(file);
    if (all.pictures.rows() <= learned) throw std::runtime_error(file + ": there are no more than " + std::to_string(learned) + " digits");
    std::cout << "loss of one digit and its gradient\n" << shared(outputs(loss, gradient(loss, weights))) << "\n\n";

    std::mt19937 draw(1);
    Eigen::MatrixXd const first = small_numbers(draw, 32, 64), second = small_numbers(draw, 10, 32);
    auto p = values(W1 = first, b1 = Eigen::VectorXd::Zero(32), W2 = second, b2 = Eigen::VectorXd::Zero(10));
    workspace<double> memory;

    Eigen::MatrixXd const unseen = all.pictures.bottomRows(all.pictures.rows() - learned);
    Eigen::MatrixXd const shown = all.digits.bottomRows(unseen.rows());
    double accuracy = 0;
    auto const test = [&](int epoch) {
        if (epoch % 10 != 0) return;
        Eigen::MatrixXd const scores = evaluate(z, p, x = unseen);
        int right = 0;
        for (Eigen::Index k = 0; k < scores.rows(); ++k) {
            Eigen::Index digit = 0;
            scores.row(k).maxCoeff(&digit);
            right += shown(k, digit) > 0;
        }
        accuracy = right/static_cast<double>(scores.rows());
        std::printf("epoch %2d   loss %.4f   %.1f %% of %d digits that it has not seen\n", epoch, evaluate(mean(loss), p, x = unseen, y = shown),
                    100*accuracy, static_cast<int>(unseen.rows()));
    };
    constexpr auto slopes_of_mean = gradient(mean(loss), weights);
    auto slopes = evaluate(slopes_of_mean, memory, p, x = unseen, y = shown);
    double const seconds = seconds_of_training(
        all,
        [&](Eigen::MatrixXd const& pictures, Eigen::MatrixXd const& digits) {
            evaluate_into(slopes, slopes_of_mean, memory, p, x = pictures, y = digits);
            p -= rate*slopes;
        },
        test);

    network_by_hand other;
    other.W1 = first, other.b1 = Eigen::VectorXd::Zero(32), other.W2 = second, other.b2 = Eigen::VectorXd::Zero(10);
    double const by_hand = seconds_of_training(
        all, [&](Eigen::MatrixXd const& pictures, Eigen::MatrixXd const& digits) { other.step(rate, pictures, digits); }, [](int) {});
    double const difference = (p[W1] - other.W1).cwiseAbs().maxCoeff() + (p[W2] - other.W2).cwiseAbs().maxCoeff();
    std::printf("\n%d epochs: Leibniz %.3f s, by hand in Eigen %.3f s; their weights differ by %.0e\n", epochs, seconds, by_hand, difference);
    if (accuracy > 0.92 && difference < 1e-9) return 0;
    std::cerr << "digits: training did not succeed\n";
    return 1;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        return run(count > 1 ? arguments[1] : LEIBNIZ_EXAMPLE_DIGITS);
    } catch (std::exception const& error) {
        std::cerr << "digits: " << error.what() << '\n';
        return 2;
    }
}
