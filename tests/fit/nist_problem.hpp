#pragma once

// Problems of NIST's Statistical Reference Datasets, nonlinear regression (www.itl.nist.gov/div898/strd, public domain): equation,
// both starts, certified parameters, their standard deviations, residual sum of squares, and the data.
#include "../catch.hpp"

#include <leibniz/fit.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

namespace nist {

struct problem {
    char const *name, *equation;
    std::vector<double> first, second, certified, deviations;
    double squares;
    std::vector<leibniz::named_column> data;

    leibniz::fit_start start(bool far) const {
        leibniz::fit_start all;
        for (double each : far ? first : second) all.push_back({"b" + std::to_string(all.size() + 1), each});
        return all;
    }
    Eigen::ArrayXd const& column(std::string_view wanted) const {
        return std::find_if(data.begin(), data.end(), [&](auto const& c) { return c.name == wanted; })->values;
    }
};

/// The number of digits that two numbers have in common, at most the eleven that NIST gives.
inline double digits(double a, double b) { return a == b ? 11.0 : std::min(11.0, -std::log10(std::abs(a - b) / std::abs(b))); }

/// Compares a fit with the certified figures, and prints a line of the table: problem, start, digits.
inline void check(problem const& p, int start, leibniz::fit_result const& found) {
    double parameters = 11, deviations = 11;
    for (std::size_t k = 0; k < p.certified.size(); ++k) {
        parameters = std::min(parameters, digits(found.parameters[k].value, p.certified[k]));
        deviations = std::min(deviations, digits(found.parameters[k].standard_error, p.deviations[k]));
    }
    double const squares = digits(found.chi_squared, p.squares);
    std::printf("%-9s %d  %4.1f %4.1f %4.1f  %4d %4d\n", p.name, start, parameters, deviations, squares, found.iterations, found.evaluations);
    INFO(p.name << " from start " << start);
    // The residuals of Lanczos1 are 8e-14 beside responses of 2.5, whose own rounding is 2e-16.
    bool const rounded = std::string(p.name) == "Lanczos1";
    CHECK(found.status == leibniz::fit_status::converged);
    CHECK(parameters >= 10);
    CHECK(deviations >= (rounded ? 2.5 : 10));
    CHECK(squares >= (rounded ? 2.5 : 10));
}
inline void print_head() { std::printf("problem start  digits of b, sd, squares; iterations, evaluations\n"); }

/// The largest difference of two fits' parameters, relative.
inline double difference(leibniz::fit_result const& a, leibniz::fit_result const& b) {
    double largest = 0;
    for (std::size_t k = 0; k < a.parameters.size(); ++k)
        largest = std::max(largest, std::abs(a.parameters[k].value / b.parameters[k].value - 1));
    return largest;
}

}  // namespace nist
