#pragma once

#include <leibniz/backpropagation/check_values.hpp>
#include <leibniz/backpropagation/matrix_outline.hpp>
#include <leibniz/backpropagation/value_matrix.hpp>
#include <leibniz/matrix/symbols.hpp>

#include <type_traits>
#include <utility>

// The values that a hand calculation with vectors and matrices is called with, and the sizes that follow from them.

namespace leibniz::inline v0_1::detail {

/// What is bound to a number, vector or matrix: its entries; -1: as many as there are at run time. eigen/ adds its matrices.
template <class T>
struct matrix_source {
    static constexpr bool known = number_like<typename number_in<T>::type>;
    static constexpr int rows = 1, columns = 1;
    using number = typename number_in<T>::type;
    static constexpr auto const& at(T const& of, int, int) { return of; }
};
template <class T, std::size_t Rows, std::size_t Columns>
struct matrix_source<listed_entries<T, Rows, Columns>> {
    static constexpr bool known = number_like<typename number_in<T>::type>;
    static constexpr int rows = static_cast<int>(Rows), columns = static_cast<int>(Columns);
    using number = typename number_in<T>::type;
    static constexpr auto const& at(listed_entries<T, Rows, Columns> const& of, int row, int column) { return of.entries[row][column]; }
};
template <>
struct matrix_source<ragged_rows> {
    static constexpr bool known = false;
    static constexpr int rows = 1, columns = 1;
    using number = double;
    static constexpr double at(ragged_rows const&, int, int) { return 0; }
};
/// Arrays are vectors, arrays of arrays matrices by row.
template <class T>
    requires(extent<T> > 0)
struct matrix_source<T> {
    using row_type = std::remove_cvref_t<decltype(std::declval<T const&>()[0])>;
    using inner = matrix_source<row_type>;
    static constexpr bool known = inner::known && inner::columns == 1;
    static constexpr int rows = static_cast<int>(extent<T>), columns = inner::rows;
    using number = typename inner::number;
    static constexpr auto const& at(T const& of, int row, int column) { return inner::at(of[static_cast<std::size_t>(row)], column, 0); }
};

/// Refuses sizes that are known at run time only: eigen/backpropagation.hpp.
template <class T>
struct sizes_at_run_time;

/// Vectors and numbers may have a value for each sample: a vector bound to a matrix one in each row, a number one in each entry.
template <class S>
inline constexpr bool is_vector_symbol = false;
template <name Name, dimension Rows>
inline constexpr bool is_vector_symbol<matrix<Name, Rows, 1>> = true;
template <class S>
inline constexpr bool is_number_symbol = true;
template <name Name, dimension Rows, dimension Columns>
inline constexpr bool is_number_symbol<matrix<Name, Rows, Columns>> = false;
template <name Name, dimension Size>
inline constexpr bool is_number_symbol<symmetric<Name, Size>> = false;

/// The shape of a value of a variable, and how many there are; 0: it is the same for all samples.
struct bound_shape {
    text_view name{};
    int rows = 1, columns = 1, samples = 0;
};

/// The variable that an argument binds.
template <class B>
struct matrix_argument;
template <class S, class T>
struct matrix_argument<binding<S, T>> {
    using source = matrix_source<std::remove_cvref_t<T>>;
    static constexpr bool known = source::known, is_static = source::rows >= 0 && source::columns >= 0;
    static constexpr bool varies = is_vector_symbol<S> ? source::columns != 1 : is_number_symbol<S> && (source::rows != 1 || source::columns != 1);
    static constexpr text_view name = S::spelling.view();
    using number = typename source::number;

    static constexpr bound_shape shape(int rows, int columns) {
        if (!varies) return {name, rows, columns, 0};
        return is_vector_symbol<S> ? bound_shape{name, columns, 1, rows} : bound_shape{name, 1, 1, rows * columns};
    }
    static constexpr bound_shape shape_of([[maybe_unused]] binding<S, T> const& bound) {
        if constexpr (is_static) return shape(source::rows, source::columns);
        else return shape(source::rows_of(bound.value), source::columns_of(bound.value));
    }
    static constexpr auto at(binding<S, T> const& bound, int row, int column, [[maybe_unused]] int sample) {
        if constexpr (!varies) return source::at(bound.value, row, column);
        else if constexpr (is_vector_symbol<S>) return source::at(bound.value, sample, row);
        else if constexpr (source::columns >= 0) return source::at(bound.value, sample / source::columns, sample % source::columns);
        else return source::at(bound.value, sample / source::columns_of(bound.value), sample % source::columns_of(bound.value));
    }
};

/// The number of samples: 0 if nothing has more than one value, -1 if they differ in number.
constexpr int samples_in_all(buffer<bound_shape> const& bound) {
    int count = 0;
    for (bound_shape const& each : bound) {
        if (each.samples > 0 && count > 0 && each.samples != count) return -1;
        if (each.samples > 0) count = each.samples;
    }
    return count;
}

/// The sizes of a model for bound shapes, by node of its worksheet, and the first contradiction.
class bound_sizes {
public:
    constexpr bound_sizes(matrix_sheet_view const& of, buffer<bound_shape> const& bound) : sizes(of.node_count, -1) {
        buffer<int> source(of.node_count, -1);  // of the size of each node: the binding that gave it
        for (int i = 0; i < of.node_count; ++i)
            if (of.is(i, sheet_operation::number) && of[i].number.is_integer()) sizes[i] = static_cast<int>(of[i].number.numerator());
        for (int i = 0; i < of.node_count && !contradicts; ++i) {
            if (!of.is_variable(i)) continue;
            for (int k = 0; k < bound.size() && !contradicts; ++k) {
                if (bound[k].name != of[i].name) continue;
                for (int side = 0; side < 2 && !contradicts; ++side) {
                    int const dimension = of[i].count == 2 ? of.operand(i, side) : 0, found = side == 0 ? bound[k].rows : bound[k].columns;
                    if (sizes[dimension] < 0) sizes[dimension] = found, source[dimension] = k;
                    if (sizes[dimension] == found) continue;
                    contradicts = true;
                    wrong = k, by = source[dimension], wrong_dimension = dimension, is_column = side == 1;
                }
            }
        }
    }
    /// "x has 3 rows, but n is 2 (bound by W)".
    constexpr characters sentence(matrix_sheet_view const& of, buffer<bound_shape> const& bound) const {
        characters text = bound[wrong].name;
        int const found = is_column ? bound[wrong].columns : bound[wrong].rows;
        text += " has ";
        text += found;
        text += is_column ? " column" : " row";
        text += found == 1 ? ", but " : "s, but ";
        if (of.is(wrong_dimension, sheet_operation::number)) {
            text += "the model has ";
            text += sizes[wrong_dimension];
            return text;
        }
        text += of[wrong_dimension].name;
        text += " is ";
        text += sizes[wrong_dimension];
        text += " (bound by ";
        text += bound[by].name;
        text += ")";
        return text;
    }
    /// A size that nothing bound says, or -1.
    constexpr int unknown(matrix_sheet_view const& of) const {
        for (int i = 0; i < of.node_count; ++i)
            if (of.is(i, sheet_operation::size) && sizes[i] < 0) return i;
        return -1;
    }

    buffer<int> sizes;
    bool contradicts = false, is_column = false;
    int wrong = 0, by = 0, wrong_dimension = 0;
};

}  // namespace leibniz::inline v0_1::detail
