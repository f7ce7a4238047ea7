// Values without derivatives (no_grad), which quantities have a derivative (requires_grad), and holding a part constant.
#include <leibniz/leibniz.hpp>

#include <iostream>

int main() {
    using namespace leibniz;
    constexpr symbol<"w"> w;
    constexpr symbol<"b"> b;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr auto prediction = sigmoid(w*x + b);
    constexpr auto loss = pow<2>(prediction - y);
    constexpr auto g = gradient(loss, wrt(w, b));

    auto const print = [](char const* title, operation_counts n) {
        std::cout << title << n.additions << " additions, " << n.multiplications << " multiplications, " << n.divisions << " divisions, "
                  << n.functions << " functions\n";
    };
    std::cout << "no_grad: a value costs no derivative work, for derivatives are formulas of their own\n";
    print("  loss:              ", operations(loss));
    print("  gradient:          ", operations(g));
    print("  loss and gradient: ", operations(outputs(loss, g)));
    static_assert(operations(outputs(loss, g)).functions == 1);  // one sigmoid serves all three results

    std::cout << "requires_grad: it spreads through an expression, and is known while compiling\n" << std::boolalpha;
    std::cout << "  x*y by w:                        " << depends_on(x*y, w) << '\n';
    std::cout << "  prediction by w:                 " << depends_on(prediction, w) << '\n';
    std::cout << "  prediction by y:                 " << depends_on(prediction, y) << '\n';
    std::cout << "  loss by y:                       " << depends_on(loss, y) << '\n';
    std::cout << "  w*x - x*w + b by w:              " << depends_on(w*x - x*w + b, w) << '\n';
    static_assert(!depends_on(w*x - x*w + b, w));
    static_assert(text(diff(x*y, w)) == "0");

    std::cout << "stop_gradient: the value stays, the derivative by what is inside does not pass\n";
    constexpr auto free = w*(w*x);
    constexpr auto held = w*stop_gradient(w*x);
    std::cout << "  " << free << " by w: " << diff(free, w) << " = " << evaluate(diff(free, w), w = 3.0, x = 2.0) << '\n';
    std::cout << "  " << held << " by w: " << diff(held, w) << " = " << evaluate(diff(held, w), w = 3.0, x = 2.0) << '\n';
    std::cout << "  values: " << evaluate(free, w = 3.0, x = 2.0) << " and " << evaluate(held, w = 3.0, x = 2.0) << '\n';
}
