#pragma once

#include "measure.hpp"

#include <leibniz/eigen.hpp>

namespace bench {

/// W2: a straight line.
class affine {
public:
    static constexpr char const* name = "W2  sum((w*x + b - y)^2), by w and b";
    static constexpr double cost = 4;

    explicit affine(long rows) : xs(column::Random(rows)), ys(column::Random(rows)) {}

    double read() const { return (xs + ys).sum(); }

    results<2> loop() const {
        double value = 0, by_w = 0, by_b = 0;
        for (long i = 0; i < xs.size(); ++i) {
            double const e = slope*xs[i] + offset - ys[i];
            value += e*e;
            by_w += 2*xs[i]*e;
            by_b += 2*e;
        }
        return {value, by_w, by_b};
    }

    results<2> eigen(long block) const {
        results<2> sum{};
        in_blocks(xs.size(), block, [&](long first, long count) {
            auto const x = xs.segment(first, count), y = ys.segment(first, count);
            sum[0] += (slope*x + offset - y).square().sum();
            sum[1] += (2*x*(slope*x + offset - y)).sum();
            sum[2] += (2*(slope*x + offset - y)).sum();
        });
        return sum;
    }

    results<2> leibniz() const {
        using namespace ::leibniz;
        constexpr symbol<"w"> w;
        constexpr symbol<"b"> b;
        constexpr symbol<"x"> x;
        constexpr symbol<"y"> y;
        constexpr auto loss = sum(pow<2>(w*x + b - y));
        auto const [value, g] = evaluate(outputs(loss, gradient(loss, wrt(w, b))), w = slope, b = offset, x = xs, y = ys);
        return {value, g[w], g[b]};
    }

private:
    column xs, ys;
    double slope = 0.3, offset = 0.1;
};

}  // namespace bench
