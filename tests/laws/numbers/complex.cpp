#include "block_values.hpp"
#include "programs.hpp"

#include <array>
#include <cmath>
#include <complex>

namespace numbers {

using complex = std::complex<double>;

template <class F>
    requires(!has_complex_value<F>)
struct block_value<F, complex> {};
template <>
struct block_value<leibniz::circle_constant, complex> {
    static complex of(complex const*) { return 3.141592653589793; }
};

// Where a standard library's functions lose an imaginary part as small as the step: after Kahan 1987.
#ifdef _LIBCPP_VERSION
complex arc_sine_of(complex z) {
    complex const a = std::sqrt(1.0 - z), b = std::sqrt(1.0 + z);
    return {std::atan2(z.real(), (a * b).real()), std::asinh((std::conj(a) * b).imag())};
}
complex arc_cosine_of(complex z) {
    complex const a = std::sqrt(1.0 - z), b = std::sqrt(1.0 + z);
    return {2 * std::atan2(a.real(), b.real()), std::asinh((std::conj(b) * a).imag())};
}
complex arc_tangent_of(complex z) {
    double const x = z.real(), y = z.imag();
    return {std::atan2(2 * x, 1 - x * x - y * y) / 2, std::log1p(4 * y / (x * x + (1 - y) * (1 - y))) / 4};
}
complex cotangent_of(complex z) {
    double const t = std::tan(z.real()), h = std::tanh(z.imag());
    return complex(1, -t * h) / complex(t, h);
}
template <complex (*Function)(complex), bool OfReciprocal = false>
struct written_out {
    static complex of(complex const* u) { return Function(OfReciprocal ? 1.0 / *u : *u); }
};
template <> struct block_value<leibniz::arc_sine, complex> : written_out<arc_sine_of> {};
template <> struct block_value<leibniz::arc_cosecant, complex> : written_out<arc_sine_of, true> {};
template <> struct block_value<leibniz::arc_cosine, complex> : written_out<arc_cosine_of> {};
template <> struct block_value<leibniz::arc_secant, complex> : written_out<arc_cosine_of, true> {};
template <> struct block_value<leibniz::arc_tangent, complex> : written_out<arc_tangent_of> {};
template <> struct block_value<leibniz::arc_cotangent, complex> : written_out<arc_tangent_of, true> {};
template <> struct block_value<leibniz::cotangent, complex> : written_out<cotangent_of> {};
#endif

double distance_from_complex_step(leibniz::program const& slope, leibniz::program const& of, point const& at, std::size_t k) {
    static block_values<complex> const blocks;
    constexpr double h = 1e-100;  // its square is nothing beside 1
    std::array<complex, 3> there{at[0], at[1], at[2]};
    double const derived = run(slope, there, blocks).real();
    there[k] = {at[k], h};
    double const stepped = run(of, there, blocks).imag() / h;
    return std::abs(derived - stepped) / std::max(1.0, std::abs(derived));
}

}  // namespace numbers
