// expect: evaluate: the bound value is no number; bind x = 2.0, or a column with #include <leibniz/eigen.hpp>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
double const value = evaluate(exp(x), x = 2.0);
#else
double const value = evaluate(exp(x), x = "2.0");
#endif
