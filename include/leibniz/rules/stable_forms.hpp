#pragma once

#include <leibniz/arithmetic/number_operators.hpp>
#include <leibniz/rules/functions.hpp>

// Forms that only evaluation uses: what a formula says, computed without the cancellation or the magnified rounding of
// its literal evaluation. Programs use them (evaluate/stable_evaluation.hpp); formulas, as printed and differentiated, never do.

namespace leibniz::inline v0_1::stable {

using elementary::minus_abs;

// clang-format off

/// exp(-|u|), which sigmoid(u) and 1 - sigmoid(u) are made of; of lanes and complex numbers exp(-u).
struct logistic_decay : unary {
    static constexpr effort counts_as = effort::nothing;
    static constexpr char const *text = "exp(-|u|)", *latex = "";
    static constexpr char const* c99 = "decay(double u) { return exp(u < 0 ? u : -u); }";
    template <class T> static constexpr T value(T u) {
        if constexpr (elementary::ordered<T>) return elementary::exp(minus_abs(u));
        else if constexpr (elementary::in_packets<T>) return decay(u);
        else return elementary::exp(T(-u));
    }
};

/// sigmoid(u) of v = exp(-|u|), to the bit what the block of sigmoid gives.
struct logistic_of_decay : binary {
    static constexpr char const *text = "sigmoid(u)", *latex = "";
    static constexpr char const* c99 = "sigmoid_of_decay(double u, double v) { return (u < 0 ? v : 1)/(1 + v); }";
    template <class T> static constexpr T value(T u, T v) {
        if constexpr (elementary::ordered<T>) return (u < T(0) ? v : T(1)) / (T(1) + v);
        else if constexpr (elementary::in_packets<T>) return logistic_of(u, v);
        else return T(1) / (T(1) + v);
    }
};

/// 1 - sigmoid(u) of v = exp(-|u|) and w = sigmoid(u): exp(-u) * sigmoid(u) where the difference would cancel, above 1, for from
/// log(3) on it is four times as far off as sigmoid; of lanes with AVX-512, whose sigmoids have less to lose, above 0.
struct logistic_complement : ternary {
    static constexpr effort counts_as = effort::addition;
    static constexpr char const *text = "1 - sigmoid(u)", *latex = "";
    static constexpr char const* c99 = "sigmoid_complement(double u, double v, double w) { return u < 1 ? 1 - w : v*w; }";
    template <class T> static constexpr T value(T u, T v, T w) {
        constexpr double turn = [] { if constexpr (requires { T::decays_evenly; }) return T::decays_evenly ? 0 : 1; else return 1; }();
        if constexpr (elementary::real<T>) return elementary::where(u < T(turn), T(T(1) - w), T(v * w));
        else return T(1) - w;
    }
};

/// 1 - v^2 of v = tanh(u): 1/cosh(u)^2 where the difference would cancel.
struct tangent_complement : binary {
    static constexpr effort counts_as = effort::addition;
    static constexpr char const *text = "1 - tanh(u)^2", *latex = "";
    static constexpr char const* c99 = "tanh_complement(double u, double v) { double const e = exp(u < 0 ? u + u : -(u + u)); return v*v < 0.578125 ? 1 - v*v : 4*e/((1 + e)*(1 + e)); }";
    template <class T> static constexpr T value(T u, T v) {
        if constexpr (elementary::ordered<T>) {
            if (v * v < T(0.578125)) return T(1) - v * v;
            T const e = elementary::exp(T(u < T(0) ? u + u : -(u + u)));
            return T(4) * e / ((T(1) + e) * (T(1) + e));
        } else if constexpr (elementary::real<T>) {
            T const e = elementary::exp(minus_abs(T(u + u))), square = v * v;
            return elementary::where(square < T(0.578125), T(T(1) - square), T(T(4) * e / ((T(1) + e) * (T(1) + e))));
        } else return T(1) - v * v;
    }
};

/// exp(-v * u^2), v a power of two: with the rounding error of the square, which the exponential would magnify.
struct gaussian : binary {
    static constexpr char const *text = "exp(-u^2)", *latex = "";
    static constexpr char const* c99 =
        "gaussian(double u, double v) { "
        "double const square = u*u, exponent = v*square, scaled = 134217728*u, high = (scaled + u) - scaled, low = u - high; "
        "double const error = ((high*high - square) + 2*high*low) + low*low, rounded = exp(-exponent); "
        "return exponent < 20000 ? rounded*(1 - v*error) : rounded; }";
    template <class T> static constexpr T value(T u, T v) {
        T const square = u * u, exponent = v * square;
        if constexpr (elementary::splitter<T> == 0) return elementary::exp(T(-exponent));
        else {
            if constexpr (elementary::ordered<T>)
                if (!(exponent < T(20000))) return elementary::exp(T(-exponent));
            T const error = elementary::square_error(u, square);
            T const rounded = elementary::exp(T(-exponent));
            return elementary::where(exponent < T(20000), T(rounded * (T(1) - v * error)), rounded);  // beyond, the error is no number
        }
    }
};

/// u * v where the rule for powers of variable exponent makes such a product: 0 where one of the two is, even beside an
/// infinite one. So x^n*log(x) is 0 at x = 0, and n*x^(n - 1) is 0 at x = n = 0. Likewise for what decays exponentially
/// beside powers: x*exp(-x^2) is 0 at infinity.
struct product_with_power : binary {
    static constexpr effort counts_as = effort::multiplication;
    static constexpr char const *text = "*", *latex = "";
    static constexpr char const* c99 = "product(double u, double v) { return (u == 0 && v == v) || (v == 0 && u == u) ? 0 : u*v; }";
    template <class T> static constexpr T value(T u, T v) {
        if constexpr (elementary::in_packets<T>) {
            T const zero(0), of_zero_v = choose(u == u, zero, u), of_zero_u = choose(v == v, zero, v);
            return choose(u == zero, of_zero_u, choose(v == zero, of_zero_v, u * v));
        } else {
            if ((u == T(0) && v == v) || (v == T(0) && u == u)) return T(0);
            return __builtin_is_constant_evaluated() ? detail::multiplied(u, v) : u * v;
        }
    }
};

/// u / v where v is a hypotenuse and u a multiple of one of its operands: 0 at the origin, where both are 0.
struct ratio_to_hypotenuse : binary {
    static constexpr effort counts_as = effort::division;
    static constexpr char const *text = "/", *latex = "";
    static constexpr char const* c99 = "ratio(double u, double v) { return u == 0 && v == 0 ? 0 : u/v; }";
    template <class T> static constexpr T value(T u, T v) {
        if constexpr (elementary::in_packets<T>) return choose(u == T(0), choose(v == T(0), v * v, u / v), u / v);
        else {
            if (u == T(0) && v == T(0)) return T(0);
            return __builtin_is_constant_evaluated() ? detail::divided(u, v) : u / v;
        }
    }
    static constexpr two_terms partials(auto u, auto v) { return {1 / v, -u / pow<2>(v)}; }
};

/// sqrt(u) of a sum of squares: where it is 0, its derivatives are 0, as those of hypot.
struct root_of_squares : unary {
    static constexpr char const *text = "sqrt(u)", *latex = "";
    static constexpr char const* c99 = "sqrt";
    template <class T> static constexpr T value(T u) { return elementary::sqrt(u); }
    static constexpr term partial(auto u) { return 1 / (2 * apply<root_of_squares>(u)); }
};

/// u - v of a root u, and w = u^2 - v^2: w/(u + v) where the difference would cancel.
struct root_difference : ternary {
    static constexpr effort counts_as = effort::division;
    static constexpr char const *text = "u - v", *latex = "";
    static constexpr char const* c99 = "root_difference(double u, double v, double w) { return v > 0 ? w/(u + v) : u - v; }";
    template <class T> static constexpr T value(T u, T v, T w) {
        if constexpr (elementary::ordered<T>) return T(0) < v ? T(w / (u + v)) : T(u - v);
        else if constexpr (elementary::real<T>) return elementary::where(T(0) < v, T(w / (u + v)), T(u - v));
        else return u - v;
    }
};

/// u/v for u = f(v), f odd, and w = f'(v), which it is at v = 0. The derivative by v is the whole one, 0 there; a second one
/// has no value there.
struct odd_quotient : ternary {
    static constexpr char const *text = "u/v", *latex = "";
    static constexpr char const* c99 = "odd_quotient(double u, double v, double w) { return v == 0 ? w : u/v; }";
    template <class T> static constexpr T value(T u, T v, T w) {
        if constexpr (elementary::in_packets<T>) return choose(v == T(0), w, u / v);
        else if (v == T(0)) return w;
        else return __builtin_is_constant_evaluated() ? detail::divided(u, v) : u / v;
    }
    static constexpr three_terms partials(auto u, auto v, auto w) {
        return {u.number(0), apply<ratio_to_hypotenuse>(w - apply<odd_quotient>(u, v, w), v), u.number(0)};
    }
};

// The last ones are what `rules/recognition.hpp` puts for written forms that no function of the table says.

/// log(cosh(u)): neither overflow nor, beside its zero, cancellation.
struct log_cosh : unary {
    static constexpr char const *text = "log(cosh(u))", *latex = "";
    static constexpr char const* c99 = "log_cosh(double u) { double const a = fabs(u), s = sinh(a < 1 ? a/2 : 0); return a < 1 ? log1p(2*s*s) : (a - log(2)) + log1p(exp(-2*a)); }";
    static constexpr parity symmetry = parity::even;
    template <class T> static constexpr T value(T u) {
        if constexpr (elementary::in_packets<T>) {
            T const a = abs(u), s = sinh(choose(a < T(1), a, T(0)) / T(2));
            return choose(a < T(1), T(0), a - T(0.6931471805599453)) + log1p(choose(a < T(1), T(2) * s * s, exp(T(-2) * a)));
        } else if constexpr (!elementary::ordered<T>) return elementary::log(elementary::cosh(u));
        else {
            T const a = elementary::abs(u);
            if (!(a < T(1))) return (a - elementary::log(T(2))) + elementary::log1p(elementary::exp(T(T(-2) * a)));
            T const s = elementary::sinh(T(a / T(2)));
            return elementary::log1p(T(T(2) * s * s));
        }
    }
    static constexpr term partial(auto u) { return tanh(u); }
};

/// log(exp(u) - 1), for u > 0, without overflow
struct log_expm1 : unary {
    static constexpr char const *text = "log(exp(u) - 1)", *latex = "";
    static constexpr char const* c99 = "log_expm1(double u) { return u < 1 ? log(expm1(u)) : u + log1p(-exp(-u)); }";
    template <class T> static constexpr T value(T u) {
        if constexpr (elementary::ordered<T>)
            if (!(u < T(1))) return u + elementary::log1p(T(-elementary::exp(T(-u))));
        T const near = elementary::log(elementary::expm1(u));
        if constexpr (elementary::in_packets<T>) return choose(u < T(1), near, u + log1p(-exp(-u)));
        else return near;
    }
    static constexpr term partial(auto u);
};

/// log(sinh(u)), for u > 0, without overflow
struct log_sinh : unary {
    static constexpr char const *text = "log(sinh(u))", *latex = "";
    static constexpr char const* c99 = "log_sinh(double u) { return u < 1 ? log(sinh(u)) : (u - log(2)) + log1p(-exp(-2*u)); }";
    template <class T> static constexpr T value(T u) {
        if constexpr (elementary::ordered<T>)
            if (!(u < T(1))) return (u - elementary::log(T(2))) + elementary::log1p(T(-elementary::exp(T(T(-2) * u))));
        T const near = elementary::log(elementary::sinh(u));
        if constexpr (elementary::in_packets<T>) return choose(u < T(1), near, (u - T(0.6931471805599453)) + log1p(-exp(T(-2) * u)));
        else return near;
    }
    static constexpr term partial(auto u) { return coth(u); }
};

/// 1/(u + v*exp(w)); its derivatives are made of it and of exp(w)/(u + v*exp(w)), and overflow no more than it does.
struct over_exponential : ternary {
    static constexpr char const *text = "1/(u + v*exp(w))", *latex = "";
    static constexpr char const* c99 = "over_exponential(double u, double v, double w) { return 1/(u + v*exp(w)); }";
    template <class T> static constexpr T value(T u, T v, T w) { return T(1) / (u + v * elementary::exp(w)); }
    static constexpr three_terms partials(auto u, auto v, auto w) {
        auto const whole = apply<over_exponential>(u, v, w), share = apply<over_exponential>(v, u, -w);
        return {-pow<2>(whole), -whole * share, -v * whole * share};
    }
};

struct power_logistic_slope;

/// sigmoid(-v*log(u)), which is 1/(1 + u^v).
struct logistic_of_power : binary {
    static constexpr char const *text = "1/(1 + u^v)", *latex = "";
    static constexpr char const* c99 = "logistic_of_power(double u, double v) { return 1/(1 + pow(u, v)); }";
    template <class T> static constexpr T value(T u, T v) { return T(1) / (T(1) + elementary::pow(u, v)); }
    static constexpr two_terms partials(auto u, auto v) {
        return {-v * apply<power_logistic_slope>(u, v, u.number(64)), -apply<power_logistic_slope>(u, v, u.number(1))};
    }
};

/// log(u)^m*u^-k*p/(1 + p)^2 of p = u^v for whole m and k, w = m + 64*k: 0 where p leaves the range, however large the
/// logarithm, and the limit where u does. It has no derivative by w.
struct power_logistic_slope : ternary {
    static constexpr char const *text = "log(u)^m*u^(v - k)/(1 + u^v)^2", *latex = "";
    static constexpr char const* c99 = "power_logistic_slope(double u, double v, double w) { "
        "double const k = floor(w/64), m = w - 64*k, p = pow(u, v), e = 1 + (fabs(p) < 1 ? p : 1/p), s = pow(u, (fabs(p) < 1 ? v : -v) - k)/e/e; "
        "return s == 0 || m == 0 ? s : pow(log(u), m)*s; }";
    template <class T> static constexpr T value(T u, T v, T w) {
        T const p = elementary::pow(u, v);
        T k{};
        bool below = true;
        if constexpr (elementary::ordered<T>) k = elementary::floor(T(w / T(64))), below = elementary::abs(p) < T(1);
        else k = T(elementary::floor(w.real() / 64));
        T const m = w - T(64) * k;
        T const whole = T(1) + (below ? p : T(T(1) / p));
        T const slope = elementary::pow(u, T((below ? v : T(-v)) - k)) / whole / whole;
        return slope == T(0) || m == T(0) ? slope : T(elementary::pow(elementary::log(u), m) * slope);
    }
    static constexpr three_terms partials(auto u, auto v, auto w) {
        auto const bend = 1 - 2 * apply<logistic_of_power>(u, v);
        long long const all = u.in()[w.index()].number.numerator();
        auto const of = [&](long long next) { return apply<power_logistic_slope>(u, v, u.number(next)); };
        auto const lower = all % 64 == 0 ? u.number(0) : u.number(all % 64) * of(all + 63);
        return {lower - (u.number(all / 64) + v * bend) * of(all + 64), -bend * of(all + 1), no_partial(u)};
    }
};

/// u^w/(u^w + v^w), as it was written where the sum of powers is in range; each derivative has its limit where u or v is 0.
struct share_of_powers : ternary {
    static constexpr char const *text = "u^w/(u^w + v^w)", *latex = "";
    static constexpr char const* c99 = "share_of_powers(double u, double v, double w) { double const a = pow(u, w), s = a + pow(v, w); return s == 0 || s - s != 0 ? 1/(1 + pow(v/u, w)) : a/s; }";
    template <class T> static constexpr T value(T u, T v, T w) {
        T const above = elementary::pow(u, w), sum = above + elementary::pow(v, w);
        if constexpr (elementary::ordered<T>)
            if (sum == T(0) || elementary::is_infinite(sum)) {
                T const ratio = __builtin_is_constant_evaluated() ? detail::divided(v, u) : v / u;
                return T(1) / (T(1) + elementary::pow(ratio, w));
            }
        return above / sum;
    }
    static constexpr three_terms partials(auto u, auto v, auto w) {
        auto const by = [&](auto base, auto other) {
            return w * apply<ratio_to_hypotenuse>(apply<power_logistic_slope>(base / other, w, u.number(64)), other);
        };
        return {by(u, v), -by(v, u), apply<power_logistic_slope>(u / v, w, u.number(1))};
    }
};

/// 1/(exp(u) - 1)
struct over_expm1 : unary {
    static constexpr char const *text = "1/(exp(u) - 1)", *latex = "";
    static constexpr char const* c99 = "over_expm1(double u) { return 1/expm1(u); }";
    template <class T> static constexpr T value(T u) { return T(1) / elementary::expm1(u); }
    static constexpr term partial(auto u) { return -pow<2>(csch(u / 2)) / 4; }
};
constexpr term log_expm1::partial(auto u) { return -apply<over_expm1>(-u); }

// clang-format on

}  // namespace leibniz::inline v0_1::stable

namespace leibniz::inline v0_1::detail {

/// True for hypot(u, v) and the root of a sum of squares.
constexpr bool is_length(function const& fn) { return is_row<hypotenuse>(fn) || is_row<stable::root_of_squares>(fn); }
template <class Graph>
constexpr bool is_length(Graph const& of, int i) {
    return of.is(i, kind::call) && is_length(*of[i].fn);
}

}  // namespace leibniz::inline v0_1::detail
