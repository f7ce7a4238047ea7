#pragma once

#include "measure.hpp"

#include <leibniz/eigen.hpp>

namespace bench {

/// W1: a straight line through the origin.
class linear {
public:
    static constexpr char const* name = "W1  sum((w*x - y)^2), by w";
    static constexpr double cost = 3;

    explicit linear(long rows) : xs(column::Random(rows)), ys(column::Random(rows)) {}

    double read() const { return (xs + ys).sum(); }

    results<1> loop() const {
        double value = 0, by_w = 0;
        for (long i = 0; i < xs.size(); ++i) {
            double const e = slope*xs[i] - ys[i];
            value += e*e;
            by_w += 2*xs[i]*e;
        }
        return {value, by_w};
    }

    results<1> eigen(long block) const {
        results<1> sum{};
        in_blocks(xs.size(), block, [&](long first, long count) {
            auto const x = xs.segment(first, count), y = ys.segment(first, count);
            sum[0] += (slope*x - y).square().sum();
            sum[1] += (2*x*(slope*x - y)).sum();
        });
        return sum;
    }

    results<1> leibniz() const {
        using namespace ::leibniz;
        constexpr symbol<"w"> w;
        constexpr symbol<"x"> x;
        constexpr symbol<"y"> y;
        constexpr auto loss = sum(pow<2>(w*x - y));
        auto const [value, g] = evaluate(outputs(loss, gradient(loss, wrt(w))), w = slope, x = xs, y = ys);
        return {value, g[w]};
    }

private:
    column xs, ys;
    double slope = 0.3;
};

}  // namespace bench
