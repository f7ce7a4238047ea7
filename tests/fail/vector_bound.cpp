// expect: evaluate: the bound value is no number; bind x = 2.0, or a column with #include <leibniz/eigen.hpp>
#include <leibniz/leibniz.hpp>

#include <vector>

using namespace leibniz;

constexpr symbol<"x"> x;

std::vector<double> const numbers{1.0, 2.0};

#ifdef TWIN
double const value = evaluate(exp(x), x = numbers[0]);
#else
double const value = evaluate(exp(x), x = numbers);
#endif
