// expect: fit: the parameters and their start are a pack; write fit(y, b1*x, values(b1 = 1.0), x = xs, y = ys)
#include <leibniz/fit.hpp>

using namespace leibniz;

constexpr symbol<"b1"> b1;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

fit_result fitted(Eigen::ArrayXd const& xs, Eigen::ArrayXd const& ys) {
#ifdef TWIN
    return fit(y, b1*x, values(b1 = 1.0), x = xs, y = ys);
#else
    return fit(y, b1*x, {b1 = 1.0}, x = xs, y = ys);
#endif
}
