// The canonical form of vectors and matrices, their gradients, derivatives along directions, and Jacobians, over random models and
// sizes: against the value of what was written, and against its differences.
#include "../catch.hpp"
#include "../matrix_values.hpp"
#include "matrix_points.hpp"
#include "matrix_reader.hpp"
#include "random_matrices.hpp"

#include <array>
#include <cstdio>

using namespace leibniz;
using namespace matrix_values;

namespace {

std::string text_of(graph& g, int i) {
    buffer<char> const letters = detail::matrix_writer(g, 100'000)(i);
    return {letters.begin(), static_cast<std::size_t>(letters.size())};
}

struct tally {
    int models = 0, read_back = 0, written_gradients = 0, gradients_read = 0, values = 0, gradients = 0, directions = 0, jacobians = 0, no_jacobians = 0;
    double worst_value = 0, worst_slope = 0;
};

void check(std::uint64_t seed, int rows, int columns, tally& all) {
    random_matrices draw(seed);
    written const& w = draw.next(rows, columns, 4);
    graph g(rules, seed % 3 == 0);
    g.use_matrices(&detail::engine_of_matrices::value);
    lowering lower(g);
    int const root = lower(w);
    INFO("model " << seed << ": " << text_of(g, root));
    REQUIRE(g.faults.shapes == shape_fault::none);
    ++all.models;
    std::string const text = text_of(g, root);
    formula_reader const reader(text, draw);
    REQUIRE(reader.formula() != nullptr);
    int const again = lower(*reader.formula());
    REQUIRE(g.faults.shapes == shape_fault::none);
    CHECK(again == root);
    all.read_back += again == root;
    buffer<int> wanted;
    for (auto const& v : draw.variables()) wanted.push(lower(*v.symbol));
    detail::matrix_builder m(g);
    bool const is_number = m.is_number(root);
    buffer<int> gradients;
    if (is_number) gradients = detail::matrix_sweep(g, wanted)(root);
    for (int k = 0; k < gradients.size(); ++k) {
        std::string const written_gradient = text_of(g, gradients[k]);
        formula_reader const of_gradient(written_gradient, draw);
        INFO("gradient " << written_gradient);
        REQUIRE(of_gradient.formula() != nullptr);
        int const back = lower(*of_gradient.formula());
        ++all.written_gradients;
        all.gradients_read += back == gradients[k];
        CHECK(back == gradients[k]);
    }
    std::vector<int> along, jacobians;
    std::vector<std::string> directions;
    directions.reserve(draw.variables().size());
    for (auto const& v : draw.variables()) {
        int const variable = wanted[static_cast<int>(along.size())];
        matrix_shape const s = m.shape_of(variable);
        directions.push_back("d" + v.name);
        along.push_back(detail::matrix_forward(g)(root, variable, m.symbol(directions.back().c_str(), s.rows, s.columns, s.symmetric && !s.is_number())));
        jacobians.push_back(m.is_vector(root) && m.is_vector(variable) ? detail::matrix_differential(g)(root, variable) : -1);
    }
    REQUIRE(g.faults.shapes == shape_fault::none);
    REQUIRE(!g.faults.lacks_partials);
    REQUIRE(m.transpose(m.transpose(root)) == root);

    for (std::array<int, 3> const& numbers : all_sizes) {
        point const at(draw, numbers);
        dense const expected = value_of(w, at.all, at.of), found = value_of(g, root, at.all, at.of);
        if (!is_finite(expected)) continue;
        ++all.values;
        all.worst_value = std::max(all.worst_value, distance(found, expected));
        REQUIRE(distance(found, expected) < 1e-9);
        dense const turned = value_of(g, m.transpose(root), at.all, at.of);
        REQUIRE(distance(transposed(turned), expected) < 1e-9);
        for (std::size_t k = 0; k < along.size(); ++k) {
            auto const& v = draw.variables()[k];
            INFO("by " << v.name << " (" << numbers[0] << numbers[1] << numbers[2] << "): along it " << text_of(g, along[k]));
            point with = at;
            dense const direction = random_direction(draw, at.all.at(v.name), v.name[0] == 'S');
            with.all[directions[k]] = direction;
            dense const difference = slope(w, at, v.name, direction);
            if (!is_finite(difference) || magnitude(difference) > 1e4) continue;
            dense const forward = value_of(g, along[k], with.all, at.of);
            ++all.directions;
            all.worst_slope = std::max(all.worst_slope, distance(forward, difference));
            REQUIRE(distance(forward, difference) < 1e-6);
            if (is_number) {
                dense const gradient = value_of(g, gradients[static_cast<int>(k)], at.all, at.of);
                ++all.gradients;
                REQUIRE(gradient.rows == direction.rows);
                REQUIRE(gradient.columns == direction.columns);
                REQUIRE(distance(total(times(gradient, direction)), difference) < 1e-6);
                if (v.name[0] == 'S') REQUIRE(distance(transposed(gradient), gradient) < 1e-9);
            }
            if (jacobians[k] >= 0) {
                ++all.jacobians;
                REQUIRE(distance(value_of(g, jacobians[k], at.all, at.of) * direction, difference) < 1e-6);
            } else if (m.is_vector(root) && m.is_vector(wanted[static_cast<int>(k)])) ++all.no_jacobians;
        }
    }
}

}  // namespace

TEST_CASE("random models of matrices have the value that was written, and its derivatives") {
    tally all;
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
        int const rows = static_cast<int>(seed * 7 % 4), columns = static_cast<int>(seed / 4 % 4);
        if (seed % 2 == 0) check(seed, number, number, all);
        else check(seed, rows, seed % 3 == 0 ? columns : number, all);
    }
    std::printf("%d models, %d read back, %d of %d gradients, %d values (worst %.2g), %d derivatives along directions (worst %.2g), %d gradients, %d Jacobians (%d without)\n", all.models, all.read_back, all.gradients_read, all.written_gradients, all.values,
                all.worst_value, all.directions, all.worst_slope, all.gradients, all.jacobians, all.no_jacobians);
    CHECK(all.gradients > 1000);
    CHECK(all.jacobians > 100);
}
