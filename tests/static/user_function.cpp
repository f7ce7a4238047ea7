// The set of functions is open: a block of the user's is a function by being used, and has all that a built-in one has.
#include "user_functions.hpp"

#include <leibniz/leibniz.hpp>

namespace user {

using namespace leibniz;

template <class U>
constexpr applied<witch, U> bewitch(U u) {
    return apply<witch>(u);
}

/// u^2 + v^2, of two arguments.
struct spread : binary {
    static constexpr text_view text = "spread", latex = "\\operatorname{spread}";
    static constexpr interval domain = real_line;
    template <class T>
    static constexpr T value(T u, T v) {
        return u * u + v * v;
    }
    static constexpr two_terms partials(auto u, auto v) { return {2 * u, 2 * v}; }
};

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

static_assert(std::is_same_v<decltype(bewitch(x)), call<witch, symbol<"x">>>);
static_assert(text(bewitch(2_c * x)) == "witch(2*x)");
static_assert(bewitch(x + y) == bewitch(y + x) && bewitch(x) != bewitch(y) && bewitch(x) != sin(x));
static_assert(evaluate(bewitch(x), x = 2.0) == 0.4);
static_assert(diff(bewitch(x), x) == (1_c - pow<2>(x)) / pow<2>(1_c + pow<2>(x)));
static_assert(text(diff(bewitch(x * y), x)) == "y*(1 - x^2*y^2)/(x^2*y^2 + 1)^2");
static_assert(evaluate(diff(bewitch(x * y), x), x = 0.0, y = 3.0) == 3.0);

static_assert(text(apply<spread>(x, y)) == "spread(x, y)");
static_assert(evaluate(apply<spread>(x, y), x = 3.0, y = 4.0) == 25.0);
static_assert(diff(apply<spread>(x, x * y), x) == 2_c * x + 2_c * x * pow<2>(y));
static_assert(apply<spread>(x, y) != apply<spread>(y, x), "the order of arguments counts");

static_assert(diff<3>(apply<growth>(2_c * x), x) == 8_c * apply<growth>(2_c * x));
static_assert(text(diff(x * apply<growth>(x), x)) == "x*growth(x) + growth(x)");

}  // namespace user
