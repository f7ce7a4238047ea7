#pragma once

#include <leibniz/evaluate/program.hpp>
#include <leibniz/matrix/batches.hpp>
#include <leibniz/matrix/steps.hpp>

namespace leibniz::inline v0_1::detail {

/// A size as it is written: a name or a number.
struct written_size {
    text_view name{};
    int number = 1;
};
/// A variable that is bound to a model and does not occur in its graph: of a derivative, one of what was differentiated. It still says
/// how many rows the data have, and how large its dimensions are.
struct unread_variable {
    variable_name variable{};
    written_size rows{}, columns{};

    constexpr bool is_number() const { return is_vector() && rows.name.empty() && rows.number == 1; }
    constexpr bool is_vector() const { return columns.name.empty() && columns.number == 1; }
    /// With a row for each row of the data.
    constexpr unread_variable by_row() const { return {variable, {rows_of_data, 0}, rows}; }
};

constexpr written_size size_in(written const& dimension) {
    int const number = static_cast<int>(dimension.number.numerator());
    return number > 0 ? written_size{{}, number} : written_size{dimension.name, 0};
}
/// The variables of an expression as it is written, also of what it is the derivative of.
constexpr buffer<unread_variable> written_variables(written const& root) {
    buffer<unread_variable> found;
    buffer<written const*> open;
    written_map seen;
    open.push(&root);
    while (!open.empty()) {
        written const& w = *open.pop();
        if (seen.find(w) >= 0) continue;
        seen.insert(w, 0);
        bool const is_matrix = w.what == form::matrix && w.count == 2 && !w.name.empty();
        if (w.what == form::symbol || w.what == form::column) found.push({{w.name, w.what == form::column}, {}, {}});
        else if (is_matrix) found.push({{w.name, false}, size_in(*w.operands[0]), size_in(*w.operands[1])});
        for (int k = 0; k < w.count && !is_matrix; ++k) open.push(w.operands[k]);
    }
    return found;
}

/// Adds to a program the variables that say sizes which no other says. No step reads them.
constexpr void add_unread(matrix_program& program, buffer<unread_variable> const& all) {
    int const needed = program.sizes.size();
    buffer<char> given(needed);
    for (extents const& shape : program.variable_shapes)
        for (int coded : {shape.rows, shape.columns})
            if (coded < 0) given[-1 - coded] = 1;
    auto const size_of = [&](written_size const& size) {
        if (size.name.empty()) return size.number;
        int k = 0;
        while (k < program.sizes.size() && program.sizes[k] != size.name) ++k;
        if (k == program.sizes.size()) program.sizes.push(size.name);
        return -1 - k;
    };
    for (unread_variable const& each : all) {
        bool says = false;
        for (int k = 0; k < needed; ++k)
            says = says || (!given[k] && (program.sizes[k] == each.rows.name || program.sizes[k] == each.columns.name));
        if (!says) continue;
        extents const shape{size_of(each.rows), size_of(each.columns)};
        program.slots.push({shape, program.variables.size()});
        program.variables.push(each.variable);
        program.variable_shapes.push(shape);
    }
}

}  // namespace leibniz::inline v0_1::detail
