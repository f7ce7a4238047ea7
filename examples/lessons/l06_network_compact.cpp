// The same network with indexed families of symbols, in loops: w0 ... w7 are the weights w1 ... w8 of the lesson.
#include <leibniz/leibniz.hpp>

#include <boost/hana/fold.hpp>
#include <boost/hana/for_each.hpp>
#include <boost/hana/integral_constant.hpp>
#include <boost/hana/mult.hpp>
#include <boost/hana/plus.hpp>
#include <boost/hana/transform.hpp>
#include <boost/hana/tuple.hpp>

#include <array>
#include <iomanip>
#include <iostream>

int main() {
    using namespace leibniz;
    namespace hana = boost::hana;
    constexpr symbols<"w", 8> w;
    constexpr symbols<"x", 2> x;
    constexpr symbols<"y", 2> y;
    constexpr auto two = hana::tuple_c<int, 0, 1>;
    constexpr auto sum = [=](auto term) { return hana::fold(two, 0_c, [=](auto total, auto k) { return total + term(k); }); };

    // One layer: node j has the weights first + j and first + 2 + j.
    constexpr auto layer = [=](auto first, auto in) {
        return hana::transform(two, [=](auto j) {
            return sigmoid(sum([=](auto i) { return w[first + hana::int_c<2>*i + j]*in[i]; }));
        });
    };
    constexpr auto o = layer(hana::int_c<4>, layer(hana::int_c<0>, x));
    constexpr auto loss = sum([=](auto k) { return 0.5_c*pow<2>(o[k] - y[k]); });
    constexpr auto g = gradient(loss, wrt(w));
    static_assert(operations(outputs(loss, g)).functions == 4);  // no exponential is computed twice

    std::array const xs{0.5, 0.3}, ys{0.23, -0.07};
    auto p = values(w = std::array{0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8});
    auto const [value, slopes] = evaluate(outputs(loss, g), p, x = xs, y = ys);
    std::cout << std::fixed << std::setprecision(13) << "loss " << value << "\ngradient\n";
    hana::for_each(slopes, [](double slope) { std::cout << "  " << std::setw(16) << slope << '\n'; });

    for (int step = 0; step < 1000; ++step) {
        p -= 1.0*evaluate(g, p, x = xs, y = ys);
        if (step == 0) std::cout << "loss after 1 step " << evaluate(loss, p, x = xs, y = ys) << '\n';
    }
    std::cout << "loss after 1000 steps " << std::setprecision(14) << evaluate(loss, p, x = xs, y = ys) << '\n';
}
