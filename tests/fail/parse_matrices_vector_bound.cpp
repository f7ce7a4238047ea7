// expect: evaluate: the bound value is no number and no dense Eigen matrix; bind x = Eigen::Map<Eigen::VectorXd const>(v.data(), v.size())
#include <leibniz/eigen/parse_matrices.hpp>

#include <vector>

using namespace leibniz;

int main() {
    model const m = parse("sum(W*x)", shapes{{"W", "m", "n"}, {"x", "n"}});
    Eigen::MatrixXd const w = Eigen::MatrixXd::Ones(2, 3);
    std::vector<double> const v{1, 2, 3};
#ifdef TWIN
    Eigen::Map<Eigen::VectorXd const> const u(v.data(), 3);
#else
    std::vector<double> const& u = v;
#endif
    static_cast<void>(evaluate(m, bind("W", w), bind("x", u)));
}
