// expect: symbols: the index is none of 0_c ... (Count - 1)_c
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbols<"w", 2> w;

#ifdef TWIN
constexpr auto last = w[2_c - 1_c];
#else
constexpr auto last = w[0_c - 1_c + 2_c];
#endif
