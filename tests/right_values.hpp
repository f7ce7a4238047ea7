#pragma once

#include <limits>
#include <string_view>

/// Models and derivatives of which parts leave the range of numbers, or are no numbers, where the whole is one; with their
/// values at points. The values were computed with 400 digits (mpmath), those at kinks by hand.
namespace right_values {

struct right_value {
    std::string_view model, by;  // differentiated by the symbols of this text, each of one letter
    std::string_view symbols;    // in the order of their values
    double at[5];
    double right;
    double units = 16;  // of rounding, of the result
    bool single = false;
};

inline constexpr double infinite = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();

// clang-format off
inline constexpr right_value all[] = {
    // The quotient rule without the square of the denominator.
    {"exp(x)/(1 + exp(x))", "", "x", {360}, 1},
    {"exp(x)/(1 + exp(x))", "x", "x", {360}, 4.5080270656067418e-157},
    {"exp(x)/(1 + exp(x))", "xx", "x", {360}, -4.5080270656067418e-157},
    {"exp(x)/(1 + exp(x))", "x", "x", {44}, 7.78113224e-20, 16, true},
    {"1/(1 + exp(x))", "x", "x", {400}, -1.9151695967140057e-174},
    {"exp(a)/(exp(a) + exp(b) + exp(c))", "a", "abc", {400, 1, 0}, 7.1211403098789254e-174, 128},
    {"exp(a)/(exp(a) + exp(b) + exp(c))", "b", "abc", {400, 1, 0}, -5.2059707131649197e-174, 128},
    {"x^n/(K^n + x^n)", "n", "Knx", {1, 4, 1e50}, 1.1512925464970225e-198, 64},
    {"x^n/(K^n + x^n)", "x", "Knx", {1, 4, 1e50}, 3.9999999999999985e-250, 64},
    {"x^n/(K^n + x^n)", "nn", "Knx", {1, 4, 1e50}, -1.3254745276195991e-196, 64},
    {"(1 - exp(-2*x))/(1 + exp(-2*x))", "x", "x", {-200}, 7.6606783868560228e-174},
    {"x/y", "y", "xy", {1e-170, 1e-170}, -1e170},
    {"x/y", "yy", "xy", {1e-90, 1e-90}, 2e180},
    // Powers of quotients, and products, as they were written.
    {"(s/r)^36", "", "rs", {3.8e-10, 3.4e-10}, 0.018240281452081535, 64},
    {"(s/r)^36", "r", "rs", {3.8e-10, 3.4e-10}, -1728026663.8814086, 64},
    {"(s/r)^36", "rr", "rs", {3.8e-10, 3.4e-10}, 1.6825522779897927e20, 64},
    {"(x/y)^6", "", "xy", {3.4e-10, 3.8e-10}, 0.513064422, 16, true},
    {"(x/y)^40", "", "xy", {1e9, 1e9}, 1, 0},
    {"(x/y)^4", "", "xy", {1e-10, 5.29177e-11}, 12.7525236, 16, true},
    {"(x/y)^4", "", "xy", {1e-10, 5.29177e-11}, 12.752524322166031},
    {"(x*y)*(z*y)", "", "xyz", {1e-200, 1e200, 1e-200}, 0.9999999999999999},
    {"x/y*z", "", "xyz", {1e200, 1e200, 1e200}, 9.9999999999999997e199},
    {"x/z/y", "y", "xyz", {1e200, 1e-100, 1e200}, -9.9999999999999996e199},
    // Constants of many digits, and of any size.
    {"exp(0.0123456789*x)", "xx", "x", {100}, 5.2383676594577753e-4},
    {"sin(6.283185307*x)", "xx", "x", {0.125}, -27.9154567963331},
    {"A*exp(-U/(8.314462618*T))", "U", "ATU", {1e13, 300, 50000}, -7.8966194031938524, 64},
    {"A*exp(-U/(8.314462618*T))", "UU", "ATU", {1e13, 300, 50000}, 0.0031658167083857158, 64},
    {"A*exp(-U/(8.314462618*T))", "TT", "ATU", {1e13, 300, 50000}, 79.165331451610048, 64},
    {"a*exp(-x*s/1.6e-16)", "ss", "asx", {2, 0.5, 1.6e-16}, 1.213061319425267},
    {"h*f^3/299792458^2/(exp(6.62607015e-34*f/(1.380649e-23*T)) - 1)", "TT", "Tfh", {5778, 5e14, 1.32521403e-33}, 8.5015381416992703e-15, 64},
    {"1.23e292/(1e200*exp(x) + 0.12)", "x", "x", {0}, -1.23e92},
    {"1.23e292/(1e200*exp(x) + 0.12)", "xx", "x", {0}, 1.23e92},
    // Coefficients that leave 64 bits.
    {"1/(1 + 25*x^2)", "xxxxxxxxx", "x", {0.125}, 87503144049.978047, 4096},
    {"1/(1 + 25*x^2)", "xxxxxxxxxxxx", "x", {0.125}, 7653956510307650.2, 65536},
    {"tanh(x)", "xxxxxxxxxxxxxxxxxxxxx", "x", {0.5}, 1505877216373570.3, 16777216},
    {"tanh(x)", "xxxxxxxxxxxxxxxxxxxxxxxx", "x", {0.5}, 4.5911941802584694e18, 16777216},
    {"exp(-x^2)", "xxxxxxxxxxxxxxxxxxxxxxxxxx", "x", {0.5}, 5.0328632144257854e16, 1048576},
    // Kinks inside of what is smooth.
    {"(1 + sqrt(5)*abs(d) + 5*d^2/3)*exp(-sqrt(5)*abs(d))", "d", "d", {0}, 0},
    {"(1 + sqrt(5)*abs(d) + 5*d^2/3)*exp(-sqrt(5)*abs(d))", "dd", "d", {0}, -1.6666666666666667},
    {"(1 + sqrt(5)*max(d, -d) + 5*d^2/3)*exp(-sqrt(5)*max(d, -d))", "dd", "d", {0}, -1.6666666666666667},
    {"(1 + sqrt(5)*abs(d) + 5*d^2/3)*exp(-sqrt(5)*abs(d))", "dd", "d", {0.5}, -0.47296552805310355, 64},
    {"(1 + sqrt(3)*abs(d))*exp(-sqrt(3)*abs(d))", "d", "d", {0}, 0},
    {"(1 + sqrt(3)*abs(d))*exp(-sqrt(3)*abs(d))", "dd", "d", {0}, -3},
    {"(1 + sqrt(3)*max(d, -d))*exp(-sqrt(3)*max(d, -d))", "dd", "d", {0}, -3},
    {"(1 + sqrt(3)*abs(d))*exp(-sqrt(3)*abs(d))", "dd", "d", {0.5}, -0.16905719445233678, 64},
    {"abs(x)*sin(abs(x))", "xx", "x", {0}, 2},
    {"max(u, -u)*sin(max(u, -u))", "uu", "u", {0}, 2},
    {"relu(x)^2 + relu(-x)^2", "xx", "x", {0}, 2},
    {"max(x, 0)^2 + max(-x, 0)^2", "xx", "x", {0}, 2},
    {"3*y*max(0, x)^2 + sin(x) + 3*y*max(0, -x)^2", "xx", "xy", {0, 1}, 6},
    {"relu(x)^3 - relu(-x)^3", "xxx", "x", {0}, 6},
    {"relu(x)^3 - relu(-x)^3", "", "x", {-3}, -27},
    {"sign(x)^2*x^3", "xx", "x", {0.5}, 3},
    {"sinc(x)", "", "x", {0}, 1},
    {"sinc(x)", "xx", "x", {0}, -0.33333333333333333},
    {"exprel(x)", "x", "x", {0}, 0.5},
    {"exprel(x)", "xx", "x", {0}, 0.33333333333333333},
    {"relu(log(x))", "x", "x", {0}, 0},
    {"cbrt(x^3)", "x", "x", {0}, 1},
    {"hypot(x, y)^2", "xx", "xy", {0, 0}, 2},
    {"hypot(x, y)", "xx", "xy", {1e8, 1e-8}, 1e-40},
    {"hypot(x, y)", "xx", "xy", {infinite, 4}, 0},
    // The centre of a length inside of what is smooth.
    {"(1 + sqrt(5)*hypot(x, y) + 5*hypot(x, y)^2/3)*exp(-sqrt(5)*hypot(x, y))", "xx", "xy", {0, 0}, -1.6666666666666667},
    {"(1 + sqrt(5)*hypot(x, y) + 5*hypot(x, y)^2/3)*exp(-sqrt(5)*hypot(x, y))", "xy", "xy", {0, 0}, 0},
    {"(1 + sqrt(5)*sqrt(x^2 + y^2) + 5*(x^2 + y^2)/3)*exp(-sqrt(5)*sqrt(x^2 + y^2))", "x", "xy", {0, 0}, 0},
    {"(1 + sqrt(5)*sqrt(x^2 + y^2) + 5*(x^2 + y^2)/3)*exp(-sqrt(5)*sqrt(x^2 + y^2))", "xx", "xy", {0, 0}, -1.6666666666666667},
    {"(1 + sqrt(5)*sqrt(x^2 + y^2) + 5*(x^2 + y^2)/3)*exp(-sqrt(5)*sqrt(x^2 + y^2))", "xy", "xy", {0, 0}, 0},
    {"(1 + sqrt(3)*hypot(x, y))*exp(-sqrt(3)*hypot(x, y))", "xx", "xy", {0, 0}, -3},
    {"(1 + sqrt(3)*hypot(x, y))*exp(-sqrt(3)*hypot(x, y))", "xx", "xy", {0.3, 0.4}, -0.8684510400267417, 64},
    {"(1 + sqrt(3)*sqrt(x^2 + y^2))*exp(-sqrt(3)*sqrt(x^2 + y^2))", "xx", "xy", {0, 0}, -3},
    {"(1 + sqrt(3)*sqrt(x^2 + y^2))*exp(-sqrt(3)*sqrt(x^2 + y^2))", "xx", "xy", {0.3, 0.4}, -0.8684510400267417, 64},
    {"hypot(x, y)*sin(hypot(x, y))", "xx", "xy", {0, 0}, 2},
    {"sqrt(x^2 + y^2)*sin(sqrt(x^2 + y^2))", "yy", "xy", {0, 0}, 2},
    {"sqrt(x^2 + y^2)^2", "xx", "xy", {0, 0}, 2},
    {"(x^2 + y^2)^(3/2)", "xx", "xy", {0, 0}, 0},
    {"hypot(x, y)", "xx", "xy", {0, 0}, nan},
    {"exp(-sqrt(x^2 + y^2))", "xx", "xy", {0, 0}, nan},
    // Stable forms of functions that are written out.
    {"1/(1 + exp(-x))", "", "x", {-800}, 0},
    {"1/(1 + exp(-x))", "x", "x", {-800}, 0},
    {"1/(1 + exp(-x))", "xx", "x", {-800}, 0},
    {"1/(1 + exp(-x))", "x", "x", {800}, 0},
    {"-(y*log(sigmoid(z)) + (1 - y)*log(1 - sigmoid(z)))", "", "yz", {1, 800}, 0},
    {"-(y*log(sigmoid(z)) + (1 - y)*log(1 - sigmoid(z)))", "z", "yz", {1, 800}, 0},
    {"-(y*log(sigmoid(z)) + (1 - y)*log(1 - sigmoid(z)))", "zz", "yz", {1, 800}, 0},
    {"-(y*log(sigmoid(z)) + (1 - y)*log(1 - sigmoid(z)))", "", "yz", {1, -800}, 800},
    {"-(y*log(sigmoid(z)) + (1 - y)*log(1 - sigmoid(z)))", "z", "yz", {1, -800}, -1},
    {"-(y*log(sigmoid(z)) + (1 - y)*log(1 - sigmoid(z)))", "zz", "yz", {1, -800}, 0},
    {"-(y*log(sigmoid(z)) + (1 - y)*log(1 - sigmoid(z)))", "z", "yz", {0.25, 1.5}, 0.56757447619364366, 32},
    {"c + (d - c)/(1 + exp(b*log(x/m)))", "", "bcdmx", {2, 0.5, 2, 3, 0}, 2},
    {"c + (d - c)/(1 + exp(b*log(x/m)))", "b", "bcdmx", {2, 0.5, 2, 3, 0}, 0},
    {"c + (d - c)/(1 + exp(b*log(x/m)))", "bb", "bcdmx", {2, 0.5, 2, 3, 0}, 0},
    {"c + (d - c)/(1 + exp(b*log(x/m)))", "m", "bcdmx", {2, 0.5, 2, 3, 0}, 0},
    {"c + (d - c)/(1 + exp(b*log(x/m)))", "b", "bcdmx", {2, 0.5, 2, 3, 1.5}, 0.16635532333438687, 64},
    {"c + (d - c)/(1 + exp(b*log(x/m)))", "bb", "bcdmx", {2, 0.5, 2, 3, 1.5}, -0.069185234004221005, 64},
    {"c + (d - c)/(1 + exp(b*log(x/m)))", "x", "bcdmx", {2, 0.5, 2, 3, 1.5}, -0.32, 64},
    {"c + (d - c)/(1 + exp(b*log(x/m)))", "x", "bcdmx", {2, 0.5, 2, 3, 0}, 0},
    {"c + (d - c)/(1 + exp(b*log(x/m)))", "xx", "bcdmx", {2, 0.5, 2, 3, 0}, -0.33333333333333333},
    {"c + (d - c)/(1 + exp(b*(log(x) - log(m))))", "b", "bcdmx", {2, 0.5, 2, 3, 0}, 0},
    {"1/(1 + exp(y*log(x)))", "", "xy", {0, 2}, 1},
    {"1/(1 + exp(y*log(x)))", "y", "xy", {0, 2}, 0},
    {"1/(1 + exp(y*log(x)))", "x", "xy", {0, 1}, -1},
    {"x^n/(K^n + x^n)", "", "Knx", {1, 4, 1e100}, 1},
    {"x^n/(K^n + x^n)", "n", "Knx", {1, 4, 1e100}, 0},
    {"x^n/(K^n + x^n)", "xx", "Knx", {1, 4, 1e100}, 0},
    {"x^n/(K^n + x^n)", "x", "Knx", {2, 1, 0}, 0.5},
    {"K^n/(K^n + x^n)", "xx", "Knx", {2, 2, 0}, -0.5},
    {"x^y/(z^y + x^y)", "y", "xyz", {1e-200, 2, 1e-200}, 0},
    {"1/expm1(x)", "xx", "x", {800}, 0},
    {"1/expm1(x)", "x", "x", {-800}, 0},
    {"x^3/expm1(x)", "x", "x", {800}, 0},
    {"x^3/expm1(x)", "xx", "x", {-800}, 4800},
    {"1/sinh(x)", "xx", "x", {-800}, 0},
    {"cosh(x)/sinh(x)", "", "x", {800}, 1},
    {"exp(x)/expm1(x)", "", "x", {800}, 1},
    {"exp(x)/expm1(x)", "x", "x", {800}, 0},
    {"log(exp(x) - 1)", "", "x", {800}, 800},
    {"log(exp(x) - 1)", "x", "x", {800}, 1},
    {"log(exp(x) - 1)", "xx", "x", {800}, 0},
    {"log(sinh(x))", "", "x", {800}, 799.30685281944005},
    {"log(1 + exp(x))", "", "x", {800}, 800},
    {"log(1 + exp(x))", "x", "x", {800}, 1},
    {"log(1 + exp(x))", "", "x", {-800}, 0},
    {"log(1 + exp(x))", "x", "x", {-800}, 0},
    {"log(exp(x) + exp(y))", "", "xy", {1000, 999}, 1000.3132616875182, 32},
    {"log(exp(x) + exp(y))", "x", "xy", {1000, 999}, 0.73105857863000488, 32},
    {"log(exp(x) + exp(y))", "xx", "xy", {1000, 999}, 0.19661193324148185, 32},
    {"log(sigmoid(x))", "", "x", {-200}, -200, 16, true},
    {"log(sigmoid(x))", "", "x", {-800}, -800},
    {"log(sigmoid(x))", "x", "x", {-800}, 1},
    {"log(cosh(x))", "", "x", {800}, 799.30685281944005},
    {"log(cosh(x))", "x", "x", {800}, 1},
    // Subnormal numbers and NaN.
    {"log(x)", "", "x", {1e-42}, -96.7080469, 16, true},
    {"x^n", "xx", "nx", {1, nan}, nan},
};
// clang-format on

/// Whether a result is right; 0 and what is no number are so exactly.
constexpr bool is_right(double value, right_value const& of) {
    if (of.right != of.right) return value != value;
    double const off = value - of.right, size = of.right < 0 ? -of.right : of.right;
    double const unit = of.single ? 1.1920929e-7 : 2.220446049250313e-16;
    return (off < 0 ? -off : off) <= of.units * unit * size;
}

}  // namespace right_values
