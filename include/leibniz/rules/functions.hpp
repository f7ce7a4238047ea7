#pragma once

#include <leibniz/graph/domain.hpp>
#include <leibniz/graph/row.hpp>
#include <leibniz/language/operators.hpp>

#include <cmath>
#include <string_view>

// The table of functions. One block each: how it is written, where it is defined, its value, its partial derivatives.
// The chain rule is applied elsewhere, once. To add a function: one block here, one word in rules/all.hpp.

namespace leibniz {

// clang-format off

// ---------------------------------------------------------------------------------------------- arithmetic

/// u + v
struct addition : binary {
    static constexpr role meaning = role::sum;
    static constexpr std::string_view text = "+", latex = "+";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u, T v) { return u + v; }
    static constexpr two_terms partials(auto u, auto) { return {u.number(1), u.number(1)}; }
};

/// u - v
struct subtraction : binary {
    static constexpr role meaning = role::difference;
    static constexpr std::string_view text = "-", latex = "-";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u, T v) { return u - v; }
    static constexpr two_terms partials(auto u, auto) { return {u.number(1), u.number(-1)}; }
};

/// -u
struct negation : unary {
    static constexpr role meaning = role::negation;
    static constexpr std::string_view text = "-", latex = "-";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return -u; }
    static constexpr term partial(auto u) { return u.number(-1); }
};

/// u * v
struct multiplication : binary {
    static constexpr role meaning = role::product;
    static constexpr std::string_view text = "*", latex = "\\cdot";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u, T v) { return u * v; }
    static constexpr two_terms partials(auto u, auto v) { return {v, u}; }
};

/// u / v, for v != 0
struct division : binary {
    static constexpr role meaning = role::quotient;
    static constexpr std::string_view text = "/", latex = "/";
    static constexpr interval domain = positive_half;
    template <class T> static constexpr T value(T u, T v) { return u / v; }
    static constexpr two_terms partials(auto u, auto v) { return {1 / v, -u / pow<2>(v)}; }
};

/// u ^ v, for u > 0; for every u where v is an integer
struct power : binary {
    static constexpr role meaning = role::power;
    static constexpr std::string_view text = "^", latex = "^", aliases = "pow Pow";
    static constexpr interval domain = positive_half;
    template <class T> static constexpr T value(T u, T v) { using std::pow; return pow(u, v); }
    static constexpr two_terms partials(auto u, auto v) { return {v * pow(u, v - 1), pow(u, v) * log(u)}; }
};

/// The ratio of a circle's circumference to its diameter.
struct circle_constant : nullary {
    static constexpr std::string_view text = "pi", latex = "\\pi";
    template <class T> static constexpr T value() {
        if constexpr (std::is_arithmetic_v<T>) return T(3.14159265358979323846264338327950288L);
        else return acos(T(-1));
    }
};
inline constexpr call<circle_constant> pi{};

// ------------------------------------------------------------------------------ exponentials, logarithms, roots

/// e ^ u
struct exponential : unary {
    static constexpr std::string_view text = "exp", latex = "\\exp";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { using std::exp; return exp(u); }
    static constexpr term partial(auto u) { return exp(u); }
};
template <class U> constexpr applied<exponential, U> exp(U u) { return apply<exponential>(u); }

/// The natural logarithm.
struct logarithm : unary {
    static constexpr std::string_view text = "log", latex = "\\log", aliases = "ln";
    static constexpr interval domain = positive_half;
    template <class T> static constexpr T value(T u) { using std::log; return log(u); }
    static constexpr term partial(auto u) { return 1 / u; }
};
template <class U> constexpr applied<logarithm, U> log(U u) { return apply<logarithm>(u); }

/// The square root; smooth for u > 0.
struct square_root : unary {
    static constexpr std::string_view text = "sqrt", latex = "\\sqrt";
    static constexpr interval domain = positive_half;
    template <class T> static constexpr T value(T u) { using std::sqrt; return sqrt(u); }
    static constexpr term partial(auto u) { return 1 / (2 * sqrt(u)); }
};
template <class U> constexpr applied<square_root, U> sqrt(U u) { return apply<square_root>(u); }

// ---------------------------------------------------------------------------------- trigonometric, hyperbolic

struct sine : unary {
    static constexpr std::string_view text = "sin", latex = "\\sin";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { using std::sin; return sin(u); }
    static constexpr term partial(auto u) { return cos(u); }
};
template <class U> constexpr applied<sine, U> sin(U u) { return apply<sine>(u); }

struct cosine : unary {
    static constexpr std::string_view text = "cos", latex = "\\cos";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { using std::cos; return cos(u); }
    static constexpr term partial(auto u) { return -sin(u); }
};
template <class U> constexpr applied<cosine, U> cos(U u) { return apply<cosine>(u); }

struct hyperbolic_tangent : unary {
    static constexpr std::string_view text = "tanh", latex = "\\tanh";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { using std::tanh; return tanh(u); }
    static constexpr term partial(auto u) { return 1 - pow<2>(tanh(u)); }
};
template <class U> constexpr applied<hyperbolic_tangent, U> tanh(U u) { return apply<hyperbolic_tangent>(u); }

// ---------------------------------------------------------------------------------------------- activations

/// The logistic function 1/(1 + exp(-u)).
struct logistic : unary {
    static constexpr std::string_view text = "sigmoid", latex = "\\sigma", aliases = "logistic";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { using std::exp; return T(1) / (T(1) + exp(-u)); }
    static constexpr term partial(auto u) { return sigmoid(u) * (1 - sigmoid(u)); }
};
template <class U> constexpr applied<logistic, U> sigmoid(U u) { return apply<logistic>(u); }

// ------------------------------------------------------------------------------------------ what is held constant

/// u itself, but constant to differentiation.
struct held_constant : unary {
    static constexpr std::string_view text = "stop_gradient", latex = "\\operatorname{stop\\_gradient}";
    static constexpr interval domain = real_line;
    template <class T> static constexpr T value(T u) { return u; }
    static constexpr term partial(auto u) { return u.number(0); }
};
template <class U> constexpr applied<held_constant, U> stop_gradient(U u) { return apply<held_constant>(u); }

// ----------------------------------------------------------------------------------------- reductions over rows

/// The sum over all rows: linear, so that the derivative of a sum is the sum of the derivatives.
struct summation : unary {
    static constexpr role meaning = role::reduction;
    static constexpr std::string_view text = "sum", latex = "\\sum";
};

/// The mean over all rows: linear as the sum is.
struct averaging : unary {
    static constexpr role meaning = role::reduction;
    static constexpr bool averages = true;
    static constexpr std::string_view text = "mean", latex = "\\operatorname{mean}";
};

// clang-format on

}  // namespace leibniz
