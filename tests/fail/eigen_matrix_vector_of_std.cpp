// expect: evaluate: the bound value is no number and no dense Eigen matrix; bind x = Eigen::Map<Eigen::VectorXd const>(v.data(), v.size())
#include <leibniz/eigen/matrix.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

Eigen::MatrixXd const w = Eigen::MatrixXd::Ones(2, 3);
Eigen::VectorXd const v = Eigen::VectorXd::Ones(3);
struct numbers {
    double all[3]{1, 2, 3};
    double const* data() const { return all; }
    std::size_t size() const { return 3; }
};
numbers const three;

#ifdef TWIN
Eigen::VectorXd const value = evaluate(2_c*x, x = Eigen::Map<Eigen::VectorXd const>(three.data(), 3));
#else
Eigen::VectorXd const value = evaluate(2_c*x, x = three);
#endif
