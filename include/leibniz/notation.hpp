#pragma once

#include <leibniz/version.hpp>

// The other printed forms; text comes with leibniz.hpp.
#include <leibniz/notation/c_code.hpp>
#include <leibniz/notation/dot.hpp>
#include <leibniz/notation/json.hpp>
#include <leibniz/notation/latex.hpp>
#include <leibniz/notation/mathml.hpp>
#include <leibniz/notation/python.hpp>
#include <leibniz/notation/sympy.hpp>
#include <leibniz/notation/unicode.hpp>
