#pragma once

#include <leibniz/evaluate/interpret.hpp>

#include <array>

// Programs of the run-time engine in number types that the engine does not have of itself: 50 decimal digits, and complex
// numbers. The values of all blocks are compiled here once in each of them, for all law tests. What comes out is rounded
// to double; NaN is what is not defined.

namespace numbers {

/// What u, v, w (or x, y, z) stand for.
using point = std::array<double, 3>;

/// How far `slope` is from the central difference of `of` by argument k, relative to the larger of 1 and the slope, all in
/// 50 digits: some 1e-35 where both are right, infinity where only the difference is a number. No end of the domain may be
/// nearer than `room`.
double distance_from_difference(leibniz::program const& slope, leibniz::program const& of, point const& at, std::size_t k, double room);
/// The same of the value that a block states.
double distance_from_difference(leibniz::program const& slope, leibniz::function const& block, point const& at, std::size_t k, double room);

/// The same of an expression exactly as it was written; NaN where distance_from_written is, and where a part has a kink.
double distance_from_difference(leibniz::program const& slope, leibniz::written const& expression, point const& at, std::size_t k, double room);

/// How far `slope` is from f'(at) by a step into the complex plane, both in double precision: an entire unit in the last
/// place is 1e-16.
double distance_from_complex_step(leibniz::program const& slope, leibniz::program const& of, point const& at, std::size_t k);

/// The value in 50 digits.
double value(leibniz::program const& p, point const& at);

/// How far two programs are from each other, in 50 digits, relative to the larger of 1 and the first.
double distance(leibniz::program const& a, leibniz::program const& b, point const& at);

/// How far a program is from an expression exactly as it was written, evaluated without a graph and without any algebra;
/// relative as above. NaN where the expression is not defined over the reals or is large (a part beyond 1e12), where a part
/// of it stands where it jumps, and where it cancels so much that 50 digits do not tell.
double distance_from_written(leibniz::program const& p, leibniz::written const& expression, point const& at);

}  // namespace numbers
