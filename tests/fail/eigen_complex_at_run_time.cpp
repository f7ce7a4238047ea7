// expect: evaluate: a model that is read at run time takes columns of float, double or long double; write the model in the program for other numbers
#include <leibniz/eigen.hpp>
#include <leibniz/eigen/parse.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

Eigen::ArrayXcd const xs = Eigen::ArrayXcd::Random(3);

#ifdef TWIN
Eigen::ArrayXd const values = evaluate(parse("x^2"), x = xs.real())[0];
#else
Eigen::ArrayXd const values = evaluate(parse("x^2"), x = xs)[0];
#endif
