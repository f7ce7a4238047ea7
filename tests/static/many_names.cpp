#include <leibniz/leibniz.hpp>

#include <utility>

// More symbols than a fold may have operands on clang: each bound by itself, differentiated by, gathered in packs.

namespace {

using namespace leibniz;

constexpr symbols<"w", 300> w;
constexpr symbol<"b"> b;

template <int From, int... I>
constexpr auto squares(std::integer_sequence<int, I...>) {
    return (... + (constant<From + I>{} * pow<2>(w[constant<From + I>{}])));
}
using half = std::make_integer_sequence<int, 150>;
constexpr auto model = squares<0>(half{}) + squares<150>(half{}) - b;

template <int... I>
constexpr auto slopes(std::integer_sequence<int, I...>) {
    return gradient(model, wrt(w[constant<I>{}]..., b));
}
template <int... I>
constexpr auto bound_one_by_one(std::integer_sequence<int, I...> all) {
    return evaluate(outputs(model, slopes(all)), b = 100.0, (w[constant<I>{}] = 1.0 / (1 + I))...);
}
template <int... I>
constexpr auto in_a_pack(std::integer_sequence<int, I...>) {
    auto p = values((w[constant<I>{}] = 1.0 / (1 + I))..., b = 50.0);
    p += p;
    p -= values(b = 0.0, (w[constant<I>{}] = 1.0 / (1 + I))...);
    return p;
}
using whole = std::make_integer_sequence<int, 300>;

constexpr auto results = bound_one_by_one(whole{});
static_assert(results[1_c][w[299_c]] == 2 * 299.0 / 300);
static_assert(results[1_c][b] == -1);
static_assert(results[0_c] > -95.36 && results[0_c] < -95.35);  // the sum of i / (1 + i)^2 for i below 300, less 100

constexpr auto pack = in_a_pack(whole{});
static_assert(pack[w[7_c]] == 1.0 / 8 && pack[b] == 100);
static_assert(evaluate(model, pack) == results[0_c]);

}  // namespace
