#pragma once

#include <leibniz/fit/bands.hpp>
#include <leibniz/fit/expression.hpp>
#include <leibniz/fit/fit.hpp>
#include <leibniz/fit/profile.hpp>
#include <leibniz/fit/report_text.hpp>
