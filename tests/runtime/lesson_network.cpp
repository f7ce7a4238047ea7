// Lessons 6 and 7: the 2-2-2 network, its value, derivatives and training, to the digits of an exact calculation.
#include "../catch.hpp"

#include <leibniz/leibniz.hpp>

#include <boost/hana/fold.hpp>
#include <boost/hana/integral_constant.hpp>
#include <boost/hana/mult.hpp>
#include <boost/hana/plus.hpp>
#include <boost/hana/transform.hpp>
#include <boost/hana/tuple.hpp>

#include <array>
#include <cmath>

using namespace leibniz;
namespace hana = boost::hana;

namespace {

constexpr symbols<"w", 8> w;
constexpr symbols<"x", 2> x;
constexpr symbols<"y", 2> y;

constexpr auto two = hana::tuple_c<int, 0, 1>;
constexpr auto total = [](auto term) { return hana::fold(two, 0_c, [=](auto sum, auto k) { return sum + term(k); }); };
constexpr auto layer = [](auto first, auto in) {
    return hana::transform(two, [=](auto j) { return sigmoid(total([=](auto i) { return w[first + hana::int_c<2> * i + j] * in[i]; })); });
};
constexpr auto h = layer(hana::int_c<0>, x);
constexpr auto o = layer(hana::int_c<4>, h);
constexpr auto loss = total([](auto k) { return 0.5_c * pow<2>(o[k] - y[k]); });
constexpr auto g = gradient(loss, wrt(w));

constexpr std::array xs{0.5, 0.3}, ys{0.23, -0.07};
constexpr std::array<double, 8> start{0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8};

template <class Slopes>
void check(Slopes const& slopes, std::array<double, 8> const& expected) {
    for (std::size_t k = 0; k < 8; ++k) {
        CAPTURE(k);
        CHECK(std::abs(static_cast<double>(slopes.values[k]) - expected[k]) < 1e-12);
    }
}

constexpr std::array<double, 8> exact{-0.008421480461502208802507249, 0.01260665307845800110735781, -0.005052888276901325281504349,
                                      0.007563991847074800664414685,  0.03463298928683772971086092, 0.08386609953820856960518948,
                                      0.03049457855656833792903616,   0.07384466121071576760863307};

}  // namespace

TEST_CASE("the nodes, the loss and its eight derivatives") {
    auto const [value, slopes, hidden, out] =
        evaluate(outputs(loss, g, outputs(h[hana::size_c<0>], h[hana::size_c<1>]), outputs(o[hana::size_c<0>], o[hana::size_c<1>])), w = start,
                 x = xs, y = ys);
    CHECK(std::abs(value - 0.2097097937078310393646629) < 1e-12);
    CHECK(std::abs(hidden[0_c] - 0.5621765008857981040273236) < 1e-12);
    CHECK(std::abs(hidden[1_c] - 0.4950001666600002698303355) < 1e-12);
    CHECK(std::abs(out[0_c] - 0.4769457586069968745500527) < 1e-12);
    CHECK(std::abs(out[1_c] - 0.5286964002912301691619309) < 1e-12);
    check(slopes, exact);
}

TEST_CASE("alone, one by one, and in extended precision the derivatives are the same") {
    check(evaluate(g, w = start, x = xs, y = ys), exact);
    CHECK(std::abs(evaluate(g[w[2_c]], w = start, x = xs, y = ys) - exact[2]) < 1e-12);
    CHECK(std::abs(evaluate(diff(loss, w[5_c]), w = start, x = xs, y = ys) - exact[5]) < 1e-12);
    check(evaluate(g, w = std::array<long double, 8>{0.2L, -0.4L, 0.5L, 0.6L, 0.1L, -0.5L, -0.3L, 0.8L}, x = std::array{0.5L, 0.3L},
                   y = std::array{0.23L, -0.07L}),
          exact);
}

TEST_CASE("the update with step 1, the loss and derivatives after it, and after 1000 steps") {
    auto p = values(w = start);
    p -= evaluate(g, p, x = xs, y = ys);
    CHECK(std::abs(p[w[0_c]] - 0.2084214804615022088025072) < 1e-12);
    CHECK(std::abs(p[w[5_c]] + 0.5838660995382085696051895) < 1e-12);
    CHECK(std::abs(p[w[7_c]] - 0.7261553387892842323913669) < 1e-12);
    CHECK(std::abs(evaluate(loss, p, x = xs, y = ys) - 0.1950325960901365592550653) < 1e-12);
    check(evaluate(g, p, x = xs, y = ys), {-0.009881677937258562841597731, 0.01063953899740480568205533, -0.005929006762355137704958638,
                                           0.006383723398442883409233196, 0.0334748704541614932051772, 0.08130956462065896935266553,
                                           0.02927388277521087841058648, 0.07110547795750168408684346});
    for (int step = 1; step < 1000; ++step) p -= evaluate(g, p, x = xs, y = ys);
    CHECK(std::abs(evaluate(loss, p, x = xs, y = ys) - 0.00318445983884) < 5e-15);
}

TEST_CASE("lesson 7: both derivatives are negative; the hand calculation sent derivatives backwards in place of weights") {
    constexpr auto h1 = h[hana::size_c<0>];
    constexpr auto h2 = h[hana::size_c<1>];
    constexpr auto by_hand1 = (g[w[4_c]] + g[w[5_c]]) * h1 * (1_c - h1);
    constexpr auto by_hand2 = (g[w[6_c]] + g[w[7_c]]) * h2 * (1_c - h2);
    auto const wrong = evaluate(outputs(by_hand1 * x[0_c], by_hand2 * x[0_c], by_hand1 * x[1_c], by_hand2 * x[1_c]), w = start, x = xs, y = ys);
    CHECK(wrong[0_c] == Approx(0.0146).margin(5e-5));
    CHECK(wrong[2_c] == Approx(0.0087).margin(5e-5));
    CHECK(wrong[1_c] == Approx(0.0130).margin(5e-5));
    CHECK(wrong[3_c] == Approx(0.0078).margin(5e-5));
    auto const right = evaluate(g, w = start, x = xs, y = ys);
    CHECK(right[w[0_c]] == Approx(-0.0084).margin(5e-5));
    CHECK(right[w[2_c]] == Approx(-0.0051).margin(5e-5));
}
