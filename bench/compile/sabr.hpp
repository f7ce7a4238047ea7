#pragma once

#include <leibniz/leibniz.hpp>

/// Hagan, Kumar, Lesniewski and Woodward, "Managing smile risk" (Wilmott Magazine, 2002), formula (2.17a): the implied
/// volatility of Black's model under the SABR model.
namespace sabr {

using namespace leibniz;

inline constexpr symbol<"F"> F;  // the forward price
inline constexpr symbol<"K"> K;  // the strike
inline constexpr symbol<"T"> T;  // the time to expiry
inline constexpr symbol<"alpha"> alpha;
inline constexpr symbol<"beta"> beta;
inline constexpr symbol<"rho"> rho;
inline constexpr symbol<"nu"> nu;

inline constexpr auto b = 1_c - beta;
inline constexpr auto moneyness = log(F/K);
inline constexpr auto mean = pow(F*K, b/2_c);
inline constexpr auto z = nu/alpha*mean*moneyness;
inline constexpr auto chi = log((sqrt(1_c - 2_c*rho*z + pow<2>(z)) + z - rho)/(1_c - rho));
inline constexpr auto drift = pow<2>(b)/24_c*pow<2>(alpha)/pow(F*K, b) + rho*beta*nu*alpha/(4_c*mean) + (2_c - 3_c*pow<2>(rho))/24_c*pow<2>(nu);
inline constexpr auto volatility =
    alpha/(mean*(1_c + pow<2>(b)/24_c*pow<2>(moneyness) + pow<4>(b)/1920_c*pow<4>(moneyness)))*(z/chi)*(1_c + drift*T);

}  // namespace sabr
