// expect: divergence: a field has several components; write divergence(outputs(a, b), wrt(x, y))
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto sources = divergence(outputs(w*x, x), wrt(w, x));
#else
constexpr auto sources = divergence(w*x, wrt(w, x));
#endif
