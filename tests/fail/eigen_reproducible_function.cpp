// expect: evaluate(reproducible, ...): this function runs row by row, and its last bits depend on the processor and the C library; leave out `reproducible`, or write it by functions that run in packets
#include <leibniz/eigen/reproducible.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

Eigen::ArrayXd const xs = Eigen::ArrayXd::Ones(3);

#ifdef TWIN
double const total = evaluate(reproducible, sum(exp(x)), x = xs);
#else
double const total = evaluate(reproducible, sum(sph_bessel(1_c, x)), x = xs);
#endif
