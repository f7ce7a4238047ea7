// expect: solvers: over columns there is one residual for each row; write it without outputs(...)
#include <leibniz/solvers/eigen_levenberg_marquardt.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"x"> x;

void fit(Eigen::ArrayXd const& xs) {
#ifdef TWIN
    auto problem = levenberg_marquardt(a*x, wrt(a), x = xs);
#else
    auto problem = levenberg_marquardt(outputs(a*x, a), wrt(a), x = xs);
#endif
}
