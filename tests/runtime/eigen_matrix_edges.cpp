// Values of matrix models at the edges: singular matrices, and data without rows.
#include "../catch.hpp"

#include <leibniz/eigen/parse_matrices.hpp>

#include <Eigen/LU>

#include <limits>

using namespace leibniz;

namespace {

constexpr matrix<"A", "n", "n"> A;
constexpr matrix<"B", 3, 3> B;
constexpr leibniz::vector<"w", "d"> w;
constexpr leibniz::vector<"x", "d"> x;

constexpr double unbounded = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("the determinant of a singular matrix is 0, and its logarithm -inf") {
    Eigen::Matrix2d const with_first_pivot_0{{0, 0}, {0, 1}};
    Eigen::MatrixXd low_rank = Eigen::MatrixXd::Zero(40, 40);  // the factors are taken by blocks
    for (Eigen::Index k = 0; k < 40; ++k) low_rank.row(k).setConstant(double(k % 4) + 1);
    Eigen::MatrixXd const singular[] = {with_first_pivot_0, Eigen::MatrixXd::Zero(3, 3), Eigen::MatrixXd::Ones(3, 3), low_rank};
    model const at_run_time = parse("det(A)", shapes{{"A", "n", "n"}}), logarithm = parse("logdet(A)", shapes{{"A", "n", "n"}});
    for (Eigen::MatrixXd const& each : singular) {
        CHECK(each.partialPivLu().determinant() == 0.0);
        CHECK(evaluate(det(A), A = each) == 0.0);
        CHECK(evaluate(logdet(A), A = each) == -unbounded);
        CHECK(double(evaluate(at_run_time, bind("A", each))) == 0.0);
        CHECK(double(evaluate(logarithm, bind("A", each))) == -unbounded);
    }
    CHECK(evaluate(det(B), B = Eigen::Matrix3d::Ones()) == 0.0);
    CHECK(evaluate(logdet(B), B = Eigen::Matrix3d::Zero()) == -unbounded);
    CHECK(evaluate(det(A), A = Eigen::MatrixXf::Ones(3, 3)) == 0.0f);
    CHECK(evaluate(det(B), B = Eigen::Matrix3d{{0, 1, 0}, {1, 0, 0}, {0, 0, 1}}) == -1.0);
}
