#pragma once

#include "measure.hpp"
#include "packets.hpp"

#include <leibniz/eigen.hpp>

namespace bench {

template <class T>
using weights = std::array<T, 8>;

/// Loss and gradient of the 2-2-2 sigmoid network for one row, added to a sum.
template <class T>
void add_network_row(weights<T> const& v, T x1, T x2, T t1, T t2, results<T, 8>& sum) {
    auto const s = [](T u) { return 1 / (1 + std::exp(-u)); };
    T const h1 = s(v[0]*x1 + v[2]*x2), h2 = s(v[1]*x1 + v[3]*x2), o1 = s(v[4]*h1 + v[6]*h2), o2 = s(v[5]*h1 + v[7]*h2);
    T const e1 = o1 - t1, e2 = o2 - t2, d1 = e1*o1*(1 - o1), d2 = e2*o2*(1 - o2);
    T const k1 = (d1*v[4] + d2*v[5])*h1*(1 - h1), k2 = (d1*v[6] + d2*v[7])*h2*(1 - h2);
    T const all[] = {(e1*e1 + e2*e2)/2, k1*x1, k2*x1, k1*x2, k2*x2, d1*h1, d2*h1, d1*h2, d2*h2};
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
template <class T>
class network {
public:
    using number = T;
    static constexpr char const* name = "W3, 2-2-2 sigmoid network, squared error by 8 weights";
    static constexpr weights<T> start{T(0.2), T(-0.4), T(0.5), T(0.6), T(0.1), T(-0.5), T(-0.3), T(0.8)};

    explicit network(long rows)
        : x1(column<T>::Random(rows)), x2(column<T>::Random(rows)), t1(column<T>::Random(rows)), t2(column<T>::Random(rows)) {
        buffer.fill(column<T>(std::min(rows, rows_of_block)));
    }

    std::array<T const*, 4> columns() const { return {x1.data(), x2.data(), t1.data(), t2.data()}; }
    T read() const { return (x1 + x2 + t1 + t2).sum(); }

    void add_rows(results<T, 8>& sum, long first) const {
        for (long i = first; i < x1.size(); ++i) add_network_row(v, x1[i], x2[i], t1[i], t2[i], sum);
    }

    results<T, 8> eigen() {
        results<T, 8> sum{};
        in_blocks(x1.size(), rows_of_block, [&](long first, long count) {
            auto const a = x1.segment(first, count), b = x2.segment(first, count);
            auto h1 = buffer[0].head(count), h2 = buffer[1].head(count), d1 = buffer[2].head(count), d2 = buffer[3].head(count);
            auto k1 = buffer[4].head(count), k2 = buffer[5].head(count);
            h1 = (v[0]*a + v[2]*b).logistic();
            h2 = (v[1]*a + v[3]*b).logistic();
            k1 = (v[4]*h1 + v[6]*h2).logistic();
            k2 = (v[5]*h1 + v[7]*h2).logistic();
            d1 = k1 - t1.segment(first, count);
            d2 = k2 - t2.segment(first, count);
            sum[0] += (d1.square() + d2.square()).sum()/2;
            d1 *= k1*(1 - k1);
            d2 *= k2*(1 - k2);
            k1 = (d1*v[4] + d2*v[5])*h1*(1 - h1);
            k2 = (d1*v[6] + d2*v[7])*h2*(1 - h2);
            sum[1] += (k1*a).sum(), sum[2] += (k2*a).sum(), sum[3] += (k1*b).sum(), sum[4] += (k2*b).sum();
            sum[5] += (d1*h1).sum(), sum[6] += (d2*h1).sum(), sum[7] += (d1*h2).sum(), sum[8] += (d2*h2).sum();
        });
        return sum;
    }

    template <long Packets>
    results<T, 8> packets() const {
        using namespace by_hand;
        auto const sigmoid = [](packet<T> const& u) __attribute__((always_inline)) { return reciprocal(1 + by_hand::exp(-u)); };
        packet<T> total[9]{};
        constexpr long step = Packets * width<T>;
        long row = 0;
        for (; row + step <= x1.size(); row += step) {
            packet<T> a[Packets], b[Packets], h1[Packets], h2[Packets], o1[Packets], o2[Packets];
#pragma GCC unroll 4
            for (long k = 0; k < Packets; ++k) {
                a[k] = load(&x1[row + k * width<T>]);
                b[k] = load(&x2[row + k * width<T>]);
                h1[k] = sigmoid(v[0]*a[k] + v[2]*b[k]);
                h2[k] = sigmoid(v[1]*a[k] + v[3]*b[k]);
            }
#pragma GCC unroll 4
            for (long k = 0; k < Packets; ++k) {
                o1[k] = sigmoid(v[4]*h1[k] + v[6]*h2[k]);
                o2[k] = sigmoid(v[5]*h1[k] + v[7]*h2[k]);
            }
#pragma GCC unroll 4
            for (long k = 0; k < Packets; ++k) {
                packet<T> const e1 = o1[k] - load(&t1[row + k * width<T>]), e2 = o2[k] - load(&t2[row + k * width<T>]);
                packet<T> const d1 = e1*(o1[k]*(1 - o1[k])), d2 = e2*(o2[k]*(1 - o2[k]));
                packet<T> const k1 = (d1*v[4] + d2*v[5])*(h1[k]*(1 - h1[k])), k2 = (d1*v[6] + d2*v[7])*(h2[k]*(1 - h2[k]));
                total[0] += e1*e1 + e2*e2;
                total[1] += k1*a[k], total[2] += k2*a[k], total[3] += k1*b[k], total[4] += k2*b[k];
                total[5] += d1*h1[k], total[6] += d2*h1[k], total[7] += d1*h2[k], total[8] += d2*h2[k];
            }
        }
        results<T, 8> sum;
        for (std::size_t k = 0; k < 9; ++k) sum[k] = sum_of<T>(total[k]);
        sum[0] /= 2;
        add_rows(sum, row);
        return sum;
    }

    /// `how` may be `reproducible` or `parallel`.
    template <class... How>
    results<T, 8> leibniz(How... how) const {
        using namespace ::leibniz;
        namespace m = network_model;
        constexpr auto loss = sum(m::one_row);
        auto const [value, g] =
            evaluate(how..., outputs(loss, gradient(loss, wrt(m::v))), m::v = v, m::x1 = x1, m::x2 = x2, m::t1 = t1, m::t2 = t2);
        results<T, 8> all{value};
        std::copy(std::begin(g.values), std::end(g.values), all.begin() + 1);
        return all;
    }

    column<T> x1, x2, t1, t2;
    weights<T> v = start;

private:
    std::array<column<T>, 6> buffer;
};

}  // namespace bench
