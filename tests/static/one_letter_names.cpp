// A program whose symbols are named by single letters: no name in the library's templates shadows them, though its headers
// are no system headers here.
#include <leibniz/algebra.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/notation.hpp>
using namespace leibniz;
inline constexpr symbol<"a"> a;
inline constexpr symbol<"b"> b;
inline constexpr symbol<"c"> c;
inline constexpr symbol<"d"> d;
inline constexpr symbol<"e"> e;
inline constexpr symbol<"f"> f;
inline constexpr symbol<"g"> g;
inline constexpr symbol<"h"> h;
inline constexpr symbol<"i"> i;
inline constexpr symbol<"j"> j;
inline constexpr symbol<"k"> k;
inline constexpr symbol<"l"> l;
inline constexpr symbol<"m"> m;
inline constexpr symbol<"n"> n;
inline constexpr symbol<"o"> o;
inline constexpr symbol<"p"> p;
inline constexpr symbol<"q"> q;
inline constexpr symbol<"r"> r;
inline constexpr symbol<"s"> s;
inline constexpr symbol<"t"> t;
inline constexpr symbol<"u"> u;
inline constexpr symbol<"v"> v;
inline constexpr symbol<"w"> w;
inline constexpr symbol<"x"> x;
inline constexpr symbol<"y"> y;
inline constexpr symbol<"z"> z;

constexpr auto model = exp(x)/(exp(x) + exp(y)) + hypot(x, y)*x/y + pow(x, y)/(x + y*z) + log(1_c + exp(z)) + abs(x)*x;

double value(double at);
double value(double at) {
    return evaluate(outputs(model, gradient(model, wrt(x, y, z)), diff(model, x, y)), x = at, y = 2.0, z = 0.5)[0_c];
}

static_assert(text(formula<"a*x + sin(b)/c">) == "a*x + sin(b)/c");
static_assert(!text(diff(model, x)).empty());

constexpr auto slopes = gradient(let<"H">(model), wrt(x, y));
static_assert(!text(shared(slopes)).empty() && !latex(shared(slopes)).empty() && !mathml(shared(slopes)).empty());
static_assert(!unicode(shared(jacobian(outputs(model, x), wrt(x, y)))).empty() && !python(shared(hessian(x*y, wrt(x, y)))).empty());
static_assert(equivalent(pow<2>(w + b), pow<2>(w) + 2_c*w*b + pow<2>(b)));
static_assert(!equivalent(w + b, w));
static_assert(equivalent(log(x*y), log(x) + log(y), x > 0_c && y > 1_c));
static_assert(!text(equivalent(log(x*y), log(x) + log(y))).empty());
static_assert(simplify(sqrt(pow<2>(x)), x >= 0_c) == x);
static_assert(text(collect(w*x + b*x + w, x)) == "x*(b + w) + w" && degree(x*x, x) == 2);
static_assert(text(apart(1_c/(pow<2>(x) - 1_c), x)) == "1/(2*(x - 1)) - 1/(2*(x + 1))" && text(factor(w*x + w*y)) == "w*(x + y)");
static_assert(text(together(1_c/x + 1_c/y)) == "(x + y)/(x*y)" && text(assumptions(substitute(x/x, x = y - 1_c))) == "y != 1");
static_assert(!text(shared(gradient(sigmoid(w*x + b)*sigmoid(w*x), wrt(w, b)))).empty() && operations(w*x).multiplications == 1);
