#include <leibniz/leibniz.hpp>

using namespace leibniz;

inline constexpr symbol<"w"> w;
inline constexpr symbol<"x"> x;

int main() { return evaluate(diff(pow<2>(w*x), w), w = 3, x = 2) == 24 ? 0 : 1; }
