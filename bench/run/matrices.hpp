#pragma once

#include "measure.hpp"

#include <leibniz/eigen/matrix.hpp>

#include <Eigen/Cholesky>
#include <Eigen/LU>

#include <random>

namespace bench {

namespace matrix_models {

using namespace ::leibniz;

inline constexpr matrix<"V", "h", "d"> V;
inline constexpr ::leibniz::vector<"b", "h"> b;
inline constexpr matrix<"W", 10, "h"> W;
inline constexpr ::leibniz::vector<"c", 10> c;
inline constexpr ::leibniz::vector<"x", "d"> x;
inline constexpr ::leibniz::vector<"y", 10> y;
inline constexpr auto z = W*sigmoid(V*x + b) + c;
inline constexpr auto perceptron = mean(logsumexp(z) - dot(y, z));

inline constexpr matrix<"A", "m", "n"> A;
inline constexpr ::leibniz::vector<"u", "n"> u;
inline constexpr ::leibniz::vector<"t", "m"> t;
inline constexpr auto least_squares = pow<2>(norm2(A*u - t));

inline constexpr matrix<"B", 4, 4> B;
inline constexpr ::leibniz::vector<"p", 4> p;
inline constexpr ::leibniz::vector<"q", 4> q;
inline constexpr auto small_squares = pow<2>(norm2(B*p - q));

inline constexpr symmetric<"K", "n"> K;
inline constexpr auto evidence = 0.5_c*dot(u, solve(K, u)) + 0.5_c*logdet(K);

inline constexpr symbol<"r"> r;
inline constexpr auto logistic = sum(softplus(A*u)) - dot(t, A*u) + r*pow<2>(norm2(u));

}  // namespace matrix_models

inline Eigen::MatrixXd random_matrix(std::mt19937& draw, Eigen::Index rows, Eigen::Index columns, double scale = 1) {
    std::normal_distribution<> normal;
    Eigen::MatrixXd m(rows, columns);
    for (Eigen::Index k = 0; k < m.size(); ++k) m.data()[k] = scale*normal(draw);
    return m;
}

/// Ends the program unless two matrices agree to 1e-8.
inline void require_near(Eigen::MatrixXd const& a, Eigen::MatrixXd const& b, char const* what) {
    require_equal(a.rows() == b.rows() && a.cols() == b.cols() ? (a - b).cwiseAbs().maxCoeff()/(1 + b.cwiseAbs().maxCoeff()) : 1, 0, what);
}

/// One line: both in turn.
template <class Library, class Hand>
void print_race(table const& lines, char const* what, Library library, Hand hand) {
    auto const t = least(hand, library);
    lines.line(what, {t[0]*1e6, t[1]*1e6, t[1]/t[0]});
}

/// What a careful person writes: all memory kept, products without temporaries, in place.
struct network_by_hand {
    Eigen::MatrixXd hidden, scores, back;
    Eigen::ArrayXd top, total;

    double operator()(Eigen::MatrixXd const& in, Eigen::MatrixXd const& out, Eigen::MatrixXd const& v, Eigen::VectorXd const& bias,
                      Eigen::MatrixXd const& w, Eigen::VectorXd const& shift, Eigen::MatrixXd& by_v, Eigen::VectorXd& by_bias,
                      Eigen::MatrixXd& by_w, Eigen::VectorXd& by_shift) {
        auto const rows = in.rows();
        hidden.resize(rows, v.rows());
        scores.resize(rows, w.rows());
        back.resize(rows, v.rows());
        hidden.rowwise() = bias.transpose();
        hidden.noalias() += in*v.transpose();
        hidden.array() = (1 + (-hidden.array()).exp()).inverse();
        scores.rowwise() = shift.transpose();
        scores.noalias() += hidden*w.transpose();
        double const hit = (scores.array()*out.array()).sum();
        top = scores.rowwise().maxCoeff();
        scores.array().colwise() -= top;
        scores.array() = scores.array().exp();
        total = scores.rowwise().sum();
        double const loss = ((top + total.log()).sum() - hit)/static_cast<double>(rows);
        scores.array().colwise() *= total.inverse();
        scores -= out;
        scores *= 1.0/static_cast<double>(rows);
        by_w.noalias() = scores.transpose()*hidden;
        by_shift.noalias() = scores.colwise().sum().transpose();
        back.noalias() = scores*w;
        back.array() *= hidden.array()*(1 - hidden.array());
        by_v.noalias() = back.transpose()*in;
        by_bias.noalias() = back.colwise().sum().transpose();
        return loss;
    }
};

inline void print_network(table const& lines, int batch) {
    using namespace matrix_models;
    std::mt19937 draw(1);
    Eigen::MatrixXd const in = random_matrix(draw, batch, 784), v = random_matrix(draw, 128, 784, 0.05), w = random_matrix(draw, 10, 128, 0.1);
    Eigen::VectorXd const bias = random_matrix(draw, 128, 1, 0.1), shift = random_matrix(draw, 10, 1, 0.1);
    Eigen::MatrixXd out = Eigen::MatrixXd::Zero(batch, 10);
    for (int k = 0; k < batch; ++k) out(k, static_cast<int>(draw() % 10)) = 1;
    constexpr auto all = outputs(perceptron, gradient(perceptron, wrt(V, b, W, c)));
    workspace<double> memory;
    auto found = evaluate(all, memory, V = v, b = bias, W = w, c = shift, x = in, y = out);
    network_by_hand by_hand;
    Eigen::MatrixXd by_v(128, 784), by_w(10, 128);
    Eigen::VectorXd by_bias(128), by_shift(10);
    double value = 0;
    auto const hand = [&] { value = by_hand(in, out, v, bias, w, shift, by_v, by_bias, by_w, by_shift); };
    hand();
    require_equal(found[0_c], value, "network");
    require_near(found[1_c][V], by_v, "network, V"), require_near(found[1_c][W], by_w, "network, W");
    require_near(found[1_c][b], by_bias, "network, b"), require_near(found[1_c][c], by_shift, "network, c");
    char name[80];
    std::snprintf(name, sizeof name, "784-128-10 network and gradient, batch %d", batch);
    print_race(lines, name, [&] { evaluate_into(found, all, memory, V = v, b = bias, W = w, c = shift, x = in, y = out); }, hand);
}

inline void print_least_squares(table const& lines, int m, int n) {
    using namespace matrix_models;
    std::mt19937 draw(2);
    Eigen::MatrixXd const a = random_matrix(draw, m, n);
    Eigen::VectorXd const at = random_matrix(draw, n, 1), target = random_matrix(draw, m, 1);
    constexpr auto all = outputs(least_squares, gradient(least_squares, wrt(u)));
    constexpr auto by_matrix = outputs(least_squares, gradient(least_squares, wrt(A)));
    workspace<double> memory;
    auto found = evaluate(all, memory, A = a, u = at, t = target);
    auto found_by_matrix = evaluate(by_matrix, memory, A = a, u = at, t = target);
    Eigen::VectorXd residual(m), slope(n);
    Eigen::MatrixXd slopes(m, n);
    double value = 0;
    auto const hand = [&] {
        residual.noalias() = a*at;
        residual -= target;
        value = residual.squaredNorm();
        slope.noalias() = 2*a.transpose()*residual;
    };
    auto const hand_by_matrix = [&] {
        residual.noalias() = a*at;
        residual -= target;
        value = residual.squaredNorm();
        slopes.noalias() = 2*residual*at.transpose();
    };
    hand(), hand_by_matrix();
    require_equal(found[0_c], value, "least squares"), require_near(found[1_c][u], slope, "least squares, u");
    require_near(found_by_matrix[1_c][A], slopes, "least squares, A");
    char name[80];
    std::snprintf(name, sizeof name, "norm2(A*u - t)^2 and gradient by u, %d x %d", m, n);
    print_race(lines, name, [&] { evaluate_into(found, all, memory, A = a, u = at, t = target); }, hand);
    std::snprintf(name, sizeof name, "norm2(A*u - t)^2 and gradient by A, %d x %d", m, n);
    print_race(lines, name, [&] { evaluate_into(found_by_matrix, by_matrix, memory, A = a, u = at, t = target); }, hand_by_matrix);
}

inline void print_small_squares(table const& lines) {
    using namespace matrix_models;
    std::mt19937 draw(3);
    Eigen::Matrix4d const a = random_matrix(draw, 4, 4);
    Eigen::Vector4d at = random_matrix(draw, 4, 1);
    Eigen::Vector4d const target = random_matrix(draw, 4, 1);
    constexpr auto all = outputs(small_squares, gradient(small_squares, wrt(p)));
    workspace<double> memory;
    auto found = evaluate(all, memory, B = a, p = at, q = target);
    Eigen::Vector4d residual, slope;
    double value = 0;
    // Each call goes on from the last one, as a descent does: so that none can be left out, or put before the loop.
    auto const hand = [&] {
        residual.noalias() = a*at;
        residual -= target;
        value = residual.squaredNorm();
        slope.noalias() = 2*a.transpose()*residual;
        at -= 1e-12*value*slope;
    };
    auto const library = [&] {
        evaluate_into(found, all, memory, B = a, p = at, q = target);
        at -= 1e-12*found[0_c]*found[1_c][p];
    };
    hand();
    library();
    hand();
    require_equal(found[0_c], value, "4 x 4"), require_near(found[1_c][p], slope, "4 x 4, p");
    print_race(lines, "the same of 4 x 4, sizes in the types", library, hand);
}

/// Beside both factorisations by hand; the library has Cholesky's, as K is symmetric and positive definite.
inline void print_evidence(table const& lines, int n) {
    using namespace matrix_models;
    std::mt19937 draw(4);
    Eigen::MatrixXd const a = random_matrix(draw, n, n), k = a*a.transpose() + n*Eigen::MatrixXd::Identity(n, n);
    Eigen::VectorXd const v = random_matrix(draw, n, 1);
    constexpr auto all = outputs(evidence, gradient(evidence, wrt(K)));
    workspace<double> memory;
    auto found = evaluate(all, memory, K = k, u = v);
    Eigen::PartialPivLU<Eigen::MatrixXd> lu(n);
    Eigen::VectorXd solution(n);
    Eigen::MatrixXd slope(n, n);
    double value = 0;
    auto const hand = [&] {
        lu.compute(k);
        solution = lu.solve(v);
        value = 0.5*v.dot(solution) + 0.5*lu.matrixLU().diagonal().array().abs().log().sum();
        slope = 0.5*lu.inverse();
        slope.noalias() -= 0.5*solution*solution.transpose();
    };
    hand();
    require_equal(found[0_c], value, "evidence"), require_near(found[1_c][K], slope, "evidence, K");
    char name[80];
    std::snprintf(name, sizeof name, "Gaussian evidence and gradient by K, LU by hand, %d", n);
    auto const library = [&] { evaluate_into(found, all, memory, K = k, u = v); };
    print_race(lines, name, library, hand);
    Eigen::LLT<Eigen::MatrixXd> cholesky(n);
    auto const hand_by_cholesky = [&] {
        cholesky.compute(k);
        solution = cholesky.solve(v);
        value = 0.5*v.dot(solution) + cholesky.matrixLLT().diagonal().array().log().sum();
        slope.setIdentity();
        cholesky.solveInPlace(slope);
        slope *= 0.5;
        slope.noalias() -= 0.5*solution*solution.transpose();
    };
    hand_by_cholesky();
    require_equal(found[0_c], value, "evidence"), require_near(found[1_c][K], slope, "evidence, K");
    print_race(lines, "the same beside Cholesky's factors by hand", library, hand_by_cholesky);
}

inline void print_logistic(table const& lines, int m, int n) {
    using namespace matrix_models;
    std::mt19937 draw(5);
    Eigen::MatrixXd const a = random_matrix(draw, m, n);
    Eigen::VectorXd const at = random_matrix(draw, n, 1);
    Eigen::VectorXd label = random_matrix(draw, m, 1);
    for (double& each : label) each = each > 0 ? 1 : 0;
    constexpr auto all = outputs(logistic, gradient(logistic, wrt(u)));
    workspace<double> memory;
    auto found = evaluate(all, memory, A = a, u = at, t = label, r = 0.1);
    Eigen::VectorXd score(m), slope(n);
    Eigen::ArrayXd error(m);
    double value = 0;
    auto const hand = [&] {
        score.noalias() = a*at;
        value = (score.array().max(0) + (1 + (-score.array().abs()).exp()).log()).sum() - score.dot(label) + 0.1*at.squaredNorm();
        error = (1 + (-score.array()).exp()).inverse() - label.array();
        slope.noalias() = a.transpose()*error.matrix();
        slope += 0.2*at;
    };
    hand();
    require_equal(found[0_c], value, "logistic"), require_near(found[1_c][u], slope, "logistic, u");
    char name[80];
    std::snprintf(name, sizeof name, "ridge logistic regression and gradient, %d x %d", m, n);
    print_race(lines, name, [&] { evaluate_into(found, all, memory, A = a, u = at, t = label, r = 0.1); }, hand);
}

/// Models of matrices, against careful code in Eigen.
inline void print_matrices() {
    table const lines("Models of matrices, value and gradient, microseconds per call", "", {"by hand", "Leibniz", "÷ by hand"});
    print_network(lines, 64);
    print_network(lines, 1024);
    print_least_squares(lines, 2000, 200);
    print_least_squares(lines, 100, 20);
    print_least_squares(lines, 4, 4);
    print_small_squares(lines);
    print_evidence(lines, 4);
    print_evidence(lines, 20);
    print_evidence(lines, 200);
    print_logistic(lines, 100, 10);
    print_logistic(lines, 10'000, 50);
}

}  // namespace bench
