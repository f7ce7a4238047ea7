// Hand calculations of random models of vectors and matrices: the last step has the value of the model, and the last adjoints are its
// derivatives, whatever the sizes.
#include "../catch.hpp"
#include "matrix_points.hpp"
#include "random_matrices.hpp"

#include <leibniz/backpropagation/matrix.hpp>
#include <leibniz/evaluate/valued.hpp>

#include <array>
#include <cstdio>
#include <deque>
#include <string>
#include <vector>

using namespace leibniz;

namespace {

constexpr std::array<int, 3> all_sizes[] = {{3, 2, 4}, {1, 3, 2}, {2, 1, 1}, {1, 1, 1}, {2, 2, 2}};

/// L, u1, u2, ...
struct step_names_for_all {
    std::deque<std::string> names;
    step_names_for_all() {
        for (int k = 0; k < 1000; ++k) names.push_back(k == 0 ? "L" : "u" + std::to_string(k));
    }
    text_view operator[](int k) const { return names[static_cast<std::size_t>(k)]; }
    static bool given() { return false; }
};

matrix_values::dense as_dense(value_matrix<double> const& of) {
    return {of.rows, of.columns, std::vector<double>(of.entries.begin(), of.entries.end())};
}

struct tally {
    int models = 0, lines = 0, values = 0;
    double worst = 0;
};

void check(std::uint64_t seed, step_names_for_all const& names, tally& all) {
    matrix_values::random_matrices draw(seed);
    written const& w = draw.next(matrix_values::number, matrix_values::number, 4);
    buffer<written const*> by;
    for (auto const& v : draw.variables()) by.push(v.symbol);
    result const sheet = detail::matrix_worksheet(w, by, names, unlimited).finished();
    view const of = detail::seen(sheet);
    REQUIRE(of.faults.shapes == shape_fault::none);
    if (of.root_count < 2) return;

    graph g(rules);
    g.use_matrices(&detail::engine_of_matrices::value);
    lowering lower(g);
    int const root = lower(w);
    buffer<int> wanted;
    for (written const* v : by) wanted.push(lower(*v));
    buffer<int> const gradient = detail::matrix_sweep(g, wanted)(root);
    buffer<char> const letters = detail::matrix_writer(g, 100'000)(root);
    INFO("model " << seed << ": " << std::string(letters.begin(), static_cast<std::size_t>(letters.size())));

    std::vector<double (*)(double const*)> calls;
    for (function const* called : detail::functions_in(of)) calls.push_back(valued(*called).value.of_double);
    buffer<sheet_node> const nodes = detail::outlined(of);
    matrix_sheet_view const seen{nodes.begin(), of.operands, of.roots, of.node_count, of.root_count, by.size()};
    ++all.models;
    all.lines += of.root_count / 2;
    for (std::array<int, 3> const& numbers : all_sizes) {
        matrix_values::point const at(draw, numbers);
        auto const value_of = [&](int node) { return matrix_values::value_of(g, node, at.all, at.of); };
        if (!matrix_values::is_finite(value_of(root), 1e6)) continue;
        detail::matrix_arithmetic<double> arithmetic(seen, calls.data());
        std::vector<int> formula_of(static_cast<std::size_t>(of.node_count), -1);
        for (int r = 0; r < of.root_count; r += 2) formula_of[static_cast<std::size_t>(of.roots[r])] = of.roots[r + 1];
        for (int i = 0; i < of.node_count; ++i) {
            std::string const name(of[i].name.data(), of[i].name.size());
            if (int const formula = formula_of[static_cast<std::size_t>(i)]; formula >= 0) arithmetic[i] = arithmetic[formula];
            else if (seen.is(i, sheet_operation::size)) arithmetic[i] = value_matrix<double>(at.of.at(name));
            else if (of.is(i, kind::symbol) || of.is(i, kind::column)) {
                matrix_values::dense const& bound = at.all.at(name);
                value_matrix<double> value(bound.rows, bound.columns);
                for (int k = 0; k < value.entries.size(); ++k) value.entries[k] = bound.entries[static_cast<std::size_t>(k)];
                arithmetic[i] = value;
            } else arithmetic.compute(i);
        }
        INFO("sizes " << numbers[0] << numbers[1] << numbers[2]);
        auto const compare = [&](value_matrix<double> const& found, matrix_values::dense const& expected) {
            if (!matrix_values::is_finite(expected, 1e6)) return;
            ++all.values;
            double const away = matrix_values::distance(as_dense(found), expected);
            if (!(away < all.worst)) all.worst = away;
            REQUIRE(away < 1e-9);
        };
        int const last = of.root_count - 2 * by.size();
        for (int r = 0; r < of.root_count; r += 2)
            if (!detail::is_adjoint(of[of.roots[r]]) && (r + 2 == of.root_count || detail::is_adjoint(of[of.roots[r + 2]])))
                compare(arithmetic[of.roots[r]], value_of(root));
        for (int k = 0; k < by.size(); ++k) {
            REQUIRE(of[of.roots[last + 2 * k]].name == by[k]->name);
            compare(arithmetic[of.roots[last + 2 * k]], value_of(gradient[k]));
        }
    }
}

}  // namespace

TEST_CASE("adjoints of hand calculations are the derivatives") {
    step_names_for_all const names;
    tally all;
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) check(seed, names, all);
    std::printf("%d models, %d lines, %d values (worst %.2g)\n", all.models, all.lines, all.values, all.worst);
    CHECK(all.values > 10000);
}
