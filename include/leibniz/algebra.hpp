#pragma once

// What is done with formulas: replacing, taking apart, proving. <leibniz/leibniz.hpp> leaves it out.
#include <leibniz/leibniz.hpp>

#include <leibniz/algebra/apart.hpp>
#include <leibniz/algebra/assumptions.hpp>
#include <leibniz/algebra/expand.hpp>
#include <leibniz/algebra/factor.hpp>
#include <leibniz/algebra/free_symbols.hpp>
#include <leibniz/algebra/substitute.hpp>

#include <leibniz/notation/assumption_texts.hpp>
#include <leibniz/notation/shared.hpp>

#include <leibniz/evaluate/evaluate_assumptions.hpp>

#include <leibniz/proofs/equivalent.hpp>
#include <leibniz/proofs/misuse.hpp>
#include <leibniz/proofs/simplify.hpp>
