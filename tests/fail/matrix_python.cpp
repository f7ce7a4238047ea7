// expect: python, sympy: a function or a sum over rows of this formula of matrices has no form there; write text(e)
#include <leibniz/matrix.hpp>
#include <leibniz/notation.hpp>

using namespace leibniz;

constexpr matrix<"W", "m", "n"> W;
constexpr vector<"x", "n"> x;

#ifdef TWIN
constexpr auto printed = python(gradient(norm2(W*x), wrt(W))[W]);
#else
constexpr auto printed = python(gradient(mean(norm2(W*x)), wrt(W))[W]);
#endif
