#pragma once

// What solvers ask of derivatives: structure, products without the matrix, normal equations, series, fields. <leibniz/leibniz.hpp> leaves it out.
#include <leibniz/leibniz.hpp>

#include <leibniz/calculus/fields.hpp>
#include <leibniz/calculus/hessian_products.hpp>
#include <leibniz/calculus/linearity.hpp>
#include <leibniz/calculus/normal_equations.hpp>
#include <leibniz/calculus/structure.hpp>

#include <leibniz/algebra/taylor.hpp>
