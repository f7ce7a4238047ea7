// expect: evaluate: the bound value is no number and no column; of a container bind Eigen::Map<Eigen::ArrayXd const>(v.data(), v.size()) with #include <leibniz/eigen/parse.hpp>
#include <leibniz/parse.hpp>

#include <vector>

using namespace leibniz;


#ifdef TWIN
double value(model const& m, std::vector<double> const& v) { return evaluate(m, bind("x", v[0])); }
#else
double value(model const& m, std::vector<double> const& v) { return evaluate(m, bind("x", v)); }
#endif
