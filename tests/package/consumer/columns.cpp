#include <leibniz/eigen.hpp>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

inline constexpr symbol<"k"> k;
inline constexpr symbol<"x"> x;

int main() {
    Eigen::ArrayXd xs(2);
    xs << 1, 2;
    return evaluate(mean(diff(pow<2>(k*x), k)), k = 3.0, x = xs) == 15.0 ? 0 : 1;
}
