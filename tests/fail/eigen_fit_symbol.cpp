// expect: fit: a symbol is neither a parameter with a start nor bound to a column; write fit(y, b1*x, values(b1 = 1.0), x = xs, y = ys)
#include <leibniz/fit.hpp>

using namespace leibniz;

constexpr symbol<"b1"> b1;
constexpr symbol<"b2"> b2;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
auto fitted(Eigen::ArrayXd const& xs) { return fit(y, b1*x + b2, values(b1 = 1.0, b2 = 0.0), x = xs, y = xs); }
#else
auto fitted(Eigen::ArrayXd const& xs) { return fit(y, b1*x + b2, values(b1 = 1.0), x = xs, y = xs); }
#endif
