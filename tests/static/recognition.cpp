// Functions that are written out are evaluated, and differentiated for evaluation, as the functions; what is printed stays
// what was written.
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"u"> u;
constexpr symbol<"v"> v;
constexpr symbol<"w"> w;
constexpr symbol<"k"> k;
constexpr symbol<"a"> a;

constexpr bool is_close(double value, double expected, double tolerance = 4e-16) {
    double const off = value - expected, size = expected < 0 ? -expected : expected;
    return (off < 0 ? -off : off) <= tolerance * size;
}

/// The same program as that of the function, and so of its derivatives.
template <class Written, class Function>
constexpr bool is_evaluated_as(Written, Function) {
    using detail::compiled;
    auto const& left = compiled<Written>::value;
    auto const& right = compiled<Function>::value;
    if (left.size != right.size) return false;
    for (int i = 0; i < left.size; ++i)
        if (left.code[i].op != right.code[i].op || left.code[i].fn != right.code[i].fn || left.code[i].n != right.code[i].n || left.code[i].d != right.code[i].d) return false;
    return true;
}
/// The same numbers, where terms may stand in another order.
template <class Written, class Function>
constexpr bool is_like(Written written, Function function) {
    auto const left = evaluate(outputs(written, diff(written, u), diff(written, u, u)) , u = 301.0, v = 300.0, w = 299.5, a = 2.0, k = 3.0);
    auto const right = evaluate(outputs(function, diff(function, u), diff(function, u, u)), u = 301.0, v = 300.0, w = 299.5, a = 2.0, k = 3.0);
    return is_close(left[0_c], right[0_c], 1e-14) && is_close(left[1_c], right[1_c], 1e-13) && is_close(left[2_c], right[2_c], 1e-12);
}
template <class Written, class Function>
constexpr bool is(Written written, Function function) {
    return is_evaluated_as(written, function) && is_evaluated_as(diff(written, u), diff(function, u)) && is_evaluated_as(diff(written, u, u), diff(function, u, u));
}

static_assert(is(1_c/(1_c + exp(-u)), sigmoid(u)) && is(exp(u)/(1_c + exp(u)), sigmoid(u)) && is(3_c/(2_c + 2_c*exp(-u)), 3_c*sigmoid(u)/2_c));
static_assert(is((exp(u) - exp(-u))/(exp(u) + exp(-u)), tanh(u)) && is((1_c - exp(-2_c*u))/(1_c + exp(-2_c*u)), tanh(u)) && is(2_c/(1_c + exp(-2_c*u)) - 1_c, tanh(u)));
static_assert(is(sinh(u)/cosh(u), tanh(u)) && is(1_c/cosh(u), sech(u)) && is(2_c/(exp(u) + exp(-u)), sech(u)));
static_assert(is_like(a*k*exp(u)/(exp(u) + exp(v) + exp(w)), a*k*softmax(u, v, w)) && is_like(a*k*log(exp(u) + exp(v) + exp(w)), a*k*logsumexp(u, v, w)));
static_assert(is(log(1_c + exp(u)), softplus(u)) && is(log1p(exp(u)), softplus(u)) && is(log(sigmoid(u)), -softplus(-u)) && is(log(1_c - sigmoid(u)), -softplus(u)));
static_assert(is(log(1_c/(1_c + exp(-u))), -softplus(-u)) && is(log(softmax(u, v)), -softplus(v - u)) && is(log(cosh(u)), log((exp(u) + exp(-u))/2_c)));
static_assert(is_like(w*(a*exp(u) + k*exp(v))/(exp(u) + exp(v)), w*(a*sigmoid(u - v) + k*sigmoid(v - u))) && is_like(v*w*a*k*exp(-u)/pow<2>(1_c + exp(-u)), v*w*a*k*sigmoid(u)*sigmoid(-u)));

// Nothing else is.
static_assert(!is_evaluated_as(1_c/(1_c - exp(-u)), sigmoid(u)) && !is_evaluated_as(exp(v)/(1_c + exp(u)), sigmoid(u)) && !is_evaluated_as(log(2_c + exp(u)), softplus(u)));

// What is printed.
static_assert(text(1_c/(1_c + exp(-u))) == "1/(exp(-u) + 1)" && text(diff(1_c/(1_c + exp(-u)), u)) == "exp(-u)/(exp(-u) + 1)^2");
static_assert(1_c/(1_c + exp(-u)) != sigmoid(u) && text(log(cosh(u))) == "log(cosh(u))");

// Far out: neither overflow nor 0 times infinity, in derivatives neither.
template <class E>
constexpr double slope(E e, double at) { return evaluate(diff(e, u), u = at); }
static_assert(evaluate(1_c/(1_c + exp(-u)), u = -800.0) == 0 && slope(1_c/(1_c + exp(-u)), -800) == 0 && slope(1_c/(1_c + exp(-u)), 800) == 0 && evaluate(diff<2>(1_c/(1_c + exp(-u)), u), u = -800.0) == 0);
static_assert(is_close(slope(exp(u)/(1_c + exp(u)), 360), 4.508027065606742e-157, 1e-13) && slope((1_c - exp(-2_c*u))/(1_c + exp(-2_c*u)), -200) < 1e-172);
static_assert(evaluate(diff(exp(u)/(exp(u) + exp(v) + exp(w)), u), u = 400.0, v = 1.0, w = 0.0) < 1e-172);
constexpr auto growth = k/(1_c + a*exp(-w*u));
constexpr auto grown = evaluate(hessian(growth, wrt(u, a, k, w)), u = -800.0, a = 3.0, k = 2.0, w = 1.0);
static_assert(grown(u, u) == 0 && grown(u, a) == 0 && grown(u, w) == 0 && grown(k, u) == 0 && evaluate(growth, u = 1.0, a = 3.0, k = 2.0, w = 1.0) == 2/(1 + 3*evaluate(exp(u), u = -1.0)));
constexpr auto planck = pow<3>(u)/(exp(u) - 1_c);
static_assert(slope(planck, 800) == 0 && evaluate(diff<2>(planck, u), u = 800.0) == 0 && is_close(slope(planck, 1), 3/1.718281828459045 - 2.718281828459045/(1.718281828459045*1.718281828459045), 2e-15));

// A dose-response curve of four parameters, where there is no dose, or a vast one.
constexpr auto response = a + (k - a)/(1_c + exp(v*log(u/w)));
constexpr auto at_dose(double dose) { return evaluate(outputs(response, diff(response, v), diff(response, v, v)), u = dose, v = 2.0, w = 3.0, a = 0.5, k = 2.0); }
static_assert(at_dose(0)[0_c] == 2 && at_dose(0)[1_c] == 0 && at_dose(0)[2_c] == 0 && at_dose(1e300)[0_c] == 0.5 && at_dose(1e300)[1_c] == 0);
static_assert(is_close(at_dose(1.5)[0_c], 1.7, 1e-15) && is_close(at_dose(1.5)[1_c], 0.166355323334387, 1e-13) && is_close(at_dose(1.5)[2_c], -0.069185234004221, 1e-13));
static_assert(is_close(evaluate(diff(response, u, u), u = 1.5, v = 2.0, w = 3.0, a = 0.5, k = 2.0), -0.128/3, 1e-13) && is_close(evaluate(gradient(response, wrt(u)), u = 1.5, v = 2.0, w = 3.0, a = 0.5, k = 2.0)[u], -0.32, 1e-14));

constexpr auto in_dose = evaluate(outputs(diff(response, u), diff(response, u, u), diff(response, v, u)), u = 0.0, v = 2.0, w = 3.0, a = 0.5, k = 2.0);
static_assert(in_dose[0_c] == 0 && is_close(in_dose[1_c], -3.0/9) && in_dose[2_c] == 0);
constexpr auto of_two_logarithms = 1_c/(1_c + exp(v*(log(u) - log(w))));
static_assert(evaluate(diff(of_two_logarithms, u), u = 0.0, v = 2.0, w = 3.0) == 0 && evaluate(diff(of_two_logarithms, v), u = 0.0, v = 2.0, w = 3.0) == 0);
static_assert(evaluate(diff(1_c/(1_c + exp(v*log(u))), u), u = 0.0, v = 1.0) == -1 && evaluate(diff(1_c/(1_c + exp(v*log(u))), u, u), u = 0.0, v = 2.0) == -2);

// By exp(u) - 1 and sinh(u), and their logarithms, far out: value and derivatives have their limits.
template <class E>
constexpr bool ends_at(E e, double at, double value, double first, double second) {
    return evaluate(e, u = at) == value && evaluate(diff(e, u), u = at) == first && evaluate(diff(e, u, u), u = at) == second && evaluate(hessian(e, wrt(u)), u = at)(u, u) == second;
}
static_assert(ends_at(1_c/expm1(u), 800, 0, 0, 0) && ends_at(1_c/expm1(u), -800, -1, 0, 0) && ends_at(pow<3>(u)/expm1(u), 800, 0, 0, 0) && ends_at(pow<3>(u)/expm1(u), -800, 512000000, -1920000, 4800));
static_assert(ends_at(1_c/sinh(u), 800, 0, 0, 0) && ends_at(1_c/sinh(u), -800, 0, 0, 0) && ends_at(cosh(u)/sinh(u), 800, 1, 0, 0) && ends_at(cosh(u)/sinh(u), -800, -1, 0, 0));
static_assert(ends_at(exp(u)/expm1(u), 800, 1, 0, 0) && ends_at(exp(u)/expm1(u), -800, 0, 0, 0) && ends_at(exp(u)/(exp(u) - 1_c), 800, 1, 0, 0) && ends_at(u/expm1(u), -800, 800, -1, 0));
static_assert(ends_at(log(exp(u) - 1_c), 800, 800, 1, 0) && ends_at(log(expm1(u)), 800, 800, 1, 0) && is_evaluated_as(log(exp(u) - 1_c), log(expm1(u))) && evaluate(diff(log(sinh(u)), u), u = 800.0) == 1);
static_assert(is_close(evaluate(log(exp(u) - 1_c), u = 1e-20), -46.051701859880914) && is_close(evaluate(log(exp(u) - exp(v)), u = 900.0, v = 899.0), 899.5413248546129) && is_close(evaluate(log(sinh(u)), u = 800.0), 799.3068528194401));
static_assert(is_close(evaluate(diff(1_c/expm1(u), u), u = 1.0), -0.9206735942077924, 1e-15) && is_close(evaluate(diff(log(3_c*exp(u) - 3_c), u), u = 1.0), 1.5819767068693265, 1e-15));

// Hill's function, of an activator and a repressor: as written, and where the powers leave the range.
constexpr auto hill = pow(u, v)/(pow(w, v) + pow(u, v));
constexpr auto repressed = pow(w, v)/(pow(w, v) + pow(u, v));
constexpr auto of_hill(auto e, double dose, double order) { return evaluate(outputs(e, diff(e, u), diff(e, v), diff(e, w), diff(e, u, u)), u = dose, v = order, w = 2.0); }
static_assert(of_hill(hill, 1e100, 4)[0_c] == 1 && of_hill(hill, 1e100, 4)[1_c] == 0 && of_hill(hill, 1e100, 4)[2_c] == 0 && of_hill(hill, 1e100, 4)[3_c] == 0 && of_hill(hill, 1e100, 4)[4_c] == 0);
static_assert(of_hill(hill, 0, 2)[0_c] == 0 && of_hill(hill, 0, 2)[1_c] == 0 && of_hill(hill, 0, 2)[2_c] == 0 && of_hill(hill, 0, 2)[3_c] == 0 && of_hill(hill, 0, 2)[4_c] == 0.5 && of_hill(hill, 0, 1)[1_c] == 0.5);
static_assert(of_hill(repressed, 1e100, 4)[0_c] == 0 && of_hill(repressed, 0, 1)[0_c] == 1 && of_hill(repressed, 0, 1)[1_c] == -0.5 && of_hill(repressed, 0, 1)[3_c] == 0 && of_hill(repressed, 0, 2)[4_c] == -0.5);
static_assert(is_close(of_hill(hill, 3, 2.5)[0_c], 0.7337363472028701, 1e-15) && is_close(of_hill(hill, 3, 2.5)[1_c], 0.1628060999968828, 4e-15) && is_close(of_hill(hill, 3, 2.5)[3_c], -0.24420914999532423, 4e-15));
static_assert(evaluate(diff(1_c/(1_c + pow(u/w, v)), v), u = 1e100, v = 4.0, w = 1.0) == 0 && evaluate(diff(1_c/(1_c + pow(u, v)), u), u = -3.0, v = 2.0) == 6.0/100);
static_assert(text(hill) == "u^v/(w^v + u^v)" || text(hill) == "u^v/(u^v + w^v)");

// Cross entropy.
constexpr auto entropy = -(v*log(sigmoid(u)) + (1_c - v)*log(1_c - sigmoid(u)));
static_assert(evaluate(entropy, u = 800.0, v = 1.0) == 0 && evaluate(diff(entropy, u), u = 800.0, v = 1.0) == 0 && evaluate(entropy, u = -800.0, v = 1.0) == 800 && evaluate(diff(entropy, u), u = -800.0, v = 1.0) == -1);
static_assert(evaluate(gradient(entropy, wrt(u, v)), u = 800.0, v = 1.0)[u] == 0 && evaluate(diff(entropy, u, u), u = 800.0, v = 1.0) == 0 && evaluate(log(sigmoid(u)), u = -200.0f) == -200);

static_assert(text(diff(entropy, u)) == "sigmoid(u) - v" && text(diff(entropy, u, u)) == "sigmoid(u)*(1 - sigmoid(u))");
constexpr auto of_layer = mean(-(v*log(sigmoid(w*u + k)) + (1_c - v)*log(1_c - sigmoid(w*u + k))));
static_assert(text(gradient(of_layer, wrt(w, k))[w]) == "mean(u*(sigmoid(u*w + k) - v))" && text(gradient(of_layer, wrt(w, k))[k]) == "mean(sigmoid(u*w + k) - v)");
static_assert(text(diff(-xlogy(v, sigmoid(u)) - xlogy(1_c - v, 1_c - sigmoid(u)), u)) == "sigmoid(u) - v");

// Kinks that evaluation looks through.
static_assert(slope(relu(log(u)), 0) == 0 && slope(relu(log(u)), 0.5) == 0 && slope(relu(log(u)), 2) == 0.5 && slope(relu(log(u)), 1) == 0);
constexpr auto huber = where(hypot(u, v) <= 1_c, pow<2>(hypot(u, v))/2_c, hypot(u, v) - 0.5_c);
static_assert(evaluate(diff(huber, u, u), u = 0.0, v = 0.0) == 1 && evaluate(diff(huber, u, v), u = 0.0, v = 0.0) == 0 && evaluate(hessian(huber, wrt(u, v)), u = 0.0, v = 0.0)(v, v) == 1);

// Large powers are divided in one step, which keeps what stands above beside what stands below.
static_assert(evaluate(pow<1000000>(exp(u)) / pow<1000000>(exp(u) + 1_c), u = 0.1) == 0);
static_assert(is_close(evaluate(pow<1000>(exp(u)) / pow<1003>(exp(u) + 1_c), u = 1.0), 1.742411812125551e-138, 1e-12));
static_assert(is_close(evaluate(pow<1003>(exp(u)) / pow<1000>(exp(u) + 1_c), u = 1.0), 1.799124281020603e-135, 1e-12));
static_assert(is_close(evaluate(pow<30>(exp(u)) * pow<25>(sinh(u)) / pow<30>(cosh(u)), u = 1.0), 1348905182.9547477, 1e-14));
static_assert(evaluate(1_c / pow<9000000000000000000>(cosh(u)), u = 1.0) == 0);
static_assert(evaluate(pow<30>(exp(u)) / pow<90>(exp(1000_c * v) + 1_c), u = 1.0, v = 1.0) == 0);

// Numbers that cannot be divided, or multiplied, exactly: the sum stays as it is.
constexpr auto of_many_digits = (0.000123456789_c * exp(u) + exp(v)) / (987654321.987_c * exp(u) + exp(v));
static_assert(is_close(evaluate(of_many_digits, u = 1.0, v = 2.0), 2.7523853409533982e-09, 1e-14));
static_assert(is_close(evaluate(diff(of_many_digits, u), u = 1.0, v = 2.0), -2.7522603333797245e-09, 1e-12));
constexpr auto of_most_digits = (0.123456789012345678_c * exp(u) + 1e-200_c * exp(v)) / (9.87654321098765432_c * exp(u) + 7.77777777777777771_c * exp(v) + 1_c);
static_assert(is_close(evaluate(of_most_digits, u = 1.0, v = 1.0), 0.006850261680991532, 1e-12));
static_assert(evaluate(diff(of_most_digits, u), u = 1.0, v = 1.0) > 0);
static_assert(is_close(evaluate(log(pow<5>(0.0123456789012345_c) * (exp(u) + 1_c)), u = 1000.0), 978.0277541816378));

}  // namespace
