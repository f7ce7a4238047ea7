// Columns of complex numbers: analytic models and their derivatives are what they are for single numbers.
#include "../catch.hpp"

#include <leibniz/eigen.hpp>

#include <complex>

using namespace leibniz;

namespace {

using complex = std::complex<double>;

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;

/// Every row what the single number gives, at points of all quadrants, very large and very small ones among them.
void check(auto e) {
    Eigen::ArrayXcd xs(9);
    xs << complex(0.3, -1.2), complex(-2, 0.5), complex(0, 1), complex(1, 0), complex(-1e-160, 1e-170), complex(1e200, 1e190), complex(3, 4),
        complex(-0.1, -0.7), complex(1e-310, 1);
    for (Eigen::Index rows : {1, 2, 5, 9}) {
        Eigen::ArrayXcd const values = evaluate(e, w = complex(0.5, 2), x = xs.head(rows));
        REQUIRE(values.size() == rows);
        for (Eigen::Index row = 0; row < rows; ++row) {
            complex const single = evaluate(e, w = complex(0.5, 2), x = xs[row]);
            CAPTURE(text(e), xs[row], values[row], single);
            bool const is_number = std::isfinite(single.real()) && std::isfinite(single.imag());
            CHECK((is_number ? std::abs(values[row] - single) <= 1e-15 * std::abs(single) : !(std::isfinite(values[row].real()) && std::isfinite(values[row].imag()))));
        }
    }
}

}  // namespace

TEST_CASE("columns of complex numbers are what single numbers are") {
    check(w * x);
    check(w + 1_c / x - x / (w + x));
    check(exp(x) * x + sin(w * x) - w);
    check(log(x) + sqrt(x) * w + atan(x));
    check(sigmoid(w * x) + softplus(x));
    check(diff(sin(w * x), w));
    check(diff(tanh(w * x), x, x));
    check(diff(pow(x, w), x, w));
    check(exp(-pow<2>(x)) + w);
}

TEST_CASE("complex numbers meet real columns, floats and reductions") {
    Eigen::ArrayXd const real = Eigen::ArrayXd::LinSpaced(13, -1, 2);
    Eigen::ArrayXcd const turned = evaluate(w * x, w = complex(0, 1), x = real);
    CHECK(((turned.real() == 0) && (turned.imag() == real)).all());
    Eigen::ArrayXcf const single = Eigen::ArrayXcf::Constant(5, std::complex<float>(1, 2));
    STATIC_REQUIRE(std::is_same_v<decltype(evaluate(x * x, x = single)), Eigen::ArrayXcf>);
    CHECK((evaluate(x * x, x = single) == std::complex<float>(-3, 4)).all());

    Eigen::ArrayXcd const xs = turned + 1;
    auto const g = evaluate(gradient(mean(pow<2>(w * x)), wrt(w)), w = complex(1, 1), x = xs);
    CHECK(std::abs(g[w] - complex(2, 2) * xs.square().mean()) < 1e-14);
    CHECK(std::abs(evaluate(sum(w * x), w = complex(1, 1), x = xs) - complex(1, 1) * xs.sum()) < 1e-14);
    CHECK(evaluate(x / w, w = 2.0, x = xs)[0] == xs[0] / 2.0);
}
