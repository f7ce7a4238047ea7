#include <leibniz/eigen.hpp>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

inline constexpr symbol<"w"> w;
inline constexpr symbol<"x"> x;

/// An odd function over columns: its row's derivative is emitted, and g++ 12 looks into all that it calls.
int main() {
    Eigen::ArrayXd xs(3);
    xs << -1, 0, 1;
    return evaluate(sum(tanh(w*x)), w = 2.0, x = xs) == 0.0 ? 0 : 1;
}
