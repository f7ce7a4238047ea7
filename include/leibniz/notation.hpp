#pragma once

#include <leibniz/version.hpp>

// The other printed forms; text comes with leibniz.hpp.
#include <leibniz/export/c_code.hpp>
#include <leibniz/export/dot.hpp>
#include <leibniz/export/json.hpp>
#include <leibniz/notation/number_text.hpp>
#include <leibniz/notation/styles/latex.hpp>
#include <leibniz/notation/styles/mathml.hpp>
#include <leibniz/notation/styles/python.hpp>
#include <leibniz/notation/styles/sympy.hpp>
#include <leibniz/notation/styles/unicode.hpp>
