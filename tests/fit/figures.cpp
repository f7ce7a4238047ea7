// Standard errors and bands of three linear and three nonlinear problems beside figures that were calculated elsewhere, with 50 digits.
#include "figures.hpp"
#include "nist_higher.hpp"
#include "nist_lower.hpp"

using namespace leibniz;

namespace {

/// The largest relative difference.
double difference(std::vector<double> const& expected, Eigen::ArrayXd const& found) {
    double largest = 0;
    for (std::size_t k = 0; k < expected.size(); ++k)
        largest = std::max(largest, std::abs(found[static_cast<Eigen::Index>(k)] / expected[k] - 1));
    return largest;
}

void check(char const* name, reference::figures const& expected, fit_result const& found, fit_data const& at, double allowed = 1e-9) {
    INFO(name);
    Eigen::ArrayXd values(found.parameters.size()), errors(found.parameters.size());
    for (std::size_t k = 0; k < found.parameters.size(); ++k)
        values[static_cast<Eigen::Index>(k)] = found.parameters[k].value, errors[static_cast<Eigen::Index>(k)] = found.parameters[k].standard_error;
    fit_band const confidence = found.confidence_band(at), prediction = found.prediction_band(at);
    double const of[] = {difference(expected.parameters, values), difference(expected.standard_errors, errors),
                         std::abs(found.chi_squared / expected.squares - 1), difference(expected.fitted, confidence.fitted),
                         difference(expected.confidence, (confidence.upper - confidence.lower) / 2),
                         difference(expected.prediction, prediction.upper - prediction.fitted)};
    std::printf("%-10s parameters %.0e, standard errors %.0e, squares %.0e, curve %.0e, confidence %.0e, prediction %.0e\n", name, of[0], of[1],
                of[2], of[3], of[4], of[5]);
    CHECK(found.status == fit_status::converged);
    for (double each : of) CHECK(each < allowed);
}

std::vector<double> const price{83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9},
    product{234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704, 502601, 518173, 554894},
    unemployed{2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007},
    forces{1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827},
    population{107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366, 125368, 127852, 130081},
    year{1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962},
    employed{60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551};

std::vector<double> const ozone_x{0.2,   337.4, 118.2, 884.6, 10.1,  226.5, 666.3, 996.3, 448.6, 777.0, 558.2, 0.4,
                                  0.6,   775.5, 666.9, 338.0, 447.5, 11.6,  556.0, 228.1, 995.8, 887.6, 120.2, 0.3,
                                  0.3,   556.8, 339.1, 887.2, 999.0, 779.0, 11.1,  118.3, 229.2, 669.1, 448.9, 0.5},
    ozone_y{0.1,   338.8, 118.1, 888.0, 9.2,   228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3,   0.1,   778.1, 668.8, 339.3, 448.9, 10.8,
            557.7, 228.3, 998.0, 888.8, 119.6, 0.3,   0.6,   557.6, 339.3, 888.0, 998.5, 778.9, 10.2,  117.6, 228.9, 668.4, 449.2, 0.2};

fit_start ones(int count) {
    fit_start all;
    for (int k = 1; k <= count; ++k) all.push_back({"b" + std::to_string(k), 1});
    return all;
}

}  // namespace

TEST_CASE("bands and standard errors of linear problems") {
    check("Norris", reference::norris, fit("y = b1 + b2*x", ones(2), {{"x", ozone_x}, {"y", ozone_y}}), {{"x", std::vector<double>{0, 500, 1000}}});
    check("quadratic", reference::quadratic, fit("y = b1 + b2*x + b3*x^2", ones(3), nist::misra1a.data), {{"x", std::vector<double>{0, 400, 800}}});
    // Its columns are nearly parallel: scaled, their condition is 4e4, and without scales 5e9.
    fit_result const found = fit("y = b1 + b2*x1 + b3*x2 + b4*x3 + b5*x4 + b6*x5 + b7*x6", ones(7),
                                 {{"x1", price}, {"x2", product}, {"x3", unemployed}, {"x4", forces}, {"x5", population}, {"x6", year}, {"y", employed}});
    auto const ends = [](std::vector<double> const& c) { return std::vector<double>{c.front(), c.back()}; };
    check("Longley", reference::longley, found,
          {{"x1", ends(price)}, {"x2", ends(product)}, {"x3", ends(unemployed)}, {"x4", ends(forces)}, {"x5", ends(population)}, {"x6", ends(year)}}, 1e-7);
    CHECK(found.condition > 4e4);
}

TEST_CASE("bands and standard errors of nonlinear problems") {
    check("Misra1a", reference::misra1a, fit(nist::misra1a.equation, nist::misra1a.start(false), nist::misra1a.data), {{"x", std::vector<double>{50, 400, 1000}}});
    check("BoxBOD", reference::boxbod, fit(nist::boxbod.equation, nist::boxbod.start(false), nist::boxbod.data), {{"x", std::vector<double>{0.5, 4, 20}}});
    check("Rat42", reference::rat42, fit(nist::rat42.equation, nist::rat42.start(false), nist::rat42.data), {{"x", std::vector<double>{5, 45, 100}}});
}
