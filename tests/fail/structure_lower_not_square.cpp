// expect: lower: this Jacobian is not square; write nonzeros(j) for all of it
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto entries = nonzeros(lower(jacobian(outputs(w * x, w), wrt(w, x))));
#else
constexpr auto entries = nonzeros(lower(jacobian(outputs(w * x), wrt(w, x))));
#endif
