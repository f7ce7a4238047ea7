// Every row of the function table states partial derivatives, and they are right: against central differences in 50
// digits and against the complex step, in first and second order, at points throughout its domain.
#include "../catch.hpp"
#include "all.hpp"
#include "formulas.hpp"
#include "numbers/programs.hpp"

#include <algorithm>
#include <cstdio>
#include <string>

using namespace leibniz;

namespace {

constexpr symbol<"u"> u;

struct tally {
    int functions = 0, derivatives = 0, points = 0;
    double worst = 0;

    void note(double distance) {
        ++points;
        if (!(distance <= worst)) worst = distance;
    }
    void print(char const* what) const {
        std::printf("%s: %d functions, %d derivatives, %d points, worst %.2g\n", what, functions, derivatives, points, worst);
    }
};

/// The arguments of a row by which it has derivatives.
template <class F>
std::vector<std::size_t> arguments_of() {
    std::vector<std::size_t> all;
    constexpr bool lacks[] = {lacks_slope<F, 0>, lacks_slope<F, 1>, lacks_slope<F, 2>};
    for (std::size_t k = 0; k < F::arity; ++k)
        if (!lacks[k]) all.push_back(k);
    return all;
}

/// The derivatives of a row's function or of one of its derivatives, one step of the calculus.
template <class F>
class derivatives {
public:
    derivatives(tally& by_difference, tally& by_complex_step) : by_difference_(by_difference), by_complex_step_(by_complex_step) {
        for (std::string_view name : {"u", "v", "w"}) symbols_.push_back(graph_.symbol(name));
    }

    void check_first_and_second() {
        int const f = lowered(graph_, of_symbols<F>());
        for (std::size_t k : arguments_of<F>()) {
            int const slope = check(f, k, false);
            for (std::size_t j : arguments_of<F>()) check(slope, j, true);
        }
    }

private:
    /// The derivative of node i by argument k.
    int check(int i, std::size_t k, bool further) {
        int const slope = differentiate(graph_, i, symbols_[k], further);
        REQUIRE(!graph_.faults.lacks_partials);
        program const of = compiled(graph_, i), derived = compiled(graph_, slope);
        ++by_difference_.derivatives;
        if constexpr (has_complex_value<F>) ++by_complex_step_.derivatives;
        at_every_point<F>([&](numbers::point const& at) {
            double const distance = numbers::distance_from_difference(derived, of, at, k, smooth_of<F>(k).room_at(at[k]));
            by_difference_.note(distance);
            CAPTURE(printed(graph_, i), k, printed(graph_, slope), at);
            CHECK(distance <= 1e-34);
            if constexpr (has_complex_value<F>) {
                double const from_step = numbers::distance_from_complex_step(derived, of, at, k);
                by_complex_step_.note(from_step);
                CHECK(from_step <= 1e-13);
            }
        });
        return slope;
    }

    graph graph_{rules};
    std::vector<int> symbols_;
    tally &by_difference_, &by_complex_step_;
};

/// The partial derivatives as the row states them: of some rows the engine makes no use, for their operations are
/// others in canonical form (x/y is x*y^-1), but who reads the table trusts it.
template <class F>
void check_stated_partials(tally& t) {
    graph g(rules);
    int const operands[] = {g.symbol("u"), g.symbol("v"), g.symbol("w")};
    int stated[3];
    row<F>::descriptor.partials(g, operands, stated);
    for (std::size_t k : arguments_of<F>()) {
        ++t.derivatives;
        program const slope = compiled(g, stated[k]);
        at_every_point<F>([&](numbers::point const& at) {
            double const distance = numbers::distance_from_difference(slope, row<F>::descriptor, at, k, smooth_of<F>(k).room_at(at[k]));
            t.note(distance);
            CAPTURE(std::string(F::text), k, printed(g, stated[k]), at);
            CHECK(distance <= 1e-34);
        });
    }
}

}  // namespace

TEST_CASE("every row states its partial derivatives and its notation") {
    int rows = 0;
    for_every_function([&]<class F>(F) {
        static_assert(has_partials<F>);
        static_assert(*F::text != 0 && *F::latex != 0);
        static_assert(F::arity >= 1 && F::arity <= 3);
        for (std::size_t k = 0; k < F::arity; ++k) {
            CAPTURE(std::string(F::text), k);
            for (double at : points_in(smooth_of<F>(k))) {
                CHECK(smooth_of<F>(k).contains(at));
                CHECK(domain_of<F>(k).contains(at));
            }
        }
        ++rows;
    });
    CHECK(rows >= 68);
}

TEST_CASE("a function of one argument has values in all of its domain, and none outside of it") {
    int inside = 0, outside = 0;
    for_every_function([&]<class F>(F) {
        if constexpr (F::arity == 1)
            for (double at = -8; at <= 8; at += 0.125) {
                double const value = F::value(at);
                CAPTURE(std::string(F::text), at, value);
                bool const is_inside = domain_of<F>(0).contains(at);
                if (std::same_as<F, arc_cotangent> && at == 0) continue;  // pi/2, where the value jumps
                CHECK(std::isfinite(value) == is_inside);
                ++(is_inside ? inside : outside);
            }
    });
    CHECK(inside > 5000);
    CHECK(outside > 500);
}

TEST_CASE("by the shapes of incomplete functions there is no derivative, and it is said") {
    graph g(rules);
    term const a(g, g.symbol("a")), b(g, g.symbol("b")), x(g, g.symbol("x"));
    for (int i : {gammainc(a, x).index(), gammaincc(a, x).index(), betainc(a, b, x).index()}) {
        differentiate(g, i, x.index());
        CHECK(!g.faults.lacks_partials);
        differentiate(g, i, a.index());
        CHECK(g.faults.lacks_partials);
        g.faults = {};
    }
}

TEST_CASE("by the order of a polygamma there is no derivative, and it is said") {
    graph g(rules);
    term const n(g, g.symbol("n")), x(g, g.symbol("x"));
    differentiate(g, polygamma(n, x).index(), x.index());
    CHECK(!g.faults.lacks_partials);
    differentiate(g, polygamma(n, x).index(), n.index());
    CHECK(g.faults.lacks_partials);
}

TEST_CASE("the partial derivatives that every row states agree with differences in 50 digits") {
    tally t;
    for_every_function([&]<class F>(F) {
        if constexpr (is_differentiated<F>) check_stated_partials<F>(t), ++t.functions;
    });
    t.print("partials as stated");
    CHECK(t.points >= 20 * t.functions);
}

TEST_CASE("first and second derivatives of every row agree with differences in 50 digits and with complex steps") {
    tally by_difference, by_complex_step;
    for_every_function([&]<class F>(F) {
        if constexpr (!is_differentiated<F>) return;
        ++by_difference.functions;
        if constexpr (has_complex_value<F>) ++by_complex_step.functions;
        derivatives<F>(by_difference, by_complex_step).check_first_and_second();
    });
    by_difference.print("partials by differences");
    by_complex_step.print("partials by complex steps");
    CHECK(by_difference.functions >= 68);
    CHECK(by_complex_step.functions >= 30);
}

TEST_CASE("what is held constant has its value, and no derivative") {
    static_assert(diff(stop_gradient(pow<2>(u)), u) == 0_c);
    static_assert(diff(u * stop_gradient(u), u) == stop_gradient(u));
    CHECK(evaluate(stop_gradient(pow<2>(u)), u = 3.0) == 9.0);
}
