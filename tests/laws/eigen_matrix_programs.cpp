// Programs of random models of vectors and matrices, and of their gradients, compute what the graph says node by node, whatever the
// sizes and however variables are stored; no order of a product changes its value.
#include "../catch.hpp"
#include "../matrix_machine.hpp"
#include "matrix_points.hpp"
#include "random_matrices.hpp"

#include <leibniz/eigen/matrix.hpp>

#include <array>
#include <cstdio>

using namespace leibniz;
using namespace matrix_values;

namespace {

constexpr std::array<int, 3> all_sizes[] = {{3, 2, 4}, {1, 3, 2}, {2, 1, 1}, {1, 1, 1}, {2, 2, 2}, {0, 2, 3}, {7, 30, 5}};

struct tally {
    int models = 0, values = 0, steps = 0;
    double worst = 0;
};

void check(std::uint64_t seed, int rows, int columns, tally& all) {
    random_matrices draw(seed);
    written const& w = draw.next(rows, columns, 4);
    graph g(rules);
    g.use_matrices(&detail::engine_of_matrices::value);
    lowering lower(g);
    int const root = lower(w);
    REQUIRE(g.faults.shapes == shape_fault::none);
    detail::matrix_builder m(g);
    buffer<int> wanted, roots;
    roots.push(root);
    for (auto const& v : draw.variables()) wanted.push(lower(*v.symbol));
    if (m.is_number(root))
        for (int gradient : detail::matrix_sweep(g, wanted)(root)) roots.push(gradient);
    roots.push(m.transpose(root));
    buffer<char> const by_row(roots.size());
    run_time_code const code(detail::matrix_assembler(g, roots, by_row).program);
    ++all.models;
    all.steps += code.code().step_count;
    buffer<char> const letters = detail::matrix_writer(g, 100'000)(root);
    INFO("model " << seed << ": " << std::string(letters.begin(), static_cast<std::size_t>(letters.size())));
    for (std::array<int, 3> const& numbers : all_sizes) {
        point const at(draw, numbers);
        for (storage_order order : {storage_order::by_column, storage_order::by_row, storage_order::with_gaps}) {
            std::vector<dense> const found = executed(code.code(), at.all, at.of, order);
            for (int r = 0; r < roots.size(); ++r) {
                dense const expected = value_of(g, roots[r], at.all, at.of);
                if (!is_finite(expected, 1e6)) continue;
                INFO("result " << r << " at " << numbers[0] << numbers[1] << numbers[2]);
                ++all.values;
                dense const& value = found[static_cast<std::size_t>(r)];
                REQUIRE((value.rows == expected.rows && value.columns == expected.columns));
                all.worst = std::max(all.worst, distance(value, expected));
                REQUIRE(distance(value, expected) < 1e-9);
            }
        }
    }
}

}  // namespace

TEST_CASE("programs of random models have the values of their graphs") {
    tally all;
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
        int const rows = static_cast<int>(seed * 7 % 4), columns = static_cast<int>(seed / 4 % 4);
        if (seed % 2 == 0) check(seed, number, number, all);
        else check(seed, rows, seed % 3 == 0 ? columns : number, all);
    }
    std::printf("%d models, %d steps, %d values (worst %.2g)\n", all.models, all.steps, all.values, all.worst);
    CHECK(all.values > 30000);
}
