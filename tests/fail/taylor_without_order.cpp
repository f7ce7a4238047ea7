// expect: taylor: up to which order? write taylor<3>(e, x, a)
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto series = taylor<3>(sin(w*x), x, 0_c);
#else
constexpr auto series = taylor(sin(w*x), x, 0_c);
#endif
