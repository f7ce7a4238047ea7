// assumptions(e): the conditions under which e, as it was written, was defined.
#include <leibniz/algebra.hpp>

#include <type_traits>

using namespace leibniz;

namespace {

constexpr symbol<"a"> a;
constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"z"> z;

template <class E>
constexpr text_view said(E e) {
    return text(assumptions(e));
}

// None.
static_assert(said(w*x + y).empty() && said(1_c/x).empty() && said(log(x)).empty() && said(sqrt(x)).empty());
static_assert(assumptions(w*x).size() == 0 && evaluate(assumptions(w*x)));

// What the identities take for granted.
static_assert(said(x/x) == "x != 0" && said(exp(log(x))) == "x > 0" && said(sqrt(x)*sqrt(x)) == "x >= 0");
static_assert(said(1_c/(1_c/x)) == "x != 0" && said(pow<2>(sign(x))) == "x != 0" && said(1_c/sign(x)) == "x != 0" && said(abs(x)*sign(x)) == "");
static_assert(said(exp(log(x)) + y/y) == "x > 0, y != 0");
static_assert(said(diff(exp(log(x))*w, w)) == "x > 0");

// Each as a person writes it.
static_assert(said((x - 1_c)/(x - 1_c)) == "x != 1" && said((2_c*x - 1_c)/(2_c*x - 1_c)) == "x != 1/2");
static_assert(said((1_c - x)/(1_c - x)) == "x != 1" && said((x - y)/(x - y)) == "x != y" && said((y - x)/(y - x)) != "");
static_assert(said(exp(log(1_c - x))) == "x < 1" && said(exp(log(1_c - pow<2>(x)))) == "x^2 < 1");
static_assert(said(exp(log(x - y))) == "x > y" && said(exp(log(3_c*x - 2_c*y))) == "3*x > 2*y" && said(exp(log(-x))) == "x < 0");
static_assert(said(exp(log(x + y))) == "x + y > 0" && said(exp(log(-x - y))) == "x + y < 0");
static_assert(said(exp(log(x + y - 1_c))) == "x + y - 1 > 0" && said(exp(log(-3_c*x))) == "x < 0");
static_assert(said(sqrt(2_c - x)*sqrt(2_c - x)) == "x <= 2");

// A product is not 0 where no factor is; factors of one sign say nothing.
static_assert(said(x*y/(x*y)) == "x != 0, y != 0" && said(2_c*x*y/(x*y)) == "x != 0, y != 0");
static_assert(said(exp(x)*y/(exp(x)*y)) == "y != 0" && said(exp(log(exp(x)*y))) == "y > 0" && said(exp(log(-y*exp(x)))) == "y < 0");
static_assert(said(exp(log(x*y))) == "x*y > 0" && said(exp(log(pow<2>(x)*y))) == "x != 0, y > 0");
static_assert(said(exp(log(x/y))) == "x/y > 0" && said(exp(log(1_c/y))) == "y > 0" && said(exp(log(pow<3>(x)))) == "x > 0");
static_assert(said(sinh(x)/sinh(x)) == "x != 0" && said(abs(x)/abs(x)) == "x != 0" && said(pow<4>(x)/pow<6>(x)) == "");
static_assert(said(pow<2>(x)/pow<2>(x)) == "x != 0" && said(pow(x, 1.5_c)/pow(x, 1.5_c)) == "x > 0");

// Trivial ones are left out, and doubled ones, and those that follow.
static_assert(said(exp(x)/exp(x)) == "" && said(exp(log(1_c + pow<2>(x)))) == "" && said(exp(log(cosh(x) + abs(y)))) == "");
static_assert(said(exp(log(2_c))) == "" && said(pi/pi) == "" && said(exp(log(pi))) == "");
static_assert(said(x/x + x/x + (2_c*x)/x) == "x != 0" && said(exp(log(x)) + x/x) == "x > 0" && said(x/x + exp(log(x))) == "x > 0");
static_assert(said(sqrt(x)*sqrt(x) + x/x) == "x > 0" && said(exp(log(x)) + exp(log(y)) + (x + y)/(x + y)) == "x > 0, y > 0");
static_assert(said(exp(log(x + y)) + exp(log(x)) + exp(log(y))) == "x > 0, y > 0");

// A formula that is not 0 is defined.
static_assert(said(log(x)/log(x)) == "x > 0, log(x) != 0");
static_assert(said((sqrt(x) - 1_c)/(sqrt(x) - 1_c)) == "x >= 0, sqrt(x) != 1");

// Conditions that never hold.
static_assert(said(substitute(x/x, x = 0_c)) == "0 != 0" && !evaluate(assumptions(substitute(x/x, x = 0_c))));
static_assert(said(exp(log(-1_c))) == "-1 > 0");
static_assert(said(exp(log(x)) + exp(log(-x))) == "x != x" && !evaluate(assumptions(exp(log(x)) + exp(log(-x))), x = 1.0));

// A range.
constexpr auto two = assumptions(exp(log(x)) + y/y);
static_assert(two.size() == 2 && two[0] == "x > 0" && two[1] == "y != 0");
constexpr int characters() {
    int all = 0;
    for (text_view each : two) all += static_cast<int>(each.size());
    return all;
}
static_assert(characters() == 11);

// Values.
static_assert(std::is_same_v<decltype(evaluate(two, x = 1.0, y = 2.0)), bool>);
static_assert(evaluate(two, x = 1.0, y = 2.0) && !evaluate(two, x = 1.0, y = 0.0) && !evaluate(two, x = 0.0, y = 1.0));
static_assert(evaluate(two, x = 1, y = 2) && evaluate(two, x = 0.5_c, y = 2_c));
static_assert(evaluate(assumptions(z*x/x), x = 1.0, z = 0.0));  // every symbol of the formula may be bound

// An expression.
static_assert(two == (x > 0_c && not_equal_to(y, 0_c)));
static_assert(text(where(assumptions(x/x), w, a)) == "where(x != 0, w, a)");

// A replacement is made in the conditions.
static_assert(said(substitute(x/x, x = y - 1_c)) == "y != 1" && said(substitute(exp(log(x)), x = exp(y))) == "");
static_assert(said(substitute(exp(log(x)), x = 1_c/z)) == "z > 0");

// Of bundles.
static_assert(said(gradient(w*exp(log(x))*y/y, wrt(w, x))) == "x > 0, y != 0" && said(outputs(x/x, exp(log(y)))) == "x != 0, y > 0");

}  // namespace
