// expect: fit: the response stands in front of its curve; write fit(y, b1*x, values(b1 = 1.0), x = xs, y = ys)
#include <leibniz/fit.hpp>

using namespace leibniz;

constexpr symbol<"b1"> b1;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

fit_result fitted(Eigen::ArrayXd const& xs, Eigen::ArrayXd const& ys) {
#ifdef TWIN
    return fit(y, b1*x, values(b1 = 1.0), x = xs, y = ys);
#else
    return fit(pow<2>(y - b1*x), values(b1 = 1.0), x = xs, y = ys);
#endif
}
