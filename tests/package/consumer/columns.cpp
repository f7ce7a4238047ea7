#include <leibniz/eigen.hpp>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

inline constexpr symbol<"w"> w;
inline constexpr symbol<"x"> x;

int main() {
    Eigen::ArrayXd xs(2);
    xs << 1, 2;
    return evaluate(mean(diff(pow<2>(w*x), w)), w = 3.0, x = xs) == 15.0 ? 0 : 1;
}
