#pragma once

#include <leibniz/version.hpp>

// Hand calculations and derivations as documents, in every form: #include <leibniz/page.hpp> beside <leibniz/leibniz.hpp>.
#include <leibniz/notation/backpropagation.hpp>
#include <leibniz/notation/calculus_notation.hpp>
#include <leibniz/notation/derivation_document.hpp>
#include <leibniz/notation/html.hpp>
#include <leibniz/notation/markdown.hpp>
#include <leibniz/notation/picture.hpp>
#include <leibniz/notation/picture_style.hpp>
#include <leibniz/notation/plot.hpp>
#include <leibniz/notation/terminal.hpp>
#include <leibniz/notation/text.hpp>
#include <leibniz/notation/typeset.hpp>
#include <leibniz/notation/written_out.hpp>
