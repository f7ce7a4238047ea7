#pragma once

#include <leibniz/leibniz.hpp>

// The 2-2-2 network with eight named weights: sigmoid nodes, loss = ½(o1 - y1)² + ½(o2 - y2)².
namespace lesson {

using namespace leibniz;

inline constexpr symbol<"x1"> x1;
inline constexpr symbol<"x2"> x2;
inline constexpr symbol<"y1"> y1;
inline constexpr symbol<"y2"> y2;
inline constexpr symbol<"w1"> w1;
inline constexpr symbol<"w2"> w2;
inline constexpr symbol<"w3"> w3;
inline constexpr symbol<"w4"> w4;
inline constexpr symbol<"w5"> w5;
inline constexpr symbol<"w6"> w6;
inline constexpr symbol<"w7"> w7;
inline constexpr symbol<"w8"> w8;

inline constexpr auto h1 = let<"h1">(sigmoid(let<"in_h1">(w1*x1 + w3*x2)));
inline constexpr auto h2 = let<"h2">(sigmoid(let<"in_h2">(w2*x1 + w4*x2)));
inline constexpr auto o1 = let<"o1">(sigmoid(let<"in_o1">(w5*h1 + w7*h2)));
inline constexpr auto o2 = let<"o2">(sigmoid(let<"in_o2">(w6*h1 + w8*h2)));
inline constexpr auto loss = let<"loss">(0.5_c*pow<2>(o1 - y1) + 0.5_c*pow<2>(o2 - y2));
inline constexpr auto weights = wrt(w1, w2, w3, w4, w5, w6, w7, w8);
inline constexpr auto g = gradient(loss, weights);

/// What one writes on paper, from the values of hidden and output nodes.
inline constexpr auto by_hand = [](auto a1, auto a2, auto b1, auto b2) {
    auto const d1 = (b1 - y1)*b1*(1_c - b1);
    auto const d2 = (b2 - y2)*b2*(1_c - b2);
    auto const e1 = (d1*w5 + d2*w6)*a1*(1_c - a1);
    auto const e2 = (d1*w7 + d2*w8)*a2*(1_c - a2);
    return outputs(e1*x1, e2*x1, e1*x2, e2*x2, d1*a1, d2*a1, d1*a2, d2*a2);
};
// Proved to be what Leibniz derives.
inline constexpr auto proof = by_hand(h1, h2, o1, o2);
static_assert(g[w1] == proof[0_c] && g[w2] == proof[1_c] && g[w3] == proof[2_c] && g[w4] == proof[3_c]);
static_assert(g[w5] == proof[4_c] && g[w6] == proof[5_c] && g[w7] == proof[6_c] && g[w8] == proof[7_c]);

static_assert(loss == (pow<2>(o1 - y1) + pow<2>(o2 - y2))/2_c);  // the mean squared error of both outputs

inline auto data() { return values(x1 = 0.5, x2 = 0.3, y1 = 0.23, y2 = -0.07); }
inline auto start() { return values(w1 = 0.2, w2 = -0.4, w3 = 0.5, w4 = 0.6, w5 = 0.1, w6 = -0.5, w7 = -0.3, w8 = 0.8); }

}  // namespace lesson
