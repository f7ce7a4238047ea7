// The problems of Moré, Garbow and Hillstrom with eight and ten variables: value, gradient and Hessian.

#include "mgh_check.hpp"

namespace {

using mgh::derived, mgh::numbers, mgh::problem, mgh::stepped, mgh::unknown;

// clang-format off
problem const problems[] = {
    {"Extended Rosenbrock, 10", "mgh21", [](numbers const& at) { return derived<10>(mgh::extended_rosenbrock, at); }, nullptr, {-1.2, 1, -1.2, 1, -1.2, 1, -1.2, 1, -1.2, 1}, numbers(10, 1.0), 121, 0},
    {"Penalty II, 10", "mgh24_n10", [](numbers const& at) { return derived<10>(mgh::penalty_2, at); }, [](numbers const& at) { return stepped<10>(mgh::penalty_2, at); }, numbers(10, 0.5), {}, unknown, unknown},
    {"Trigonometric, 10", "mgh26", [](numbers const& at) { return derived<10>(mgh::trigonometric, at); }, [](numbers const& at) { return stepped<10>(mgh::trigonometric, at); }, numbers(10, 0.1), numbers(10, 0.0), unknown, 0},
    {"Discrete boundary value, 10", "mgh28", [](numbers const& at) { return derived<10>(mgh::boundary_value, at); }, [](numbers const& at) { return stepped<10>(mgh::boundary_value, at); }, {-10/121.0, -18/121.0, -24/121.0, -28/121.0, -30/121.0, -30/121.0, -28/121.0, -24/121.0, -18/121.0, -10/121.0}, {}, unknown, unknown},
    {"Broyden tridiagonal, 10", "mgh30", [](numbers const& at) { return derived<10>(mgh::broyden_tridiagonal, at); }, nullptr, numbers(10, -1.0), {}, 21, unknown},
    {"Linear full rank, 10", "mgh32", [](numbers const& at) { return derived<10>(mgh::linear_full_rank, at); }, [](numbers const& at) { return stepped<10>(mgh::linear_full_rank, at); }, numbers(10, 1.0), numbers(10, -1.0), 50, 10},
    {"Chebyquad, 8", "mgh35_n8", [](numbers const& at) { return derived<8>(mgh::chebyquad, at); }, [](numbers const& at) { return stepped<8>(mgh::chebyquad, at); }, {1/9.0, 2/9.0, 3/9.0, 4/9.0, 5/9.0, 6/9.0, 7/9.0, 8/9.0}, {}, unknown, unknown}};
// clang-format on

TEST_CASE("The problems of Moré, Garbow and Hillstrom with eight and ten variables have the values and minima that the paper states") {
    for (problem const& p : problems) mgh::check_known(p);
}
TEST_CASE("The problems of Moré, Garbow and Hillstrom with eight and ten variables agree to twelve digits with the reference at two points") {
    for (problem const& p : problems) mgh::check_points(p);
}

}  // namespace
