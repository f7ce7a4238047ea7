// The value of every row is the same whether compiled into a function or interpreted step by step, in every number
// type; likewise its derivatives.
#include "../catch.hpp"
#include "all.hpp"

#include <limits>
#include <string>

using namespace leibniz;

namespace {

constexpr symbol<"u"> u;
constexpr symbol<"v"> v;

/// The compiler may fuse a product and a sum in one of the two and not in the other.
template <class T>
bool same(T a, T b) {
    return a == b || std::abs(a - b) <= 8 * std::numeric_limits<T>::epsilon() * (1 + std::abs(b));
}

/// The graph of an expression, run step by step.
template <class E, class T>
T interpreted(E, T at_u, T at_v) {
    program const p(canonical<E>);
    buffer<T> inputs;
    for (variable_name const& name : p.variables) inputs.push(name.name == "u" ? at_u : at_v);
    return interpret(p, inputs)[p.roots[0]];
}

template <class T, class E>
void compare(E e, double a, double b) {
    T const at_u = static_cast<T>(a), at_v = static_cast<T>(b);
    T const compiled = evaluate(e + 0_c * u * v, u = at_u, v = at_v), stepwise = interpreted(e, at_u, at_v);
    CAPTURE(std::string(text(e)), at_u, at_v, compiled, stepwise);
    CHECK(same(compiled, stepwise));
}

template <class E>
void compare_in_all_types(E e, double a, double b) {
    compare<float>(e, a, b);
    compare<double>(e, a, b);
    compare<long double>(e, a, b);
}

/// And the value is the one that the row states.
template <class F>
void check_row() {
    if constexpr (F::arity == 1) {
        constexpr auto f = call<F, symbol<"u">>{};
        at_every_point<F>([&](double a) {
            CHECK(same(evaluate(f, u = a), F::value(a)));
            compare_in_all_types(f, a, a);
            compare_in_all_types(diff(f, u), a, a);
        });
    } else {
        constexpr auto f = call<F, symbol<"u">, symbol<"v">>{};
        at_every_point<F>([&](double a, double b) {
            CHECK(same(evaluate(f, u = a, v = b), F::value(a, b)));
            compare_in_all_types(f, a, b);
            compare_in_all_types(diff(f, u), a, b);
            compare_in_all_types(diff(f, v), a, b);
        });
    }
}

}  // namespace

TEST_CASE("compiled and interpreted values of every row and its derivatives agree") {
    for_every_function([]<class F>(F) { check_row<F>(); });
}
