// substitute(e, x = f): formulas in place of variables, all at once.
#include <leibniz/algebra.hpp>

#include <type_traits>

using namespace leibniz;

namespace {

constexpr symbol<"a"> a;
constexpr symbol<"b"> b;
constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"z"> z;
constexpr column<"x"> rows;
constexpr symbols<"c", 3> c;

// An expression like any other.
constexpr auto square_of_line = pow<2>(w*x - y);
constexpr auto shifted = substitute(square_of_line, x = a + b);
static_assert(std::is_empty_v<decltype(shifted)> && expression<decltype(shifted)>);
static_assert(shifted == pow<2>(w*(a + b) - y) && text(shifted) == "(w*(a + b) - y)^2");
static_assert(diff(shifted, a) == 2_c*w*(w*(a + b) - y) && sin(shifted) == sin(pow<2>(w*(a + b) - y)));
static_assert(evaluate(shifted, w = 2, a = 3, b = 4, y = 10) == 16);

// An exact constant; a constant of the table; a named replacement.
static_assert(text(substitute(square_of_line, x = 2_c)) == "(2*w - y)^2");
static_assert(text(substitute(x/3_c, x = 0.5_c)) == "1/6" && text(substitute(cos(x), x = pi)) == "cos(pi)");
constexpr auto point = (x = 0_c);
static_assert(substitute(diff(sin(w*x), x), point) == w);
static_assert(substitute(x + y, x = formula<"k := 2*z; k + 1">) == 2_c*z + 1_c + y);

// All at once: nothing of a replacement is replaced.
static_assert(substitute(x - y, x = y, y = x) == y - x);
static_assert(substitute(x*y, x = x + 1_c, y = x) == (x + 1_c)*x);
static_assert(substitute(substitute(x*y, x = y), y = 2_c) == 4_c);
static_assert(substitute(x + y + z, x = y, y = z, z = x) == x + y + z);

// What does not occur, or is replaced by itself, leaves the formula as it is.
static_assert(text(substitute(w*x, z = 2_c)) == "w*x" && text(substitute(w*x, x = x*1_c)) == "w*x");
static_assert(substitute(3_c, x = y) == 3_c && substitute(x, x = y) == y);

// The canonical form is that of the formula written out.
static_assert(text(substitute(x + y, x = -y)) == "0" && text(substitute(x*y, y = 1_c/x)) == "1");
static_assert(text(substitute(sin(x), x = -y)) == "-sin(y)" && text(substitute(exp(x), x = log(y))) == "y");
static_assert(text(substitute(pow(x, y), y = 2_c)) == "x^2" && text(substitute(pow(x, y), x = 1_c)) == "1");
static_assert(text(substitute(sqrt(x), x = pow<2>(y))) == "abs(y)" && text(substitute(1_c/x, x = 0_c)) == "1/0");
static_assert(text(substitute(x*exp(y), x = 2_c*x, y = 0_c)) == "2*x");

// A choice that numbers decide is decided, within other conditions too.
constexpr auto magnitude = where(x > 0_c, x, -x);
static_assert(text(substitute(magnitude, x = -3_c)) == "3" && text(substitute(magnitude, x = y)) == "where(y > 0, y, -y)");
static_assert(text(substitute(where(x > 0_c && y < 1_c, x, y), x = 2_c, y = 2_c)) == "2");
static_assert(text(substitute(where(!(x >= 2_c) || equal_to(y, 1_c), w, z), x = 2_c, y = 1_c)) == "w");
static_assert(text(substitute(where(not_equal_to(x, 2_c), w, z), x = 2_c)) == "z");
static_assert(text(substitute(where(x <= 2_c, w, z), x = 2_c)) == "w");
static_assert(text(substitute(where(x < 2_c, w, z), x = 2_c)) == "z");

// A column and a symbol of one name are two variables; a family member by member; in reductions.
static_assert(substitute(x*rows, rows = y) == x*y && substitute(x*rows, x = y) == y*rows);
static_assert(substitute(mean(pow<2>(w*rows)), rows = rows - a) == mean(pow<2>(w*(rows - a))));
static_assert(substitute(c[0_c] + c[1_c]*x, c[0_c] = c[1_c], c[1_c] = c[0_c]) == c[1_c] + c[0_c]*x);
static_assert(substitute(mean(rows), rows = 3_c) == 3_c);

// Bundles: every entry, indexed as before.
constexpr auto slopes = substitute(gradient(square_of_line, wrt(w, x)), w = 1_c, y = a);
static_assert(slopes[w] == 2_c*x*(x - a) && slopes[x] == 2_c*(x - a) && slopes.size == 2);
static_assert(evaluate(slopes, x = 3.0, a = 1.0)[w] == 12.0);
constexpr auto curvature = substitute(hessian(x*x*y, wrt(x, y)), x = 3_c);
static_assert(curvature(x, y) == 6_c && curvature(x, x) == 2_c*y && evaluate(curvature, y = 2.0)(x, x) == 4.0);
constexpr auto table = substitute(jacobian(outputs(x*y, x + y), wrt(x, y)), y = z);
static_assert(table(0_c, x) == z && table(1_c, y) == 1_c);
constexpr auto both = substitute(outputs(x*y, gradient(x*y, wrt(x))), y = z + 1_c);
static_assert(both[0_c] == x*(z + 1_c) && both[1_c][x] == z + 1_c);

// A replaced variable is gone: it has no derivative and takes no value. One that cancelled before may be bound in vain.
static_assert(diff(shifted, x) == 0_c && !depends_on(shifted, x) && depends_on(shifted, a));
static_assert(evaluate(substitute(x - x + y, y = z), x = 1.0, z = 2.0) == 2.0);
template <class E>
constexpr bool has(E, text_view name) {
    return mentions(as_written<E>, form::symbol, name);
}
static_assert(!has(shifted, "x") && has(shifted, "a"));
static_assert(has(substitute(x, x = x + 1_c), "x"));
static_assert(has(substitute(x, x = a) + x, "x"));

// Conditions stay on record, about what their formulas have become, beside those that the replacement brings.
constexpr auto const& of_quotient = canonical<decltype(substitute(x/x, x = y - 1_c))>;
static_assert(of_quotient.condition_count == 1 && of_quotient.is(of_quotient.conditions[0].about, kind::sum));
static_assert(canonical<decltype(substitute(x + y, x = exp(log(z))))>.condition_count == 1);
static_assert(canonical<decltype(substitute(w, x = exp(log(z))))>.condition_count == 0);  // replaced in vain

// Products are evaluated as they were written, also where a factor was replaced.
static_assert(evaluate(substitute((x*y)*(z*y), x = a), a = 1e200, y = 1e-200, z = 1e200) == 1.0);
static_assert(evaluate(substitute((x*y)*(z*y), y = a), a = 1e-200, x = 1e200, z = 1e200) == 1.0);
static_assert(evaluate(substitute(pow<36>(x/y), x = z), z = 1e-20, y = 1e-20) == 1.0);

// A function that is written out only by the replacement is recognised: log(1 + exp(x)) does not overflow.
static_assert(evaluate(substitute(log(1_c + y), y = exp(x)), x = 1000.0) == 1000.0);
static_assert(evaluate(substitute(log(1_c + exp(x)), x = 2_c*y), y = 1000.0) == 2000.0);

// Two substitutions of one formula are two types, and the same one twice is one.
static_assert(!std::is_same_v<decltype(substitute(x, x = y)), decltype(substitute(x, x = z))>);
static_assert(std::is_same_v<decltype(substitute(x, x = y)), decltype(substitute(x, x = y))>);
static_assert(as_written<decltype(substitute(x, x = y))>.hash != as_written<decltype(substitute(x, x = z))>.hash);
static_assert(substitute(x, x = y) + substitute(x, x = z) == y + z);

}  // namespace
