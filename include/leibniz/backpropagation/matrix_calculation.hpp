#pragma once

#include <leibniz/backpropagation/calculation.hpp>
#include <leibniz/backpropagation/matrix_arithmetic.hpp>
#include <leibniz/backpropagation/matrix_lines.hpp>

#include <iosfwd>

namespace leibniz::inline v0_1 {

/// One line of a hand calculation with vectors and matrices: `name = formula = numbers = value`.
template <class T>
struct matrix_line {
    characters name, formula, numbers;
    value_matrix<T> value{};
};

/// A hand calculation of back-propagation with vectors and matrices, for one sample. `<<` writes it; with
/// `<leibniz/document/matrix_calculation.hpp>`, `written_out` makes it a document.
template <class T>
struct matrix_calculation {
    using number = T;
    buffer<matrix_line<T>> forward;      // each step of the model
    buffer<matrix_line<T>> backward;     // the adjoint of each step, from the last back, then the derivatives
    buffer<matrix_line<T>> update;       // each parameter after one step of descent
    buffer<value_matrix<T>> gradient;   // the derivatives, in the order of wrt
    buffer<value_matrix<T>> values;     // of all nodes of the worksheet
    T rate{};                            // of the update
    int digits = 6;                      // significant digits to write; 0: all
};

/// Several of them, step by step or sample by sample, and the model after the last step of descent.
template <class T>
struct matrix_training {
    using number = T;
    buffer<matrix_calculation<T>> steps;
    matrix_calculation<T> last;  // the whole calculation after the last step
};

namespace detail {

/// Computes all nodes and writes the lines, whose formulas as text have slots. `values` holds those of the variables and sizes.
template <class T>
[[gnu::cold]] void calculate(matrix_calculation<T>& result, matrix_sheet_view const& of, text_view formulas, T (*const* calls)(T const*)) {
    matrix_arithmetic<T> arithmetic(of, calls);
    buffer<int> formula_of(of.node_count, -1);
    for (int line = 0; line < of.result_count; line += 2) formula_of[of.results[line]] = of.results[line + 1];
    for (int place = 0; place < of.node_count; ++place) {
        if (formula_of[place] >= 0) arithmetic[place] = arithmetic[formula_of[place]];
        else if (of.is(place, sheet_operation::symbol) || of.is(place, sheet_operation::size)) arithmetic[place] = result.values[place];
        else arithmetic.compute(place);
    }
    for (int place = 0; place < of.node_count; ++place) result.values[place] = arithmetic[place];
    matrix_line_filler<text_style> const fill(of);
    for (int root = 0; root < of.result_count; root += 2) {
        std::size_t const end = formulas.find("\n");
        text_view const formula = formulas.substr(0, end);
        formulas = formulas.substr(end + 1);
        int const symbol = of.results[root];
        matrix_line<T>& line = (of.is_adjoint(symbol) ? result.backward : result.forward).add();
        matrix_texts<text_style>::put_symbol(line.name.letters(), of[symbol]);
        line.formula = fill.named(formula);
        line.numbers = fill.in_numbers(formula, result.digits, [&](int node) -> value_matrix<T> const& { return result.values[node]; });
        line.value = result.values[symbol];
    }
    for (int number = 0; number < of.wanted; ++number) result.gradient.push(result.values[of.derivative(number)]);
}

/// Adds one step of descent for each wanted variable that the model has.
template <class T>
[[gnu::cold]] void add_update(matrix_calculation<T>& result, matrix_sheet_view const& of) {
    for (int number = 0; number < of.wanted; ++number) {
        int const variable = of.variable(number);
        if (variable < 0) continue;
        value_matrix<T> const &from = result.values[variable], &slope = result.gradient[number];
        matrix_line<T>& line = result.update.add();
        line.value = from;
        line.value.exists = slope.exists;
        for (int entry = 0; entry < from.entries.size(); ++entry)
            line.value.entries[entry] = from.entries[entry] - result.rate * slope.entries[entry];
        write_update<text_style>(line.name, line.formula, line.numbers, of[of.derivative(number)], from, slope, result.rate, result.digits);
    }
}

template <class T>
[[gnu::cold]] void write_section(characters& out, text_view title, buffer<matrix_line<T>> const& lines, int digits) {
    if (lines.empty()) return;
    int name_width = 0, formula_width = 0;
    for (auto const& line : lines) {
        name_width = larger(name_width, columns_of(line.name));
        formula_width = larger(formula_width, columns_of(line.formula));
    }
    if (formula_width > 60) formula_width = 0;  // long formulas are not aligned
    out += title;
    out += "\n";
    for (auto const& line : lines) {
        characters value;
        matrix_texts<text_style>::put_value(value.letters(), line.value, digits);
        write_padded(out, "  ", line.name, name_width);
        if (line.formula != value) {
            write_padded(out, " = ", line.formula, formula_width);
            if (line.numbers != value) write_padded(out, " = ", line.numbers, 0);
        }
        write_padded(out, " = ", value, 0);
        out += "\n";
    }
}
/// "backward (∂L/∂u written ū)"
inline characters title_of_adjoints(text_view whole) {
    characters title = "backward (∂";
    title += whole;
    title += "/∂u written ";
    matrix_notation<text_style>::adjoint(title.letters(), "u");
    title += ")";
    return title;
}
template <class T>
[[gnu::cold]] void write_sections(characters& out, matrix_calculation<T> const& of) {
    write_section(out, "forward", of.forward, of.digits);
    write_section(out, title_of_adjoints(of.forward.back().name), of.backward, of.digits);
    write_section(out, "update", of.update, of.digits);
}

}  // namespace detail

/// All entries: [2 2; 4 4].
template <class Traits, class T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, value_matrix<T> const& values) {
    characters text;
    detail::matrix_texts<text_style>::put_value(text.letters(), values, 6, detail::larger(values.rows, values.columns));
    return out << text;
}

template <class Traits, class T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, matrix_calculation<T> const& calculation) {
    characters text;
    detail::write_sections(text, calculation);
    return out << text;
}

template <class Traits, class T>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, matrix_training<T> const& training) {
    characters text;
    for (int number = 0; number < training.steps.size(); ++number) {
        text += number > 0 ? "\nstep " : "step ";
        text += number + 1;
        text += "\n";
        detail::write_sections(text, training.steps[number]);
    }
    if (!training.last.forward.empty()) text += "\n", detail::write_section(text, "afterwards", training.last.forward, training.last.digits);
    return out << text;
}

}  // namespace leibniz::inline v0_1
