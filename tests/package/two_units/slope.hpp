#pragma once

#include <leibniz/eigen.hpp>
#include <leibniz/leibniz.hpp>

#include <string_view>

namespace two_units {

inline constexpr leibniz::symbol<"w"> w;
inline constexpr leibniz::symbol<"x"> x;
inline constexpr auto slope = leibniz::diff(leibniz::pow<2>(w*x), w);

struct answers {
    std::string_view text;
    double number;
    double mean;
};

/// What this translation unit makes of the slope at w = 3 and x = (1, 2).
inline answers ask() {
    Eigen::ArrayXd xs(2);
    xs << 1, 2;
    return {leibniz::text(slope), leibniz::evaluate(slope, w = 3.0, x = 2.0),
            leibniz::evaluate(leibniz::mean(slope), w = 3.0, x = xs)};
}

answers ask_the_other_unit();

}  // namespace two_units
