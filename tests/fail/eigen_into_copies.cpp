// expect: evaluate_into: the tuple holds a copy, which would be lost with it; write std::tie(r, j)
#include <leibniz/eigen.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

void write(Eigen::VectorXd& r, Eigen::MatrixXd& j, Eigen::ArrayXd const& xs) {
#ifdef TWIN
    auto both = std::tie(r, j);
#else
    auto both = std::make_tuple(r, j);
#endif
    evaluate_into(both, outputs(w*x, gradient(w*x, wrt(w))), w = 2.0, x = xs);
}
