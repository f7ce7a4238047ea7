#include <leibniz/backpropagation.hpp>

#include <sstream>

using namespace leibniz;

inline constexpr symbol<"w"> w;
inline constexpr symbol<"x"> x;
inline constexpr auto loss = pow<2>(sigmoid(w*x) - 0.5_c);
inline constexpr auto entropy = log(1_c + exp(w*x)) + hypot(w, x)*sin(hypot(w, x));

/// A little of everything that does without Eigen: derivatives, their text, their values, a hand calculation.
int main() {
    auto const [value, g] = evaluate(outputs(loss, gradient(loss, wrt(w, x))), w = 0.0, x = 2.0);
    auto pack = values(w = 1.0, x = 2.0);
    pack -= 1.0*evaluate(gradient(w*x, wrt(w, x)), pack);
    std::ostringstream printed;
    printed << diff(loss, w) << '\n' << backpropagation(loss, wrt(w))(w = 0.0, x = 2.0);
    bool const right = evaluate(diff(entropy, w), w = 0.0, x = 0.0) == 0.0 && value == 0.0 && g[w] == 0.0 && g[x] == 0.0 && pack[w] == -1.0 && pack[x] == 1.0;
    return right && printed.str().starts_with(text(diff(loss, w))) ? 0 : 1;
}
