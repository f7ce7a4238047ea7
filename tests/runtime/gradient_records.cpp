// Results under the symbols they belong to: indices, structured bindings, the algorithms of Boost.Hana, nesting.
#include "../catch.hpp"

#include <leibniz/leibniz.hpp>

#include <boost/hana/fold.hpp>
#include <boost/hana/for_each.hpp>
#include <boost/hana/unpack.hpp>

#include <string>
#include <vector>

using namespace leibniz;
namespace hana = boost::hana;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

constexpr auto loss = pow<2>(w * x + b - y);
constexpr auto g = gradient(loss, wrt(w, b));
constexpr auto h = hessian(loss, wrt(w, b));

}  // namespace

TEST_CASE("a gradient is indexed by symbol and by number, and bound by structure") {
    auto const slopes = evaluate(g, w = 3.0, b = 1.0, x = 2.0, y = 4.0);
    CHECK(slopes[w] == 12.0);
    CHECK(slopes[b] == 6.0);
    CHECK(slopes[0_c] == 12.0);
    CHECK(slopes.get<1>() == 6.0);
    auto const [by_w, by_b] = slopes;
    CHECK(by_w == 12.0);
    CHECK(by_b == 6.0);
}

TEST_CASE("Boost.Hana goes through formulas and through results") {
    std::vector<std::string> formulas;
    hana::for_each(g, [&](auto each) { formulas.emplace_back(text(each)); });
    CHECK(formulas == std::vector<std::string>{"2*x*(w*x + b - y)", "2*(w*x + b - y)"});
    std::vector<double> numbers;
    auto const slopes = evaluate(g, w = 3.0, b = 1.0, x = 2.0, y = 4.0);
    hana::for_each(slopes, [&](double each) { numbers.push_back(each); });
    CHECK(numbers == std::vector<double>{12.0, 6.0});
    CHECK(hana::fold(slopes, 0.5, [](double total, double each) { return total + each; }) == 18.5);
    CHECK(hana::unpack(slopes, [](double first, double second) { return first - second; }) == 6.0);
}

TEST_CASE("outputs nest, in the order given") {
    auto const r = evaluate(outputs(w * x, outputs(g, loss), h, outputs(b)), w = 3.0, b = 1.0, x = 2.0, y = 4.0);
    STATIC_REQUIRE(r.size == 4);
    CHECK(r[0_c] == 6.0);
    CHECK(r[1_c][0_c][b] == 6.0);
    CHECK(r[1_c][1_c] == 9.0);
    CHECK(r[2_c](w, w) == 8.0);
    CHECK(r[2_c](b, w) == 4.0);
    CHECK(r[2_c](b, b) == 2.0);
    CHECK(r[3_c][0_c] == 1.0);
    auto const [first, second, third, fourth] = r;
    auto const [slopes, value] = second;
    CHECK(first + slopes[w] + value + third(w, b) + fourth[0_c] == 32.0);
}

TEST_CASE("a Jacobian is indexed by output and symbol") {
    auto const j = evaluate(jacobian(outputs(w * x, b - w, loss), wrt(w, b)), w = 3.0, b = 1.0, x = 2.0, y = 4.0);
    CHECK(j(0_c, w) == 2.0);
    CHECK(j(0_c, b) == 0.0);
    CHECK(j(1_c, w) == -1.0);
    CHECK(j(1_c, b) == 1.0);
    CHECK(j(2_c, w) == 12.0);
    CHECK(j(2_c, b) == 6.0);
}

TEST_CASE("a callable takes its arguments in the order given") {
    constexpr auto f = callable(outputs(loss, g), b, w, y, x);
    auto const [value, slopes] = f(1.0, 3.0, 4.0, 2.0);
    CHECK(value == 9.0);
    CHECK(slopes[w] == 12.0);
    double (*const plain)(double) = [](double at) { return callable(w * x, w, x)(at, 5.0); };
    CHECK(plain(2.0) == 10.0);
}

TEST_CASE("numbers and records of one's own are written into") {
    double value = 0;
    evaluate_into(value, loss, w = 3.0, b = 1.0, x = 2.0, y = 4.0);
    CHECK(value == 9.0);
    float single = 0;
    evaluate_into(single, loss, w = 3.0, b = 1.0, x = 2.0, y = 4.0);
    CHECK(single == 9.0f);
    auto slopes = evaluate(g, w = 0.0, b = 0.0, x = 0.0, y = 0.0);
    evaluate_into(slopes, g, w = 3.0, b = 1.0, x = 2.0, y = 4.0);
    CHECK(slopes[w] == 12.0);
    auto curvature = evaluate(h, x = 0.0);
    evaluate_into(curvature, h, x = 3.0);
    CHECK(curvature(w, w) == 18.0);
}
