#pragma once

#include <leibniz/version.hpp>

// Hand calculations and derivations as documents, in every form: #include <leibniz/page.hpp> beside <leibniz/leibniz.hpp>.
#include <leibniz/backpropagation/backpropagation.hpp>
#include <leibniz/backpropagation/calculus_notation.hpp>
#include <leibniz/document/derivation_document.hpp>
#include <leibniz/document/html.hpp>
#include <leibniz/document/markdown.hpp>
#include <leibniz/document/picture.hpp>
#include <leibniz/document/picture_style.hpp>
#include <leibniz/document/plot.hpp>
#include <leibniz/document/shared_document.hpp>
#include <leibniz/document/terminal.hpp>
#include <leibniz/notation/styles/text.hpp>
#include <leibniz/document/latex_document.hpp>
#include <leibniz/document/calculation_document.hpp>
