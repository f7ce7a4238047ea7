// Every row of the function table states partial derivatives, and they are right: against central differences and
// against the complex step, in first and second order, at points throughout its domain.
#include "../catch.hpp"
#include "all.hpp"

#include <complex>
#include <string>

using namespace leibniz;

namespace {

constexpr symbol<"u"> u;
constexpr symbol<"v"> v;
using real = long double;
using complex = std::complex<long double>;

bool near(real value, real expected, real tolerance) {
    return std::abs(value - expected) <= tolerance * (1 + std::abs(expected));
}

/// f'(at), of fourth order in the step.
template <class F>
real central_difference(F f, real at, real scale) {
    real const h = 2e-4L * scale;
    return (8 * (f(at + h) - f(at - h)) - (f(at + 2 * h) - f(at - 2 * h))) / (12 * h);
}

/// f'(at), without cancellation.
template <class F>
real complex_step(F f, real at) {
    constexpr real h = 1e-30L;
    return f(complex(at, h)).imag() / h;
}

real scale_at(interval domain, real at) {
    return domain.low > -infinity ? std::min<real>(1, at - static_cast<real>(domain.low)) : 1;
}

/// The derivative of e by `by`, at bindings where `by` may be moved.
template <class E, class V, class Value>
void check_derivative(E e, V by, interval domain, real at, bool in_complex, Value value) {
    real const derived = value(diff(e, by), at);
    CAPTURE(std::string(text(e)), std::string(text(diff(e, by))), at, derived);
    CHECK(near(derived, central_difference([&](real moved) { return value(e, moved); }, at, scale_at(domain, at)), 1e-9L));
    if (in_complex) CHECK(near(derived, complex_step([&](complex moved) { return value(e, moved); }, at), 1e-15L));
}

/// The value of a graph of u and v at a point.
real value_at(term t, real at_u, real at_v) {
    int const root = t.index();
    graph const& g = t.in();
    program const p(view{.nodes = g.begin(), .operands = g.operands(), .roots = &root, .node_count = g.size(), .root_count = 1});
    buffer<real> inputs;
    for (variable_name const& name : p.variables) inputs.push(name.name == "u" ? at_u : at_v);
    return interpret(p, inputs)[p.roots[0]];
}

/// The partial derivatives as the row states them: of some rows the engine makes no use, for their operations are
/// others in canonical form (x/y is x*y^-1), but who reads the table trusts it.
template <class F>
void check_stated_partials() {
    graph g(rules);
    term const by_u(g, g.symbol("u")), by_v(g, g.symbol("v"));
    CAPTURE(std::string(F::text));
    if constexpr (F::arity == 1) {
        term const stated = F::partial(by_u);
        at_every_point<F>([&](real at) {
            CAPTURE(at);
            CHECK(near(value_at(stated, at, 0), central_difference([](real a) { return F::value(a); }, at, scale_at(F::domain, at)), 1e-9L));
        });
    } else {
        two_terms const stated = F::partials(by_u, by_v);
        at_every_point<F>([&](real a, real b) {
            CAPTURE(a, b);
            CHECK(near(value_at(stated.first, a, b),
                       central_difference([b](real moved) { return F::value(moved, b); }, a, scale_at(F::domain, a)), 1e-9L));
            CHECK(near(value_at(stated.second, a, b),
                       central_difference([a](real moved) { return F::value(a, moved); }, b, scale_at(F::domain, b)), 1e-9L));
        });
    }
}

template <class F>
void check_row() {
    if constexpr (F::arity == 1) {
        constexpr auto f = call<F, symbol<"u">>{};
        auto const value = []<class E, class T>(E e, T at) { return evaluate(e + 0_c * u, u = at); };
        at_every_point<F>([&](real at) {
            check_derivative(f, u, F::domain, at, has_complex_value<F>, value);
            check_derivative(diff(f, u), u, F::domain, at, has_complex_value<F>, value);
        });
    } else {
        constexpr auto f = call<F, symbol<"u">, symbol<"v">>{};
        at_every_point<F>([&](real a, real b) {
            auto const by_u = [b]<class E, class T>(E e, T at) { return evaluate(e + 0_c * u * v, u = at, v = T(b)); };
            auto const by_v = [a]<class E, class T>(E e, T at) { return evaluate(e + 0_c * u * v, u = T(a), v = at); };
            CAPTURE(a, b);
            check_derivative(f, u, F::domain, a, has_complex_value<F>, by_u);
            check_derivative(f, v, F::domain, b, has_complex_value<F>, by_v);
            check_derivative(diff(f, u), u, F::domain, a, has_complex_value<F>, by_u);
            check_derivative(diff(f, u), v, F::domain, b, has_complex_value<F>, by_v);
            check_derivative(diff(f, v), u, F::domain, a, has_complex_value<F>, by_u);
            check_derivative(diff(f, v), v, F::domain, b, has_complex_value<F>, by_v);
        });
    }
}

}  // namespace

TEST_CASE("every row states its partial derivatives and its notation") {
    int rows = 0;
    for_every_function([&]<class F>(F) {
        static_assert(has_partials<F>);
        static_assert(!F::text.empty() && !F::latex.empty());
        static_assert(F::arity == 1 || F::arity == 2);
        CHECK(points_in(F::domain).size() >= 20);
        for (double point : points_in(F::domain)) CHECK(F::domain.contains(point));
        ++rows;
    });
    CHECK(rows >= 14);
}

TEST_CASE("the partial derivatives that every row states agree with differences") {
    for_every_function([]<class F>(F) {
        if constexpr (is_differentiated<F>) check_stated_partials<F>();
    });
}

TEST_CASE("first and second derivatives of every row agree with differences and complex steps") {
    for_every_function([]<class F>(F) {
        if constexpr (is_differentiated<F>) check_row<F>();
    });
}

TEST_CASE("what is held constant has its value, and no derivative") {
    static_assert(diff(stop_gradient(pow<2>(u)), u) == 0_c);
    static_assert(diff(u * stop_gradient(u), u) == stop_gradient(u));
    CHECK(evaluate(stop_gradient(pow<2>(u)), u = 3.0) == 9.0);
}
