// The printed form is the one a person writes by hand.
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"a"> a;
constexpr symbol<"b"> b;
constexpr symbol<"w"> w;
constexpr symbol<"w2"> w2;
constexpr symbol<"w10"> w10;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"z"> z;
constexpr column<"c"> c;
constexpr symbol<"ŷ"> prediction;

// Leaves and numbers.
static_assert(text(x) == "x" && text(c) == "c" && text(w10) == "w10" && text(prediction) == "ŷ");
static_assert(text(7_c) == "7" && text(-7_c) == "-7" && text(0_c) == "0");
static_assert(text(0.5_c) == "1/2" && text(-0.5_c) == "-1/2" && text(2_c / 6_c) == "1/3");
static_assert(text(1e-3_c) == "1/1000" && text(2.5_c) == "5/2");
static_assert(text(constant<9223372036854775807>{}) == "9223372036854775807");
static_assert(text(constant<-9223372036854775807>{}) == "-9223372036854775807");

// Product: the number, symbols and powers by name, functions by name, parentheses.
static_assert(text(x * w) == "w*x");
static_assert(text(x * 2_c * w) == "2*w*x");
static_assert(text(y * pow<2>(x) * w) == "w*x^2*y");
static_assert(text(pow<2>(y) * pow<3>(x)) == "x^3*y^2");
static_assert(text(w10 * w2 * w) == "w*w2*w10");
static_assert(text(exp(x) * x * 3_c) == "3*x*exp(x)");
static_assert(text(exp(x) * y) == "y*exp(x)");
static_assert(text(sin(x) * exp(x)) == "exp(x)*sin(x)");
static_assert(text(sin(y) * sin(x)) == "sin(x)*sin(y)");
static_assert(text(x * sqrt(y) * sin(x) * log(x)) == "x*log(x)*sin(x)*sqrt(y)");
static_assert(text((x + 1_c) * x) == "x*(x + 1)");
static_assert(text((x + y) * exp(x) * x * 2_c) == "2*x*exp(x)*(x + y)");
static_assert(text((x + y) * (a + b)) == "(a + b)*(x + y)");
static_assert(text(pow<2>(exp(x)) * x) == "x*exp(x)^2");
static_assert(text(pow<2>(x + y) * w) == "w*(x + y)^2");
static_assert(text(x * c) == "c*x");
static_assert(text(mean(x) * y) == "y*mean(x)");
static_assert(text(x * x * x) == "x^3");

// Sum: by falling degree, then by name, the constant last.
static_assert(text(y + x) == "x + y");
static_assert(text(1_c + x) == "x + 1");
static_assert(text(b + w * x) == "w*x + b");
static_assert(text(1_c + x + pow<2>(x) + pow<3>(x)) == "x^3 + x^2 + x + 1");
static_assert(text(3_c + x * y + x) == "x*y + x + 3");
static_assert(text(x * y + pow<2>(y) + pow<2>(x)) == "x^2 + x*y + y^2");
static_assert(text(y * z + z * x) == "x*z + y*z");
static_assert(text(pow<2>(x) + x * y * z) == "x*y*z + x^2");
static_assert(text(exp(x) + x + 1_c) == "x + exp(x) + 1");
static_assert(text(sin(x) + exp(x)) == "exp(x) + sin(x)");
static_assert(text(x * exp(x) + exp(x)) == "x*exp(x) + exp(x)");
static_assert(text(1_c / x + x + 1_c) == "x + 1/x + 1");
static_assert(text(w10 + w2) == "w2 + w10");
static_assert(text(x + 0.5_c) == "x + 1/2");
static_assert(text(3_c * y + 2_c * x) == "2*x + 3*y");
static_assert(text(x + 2_c * (y + z) * w) == "2*w*(y + z) + x", "a parenthesis counts with its degree");
static_assert(text(x + y * (1_c - pow<2>(x))) == "y*(1 - x^2) + x", "whatever stands first in it");

// Subtraction: a - b, never a + -1*b.
static_assert(text(x - y) == "x - y");
static_assert(text(x - 2_c * y) == "x - 2*y" && text(x + -2_c * y) == "x - 2*y");
static_assert(text(x - -y) == "x + y");
static_assert(text(x - (y - z)) == "x - y + z");
static_assert(text(x - 1_c) == "x - 1" && text(x - 0.5_c) == "x - 1/2");
static_assert(text(w * x + b - y) == "w*x + b - y");
static_assert(text(w * x - y) == "w*x - y");
static_assert(text(x - exp(-x)) == "x - exp(-x)");
static_assert(text(x - y / 2_c) == "x - y/2");
static_assert(text(x - 1_c / y) == "x - 1/y");
static_assert(text(x - (y + z) * w) == "x - w*(y + z)");

// The constant first where every other term is negative; likewise whatever alone is positive.
static_assert(text(1_c - exp(-x)) == "1 - exp(-x)");
static_assert(text(1_c - x) == "1 - x");
static_assert(text(2_c - x - y) == "2 - x - y");
static_assert(text(1_c - pow<2>(tanh(x))) == "1 - tanh(x)^2");
static_assert(text(1_c + y - x) == "-x + y + 1");
static_assert(text(-1_c - x) == "-x - 1");
static_assert(text(y - w * x) == "y - w*x");

// Signs.
static_assert(text(-x) == "-x" && text(-exp(x)) == "-exp(x)");
static_assert(text(x * -y) == "-x*y");
static_assert(text(-2_c * x) == "-2*x");
static_assert(text(-x - y) == "-x - y" && text(-(x + y)) == "-x - y");
static_assert(text(-(x - y)) == "y - x");
static_assert(text(-pow<2>(x)) == "-x^2" && text(pow<2>(-x)) == "x^2");
static_assert(text(-pow<2>(x + y)) == "-(x + y)^2");
static_assert(text(-w * (x + y)) == "-w*(x + y)");
static_assert(text(exp(-x)) == "exp(-x)");
static_assert(text(-x / 2_c) == "-x/2" && text(-1_c / x) == "-1/x");

// Division: one fraction bar.
static_assert(text(x / y) == "x/y");
static_assert(text(1_c / x) == "1/x" && text(2_c / x) == "2/x");
static_assert(text(x / 2_c) == "x/2" && text(3_c * x / 2_c) == "3*x/2" && text(0.1_c * x) == "x/10");
static_assert(text(x / y / z) == "x/(y*z)");
static_assert(text(x / (2_c * y)) == "x/(2*y)");
static_assert(text(x / (y / z)) == "x*z/y");
static_assert(text(1_c / (x * y)) == "1/(x*y)");
static_assert(text(x / pow<2>(y)) == "x/y^2" && text(pow<-2>(x)) == "1/x^2");
static_assert(text(3_c / (2_c * pow<2>(x))) == "3/(2*x^2)");
static_assert(text((x + y) / z) == "(x + y)/z");
static_assert(text((x + y) / 2_c) == "(x + y)/2");
static_assert(text(x / (y + z)) == "x/(y + z)");
static_assert(text(x / (y + z) / w) == "x/(w*(y + z))");
static_assert(text(1_c / (1_c + exp(-x))) == "1/(exp(-x) + 1)");
static_assert(text(x / exp(y)) == "x/exp(y)");
static_assert(text(exp(-x / 2_c)) == "exp(-x/2)");
static_assert(text(exp(x) / x) == "exp(x)/x");

// Powers and roots.
static_assert(text(pow<2>(x)) == "x^2" && text(pow(x, y)) == "x^y");
static_assert(text(pow(x, y + 1_c)) == "x^(y + 1)" && text(pow(x, 2_c * y)) == "x^(2*y)");
static_assert(text(pow(x, -y)) == "x^(-y)");
static_assert(text(pow(x, y / z)) == "x^(y/z)");
static_assert(text(pow(x, exp(y))) == "x^exp(y)");
static_assert(text(pow<2>(x + y)) == "(x + y)^2");
static_assert(text(pow(x * y, z)) == "(x*y)^z" && text(pow(2_c * x, z)) == "(2*x)^z" && text(pow(-x, z)) == "(-x)^z");
static_assert(text(pow(x / y, z)) == "(x/y)^z");
static_assert(text(pow(x, 1_c / 3_c)) == "x^(1/3)" && text(pow(x, -2_c / 3_c)) == "1/x^(2/3)");
static_assert(text(sqrt(x)) == "sqrt(x)" && text(pow(x, 0.5_c)) == "sqrt(x)" && text(1_c / sqrt(x)) == "1/sqrt(x)");
static_assert(text(sqrt(x + y)) == "sqrt(x + y)" && text(pow(x, 1.5_c)) == "x^(3/2)");
static_assert(text(pow(sqrt(x), y)) == "sqrt(x)^y" && text(pow(x, sqrt(y))) == "x^sqrt(y)");
static_assert(text(pow(2_c, x)) == "2^x" && text(pow(0.5_c, x)) == "(1/2)^x" && text(pow(-2_c, x)) == "(-2)^x");
static_assert(text(sqrt(2_c)) == "sqrt(2)" && text(pow(2_c, 1_c / 3_c)) == "2^(1/3)");
static_assert(text(pow(pow(x, y), z)) == "(x^y)^z" && text(pow(x, pow(y, z))) == "x^(y^z)");
static_assert(text(pow<2>(sin(x))) == "sin(x)^2" && text(sqrt(pow<2>(x))) == "abs(x)");
static_assert(text(pow<2>(mean(x))) == "mean(x)^2");

// Equal factors meet, also those that arise only when others have met.
static_assert(text(sqrt(x) * pow(x, 1.5_c)) == "x^2");
static_assert(text(pow(sqrt(x), y) * pow(sqrt(x), 1_c - y) * pow(x, -1.5_c)) == "1/x");

// Functions and reductions.
static_assert(text(sigmoid(w * x + b)) == "sigmoid(w*x + b)");
static_assert(text(sin(cos(exp(x)))) == "sin(cos(exp(x)))");
static_assert(text(mean(pow<2>(w * x - y))) == "mean((w*x - y)^2)");
static_assert(text(mean(2_c * x)) == "2*mean(x)" && text(sum(x / 2_c)) == "sum(x)/2");
static_assert(text(x - mean(x)) == "x - mean(x)");
static_assert(text(sum(1_c)) == "sum(1)" && text(sum(3_c)) == "3*sum(1)");

// Names are looked through.
static_assert(text(pow<2>(let<"ŷ">(w * x) - y)) == "(w*x - y)^2");

// What was written in another order prints the same.
static_assert(text(y * 2_c * (x + 1_c) - z * exp(w)) == text(-exp(w) * z + (1_c + x) * y * 2_c));
static_assert(text((z + y) * x / (b + a)) == text(1_c / (a + b) * (y + z) * x));

// Derivatives, factored as the chain rule leaves them.
static_assert(text(diff(pow<2>(w * x - y), w)) == "2*x*(w*x - y)");
static_assert(text(diff((w * x - y) * (w * x - y), w)) == "2*x*(w*x - y)");
static_assert(text(diff(pow<2>(w * x + b - y), w)) == "2*x*(w*x + b - y)");
static_assert(text(diff(pow<2>(w * x + b - y), b)) == "2*(w*x + b - y)");
static_assert(text(diff(pow<2>(w * x - y), y)) == "-2*(w*x - y)");
static_assert(text(diff(exp(-x), x)) == "-exp(-x)");
static_assert(text(diff(sin(x * y), x)) == "y*cos(x*y)" && text(diff(cos(x), x)) == "-sin(x)");
static_assert(text(diff(tanh(x), x)) == "1 - tanh(x)^2");
static_assert(text(diff(sigmoid(x), x)) == "sigmoid(x)*(1 - sigmoid(x))");
static_assert(text(diff(log(x), x)) == "1/x" && text(diff(sqrt(x), x)) == "1/(2*sqrt(x))");
static_assert(text(diff(pow(x, y), y)) == "x^y*log(x)" && text(diff(pow(x, y), x)) == "x^(y - 1)*y");
static_assert(text(diff(x / y, y)) == "-x/y^2");
static_assert(text(diff(exp(x) * sin(x), x)) == "cos(x)*exp(x) + exp(x)*sin(x)");
static_assert(text(diff(mean(pow<2>(w * x - y)), w)) == "2*mean(x*(w*x - y))");
static_assert(text(diff<2>(pow<2>(w * x - y), w)) == "2*x^2");
static_assert(text(diff(x, y)) == "0" && text(diff(x, x)) == "1");

}  // namespace
