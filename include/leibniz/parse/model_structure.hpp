#pragma once

#include <leibniz/calculus/linearity.hpp>
#include <leibniz/parse/model_calculus.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace leibniz::inline v0_1 {

/// The entries of a Hessian or Jacobian of models that are not zero, row by row, and where they stand; see `nonzeros`.
struct model_structure {
    model entries;
    int height, width;
    std::vector<int> rows, columns;
    std::vector<bool> constant;

    int size() const { return entries.size(); }
    bool is_constant(int k) const { return constant.at(static_cast<std::size_t>(k)); }
};

/// All of a table, or what stands on and below its diagonal.
enum class part_of_table : unsigned char { whole, lower };

namespace detail {

/// The hashes of names, as symbols or columns, whatever they are in the model.
inline std::vector<std::uint64_t> hashes_of_names(model const& m, std::vector<std::string> const& names) {
    std::vector<std::uint64_t> hashes;
    for (std::string const& name : names) hashes.push_back(hash_of(text_view(name.data(), name.size())) + (m.is_column(name) ? 1 : 0));
    return hashes;
}
inline outcome<bool> try_degree_up_to(char const* what, int most, model const& m, std::vector<std::string> const& names) {
    if (failure why = m.not_of_numbers(what)) return why;
    std::vector<std::uint64_t> const hashes = hashes_of_names(m, names);
    return degree_up_to_two(seen(m.finished()), hashes.data(), static_cast<int>(hashes.size())) <= most;
}

}  // namespace detail

/// What `nonzeros` gives, or why it does not: nothing is thrown.
inline outcome<model_structure> try_nonzeros(model const& table, std::vector<std::string> const& by,
                                             part_of_table part = part_of_table::whole) {
    if (failure why = table.not_of_numbers("nonzeros")) return why;
    int const width = static_cast<int>(by.size());
    if (width == 0 || table.size() % width != 0)
        return failure{failure_kind::argument, "nonzeros: " + std::to_string(table.size()) + " formulas are no rows of " +
                                                   std::to_string(width) + "; give the names by which the table was derived"};
    int const height = table.size() / width;
    if (part == part_of_table::lower && height != width)
        return failure{failure_kind::argument, "nonzeros: a table of " + std::to_string(height) + " rows and " + std::to_string(width) +
                                                   " columns has no lower triangle; write part_of_table::whole"};
    view const of = detail::seen(table.finished());
    std::vector<std::uint64_t> const hashes = detail::hashes_of_names(table, by);
    detail::dependencies const on(of, hashes.data(), width);
    std::vector<int> rows, columns, places;
    std::vector<bool> constant;
    std::vector<std::string> names;
    for (int k = 0; k < table.size(); ++k) {
        int const root = of.roots[k], row = k / width, column = k % width;
        bool const zero = of.is(root, kind::number) && of[root].number.is_zero();
        if (zero || (part == part_of_table::lower && column > row)) continue;
        places.push_back(k), rows.push_back(row), columns.push_back(column);
        constant.push_back(!on.any(root));
        names.push_back(table.name(k));
    }
    auto const entries = detail::try_made_of(table, true, std::move(names), table.has_recognised(), [&](result& r, detail::graph_of_model which) {
        for (int k : places) r.roots.push((table.*which)().roots[k]);
    });
    if (!entries) return entries.why();
    return model_structure{*entries, height, width, std::move(rows), std::move(columns), std::move(constant)};
}

/// The non-zero entries of `hessian(m, by)` or `jacobian(m, by)`, with the same names: a model of them, and constant facts as for
/// expressions. Throws std::invalid_argument if the formulas are no rows of as many as there are names, or the lower part is asked of a
/// table that is not square.
///
///     std::vector<std::string> const by{"x", "y", "z"};
///     model_structure const h = nonzeros(hessian(parse("x^2*y + z"), by), by, part_of_table::lower);
///     assert(h.size() == 2 && h.rows[1] == 1 && h.columns[1] == 0 && text(h.entries[1]) == "2*x" && !h.is_constant(1));
inline model_structure nonzeros(model const& table, std::vector<std::string> const& by, part_of_table part = part_of_table::whole) {
    return try_nonzeros(table, by, part).value();
}

/// What `is_linear_in` and `is_quadratic_in` find, or why they do not: nothing is thrown.
inline outcome<bool> try_is_linear_in(model const& m, std::vector<std::string> const& names) {
    return detail::try_degree_up_to("is_linear_in", 1, m, names);
}
inline outcome<bool> try_is_quadratic_in(model const& m, std::vector<std::string> const& names) {
    return detail::try_degree_up_to("is_quadratic_in", 2, m, names);
}

/// True if the canonical form of each formula is a polynomial of degree at most 1 in these symbols and columns together.
///
///     assert(is_linear_in(parse("exp(w)*x + b"), {"x", "b"}) && !is_linear_in(parse("w*x"), {"w", "x"}));
inline bool is_linear_in(model const& m, std::vector<std::string> const& names) {
    return try_is_linear_in(m, names).value();
}
/// The same of degree at most 2.
///
///     assert(is_quadratic_in(parse("w*x + x^2"), {"w", "x"}) && !is_quadratic_in(parse("w*x^2"), {"w", "x"}));
inline bool is_quadratic_in(model const& m, std::vector<std::string> const& names) {
    return try_is_quadratic_in(m, names).value();
}

}  // namespace leibniz::inline v0_1
