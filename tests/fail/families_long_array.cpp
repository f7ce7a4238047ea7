// expect: symbols: the array has another size than the family; bind one number for each symbol
#include <leibniz/leibniz.hpp>

#include <array>

using namespace leibniz;

constexpr symbols<"w", 2> w;

#ifdef TWIN
double const value = evaluate(w[0_c] * w[1_c], w = std::array{1.0, 2.0});
#else
double const value = evaluate(w[0_c] * w[1_c], w = std::array{1.0, 2.0, 3.0});
#endif
