#pragma once

#include "measure.hpp"

#include <leibniz/eigen.hpp>

#include <array>

namespace bench {

using weights = std::array<double, 8>;

/// Loss and gradient of the 2-2-2 sigmoid network for one row, added to a sum.
inline void add_network_row(weights const& v, double x1, double x2, double t1, double t2, results<8>& sum) {
    auto const s = [](double u) { return 1 / (1 + std::exp(-u)); };
    double const h1 = s(v[0]*x1 + v[2]*x2), h2 = s(v[1]*x1 + v[3]*x2), o1 = s(v[4]*h1 + v[6]*h2), o2 = s(v[5]*h1 + v[7]*h2);
    double const e1 = o1 - t1, e2 = o2 - t2, d1 = e1*o1*(1 - o1), d2 = e2*o2*(1 - o2);
    double const k1 = (d1*v[4] + d2*v[5])*h1*(1 - h1), k2 = (d1*v[6] + d2*v[7])*h2*(1 - h2);
    double const all[] = {0.5*e1*e1 + 0.5*e2*e2, k1*x1, k2*x1, k1*x2, k2*x2, d1*h1, d2*h1, d1*h2, d2*h2};
    for (std::size_t i = 0; i < 9; ++i) sum[i] += all[i];
}

namespace network_model {

using namespace ::leibniz;

inline constexpr symbols<"v", 8> v;
inline constexpr symbol<"x1"> x1;
inline constexpr symbol<"x2"> x2;
inline constexpr symbol<"t1"> t1;
inline constexpr symbol<"t2"> t2;
constexpr auto h1 = sigmoid(v[0_c]*x1 + v[2_c]*x2);
constexpr auto h2 = sigmoid(v[1_c]*x1 + v[3_c]*x2);
constexpr auto o1 = sigmoid(v[4_c]*h1 + v[6_c]*h2);
constexpr auto o2 = sigmoid(v[5_c]*h1 + v[7_c]*h2);
constexpr auto one_row = 0.5_c*pow<2>(o1 - t1) + 0.5_c*pow<2>(o2 - t2);

}  // namespace network_model

/// W3: the 2-2-2 sigmoid network.
class network {
public:
    static constexpr char const* name = "W3  2-2-2 sigmoid network, squared error, by 8 weights";
    static constexpr double cost = 60;
    static constexpr weights start{0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8};

    explicit network(long rows)
        : x1(column::Random(rows)), x2(column::Random(rows)), t1(column::Random(rows)), t2(column::Random(rows)) {
        buffer.fill(column(rows));
    }

    double read() const { return (x1 + x2 + t1 + t2).sum(); }

    results<8> loop() const {
        results<8> sum{};
        for (long i = 0; i < x1.size(); ++i) add_network_row(v, x1[i], x2[i], t1[i], t2[i], sum);
        return sum;
    }

    results<8> eigen(long block) {
        results<8> sum{};
        in_blocks(x1.size(), block, [&](long first, long count) {
            auto const a = x1.segment(first, count), b = x2.segment(first, count);
            auto h1 = buffer[0].head(count), h2 = buffer[1].head(count), d1 = buffer[2].head(count), d2 = buffer[3].head(count);
            auto k1 = buffer[4].head(count), k2 = buffer[5].head(count);
            h1 = (v[0]*a + v[2]*b).logistic();
            h2 = (v[1]*a + v[3]*b).logistic();
            k1 = (v[4]*h1 + v[6]*h2).logistic();
            k2 = (v[5]*h1 + v[7]*h2).logistic();
            d1 = k1 - t1.segment(first, count);
            d2 = k2 - t2.segment(first, count);
            sum[0] += 0.5*(d1.square() + d2.square()).sum();
            d1 *= k1*(1 - k1);
            d2 *= k2*(1 - k2);
            k1 = (d1*v[4] + d2*v[5])*h1*(1 - h1);
            k2 = (d1*v[6] + d2*v[7])*h2*(1 - h2);
            sum[1] += (k1*a).sum(), sum[2] += (k2*a).sum(), sum[3] += (k1*b).sum(), sum[4] += (k2*b).sum();
            sum[5] += (d1*h1).sum(), sum[6] += (d2*h1).sum(), sum[7] += (d1*h2).sum(), sum[8] += (d2*h2).sum();
        });
        return sum;
    }

    results<8> leibniz() const {
        using namespace ::leibniz;
        namespace m = network_model;
        constexpr auto loss = sum(m::one_row);
        auto const [value, g] =
            evaluate(outputs(loss, gradient(loss, wrt(m::v))), m::v = v, m::x1 = x1, m::x2 = x2, m::t1 = t1, m::t2 = t2);
        results<8> all{value};
        std::copy(std::begin(g.values), std::end(g.values), all.begin() + 1);
        return all;
    }

    column x1, x2, t1, t2;
    weights v = start;

private:
    std::array<column, 6> buffer;
};

}  // namespace bench
