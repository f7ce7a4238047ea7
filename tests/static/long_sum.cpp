// Models of a thousand terms or five hundred factors, written with operators, compile under the default limits of every compiler.
#include <leibniz/leibniz.hpp>

#include <array>
#include <utility>

using namespace leibniz;

namespace {

constexpr symbol<"x"> x;
constexpr symbols<"w", 1000> w;

constexpr bool reads(text_view all, text_view first, text_view last) {
    return all.size() > first.size() + last.size() && all.substr(0, first.size()) == first && all.substr(all.size() - last.size()) == last;
}

template <int N>
constexpr auto sum_of() {
    if constexpr (N == 0) return 1_c;
    else return sum_of<N - 1>() + constant<N>{} * x;
}
static_assert(text(sum_of<20>()) == "210*x + 1");
static_assert(text(sum_of<400>()) == "80200*x + 1");
static_assert(text(diff(sum_of<400>(), x)) == "80200");

// clang ends a fold at 256 operands: hence 250 at a time. The sum is nested from the left all the same.
template <int First, int... I>
constexpr auto added(auto sum, std::integer_sequence<int, I...>) {
    return (sum + ... + w[constant<First + I>{}]);
}
template <int First, int... I>
constexpr auto multiplied(auto product, std::integer_sequence<int, I...>) {
    return (product * ... * w[constant<First + I>{}]);
}
using next = std::make_integer_sequence<int, 250>;
constexpr auto sum = added<750>(added<500>(added<250>(added<0>(x, next()), next()), next()), next());
constexpr auto product = multiplied<250>(multiplied<0>(x, next()), next());

constexpr std::array<double, 1000> values = [] {
    std::array<double, 1000> all{};
    for (int i = 0; i < 1000; ++i) all[static_cast<unsigned>(i)] = i < 10 ? 2.0 : 1.0;
    return all;
}();

static_assert(evaluate(sum, x = 5, w = values) == 1015);
static_assert(reads(text(sum), "w0 + w1 + w2 + ", " + w998 + w999 + x"));
static_assert(reads(text(diff(pow<2>(sum), w[999_c])), "2*(w0 + w1 + ", " + w999 + x)"));

static_assert(evaluate(diff(product, x), w = values) == 1024);
static_assert(reads(text(product), "w0*w1*w2*", "*w498*w499*x"));
static_assert(reads(text(diff(product, w[1_c])), "w0*w2*w3*", "*w498*w499*x"));

}  // namespace
