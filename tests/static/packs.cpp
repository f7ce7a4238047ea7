// Packs: values under symbols are bindings and vectors, at compile time too.
#include <leibniz/leibniz.hpp>

#include <array>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbols<"t", 3> t;

constexpr auto p = values(w = 3, b = 1);
static_assert(p[w] == 3 && p[b] == 1 && p.size == 2);
static_assert(p[0_c] == 3 && p.get<1>() == 1);
static_assert(pack<decltype(p)> && !pack<decltype(wrt(w))> && !pack<int>);

// As bindings: alone, with others, several, in any order; symbols that the expression lacks do no harm.
constexpr auto loss = pow<2>(w * x + b - y);
static_assert(evaluate(loss, p, x = 2, y = 4) == 9);
static_assert(evaluate(loss, x = 2, p, y = 4) == 9);
static_assert(evaluate(loss, p, values(y = 4, x = 2)) == 9);
static_assert(evaluate(loss, values(y = 4, w = 3, x = 2, b = 1)) == 9);
static_assert(evaluate(w * x, p, x = 2) == 6);
static_assert(evaluate(7_c, p) == 7);
static_assert(evaluate(gradient(loss, wrt(b, w)), p, x = 2, y = 4)[w] == 12);
static_assert(std::is_same_v<decltype(evaluate(w * x, values(w = 1.0f), x = 2)), float>);
static_assert(std::is_same_v<decltype(evaluate(w * x, values(w = 1.0f, b = 1.0), x = 2)), double>);

// As vectors: asked by symbol, so that the order does not matter.
constexpr auto q = values(b = 10, w = 20);
static_assert((p + q)[w] == 23 && (p + q)[b] == 11 && (q + p)[w] == 23);
static_assert((p - q)[w] == -17 && (p - q)[b] == -9 && (-p)[w] == -3);
static_assert((2 * p)[w] == 6 && (p * 2)[b] == 2 && (q / 2)[b] == 5 && (q / 4.0)[b] == 2.5);
static_assert(dot(p, q) == 70 && dot(q, p) == 70);
static_assert(std::is_same_v<decltype(p + q)::keys, decltype(p)::keys>);

constexpr int stepped() {
    auto at = values(w = 3, b = 1);
    at -= 2 * q;
    at += values(w = 1, b = 1);
    at *= 6;
    at /= 2;
    return 1000 * at[w] + at[b];
}
static_assert(stepped() == 3 * (1000 * (3 - 40 + 1) + (1 - 20 + 1)));

constexpr int changed() {
    auto at = values(w = 3, b = 1);
    at[w] = 7;
    auto& [first, second] = at;
    second = 5;
    return 10 * first + at[b];
}
static_assert(changed() == 75);

// A gradient is a vector over the symbols of wrt: gradient descent while compiling, in exact numbers.
constexpr rational trained() {
    auto at = values(w = rational(1));
    for (int step = 0; step < 2; ++step) at -= rational(1, 10) * evaluate(gradient(pow<2>(w * x - y), wrt(w)), at, x = 2, y = 4);
    return at[w];
}
static_assert(trained() == rational(49, 25));

// Families: one array, as many symbols.
constexpr auto family = values(t = std::array{2, 3, 5});
static_assert(family.size == 3 && family[t[0_c]] == 2 && family[t[2_c]] == 5);
static_assert(values(t = std::array{2, 3, 5}, w = 7)[w] == 7 && values(w = 7, t = std::array{2, 3, 5})[t[1_c]] == 3);
static_assert(evaluate(t[0_c] * t[1_c] * t[2_c], t = std::array{2, 3, 5}) == 30);
static_assert(evaluate(t[0_c] + w * t[2_c], w = 4, t = std::array{2, 3, 5}) == 22);
static_assert(evaluate(t[1_c] * x, family, x = 2) == 6);
constexpr int plain[3]{2, 3, 5};
static_assert(evaluate(t[1_c] - t[2_c], t = plain) == -2);

constexpr auto member_sum = t.unpack([](auto... each) { return (each + ...); });
static_assert(evaluate(member_sum, family) == 10 && text(member_sum) == "t0 + t1 + t2");
static_assert(text(symbols<"s", 12>{}[11_c]) == "s11");
static_assert(t[std::integral_constant<int, 1>{}] == t[1_c] && std::is_same_v<decltype(t)::at<1>, symbol<"t1">>);
constexpr auto neighbours(auto i) { return (t[i + 1_c] - t[i]) * t[2_c*i - i]; }
static_assert(neighbours(1_c) == (t[2_c] - t[1_c]) * t[1_c] && neighbours(0_c) == (t[1_c] - t[0_c]) * t[0_c]);

// Mixed types stay what they are.
constexpr auto mixed = values(w = 2, b = 0.5);
static_assert(std::is_same_v<std::remove_cvref_t<decltype(mixed[w])>, int> && std::is_same_v<std::remove_cvref_t<decltype(mixed[b])>, double>);
static_assert((2 * mixed)[b] == 1.0 && (mixed + mixed)[w] == 4 && evaluate(w * b, mixed) == 1.0);

}  // namespace
