#pragma once

// The residual of a bundle adjustment, beside its formula by hand for Ceres' own derivatives.

#include "../reference/reprojection.hpp"

#include <ceres/rotation.h>

namespace reprojection {

struct by_hand {
    std::array<double, 2> seen;
    template <class T>
    bool operator()(T const* of_camera, T const* of_point, T* to) const {
        T at[3];
        ceres::AngleAxisRotatePoint(of_camera, of_point, at);
        for (int i = 0; i < 3; ++i) at[i] += of_camera[3 + i];
        T const across_x = -at[0]/at[2], across_y = -at[1]/at[2], of_squares = across_x*across_x + across_y*across_y;
        T const distorted = of_camera[6]*(1.0 + of_squares*(of_camera[7] + of_camera[8]*of_squares));
        to[0] = distorted*across_x - seen[0];
        to[1] = distorted*across_y - seen[1];
        return true;
    }
};

}  // namespace reprojection
