// Evaluation during compilation: values, and the number type that the bindings have in common.
#include <leibniz/leibniz.hpp>

#include <type_traits>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr column<"c"> c;

template <class T, class V>
constexpr bool is(V value, T expected) {
    return std::is_same_v<V, T> && value == expected;
}

// The number type is the common one of all bindings.
static_assert(is(evaluate(w * x, w = 2, x = 3), 6));
static_assert(is(evaluate(w * x, w = 2L, x = 3), 6L));
static_assert(is(evaluate(w * x, w = 2.0, x = 3), 6.0));
static_assert(is(evaluate(w * x, w = 2.0f, x = 3), 6.0f));
static_assert(is(evaluate(w * x, w = 2.0f, x = 3.0), 6.0));
static_assert(is(evaluate(w * x, w = 2.0L, x = 3.0), 6.0L));
static_assert(is(evaluate(w * x, w = 2_c, x = 3_c), rational(6)));
static_assert(is(evaluate(w * x, w = 2_c, x = 3), rational(6)) && is(evaluate(w * x, x = 3, w = 2_c), rational(6)));
static_assert(is(evaluate(w * x, w = 0.5_c, x = 3.0), 1.5) && is(evaluate(w * x, x = 3.0, w = 0.5_c), 1.5));
static_assert(is(evaluate(w * x, w = 0.5_c, x = 3.0f), 1.5f));
static_assert(is(evaluate(w * x, w = rational(1, 2), x = rational(1, 3)), rational(1, 6)));
static_assert(is(evaluate(2_c + 3_c), 5.0), "without bindings: double");
static_assert(is(evaluate(x, x = 7), 7) && is(evaluate(c, c = 7), 7), "a column without columns: one row");

// The order of bindings is free; a constant or a variable of the program's serves as well as a literal.
constexpr double half = 0.5;
static_assert(evaluate(w - x, x = 1, w = 5) == 4 && evaluate(w - x, w = 5, x = 1) == 4);
static_assert(evaluate(w * w, w = half) == 0.25);
constexpr auto bound = (w = 3.0);
static_assert(evaluate(w + 1_c, bound) == 4.0);

// Arithmetic in integers.
static_assert(evaluate(w + x, w = 2, x = 3) == 5 && evaluate(w - x, w = 2, x = 3) == -1 && evaluate(-w, w = 2) == -2);
static_assert(evaluate(pow<5>(w), w = -2) == -32 && evaluate(pow<2>(w - x), w = 2, x = 5) == 9);
static_assert(evaluate(3_c * w * x - 2_c * x + 1_c, w = 2, x = 3) == 13);
static_assert(evaluate(1_c - w, w = 3) == -2 && evaluate(-w * x, w = 2, x = 3) == -6 && evaluate(-2_c * w, w = 2) == -4);

// Arithmetic in floating numbers.
static_assert(evaluate(w / x, w = 3.0, x = 2.0) == 1.5 && evaluate(1_c / x, x = 4.0) == 0.25);
static_assert(evaluate(-1_c / x, x = 4.0) == -0.25 && evaluate(-w / x, w = 1.0, x = 4.0) == -0.25);
static_assert(evaluate(pow<-2>(x), x = 2.0) == 0.25 && evaluate(3_c * w / (2_c * x), w = 2.0, x = 4.0) == 0.75);
static_assert(evaluate(w / 4_c + 0.5_c, w = 3.0) == 1.25 && evaluate(0.25_c * w, w = 3.0) == 0.75);
static_assert(evaluate((w + x) / (w - x), w = 3.0, x = 1.0) == 2.0);
static_assert(evaluate(pow<2>(x), x = 0.0) == 0.0 && evaluate(diff(pow<2>(x), x), x = 0.0) == 0.0, "no logarithm at 0");
static_assert(evaluate(pow<3>(x), x = -2.0) == -8.0 && evaluate(pow<7>(x), x = 2.0) == 128.0);

// The constant 1/3 is rounded once, to the number type of the bindings.
static_assert(evaluate(1_c / 3_c + 0_c * x, x = 1.0f) == 1.0f / 3.0f);
static_assert(evaluate(1_c / 3_c + 0_c * x, x = 1.0L) == 1.0L / 3.0L);

// Exact fractions.
static_assert(evaluate(1_c / x + x / 3_c, x = 7_c) == rational(52, 21));
static_assert(evaluate(pow<-3>(x), x = 2_c) == rational(1, 8));
static_assert(evaluate(pow<2>(w * x - y), w = 1.8_c, x = 2_c, y = 4_c) == rational(4, 25));
static_assert(!evaluate(x * x, x = constant<0x7fff'ffff'ffff'ffff>{}).valid(), "an overflow is no wrong digit");
static_assert(!evaluate(1_c / x, x = 0_c).valid());

// Two steps of the lesson by hand: learning rate 0.1, x = 2, y = 4.
constexpr auto loss = pow<2>(w * x - y);
constexpr auto step = w - 0.1_c * diff(loss, w);
static_assert(evaluate(loss, w = 1_c, x = 2_c, y = 4_c) == rational(4));
static_assert(evaluate(diff(loss, w), w = 1_c, x = 2_c, y = 4_c) == rational(-8));
static_assert(evaluate(step, w = 1_c, x = 2_c, y = 4_c) == rational(9, 5));
static_assert(evaluate(diff(loss, w), w = 1.8_c, x = 2_c, y = 4_c) == rational(-8, 5));
static_assert(evaluate(step, w = 1.8_c, x = 2_c, y = 4_c) == rational(49, 25));
static_assert(evaluate(loss, w = 1.96_c, x = 2_c, y = 4_c) == rational(64, 10000));

// Derivatives, also inside further expressions.
static_assert(evaluate(diff(loss, w), w = 1, x = 2, y = 4) == -8);
static_assert(evaluate(diff<2>(loss, w), w = 1, x = 2, y = 4) == 8);
static_assert(evaluate(diff(loss, w, y), w = 1, x = 2, y = 4) == -4);
static_assert(evaluate(y - x * diff(loss, w), w = 1, x = 2, y = 4) == 20);

// Reductions with one row.
static_assert(evaluate(sum(x), x = 3) == 3 && evaluate(mean(x), x = 3) == 3);
static_assert(evaluate(sum(5_c)) == 5.0 && evaluate(sum(x - 1_c), x = 3) == 2);
static_assert(evaluate(mean(loss), w = 1, x = 2, y = 4) == 4);
static_assert(evaluate(x - mean(x), x = 3.0) == 0.0);

// A binding may be simplified away, as long as the expression mentions it.
static_assert(evaluate(w + 0_c * x, w = 2, x = 3) == 2);
static_assert(evaluate(diff(w * x, w), w = 2, x = 3) == 3);

}  // namespace
