#pragma once

#include "measure.hpp"

#include <leibniz/eigen.hpp>

#include <array>

namespace bench {

/// W4: NIST's regression data set MGH17, at its certified values, with more rows.
class mgh17 {
public:
    static constexpr char const* name = "W4  sum((b1 + b2*exp(-x*b4) + b3*exp(-x*b5) - y)^2), by b1 ... b5";
    static constexpr double cost = 20;

    explicit mgh17(long rows) : xs(160 + 160*column::Random(rows)), ys(column::Random(rows)) { buffer.fill(column(rows)); }

    double read() const { return (xs + ys).sum(); }

    results<5> loop() const {
        results<5> sum{};
        for (long i = 0; i < xs.size(); ++i) {
            double const e4 = std::exp(-xs[i]*b4), e5 = std::exp(-xs[i]*b5), e = b1 + b2*e4 + b3*e5 - ys[i];
            double const all[] = {e*e, 2*e, 2*e*e4, 2*e*e5, -2*e*b2*xs[i]*e4, -2*e*b3*xs[i]*e5};
            for (std::size_t k = 0; k < 6; ++k) sum[k] += all[k];
        }
        return sum;
    }

    results<5> eigen(long block) {
        results<5> sum{};
        in_blocks(xs.size(), block, [&](long first, long count) {
            auto const x = xs.segment(first, count), y = ys.segment(first, count);
            auto e4 = buffer[0].head(count), e5 = buffer[1].head(count), e = buffer[2].head(count);
            e4 = (-x*b4).exp();
            e5 = (-x*b5).exp();
            e = b1 + b2*e4 + b3*e5 - y;
            sum[0] += e.square().sum();
            sum[1] += 2*e.sum();
            e4 *= e;
            e5 *= e;
            sum[2] += 2*e4.sum();
            sum[3] += 2*e5.sum();
            sum[4] -= 2*b2*(x*e4).sum();
            sum[5] -= 2*b3*(x*e5).sum();
        });
        return sum;
    }

    results<5> leibniz() const {
        using namespace ::leibniz;
        constexpr symbols<"b", 6> b;
        constexpr symbol<"x"> x;
        constexpr symbol<"y"> y;
        constexpr auto loss = sum(pow<2>(b[1_c] + b[2_c]*exp(-x*b[4_c]) + b[3_c]*exp(-x*b[5_c]) - y));
        auto const [value, g] = evaluate(outputs(loss, gradient(loss, wrt(b[1_c], b[2_c], b[3_c], b[4_c], b[5_c]))), b[1_c] = b1,
                                         b[2_c] = b2, b[3_c] = b3, b[4_c] = b4, b[5_c] = b5, x = xs, y = ys);
        return {value, g[b[1_c]], g[b[2_c]], g[b[3_c]], g[b[4_c]], g[b[5_c]]};
    }

    column xs, ys;
    double b1 = 0.37541005211, b2 = 1.9358469127, b3 = -1.4646871366, b4 = 0.012867534640, b5 = 0.022122699662;

private:
    std::array<column, 3> buffer;
};

}  // namespace bench
