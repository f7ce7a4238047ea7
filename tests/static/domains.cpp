// Where the functions of the table are defined, and where they are smooth.
#include "../laws/regions.hpp"

#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

// An interval contains an end where it is closed.
static_assert(positive_half.contains(1) && !positive_half.contains(0) && nonnegative_half.contains(0) && !nonnegative_half.contains(-1));
static_assert(closed_unit_interval.contains(-1) && closed_unit_interval.contains(1) && !unit_interval.contains(1));

// Both halves of the line.
static_assert(domain_of<cube_root>(0).contains(-8) && domain_of<cube_root>(0).contains(0));
static_assert(smooth_of<cube_root>(0).contains(-8) && smooth_of<cube_root>(0).contains(8) && !smooth_of<cube_root>(0).contains(0));
static_assert(domain_of<hyperbolic_cotangent>(0).contains(-2) && !domain_of<hyperbolic_cotangent>(0).contains(0));
static_assert(domain_of<arc_secant>(0).contains(-1) && !smooth_of<arc_secant>(0).contains(-1) && smooth_of<arc_secant>(0).contains(-2) && !domain_of<arc_secant>(0).contains(0.5));
static_assert(domain_of<inverse_hyperbolic_secant>(0).contains(1) && !domain_of<inverse_hyperbolic_secant>(0).contains(0) && !smooth_of<inverse_hyperbolic_secant>(0).contains(1));
static_assert(domain_of<division>(0).contains(0) && domain_of<division>(1).contains(-3) && !domain_of<division>(1).contains(0));

// Regions that repeat, to both sides or to the left alone.
static_assert(domain_of<tangent>(0).contains(2) && domain_of<tangent>(0).contains(-100) && domain_of<cosecant>(0).contains(-1) && !domain_of<cosecant>(0).contains(0));
static_assert(domain_of<gamma_function>(0).contains(7) && domain_of<gamma_function>(0).contains(-0.5) && domain_of<gamma_function>(0).contains(-7.5));
static_assert(!domain_of<gamma_function>(0).contains(0) && !domain_of<gamma_function>(0).contains(-1) && !domain_of<gamma_function>(0).contains(-7) && domain_of<gamma_function>(0).contains(1));
static_assert(smooth_of<rounded_down>(0).contains(-2.5) && !smooth_of<rounded_down>(0).contains(-2) && !smooth_of<rounded_down>(0).contains(3));
static_assert(smooth_of<rounded>(0).contains(-2) && !smooth_of<rounded>(0).contains(-2.5) && domain_of<rounded>(0).contains(-2.5));
static_assert(domain_of<gamma_function>(0).around(-3.5).low == -4 && domain_of<gamma_function>(0).around(-3.5).high == -3);

// The slopes of logarithms name their base.
inline constexpr symbol<"x"> x;
static_assert(text(diff(log2(x), x)) == "1/(x*log(2))");

}  // namespace
