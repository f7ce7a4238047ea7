// A continued fraction and a network of one neuron in each of 500 layers compile under the default limits of every compiler.
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

template <int Depth>
constexpr auto fraction() {  // 1 + 1/(1 + 1/(1 + ...)), in the end the golden ratio
    if constexpr (Depth == 0) return x;
    else return 1_c + 1_c / fraction<Depth - 1>();
}
template <int Depth>
constexpr auto named_layers() {
    if constexpr (Depth == 0) return x;
    else return let<"h">(tanh(y - named_layers<Depth - 1>()));
}

constexpr double golden_ratio = 1.6180339887498948482;
constexpr double difference = evaluate(fraction<500>(), x = 1.0) - golden_ratio;
static_assert(difference * difference < 1e-30);

static_assert(evaluate(named_layers<500>(), x = 0.0, y = 0.0) == 0);

}  // namespace
