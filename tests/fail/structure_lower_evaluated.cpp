// expect: evaluate_into: a triangle is written as its entries; write evaluate_into(out, nonzeros(lower(h)), x = 1.0)
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

void write(double* out) {
#ifdef TWIN
    evaluate_into(out, nonzeros(lower(hessian(w*w*x, wrt(w, x)))), w = 2.0, x = 3.0);
#else
    evaluate_into(out, lower(hessian(w*w*x, wrt(w, x))), w = 2.0, x = 3.0);
#endif
}
