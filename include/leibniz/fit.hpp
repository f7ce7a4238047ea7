#pragma once

#include <leibniz/fit/result.hpp>
