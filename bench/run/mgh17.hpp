#pragma once

#include "measure.hpp"
#include "packets.hpp"

#include <leibniz/eigen.hpp>

namespace bench {

namespace mgh17_model {

using namespace ::leibniz;

inline constexpr symbols<"b", 6> b;
inline constexpr symbol<"x"> x;
inline constexpr symbol<"y"> y;
inline constexpr auto residual = b[1_c] + b[2_c]*exp(-x*b[4_c]) + b[3_c]*exp(-x*b[5_c]) - y;
inline constexpr auto parameters = wrt(b[1_c], b[2_c], b[3_c], b[4_c], b[5_c]);

}  // namespace mgh17_model

/// W4: NIST's regression data set MGH17, at its certified values, with more rows.
template <class T>
class mgh17 {
public:
    using number = T;
    static constexpr char const* name = "W4, MGH17: sum((b1 + b2*exp(-x*b4) + b3*exp(-x*b5) - y)^2) by b1 ... b5";

    explicit mgh17(long rows) : xs(160 + 160*column<T>::Random(rows)), ys(column<T>::Random(rows)) {
        buffer.fill(column<T>(std::min(rows, rows_of_block)));
    }

    std::array<T const*, 2> columns() const { return {xs.data(), ys.data()}; }
    T read() const { return (xs + ys).sum(); }

    void add_rows(results<T, 5>& sum, long first) const {
        for (long i = first; i < xs.size(); ++i) {
            T const e4 = std::exp(-xs[i]*b4), e5 = std::exp(-xs[i]*b5), e = b1 + b2*e4 + b3*e5 - ys[i];
            T const all[] = {e*e, 2*e, 2*e*e4, 2*e*e5, -2*e*b2*xs[i]*e4, -2*e*b3*xs[i]*e5};
            for (std::size_t k = 0; k < 6; ++k) sum[k] += all[k];
        }
    }

    results<T, 5> eigen() {
        results<T, 5> sum{};
        in_blocks(xs.size(), rows_of_block, [&](long first, long count) {
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

    template <long Packets>
    results<T, 5> packets() const {
        using namespace by_hand;
        packet<T> square{}, by_1{}, by_2{}, by_3{}, by_4{}, by_5{};
        constexpr long step = Packets * width<T>;
        long row = 0;
        for (; row + step <= xs.size(); row += step) {
            packet<T> x[Packets], e4[Packets], e5[Packets];
#pragma GCC unroll 4
            for (long k = 0; k < Packets; ++k) {
                x[k] = load(&xs[row + k * width<T>]);
                e4[k] = by_hand::exp(-b4*x[k]);
                e5[k] = by_hand::exp(-b5*x[k]);
            }
#pragma GCC unroll 4
            for (long k = 0; k < Packets; ++k) {
                packet<T> const e = (b2*e4[k] + b1) + (b3*e5[k] - load(&ys[row + k * width<T>])), f4 = e*e4[k], f5 = e*e5[k];
                square += e*e;
                by_1 += e;
                by_2 += f4;
                by_3 += f5;
                by_4 += f4*x[k];
                by_5 += f5*x[k];
            }
        }
        results<T, 5> sum{sum_of<T>(square), 2*sum_of<T>(by_1), 2*sum_of<T>(by_2), 2*sum_of<T>(by_3), -2*b2*sum_of<T>(by_4), -2*b3*sum_of<T>(by_5)};
        add_rows(sum, row);
        return sum;
    }

    /// `how` may be `reproducible` or `parallel`.
    template <class... How>
    results<T, 5> leibniz(How... how) const {
        using namespace ::leibniz;
        using namespace mgh17_model;
        constexpr auto loss = sum(pow<2>(residual));
        auto const [value, g] = evaluate(how..., outputs(loss, gradient(loss, parameters)), b[1_c] = b1, b[2_c] = b2, b[3_c] = b3, b[4_c] = b4,
                                         b[5_c] = b5, x = xs, y = ys);
        return {value, g[b[1_c]], g[b[2_c]], g[b[3_c]], g[b[4_c]], g[b[5_c]]};
    }

    /// The residual and its five derivatives of each row, written out.
    using rows_written = std::array<column<T>, 6>;

    void add_jacobian_rows(rows_written& out, long first) const {
        for (long i = first; i < xs.size(); ++i) {
            T const e4 = std::exp(-xs[i]*b4), e5 = std::exp(-xs[i]*b5);
            T const all[] = {b1 + b2*e4 + b3*e5 - ys[i], 1, e4, e5, -b2*xs[i]*e4, -b3*xs[i]*e5};
            for (std::size_t k = 0; k < 6; ++k) out[k][i] = all[k];
        }
    }

    template <long Packets>
    void jacobian_packets(rows_written& out) const {
        using namespace by_hand;
        constexpr long step = Packets * width<T>;
        long row = 0;
        for (; row + step <= xs.size(); row += step) {
            packet<T> x[Packets], e4[Packets], e5[Packets];
#pragma GCC unroll 4
            for (long k = 0; k < Packets; ++k) {
                x[k] = load(&xs[row + k * width<T>]);
                e4[k] = by_hand::exp(-b4*x[k]);
                e5[k] = by_hand::exp(-b5*x[k]);
            }
#pragma GCC unroll 4
            for (long k = 0; k < Packets; ++k) {
                long const at = row + k * width<T>;
                store<T>(&out[0][at], (b2*e4[k] + b1) + (b3*e5[k] - load(&ys[at])));
                store<T>(&out[1][at], by_hand::all<T>(1));
                store<T>(&out[2][at], e4[k]);
                store<T>(&out[3][at], e5[k]);
                store<T>(&out[4][at], (-b2)*x[k]*e4[k]);
                store<T>(&out[5][at], (-b3)*x[k]*e5[k]);
            }
        }
        add_jacobian_rows(out, row);
    }

    auto jacobian_leibniz() const {
        using namespace ::leibniz;
        using namespace mgh17_model;
        return evaluate(outputs(residual, gradient(residual, parameters)), b[1_c] = b1, b[2_c] = b2, b[3_c] = b3, b[4_c] = b4, b[5_c] = b5,
                        x = xs, y = ys);
    }
    /// The same into what that returned.
    template <class Out>
    void jacobian_leibniz(Out& out) const {
        using namespace ::leibniz;
        using namespace mgh17_model;
        evaluate_into(out, outputs(residual, gradient(residual, parameters)), b[1_c] = b1, b[2_c] = b2, b[3_c] = b3, b[4_c] = b4, b[5_c] = b5,
                      x = xs, y = ys);
    }

    column<T> xs, ys;
    T b1 = T(0.37541005211), b2 = T(1.9358469127), b3 = T(-1.4646871366), b4 = T(0.012867534640), b5 = T(0.022122699662);

private:
    std::array<column<T>, 3> buffer;
};

}  // namespace bench
