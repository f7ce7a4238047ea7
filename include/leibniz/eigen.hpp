#pragma once

#include <leibniz/leibniz.hpp>

#include <leibniz/eigen/evaluate_into.hpp>
#include <leibniz/eigen/into_vectors.hpp>
#include <leibniz/eigen/vectors.hpp>
