// The fourteen Greeks of Black and Scholes of Boost.Math's example of its autodiff (example/autodiff_black_scholes.cpp), derived while
// compiling. The figures are calculated anew with 25 digits.

#include <leibniz/leibniz.hpp>

#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace {

using namespace leibniz;

constexpr symbol<"S"> price;
constexpr symbol<"K"> strike;
constexpr symbol<"sigma"> volatility;
constexpr symbol<"tau"> time_left;
constexpr symbol<"r"> rate;

constexpr auto d1 = (log(price/strike) + (rate + pow<2>(volatility)/2_c)*time_left)/(volatility*sqrt(time_left));
constexpr auto d2 = d1 - volatility*sqrt(time_left);
constexpr auto call = price*normcdf(d1) - strike*exp(-rate*time_left)*normcdf(d2);
constexpr auto put = strike*exp(-rate*time_left)*normcdf(-d2) - price*normcdf(-d1);

TEST_CASE("The Greeks of Black and Scholes agree to thirteen digits") {
    auto const [value, vega_of_call, vega_of_put, rho_of_call, rho_of_put, theta_of_call, theta_of_put, veta, vomma, color_of_call, color_of_put,
                zomma, charm, ultima] =
        evaluate(outputs(call, diff(call, volatility), diff(put, volatility), diff(call, rate), diff(put, rate), -diff(call, time_left),
                         -diff(put, time_left), diff(put, volatility, time_left), diff<2>(call, volatility), diff(diff<2>(call, price), time_left),
                         diff(diff<2>(put, price), time_left), diff(diff<2>(put, price), volatility), -diff(put, price, time_left),
                         diff<3>(put, volatility)),
                 price = 105.0, strike = 100.0, volatility = 5.0, time_left = 30.0/365, rate = 1.25/100);
    struct greek {
        char const* name;
        double got, expected;
    };
    for (greek const& g : {greek{"price of the call", value, 56.51360306777393974954277}, greek{"vega of the call", vega_of_call, 9.054934277057361779466539},
                           greek{"vega of the put", vega_of_put, 9.054934277057361779466539}, greek{"rho of the call", rho_of_call, 2.033205505393955547881378},
                           greek{"rho of the put", rho_of_put, -6.177532552125992029305538}, greek{"theta of the call", theta_of_call, -275.7301342644400848650142},
                           greek{"theta of the put", theta_of_put, -274.4814178515255928376503}, greek{"veta of the put", veta, 26.79470731156408445253006},
                           greek{"vomma of the call", vomma, -0.928114149313107064914613}, greek{"color of the call", color_of_call, -0.01840144266060650639081331},
                           greek{"color of the put", color_of_put, -0.01840144266060650639081331}, greek{"zomma of the put", zomma, -0.0006045483699014188895509545},
                           greek{"charm of the put", charm, -1.250556423367901901736788}, greek{"ultima of the put", ultima, -0.09224268647756848905981416}}) {
        INFO(g.name);
        double const error = std::abs(g.got/g.expected - 1);
        std::printf("%-18s %4.1f digits\n", g.name, error == 0 ? 16.0 : std::min(16.0, -std::log10(error)));
        CHECK(error < 1e-13);
    }
    static_assert(diff(call, volatility) == diff(put, volatility));  // parity, proved
}

}  // namespace
