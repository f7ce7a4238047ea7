// expect: evaluate_into: this is no record of this expression; write into what `evaluate` returns for it
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

int main() {
    auto h = evaluate(hessian(w*w*x, wrt(w, x)), w = 2.0, x = 3.0);
#ifdef TWIN
    evaluate_into(h, hessian(w*w*x, wrt(w, x)), w = 2.0, x = 3.0);
#else
    evaluate_into(h, hessian(w*w*x, wrt(x, w)), w = 2.0, x = 3.0);
#endif
}
