// expect: evaluate: a container is no column; bind x = Eigen::Map<Eigen::ArrayXd const>(v.data(), v.size()) with #include <leibniz/eigen.hpp>
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
