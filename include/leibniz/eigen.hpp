#pragma once

#include <leibniz/eigen/evaluate.hpp>
#include <leibniz/leibniz.hpp>
