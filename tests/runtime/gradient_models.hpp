#pragma once

#include <leibniz/leibniz.hpp>

#include <cstdint>

/// Models drawn while compiling, from a fixed sequence: smooth everywhere, so that every point will do.
namespace drawn {

using namespace leibniz;

inline constexpr symbol<"p"> p;
inline constexpr symbol<"q"> q;
inline constexpr symbol<"x"> x;

constexpr std::uint64_t next(std::uint64_t state) { return state * 6364136223846793005u + 1442695040888963407u; }
constexpr int choice(std::uint64_t state, int count) { return static_cast<int>((state >> 33) % static_cast<std::uint64_t>(count)); }

template <std::uint64_t State>
constexpr auto leaf() {
    constexpr int k = choice(next(State), 5);
    if constexpr (k == 0) return p;
    else if constexpr (k == 1) return q;
    else if constexpr (k == 2) return x;
    else if constexpr (k == 3) return p * x;
    else return constant<choice(next(next(State)), 9) - 4, 1>{} / 3_c + q;
}

/// At most `Depth` operations one in another.
template <std::uint64_t State, int Depth>
constexpr auto model() {
    if constexpr (Depth == 0) {
        return leaf<State>();
    } else {
        constexpr std::uint64_t s = next(State);
        constexpr int k = choice(s, 14);
        constexpr auto u = model<next(s + 1), Depth - 1>();
        if constexpr (k < 7) {
            constexpr auto v = model<next(s + 2), Depth - 1>();
            if constexpr (k < 2) return u + v;
            else if constexpr (k == 2) return u - v;
            else if constexpr (k < 5) return u * v;
            else if constexpr (k == 5) return u / (2_c + pow<2>(v));
            else return pow(1.5_c + sin(u), tanh(v));
        } else {
            if constexpr (k == 7) return exp(sin(u));
            else if constexpr (k == 8) return cos(u);
            else if constexpr (k == 9) return tanh(u);
            else if constexpr (k == 10) return sigmoid(u);
            else if constexpr (k == 11) return log(1_c + pow<2>(u));
            else if constexpr (k == 12) return sqrt(2_c + pow<2>(u));
            else return pow<3>(sin(u)) - u;
        }
    }
}

/// Model number N of the sequence; it contains p, q and x.
template <int N>
constexpr auto number = model<static_cast<std::uint64_t>(1000 * N + 17), 4>() + p * sin(q * x);

/// The same with fewer operations.
template <int N>
constexpr auto small_number = model<static_cast<std::uint64_t>(1000 * N + 17), 2>() + p * sin(q * x);

}  // namespace drawn
