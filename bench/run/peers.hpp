#pragma once

#include "mgh17.hpp"
#include "network.hpp"

namespace bench {

// One row of W3 and W4 for any number type, as users of the peers write it.

template <class N>
N row_of(network<double> const& m, N const (&v)[8], long i) {
    using std::exp;
    auto const s = [](N const& u) -> N { return 1.0/(1.0 + exp(-u)); };
    N const h1 = s(v[0]*m.x1[i] + v[2]*m.x2[i]), h2 = s(v[1]*m.x1[i] + v[3]*m.x2[i]), o1 = s(v[4]*h1 + v[6]*h2), o2 = s(v[5]*h1 + v[7]*h2);
    N const e1 = o1 - m.t1[i], e2 = o2 - m.t2[i];
    return 0.5*(e1*e1 + e2*e2);
}
template <class N>
N row_of(mgh17<double> const& m, N const (&b)[5], long i) {
    using std::exp;
    N const e = b[0] + b[1]*exp(-m.xs[i]*b[3]) + b[2]*exp(-m.xs[i]*b[4]) - m.ys[i];
    return e*e;
}

template <int P>
using point = std::array<double, P>;
inline point<8> point_of(network<double> const& m) { return m.v; }
inline point<5> point_of(mgh17<double> const& m) { return {m.b1, m.b2, m.b3, m.b4, m.b5}; }
inline long rows_of(network<double> const& m) { return m.x1.size(); }
inline long rows_of(mgh17<double> const& m) { return m.xs.size(); }

/// Value and gradient summed over the rows, in numbers that carry their derivatives: `seed(value, k)` is parameter k, and
/// `slope(number, k)` the derivative by it.
template <class N, class Workload, std::size_t P, class Seed, class Value, class Slope>
std::array<double, P + 1> forward(Workload const& work, std::array<double, P> const& at, Seed seed, Value value, Slope slope) {
    N in[P];
    for (std::size_t k = 0; k < P; ++k) in[k] = seed(at[k], static_cast<int>(k));
    std::array<double, P + 1> sum{};
    for (long i = 0; i < rows_of(work); ++i) {
        N const row = row_of(work, in, i);
        sum[0] += value(row);
        for (std::size_t k = 0; k < P; ++k) sum[k + 1] += slope(row, static_cast<int>(k));
    }
    return sum;
}

}  // namespace bench
