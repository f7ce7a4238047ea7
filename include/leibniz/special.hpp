#pragma once

// The special functions that few models need: gammainc, betainc, erfinv, lognormcdf, ...; <leibniz/leibniz.hpp> leaves
// them out.
#include <leibniz/leibniz.hpp>

#include <leibniz/rules/special_functions.hpp>
