#pragma once

#include <leibniz/leibniz.hpp>
#include <leibniz/version.hpp>

#include <cmath>
#include <string_view>

/// Whether a unit has the library of this version, which calls the hyperbolic tangent so and multiplies it by this factor.
static bool has(std::string_view version, std::string_view text, double factor) {
    using namespace leibniz::literals;
    constexpr leibniz::symbol<"x"> x;
    constexpr auto model = leibniz::tanh(x) + 1_c;
    double volatile const at = 0.5;
    return leibniz::version_text == version && leibniz::text(model) == text && leibniz::evaluate(model, x = double(at)) == factor * std::tanh(0.5) + 1.0;
}
