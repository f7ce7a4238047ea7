// The problems of Moré, Garbow and Hillstrom with up to six variables: value, gradient and Hessian.

#include "mgh_check.hpp"

namespace {

using mgh::derived, mgh::numbers, mgh::problem, mgh::stepped, mgh::unknown;

Eigen::ArrayXd const bell = mgh::rows({0.0009, 0.0044, 0.0175, 0.0540, 0.1295, 0.2420, 0.3521, 0.3989, 0.3521, 0.2420, 0.1295, 0.0540, 0.0175, 0.0044, 0.0009});
Eigen::ArrayXd const bell_at = (8 - mgh::steps(15, 1.0))/2;
Eigen::ArrayXd const enzyme = mgh::rows({0.1957, 0.1947, 0.1735, 0.1600, 0.0844, 0.0627, 0.0456, 0.0342, 0.0323, 0.0235, 0.0246});
Eigen::ArrayXd const enzyme_at = mgh::rows({4, 2, 1, 0.5, 0.25, 0.167, 0.125, 0.1, 0.0833, 0.0714, 0.0625});
Eigen::ArrayXd const hundredths = mgh::steps(99, 0.01), fifths = mgh::steps(20, 0.2), tenths = mgh::steps(13, 0.1), parts_of_29 = mgh::steps(29, 1.0/29);

// clang-format off
problem const problems[] = {
    {"Rosenbrock", "mgh01", [](numbers const& at) { return derived<2>(mgh::rosenbrock, at); }, nullptr, {-1.2, 1}, {1, 1}, 24.2, 0},
    {"Freudenstein and Roth", "mgh02", [](numbers const& at) { return derived<2>(mgh::freudenstein_roth, at); }, nullptr, {0.5, -2}, {5, 4}, 400.5, 0},
    {"Beale", "mgh05", [](numbers const& at) { return derived<2>(mgh::beale, at); }, nullptr, {1, 1}, {3, 0.5}, 14.203125, 0},
    {"Helical valley", "mgh07", [](numbers const& at) { return derived<3>(mgh::helical_valley, at); }, nullptr, {-1, 0, 0}, {1, 0, 0}, 2500, 0},
    {"Gaussian", "mgh09", [](numbers const& at) { return derived<3>(mgh::gaussian, at, mgh::t = bell_at, mgh::y = bell); }, nullptr, {0.4, 1, 0}, {}, unknown, unknown},
    {"Gulf", "mgh11", [](numbers const& at) { return derived<3>(mgh::gulf, at, mgh::t = hundredths); }, nullptr, {5, 2.5, 0.15}, {50, 25, 1.5}, unknown, 0},
    {"Powell singular", "mgh13", [](numbers const& at) { return derived<4>(mgh::powell_singular, at); }, nullptr, {3, -1, 0, 1}, {0, 0, 0, 0}, 215, 0},
    {"Kowalik and Osborne", "mgh15", [](numbers const& at) { return derived<4>(mgh::kowalik_osborne, at, mgh::t = enzyme_at, mgh::y = enzyme); }, nullptr, {0.25, 0.39, 0.415, 0.39}, {}, unknown, unknown},
    {"Brown and Dennis", "mgh16", [](numbers const& at) { return derived<4>(mgh::brown_dennis, at, mgh::t = fifths); }, nullptr, {25, 5, -5, -1}, {}, unknown, unknown},
    {"Biggs EXP6", "mgh18", [](numbers const& at) { return derived<6>(mgh::biggs, at, mgh::t = tenths); }, nullptr, {1, 2, 1, 1, 1, 1}, {1, 10, 1, 5, 4, 3}, unknown, 0},
    {"Watson, 6", "mgh20_n6", [](numbers const& at) { return derived<6>(mgh::watson, at, mgh::t = parts_of_29); }, nullptr, numbers(6, 0.0), {}, 30, unknown},
    {"Penalty I, 4", "mgh23_n4", [](numbers const& at) { return derived<4>(mgh::penalty_1, at); }, nullptr, {1, 2, 3, 4}, {}, 29.75*29.75 + 14e-5, unknown}};
// clang-format on

TEST_CASE("The problems of Moré, Garbow and Hillstrom with up to six variables have the values and minima that the paper states") {
    for (problem const& p : problems) mgh::check_known(p);
}
TEST_CASE("The problems of Moré, Garbow and Hillstrom with up to six variables agree to twelve digits with the reference at two points") {
    for (problem const& p : problems) mgh::check_points(p);
}

}  // namespace
