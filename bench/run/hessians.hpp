#pragma once

#include "network.hpp"

namespace bench {

/// W6: value, gradient and Hessian in one call.
template <std::size_t P>
struct second_order {
    double value;
    std::array<double, P> gradient;
    std::array<std::array<double, P>, P> hessian;
};

inline second_order<2> rosenbrock_by_hand(double x, double y) {
    double const d = y - x*x, e = 1 - x;
    return {e*e + 100*d*d, {-2*e - 400*x*d, 200*d}, {{{2 - 400*d + 800*x*x, -400*x}, {-400*x, 200}}}};
}

/// The network for one row: each exponential once, second derivatives by the inputs of the four sigmoids. An output's loss has the
/// derivatives d and q by its input; a hidden one's output has s and c.
inline second_order<8> network_by_hand(weights<double> const& v, double x1, double x2, double t1, double t2) {
    auto const sigmoid = [](double u) { return 1 / (1 + std::exp(-u)); };
    double const x[] = {x1, x2}, t[] = {t1, t2};
    double const h[] = {sigmoid(v[0]*x1 + v[2]*x2), sigmoid(v[1]*x1 + v[3]*x2)};
    double s[2], c[2], d[2], q[2], value = 0;
    for (std::size_t j = 0; j < 2; ++j) {
        s[j] = h[j]*(1 - h[j]), c[j] = s[j]*(1 - 2*h[j]);
        double const o = sigmoid(v[4 + j]*h[0] + v[6 + j]*h[1]), e = o - t[j], slope = o*(1 - o);
        value += 0.5*e*e;
        d[j] = e*slope, q[j] = slope*(slope + e*(1 - 2*o));
    }
    second_order<8> r{value, {}, {}};
    for (std::size_t i = 0; i < 2; ++i) {  // weights from i: of inputs 0 and 2, of hidden ones 4 and 6; to j: the next one
        double const back = d[0]*v[4 + 2*i] + d[1]*v[5 + 2*i], by_input = back*s[i];
        for (std::size_t j = 0; j < 2; ++j) {
            r.gradient[2*j + i] = by_input*x[j];
            r.gradient[4 + 2*i + j] = d[j]*h[i];
        }
        for (std::size_t k = 0; k < 2; ++k) {
            double const both = (q[0]*v[4 + 2*i]*v[4 + 2*k] + q[1]*v[5 + 2*i]*v[5 + 2*k])*s[i]*s[k] + (i == k ? back*c[i] : 0);
            for (std::size_t j = 0; j < 2; ++j) {
                for (std::size_t l = 0; l < 2; ++l) r.hessian[2*j + i][2*l + k] = both*x[j]*x[l];
                r.hessian[4 + 2*i + j][4 + 2*k + j] = q[j]*h[i]*h[k];
                double const mixed = q[j]*v[4 + 2*k + j]*s[k]*h[i] + (i == k ? d[j]*s[k] : 0);  // by the output's weight, the hidden one's input
                for (std::size_t l = 0; l < 2; ++l) r.hessian[4 + 2*i + j][2*l + k] = r.hessian[2*l + k][4 + 2*i + j] = mixed*x[l];
            }
        }
    }
    return r;
}

namespace hessian_models {

using namespace ::leibniz;

inline constexpr symbol<"x"> x;
inline constexpr symbol<"y"> y;
constexpr auto valley = pow<2>(1_c - x) + 100_c*pow<2>(y - pow<2>(x));
constexpr auto rosenbrock = outputs(valley, gradient(valley, wrt(x, y)), hessian(valley, wrt(x, y)));
constexpr auto network = outputs(network_model::one_row, gradient(network_model::one_row, wrt(network_model::v)),
                                 hessian(network_model::one_row, wrt(network_model::v)));

}  // namespace hessian_models

/// Ends the program unless a record of Leibniz is what was found by hand.
template <class Record, std::size_t P>
void require_equal_record(Record const& found, second_order<P> const& expected, char const* what) {
    using namespace ::leibniz;
    require_equal(found[0_c], expected.value, what);
    for (std::size_t i = 0; i < P; ++i) {
        require_equal(found[1_c].values[i], expected.gradient[i], what);
        for (std::size_t j = 0; j < P; ++j) require_equal(found[2_c].values[P*i + j], expected.hessian[i][j], what);
    }
}

inline void print_hessians() {
    using namespace ::leibniz;
    namespace h = hessian_models;
    namespace m = network_model;
    constexpr int calls = 1000;
    auto v = network<double>::start;
    escape(v);
    auto const rosenbrock = [](double a, double b) { return evaluate(h::rosenbrock, h::x = a, h::y = b); };
    auto const sample = [&](double a) { return evaluate(h::network, m::v = v, m::x1 = a, m::x2 = 0.3, m::t1 = 0.23, m::t2 = -0.07); };
    require_equal_record(rosenbrock(-1.2, 1), rosenbrock_by_hand(-1.2, 1), "Rosenbrock");
    require_equal_record(sample(0.5), network_by_hand(v, 0.5, 0.3, 0.23, -0.07), "the network's Hessian");
    auto const repeated = [](auto f) {
        return [f] {
            for (int i = 0; i < calls; ++i) escape(f(0.5 + 1e-6*i));
        };
    };
    auto const t = least(repeated([](double a) { return rosenbrock_by_hand(a, 1); }), repeated([&](double a) { return rosenbrock(a, 1); }),
                         repeated([&](double a) { return network_by_hand(v, a, 0.3, 0.23, -0.07); }), repeated(sample));
    double const ns = 1e9 / calls;
    table const lines("W6, value, gradient and Hessian in one call, nanoseconds", "", {"by hand", "Leibniz", "÷ by hand"});
    lines.line("Rosenbrock's function, 2 x 2", {t[0]*ns, t[1]*ns, t[1]/t[0]});
    lines.line("2-2-2 network, 8 x 8", {t[2]*ns, t[3]*ns, t[3]/t[2]});
}

}  // namespace bench
