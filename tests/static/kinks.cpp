// Second derivatives at the kinks of abs, sign, max, min and hypot inside formulas that are smooth there: the limit.
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"z"> z;

constexpr bool is_close(double value, double expected, double tolerance = 2e-15) {
    double const off = value - expected, size = expected < 0 ? -expected : expected;
    return (off < 0 ? -off : off) <= tolerance * size;
}
template <class E>
constexpr double curvature(E e, double at) { return evaluate(diff<2>(e, x), x = at); }
/// Of a Hessian, whose products are formed in another order.
template <class E>
constexpr double shared_curvature(E e, double at) { return evaluate(hessian(e, wrt(x)), x = at)(x, x); }
template <class E>
constexpr bool bends(E e, double expected) {
    return evaluate(diff(e, x), x = 0.0) == 0 && is_close(curvature(e, 0), expected) && is_close(shared_curvature(e, 0), expected) &&
           is_close(curvature(e, 1e-12), expected, 1e-10) && is_close(curvature(e, -1e-12), expected, 1e-10);
}

// The correlations of Matern, of smoothness 3/2 and 5/2, as functions of a magnitude; of one that is written in other ways, and
// of all lengths: runtime/kinks.cpp.
template <class R>
constexpr auto matern3(R r) { return (1_c + sqrt(3_c)*r)*exp(-sqrt(3_c)*r); }
template <class R>
constexpr auto matern5(R r) { return (1_c + sqrt(5_c)*r + 5_c*pow<2>(x)/3_c)*exp(-sqrt(5_c)*r); }
template <class R>
constexpr auto sine_of(R r) { return r*sin(r); }
template <class R>
constexpr bool is_smooth_of(R r) { return bends(matern3(r), -3) && bends(matern5(r), -5.0/3) && bends(sine_of(r), 2) && bends(log(cosh(r)), 1) && bends(cos(2_c*r) + pow<3>(r), -4); }
static_assert(is_smooth_of(abs(x)));
static_assert(matern5(max(x, -x)) == matern5(abs(x)) && matern5(-min(x, -x)) == matern5(abs(x)) && matern5(sqrt(pow<2>(x))) == matern5(abs(x)) && matern5(x*sign(x)) == matern5(abs(x)));

// Of a difference, in whichever order it was written.
constexpr auto apart = (1_c + sqrt(5_c)*abs(x - y) + 5_c*pow<2>(x - y)/3_c)*exp(-sqrt(5_c)*abs(y - x));
static_assert(is_close(evaluate(diff(apart, x, x), x = 2.0, y = 2.0), -5.0/3) && is_close(evaluate(diff(apart, x, y), x = 2.0, y = 2.0), 5.0/3));
static_assert(is_close(evaluate(hessian(apart, wrt(x, y)), x = 2.0, y = 2.0)(y, x), 5.0/3) && max(x - y, y - x) == abs(x - y));

// The identities, and what they take for granted.
static_assert(pow<2>(sign(x)) == 1_c && pow<4>(sign(x)) == 1_c && pow<3>(sign(x)) == sign(x) && 1_c/sign(x) == sign(x) && canonical<decltype(pow<2>(sign(x)))>.condition_count == 1);
// Not of what may be 0 on a piece: there it is 0, and where one divides by it there is no value.
static_assert(text(pow<2>(sign(relu(x)))) == "sign(relu(x))^2" && evaluate(pow<2>(sign(relu(x))), x = -1.0) == 0 && evaluate(pow<4>(sign(x - abs(x))), x = 1.0) == 0);
static_assert(text(sign(relu(x))*(sign(relu(x)) + x)) == "x*sign(relu(x)) + sign(relu(x))^2");
static_assert(abs(x)*sign(x) == x && x*sign(x) == abs(x) && sign(x)/abs(x) == 1_c/x && pow<3>(x)*sign(x) == pow<3>(abs(x)));
static_assert(max(x, -x) == abs(x) && min(-x, x) == -abs(x) && max(x, -y) != abs(x) && max(x, 2_c*x) != abs(x));
static_assert(sign(x)*(x + 3_c*sign(x)*y) == abs(x) + 3_c*y && sign(x)*(x + 1_c) != abs(x) + 1_c && sign(x)*sign(y) != 1_c);
static_assert(text(diff<2>(abs(x)*sin(abs(x)), x)) == "2*cos(abs(x)) - abs(x)*sin(abs(x))");

// A formula with a kink of its own keeps what the table says of it.
static_assert(evaluate(diff(abs(x), x), x = 0.0) == 0 && curvature(abs(x), 0) == 0 && evaluate(diff(exp(-abs(x)), x), x = 0.0) == 0 && evaluate(sign(x)*(x + 1_c), x = 0.0) == 0);
static_assert(curvature(pow<3>(abs(x)), 0) == 0 && curvature(x*abs(x), 0) == 0 && evaluate(diff(max(x, 0_c), x), x = 0.0) == 0.5);

// Cube roots of cubes.
static_assert(cbrt(pow<3>(x)) == x && pow<3>(cbrt(x)) == x && pow<-6>(cbrt(x)) == pow<-2>(x));
static_assert(evaluate(diff(cbrt(pow<3>(sin(x))), x), x = 0.0) == 1);
constexpr auto huber = sqrt(1_c + pow<2>(hypot(x, y))) - 1_c;
static_assert(evaluate(diff(huber, x, x), x = 0.0, y = 0.0) == 1 && evaluate(diff(huber, x, y), x = 0.0, y = 0.0) == 0);
static_assert(evaluate(hessian(exp(-pow<2>(hypot(x, y))), wrt(x, y)), x = 0.0, y = 0.0)(x, x) == -2);

// Of very unlike operands a hypotenuse keeps its digits; at its centre the second derivative has no value.
static_assert(text(diff<2>(hypot(x, y), x)) == "y^2/hypot(x, y)^3" && text(hessian(hypot(x, y), wrt(x, y))(x, y)) == "-x*y/hypot(x, y)^3");
static_assert(is_close(evaluate(diff(hypot(x, y), x, x), x = 1e8, y = 1e-8), 1e-40) && is_close(evaluate(diff(hypot(x, y), x, x), x = 1e-8, y = 1e8), 1e-8));
static_assert(is_close(evaluate(hessian(5_c*hypot(x, y), wrt(x, y)), x = 1e8, y = 1e-8)(x, x), 5e-40) && is_close(evaluate(diff(exp(hypot(x, y)), x, x), x = 1e-9, y = 1.0), 2.718281828459045));
static_assert(is_close(evaluate(diff(hypot(x, y, z), x, x), x = 1e8, y = 1e-8, z = 1e-8), 2e-40) && is_close(evaluate(diff(hypot(x, y, z), z, z), x = 1e-8, y = 1e-8, z = 1e8), 2e-40));
// What is smooth as a whole has a limit there, of whatever the length is made: the sum of all parts that divide by it vanishes
// with it, f(r)/r of an odd function f is f'(0), and r^2 is the sum of squares.
template <class R>
constexpr auto matern5_of(R r) { return (1_c + sqrt(5_c)*r + 5_c*pow<2>(r)/3_c)*exp(-sqrt(5_c)*r); }
template <class E>
constexpr bool bends_alike(E e, double expected) {
    return evaluate(diff(e, x), x = 0.0, y = 0.0) == 0 && is_close(evaluate(diff(e, x, x), x = 0.0, y = 0.0), expected) && evaluate(diff(e, x, y), x = 0.0, y = 0.0) == 0 &&
           is_close(evaluate(hessian(e, wrt(x, y)), x = 0.0, y = 0.0)(y, y), expected) && is_close(evaluate(diff(e, x, x), x = 6e-9, y = 8e-9), expected, 1e-7);
}
constexpr auto length = hypot(x, y);
constexpr auto root = sqrt(pow<2>(x) + pow<2>(y));
static_assert(bends_alike(matern3(length), -3) && bends_alike(matern5_of(root), -5.0/3) && evaluate(diff(root, x), x = 0.0, y = 0.0) == 0);
static_assert(bends_alike((3_c + 3_c*root + pow<2>(x) + pow<2>(y))*exp(-root), -1) && is_close(evaluate(diff(matern3(hypot(x/2_c, 3_c*y)), x, x), x = 0.0, y = 0.0), -0.75));
static_assert(is_close(evaluate(diff(matern3(sqrt(pow<2>(x - z) + pow<2>(y - z))), x, z), x = 2.0, y = 2.0, z = 2.0), 3));
static_assert(text(diff(pow<2>(length - 1_c)/2_c, x)) == "x*(hypot(x, y) - 1)/hypot(x, y)");
constexpr bool is_no_number(double value) { return value != value; }
static_assert(is_no_number(evaluate(diff(hypot(x, y), x, x), x = 0.0, y = 0.0)) && evaluate(diff(hypot(x, y), x, x), x = infinity, y = 4.0) == 0);
static_assert(is_no_number(evaluate(diff(root, x, x), x = 0.0, y = 0.0)) && is_no_number(evaluate(diff(exp(-length), x, x), x = 0.0, y = 0.0)) &&
              is_no_number(evaluate(diff(matern3(length), x, x, x), x = 0.0, y = 0.0)));

}  // namespace
