#pragma once

// The elementary and special functions in constant expressions. Of a long double of 113 bits, as ARM and s390x have it, at least 64 are correct.
#include <leibniz/arithmetic/error_function.hpp>
#include <leibniz/arithmetic/exponential.hpp>
#include <leibniz/arithmetic/gamma.hpp>
#include <leibniz/arithmetic/hyperbolic.hpp>
#include <leibniz/arithmetic/power.hpp>
#include <leibniz/arithmetic/real.hpp>
#include <leibniz/arithmetic/rounding.hpp>
#include <leibniz/arithmetic/trigonometric.hpp>
