// expect: evaluate: a container is no column; bind x = Eigen::Map<Eigen::ArrayXd const>(v.data(), v.size()) with #include <leibniz/eigen.hpp>
#include <leibniz/eigen.hpp>

#include <vector>

using namespace leibniz;

constexpr symbol<"x"> x;

std::vector<double> const numbers{1.0, 2.0};

#ifdef TWIN
Eigen::ArrayXd const values = evaluate(exp(x), x = Eigen::Map<Eigen::ArrayXd const>(numbers.data(), 2));
#else
Eigen::ArrayXd const values = evaluate(exp(x), x = numbers);
#endif
