// Read as CUDA for the host, and compiled for a device, with these words in place of NVIDIA's header: scripts/everywhere.
#define __global__ __attribute__((global))
#define __device__ __attribute__((device))
#include <math.h>
__device__ double exp(double);
__device__ double log1p(double);
__device__ double sin(double);
__device__ double cos(double);
__device__ double abs(double);
#include <leibniz/leibniz.hpp>

using namespace leibniz;

inline constexpr symbol<"w"> w;
inline constexpr symbol<"x"> x;
constexpr auto model = pow<2>(sigmoid(w*x) - 0.5_c) + sin(w)*softplus(x);
constexpr auto all = outputs(model, gradient(model, wrt(w, x)));
static_assert(text(diff(pow<2>(w*x), w)) == "2*w*x^2");

__global__ void slopes(double const* xs, double weight, double* out, int n) {
    for (int i = 0; i < n; ++i) {
        auto const [value, g] = evaluate(all, w = weight, x = xs[i]);
        out[3*i] = value, out[3*i + 1] = g[w], out[3*i + 2] = g[x];
    }
}
