#pragma once

#include <leibniz/backpropagation/check_values.hpp>
#include <leibniz/backpropagation/matrix_arithmetic.hpp>
#include <leibniz/backpropagation/matrix_worksheet.hpp>
#include <leibniz/matrix/symbols.hpp>

#include <type_traits>
#include <utility>

// The values that a hand calculation with vectors and matrices is called with, and the sizes that follow from them.

namespace leibniz::detail {

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

constexpr bool is_size_node(view const& of, int place) {
    return of.is(place, kind::symbol) && of[place].count == 0 && of[place].number == rational(marked_size);
}
/// A symbol that is bound: no step, no adjoint, no size.
constexpr bool is_variable_node(view const& of, int place) {
    if (!(of.is(place, kind::symbol) || of.is(place, kind::column)) || is_adjoint(of[place])) return false;
    if (is_size_node(of, place)) return false;
    for (int root = 0; root < of.root_count; root += 2)
        if (of.roots[root] == place) return false;
    return true;
}
/// The sizes of a model for bound shapes, by node of its worksheet, and the first contradiction.
class bound_sizes {
public:
    constexpr bound_sizes(view const& of, buffer<bound_shape> const& bound) : sizes(of.node_count, -1) {
        buffer<int> source(of.node_count, -1);  // of the size of each node: the binding that gave it
        for (int i = 0; i < of.node_count; ++i)
            if (of.is(i, kind::number) && of[i].number.is_integer()) sizes[i] = static_cast<int>(of[i].number.numerator());
        for (int i = 0; i < of.node_count && !contradicts; ++i) {
            if (!is_variable_node(of, i)) continue;
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
    constexpr characters sentence(view const& of, buffer<bound_shape> const& bound) const {
        characters text = bound[wrong].name;
        int const found = is_column ? bound[wrong].columns : bound[wrong].rows;
        text += " has ";
        text += found;
        text += is_column ? " column" : " row";
        text += found == 1 ? ", but " : "s, but ";
        if (of.is(wrong_dimension, kind::number)) {
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
    constexpr int unknown(view const& of) const {
        for (int i = 0; i < of.node_count; ++i)
            if (is_size_node(of, i) && sizes[i] < 0) return i;
        return -1;
    }

    buffer<int> sizes;
    bool contradicts = false, is_column = false;
    int wrong = 0, by = 0, wrong_dimension = 0;
};

// ------------------------------------------------------------------------------------------------------ what is refused

template <class T>
struct no_matrix_of_values {
    static consteval int report() {
        static_assert(!sizeof(T), "backpropagation: the bound value is no number, vector or matrix; bind x = {1, 2}, W = {{1, 2}, {3, 4}}, or an Eigen matrix with #include <leibniz/eigen/backpropagation.hpp>");
        return 0;
    }
};
template <class Symbol>
struct without_values {
    static consteval int report() {
        static_assert(!sizeof(Symbol), "backpropagation: a symbol of this model has no value; add a binding such as c = 2.0, x = {1, 2} or W = {{1, 2}, {3, 4}}");
        return 0;
    }
};
template <auto Sizes>
struct contradicting_sizes {
    static consteval int report() {
        static_assert(!sizeof(Sizes), "backpropagation: the bound values do not have the sizes of the model; bind a vector for each vector, x = {1, 2}, and a matrix row by row, W = {{1, 2}, {3, 4}}");
        return 0;
    }
};
template <class Size>
struct unknown_size {
    static consteval int report() {
        static_assert(!sizeof(Size), "backpropagation: nothing that is bound says how large a dimension of this model is; give it as a number, such as ones<3>");
        return 0;
    }
};
template <class T>
struct not_exact_with_matrices {
    static consteval int report() {
        static_assert(!sizeof(T), "backpropagation: this model has roots or functions that exact numbers do not hold; bind floating numbers, W = {{1.0, 2.0}, {3.0, 4.0}}");
        return 0;
    }
};

template <class... B>
constexpr bool all_static = (matrix_argument<B>::is_static && ...);

template <class Sheet, class... B>
struct matrix_supply {
    static constexpr buffer<bound_shape> shapes() {
        buffer<bound_shape> all;
        (all.push(matrix_argument<B>::shape(matrix_argument<B>::source::rows, matrix_argument<B>::source::columns)), ...);
        return all;
    }
    static constexpr bool is_bound(text_view name) { return ((matrix_argument<B>::name == name) || ... || false); }
    static constexpr int missing(view of) {
        for (int place = 0; place < of.node_count; ++place)
            if (is_variable_node(of, place) && !is_bound(of[place].name)) return place;
        return -1;
    }
    static constexpr int unknown(view of) { return bound_sizes(of, shapes()).unknown(of); }
    static constexpr bool is_uneven(view) {
        buffer<bound_shape> const all = shapes();
        return samples_in_all(all) < 0;
    }
    static constexpr bool contradicts(view of) { return bound_sizes(of, shapes()).contradicts; }
    static constexpr fixed_text<100> sentence(view of) { return fixed_text<100>(bound_sizes(of, shapes()).sentence(of, shapes()).letters()); }
    template <int Length>
    static constexpr fixed_text<Length> exact_sentence(fixed_text<100> const& from) { return fixed_text<Length>(from.letters, Length); }
};
template <class Sheet, int Place>
constexpr auto symbol_at() {
    constexpr text_view spelling = Sheet::value[Place].name;
    return symbol<copied<spelling.size()>(spelling)>{};
}

/// The place of the first argument that binds a name which another one binds or the model does not have, or -1.
template <class E, class... B>
constexpr int place_of_repeated() {
    text_view const names[] = {matrix_argument<B>::name..., {}};
    for (int later = 0; later < static_cast<int>(sizeof...(B)); ++later)
        for (int earlier = 0; earlier < later; ++earlier)
            if (names[earlier] == names[later]) return later;
    return -1;
}
template <class E, class... B>
constexpr int place_of_foreign() {
    text_view const names[] = {matrix_argument<B>::name..., {}};
    for (int place = 0; place < static_cast<int>(sizeof...(B)); ++place)
        if (!mentions(as_written<E>, form::symbol, names[place]) && !mentions(as_written<E>, form::matrix, names[place]) &&
            !mentions(as_written<E>, form::column, names[place]))
            return place;
    return -1;
}
template <class... B>
constexpr int place_of_unbound() {
    bool const bindings[] = {binds_one_symbol<B>..., true};
    for (int place = 0; place < static_cast<int>(sizeof...(B)); ++place)
        if (!bindings[place]) return place;
    return -1;
}
template <class... B>
constexpr int place_of_strange() {
    bool const values[] = {matrix_argument<B>::known..., true};
    for (int place = 0; place < static_cast<int>(sizeof...(B)); ++place)
        if (!values[place]) return place;
    return -1;
}

template <class E, class Sheet, class... B>
consteval auto diagnose_matrix_values() {
    constexpr view of = Sheet::value;
    if constexpr (constexpr int other = place_of_unbound<B...>(); other >= 0)
        return refused<not_a_binding<typename argument_at<other, B...>::type>>{};
    else if constexpr (constexpr int strange = place_of_strange<B...>(); strange >= 0)
        return refused<no_matrix_of_values<typename argument_at<strange, B...>::type::type>>{};
    else if constexpr (constexpr int twice = place_of_repeated<E, B...>(); twice >= 0)
        return refused<bound_twice<typename argument_at<twice, B...>::type::symbol>>{};
    else if constexpr (constexpr int foreign = place_of_foreign<E, B...>(); foreign >= 0)
        return refused<not_in_the_expression<typename argument_at<foreign, B...>::type::symbol>>{};
    else {
        using supply = matrix_supply<Sheet, B...>;
        using number = typename common_number<typename matrix_argument<B>::number...>::type;
        if constexpr (constexpr int missing = supply::missing(of); missing >= 0)
            return refused<without_values<decltype(symbol_at<Sheet, missing>())>>{};
        else if constexpr (!(std::floating_point<number> || std::integral<number> || std::same_as<number, rational>))
            return refused<no_hand_calculation<number>>{};
        else if constexpr (!std::floating_point<number> && !is_exact_graph(of)) return refused<not_exact_with_matrices<number>>{};
        else if constexpr (all_static<B...>) {
            if constexpr (supply::contradicts(of)) {
                constexpr auto text = supply::sentence(of);
                return refused<contradicting_sizes<supply::template exact_sentence<text.size>(text)>>{};
            } else if constexpr (constexpr int unknown = supply::unknown(of); unknown >= 0)
                return refused<unknown_size<decltype(symbol_at<Sheet, unknown>())>>{};
            else if constexpr (supply::is_uneven(of)) return refused<uneven_samples<number>>{};
            else return accepted{};
        } else return accepted{};
    }
}

}  // namespace leibniz::detail
