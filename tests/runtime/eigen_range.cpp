// Quotients, powers and products whose parts leave the range of numbers: in columns and in models that are parsed at run time,
// by themselves and over columns, they are what they are as single numbers, with their derivatives.
#include "../catch.hpp"

#include <leibniz/eigen.hpp>
#include <leibniz/eigen/parse.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace leibniz;

namespace {

constexpr symbol<"a"> a;
constexpr symbol<"b"> b;
constexpr symbol<"c"> c;
constexpr symbol<"K"> K;
constexpr symbol<"n"> n;
constexpr symbol<"r"> r;
constexpr symbol<"s"> s;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"z"> z;

template <class T>
bool close(T value, double right, double units) {
    return std::abs(static_cast<double>(value) - right) <= units * static_cast<double>(std::numeric_limits<T>::epsilon()) * std::abs(right);
}

/// Every row of a column of T is right.
template <class T>
void in_columns(auto const& e, double right, double units, auto const&... at) {
    using column = Eigen::Array<T, Eigen::Dynamic, 1>;
    column const values = evaluate(e, (at.first = column(column::Constant(9, static_cast<T>(at.second))))...);
    for (Eigen::Index row = 0; row < values.size(); ++row) {
        CAPTURE(text(e), row, values[row], right);
        CHECK(close(values[row], right, units));
    }
}

struct example {
    char const *model, *by;  // the symbol it is differentiated by, as often as it is to be
    std::vector<std::pair<char, double>> at;
    double right, units;
};

}  // namespace

TEST_CASE("columns stay in range where the whole does") {
    auto const at = [](auto symbol, double value) { return std::pair(symbol, value); };
    auto const logistic = exp(x) / (1_c + exp(x));
    in_columns<double>(diff(logistic, x), 4.5080270656067418e-157, 16, at(x, 360));
    in_columns<float>(diff(logistic, x), 7.7811322e-20, 16, at(x, 44));
    in_columns<double>(diff(logistic, x, x), -4.5080270656067418e-157, 16, at(x, 360));
    in_columns<double>(diff(exp(a) / (exp(a) + exp(b) + exp(c)), a), 7.1211403098789247e-174, 128, at(a, 400), at(b, 1), at(c, 0));
    auto const hill = pow(x, n) / (pow(K, n) + pow(x, n));
    in_columns<double>(diff(hill, n), 1.1512925464970229e-198, 64, at(x, 1e50), at(n, 4), at(K, 1));
    in_columns<double>(diff(hill, n, n), -1.3254745276195996e-196, 64, at(x, 1e50), at(n, 4), at(K, 1));
    in_columns<double>(diff((1_c - exp(-2_c * x)) / (1_c + exp(-2_c * x)), x), 7.6606783868560227e-174, 16, at(x, -200));
    in_columns<double>(diff(x / y, y), -1e170, 16, at(x, 1e-170), at(y, 1e-170));
    in_columns<double>(diff(x / y, y, y), 2e180, 16, at(x, 1e-90), at(y, 1e-90));
    in_columns<double>(pow<36>(s / r), 0.01824028145208157, 64, at(s, 3.4e-10), at(r, 3.8e-10));
    in_columns<double>(diff(pow<36>(s / r), r), -1728026663.8814119, 64, at(s, 3.4e-10), at(r, 3.8e-10));
    in_columns<double>(diff(pow<36>(s / r), r, r), 1.6825522779897958e20, 64, at(s, 3.4e-10), at(r, 3.8e-10));
    in_columns<float>(pow<6>(x / y), 0.5130644, 16, at(x, 3.4e-10), at(y, 3.8e-10));
    in_columns<float>(pow<4>(x / y), 12.752522, 16, at(x, 1e-10), at(y, 5.29177e-11));
    in_columns<double>(pow<40>(x / y), 1, 0, at(x, 1e9), at(y, 1e9));
    in_columns<double>((x * y) * (z * y), 1, 16, at(x, 1e-200), at(y, 1e200), at(z, 1e-200));
    in_columns<double>(x / y * z, 1e200, 16, at(x, 1e200), at(y, 1e200), at(z, 1e200));
    in_columns<double>(diff(x / z / y, y), -1e200, 16, at(x, 1e200), at(y, 1e-100), at(z, 1e200));
}

TEST_CASE("parsed models stay in range where the whole does") {
    for (example const& e : std::vector<example>{
             {"exp(x)/(1 + exp(x))", "x", {{'x', 360}}, 4.5080270656067418e-157, 16},
             {"exp(x)/(1 + exp(x))", "xx", {{'x', 360}}, -4.5080270656067418e-157, 16},
             {"exp(a)/(exp(a) + exp(b) + exp(c))", "a", {{'a', 400}, {'b', 1}, {'c', 0}}, 7.1211403098789247e-174, 128},
             {"x^n/(K^n + x^n)", "n", {{'x', 1e50}, {'n', 4}, {'K', 1}}, 1.1512925464970229e-198, 64},
             {"x^n/(K^n + x^n)", "nn", {{'x', 1e50}, {'n', 4}, {'K', 1}}, -1.3254745276195996e-196, 64},
             {"(1 - exp(-2*x))/(1 + exp(-2*x))", "x", {{'x', -200}}, 7.6606783868560227e-174, 16},
             {"x/y", "y", {{'x', 1e-170}, {'y', 1e-170}}, -1e170, 16},
             {"x/y", "yy", {{'x', 1e-90}, {'y', 1e-90}}, 2e180, 16},
             {"(s/r)^36", "", {{'s', 3.4e-10}, {'r', 3.8e-10}}, 0.01824028145208157, 64},
             {"(s/r)^36", "r", {{'s', 3.4e-10}, {'r', 3.8e-10}}, -1728026663.8814119, 64},
             {"(s/r)^36", "rr", {{'s', 3.4e-10}, {'r', 3.8e-10}}, 1.6825522779897958e20, 64},
             {"(x/y)^40", "", {{'x', 1e9}, {'y', 1e9}}, 1, 0},
             {"(x*y)*(z*y)", "", {{'x', 1e-200}, {'y', 1e200}, {'z', 1e-200}}, 1, 16},
             {"x/y*z", "", {{'x', 1e200}, {'y', 1e200}, {'z', 1e200}}, 1e200, 16},
         }) {
        model m = parse(e.model);
        std::string const by = e.by;
        if (!by.empty()) m = diff(m, by.substr(0, 1), static_cast<int>(by.size()));
        std::vector<named_binding<double>> values;
        for (auto const& at : e.at) values.push_back({std::string_view(&at.first, 1), at.second});
        CAPTURE(e.model, e.by, text(m));
        CHECK(close(double(evaluate(m, values)), e.right, e.units));
    }
    Eigen::ArrayXd const xs = Eigen::ArrayXd::Constant(5, 1e-170), large = Eigen::ArrayXd::Constant(5, 1e200), inside = Eigen::ArrayXd::Constant(5, 360);
    Eigen::ArrayXd const slopes = evaluate(diff(parse("x/y"), "y"), bind("x", xs), bind("y", xs))[0];
    Eigen::ArrayXd const quotients = evaluate(parse("x/y*z"), bind("x", large), bind("y", large), bind("z", large))[0];
    Eigen::ArrayXd const shares = evaluate(diff(parse("exp(x)/(1 + exp(x))"), "x", 2), bind("x", inside))[0];
    REQUIRE(shares.size() == 5);
    for (Eigen::Index row = 0; row < 5; ++row) CHECK((close(slopes[row], -1e170, 16) && close(quotients[row], 1e200, 16) && close(shares[row], -4.5080270656067418e-157, 16)));
}
