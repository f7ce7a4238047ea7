// expect: evaluate_into: the array has another size than there are results; give it e.size numbers
#include <leibniz/calculus.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

constexpr auto entries = nonzeros(hessian(w * w * x, wrt(w, x)));

void f() {
#ifdef TWIN
    double values[entries.size];
#else
    double values[2];
#endif
    evaluate_into(values, entries, w = 1.0, x = 2.0);
}
