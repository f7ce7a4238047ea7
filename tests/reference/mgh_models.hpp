#pragma once

// Nineteen problems of Moré, Garbow and Hillstrom (Testing Unconstrained Optimization Software, ACM TOMS 7(1), 1981), as formulas: sums
// of squares. Their numbers are those of the paper. Residuals over data are sums over the rows of columns.

#include <leibniz/eigen.hpp>

#include <utility>

namespace mgh {

using namespace leibniz;

constexpr symbols<"x", 10> x;
constexpr auto x1 = x[0_c];
constexpr auto x2 = x[1_c];
constexpr auto x3 = x[2_c];
constexpr auto x4 = x[3_c];
constexpr auto x5 = x[4_c];
constexpr auto x6 = x[5_c];
constexpr column<"t"> t;
constexpr column<"y"> y;

/// f(First) + ... + f(Last), of constants.
template <int First, int Last>
constexpr auto total(auto f) {
    return [&]<int... I>(std::integer_sequence<int, I...>) {
        return (f(constant<First + I>{}) + ...);
    }(std::make_integer_sequence<int, Last - First + 1>{});
}
/// Symbol number I, and 0 beyond both ends.
template <long long I>
constexpr auto inside(constant<I>) {
    if constexpr (I >= 0 && I < 10) return x[constant<I>{}];
    else return 0_c;
}
/// Chebyshev's polynomial of the first kind, by those of half the degree.
template <long long N>
constexpr auto chebyshev(constant<N>, auto s) {
    if constexpr (N == 1) return s;
    else if constexpr (N % 2 == 0) return 2_c*pow<2>(chebyshev(constant<N / 2>{}, s)) - 1_c;
    else return 2_c*chebyshev(constant<N / 2>{}, s)*chebyshev(constant<N / 2 + 1>{}, s) - s;
}

// clang-format off
constexpr auto rosenbrock = pow<2>(10_c*(x2 - pow<2>(x1))) + pow<2>(1_c - x1);                                                   // 1
constexpr auto freudenstein_roth = pow<2>(x1 - 13_c + ((5_c - x2)*x2 - 2_c)*x2) + pow<2>(x1 - 29_c + ((x2 + 1_c)*x2 - 14_c)*x2);  // 2
constexpr auto beale = pow<2>(1.5_c - x1*(1_c - x2)) + pow<2>(2.25_c - x1*(1_c - pow<2>(x2))) + pow<2>(2.625_c - x1*(1_c - pow<3>(x2)));  // 5
constexpr auto helical_valley = pow<2>(10_c*(x3 - 5_c*atan2(x2, x1)/pi)) + pow<2>(10_c*(hypot(x1, x2) - 1_c)) + pow<2>(x3);      // 7
constexpr auto gaussian = sum(pow<2>(x1*exp(-x2*pow<2>(t - x3)/2_c) - y));                                                       // 9
constexpr auto gulf = sum(pow<2>(exp(-pow(25_c + pow(-50_c*log(t), 2_c/3_c) - x2, x3)/x1) - t));                                 // 11
constexpr auto powell_singular = pow<2>(x1 + 10_c*x2) + 5_c*pow<2>(x3 - x4) + pow<4>(x2 - 2_c*x3) + 10_c*pow<4>(x1 - x4);        // 13
constexpr auto kowalik_osborne = sum(pow<2>(y - x1*(pow<2>(t) + t*x2)/(pow<2>(t) + t*x3 + x4)));                                 // 15
constexpr auto brown_dennis = sum(pow<2>(pow<2>(x1 + t*x2 - exp(t)) + pow<2>(x3 + x4*sin(t) - cos(t))));                         // 16
constexpr auto biggs = sum(pow<2>(x3*exp(-t*x1) - x4*exp(-t*x2) + x6*exp(-t*x5) - exp(-t) + 5_c*exp(-10_c*t) - 3_c*exp(-4_c*t)));  // 18
constexpr auto watson = sum(pow<2>(total<1, 5>([](auto j) { return j*x[j]*pow(t, j - 1_c); }) -                                  // 20
                                   pow<2>(total<0, 5>([](auto j) { return x[j]*pow(t, j); })) - 1_c)) + pow<2>(x1) + pow<2>(x2 - pow<2>(x1) - 1_c);
constexpr auto extended_rosenbrock = total<0, 4>([](auto i) {                                                                    // 21
    return pow<2>(10_c*(x[2_c*i + 1_c] - pow<2>(x[2_c*i]))) + pow<2>(1_c - x[2_c*i]); });
constexpr auto penalty_1 = 1e-5_c*total<0, 3>([](auto i) { return pow<2>(x[i] - 1_c); }) +                                       // 23
                           pow<2>(total<0, 3>([](auto i) { return pow<2>(x[i]); }) - 0.25_c);
constexpr auto penalty_2 = pow<2>(x1 - 0.2_c) + 1e-5_c*total<1, 9>([](auto i) {                                                  // 24
        return pow<2>(exp(x[i]/10_c) + exp(x[i - 1_c]/10_c) - exp((i + 1_c)/10_c) - exp(i/10_c)) + pow<2>(exp(x[i]/10_c) - exp(-0.1_c)); }) +
    pow<2>(total<0, 9>([](auto i) { return (10_c - i)*pow<2>(x[i]); }) - 1_c);
constexpr auto cosines = total<0, 9>([](auto i) { return cos(x[i]); });
constexpr auto trigonometric = total<0, 9>([](auto i) {                                                                          // 26
    return pow<2>(10_c - cosines + (i + 1_c)*(1_c - cos(x[i])) - sin(x[i])); });
constexpr auto boundary_value = total<0, 9>([]<long long I>(constant<I> i) {                                                     // 28
    return pow<2>(2_c*x[i] - inside(constant<I - 1>{}) - inside(constant<I + 1>{}) + pow<3>(x[i] + (i + 1_c)/11_c + 1_c)/242_c); });
constexpr auto broyden_tridiagonal = total<0, 9>([]<long long I>(constant<I> i) {                                                // 30
    return pow<2>((3_c - 2_c*x[i])*x[i] - inside(constant<I - 1>{}) - 2_c*inside(constant<I + 1>{}) + 1_c); });
constexpr auto all_of_them = total<0, 9>([](auto i) { return x[i]; });
constexpr auto linear_full_rank = total<0, 9>([](auto i) { return pow<2>(x[i] - all_of_them/10_c - 1_c); }) + 10_c*pow<2>(-all_of_them/10_c - 1_c);  // 32
constexpr auto chebyquad = total<1, 8>([]<long long I>(constant<I> i) {                                                          // 35
    constexpr auto mean = total<0, 7>([](auto j) { return chebyshev(constant<I>{}, 2_c*x[j] - 1_c); })/8_c;
    if constexpr (I % 2 == 1) return pow<2>(mean);
    else return pow<2>(mean + 1_c/(i*i - 1_c)); });
// clang-format on

}  // namespace mgh
