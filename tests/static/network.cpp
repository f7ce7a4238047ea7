// The 2-2-2 network: its derivatives as one writes them on paper, and how much work value and gradient take together.
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr symbols<"x", 2> x;
constexpr symbols<"y", 2> y;
constexpr symbols<"w", 8> w;

constexpr auto h1 = sigmoid(w[0_c] * x[0_c] + w[2_c] * x[1_c]);
constexpr auto h2 = sigmoid(w[1_c] * x[0_c] + w[3_c] * x[1_c]);
constexpr auto o1 = sigmoid(w[4_c] * h1 + w[6_c] * h2);
constexpr auto o2 = sigmoid(w[5_c] * h1 + w[7_c] * h2);
constexpr auto loss = 0.5_c * pow<2>(o1 - y[0_c]) + 0.5_c * pow<2>(o2 - y[1_c]);
constexpr auto g = gradient(loss, wrt(w));

constexpr auto d1 = (o1 - y[0_c]) * o1 * (1_c - o1);
constexpr auto d2 = (o2 - y[1_c]) * o2 * (1_c - o2);
constexpr auto e1 = (d1 * w[4_c] + d2 * w[5_c]) * h1 * (1_c - h1);
constexpr auto e2 = (d1 * w[6_c] + d2 * w[7_c]) * h2 * (1_c - h2);
static_assert(g[w[0_c]] == e1 * x[0_c] && g[w[1_c]] == e2 * x[0_c] && g[w[2_c]] == e1 * x[1_c] && g[w[3_c]] == e2 * x[1_c]);
static_assert(g[w[4_c]] == d1 * h1 && g[w[5_c]] == d2 * h1 && g[w[6_c]] == d1 * h2 && g[w[7_c]] == d2 * h2);

template <int... I>
constexpr bool agrees_with_diff(std::integer_sequence<int, I...>) {
    return ((g[w[constant<I>{}]] == diff(loss, w[constant<I>{}])) && ...);
}
static_assert(agrees_with_diff(std::make_integer_sequence<int, 8>{}));

// The value: 4 sigmoids; 8 products with weights, 2 squares, 2 halves; 4 sums at nodes, 2 errors, 1 sum of the loss;
// 12 symbols and the constant 1/2. The gradient adds at each of 4 nodes an exponential shared by o and 1 - o, 1 - o,
// o*(1 - o) and a product with what arrives; for each hidden node 2 products with weights and their sum; one product
// for each of 8 weights.
constexpr operation_counts together = operations(outputs(loss, g));
static_assert(together.functions == 4);
static_assert(together.nodes <= 70);
static_assert(operations(outputs(loss)) ==
              operation_counts{.additions = 4 + 2 + 1, .multiplications = 8 + 2 + 2, .functions = 4, .nodes = 7 + 12 + 4 + 12 + 1});
static_assert(together ==
              operation_counts{.additions = 7 + 4 + 2, .multiplications = 12 + 8 + 4 + 8, .functions = 4, .nodes = 13 + 32 + 4 + 4 + 12 + 1});
static_assert(operations(g).functions == 4 && operations(g).nodes < together.nodes);
static_assert(operations(outputs(g, loss)) == together);
static_assert(operations(outputs(loss, g, g[w[0_c]], diff(loss, w[5_c]))) == together);  // again, for nothing

}  // namespace
