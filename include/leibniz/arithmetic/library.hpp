#pragma once

/// The functions of the C library for the machine's numbers, without including <cmath>, which would be a tenth of the compiler's
/// work on a small model.
namespace leibniz::inline v0_1::library {

#if defined(__CUDA__) || defined(__CUDACC__)
// CUDA's, for the host and for the device: they are declared before any header of a program.
using ::abs, ::sqrt, ::cbrt, ::exp, ::exp2, ::expm1, ::log, ::log2, ::log10, ::log1p, ::sin, ::cos, ::tan, ::asin, ::acos, ::atan, ::sinh, ::cosh,
    ::tanh, ::asinh, ::acosh, ::atanh, ::erf, ::erfc, ::tgamma, ::lgamma, ::floor, ::ceil, ::round, ::trunc, ::pow, ::atan2, ::fmod, ::hypot;
#else
// clang-format off
inline float abs(float u)    { return __builtin_fabsf(u);    }  inline double abs(double u)    { return __builtin_fabs(u);    }  inline long double abs(long double u)    { return __builtin_fabsl(u);    }

inline float sqrt(float u)   { return __builtin_sqrtf(u);   }  inline double sqrt(double u)   { return __builtin_sqrt(u);   }  inline long double sqrt(long double u)   { return __builtin_sqrtl(u);   }
inline float cbrt(float u)   { return __builtin_cbrtf(u);   }  inline double cbrt(double u)   { return __builtin_cbrt(u);   }  inline long double cbrt(long double u)   { return __builtin_cbrtl(u);   }

inline float exp(float u)    { return __builtin_expf(u);    }  inline double exp(double u)    { return __builtin_exp(u);    }  inline long double exp(long double u)    { return __builtin_expl(u);    }
inline float exp2(float u)   { return __builtin_exp2f(u);   }  inline double exp2(double u)   { return __builtin_exp2(u);   }  inline long double exp2(long double u)   { return __builtin_exp2l(u);   }
inline float expm1(float u)  { return __builtin_expm1f(u);  }  inline double expm1(double u)  { return __builtin_expm1(u);  }  inline long double expm1(long double u)  { return __builtin_expm1l(u);  }
inline float log(float u)    { return __builtin_logf(u);    }  inline double log(double u)    { return __builtin_log(u);    }  inline long double log(long double u)    { return __builtin_logl(u);    }
inline float log2(float u)   { return __builtin_log2f(u);   }  inline double log2(double u)   { return __builtin_log2(u);   }  inline long double log2(long double u)   { return __builtin_log2l(u);   }
inline float log10(float u)  { return __builtin_log10f(u);  }  inline double log10(double u)  { return __builtin_log10(u);  }  inline long double log10(long double u)  { return __builtin_log10l(u);  }
inline float log1p(float u)  { return __builtin_log1pf(u);  }  inline double log1p(double u)  { return __builtin_log1p(u);  }  inline long double log1p(long double u)  { return __builtin_log1pl(u);  }

inline float sin(float u)    { return __builtin_sinf(u);    }  inline double sin(double u)    { return __builtin_sin(u);    }  inline long double sin(long double u)    { return __builtin_sinl(u);    }
inline float cos(float u)    { return __builtin_cosf(u);    }  inline double cos(double u)    { return __builtin_cos(u);    }  inline long double cos(long double u)    { return __builtin_cosl(u);    }
inline float tan(float u)    { return __builtin_tanf(u);    }  inline double tan(double u)    { return __builtin_tan(u);    }  inline long double tan(long double u)    { return __builtin_tanl(u);    }
inline float asin(float u)   { return __builtin_asinf(u);   }  inline double asin(double u)   { return __builtin_asin(u);   }  inline long double asin(long double u)   { return __builtin_asinl(u);   }
inline float acos(float u)   { return __builtin_acosf(u);   }  inline double acos(double u)   { return __builtin_acos(u);   }  inline long double acos(long double u)   { return __builtin_acosl(u);   }
inline float atan(float u)   { return __builtin_atanf(u);   }  inline double atan(double u)   { return __builtin_atan(u);   }  inline long double atan(long double u)   { return __builtin_atanl(u);   }

inline float sinh(float u)   { return __builtin_sinhf(u);   }  inline double sinh(double u)   { return __builtin_sinh(u);   }  inline long double sinh(long double u)   { return __builtin_sinhl(u);   }
inline float cosh(float u)   { return __builtin_coshf(u);   }  inline double cosh(double u)   { return __builtin_cosh(u);   }  inline long double cosh(long double u)   { return __builtin_coshl(u);   }
inline float tanh(float u)   { return __builtin_tanhf(u);   }  inline double tanh(double u)   { return __builtin_tanh(u);   }  inline long double tanh(long double u)   { return __builtin_tanhl(u);   }
inline float asinh(float u)  { return __builtin_asinhf(u);  }  inline double asinh(double u)  { return __builtin_asinh(u);  }  inline long double asinh(long double u)  { return __builtin_asinhl(u);  }
inline float acosh(float u)  { return __builtin_acoshf(u);  }  inline double acosh(double u)  { return __builtin_acosh(u);  }  inline long double acosh(long double u)  { return __builtin_acoshl(u);  }
inline float atanh(float u)  { return __builtin_atanhf(u);  }  inline double atanh(double u)  { return __builtin_atanh(u);  }  inline long double atanh(long double u)  { return __builtin_atanhl(u);  }

inline float erf(float u)    { return __builtin_erff(u);    }  inline double erf(double u)    { return __builtin_erf(u);    }  inline long double erf(long double u)    { return __builtin_erfl(u);    }
inline float erfc(float u)   { return __builtin_erfcf(u);   }  inline double erfc(double u)   { return __builtin_erfc(u);   }  inline long double erfc(long double u)   { return __builtin_erfcl(u);   }
inline float tgamma(float u) { return __builtin_tgammaf(u); }  inline double tgamma(double u) { return __builtin_tgamma(u); }  inline long double tgamma(long double u) { return __builtin_tgammal(u); }
inline float lgamma(float u) { return __builtin_lgammaf(u); }  inline double lgamma(double u) { return __builtin_lgamma(u); }  inline long double lgamma(long double u) { return __builtin_lgammal(u); }

inline float floor(float u)  { return __builtin_floorf(u);  }  inline double floor(double u)  { return __builtin_floor(u);  }  inline long double floor(long double u)  { return __builtin_floorl(u);  }
inline float ceil(float u)   { return __builtin_ceilf(u);   }  inline double ceil(double u)   { return __builtin_ceil(u);   }  inline long double ceil(long double u)   { return __builtin_ceill(u);   }
inline float round(float u)  { return __builtin_roundf(u);  }  inline double round(double u)  { return __builtin_round(u);  }  inline long double round(long double u)  { return __builtin_roundl(u);  }
inline float trunc(float u)  { return __builtin_truncf(u);  }  inline double trunc(double u)  { return __builtin_trunc(u);  }  inline long double trunc(long double u)  { return __builtin_truncl(u);  }

inline float pow(float u, float v)   { return __builtin_powf(u, v);   }  inline double pow(double u, double v)   { return __builtin_pow(u, v);   }  inline long double pow(long double u, long double v)   { return __builtin_powl(u, v);   }
inline float atan2(float u, float v) { return __builtin_atan2f(u, v); }  inline double atan2(double u, double v) { return __builtin_atan2(u, v); }  inline long double atan2(long double u, long double v) { return __builtin_atan2l(u, v); }
inline float fmod(float u, float v)  { return __builtin_fmodf(u, v);  }  inline double fmod(double u, double v)  { return __builtin_fmod(u, v);  }  inline long double fmod(long double u, long double v)  { return __builtin_fmodl(u, v);  }
inline float hypot(float u, float v) { return __builtin_hypotf(u, v); }  inline double hypot(double u, double v) { return __builtin_hypot(u, v); }  inline long double hypot(long double u, long double v) { return __builtin_hypotl(u, v); }
// clang-format on
#endif

}  // namespace leibniz::inline v0_1::library
