#pragma once

#include <leibniz/leibniz.hpp>

#include <leibniz/parse/evaluate.hpp>
#include <leibniz/parse/model.hpp>
