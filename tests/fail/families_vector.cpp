// expect: a family of symbols is bound to an array of fixed size; write w = std::array{1.0, 2.0}
#include <leibniz/leibniz.hpp>

#include <array>
#include <vector>

using namespace leibniz;

constexpr symbols<"w", 2> w;

#ifdef TWIN
double const value = evaluate(w[0_c] * w[1_c], w = std::array{1.0, 2.0});
#else
double const value = evaluate(w[0_c] * w[1_c], w = std::vector{1.0, 2.0});
#endif
