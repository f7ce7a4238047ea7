#pragma once

#include <leibniz/leibniz.hpp>

#include <leibniz/eigen/evaluate.hpp>
#include <leibniz/eigen/vectors.hpp>
