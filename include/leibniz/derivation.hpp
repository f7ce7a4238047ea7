#pragma once

// Every step to a derivative; <leibniz/leibniz.hpp> leaves it out.
#include <leibniz/leibniz.hpp>

#include <leibniz/derivation/derivation.hpp>
