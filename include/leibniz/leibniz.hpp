#pragma once

#include <leibniz/algebra/equal.hpp>
#include <leibniz/calculus/diff.hpp>
#include <leibniz/calculus/gradient.hpp>
#include <leibniz/calculus/outputs.hpp>
#include <leibniz/evaluate/evaluate.hpp>
#include <leibniz/evaluate/pack.hpp>
#include <leibniz/language/constant.hpp>
#include <leibniz/language/operators.hpp>
#include <leibniz/language/symbol.hpp>
#include <leibniz/language/symbols.hpp>
#include <leibniz/notation/backpropagation.hpp>
#include <leibniz/notation/text.hpp>
#include <leibniz/rules/functions.hpp>
#include <leibniz/rules/identities.hpp>
