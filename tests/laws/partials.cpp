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
constexpr symbol<"w"> w;
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

/// The distance to the nearest end of a domain, at most 1.
real scale_at(interval domain, double at) {
    real const below = static_cast<real>(at) - static_cast<real>(domain.low), above = static_cast<real>(domain.high) - static_cast<real>(at);
    return std::min<real>(1, std::min(below, above));
}

using point = std::array<double, 3>;

/// e at a point of which coordinate k is moved to `value`.
template <class E, class T>
T moved(E e, point const& at, std::size_t k, T value) {
    std::array<T, 3> inputs{T(at[0]), T(at[1]), T(at[2])};
    inputs[k] = value;
    return evaluate(e + 0_c * u * v * w, u = inputs[0], v = inputs[1], w = inputs[2]);
}

/// The derivative of e by argument K of row F.
template <class F, std::size_t K, class E>
void check_derivative(E e, point const& at) {
    if constexpr (K < F::arity && !is_whole<F, K>) {
        constexpr auto by = [] {
            if constexpr (K == 0) return u;
            else if constexpr (K == 1) return v;
            else return w;
        }();
        real const derived = moved(diff(e, by), at, K, static_cast<real>(at[K]));
        CAPTURE(std::string(text(e)), std::string(text(diff(e, by))), at, derived);
        CHECK(near(derived, central_difference([&](real value) { return moved(e, at, K, value); }, at[K], scale_at(domain_of<F>(K), at[K])), 1e-9L));
        if constexpr (has_complex_value<F>) CHECK(near(derived, complex_step([&](complex value) { return moved(e, at, K, value); }, at[K]), 1e-15L));
    }
}

/// And its derivatives by all arguments.
template <class F, std::size_t K>
void check_second_derivatives(point const& at) {
    if constexpr (K < F::arity && !is_whole<F, K>) {
        check_derivative<F, K>(of_symbols<F>(), at);
        constexpr auto by = [] {
            if constexpr (K == 0) return u;
            else if constexpr (K == 1) return v;
            else return w;
        }();
        check_derivative<F, 0>(diff(of_symbols<F>(), by), at);
        check_derivative<F, 1>(diff(of_symbols<F>(), by), at);
        check_derivative<F, 2>(diff(of_symbols<F>(), by), at);
    }
}

template <class F>
void check_row() {
    at_every_point<F>([](point const& at) {
        check_second_derivatives<F, 0>(at);
        check_second_derivatives<F, 1>(at);
        check_second_derivatives<F, 2>(at);
    });
}

/// The value of a graph of u, v and w at a point.
real value_at(term t, point const& at) {
    int const root = t.index();
    graph const& g = t.in();
    program const p(view{.nodes = g.begin(), .operands = g.operands(), .roots = &root, .node_count = g.size(), .root_count = 1});
    buffer<real> inputs;
    for (variable_name const& name : p.variables) inputs.push(at[static_cast<std::size_t>(name.name[0] - 'u')]);
    return interpret(p, inputs)[p.roots[0]];
}

/// The partial derivatives as the row states them: of some rows the engine makes no use, for their operations are
/// others in canonical form (x/y is x*y^-1), but who reads the table trusts it.
template <class F>
void check_stated_partials() {
    graph g(rules);
    int const operands[] = {g.symbol("u"), g.symbol("v"), g.symbol("w")};
    int stated[3];
    row<F>::descriptor.partials(g, operands, stated);
    CAPTURE(std::string(F::text));
    at_every_point<F>([&](point const& at) {
        for (std::size_t k = 0; k < F::arity; ++k) {
            if (k == 0 && is_whole<F, 0>) continue;
            CAPTURE(at, k);
            auto const value = [&](real moved) {
                std::array<real, 3> inputs{at[0], at[1], at[2]};
                inputs[k] = moved;
                return stated_value<F>(inputs);
            };
            CHECK(near(value_at(term(g, stated[k]), at), central_difference(value, at[k], scale_at(domain_of<F>(k), at[k])), 1e-9L));
        }
    });
}

}  // namespace

TEST_CASE("every row states its partial derivatives and its notation") {
    int rows = 0;
    for_every_function([&]<class F>(F) {
        static_assert(has_partials<F>);
        static_assert(*F::text != 0 && *F::latex != 0);
        static_assert(F::arity >= 1 && F::arity <= 3);
        for (std::size_t k = 0; k < F::arity; ++k) {
            CHECK(points_in(domain_of<F>(k)).size() >= 20);
            for (double at : points_in(domain_of<F>(k))) CHECK(domain_of<F>(k).contains(at));
        }
        ++rows;
    });
    CHECK(rows >= 68);
}

TEST_CASE("by the order of a polygamma there is no derivative, and it is said") {
    graph g(rules);
    term const n(g, g.symbol("n")), x(g, g.symbol("x"));
    differentiate(g, polygamma(n, x).index(), x.index());
    CHECK(!g.faults.lacks_partials);
    differentiate(g, polygamma(n, x).index(), n.index());
    CHECK(g.faults.lacks_partials);
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
