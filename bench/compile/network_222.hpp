#pragma once

#include <leibniz/leibniz.hpp>

/// The 2-2-2 sigmoid network with named symbols: half the squared error of its two outputs.
namespace network_222 {

using namespace leibniz;

inline constexpr symbol<"w1"> w1;
inline constexpr symbol<"w2"> w2;
inline constexpr symbol<"w3"> w3;
inline constexpr symbol<"w4"> w4;
inline constexpr symbol<"w5"> w5;
inline constexpr symbol<"w6"> w6;
inline constexpr symbol<"w7"> w7;
inline constexpr symbol<"w8"> w8;
inline constexpr symbol<"x1"> x1;
inline constexpr symbol<"x2"> x2;
inline constexpr symbol<"t1"> t1;
inline constexpr symbol<"t2"> t2;

inline constexpr auto h1 = sigmoid(w1*x1 + w3*x2);
inline constexpr auto h2 = sigmoid(w2*x1 + w4*x2);
inline constexpr auto o1 = sigmoid(w5*h1 + w7*h2);
inline constexpr auto o2 = sigmoid(w6*h1 + w8*h2);
inline constexpr auto loss = 0.5_c*pow<2>(o1 - t1) + 0.5_c*pow<2>(o2 - t2);
inline constexpr auto weights = wrt(w1, w2, w3, w4, w5, w6, w7, w8);

}  // namespace network_222
