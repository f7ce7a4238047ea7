// Hessians times vectors, second derivatives along lines, fields, implicit functions, Taylor polynomials.
#include <leibniz/calculus.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"u"> u;
constexpr symbol<"v"> v;

// H*v, by symbol and in the order of wrt.
constexpr auto e = pow<3>(w) * x + pow<2>(x) * y;
constexpr auto p = hvp(e, wrt(w, x), u, v);
constexpr auto h = hessian(e, wrt(w, x));
static_assert(p.size == 2 && p[w] == u * h(w, w) + v * h(w, x) && p[x] == u * h(x, w) + v * h(x, x) && p.get<0>() == p[w]);
static_assert(hvp(w * x, wrt(w, x), 0_c, 1_c)[w] == 1_c && hvp(w + x, wrt(w, x), u, v)[x] == 0_c);
static_assert(text(p[w]) == "6*u*w*x + 3*v*w^2");

// The vector is constant, whatever it is made of.
static_assert(hvp(pow<2>(w) * x, wrt(w, x), w, x)[x] == 2_c * w * stop_gradient(w));
static_assert(evaluate(hvp(pow<2>(w) * x, wrt(w, x), w, x), w = 3, x = 5)[w] == 2 * 5 * 3 + 2 * 3 * 5);

// A variable that is named twice moves with both of its entries, as in `jvp`.
static_assert(hvp(pow<3>(w) * x, wrt(w, w), 1_c, 2_c).get<1>() == 18_c * w * x);
static_assert(second_directional_derivative(pow<3>(w) * x, wrt(w, w), 1_c, 1_c) == 24_c * w * x);

// Families, and the cost: about two sweeps, whatever the number of variables.
constexpr symbols<"t", 6> t;
constexpr symbols<"d", 6> d;
constexpr auto chain = t.unpack([](auto... each) { return sin((... * each)); });
constexpr auto of_chain = hvp(chain, wrt(t), d);
static_assert(of_chain.size == 6);
static_assert(operations(of_chain).calls("sin") == 1 && operations(of_chain).calls("cos") == 1);
static_assert(operations(of_chain).multiplications < operations(hessian(chain, wrt(t))).multiplications);

// v'*H*v
static_assert(second_directional_derivative(e, wrt(w, x), u, v) == u * u * h(w, w) + 2_c * u * v * h(w, x) + v * v * h(x, x));
static_assert(second_directional_derivative(w * x, wrt(w, x), 1_c, 1_c) == 2_c && second_directional_derivative(w, wrt(w, x), u, v) == 0_c);
static_assert(second_directional_derivative(e, wrt(w), 1_c) == diff<2>(e, w));
constexpr auto two = second_directional_derivative(outputs(exp(u * w), w * w), wrt(w), v);
static_assert(two[0_c] == pow<2>(u * v) * exp(u * w) && two[1_c] == 2_c * pow<2>(v));

// The Laplacian of 1/r vanishes in space, that of log(r) in the plane.
static_assert(laplacian(pow<2>(w) + pow<2>(x) + pow<2>(y), wrt(w, x, y)) == 6_c && laplacian(w * x, wrt(w, x)) == 0_c);
static_assert(laplacian(e, wrt(w)) == diff<2>(e, w));
static_assert(divergence(outputs(w, x, y), wrt(w, x, y)) == 3_c && divergence(outputs(-x, w), wrt(w, x)) == 0_c);
static_assert(divergence(outputs(diff(e, w), diff(e, x)), wrt(w, x)) == laplacian(e, wrt(w, x)));

// dy/dx of an equation: the circle, the folium of Descartes, an explicit function.
static_assert(implicit(pow<2>(x) + pow<2>(y) - 1_c, y, x) == -(x / y));
static_assert(implicit(pow<3>(x) + pow<3>(y) - 3_c * w * x * y, y, x) == -((3_c * pow<2>(x) - 3_c * w * y) / (3_c * pow<2>(y) - 3_c * w * x)));
static_assert(implicit(y - sin(w * x), y, x) == w * cos(w * x) && implicit<2>(y - sin(w * x), y, x) == -pow<2>(w) * sin(w * x));
static_assert(implicit<2>(pow<2>(x) + pow<2>(y) - 1_c, y, x) == -(pow<2>(x) / pow<3>(y)) - 1_c / y);

// Taylor polynomials: at 0, at another number, at a symbol; order 0.
static_assert(taylor<4>(exp(x), x, 0_c) == 1_c + x + pow<2>(x) / 2_c + pow<3>(x) / 6_c + pow<4>(x) / 24_c);
static_assert(taylor<5>(sin(x), x, 0_c) == x - pow<3>(x) / 6_c + pow<5>(x) / 120_c);
static_assert(text(taylor<3>(log(x), x, 1_c)) == "(x - 1)^3/3 - (x - 1)^2/2 + x - 1");
static_assert(taylor<1>(exp(w * x), x, u) == exp(u * w) + w * exp(u * w) * (x - u) && taylor<0>(exp(x), x, 0_c) == 1_c);
static_assert(taylor<2>(w * x, x, 0_c) == w * x);
// Where a derivative is that of both sides, a kink of a later one does no harm.
static_assert(evaluate(taylor<1>(x * abs(x), x, 0_c), x = 3.0) == 0 && evaluate(taylor<2>(x * x * abs(x), x, 0_c), x = 3.0) == 0);
static_assert(taylor<1>(abs(x), x, w) == abs(w) + sign(w) * (x - w) && evaluate(taylor<2>(abs(x), x, 2_c), x = 3.0) == 3);
static_assert(taylor<1>(1_c / (w + x), x, 0_c) == 1_c / w - x / pow<2>(w));

}  // namespace
