// The value of every row is the same whether compiled into a function or interpreted step by step, in every number
// type; likewise its derivatives.
#include <leibniz/evaluate/interpret.hpp>

#include "../catch.hpp"
#include "all.hpp"

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
    program const p(canonical<E>);
    buffer<T> inputs;
    for (variable_name const& name : p.variables) inputs.push(at[static_cast<std::size_t>(name.name[0] - 'u')]);
    return interpret(p, inputs)[p.roots[0]];
}

template <class T, class E>
void compare(E e, std::array<double, 3> const& point) {
    std::array const at{static_cast<T>(point[0]), static_cast<T>(point[1]), static_cast<T>(point[2])};
    T const compiled = evaluate(e + 0_c * u * v * w, u = at[0], v = at[1], w = at[2]), stepwise = interpreted(e, at);
    CAPTURE(std::string(text(e)), at, compiled, stepwise);
    CHECK(same(compiled, stepwise));
}

template <class E>
void compare_in_all_types(E e, std::array<double, 3> const& at) {
    compare<float>(e, at);
    compare<double>(e, at);
    compare<long double>(e, at);
}

/// And the value is the one that the row states.
template <class F>
void check_row() {
    constexpr auto f = of_symbols<F>();
    at_every_point<F>([&](std::array<double, 3> const& at) {
        CHECK(same(evaluate(f + 0_c * u * v * w, u = at[0], v = at[1], w = at[2]), stated_value<F>(at)));
        compare_in_all_types(f, at);
        if constexpr (!is_whole<F, 0>) compare_in_all_types(diff(f, u), at);
        if constexpr (F::arity > 1) compare_in_all_types(diff(f, v), at);
        if constexpr (F::arity > 2) compare_in_all_types(diff(f, w), at);
    });
}

/// A value of the row that the compiler computed.
template <class F>
void computed_while_compiling() {
    constexpr double middle = domain_of<F>(0).low > -infinity ? domain_of<F>(0).low + (domain_of<F>(0).high < infinity ? 0.3 * (domain_of<F>(0).high - domain_of<F>(0).low) : 0.7) : -0.7;
    constexpr double first = is_whole<F, 0> ? 2 : middle;
    constexpr double value = evaluate(of_symbols<F>() + 0_c * u * v * w, u = first, v = 0.8, w = 1.9);
    static_assert(value == value);
    double volatile at_run_time = first;
    double const again = evaluate(of_symbols<F>() + 0_c * u * v * w, u = double(at_run_time), v = 0.8, w = 1.9);
    CAPTURE(std::string(F::text), first, value, again);
    CHECK(same(value, again));
}

}  // namespace

TEST_CASE("compiled and interpreted values of every row and its derivatives agree") {
    for_every_function([]<class F>(F) { check_row<F>(); });
}

TEST_CASE("every function has its value in a constant expression") {
    for_every_function([]<class F>(F) { computed_while_compiling<F>(); });
}
