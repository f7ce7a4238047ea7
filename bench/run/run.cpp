// Value and full gradient over columns, against what the machine can do: the time to read the columns, and a plain
// loop compiled with the same flags. All in one process, interleaved, the least of many repetitions; first checked
// equal to 1e-8. Prints nanoseconds per row.
#include <leibniz/eigen.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace model {

using namespace leibniz;

inline constexpr symbol<"w"> w;
inline constexpr symbol<"b"> b;
inline constexpr symbol<"x"> x;
inline constexpr symbol<"y"> y;
constexpr auto linear = sum(pow<2>(w*x - y));                // W1
constexpr auto affine = sum(pow<2>(w*x + b - y));            // W2

inline constexpr symbols<"v", 8> v;                          // W3: the 2-2-2 sigmoid network
inline constexpr symbol<"x1"> x1;
inline constexpr symbol<"x2"> x2;
inline constexpr symbol<"t1"> t1;
inline constexpr symbol<"t2"> t2;
constexpr auto h1 = sigmoid(v[0_c]*x1 + v[2_c]*x2);
constexpr auto h2 = sigmoid(v[1_c]*x1 + v[3_c]*x2);
constexpr auto o1 = sigmoid(v[4_c]*h1 + v[6_c]*h2);
constexpr auto o2 = sigmoid(v[5_c]*h1 + v[7_c]*h2);
constexpr auto one_row = 0.5_c*pow<2>(o1 - t1) + 0.5_c*pow<2>(o2 - t2);

}  // namespace model

namespace {

using column = Eigen::ArrayXd;
using weights = std::array<double, 8>;
volatile double sink;

struct nine {
    double value = 0, gradient[8] = {};
};

void network_row(weights const& v, double x1, double x2, double t1, double t2, nine& sum) {
    auto const s = [](double u) { return 1 / (1 + std::exp(-u)); };
    double const h1 = s(v[0]*x1 + v[2]*x2), h2 = s(v[1]*x1 + v[3]*x2), o1 = s(v[4]*h1 + v[6]*h2), o2 = s(v[5]*h1 + v[7]*h2);
    double const e1 = o1 - t1, e2 = o2 - t2, d1 = e1*o1*(1 - o1), d2 = e2*o2*(1 - o2);
    double const k1 = (d1*v[4] + d2*v[5])*h1*(1 - h1), k2 = (d1*v[6] + d2*v[7])*h2*(1 - h2);
    double const g[] = {k1*x1, k2*x1, k1*x2, k2*x2, d1*h1, d2*h1, d1*h2, d2*h2};
    sum.value += 0.5*e1*e1 + 0.5*e2*e2;
    for (int i = 0; i < 8; ++i) sum.gradient[i] += g[i];
}

/// Runs all in turn, several times, and gives the least seconds of each.
template <class... F>
std::array<double, sizeof...(F)> least(int repetitions, F... f) {
    std::array<double, sizeof...(F)> best;
    best.fill(1e9);
    for (int r = 0; r < repetitions; ++r) {
        std::size_t which = 0;
        auto const run = [&](auto& each) {
            auto const start = std::chrono::steady_clock::now();
            each();
            double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
            best[which] = std::min(best[which], seconds);
            ++which;
        };
        (run(f), ...);
    }
    return best;
}

void require_equal(double a, double b, char const* what) {
    if (std::abs(a - b) <= 1e-8 * (1 + std::abs(b))) return;
    std::printf("%s: %.17g is not %.17g\n", what, a, b);
    std::exit(1);
}

void rows(long n) {
    using namespace leibniz;
    column const x = column::Random(n), y = column::Random(n), t1 = column::Random(n), t2 = column::Random(n);
    weights const v{0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8};
    double const w = 0.3, b = 0.1;

    double plain1[2] = {}, plain2[3] = {};
    nine plain3;
    auto const w1 = [&] { return evaluate(outputs(model::linear, gradient(model::linear, wrt(model::w))), model::w = w, model::x = x, model::y = y); };
    auto const w2 = [&] {
        return evaluate(outputs(model::affine, gradient(model::affine, wrt(model::w, model::b))), model::w = w, model::b = b, model::x = x, model::y = y);
    };
    constexpr auto net = sum(model::one_row);
    auto const w3 = [&] {
        return evaluate(outputs(net, gradient(net, wrt(model::v))), model::v = v, model::x1 = x, model::x2 = y, model::t1 = t1, model::t2 = t2);
    };
    auto const loop1 = [&] {
        double s = 0, g = 0;
        for (long i = 0; i < n; ++i) { double const e = w*x[i] - y[i]; s += e*e; g += 2*x[i]*e; }
        plain1[0] = s, plain1[1] = g;
        sink = s;
        sink = g;
    };
    auto const loop2 = [&] {
        double s = 0, g = 0, h = 0;
        for (long i = 0; i < n; ++i) { double const e = w*x[i] + b - y[i]; s += e*e; g += 2*x[i]*e; h += 2*e; }
        plain2[0] = s, plain2[1] = g, plain2[2] = h;
        sink = s;
        sink = g;
        sink = h;
    };
    auto const loop3 = [&] {
        plain3 = {};
        for (long i = 0; i < n; ++i) network_row(v, x[i], y[i], t1[i], t2[i], plain3);
        sink = plain3.value;
    };

    loop1(), loop2(), loop3();
    auto const r1 = w1();
    auto const r2 = w2();
    auto const r3 = w3();
    require_equal(r1[0_c], plain1[0], "W1 value"), require_equal(r1[1_c][model::w], plain1[1], "W1 by w");
    require_equal(r2[0_c], plain2[0], "W2 value"), require_equal(r2[1_c][model::b], plain2[2], "W2 by b");
    require_equal(r3[0_c], plain3.value, "W3 value");
    for (int i = 0; i < 8; ++i) require_equal(r3[1_c].values[i], plain3.gradient[i], "W3 gradient");

    int const repetitions = static_cast<int>(std::clamp(60'000'000 / n, 9L, 2000L));
    auto const t = least(repetitions, [&] { sink = x.sum() + y.sum(); }, loop1, [&] { sink = w1()[0_c]; }, loop2, [&] { sink = w2()[0_c]; });
    auto const s = least(std::max(5, repetitions / 4), loop3, [&] { sink = w3()[0_c]; });
    double const ns = 1e9 / static_cast<double>(n);
    std::printf("%9ld  %5.2f | %5.2f %5.2f  %4.2f %4.2f | %5.2f %5.2f  %4.2f %4.2f | %6.2f %6.2f  %4.2f\n", n, t[0]*ns, t[1]*ns, t[2]*ns,
                t[2]/t[0], t[2]/t[1], t[3]*ns, t[4]*ns, t[4]/t[0], t[4]/t[3], s[0]*ns, s[1]*ns, s[1]/s[0]);
}

/// The network for one sample: each call by itself, and a chain in which each gradient moves the next call's weights.
void one_sample() {
    using namespace leibniz;
    constexpr auto all = outputs(model::one_row, gradient(model::one_row, wrt(model::v)));
    constexpr int calls = 200'000;
    weights const start{0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8};
    auto const chain = [&](double rate, bool library) {
        weights v = start;
        double total = 0;
        for (int i = 0; i < calls; ++i) {
            double const x1 = 0.5 + 1e-6 * i;
            if (library) {
                auto const r = evaluate(all, model::v = v, model::x1 = x1, model::x2 = 0.3, model::t1 = 0.23, model::t2 = -0.07);
                total += r[0_c] + r[1_c].values[0] + r[1_c].values[7];
                for (std::size_t k = 0; k < 8 && rate != 0; ++k) v[k] -= rate * r[1_c].values[k];
            } else {
                nine r;
                network_row(v, x1, 0.3, 0.23, -0.07, r);
                total += r.value + r.gradient[0] + r.gradient[7];
                for (std::size_t k = 0; k < 8 && rate != 0; ++k) v[k] -= rate * r.gradient[k];
            }
        }
        return total;
    };
    require_equal(chain(1e-3, true), chain(1e-3, false), "W3 chained");
    auto const t = least(15, [&] { sink = chain(0, false); }, [&] { sink = chain(0, true); }, [&] { sink = chain(1e-3, false); },
                         [&] { sink = chain(1e-3, true); });
    std::printf("W3, one sample, ns a call: by hand %.1f, Leibniz %.1f; chained: by hand %.1f, Leibniz %.1f\n", t[0]/calls*1e9, t[1]/calls*1e9,
                t[2]/calls*1e9, t[3]/calls*1e9);
}

}  // namespace

int main(int count, char** arguments) {
    std::printf("               W1 w*x - y                | W2 w*x + b - y            | W3 2-2-2 network\n");
    std::printf("     rows   read |  loop   ours  /read /loop |  loop   ours  /read /loop |   loop   ours  /loop\n");
    long const most = count > 1 ? std::atol(arguments[1]) : 10'000'000;
    for (long n = 1000; n <= most; n *= 10) rows(n);
    one_sample();
}
