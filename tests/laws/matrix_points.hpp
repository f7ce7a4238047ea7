#pragma once

#include "../matrix_values.hpp"
#include "random_matrices.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace matrix_values {

/// Sizes, and values of all symbols of a model.
struct point {
    sizes of;
    bound all;

    int size(int place) const { return place == number ? 1 : of.at(size_names[place]); }
    point(random_matrices& draw, std::array<int, 3> numbers) {
        for (int k = 0; k < 3; ++k) of[size_names[k]] = numbers[static_cast<std::size_t>(k)];
        for (auto const& v : draw.variables()) {
            dense value(size(v.rows), size(v.columns));
            for (double& entry : value.entries) entry = (draw.below(2001) - 1000) / 1000.0;
            if (v.name[0] == 'S') value = times(value + transposed(value), 0.5);
            all[v.name] = value;
        }
    }
};

inline double magnitude(dense const& a) {
    double most = 0;
    for (double entry : a.entries) most = std::max(most, std::abs(entry));
    return most;
}
inline bool is_finite(dense const& a, double most = std::numeric_limits<double>::max()) {
    for (double entry : a.entries)
        if (!std::isfinite(entry) || std::abs(entry) > most) return false;
    return true;
}
/// The distance of a value from that of a shape it may be spread over.
inline double distance(dense const& a, dense const& expected) { return magnitude(a - expected) / (1 + magnitude(expected)); }

}  // namespace matrix_values
