// Special functions apart from the others: their names, values in constant expressions, derivatives, ends.
#include <leibniz/special.hpp>

using namespace leibniz;

namespace {

inline constexpr symbol<"a"> a;
inline constexpr symbol<"b"> b;
inline constexpr symbol<"x"> x;

constexpr bool is_close(double value, double expected) { return value - expected <= 1e-13 * expected && expected - value <= 1e-13 * expected; }
constexpr bool is_no_number(double value) { return value != value; }

// Derivatives by the argument; those by a shape are refused.
static_assert(text(diff(gammainc(a, x), x)) == "gamma_density(a, x)" && text(diff(gammaincc(a, x), x)) == "-gamma_density(a, x)");
static_assert(text(diff(betainc(a, b, x), x)) == "beta_density(a, b, x)");
static_assert(text(diff(erfinv(x), x)) == "exp(erfinv(x)^2)*sqrt(pi)/2");
static_assert(text(diff(lognormcdf(x), x)) == "sqrt(2/pi)/erfcx(-x/sqrt(2))" && text(diff(gamma_density(a, x), x)) == "gamma_density(a, x)*((a - 1)/x - 1)");
static_assert(text(diff(lbeta(a, b), a)) == "digamma(a) - digamma(a + b)");
static_assert(text(diff(lbinom(a, b), b)) == "digamma(a - b + 1) - digamma(b + 1)");

// Names in text.
static_assert(formula<"gammainc(a, x) + gamma_q(b, x)", lower_incomplete_gamma, upper_incomplete_gamma> == gammainc(a, x) + gammaincc(b, x));
static_assert(formula<"ndtri(x) + betaln(a, b)", normal_quantile, log_beta> == norminv(x) + lbeta(a, b));

// The block that a message names for each name of a function.
template <class F>
constexpr bool is_listed(text_view block) {
    if (detail::meant_by(F::text, detail::special_blocks) != block) return false;
    if constexpr (requires { F::aliases; }) {
        for (text_view rest = F::aliases; !rest.empty();) {
            std::size_t const end = rest.find(' ') < rest.size() ? rest.find(' ') : rest.size();
            if (detail::meant_by(rest.substr(0, end), detail::special_blocks) != block) return false;
            rest.remove_prefix(end < rest.size() ? end + 1 : end);
        }
    }
    return true;
}
static_assert(is_listed<scaled_complementary_error_function>("scaled_complementary_error_function") && is_listed<log_normal_distribution>("log_normal_distribution"));
static_assert(is_listed<inverse_error_function>("inverse_error_function") && is_listed<normal_quantile>("normal_quantile"));
static_assert(is_listed<inverse_complementary_error_function>("inverse_complementary_error_function"));
static_assert(is_listed<log_beta>("log_beta") && is_listed<log_binomial>("log_binomial") && is_listed<incomplete_beta>("incomplete_beta"));
static_assert(is_listed<lower_incomplete_gamma>("lower_incomplete_gamma") && is_listed<upper_incomplete_gamma>("upper_incomplete_gamma"));

// Values while compiling.
static_assert(is_close(evaluate(gammainc(a, x), a = 2.5, x = 1.5), 0.3000141641213725));
static_assert(is_close(evaluate(gammainc(a, x), a = 1.0, x = 2.0), 0.8646647167633873) && is_close(evaluate(gammaincc(a, x), a = 1.0, x = 2.0), 0.1353352832366127));
static_assert(is_close(evaluate(betainc(a, b, x), a = 2.0, b = 3.0, x = 0.4), 0.5248) && is_close(evaluate(betainc(a, b, x), a = 3.0, b = 2.0, x = 0.6), 0.4752));
static_assert(is_close(evaluate(erfinv(x), x = 0.5), 0.4769362762044699) && is_close(evaluate(norminv(x), x = 0.975), 1.959963984540054));
static_assert(is_close(-evaluate(lognormcdf(x), x = -40.0), 804.6084420137538) && is_close(evaluate(erfcx(x), x = 100.0), 0.005641613782989433));
static_assert(is_close(evaluate(lbinom(a, b), a = 52.0, b = 5.0), 14.770621922970371) && evaluate(lbinom(a, b), a = 7.0, b = 0.0) == 0);
static_assert(is_close(-evaluate(lbeta(a, b), a = 3.0, b = 4.0), 4.0943445622221) && is_close(-evaluate(lbeta(a, b), a = 1e10, b = 1.0), 23.025850929940457));

// Ends.
static_assert(evaluate(gammainc(a, x), a = 2.0, x = 0.0) == 0 && evaluate(gammainc(a, x), a = 2.0, x = infinity) == 1 && is_no_number(evaluate(gammainc(a, x), a = 2.0, x = -1.0)));
static_assert(evaluate(diff(gammainc(a, x), x), a = 1.0, x = 0.0) == 1 && evaluate(diff(gammainc(a, x), x), a = 0.5, x = 0.0) == infinity);
static_assert(evaluate(betainc(a, b, x), a = 2.0, b = 3.0, x = 1.0) == 1 && evaluate(diff(betainc(a, b, x), x), a = 1.0, b = 3.0, x = 0.0) == 3);
static_assert(evaluate(erfinv(x), x = 1.0) == infinity && evaluate(norminv(x), x = 0.0) == -infinity && is_no_number(evaluate(erfinv(x), x = 2.0)));

}  // namespace
