// expect: evaluate(reproducible, ...): exact sums are of float and double; bind such numbers
#include <leibniz/eigen/reproducible.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
Eigen::ArrayXd const xs = Eigen::ArrayXd::Ones(3);
double const total = evaluate(reproducible, sum(x), x = xs);
#else
Eigen::ArrayXi const xs = Eigen::ArrayXi::Ones(3);
int const total = evaluate(reproducible, sum(x), x = xs);
#endif
