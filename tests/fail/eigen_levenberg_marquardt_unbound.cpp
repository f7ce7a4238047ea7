// expect: solvers: a symbol of the residual is neither a parameter nor data; put it into wrt(...), or bind it
#include <leibniz/solvers/eigen_levenberg_marquardt.hpp>

using namespace leibniz;

constexpr symbol<"a"> a;
constexpr symbol<"c"> c;
constexpr symbol<"x"> x;

void fit(Eigen::ArrayXd const& xs) {
#ifdef TWIN
    auto problem = levenberg_marquardt(a*x - c, wrt(a, c), x = xs);
#else
    auto problem = levenberg_marquardt(a*x - c, wrt(a), x = xs);
#endif
}
