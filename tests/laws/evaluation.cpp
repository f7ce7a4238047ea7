// The value of every row is the same whether compiled into a function, interpreted step by step, or computed by the
// compiler, in every number type; likewise its derivatives. (Over columns: eigen_functions.cpp.)
#include <leibniz/evaluate/interpret.hpp>
#include <leibniz/evaluate/valued.hpp>

#include "../catch.hpp"
#include "all.hpp"

#include <array>
#include <cstdio>
#include <limits>
#include <string>

using namespace leibniz;

namespace {

constexpr symbol<"u"> u;
constexpr symbol<"v"> v;
constexpr symbol<"w"> w;

/// The compiler may fuse a product and a sum in one of the two and not in the other.
template <class T>
bool same(T a, T b) {
    return a == b || std::abs(a - b) <= 8 * std::numeric_limits<T>::epsilon() * (1 + std::abs(b));
}

/// The graph of an expression, run step by step.
template <class E, class T>
T interpreted(E, std::array<T, 3> const& at) {
    program const p = valued(program(canonical<E>));
    buffer<T> inputs;
    for (variable_name const& name : p.variables) inputs.push(at[static_cast<std::size_t>(name.name[0] - 'u')]);
    return interpret(p, inputs)[p.roots[0]];
}

struct tally {
    int functions = 0, points = 0, comparisons = 0;
    double worst = 0;  // in units of a relative and absolute rounding error

    template <class T>
    void compare(T a, T b) {
        ++comparisons;
        double const distance = a == b ? 0 : static_cast<double>(std::abs(a - b) / (1 + std::abs(b)) / std::numeric_limits<T>::epsilon());
        if (!(distance <= worst)) worst = distance;
    }
};

template <class T, class E>
void compare(E e, std::array<double, 3> const& point, tally& t) {
    std::array const at{static_cast<T>(point[0]), static_cast<T>(point[1]), static_cast<T>(point[2])};
    T const compiled = evaluate(e + 0_c * u * v * w, u = at[0], v = at[1], w = at[2]), stepwise = interpreted(e, at);
    t.compare(compiled, stepwise);
    if (same(compiled, stepwise)) return;
    CAPTURE(std::string(text(e)), at, compiled, stepwise);
    CHECK(same(compiled, stepwise));
}

/// In every number type, and the value is the one that the row states; its derivatives.
template <class F>
void check_row(tally& t) {
    constexpr auto f = of_symbols<F>();
    at_every_point<F>([&](std::array<double, 3> const& at) {
        ++t.points;
        double const value = evaluate(f + 0_c * u * v * w, u = at[0], v = at[1], w = at[2]), stated = stated_value<F>(at);
        t.compare(value, stated);
        CHECK(same(value, stated));
        compare<float>(f, at, t);
        compare<double>(f, at, t);
        compare<long double>(f, at, t);
        if constexpr (!lacks_slope<F, 0>) compare<double>(diff(f, u), at, t);
        if constexpr (F::arity > 1 && !lacks_slope<F, 1>) compare<double>(diff(f, v), at, t);
        if constexpr (F::arity > 2) compare<double>(diff(f, w), at, t);
    });
}

/// The values of a row at all its points, computed by the compiler.
template <class F>
constexpr auto constant_values() {
    std::array<double, 3 * point_count> values{};
    std::size_t next = 0;
    at_every_point<F>([&](std::array<double, 3> const& at) { values[next++] = stated_value<F>(at); });
    return values;
}

template <class F>
void check_constants(tally& t) {
    constexpr auto values = constant_values<F>();
    std::size_t next = 0;
    at_every_point<F>([&](std::array<double, 3> const& at) {
        ++t.points;
        double const constant = values[next++], at_run_time = stated_value<F>(at);
        t.compare(constant, at_run_time);
        CAPTURE(std::string(F::text), at, constant, at_run_time);
        CHECK(same(constant, at_run_time));
    });
    constexpr auto point = std::array{points_of<F, 0>()[8], 0.8, F::arity == 3 ? points_of<F, F::arity - 1>()[8] : 1.9};  // and one through the whole engine
    constexpr double value = evaluate(of_symbols<F>() + 0_c * u * v * w, u = point[0], v = point[1], w = point[2]);
    t.compare(value, stated_value<F>(point));
    CHECK(same(value, stated_value<F>(point)));
}

void print(char const* what, tally const& t) {
    std::printf("%s: %d functions, %d points, %d comparisons, worst %.2g units of rounding\n", what, t.functions, t.points, t.comparisons, t.worst);
}

}  // namespace

TEST_CASE("compiled, interpreted and stated values of every row agree, and so do its derivatives") {
    tally t;
    for_every_function([&]<class F>(F) { check_row<F>(t), ++t.functions; });
    print("compiled = interpreted = stated", t);
    CHECK(t.points >= 20 * t.functions);
}

TEST_CASE("every function has its values in constant expressions") {
    tally t;
    for_every_function([&]<class F>(F) { check_constants<F>(t), ++t.functions; });
    print("constant expressions = run time", t);
    CHECK(t.points >= 20 * t.functions);
}
