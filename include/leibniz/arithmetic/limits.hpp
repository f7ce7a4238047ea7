#pragma once

#include <cfloat>
#include <concepts>

namespace leibniz::inline v0_1::arithmetic {

/// What std::numeric_limits says of the machine's numbers: <limits> takes compilers as long to read as a whole folder here.
template <std::floating_point T>
struct limits;
template <>
struct limits<float> {
    static constexpr int digits = FLT_MANT_DIG, min_exponent = FLT_MIN_EXP, max_exponent = FLT_MAX_EXP, max_exponent10 = FLT_MAX_10_EXP;
    static constexpr float min = FLT_MIN, max = FLT_MAX, epsilon = FLT_EPSILON;
};
template <>
struct limits<double> {
    static constexpr int digits = DBL_MANT_DIG, min_exponent = DBL_MIN_EXP, max_exponent = DBL_MAX_EXP, max_exponent10 = DBL_MAX_10_EXP;
    static constexpr double min = DBL_MIN, max = DBL_MAX, epsilon = DBL_EPSILON;
};
template <>
struct limits<long double> {
    static constexpr int digits = LDBL_MANT_DIG, min_exponent = LDBL_MIN_EXP, max_exponent = LDBL_MAX_EXP, max_exponent10 = LDBL_MAX_10_EXP;
    static constexpr long double min = LDBL_MIN, max = LDBL_MAX, epsilon = LDBL_EPSILON;
};

/// Infinity and NaN made of bits, so that -ffinite-math-only gives no warning here.
template <std::floating_point T>
inline constexpr T infinity = static_cast<T>(__builtin_bit_cast(double, 0x7ff0'0000'0000'0000ull));
template <std::floating_point T>
inline constexpr T nan = static_cast<T>(__builtin_bit_cast(double, 0x7ff8'0000'0000'0000ull));

}  // namespace leibniz::inline v0_1::arithmetic
