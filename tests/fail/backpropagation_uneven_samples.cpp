// expect: backpropagation: the samples of two symbols differ in number; bind one value of each for every sample
#include <leibniz/backpropagation.hpp>

#include <array>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

void calculate() {
#ifdef TWIN
    static_cast<void>(backpropagation(pow<2>(w * x - y), wrt(w))(w = 1, x = std::array{1, 2}, y = std::array{2, 4}));
#else
    static_cast<void>(backpropagation(pow<2>(w * x - y), wrt(w))(w = 1, x = std::array{1, 2}, y = std::array{2, 4, 6}));
#endif
}
