#pragma once

#include <leibniz/version.hpp>

// The way of a model through the house; a misuse is then reported with the shortest chain of includes.
#include <leibniz/language/constant.hpp>
#include <leibniz/language/operators.hpp>
#include <leibniz/language/symbol.hpp>
#include <leibniz/language/symbols.hpp>

#include <leibniz/rules/functions.hpp>
#include <leibniz/rules/identities.hpp>

#include <leibniz/reading/formula.hpp>

#include <leibniz/calculus/diff.hpp>
#include <leibniz/calculus/gradient.hpp>
#include <leibniz/calculus/jacobian.hpp>
#include <leibniz/calculus/outputs.hpp>
#include <leibniz/calculus/wrt.hpp>

#include <leibniz/algebra/equal.hpp>

#include <leibniz/notation/styles/text.hpp>

#include <leibniz/evaluate/callable.hpp>
#include <leibniz/evaluate/evaluate.hpp>
#include <leibniz/evaluate/operations.hpp>
#include <leibniz/evaluate/pack.hpp>
#include <leibniz/evaluate/results_text.hpp>
