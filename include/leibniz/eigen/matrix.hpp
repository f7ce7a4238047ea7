#pragma once

#include <leibniz/eigen.hpp>
#include <leibniz/matrix.hpp>

#include <leibniz/eigen/evaluate_matrices.hpp>
#include <leibniz/eigen/matrix_packs.hpp>
