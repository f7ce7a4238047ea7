#pragma once

// The hand calculation of a model and its gradient, line by line; <leibniz/leibniz.hpp> leaves it out.
#include <leibniz/leibniz.hpp>

#include <leibniz/backpropagation/backpropagation.hpp>
