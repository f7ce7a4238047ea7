// expect: check_finite: expected bindings, as evaluate takes them; write check_finite(x = xs)
#include <leibniz/eigen/check_finite.hpp>

using namespace leibniz;

void check(Eigen::ArrayXd const& xs) {
#ifdef TWIN
    constexpr symbol<"x"> x;
    check_finite(x = xs);
#else
    check_finite(xs);
#endif
}
