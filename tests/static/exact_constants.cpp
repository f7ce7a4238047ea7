// Constants of many digits and of any size: never refused, printed as they were written, and evaluated to the last digits.
#include <leibniz/leibniz.hpp>
#include <leibniz/notation.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"x"> x;
constexpr symbol<"s"> s;
constexpr symbol<"a"> a;
constexpr symbol<"A"> A;
constexpr symbol<"Ea"> Ea;
constexpr symbol<"T"> T;
constexpr symbol<"nu"> nu;

constexpr double size(double value) { return value < 0 ? -value : value; }
constexpr bool near(double value, double right, double tolerance = 8e-16) { return size(value - right) <= tolerance * size(right); }

// A decimal number is the nearest double, in a product, too.
static_assert(text(0.0123456789_c * x) == "0.0123456789*x" && evaluate(0.0123456789_c * x, x = 1.0) == 0.0123456789);
static_assert(text(x / 8.314462618_c) == "x/8.314462618" && evaluate(x / 8.314462618_c, x = 1.0) == 1 / 8.314462618);
static_assert(text(6.62607015e-34_c * x) == "6.62607015e-34*x" && evaluate(6.62607015e-34_c * x, x = 1.0) == 6.62607015e-34);
static_assert(text(1.380649e-23_c * x) == "1.380649e-23*x" && evaluate(x / 1.380649e-23_c, x = 1.0) == 1 / 1.380649e-23);
static_assert(evaluate(1e300_c * x, x = 1.0) == 1e300 && evaluate(4.9e-324_c * x, x = 1.0) == 4.9e-324 && evaluate(1e-300_c * x, x = 1.0) == 1e-300);
static_assert(evaluate(6.62607015e-34_c * x, x = 1.0f) == 6.62607015e-34f);
static_assert(text(x - 273.15_c) == "x - 273.15" && text(x / 3_c + 1_c / 2_c) == "x/3 + 1/2" && text(0.16_c * x) == "4*x/25");
static_assert(evaluate(x + 0.12345678901234567_c, x = 0.0) == 0.12345678901234567, "more digits than a double holds are rounded once");

// As people paste them: more digits than 64 bits hold stay as they were written, and are rounded once.
constexpr auto turn = 3.14159265358979323846_c * x;
static_assert(text(turn) == "3.14159265358979323846*x" && formula<"3.14159265358979323846*x"> == turn);
static_assert(evaluate(turn, x = 1.0) == 3.14159265358979323846 && evaluate(turn, x = 1.0f) == 3.14159265358979323846f);
static_assert(evaluate(x - 2.71828182845904523536e-200_c, x = 0.0) == -2.71828182845904523536e-200);
static_assert(text(diff(turn, x)) == "3.14159265358979323846" && diff(turn, x) == 3.14159265358979323846_c);
static_assert(text(diff<2>(sin(turn), x)) == "-3.14159265358979323846^2*sin(3.14159265358979323846*x)");
static_assert(near(evaluate(diff<2>(sin(turn), x), x = 0.5), -9.86960440108935861883));
static_assert(text(2_c * turn) == "2*3.14159265358979323846*x" && 2_c * turn / 3.14159265358979323846_c == 2_c * x);
static_assert(turn - turn == 0_c && text(-turn) == "-3.14159265358979323846*x" && text(x / 3.14159265358979323846_c) == "x/3.14159265358979323846");
static_assert(text(123456789012345678901234567890123_c * x) == "123456789012345678901234567890123*x");
static_assert(text(x + 9.2233720368547758080001e-300_c) == "x + 9.2233720368547758080001e-300");
static_assert(c_code<"turned">(turn).find("return 3.14159265358979323846*x;") != text_view::npos);
static_assert(latex(1.6021766340000000000001e-19_c * x).find("1.6021766340000000000001 \\times 10^{-19}") != text_view::npos);
static_assert(3.14159265358979323846_c == 3.141592653589793238460000e0_c && text(x < 3.14159265358979323846_c) == "x < 3.14159265358979323846");

// Text is read alike.
static_assert(formula<"6.62607015e-34*x"> == 6.62607015e-34_c * x && formula<"1e300*x"> == 1e300_c * x);

// Derivatives of ordinary decimals.
constexpr auto grown = exp(0.0123456789_c * x);
static_assert(text(diff<2>(grown, x)) == "0.00015241578750190521*exp(0.0123456789*x)");
static_assert(text(diff<5>(grown, x)) == "0.0123456789^5*exp(0.0123456789*x)");
static_assert(near(evaluate(diff<2>(grown, x), x = 0.0), 1.5241578750190521e-4));
static_assert(diff<3>(grown, x) == formula<"0.0123456789^3*exp(0.0123456789*x)">);

constexpr auto wave = diff<2>(sin(6.283185307_c * x), x);
static_assert(text(wave) == "-6.283185307^2*sin(6.283185307*x)");
static_assert(near(evaluate(wave, x = 0.25), -39.47841760210068424896));

constexpr auto arrhenius = A * exp(-Ea / (8.314462618_c * T));
static_assert(text(arrhenius) == "A*exp(-Ea/(8.314462618*T))");
static_assert(text(diff(arrhenius, T)) == "A*Ea*exp(-Ea/(8.314462618*T))/(8.314462618*T^2)");
static_assert(text(diff<2>(arrhenius, Ea)) == "A*exp(-Ea/(8.314462618*T))/(8.314462618^2*T^2)");
static_assert(near(evaluate(diff<2>(arrhenius, Ea), A = 1.0, Ea = 0.0, T = 1.0), 1 / (8.314462618 * 8.314462618)));

constexpr auto stopped = a * exp(-x * s / 1.6e-16_c);
static_assert(text(stopped) == "a*exp(-s*x/1.6e-16)");
static_assert(near(evaluate(diff<2>(stopped, s), a = 1.0, s = 0.0, x = 1.6e-16), 1));

// Planck's law, with its constants as literals.
constexpr auto planck = 2_c * 6.62607015e-34_c * pow<3>(nu) / pow<2>(299792458_c) / (exp(6.62607015e-34_c * nu / (1.380649e-23_c * T)) - 1_c);
static_assert(near(evaluate(planck, nu = 5e14, T = 5778.0), 2.94303820850891121e-8, 4e-15));
static_assert(near(evaluate(diff<2>(planck, T), nu = 5e14, T = 5778.0), 8.50153814169927056e-15, 1e-14));

// Numbers that cannot be multiplied or added stay beside one another, in one order.
static_assert(text(1e300_c * 1e200_c * x) == "1e200*1e300*x" && 1e300_c * (x * 1e200_c) == 1e200_c * x * 1e300_c);
static_assert(text(x + 1e300_c + 1e-300_c) == "x + 1e300 + 1e-300" && (1e300_c + x) + 1e-300_c == x + (1e-300_c + 1e300_c));
static_assert(1e300_c * 1e200_c * x / 1e200_c == 1e300_c * x && x + 1e300_c + 1e-300_c - 1e300_c == x + 1e-300_c);
static_assert(text(8.314462618_c * 96485.33212_c * x) == "8.314462618*96485.33212*x" && 96485.33212_c * (x * 8.314462618_c) == 8.314462618_c * 96485.33212_c * x);
static_assert(text(x / (8.314462618_c * 96485.33212_c)) == "x/(96485.33212*8.314462618)");
static_assert(text(pow<2>(8.314462618_c) * x / 2_c) == "8.314462618^2*x/2" && text(2_c * pow<3>(0.0123456789_c) * x) == "2*0.0123456789^3*x");
static_assert(pow<3>(0.0123456789_c) * x * 0.0123456789_c == pow<2>(0.0123456789_c * 0.0123456789_c) * x, "whichever are multiplied first");
static_assert(text(pow<12>(1e-30_c) * x) == "x/1e30^12" && text(formula<"3*2^630*x/2">) == "3*2^629*x");
static_assert(text(9_c * 1e308_c * x) == "1e308*9*x", "no text has a number beyond a double");
static_assert(text(diff(formula<"x^9223372036854775807*x^9223372036854775806">, x)) == "x^(2*9223372036854775806)*(9223372036854775807 + 9223372036854775806)");
static_assert(text(diff(formula<"x^9223372036854775807*7^9223372036854775806">, x)) == "1317624576693539401*7^9223372036854775807*x^9223372036854775806");
static_assert(text(formula<"7^-9223372036854775807/7">) == "1/(7^9223372036854775807*7)");
static_assert(pow<2>(1_c / (2.64e16_c * pi)) == formula<"1/(2.64e16*pi)^2">);

// A division by zero is never folded away; beside it only signs are kept.
constexpr double nothing = evaluate(formula<"0/0*x">);
static_assert(nothing != nothing && text(0_c / 0_c * x) == "0/0" && formula<"1/0 - 1/0"> == 0_c / 0_c && formula<"0*x/0"> == 0_c / 0_c);
template <class T>
constexpr bool is_no_number(T value) { return value != value; }
template <class T>
constexpr bool has_no_number(T at) {
    return is_no_number(evaluate(0_c / 0_c + x, x = at)) && is_no_number(evaluate(x + sin(0_c / 0_c), x = at)) &&
           is_no_number(evaluate(outputs(x, 0_c / 0_c * x), x = at)[1_c]) && is_no_number(detail::nearest<T>(rational(0, 0)));
}
static_assert(has_no_number(1.0f) && has_no_number(1.0) && has_no_number(1.0L) && evaluate(1_c / 0_c + x, x = 1.0f) > 3e38f);
static_assert(text(x - x + 1_c / 0_c) == "1/0" && text(-2_c * x / 0_c) == "-x/0" && text(formula<"30/0/2^630">) == "1/0" && text(x / a / 0_c) == "x/0");
static_assert(0_c / 0_c + 1_c / 0_c == 0_c / 0_c && 2_c * (0_c / 0_c) == 0_c / 0_c && !(0_c / 0_c == 0_c) && 1_c / 0_c + 1_c / 0_c == 1_c / 0_c);

// Decimals are rounded once, to a long double of 64 or 113 bits too.
static_assert(evaluate(1e-36_c * x, x = 1.0L) == 1e-36L && evaluate(0.1234567890123456789_c * x, x = 1.0L) == 0.1234567890123456789L);
static_assert(evaluate(3.1415926535897932384e30_c * x, x = 1.0L) == 3.1415926535897932384e30L);

// An evaluation with exact numbers gives no wrong digit.
static_assert(evaluate(x * x, x = 1e-20_c) == rational::decimal(1, -40) && !evaluate(x + 1_c, x = 1e-30_c).valid());

// Derivatives of quotients whose numbers cannot be multiplied exactly.
static_assert(near(evaluate(diff(123456789012345_c * x / (x + 123456789_c), x), x = 1.0), 999999.9838999945));
static_assert(near(evaluate(diff(96485.33212_c * x / (8.314462618_c + x), x), x = 1.0), 9246.553206117967));
static_assert(near(evaluate(diff(6.02214076e23_c * x / (x + 8.314462618_c), x, x), x = 1.0), -1.2392007593421733e22));
static_assert(near(evaluate(diff(1e300_c * x / (x - 1e300_c), x), x = 1.0), -1.0));

}  // namespace
