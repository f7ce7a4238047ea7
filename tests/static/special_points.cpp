// Zeros, kinks and arguments far out: values and derivatives are the limits where there are any, else what the blocks
// state as convention.
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"u"> u;
constexpr symbol<"v"> v;
constexpr symbol<"w"> w;

template <class E>
constexpr double at(E e, double point) { return evaluate(e, u = point); }
template <class E>
constexpr double slope(E e, double point) { return evaluate(diff(e, u), u = point); }

constexpr double tiny = 1e-310;
constexpr bool is_no_number(double value) { return value != value; }

// The length of nothing grows in no direction.
static_assert(evaluate(hypot(u, v), u = 0.0, v = 0.0) == 0);
static_assert(evaluate(diff(hypot(u, v), u), u = 0.0, v = 0.0) == 0 && evaluate(diff(hypot(u, v), v), u = 0.0, v = 0.0) == 0);
static_assert(evaluate(gradient(3_c*hypot(u - v, v) + u, wrt(u, v)), u = 0.0, v = 0.0)[u] == 1);
static_assert(evaluate(diff(exp(hypot(u, v, u)), v), u = 0.0, v = 0.0) == 0);
static_assert(evaluate(diff(log1p(hypot(u, v)), u), u = 0.0, v = 0.0) == 0 && evaluate(gradient(log1p(hypot(u, v)), wrt(u, v)), u = 0.0, v = 0.0)[v] == 0);
static_assert(evaluate(diff(log1p(hypot(u, v)), u), u = 3.0, v = 4.0) == 0.6/6 && is_no_number(evaluate(diff(log(hypot(u, v)), u), u = 0.0, v = 0.0)));
static_assert(evaluate(diff(hypot(u, v), u), u = 0.0, v = 2.0) == 0 && evaluate(diff(hypot(u, v), u), u = -3.0, v = 4.0) == -0.6);
// Of a power of variable exponent, whose rule multiplies 0 by the logarithm of 0.
static_assert(evaluate(diff(atan2(pow(u, v), w), v), u = 0.0, v = 2.0, w = 1.0) == 0);
static_assert(evaluate(diff(hypot(pow(u, v), w), v, v), u = 0.0, v = 2.0, w = 1.0) == 0 && evaluate(diff(hypot(pow(u, v), w), u, v), u = 0.0, v = 2.0, w = 1.0) == 0);
// A square forgets the magnitude, and so its kink.
static_assert(evaluate(diff<2>(pow<2>(abs(u)), u), u = 0.0) == 2 && evaluate(diff<2>(exp(-pow<2>(abs(u))), u), u = 0.0) == -2);
static_assert(operations(diff(hypot(u, v), u)).divisions == 1 && operations(diff(hypot(u, v), u)).functions == 1);

// No square of a length overflows or vanishes.
constexpr bool is_close(double value, double expected) { return value - expected < 8e-16*expected && expected - value < 8e-16*expected; }
constexpr bool has_right_slopes(double scale) {
    auto const h = evaluate(hessian(hypot(u, v), wrt(u, v)), u = 3*scale, v = 4*scale);
    return is_close(evaluate(diff(hypot(u, v), u), u = 3*scale, v = 4*scale), 0.6) && is_close(evaluate(diff(atan2(u, v), u), u = 3*scale, v = 4*scale)*scale, 0.16) &&
           is_close(-evaluate(diff(atan2(u, v), v), u = 3*scale, v = 4*scale)*scale, 0.12) && is_close(evaluate(diff<2>(hypot(u, v), u), u = 3*scale, v = 4*scale)*scale, 0.128) &&
           is_close(-evaluate(diff(hypot(u, v), u, v), u = 3*scale, v = 4*scale)*scale, 0.096) &&
           is_close(h(u, u)*scale, 0.128) && is_close(-h(u, v)*scale, 0.096) && is_close(h(v, v)*scale, 0.072);
}
static_assert(has_right_slopes(1) && has_right_slopes(1e-200) && has_right_slopes(1e200));
constexpr bool has_right_curvature(double scale) {
    auto const h = evaluate(hessian(5_c*atan2(u, v)/2_c, wrt(u, v)), u = 3*scale, v = 4*scale);
    return is_close(-evaluate(diff<2>(atan2(u, v), u), u = 3*scale, v = 4*scale)*scale*scale, 0.0384) && is_close(-h(u, u)*scale*scale, 0.096) && is_close(h(v, v)*scale*scale, 0.096);
}
static_assert(has_right_curvature(1) && has_right_curvature(1e-150) && has_right_curvature(1e150));

// Roots of powers are smooth where the power is.
static_assert(slope(sqrt(pow<4>(u)), 0) == 0 && slope(sqrt(pow<4>(u)), -3) == -6 && slope(pow(pow<6>(u), 0.5_c), -2) == -12);
static_assert(sqrt(pow<4>(u)) == pow<2>(u) && pow(pow<4>(u), 0.25_c) == abs(u) && sqrt(pow<6>(u)) == pow<3>(abs(u)) && pow(pow<-2>(u), 0.5_c) == 1_c/abs(u));
static_assert(pow(pow<2>(u), 1.5_c) == pow<3>(abs(u)) && sqrt(pow<3>(u)) != pow(abs(u), 1.5_c) && cbrt(pow<2>(u)) != u);

// What merely looks like it is no number: another divisor, another numerator, another factor that is infinite.
static_assert(is_no_number(evaluate(sin(u)/(u*hypot(v, 3_c)), u = 0.0, v = 4.0)) && is_no_number(evaluate(u/(v*hypot(u, 3_c)), u = 0.0, v = 0.0)));
static_assert(is_no_number(evaluate(sqrt(u)/hypot(u, v), u = 0.0, v = 0.0)));
static_assert(is_no_number(evaluate(pow(u, v)*tgamma(u), u = 0.0, v = 1.0)));
static_assert(is_no_number(evaluate(diff(pow(pow<3>(u), v), u), u = 0.0, v = 0.25)));

// The negative of a complement keeps its digits, too.
static_assert(slope(-log(sigmoid(u)), 40) < -4.2e-18 && slope(-log(sigmoid(u)), 40) > -4.3e-18 && at(sigmoid(u) - 1_c, 40) == -at(1_c - sigmoid(u), 40));
static_assert(at(3_c - 3_c*sigmoid(u), 40) == 3*at(1_c - sigmoid(u), 40) && at(sigmoid(u)/2_c - 0.5_c, 40) == -at(1_c - sigmoid(u), 40)/2);
static_assert(at(5_c - 5_c*pow<2>(tanh(u)), 20) == 5*slope(tanh(u), 20));
static_assert(slope(-tanh(u), 20) == -slope(tanh(u), 20) && slope(tanh(u), 20) > 1e-17);

// Kinks.
static_assert(slope(abs(u), 0) == 0 && slope(sign(u), 0) == 0 && slope(relu(u), 0) == 0 && slope(leaky_relu(u), 0) == 0.01);
static_assert(slope(elu(u), 0) == 1 && at(diff<2>(elu(u), u), 0) == 0.5 && at(step(u), 0) == 1 && slope(step(u), 0) == 0);
static_assert(slope(max(u, 1_c), 1) == 0.5 && slope(min(u, 1_c), 1) == 0.5 && slope(clamp(u, 0_c, 1_c), 1) == 1 && slope(clamp(u, 0_c, 1_c), 0) == 1);
// The operand of max, min and clamp that is not taken may have an infinite slope.
static_assert(slope(max(log(u), -5_c), 0) == 0 && slope(max(-5_c, log(u)), 0) == 0 && slope(min(1_c/u, 3_c), 0) == 0 && slope(min(3_c, -log(u)), 0) == 0);
static_assert(slope(clamp(log(u), -1_c, 1_c), 0) == 0 && slope(clamp(1_c, log(u), 2_c), 0) == 0 && slope(clamp(1_c, 0_c, 1_c/u), 0) == 0 && slope(max(u, log(u), sqrt(u)), 0) > 0);
static_assert(at(diff<2>(pow<2>(max(log(u), -5_c)), u), 0) == 0 && evaluate(gradient(v*max(log(u), -5_c), wrt(u, v)), u = 0.0, v = 2.0)[u] == 0);
static_assert(slope(asech(max(u, 1_c)), 0.5) == 0 && slope(sqrt(min(u, 0_c)), 0.5) == 0 && slope(max(log(u), -5_c), 2) == 0.5 && slope(max(pow<2>(u), 3_c*u), 3) == 4.5);
static_assert(evaluate(gradient(clamp(u, v, 2_c*v), wrt(u, v)), u = 1.0, v = 3.0)[v] == 1 && evaluate(gradient(clamp(u, v, 2_c*v), wrt(u, v)), u = 7.0, v = 3.0)[v] == 2);

static_assert(evaluate(xlogy(u, v), u = 0.0, v = 0.0) == 0);

// Activations far out: neither overflow nor 0 times infinity.
static_assert(at(sigmoid(u), 800) == 1 && at(sigmoid(u), -800) == 0 && slope(sigmoid(u), 800) == 0 && slope(sigmoid(u), -800) == 0);
static_assert(at(softplus(u), 800) == 800 && at(softplus(u), -800) == 0 && slope(softplus(u), 800) == 1 && slope(softplus(u), -800) == 0);
static_assert(at(silu(u), 800) == 800 && at(silu(u), -800) == 0 && slope(silu(u), 800) == 1 && slope(silu(u), -800) == 0);
static_assert(at(gelu(u), 800) == 800 && at(gelu(u), -800) == 0 && slope(gelu(u), 800) == 1 && slope(gelu(u), -800) == 0);
static_assert(at(elu(u), 800) == 800 && at(elu(u), -800) == -1 && slope(elu(u), 800) == 1 && slope(elu(u), -800) == 0);
static_assert(at(tanh(u), 800) == 1 && slope(tanh(u), 800) == 0 && at(sech(u), 800) == 0 && slope(sech(u), -800) == 0 && at(csch(u), 800) == 0);
static_assert(at(erf(u), 800) == 1 && slope(erf(u), -800) == 0 && at(erfc(u), 800) == 0 && at(erfc(u), -800) == 2);

// Infinite arguments.
static_assert(at(sigmoid(u), infinity) == 1 && at(softplus(u), infinity) == infinity && at(softplus(u), -infinity) == 0);
static_assert(at(silu(u), infinity) == infinity && at(silu(u), -infinity) == 0 && at(gelu(u), infinity) == infinity && at(gelu(u), -infinity) == 0);
static_assert(at(exp(u), -infinity) == 0 && at(expm1(u), -infinity) == -1 && at(log(u), infinity) == infinity && at(atan(u), infinity) > 1.57);
static_assert(evaluate(hypot(u, v), u = infinity, v = 1.0) == infinity && evaluate(max(u, v), u = -infinity, v = 1.0) == 1);

static_assert(slope(gelu(u), infinity) == 1 && slope(gelu(u), -infinity) == 0 && slope(silu(u), infinity) == 1 && slope(silu(u), -infinity) == 0);
static_assert(evaluate(gradient(gelu(u) + silu(u), wrt(u)), u = infinity)[u] == 2 && at(diff<2>(erf(u), u), infinity) == 0);

static_assert(is_close(slope(erf(cbrt(u)), 8), 0.001722248779507671) && is_close(slope(sigmoid(exp(u)), 0), 0.19661193324148185));  // of functions, too

// The digits of small results are all there.
static_assert(at(silu(u), -740) == -0x0.000000000f512p-1022);  // of exp(-740) itself a tenth of them
static_assert(at(gelu(u), -30) > -0x1.601c52358b963p-651 && at(gelu(u), -30) < -0x1.601c52358b957p-651);
static_assert(at(sin(u), tiny) == tiny && at(tanh(u), tiny) == tiny && at(expm1(u), tiny) == tiny && at(log1p(u), tiny) == tiny);
static_assert(at(acsch(u), -0.0) == -infinity && at(acsch(u), 0.0) == infinity && at(acsch(u), -1e-40) == -at(acsch(u), 1e-40));
static_assert(at(sqrt(u), 0) == 0 && at(cbrt(u), 0) == 0 && at(asinh(u), tiny) == tiny && at(relu(u), tiny) == tiny && at(gelu(u), tiny) == tiny/2);

}  // namespace
