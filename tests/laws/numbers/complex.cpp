#include "block_values.hpp"
#include "programs.hpp"

#include <array>
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
