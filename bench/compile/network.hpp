#pragma once

#include <leibniz/leibniz.hpp>

#include <array>
#include <utility>

/// A layered sigmoid network as a type: LAYERS layers of WIDTH neurons on WIDTH inputs, half the squared error of its
/// WIDTH outputs.
namespace network {

using namespace leibniz;

template <int Layers, int Width>
struct layered {
    static constexpr symbols<"w", Layers * Width * Width> w{};
    static constexpr symbols<"x", Width> x{};
    static constexpr symbols<"t", Width> t{};

    template <int Layer, int J, int... I>
    static constexpr auto weighted(std::integer_sequence<int, I...>) {
        return (... + (w[constant<((Layer - 1) * Width + I) * Width + J>{}] * neuron<Layer - 1, I>));
    }
    template <int Layer, int J>
    static constexpr auto made() {
        if constexpr (Layer == 0) return x[constant<J>{}];
        else return sigmoid(weighted<Layer, J>(std::make_integer_sequence<int, Width>{}));
    }
    template <int Layer, int J>
    static constexpr auto neuron = made<Layer, J>();

    template <int... J>
    static constexpr auto half_squared_error(std::integer_sequence<int, J...>) {
        return (... + (0.5_c * pow<2>(neuron<Layers, J> - t[constant<J>{}])));
    }
    static constexpr auto loss = half_squared_error(std::make_integer_sequence<int, Width>{});
};

}  // namespace network
