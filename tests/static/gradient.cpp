// Gradients, Hessians, Jacobians and their products with vectors, as formulas.
#include "../runtime/gradient_models.hpp"

#include <boost/hana/fold.hpp>
#include <boost/hana/for_each.hpp>
#include <boost/hana/unpack.hpp>

#include <tuple>
#include <utility>

using namespace leibniz;
namespace hana = boost::hana;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"z"> z;
constexpr column<"c"> c;
constexpr column<"d"> d;

/// Each entry of the gradient is the formula that diff derives, and is written alike.
template <class E, class... V>
constexpr bool agrees(E e, V... v) {
    constexpr auto g = gradient(E{}, wrt(V{}...));
    return ((g[v] == diff(e, v)) && ...) && ((text(g[v]) == text(diff(e, v))) && ...);
}

// g[w] is diff(e, w).
static_assert(agrees(w, w));
static_assert(agrees(x, w));
static_assert(agrees(3_c, w, b));
static_assert(agrees(w * x + b, w, b, x));
static_assert(agrees(pow<2>(w * x + b - y), w, b, x, y));
static_assert(agrees((w * x - y) * (w * x - y), w, x));
static_assert(agrees(w / x / b, w, x, b));
static_assert(agrees(pow(w, b), w, b));
static_assert(agrees(pow(w, x * b) + pow<-3>(w), w, b, x));
static_assert(agrees(exp(w * x) * sin(b * x) / (1_c + pow<2>(x)), w, b, x));
static_assert(agrees(log(w * x + b) - sqrt(w), w, b, x));
static_assert(agrees(tanh(w * tanh(b * x)), w, b, x));
static_assert(agrees(sigmoid(w * sigmoid(b * x) + b) * sigmoid(b * x), w, b, x));
static_assert(agrees(cos(w) * cos(w) + sin(w) * sin(w), w));
static_assert(agrees(let<"h">(w * x) * let<"h">(w * x), w, x));
static_assert(agrees(sum(pow<2>(w * x + b - y)), w, b));
static_assert(agrees(mean(exp(w * x)) / mean(pow<2>(x)) + w * sum(b), w, b));
static_assert(agrees(log(sum(exp(w * x))), w));
static_assert(agrees(stop_gradient(w) * w + stop_gradient(b), w, b));
static_assert(agrees(mean(pow<2>(c - w)), w, c));
static_assert(agrees(diff(exp(w * x), w), w, x));

template <int... N>
constexpr bool random_models_agree(std::integer_sequence<int, N...>) {
    return (agrees(drawn::number<N>, drawn::p, drawn::q, drawn::x) && ...);
}
static_assert(random_models_agree(std::make_integer_sequence<int, 8>{}));

constexpr auto loss = pow<2>(w * x + b - y);
constexpr auto g = gradient(loss, wrt(w, b));
static_assert(text(g[w]) == "2*x*(w*x + b - y)");
static_assert(text(g[b]) == "2*(w*x + b - y)");
static_assert(evaluate(g, w = 3, b = 1, x = 2, y = 4)[w] == 12);
static_assert(evaluate(g, w = 3, b = 1, x = 2, y = 4)[b] == 6);

// The order of wrt is the order of the entries; an index is a symbol, wherever it stands.
static_assert(gradient(loss, wrt(b, w))[w] == g[w]);
static_assert(gradient(loss, wrt(b, w)).get<1>() == g.get<0>());
static_assert(gradient(loss, wrt(x, w, y))[y] == -1_c * g[b]);

// wrt takes symbols, families and lists of them.
constexpr symbols<"t", 3> t;
static_assert(std::is_same_v<decltype(wrt(w, t, b)), decltype(wrt(w, t[0_c], t[1_c], t[2_c], b))>);
static_assert(std::is_same_v<decltype(wrt(wrt(w, b), x)), decltype(wrt(w, b, x))>);
static_assert(gradient(t[0_c] * pow<3>(t[2_c]), wrt(t))[t[2_c]] == 3_c * t[0_c] * pow<2>(t[2_c]));
static_assert(gradient(t[0_c] * pow<3>(t[2_c]), wrt(t))[t[1_c]] == 0_c);

// Records of formulas: size, get, structured bindings, the algorithms of Boost.Hana.
static_assert(g.size == 2 && std::tuple_size_v<std::remove_const_t<decltype(g)>> == 2);
static_assert(std::tuple_size_v<decltype(g)> == 2);  // const as well, for structured bindings of a constexpr gradient
constexpr bool bound_by_structure() {
    auto const [by_w, by_b] = g;
    return by_w == diff(loss, w) && by_b == diff(loss, b);
}
static_assert(bound_by_structure());
static_assert(hana::unpack(g, [](auto by_w, auto by_b) { return by_w == x * by_b; }));
static_assert(evaluate(hana::fold(g, 0_c, [](auto total, auto each) { return total + each; }), w = 3, b = 1, x = 2, y = 4) == 18);
constexpr int counted() {
    int count = 0;
    hana::for_each(g, [&](auto each) { count += depends_on(each, y) ? 1 : 0; });
    return count;
}
static_assert(counted() == 2);

// Hessians: symmetric, each entry the second derivative.
template <class E, class V, class W>
constexpr bool second(E e, V v, W u) {
    constexpr auto h = hessian(E{}, wrt(V{}, W{}));
    return h(v, u) == h(u, v) && h(v, v) == diff(e, v, v) && h(u, u) == diff(e, u, u) && h(v, u) == diff(e, v, u) && h(v, u) == diff(e, u, v);
}
static_assert(second(loss, w, b));
static_assert(second(loss, x, w));
static_assert(second(pow<3>(w) * pow<2>(b) + w * b, w, b));
static_assert(second(exp(w * x), w, x));
static_assert(second(w * sin(b), w, b));
static_assert(second(w + b, w, b));
constexpr auto h = hessian(loss, wrt(w, b));
static_assert(h(w, w) == 2_c * pow<2>(x) && h(w, b) == 2_c * x && h(b, b) == 2_c);
static_assert(evaluate(h, x = 3)(w, w) == 18 && evaluate(h, x = 3)(b, w) == 6 && evaluate(h, x = 3)(b, b) == 2);

// Jacobians: by output and symbol.
constexpr auto pair = outputs(x * y, x + pow<2>(z));
constexpr auto j = jacobian(pair, wrt(x, y, z));
static_assert(j(0_c, x) == y && j(0_c, y) == x && j(0_c, z) == 0_c);
static_assert(j(1_c, x) == 1_c && j(1_c, y) == 0_c && j(1_c, z) == 2_c * z);
static_assert(evaluate(j, x = 2, y = 3, z = 4)(1_c, z) == 8 && evaluate(j, x = 2, y = 3, z = 4)(0_c, x) == 3);
static_assert(jacobian(outputs(g[w], g[b]), wrt(w, b))(1_c, w) == h(b, w));

// jvp: the directional derivative of each output; vjp: the combination of all outputs' gradients.
constexpr symbol<"u"> u;
constexpr symbol<"v"> v;
static_assert(jvp(pair, wrt(x, y, z), 1_c, 2_c, 4_c)[0_c] == y + 2_c * x);
static_assert(jvp(pair, wrt(x, y, z), 1_c, 2_c, 4_c)[1_c] == 1_c + 8_c * z);
static_assert(jvp(pair, wrt(z, x), u, v)[1_c] == v + 2_c * z * u);
static_assert(jvp(pair, wrt(z, x), x * y, z)[0_c] == y * z);
static_assert(jvp(pair, wrt(z, x), x * y, z)[1_c] == z + 2_c * z * x * y);
static_assert(vjp(pair, wrt(x, y, z), u, v)[x] == u * y + v);
static_assert(vjp(pair, wrt(x, y, z), u, v)[z] == 2_c * v * z);
static_assert(vjp(pair, wrt(x, y, z), 3_c, 5_c)[y] == 3_c * x);
// A cotangent that mentions a wanted symbol is a value all the same: it is not differentiated.
static_assert(evaluate(vjp(outputs(x * y), wrt(x, y), x), x = 3.0, y = 5.0)[x] == 15);
static_assert(evaluate(vjp(outputs(x * y), wrt(x, y), x), x = 3.0, y = 5.0)[y] == 9);
static_assert(evaluate(vjp(outputs(pow<2>(x), x), wrt(x), pow<2>(x), 7_c), x = 3.0)[x] == 61);
static_assert(evaluate(jvp(outputs(x * y), wrt(x, y), x, x * y), x = 3, y = 5)[0_c] == 3 * 5 + 15 * 3);

// Columns, entry by entry.
static_assert(diff(sum(pow<2>(c)), c) == 2_c * c);
static_assert(text(diff(mean(3_c * pow<2>(c + 2_c)), c)) == "6*(c + 2)/sum(1)");
static_assert(diff(sum(c * d), c) == d && diff(sum(c * d), d) == c);
static_assert(diff(pow<2>(sum(c)), c) == 2_c * sum(c));
static_assert(diff(sum(w * c), c) == w);
static_assert(diff(log(sum(exp(c))), c) == exp(c) / sum(exp(c)));
static_assert(diff(exp(c), c) == exp(c));
static_assert(diff(sum(c), w) == 0_c && diff(c, w) == 0_c && diff(sum(w), c) == 0_c);

// What a model depends on is seen in its canonical form.
static_assert(depends_on(w * x, w) && !depends_on(w * x, b));
static_assert(!depends_on(w * x - x * w, w) && !depends_on(0_c * w, w));
static_assert(!depends_on(gradient(w * x + b * y, wrt(w, b))[w], y));
static_assert(depends_on(g, w) && !depends_on(gradient(w * x, wrt(w)), w) && depends_on(outputs(w, x), x));
static_assert(depends_on(sum(c), c) && !depends_on(sum(c), symbol<"c">{}));
static_assert(depends_on(stop_gradient(w), w));  // the value does, its derivative is 0

// stop_gradient: the value stays, the derivative does not pass.
static_assert(diff(w * stop_gradient(w * x), w) == stop_gradient(w * x));
static_assert(diff(stop_gradient(exp(w)), w) == 0_c && diff(stop_gradient(exp(w)), w, w) == 0_c);
static_assert(evaluate(stop_gradient(w * x) + w, w = 2.0, x = 3.0) == 8);
static_assert(gradient(loss + stop_gradient(loss), wrt(w, b))[b] == g[b]);

// Everything is derived together: outputs nest, and results come back in the order given.
constexpr auto all = outputs(loss, g, outputs(h, w * x), j(0_c, x));
constexpr auto r = evaluate(all, w = 3, b = 1, x = 2, y = 4);
static_assert(r[0_c] == 9 && r[1_c][w] == 12 && r[1_c][b] == 6);
static_assert(r[2_c][0_c](w, b) == 4 && r[2_c][1_c] == 6 && r[3_c] == 4);
static_assert(all[1_c][w] == g[w] && all[2_c][1_c] == w * x);

constexpr bool results_bound_by_structure() {
    auto const [value, slopes, nested, last] = r;
    auto const [by_w, by_b] = slopes;
    return value == 9 && by_w == 12 && by_b == 6 && nested[1_c] == 6 && last == 4;
}
static_assert(results_bound_by_structure());
static_assert(hana::fold(r[1_c], 0, [](int total, int each) { return 10 * total + each; }) == 126);
constexpr int total_of_results() {
    int total = 0;
    hana::for_each(r[1_c], [&](int each) { total += each; });
    return total;
}
static_assert(total_of_results() == 18);

// A record of one's own is written into.
constexpr int written_into() {
    auto slopes = evaluate(g, w = 0, b = 0, x = 0, y = 0);
    evaluate_into(slopes, g, w = 3, b = 1, x = 2, y = 4);
    int value = 0;
    evaluate_into(value, loss, w = 3, b = 1, x = 2, y = 4);
    return 1000 * value + 10 * slopes[w] + slopes[b];
}
static_assert(written_into() == 9126);

// A callable has no state; its arguments stand in the order given.
constexpr auto f = callable(loss, x, w, y, b);
static_assert(std::is_empty_v<decltype(f)> && f(2, 3, 4, 1) == 9);
static_assert(callable(g, w, b, x, y)(3, 1, 2, 4)[w] == 12);

// Counts of operations: a value alone has none of the derivatives' work, and common work is done once.
constexpr auto activation = pow<2>(sigmoid(w * x + b) - y);
static_assert(operations(activation) == operation_counts{.additions = 2, .multiplications = 2, .functions = 1, .nodes = 9});
static_assert(operations(outputs(activation, activation)).nodes == operations(outputs(activation)).nodes);
static_assert(operations(outputs(activation, gradient(activation, wrt(w, b)))).functions == 1);
static_assert(operations(outputs(exp(w), diff(exp(w), w), diff<2>(exp(w), w))) == operation_counts{.functions = 1, .nodes = 2});
static_assert(operations(mean(w * x)).reductions == 1 && operations(w / x).divisions == 1);

}  // namespace
