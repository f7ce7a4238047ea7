#pragma once

#include <leibniz/leibniz.hpp>

#include <leibniz/reading/evaluate.hpp>
#include <leibniz/reading/model.hpp>
