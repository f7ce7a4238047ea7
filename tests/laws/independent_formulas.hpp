#pragma once

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

/// Formulas with arithmetic of their own, for checks of what the library says of them. Shares nothing with the library.
namespace random_identities {

using wide = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<60>, boost::multiprecision::et_off>;

enum class op : unsigned char {
    number, symbol, pi,
    add, subtract, multiply, divide, power,  // the exponent is a number
    exp, log, sqrt, cbrt, sinh, cosh, tanh, sigmoid, softplus, sin, cos, tan, atan, asin,
    abs, sign, relu, max, min, where,  // where(a > 0, b, c)
    to_the,                            // a^b of whole b
    step, where_from                   // where(a >= 0, b, c)
};
enum class family : unsigned char { rational, exponential, trigonometric, roots, choices, mixed, whole };  // whole: z is a whole number
inline constexpr char const* family_names[] = {"rational", "exponential", "trigonometric", "roots, logarithms", "choices, |u|", "mixed", "whole numbers"};

struct part {
    op what = op::number;
    int a = -1, b = -1, c = -1;
    long long n = 0, d = 1;  // a number n/d; a symbol's place
};

inline constexpr char const* symbols[] = {"x", "y", "z"};

/// Formulas by the places of their roots.
class formulas {
public:
    std::vector<part> all;

    int of(part const& p) {
        all.push_back(p);
        return static_cast<int>(all.size()) - 1;
    }
    int number(long long n, long long d = 1) { return of({op::number, -1, -1, -1, n, d}); }
    int symbol(int k) { return of({op::symbol, -1, -1, -1, k, 1}); }
    int call(op what, int a, int b = -1, int c = -1) { return of({what, a, b, c}); }
    int sum(int a, int b) { return call(op::add, a, b); }
    int difference(int a, int b) { return call(op::subtract, a, b); }
    int product(int a, int b) { return call(op::multiply, a, b); }
    int quotient(int a, int b) { return call(op::divide, a, b); }
    int power(int a, long long n, long long d = 1) { return call(op::power, a, number(n, d)); }
    int scaled(long long n, int a) { return product(number(n), a); }
    int negative(int a) { return scaled(-1, a); }
    part const& operator[](int i) const { return all[static_cast<std::size_t>(i)]; }

    std::string text(int i) const {
        static constexpr char const* names[] = {"",     "",     "pi",   "+",    "-",       "*",        "/",   "^",   "exp", "log",  "sqrt", "cbrt", "sinh", "cosh",
                                                "tanh", "sigmoid", "softplus", "sin", "cos", "tan", "atan", "asin", "abs",  "sign", "relu", "max",  "min",  "where", "^", "step", "where"};
        part const& p = (*this)[i];
        std::string const name = names[static_cast<int>(p.what)];
        switch (p.what) {
            case op::number: return p.d == 1 && p.n >= 0 ? std::to_string(p.n) : "(" + std::to_string(p.n) + "/" + std::to_string(p.d) + ")";
            case op::symbol: return symbols[p.n];
            case op::pi: return name;
            case op::where: return "where(" + text(p.a) + " > 0, " + text(p.b) + ", " + text(p.c) + ")";
            case op::where_from: return "where(" + text(p.a) + " >= 0, " + text(p.b) + ", " + text(p.c) + ")";
            case op::add: case op::subtract: case op::multiply: case op::divide: case op::power: case op::to_the: return "(" + text(p.a) + name + text(p.b) + ")";
            default: return name + "(" + text(p.a) + (p.b >= 0 ? ", " + text(p.b) : "") + ")";
        }
    }

    /// Not a number outside the domain.
    template <class T>
    T value(int i, T const* at) const {
        using std::abs, std::asin, std::atan, std::cbrt, std::cos, std::cosh, std::exp, std::log, std::pow, std::sin, std::sinh, std::sqrt, std::tan, std::tanh;
        T const none = std::numeric_limits<T>::quiet_NaN();
        part const& p = (*this)[i];
        if (p.what == op::number) return T(p.n) / T(p.d);
        if (p.what == op::symbol) return at[p.n];
        if (p.what == op::pi) return 4 * atan(T(1));
        T const a = value(p.a, at);
        if (p.what == op::where) return a > 0 ? value(p.b, at) : a <= 0 ? value(p.c, at) : none;
        if (p.what == op::where_from) return a >= 0 ? value(p.b, at) : a < 0 ? value(p.c, at) : none;
        T const b = p.b >= 0 ? value(p.b, at) : T(0);
        if (!(a == a) || !(b == b)) return none;
        switch (p.what) {
            case op::add: return a + b;
            case op::subtract: return a - b;
            case op::multiply: return a * b;
            case op::divide: return is_zero(b) ? none : T(a / b);
            case op::power: {
                part e = (*this)[p.b];
                if (e.n % e.d == 0) e.n /= e.d, e.d = 1;
                if (e.d != 1) return a < 0 || (is_zero(a) && e.n < 0) ? none : a == 0 ? T(0) : T(exp(log(a) * b));
                if (is_zero(a) && e.n < 0) return none;
                T result = 1;
                for (long long k = 0; k < (e.n < 0 ? -e.n : e.n); ++k) result *= a;
                return e.n < 0 ? T(1 / result) : result;
            }
            case op::to_the: {
                using std::floor;
                if (b != floor(b)) return a > 0 ? T(exp(log(a) * b)) : none;
                if (is_zero(a) && b < 0) return none;
                T result = 1;
                for (T k = 0; k < abs(b); k += 1) result *= a;
                return b < 0 ? T(1 / result) : result;
            }
            case op::exp: return exp(a);
            case op::log: return a > 0 ? T(log(a)) : none;
            case op::sqrt: return a >= 0 ? T(sqrt(a)) : none;
            case op::cbrt: return a == 0 ? T(0) : a > 0 ? T(exp(log(a) / 3)) : T(-exp(log(T(-a)) / 3));
            case op::sinh: return (exp(a) - exp(-a)) / 2;
            case op::cosh: return (exp(a) + exp(-a)) / 2;
            case op::tanh: return (exp(a) - exp(-a)) / (exp(a) + exp(-a));
            case op::sigmoid: return 1 / (1 + exp(-a));
            case op::softplus: return log(T(1 + exp(a)));
            case op::sin: return sin(a);
            case op::cos: return cos(a);
            case op::tan: return sin(a) / cos(a);
            case op::atan: return atan(a);
            case op::asin: return a * a <= 1 ? T(asin(a)) : none;
            case op::abs: return a < 0 ? T(-a) : a;
            case op::sign: return a < 0 ? T(-1) : a > 0 ? T(1) : T(0);
            case op::step: return a < 0 ? T(0) : T(1);
            case op::relu: return a > 0 ? a : T(0);
            case op::max: return a < b ? b : a;
            case op::min: return a < b ? a : b;
            default: return none;
        }
    }

private:
    /// In many digits, what is 0 but for rounding, too.
    template <class T>
    static bool is_zero(T const& u) {
        using std::abs;
        return sizeof(T) <= sizeof(long double) ? u == 0 : abs(u) < T(1e-30);
    }
};

}  // namespace random_identities
