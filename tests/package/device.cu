// Read as CUDA for the host, with these words in place of NVIDIA's header: scripts/everywhere.
#define __global__ __attribute__((global))
#include <leibniz/leibniz.hpp>

using namespace leibniz;

inline constexpr symbol<"w"> w;
inline constexpr symbol<"x"> x;
constexpr auto slope = diff(pow<2>(sigmoid(w*x) - 0.5_c), w);
static_assert(text(diff(pow<2>(w*x), w)) == "2*w*x^2");

__global__ void slopes(double const* xs, double weight, double* out, int n) {
    for (int i = 0; i < n; ++i) out[i] = evaluate(slope, w = weight, x = xs[i]);
}
