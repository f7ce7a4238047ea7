#pragma once

#include "measure.hpp"
#include "packets.hpp"

#include <leibniz/eigen.hpp>

#include <vector>

namespace bench {

/// An option on the arithmetic mean of a price that moves as a geometric Brownian motion, path by path: the value and its derivatives by
/// the first price, the volatility and the interest rate. A step goes over all paths of a block at once.
namespace asian_model {

using namespace ::leibniz;

inline constexpr symbol<"s0"> s0;        // the first price
inline constexpr symbol<"sigma"> sigma;  // volatility
inline constexpr symbol<"r"> r;          // interest rate
inline constexpr symbol<"t"> t;          // time
inline constexpr symbol<"h"> h;          // root of the length of a step
inline constexpr symbol<"b"> b;          // Brownian motion, column
inline constexpr symbol<"z"> z;          // its next normal number, column
inline constexpr symbol<"a"> a;          // the sum of prices, and its derivatives by sigma and r, columns
inline constexpr symbol<"a_sigma"> a_sigma;
inline constexpr symbol<"a_r"> a_r;

constexpr auto moved = b + h*z;
constexpr auto price = s0*exp((r - 0.5_c*pow<2>(sigma))*t + sigma*moved);
constexpr auto step = outputs(moved, a + price, a_sigma + diff(price, sigma), a_r + diff(price, r));

}  // namespace asian_model

class asian_option {
public:
    static constexpr int steps = 252;
    static constexpr long paths = 512;  // a block
    static constexpr double first_price = 100, strike = 100, volatility = 0.2, rate = 0.05, root_of_step = 0.06299407883487121;  // sqrt(1/252)

    asian_option() {
        for (int k = 0; k < steps; ++k) z.push_back(std::sqrt(3.0)*column<double>::Random(paths));  // of variance 1
    }

    /// Value and derivatives by price, volatility and rate, from the sums of prices over each path.
    static results<double, 3> discounted(column<double> const& a, column<double> const& a_sigma, column<double> const& a_r) {
        results<double, 3> sum{};
        double const discount = std::exp(-rate)/static_cast<double>(a.size());
        for (long i = 0; i < a.size(); ++i) {
            double const over = a[i]/steps - strike;
            if (over <= 0) continue;
            sum[0] += discount*over;
            sum[1] += discount*a[i]/(steps*first_price);
            sum[2] += discount*a_sigma[i]/steps;
            sum[3] += discount*(a_r[i]/steps - over);
        }
        return sum;
    }

    results<double, 3> loop() const {
        column<double> a(paths), a_sigma(paths), a_r(paths);
        for (long i = 0; i < paths; ++i) {
            double b = 0, sum = 0, by_sigma = 0, by_r = 0;
            for (int k = 0; k < steps; ++k) {
                double const t = (k + 1)/252.0;
                b += root_of_step*z[static_cast<std::size_t>(k)][i];
                double const price = first_price*std::exp((rate - 0.5*volatility*volatility)*t + volatility*b);
                sum += price;
                by_sigma += price*(b - volatility*t);
                by_r += price*t;
            }
            a[i] = sum, a_sigma[i] = by_sigma, a_r[i] = by_r;
        }
        return discounted(a, a_sigma, a_r);
    }

    /// A few packets of paths through all steps, in registers.
    template <long Packets>
    results<double, 3> packets() const {
        using namespace by_hand;
        column<double> a(paths), a_sigma(paths), a_r(paths);
        for (long i = 0; i < paths; i += Packets * width<double>) {
            doubles b[Packets]{}, sum[Packets]{}, by_sigma[Packets]{}, by_r[Packets]{};
            for (int n = 0; n < steps; ++n) {
                double const t = (n + 1)/252.0, drift = (rate - 0.5*volatility*volatility)*t;
#pragma GCC unroll 4
                for (long k = 0; k < Packets; ++k) {
                    b[k] += root_of_step*load(&z[static_cast<std::size_t>(n)][i + k * width<double>]);
                    doubles const price = by_hand::exp(volatility*b[k] + drift);
                    sum[k] += price;
                    by_sigma[k] += price*(b[k] - volatility*t);
                    by_r[k] += price*t;
                }
            }
            for (long k = 0; k < Packets; ++k) {
                long const at = i + k * width<double>;
                store<double>(&a[at], first_price*sum[k]), store<double>(&a_sigma[at], first_price*by_sigma[k]), store<double>(&a_r[at], first_price*by_r[k]);
            }
        }
        return discounted(a, a_sigma, a_r);
    }

    results<double, 3> leibniz() const {
        using namespace ::leibniz;
        namespace m = asian_model;
        bench::column<double> const none = bench::column<double>::Zero(paths);
        auto now = evaluate(m::step, m::s0 = first_price, m::sigma = volatility, m::r = rate, m::t = 1/252.0, m::h = root_of_step, m::b = none,
                            m::a = none, m::a_sigma = none, m::a_r = none, m::z = z[0]);
        for (int k = 1; k < steps; ++k)
            now = evaluate(m::step, m::s0 = first_price, m::sigma = volatility, m::r = rate, m::t = (k + 1)/252.0, m::h = root_of_step,
                           m::b = now[0_c], m::a = now[1_c], m::a_sigma = now[2_c], m::a_r = now[3_c], m::z = z[static_cast<std::size_t>(k)]);
        return discounted(now[1_c], now[2_c], now[3_c]);
    }

private:
    std::vector<column<double>> z;
};

inline void print_asian_option() {
    asian_option const work;
    auto const expected = work.loop();
    require_equal(work.packets<1>(), expected, "the option, a packet by hand");
    require_equal(work.packets<2>(), expected, "the option, two packets by hand");
    require_equal(work.packets<4>(), expected, "the option, four packets by hand");
    require_equal(work.leibniz(), expected, "the option by Leibniz");
    auto const t = least([&] { keep(work.loop()); }, [&] { keep(work.packets<1>()); }, [&] { keep(work.packets<2>()); },
                         [&] { keep(work.packets<4>()); }, [&] { keep(work.leibniz()); });
    double const ns = 1e9 / (asian_option::steps * asian_option::paths), hand = std::min({t[1], t[2], t[3]});
    table const lines("Asian option, value and three derivatives path by path, nanoseconds per step of a path", "",
                      {"loop", "by hand", "Leibniz", "÷ loop", "÷ by hand"});
    lines.line("512 paths of 252 steps", {t[0]*ns, hand*ns, t[4]*ns, t[4]/t[0], t[4]/hand});
}

}  // namespace bench
