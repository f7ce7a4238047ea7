// expect: a gradient, a Hessian and outputs are several formulas; write text(g[w]) or latex(h(w, b)) for one of them, or std::cout << g for all
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto printed = text(gradient(pow<2>(w*x), wrt(w, x))[w]);
#else
constexpr auto printed = text(gradient(pow<2>(w*x), wrt(w, x)));
#endif
