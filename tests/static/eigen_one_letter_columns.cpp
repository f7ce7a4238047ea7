// Columns and accumulators with symbols named by single letters: no name in the library's templates shadows them.
#include <leibniz/eigen/accumulator.hpp>
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

constexpr auto model = mean(pow<2>(w*exp(x) + b - y)) + w*b;

double value(Eigen::ArrayXd const& xs, Eigen::VectorXf const& ys);
double value(Eigen::ArrayXd const& xs, Eigen::VectorXf const& ys) {
    auto total = accumulator(outputs(model, gradient(model, wrt(w, b))));
    total.add(w = 0.5, b = 1.0, x = xs, y = ys);
    total += accumulator(outputs(model, gradient(model, wrt(w, b))), total.bytes());
    return total.value()[0_c];
}
