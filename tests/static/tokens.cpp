// No printed form has a factor 1, an exponent 1, a + or * followed by a minus, or a redundant parenthesis. Every function in
// every other: laws/printed_form.cpp.
#include "printed_form.hpp"

#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr bool sound(text_view text) { return printed_form::complaint(text).empty(); }
constexpr bool is(text_view text, text_view complaint) { return printed_form::complaint(text) == complaint; }

// The reader itself objects to what it should, and to nothing else.
static_assert(is("1*x", "a factor 1") && is("x*1", "a factor 1") && is("x/1", "a factor 1") && is("2*x*1*y", "a factor 1"));
static_assert(is("x^1", "an exponent 1") && is("x^0", "an exponent 0") && is("0*x", "a factor 0") && is("x + 0", "a term 0"));
static_assert(is("x + -y", "an operator followed by a minus") && is("x*-y", "an operator followed by a minus"));
static_assert(is("x - -y", "an operator followed by a minus") && is("x/-2", "an operator followed by a minus"));
static_assert(is("(x)", "a redundant parenthesis") && is("(x)*y", "a redundant parenthesis"));
static_assert(is("(x + y)", "a redundant parenthesis") && is("x + (y + z)", "a redundant parenthesis"));
static_assert(is("(x*y) + z", "a redundant parenthesis") && is("x*(y*z)", "a redundant parenthesis"));
static_assert(is("(x^2)*y", "a redundant parenthesis") && is("((x + y))^2", "a redundant parenthesis"));
static_assert(is("sin((x + y))", "a redundant parenthesis") && is("exp((x))", "a redundant parenthesis"));
static_assert(is("x - (y*z)", "a redundant parenthesis") && is("(sin(x))^2", "a redundant parenthesis"));
static_assert(sound("x - (y + z)") && sound("(x + y)*z") && sound("x/(y*z)") && sound("(x*y)^z") && sound("x^(y + 1)"));
static_assert(sound("1/x") && sound("x^(1/3)") && sound("1 - x") && sound("-x") && sound("x1 + 10") && sound("11*x^21"));
static_assert(sound("exp(-x)") && sound("2*x*(w*x - y)") && sound("x^(-y)") && sound("x/10") && sound("(x^y)^z"));

template <class... E>
constexpr bool all_sound(E... e) {
    bool const each[] = {sound(text(e))...};
    for (bool one : each)
        if (!one) return false;
    return true;
}

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"w"> w;

/// The formula and its derivatives up to second order.
template <class E>
constexpr bool with_derivatives(E e) {
    return all_sound(e, diff(e, x), diff(e, y), diff<2>(e, x), diff(e, x, y));
}

// Algebra.
static_assert(with_derivatives(x));
static_assert(with_derivatives(-x * y));
static_assert(with_derivatives(pow<2>(w * x - y)));
static_assert(with_derivatives((w * x - y) * (y - w * x)));
static_assert(with_derivatives(x / y));
static_assert(with_derivatives(-x / (2_c * y)));
static_assert(with_derivatives((x - y) / (x + y)));
static_assert(with_derivatives(1_c / (1_c - x * y)));
static_assert(with_derivatives(1_c - x - y));
static_assert(with_derivatives(1_c * x + 0_c * y));
static_assert(with_derivatives(x - 0.5_c * pow<2>(y) + 1_c / 3_c));
static_assert(with_derivatives(pow<-3>(x * y + 1_c)));
static_assert(with_derivatives(-pow<3>(y - x) / 6_c));
static_assert(with_derivatives((x + y) * (x - y) * (1_c - x)));
static_assert(with_derivatives((x + 1_c) / 2_c - (y - 1_c) / 3_c));
static_assert(with_derivatives(x / (y / (x + y))));
static_assert(with_derivatives(-(x + y) * -(x - y)));
static_assert(with_derivatives(x - (y - (x - (y - w)))));

// Powers.
static_assert(with_derivatives(pow(x, y)));
static_assert(with_derivatives(pow(x, -y)));
static_assert(with_derivatives(pow(x + y, x - y)));
static_assert(with_derivatives(pow(pow(x, y), w)));
static_assert(with_derivatives(pow(x, pow(y, 2_c))));
static_assert(with_derivatives(pow(2_c, x * y)));
static_assert(with_derivatives(pow(0.5_c, -x)));
static_assert(with_derivatives(pow(-2_c * x, y)));
static_assert(with_derivatives(pow(x / y, 1_c / 3_c)));
static_assert(with_derivatives(sqrt(x * y) - 1_c / sqrt(x + y)));
static_assert(with_derivatives(pow(sqrt(x), y)));
static_assert(with_derivatives(sqrt(2_c) * x + pow(3_c, 1_c / 3_c) * y));

// Functions.
static_assert(with_derivatives(exp(-x * y)));
static_assert(with_derivatives(exp(-pow<2>(x - y) / 2_c)));
static_assert(with_derivatives(log(1_c + exp(x))));
static_assert(with_derivatives(1_c - exp(-x / y)));
static_assert(with_derivatives(sin(x) * cos(y) / (1_c + pow<2>(x))));
static_assert(with_derivatives(-sin(-x) - cos(-y)));
static_assert(with_derivatives(tanh(w * x + y)));
static_assert(with_derivatives(sigmoid(w * x - y) * (1_c - sigmoid(w * x - y))));
static_assert(with_derivatives(pow<2>(sin(x)) + pow<2>(cos(x))));
static_assert(with_derivatives(sin(x * y) * exp(x) / (1_c + x * x)));
static_assert(with_derivatives(log(x / y) - log(x) + log(y)));
static_assert(with_derivatives(pow<2>(sigmoid(w * tanh(x - y)) - y) / 2_c));

// Reductions.
static_assert(with_derivatives(mean(pow<2>(w * x - y))));
static_assert(with_derivatives(sum(-x / y) - mean(x) / 2_c));
static_assert(with_derivatives(pow<2>(x - mean(x * y))));
static_assert(with_derivatives(log(sum(exp(x * y)))));

// High orders.
static_assert(all_sound(diff<3>(exp(-x * x), x), diff<4>(sin(x) / x, x), diff<4>(sigmoid(x), x), diff<5>(tanh(2_c * x), x),
                        diff<5>(sqrt(1_c - x), x)));

}  // namespace
