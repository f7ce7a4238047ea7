#pragma once

#include <string>

/// Ends the program unless the laws of check.hpp hold for this formula. In a unit of its own, for it is most of what there is to compile.
void try_formula(std::string const& text);
