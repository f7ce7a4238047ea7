// expect: a family of symbols is bound to an array of fixed size; write w = std::array{1.0, 2.0}, from_vector(wrt(w), v), or w[0_c] = x to substitute
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbols<"w", 2> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto next = substitute(w[0_c]*w[1_c], w[0_c] = x);
#else
constexpr auto next = substitute(w[0_c]*w[1_c], w = x);
#endif
