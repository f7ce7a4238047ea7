#pragma once

#include "measure.hpp"
#include "packets.hpp"

#include <leibniz/eigen.hpp>

namespace bench {

/// W2: a straight line.
template <class T>
class affine {
public:
    using number = T;
    static constexpr char const* name = "W2, sum((w*x + b - y)^2) by w and b";

    explicit affine(long rows) : xs(column<T>::Random(rows)), ys(column<T>::Random(rows)) {}

    std::array<T const*, 2> columns() const { return {xs.data(), ys.data()}; }
    T read() const { return (xs + ys).sum(); }

    void add_rows(results<T, 2>& sum, long first) const {
        for (long i = first; i < xs.size(); ++i) {
            T const e = slope*xs[i] + offset - ys[i];
            sum[0] += e*e;
            sum[1] += 2*xs[i]*e;
            sum[2] += 2*e;
        }
    }

    results<T, 2> eigen() const {
        results<T, 2> sum{};
        in_blocks(xs.size(), rows_of_block, [&](long first, long count) {
            auto const x = xs.segment(first, count), y = ys.segment(first, count);
            sum[0] += (slope*x + offset - y).square().sum();
            sum[1] += (2*x*(slope*x + offset - y)).sum();
            sum[2] += (2*(slope*x + offset - y)).sum();
        });
        return sum;
    }

    template <long Packets>
    results<T, 2> packets() const {
        using namespace by_hand;
        packet<T> value[Packets]{}, by_w[Packets]{}, by_b[Packets]{};
        constexpr long step = Packets * width<T>;
        long row = 0;
        for (; row + step <= xs.size(); row += step) {
#pragma GCC unroll 4
            for (long k = 0; k < Packets; ++k) {
                packet<T> const x = load(&xs[row + k * width<T>]), e = (slope*x + offset) - load(&ys[row + k * width<T>]);
                value[k] += e*e;
                by_w[k] += x*e;
                by_b[k] += e;
            }
        }
        results<T, 2> sum{sum_of<T>(value), 2*sum_of<T>(by_w), 2*sum_of<T>(by_b)};
        add_rows(sum, row);
        return sum;
    }

    /// `how` may be `reproducible` or `parallel`.
    template <class... How>
    results<T, 2> leibniz(How... how) const {
        using namespace ::leibniz;
        constexpr symbol<"w"> w;
        constexpr symbol<"b"> b;
        constexpr symbol<"x"> x;
        constexpr symbol<"y"> y;
        constexpr auto loss = sum(pow<2>(w*x + b - y));
        auto const [value, g] = evaluate(how..., outputs(loss, gradient(loss, wrt(w, b))), w = slope, b = offset, x = xs, y = ys);
        return {value, g[w], g[b]};
    }

private:
    column<T> xs, ys;
    T slope = T(0.3), offset = T(0.1);
};

}  // namespace bench
