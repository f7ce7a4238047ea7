#pragma once

namespace leibniz::inline v0_1 {

// The distribution function of the normal distribution in C, to the bit as arithmetic/normal_distribution.hpp has it.

/// normcdf(u), and what gelu(u) calls, too: factor*erfc(u/sqrt(2)) for u > 0.67.
inline constexpr char const* normcdf_in_c =
    "normcdf(double u);\n"
    "static double leibniz_normal_polynomial(double const* c, int last, double u) {\n"
    "    double const square = u*u;\n"
    "    double even = c[last], odd = c[last - 1];\n"
    "    for (int k = last - 2; k >= 0; k -= 2) even = even*square + c[k];\n"
    "    for (int k = last - 3; k >= 0; k -= 2) odd = odd*square + c[k];\n"
    "    return odd*u + even;\n"
    "}\n"
    "static double leibniz_normal_error(double u, double v, double product) {\n"
    "    double const u_scaled = 134217728*u, a = (u_scaled + u) - u_scaled, b = u - a;\n"
    "    double const v_scaled = 134217728*v, c = (v_scaled + v) - v_scaled, d = v - c;\n"
    "    return (((a*c - product) + a*d) + b*c) + b*d;\n"
    "}\n"
    "static double leibniz_normal_tail(double size, double factor) {\n"
    "    static double const c[] = {\n"
    "        -0x1.1df1ad154a290p-3, 0x1.f7f5df66fd585p-7, 0x1.16ecefcfa54f7p-4, -0x1.9ddb23c3e7d7bp-4,\n"
    "        0x1.7fee004e0f536p-4, -0x1.0fb06dfe6a52dp-4, 0x1.3079edf6dec81p-5, -0x1.0962387dd64aap-6, 0x1.49c6726faa9b9p-8,\n"
    "        -0x1.8d4aa14ac5af0p-11, -0x1.a1df1a40dd8a0p-13, 0x1.3be0d38c91082p-13, -0x1.9959b7ff2ffc2p-16,\n"
    "        -0x1.78a34a47e3254p-17, 0x1.7f21aa7fc44fcp-18, 0x1.4190012560fe4p-22, -0x1.b9f339d1b039dp-21,\n"
    "        0x1.202b687af3330p-24, 0x1.c80127e73acdep-24, -0x1.a4ea5f199f568p-27, -0x1.6d91601470a69p-27};\n"
    "    double const at_4 = 0x1.3ba5916e9fd7fp+0, root = 1.4142135623730951, u = size < 39.5 ? size : 39.5, square = u*u;\n"
    "    double const e = exp(-0.5*square), below = u*root + 1, a = u*0.70710678118654752, t = (a - 4)/(a + 4);\n"
    "    double const below_low = leibniz_normal_error(u, root, below - 1) - u*9.667293313452913e-17;\n"
    "    double const rise = t*leibniz_normal_polynomial(c, 20, t), above = at_4 + rise, inverse = 1/below;\n"
    "    double const tail = above*inverse, above_low = rise - (above - at_4);\n"
    "    double const low = ((above_low - leibniz_normal_error(tail, below, above)) - tail*below_low)*inverse;\n"
    "    double const product = factor*tail, e_scaled = 134217728*e, e_high = (e_scaled + e) - e_scaled, e_low = e - e_high;\n"
    "    double const scaled = 134217728*product, high = (scaled + product) - scaled, rest = product - high;\n"
    "    double const u_scaled = 134217728*u, b = (u_scaled + u) - u_scaled, d = u - b;\n"
    "    double const square_low = ((b*b - square) + 2*b*d) + d*d;\n"
    "    return e_high*high + (e_high*rest + e_low*product + e*factor*(low - tail*(0.5*square_low)));\n"
    "}\n"
    "static double leibniz_normcdf(double u) {\n"
    "    static double const c[] = {0x1.20dd750429b6dp+0, -0x1.812746b0379b4p-2, 0x1.ce2f21a03d7d9p-4,\n"
    "                               -0x1.b82ce30f291fdp-6, 0x1.565bcbf854bfbp-8, -0x1.c02d4f4607141p-11,\n"
    "                               0x1.f98dace8138eep-14, -0x1.f22458d16a63fp-17, 0x1.8b46e196ddb44p-20};\n"
    "    if (u < -0.67) return leibniz_normal_tail(-u, 0.5);\n"
    "    if (u > 0.67) return 1 - leibniz_normal_tail(u, 0.5);\n"
    "    return 0.5 + u*0.35355339059327376*leibniz_normal_polynomial(c, 8, 0.5*u*u);\n"
    "}";
inline constexpr char const* gelu_in_c =
    "gelu(double u) {\n"
    "    if (u < -0.67) return -leibniz_normal_tail(-u, u > -39.5 ? -0.5*u : 19.75);\n"
    "    if (u > 0.67) return u - leibniz_normal_tail(u, u < 39.5 ? 0.5*u : 19.75);\n"
    "    return u*leibniz_normcdf(u);\n"
    "}";

}  // namespace leibniz::inline v0_1
