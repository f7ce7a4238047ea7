// Functions that are written out, and the functions: values, first and second derivatives agree over the whole range, of
// numbers and of columns, in double and in float. (Models read at run time: they are built and evaluated as compiled ones.)
#include "../catch.hpp"

#include <leibniz/eigen.hpp>
#include <leibniz/eigen/parse.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

struct pair_of_forms {
    char const *written, *function;
};
constexpr pair_of_forms forms[] = {
    {"1/(1 + exp(-x))", "sigmoid(x)"},
    {"exp(x)/(exp(x) + 1)", "sigmoid(x)"},
    {"3/(2 + 2*exp(x - y))", "3/2*sigmoid(y - x)"},
    {"y*exp(-x)/(1 + exp(-x))^2", "y*sigmoid(x)*sigmoid(-x)"},
    {"1 - 1/(1 + exp(-x))", "1 - sigmoid(x)"},
    {"(exp(x) - exp(-x))/(exp(x) + exp(-x))", "tanh(x)"},
    {"(1 - exp(-2*x))/(1 + exp(-2*x))", "tanh(x)"},
    {"2/(1 + exp(-2*x)) - 1", "tanh(x)"},
    {"sinh(x)/cosh(x)", "tanh(x)"},
    {"1/cosh(x)", "sech(x)"},
    {"2/(exp(x) + exp(-x))", "sech(x)"},
    {"exp(x)/(exp(x) + exp(y))", "sigmoid(x - y)"},
    {"exp(y)/(exp(y) + exp(x) + exp(z))", "softmax(y, logsumexp(x, z))"},
    {"log(1 + exp(x))", "softplus(x)"},
    {"log1p(exp(-x))", "softplus(-x)"},
    {"log(1/(1 + exp(-x)))", "-softplus(-x)"},
    {"log(sigmoid(x))", "-softplus(-x)"},
    {"log(1 - sigmoid(x))", "-softplus(x)"},
    {"log(1 - 1/(1 + exp(-x)))", "-softplus(x)"},
    {"log(softmax(x, y))", "-softplus(y - x)"},
    {"log(exp(x) + exp(y) + exp(z))", "logsumexp(x, y, z)"},
    {"y*log(sigmoid(x)) + (1 - y)*log(1 - sigmoid(x))", "(y - 1)*softplus(x) - y*softplus(-x)"},
    {"sigmoid(x) - sigmoid(x)^2", "sigmoid(x)*(1 - sigmoid(x))"},
};

/// A few units in the last place of the larger one; of what is near the end of the range, of its least normal number.
template <class T>
bool agree(T a, T b, T tolerance) {
    if (std::isnan(a) || std::isnan(b)) return false;
    if (a == b) return true;
    T const size = std::max(std::abs(a), std::abs(b));
    return std::abs(a - b) <= tolerance * std::numeric_limits<T>::epsilon() * size + std::numeric_limits<T>::min();
}

template <class T>
std::vector<T> range() {
    std::mt19937 random(7);
    std::vector<T> all{0, T(1e-30), -1, 1, 20, -20, 88, -88, 89, -89, 104, -104, 709, -709, 710, -710, 745, -745, 1000, -1000, T(1e30), T(-1e30)};
    for (double width : {1.0, 30.0, 1000.0})
        for (int k = 0; k < 20; ++k) all.push_back(static_cast<T>(std::uniform_real_distribution<double>(-width, width)(random)));
    return all;
}

template <class T>
T at(model const& m, T x, T y, T z) {
    std::vector<named_binding<T>> bindings;
    for (variable_name const& v : m.code().variables) bindings.push_back({v.name, v.name == "x" ? x : v.name == "y" ? y : z});
    return evaluate(m, bindings)[0];
}

template <class T>
int check(model const& written, model const& function, T tolerance) {
    int compared = 0;
    for (T x : range<T>()) {
        T const a = at<T>(written, x, T(0.25), T(-3)), b = at<T>(function, x, T(0.25), T(-3));
        ++compared;
        if (agree(a, b, tolerance)) continue;
        CAPTURE(text(written), text(function), x, a, b);
        CHECK(agree(a, b, tolerance));
    }
    return compared;
}

template <class T>
int check_columns(model const& written, model const& function, T tolerance) {
    std::vector<T> const values = range<T>();
    using column = Eigen::Array<T, Eigen::Dynamic, 1>;
    column const xs = Eigen::Map<column const>(values.data(), static_cast<Eigen::Index>(values.size()));
    auto const run = [&](model const& m) -> column {
        bool const y = std::ranges::any_of(m.symbols(), [](std::string const& s) { return s == "y"; }), z = std::ranges::any_of(m.symbols(), [](std::string const& s) { return s == "z"; });
        if (y && z) return evaluate(m, bind("x", xs), bind("y", T(0.25)), bind("z", T(-3)))[0].column;
        if (y) return evaluate(m, bind("x", xs), bind("y", T(0.25)))[0].column;
        return evaluate(m, bind("x", xs))[0].column;
    };
    column const a = run(written), b = run(function);
    for (Eigen::Index i = 0; i < xs.size(); ++i) {
        if (agree(a[i], b[i], tolerance)) continue;
        CAPTURE(text(written), text(function), xs[i], a[i], b[i]);
        CHECK(agree(a[i], b[i], tolerance));
    }
    return static_cast<int>(xs.size());
}

}  // namespace

TEST_CASE("a function that is written out has the values and derivatives of the function") {
    int compared = 0;
    for (pair_of_forms const& each : forms) {
        model const written = parse(each.written), function = parse(each.function);
        REQUIRE(written.has_recognised());
        CHECK(text(parse(text(written))) == text(written));
        for (int order : {0, 1, 2}) {
            model const left = diff(written, "x", order), right = diff(function, "x", order);
            compared += check<double>(left, right, 16) + check<float>(left, right, 16);
            compared += check_columns<double>(left, right, 16) + check_columns<float>(left, right, 16);
        }
        model const left = gradient(written, {"x"}), right = gradient(function, {"x"});
        compared += check<double>(left, right, 16) + check<float>(left, right, 16);
    }
    CHECK(compared > 20'000);
}

TEST_CASE("what only looks like it is left as it is") {
    for (char const* other : {"1/(1 - x)", "exp(x)*exp(y)", "log(1 + x)", "exp(x) + 1", "x/(x + y)", "w*x + b", "1 - sigmoid(x)", "log(x)*exp(-x^2)", "exp(-x)*sin(x)"}) {
        CAPTURE(other);
        CHECK(!parse(other).has_recognised());
    }
}

TEST_CASE("far out the logarithm of a sigmoid is that of its exponential, in columns of float too") {
    Eigen::ArrayXf const xs = Eigen::ArrayXf::LinSpaced(41, -200.0f, 200.0f);
    constexpr symbol<"x"> x;
    Eigen::ArrayXf const logs = evaluate(log(sigmoid(x)), x = xs);
    CHECK(logs[0] == -200.0f);
    CHECK(logs[40] == 0.0f);
    Eigen::ArrayXf const slopes = evaluate(diff(log(1_c / (1_c + exp(-x))), x), x = xs);
    CHECK(slopes[0] == 1.0f);
    CHECK(slopes.isFinite().all());
}
