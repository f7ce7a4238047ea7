// expect: +=, -= of packs: what is added has a value for each row; write p -= 0.1*evaluate(gradient(mean(loss), wrt(w)), p, x = xs)
#include <leibniz/eigen.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr auto loss = pow<2>(w*x + b);

void descend(Eigen::ArrayXd const& xs) {
    auto p = values(w = 1.0, b = 0.0);
#ifdef TWIN
    p -= 0.1*evaluate(gradient(mean(loss), wrt(w, b)), p, x = xs);
#else
    p -= 0.1*evaluate(gradient(loss, wrt(w, b)), p, x = xs);
#endif
}
