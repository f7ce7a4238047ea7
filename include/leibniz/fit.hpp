#pragma once

#include <leibniz/fit/expression.hpp>
#include <leibniz/fit/fit.hpp>
