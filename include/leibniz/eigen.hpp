#pragma once

#include <leibniz/eigen/evaluate.hpp>
#include <leibniz/eigen/vectors.hpp>
#include <leibniz/leibniz.hpp>
