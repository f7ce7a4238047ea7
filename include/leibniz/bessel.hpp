#pragma once

// The Bessel functions, whose values are Boost.Math's (Debian: libboost-dev); <leibniz/leibniz.hpp> leaves them out.
#include <leibniz/leibniz.hpp>

#include <leibniz/rules/bessel.hpp>
