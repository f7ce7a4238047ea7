// Derivatives of high order, whose integer coefficients leave 64 bits, within the default limits of the compilers; their values
// were computed with 100 digits (mpmath).
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"x"> x;

template <int Order>
constexpr bool is_close(auto model, double at, double right, double tolerance) {
    double const value = evaluate(diff<Order>(model, x), x = at), off = value - right;
    return (off < 0 ? -off : off) <= tolerance * (right < 0 ? -right : right);
}

static_assert(is_close<10>(1_c / (1_c + 25_c * pow<2>(x)), 0.125, -5722996976271.7616, 1e-12));
static_assert(is_close<21>(tanh(x), 0.5, 1505877216373570.3, 1e-9) && is_close<23>(tanh(x), 0.5, -1.4098960338957265e17, 1e-9));
static_assert(is_close<26>(exp(-pow<2>(x)), 0.5, 50328632144257854.0, 1e-11));

}  // namespace
