#pragma once

// Where a camera sees a point, less where it was seen: N. Snavely's model, in the form of the data set "Bundle Adjustment in the Large".

#include <leibniz/leibniz.hpp>

#include "json_numbers.hpp"

#include <array>
#include <sstream>
#include <string>

namespace reprojection {

using namespace leibniz;

constexpr symbols<"r", 3> r;  // rotation: axis times angle
constexpr symbols<"t", 3> t;  // translation
constexpr symbol<"f"> f;      // focal length, and two radial terms
constexpr symbol<"k1"> k1;
constexpr symbol<"k2"> k2;
constexpr symbols<"p", 3> p;  // the point
constexpr symbol<"u"> u;
constexpr symbol<"v"> v;

constexpr auto angle = sqrt(pow<2>(r[0_c]) + pow<2>(r[1_c]) + pow<2>(r[2_c]));
constexpr auto along = (1_c - cos(angle))/pow<2>(angle)*(r[0_c]*p[0_c] + r[1_c]*p[1_c] + r[2_c]*p[2_c]);
constexpr auto across = sin(angle)/angle;
constexpr auto x = p[0_c]*cos(angle) + across*(r[1_c]*p[2_c] - r[2_c]*p[1_c]) + along*r[0_c] + t[0_c];
constexpr auto y = p[1_c]*cos(angle) + across*(r[2_c]*p[0_c] - r[0_c]*p[2_c]) + along*r[1_c] + t[1_c];
constexpr auto z = p[2_c]*cos(angle) + across*(r[0_c]*p[1_c] - r[1_c]*p[0_c]) + along*r[2_c] + t[2_c];
constexpr auto square = pow<2>(x/z) + pow<2>(y/z);
constexpr auto scale = -f*(1_c + square*(k1 + k2*square));
constexpr auto residuals = outputs(scale*x/z - u, scale*y/z - v);
constexpr auto camera = wrt(r, t, f, k1, k2);
constexpr auto point = wrt(p);

/// A problem of the data set with one camera, one point and one observation.
struct one_observation {
    std::array<double, 2> seen{};
    std::array<double, 9> camera{};
    std::array<double, 3> point{};

    explicit one_observation(std::string const& text) {
        std::istringstream in(text);
        int cameras = 0, points = 0, observations = 0, of_camera = 0, of_point = 0;
        in >> cameras >> points >> observations >> of_camera >> of_point;
        for (double& each : seen) in >> each;
        for (double& each : camera) in >> each;
        for (double& each : point) in >> each;
        if (!in || cameras != 1 || points != 1 || observations != 1) throw std::runtime_error("this is no problem of one observation");
    }
};

}  // namespace reprojection
