#include <leibniz/leibniz.hpp>

using namespace leibniz;

inline constexpr symbol<"w"> w;
inline constexpr symbol<"x"> x;
inline constexpr column<"time"> t;
constexpr auto loss = pow<2>(w*x - t);
constexpr auto slope = diff(loss, w);
constexpr auto terms = 0.5_c*exp(-x/t) - (w - x) + let<"h1">(sigmoid(w*x)) + hypot(x, 1_c/3_c);
constexpr auto factors = w*(x*t)/(w + x)*pow(-x, w/2_c)*pow(pow<2>(w), x);
constexpr auto choices = where(x < 3_c && not_equal_to(w, 0_c), -(x + w), -2_c)*pi;
constexpr auto curve = formula<"b1*(1 - exp(-b2*x))">;
constexpr auto both = outputs(loss, gradient(loss, wrt(w, x)), hessian(loss, wrt(w, x)));

void here() {}

template <class E, class... B>
double probe(E model, B... bound) {
    here();
    return evaluate(model, bound...);
}

int main() {
    auto const at = values(w = 1.0, x = 2.0, t = 4.0);
    auto const found = evaluate(both, at);
    auto const bound = w = 3.5;
    return probe(slope, bound, x = 2.0, t = 4.0) == 12.0 && found[0_c] == 4.0 ? 0 : 1;
}
