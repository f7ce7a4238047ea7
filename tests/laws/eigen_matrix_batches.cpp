// Models over rows of data are those of one sample, in a loop: values by row, sums and means over the rows, and their gradients.
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

/// Variables whose names end in a vary by row if they are vectors or numbers.
bool varies(random_matrices::variable const& v) { return v.columns == number && v.name.back() == 'a' && v.name[0] == 'X'; }

constexpr int samples = 5;
constexpr std::array<int, 3> all_sizes[] = {{3, 2, 4}, {1, 3, 2}, {2, 1, 1}, {2, 2, 2}, {5, 5, 5}};

struct tally {
    int models = 0, without_form = 0, by_row = 0, sums = 0, gradients = 0;
    double worst = 0;
};

/// Results of one sample, of the sum over rows and of the mean: the same graph, evaluated in a loop or by one program.
void check(std::uint64_t seed, int rows, tally& all) {
    random_matrices draw(seed);
    written const& w = draw.next(rows, number, 3);
    graph g(rules);
    g.use_matrices(&detail::engine_of_matrices::value);
    lowering lower(g);
    int const root = lower(w);
    for (int i = 0; i < g.size(); ++i)
        if (g.is(i, kind::reduction)) return;  // over the rows: of one sample it would be another model
    detail::matrix_builder m(g);
    bool const is_number = m.is_number(root);
    buffer<int> wanted, single, roots;
    for (auto const& v : draw.variables())
        if (!varies(v)) wanted.push(lower(*v.symbol));
    detail::variable_set varying;
    bool any = false;
    single.push(root);
    if (is_number)
        for (int gradient : detail::matrix_sweep(g, wanted)(root)) single.push(gradient);
    roots.push(root);
    if (is_number) {
        int const sum = m.over_rows(*detail::registered<summation>::descriptor, root), mean = m.over_rows(*detail::registered<averaging>::descriptor, root);
        roots.push(sum);
        for (int gradient : detail::matrix_sweep(g, wanted)(sum)) roots.push(gradient);
        roots.push(mean);
        for (int gradient : detail::matrix_sweep(g, wanted)(mean)) roots.push(gradient);
    }
    int place = 0;
    for (int i = 0; i < g.size(); ++i) {
        if (!detail::is_variable_node(g[i])) continue;
        for (auto const& v : draw.variables())
            if (string_of(g[i].name) == v.name && varies(v)) varying.add(place), any = true;
        ++place;
    }
    if (!any) return;
    buffer<char> const letters = detail::matrix_writer(g, 100'000)(root);
    INFO("model " << seed << ": " << std::string(letters.begin(), static_cast<std::size_t>(letters.size())));
    buffer<int> changed = roots;
    buffer<char> by_row(roots.size());
    ++all.models;
    if (!detail::batches(g, varying).transform(changed, by_row)) {
        ++all.without_form;
        return;
    }
    REQUIRE(g.faults.shapes == shape_fault::none);
    run_time_code const code(detail::matrix_assembler(g, changed, by_row).program);

    for (std::array<int, 3> const& numbers : all_sizes) {
        sizes of;
        for (int k = 0; k < 3; ++k) of[size_names[k]] = numbers[static_cast<std::size_t>(k)];
        auto const size = [&](int d) { return d == number ? 1 : of.at(size_names[d]); };
        bound whole, one[samples];
        for (auto const& v : draw.variables()) {
            dense value(varies(v) ? samples : size(v.rows), varies(v) ? size(v.rows) : size(v.columns));
            for (double& entry : value.entries) entry = (draw.below(2001) - 1000) / 1000.0;
            if (v.name[0] == 'S') value = times(value + transposed(value), 0.5);
            whole[v.name] = value;
            for (int k = 0; k < samples; ++k) {
                dense sample = value;
                if (varies(v)) {
                    sample = dense(size(v.rows), 1);
                    for (int j = 0; j < sample.rows; ++j) sample.at(j, 0) = value.at(k, j);
                }
                one[k][v.name] = sample;
            }
        }
        of["the number of rows"] = samples;
        std::vector<dense> const found = executed(code.code(), whole, of);
        for (int r = 0; r < single.size(); ++r) {
            dense sum;
            for (int k = 0; k < samples; ++k) {
                dense const value = value_of(g, single[r], one[k], of);
                sum = k == 0 ? value : sum + value;
                if (r > 0 || !by_row[0]) continue;
                ++all.by_row;
                dense row = value;
                for (int j = 0; j < value.rows; ++j) row.entries[static_cast<std::size_t>(j)] = found[0].at(k, j);
                if (is_finite(value, 1e6)) REQUIRE(distance(row, value) < 1e-9);
            }
            if (!is_number || !is_finite(sum, 1e6)) continue;
            INFO("result " << r << " at " << numbers[0] << numbers[1] << numbers[2]);
            ++(r == 0 ? all.sums : all.gradients);
            dense const& by_sum = found[static_cast<std::size_t>(1 + r)];
            all.worst = std::max(all.worst, distance(by_sum, sum));
            REQUIRE((by_sum.rows == sum.rows && by_sum.columns == sum.columns));
            REQUIRE(distance(by_sum, sum) < 1e-9);
            REQUIRE(distance(found[static_cast<std::size_t>(1 + single.size() + r)], times(sum, 1.0 / samples)) < 1e-9);
        }
    }
}

}  // namespace

TEST_CASE("a model over rows of data is the model of one sample in a loop") {
    tally all;
    for (std::uint64_t seed = 1; seed <= 3000; ++seed) check(seed, seed % 4 == 0 ? static_cast<int>(seed / 4 % 3) : number, all);
    std::printf("%d models, %d without a form, %d values by row, %d sums, %d gradients (worst %.2g)\n", all.models, all.without_form, all.by_row, all.sums,
                all.gradients, all.worst);
    CHECK(all.gradients > 3000);
    CHECK(all.by_row > 5000);
    CHECK(2 * all.without_form < all.models);
}
