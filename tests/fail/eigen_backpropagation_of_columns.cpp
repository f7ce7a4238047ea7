// expect: backpropagation: it shows one row in float, double, long double or exact numbers; bind x = 2.0 or x = 2_c
#include <leibniz/backpropagation.hpp>
#include <leibniz/eigen.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

void calculate(Eigen::ArrayXd const& xs) {
#ifdef TWIN
    static_cast<void>(backpropagation(pow<2>(w * x), wrt(w))(w = 1.0, x = xs[0]));
#else
    static_cast<void>(backpropagation(pow<2>(w * x), wrt(w))(w = 1.0, x = xs));
#endif
}
