#pragma once

#include <leibniz/leibniz.hpp>

#include <leibniz/parse/evaluate_model.hpp>
#include <leibniz/parse/model.hpp>
#include <leibniz/parse/model_algebra.hpp>
#include <leibniz/parse/model_assumptions.hpp>
#include <leibniz/parse/model_calculus.hpp>
#include <leibniz/parse/model_equivalent.hpp>
#include <leibniz/parse/model_polynomials.hpp>
#include <leibniz/parse/model_shared.hpp>
#include <leibniz/parse/model_structure.hpp>
