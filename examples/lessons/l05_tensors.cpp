// Tensors of order 0 to 4, their element types, item(), and a gradient that is None at first: the same quantities here,
// and why a symbolic gradient has no state to reset, no graph to release and nothing to retain.
#include <leibniz/eigen.hpp>

#include <iostream>
#include <type_traits>
#include <vector>

int main() {
    using namespace leibniz;
    constexpr symbol<"w"> w;
    constexpr symbol<"x"> x;
    constexpr symbol<"y"> y;
    constexpr auto loss = pow<2>(w*x - y);
    constexpr auto g = gradient(loss, wrt(w));

    std::cout << "tensors: what is bound to x, and the shape of 10*x\n";
    constexpr auto tenfold = 10_c*x;
    double const order0 = 3;
    Eigen::ArrayXd const order1 = Eigen::ArrayXd::LinSpaced(3, 1, 3);
    Eigen::ArrayXXd const order2 = Eigen::ArrayXd::LinSpaced(4, 1, 4).reshaped(2, 2);
    std::vector<double> const order3(2*2*3, 3.0), order4(2*2*3*5, 4.0);  // row upon row; Eigen names no such type
    Eigen::Map<Eigen::ArrayXd const> const entries3(order3.data(), 12), entries4(order4.data(), 60);
    Eigen::ArrayXXd const result2 = evaluate(tenfold, x = order2.reshaped()).reshaped(2, 2);
    std::cout << "  order 0, scalar, double:                    " << evaluate(tenfold, x = order0) << '\n'
              << "  order 1, vector, Eigen::ArrayXd:            " << evaluate(tenfold, x = order1).transpose() << '\n'
              << "  order 2, matrix, Eigen::ArrayXXd:           " << result2.row(0) << " / " << result2.row(1) << '\n'
              << "  order 3, 2 x 2 x 3, its entries one column: " << evaluate(tenfold, x = entries3).size() << " entries of "
              << evaluate(tenfold, x = entries3)[11] << '\n'
              << "  order 4, 2 x 2 x 3 x 5, likewise:           " << evaluate(tenfold, x = entries4).size() << " entries of "
              << evaluate(tenfold, x = entries4)[59] << "\n\n";

    // The element type is the type of the data, in which all bindings meet; nothing is single precision unasked.
    static_assert(std::is_same_v<decltype(evaluate(tenfold, x = 3)), int>);
    static_assert(std::is_same_v<decltype(evaluate(tenfold, x = 3.0f)), float>);
    static_assert(std::is_same_v<decltype(evaluate(tenfold, x = order1)), Eigen::ArrayXd>);
    static_assert(std::is_same_v<decltype(evaluate(tenfold, x = Eigen::ArrayXf())), Eigen::ArrayXf>);
    std::cout << "element types: 10*x of an int is an int, of a float a float, of a double a double\n\n";

    // item() unwraps a tensor of one element. Here a number is a number already, and several never pass for one.
    static_assert(std::is_same_v<decltype(evaluate(mean(tenfold), x = order1)), double>);
    static_assert(!std::is_convertible_v<decltype(evaluate(tenfold, x = order1)), double>);
    std::cout << "item(): mean(10*x) over the vector is the number " << evaluate(mean(tenfold), x = order1)
              << "; 10*x is no number, and the compiler says so\n\n";

    std::cout << "the gradient before any number is bound: " << text(g[w]) << '\n';
    double weight = 1;
    for (int time = 1; time <= 2; ++time)
        std::cout << "  evaluated, time " << time << ": " << evaluate(g, w = weight, x = 2.0, y = 4.0)[w] << '\n';
    std::cout << "a tape would have added up: -16 the second time, unless reset\n\n";

    Eigen::ArrayXd const& xs = order1;
    Eigen::ArrayXd const ys = 2*xs;
    double total = 0;
    for (Eigen::Index i = 0; i < xs.size(); ++i) {
        double const item = evaluate(loss, w = weight, x = xs[i], y = ys[i]);
        std::cout << "loss at x = " << xs[i] << ": " << item << '\n';
        total += item;
    }
    std::cout << "mean loss by summing items: " << total << "/3 = " << total/3 << '\n'
              << "mean loss in one pass:      " << evaluate(mean(loss), w = weight, x = xs, y = ys) << "\n\n"
              << "on a tape                   here\n"
              << "  grad is None at first       the gradient is a formula before there are numbers\n"
              << "  w.grad.zero_()              none: evaluate returns a new value and adds to nothing\n"
              << "  the graph is released       none: it exists while compiling, the program keeps arithmetic\n"
              << "  retain_graph=True           none: evaluate as often as you like\n"
              << "  w.data, detach()            bind the number; in a formula, stop_gradient(e)\n";
}
