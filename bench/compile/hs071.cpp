#include <leibniz/calculus.hpp>

// What Ipopt asks of problem 71 of Hock and Schittkowski: gradient, Jacobian and the Hessian of the Lagrangian, with their structure.
namespace problem {

using namespace leibniz;

constexpr symbols<"x", 4> x;
constexpr symbol<"s"> s;
constexpr symbols<"l", 2> l;
constexpr auto f = x[0_c]*x[3_c]*(x[0_c] + x[1_c] + x[2_c]) + x[2_c];
constexpr auto product = x[0_c]*x[1_c]*x[2_c]*x[3_c];
constexpr auto squares = pow<2>(x[0_c]) + pow<2>(x[1_c]) + pow<2>(x[2_c]) + pow<2>(x[3_c]);
constexpr auto slopes = nonzeros(jacobian(outputs(product, squares), wrt(x)));
constexpr auto second = nonzeros(lower(hessian(s*f + l[0_c]*product + l[1_c]*squares, wrt(x))));
static_assert(slopes.size == 8 && second.size == 10);

}  // namespace problem

void gradient_of(double const (&at)[4], double* out) { evaluate_into(out, gradient(problem::f, wrt(problem::x)), problem::x = at); }
void jacobian_of(double const (&at)[4], double* out) { evaluate_into(out, problem::slopes, problem::x = at); }
void hessian_of(double const (&at)[4], double factor, double const (&multipliers)[2], double* out) {
    evaluate_into(out, problem::second, problem::x = at, problem::s = factor, problem::l = multipliers);
}
