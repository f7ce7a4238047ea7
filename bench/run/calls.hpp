#pragma once

#include "network.hpp"

namespace bench {

/// The network for one sample: each call by itself, and a chain in which each gradient moves the next call's weights.
inline void print_one_sample() {
    using namespace ::leibniz;
    namespace m = network_model;
    constexpr auto all = outputs(m::one_row, gradient(m::one_row, wrt(m::v)));
    constexpr int calls = 2000;
    auto const chain = [&](double rate, bool library) {
        weights<double> v = network<double>::start;
        escape(v);
        double total = 0;
        for (int i = 0; i < calls; ++i) {
            double const x1 = 0.5 + 1e-6 * i;
            if (library) {
                auto const r = evaluate(all, m::v = v, m::x1 = x1, m::x2 = 0.3, m::t1 = 0.23, m::t2 = -0.07);
                total += r[0_c] + r[1_c].values[0] + r[1_c].values[7];
                for (std::size_t k = 0; k < 8 && rate != 0; ++k) v[k] -= rate * r[1_c].values[k];
            } else {
                results<double, 8> r{};
                add_network_row(v, x1, 0.3, 0.23, -0.07, r);
                total += r[0] + r[1] + r[8];
                for (std::size_t k = 0; k < 8 && rate != 0; ++k) v[k] -= rate * r[k + 1];
            }
        }
        return total;
    };
    require_equal(chain(1e-3, true), chain(1e-3, false), "W3 chained");
    auto const t = least([&] { sink = chain(0, false); }, [&] { sink = chain(0, true); }, [&] { sink = chain(1e-3, false); },
                         [&] { sink = chain(1e-3, true); });
    double const ns = 1e9 / calls;
    table const lines("W3 for one sample, nanoseconds per call", "", {"by hand", "Leibniz", "÷ by hand"});
    lines.line("each call by itself", {t[0]*ns, t[1]*ns, t[1]/t[0]});
    lines.line("chained", {t[2]*ns, t[3]*ns, t[3]/t[2]});
}

}  // namespace bench
