#pragma once

#include <leibniz/leibniz.hpp>

#include <leibniz/matrix/symbols.hpp>

#include <leibniz/matrix/reading.hpp>

#include <leibniz/matrix/directional.hpp>

#include <leibniz/matrix/diagnosis.hpp>
