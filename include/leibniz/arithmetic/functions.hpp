#pragma once

// The elementary and special functions in constant expressions.
#include <leibniz/arithmetic/error_function.hpp>
#include <leibniz/arithmetic/exponential.hpp>
#include <leibniz/arithmetic/gamma.hpp>
#include <leibniz/arithmetic/hyperbolic.hpp>
#include <leibniz/arithmetic/power.hpp>
#include <leibniz/arithmetic/real.hpp>
#include <leibniz/arithmetic/rounding.hpp>
#include <leibniz/arithmetic/trigonometric.hpp>
