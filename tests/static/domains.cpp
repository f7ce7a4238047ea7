// Where the functions of the table are defined, and where they are smooth.
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

// An interval contains an end where it is closed.
static_assert(positive_half.contains(1) && !positive_half.contains(0) && nonnegative_half.contains(0) && !nonnegative_half.contains(-1));
static_assert(closed_unit_interval.contains(-1) && closed_unit_interval.contains(1) && !unit_interval.contains(1));

// Both halves of the line.
static_assert(cube_root::domain.contains(-8) && cube_root::domain.contains(0));
static_assert(cube_root::smooth.contains(-8) && cube_root::smooth.contains(8) && !cube_root::smooth.contains(0));
static_assert(hyperbolic_cotangent::domain.contains(-2) && !hyperbolic_cotangent::domain.contains(0));
static_assert(arc_secant::domain.contains(-1) && !arc_secant::smooth.contains(-1) && arc_secant::smooth.contains(-2) && !arc_secant::domain.contains(0.5));
static_assert(inverse_hyperbolic_secant::domain.contains(1) && !inverse_hyperbolic_secant::domain.contains(0) && !inverse_hyperbolic_secant::smooth.contains(1));
static_assert(division::domains[0].contains(0) && division::domains[1].contains(-3) && !division::domains[1].contains(0));

// Regions that repeat, to both sides or to the left alone.
static_assert(tangent::domain.contains(2) && tangent::domain.contains(-100) && cosecant::domain.contains(-1) && !cosecant::domain.contains(0));
static_assert(gamma_function::domain.contains(7) && gamma_function::domain.contains(-0.5) && gamma_function::domain.contains(-7.5));
static_assert(!gamma_function::domain.contains(0) && !gamma_function::domain.contains(-1) && !gamma_function::domain.contains(-7) && gamma_function::domain.contains(1));
static_assert(rounded_down::smooth.contains(-2.5) && !rounded_down::smooth.contains(-2) && !rounded_down::smooth.contains(3));
static_assert(rounded::smooth.contains(-2) && !rounded::smooth.contains(-2.5) && rounded::domain.contains(-2.5));
static_assert(gamma_function::domain.piece_at(-3.5).low == -4 && gamma_function::domain.piece_at(-3.5).high == -3);

// The slopes of logarithms name their base.
inline constexpr symbol<"x"> x;
static_assert(text(diff(log2(x), x)) == "1/(x*log(2))");

}  // namespace
