// expect: a model is no function of C++; write evaluate(e, w = 1.0, x = 2.0), or callable(e, w, x), which takes plain numbers
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
double const value = callable(w*x, w, x)(1.0, 2.0);
#else
double const value = (w*x)(1.0, 2.0);
#endif
