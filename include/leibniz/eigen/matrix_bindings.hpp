#pragma once

#include <leibniz/eigen/columns.hpp>
#include <leibniz/eigen/matrix_code.hpp>
#include <leibniz/eigen/matrix_refusals.hpp>
#include <leibniz/eigen/supply_bindings.hpp>
#include <leibniz/evaluate/check_bindings.hpp>
#include <leibniz/matrix/diagnosis.hpp>

namespace leibniz::inline v0_1::detail {

template <class E>
concept model_of_matrices = canonical<E>.matrices->exists;

/// A value of two dimensions by its type: each row of it is one of the data where a vector or number is bound to it.
template <class V>
inline constexpr bool has_rows_of_data = false;
template <eigen_dense V>
inline constexpr bool has_rows_of_data<V> = V::ColsAtCompileTime != 1;

/// How a value is bound.
enum class bound_as : unsigned char { number, column, rows, other };
template <class V>
consteval bound_as kind_of_value() {
    if constexpr (eigen_dense<V>) return has_rows_of_data<V> ? bound_as::rows : bound_as::column;
    else if constexpr (number_like<V>) return bound_as::number;
    else if constexpr (requires { typename number_in<V>::type; }) return number_like<typename number_in<V>::type> && !std::same_as<typename number_in<V>::type, V> ? bound_as::number : bound_as::other;
    else return bound_as::other;
}
/// The size that a value has by its type; -1 where that is known at run time only.
template <class V>
consteval extents size_by_type() {
    if constexpr (eigen_dense<V>) return {V::RowsAtCompileTime, V::ColsAtCompileTime};
    else return {-1, -1};
}
/// Whether two sizes, each a number or not known, contradict each other.
constexpr bool sizes_differ(int first, int second) { return first >= 0 && second >= 0 && first != second; }
template <class B>
struct values_of_argument {
    static constexpr bound_as kinds[1]{};
    static constexpr extents sizes[1]{};
};
template <class S, class T>
struct values_of_argument<binding<S, T>> {
    static constexpr bound_as kinds[1]{kind_of_value<std::remove_cvref_t<T>>()};
    static constexpr extents sizes[1]{size_by_type<std::remove_cvref_t<T>>()};
};
template <class... V, class... T>
struct values_of_argument<record<variables<V...>, T...>> {
    static constexpr bound_as kinds[sizeof...(V) + 1]{kind_of_value<T>()...};
    static constexpr extents sizes[sizeof...(V) + 1]{size_by_type<T>()...};
};
template <name Name, int Count, class T>
struct values_of_argument<binding<symbols<Name, Count>, T>> {
    static constexpr bound_as kinds[static_cast<unsigned>(Count + 1)]{};
    static constexpr extents sizes[static_cast<unsigned>(Count + 1)]{};
};

/// The variables of model E, in the order of its nodes.
template <class E>
struct model_variables {
    static constexpr int most = canonical<E>.node_count;
    variable_name variables[static_cast<unsigned>(most + 1)]{};
    bool vectors[static_cast<unsigned>(most + 1)]{}, matrices[static_cast<unsigned>(most + 1)]{};
    extents sizes[static_cast<unsigned>(most + 1)]{};  // -1 for a name
    int variable_count = 0;
    constexpr model_variables() {
        view const& of = canonical<E>;
        for (int i = 0; i < of.node_count; ++i) {
            node const& n = of[i];
            if (!is_variable_node(n)) continue;
            variables[variable_count] = {n.name, n.what == kind::column};
            vectors[variable_count] = n.count == 2 && of.operand(i, 1) == graph::one;
            matrices[variable_count] = n.count == 2 && of.operand(i, 1) != graph::one;
            if (n.count == 2) sizes[variable_count] = {number_in_size(of[of.operand(i, 0)]), number_in_size(of[of.operand(i, 1)])};
            ++variable_count;
        }
    }
    static constexpr int number_in_size(node const& n) { return n.what == kind::number ? static_cast<int>(n.number.numerator()) : -1; }
};
template <class E>
static constexpr model_variables<E> variables_of_model{};

template <class... B>
struct all_kinds {
    bound_as at[static_cast<unsigned>(total({argument<B>::size...}) + 1)]{};
    extents sizes[static_cast<unsigned>(total({argument<B>::size...}) + 1)]{};
    constexpr all_kinds() {
        bound_as const* const from[] = {values_of_argument<B>::kinds..., nullptr};
        extents const* const sizes_from[] = {values_of_argument<B>::sizes..., nullptr};
        int const counts[] = {argument<B>::size..., 0};
        int value = 0;
        for (unsigned b = 0; b < sizeof...(B); ++b)
            for (int k = 0; k < counts[b]; ++k) sizes[value] = sizes_from[b][k], at[value++] = from[b][k];
    }
};

/// Whether a variable that is so bound varies by row.
constexpr bool varies_by_row(bound_as kind, bool is_vector, bool is_matrix) {
    return !is_matrix && (kind == bound_as::rows || (!is_vector && kind == bound_as::column));
}
template <class E, class... B>
struct bound_model {
    static constexpr auto const& all = variables_of_model<E>;
    static constexpr matched_names<total({argument<B>::size...}), all.variable_count> names{
        {argument<B>::names..., nullptr}, {argument<B>::size..., 0}, all.variables};
    static constexpr all_kinds<B...> kinds{};
    static constexpr int values = total({argument<B>::size...});

    /// The variables that vary by row: vectors bound to a matrix, numbers and columns bound to a vector.
    static consteval variable_set varying() {
        variable_set found;
        bool all_read = true;
        for (int k = 0; k < values; ++k) {
            int const v = names.places[k];
            all_read = all_read && v >= 0;
            if (v >= 0 && varies_by_row(kinds.at[k], all.vectors[v], all.matrices[v])) found.add(v);
        }
        if (all_read) return found;
        buffer<unread_variable> const written = written_variables(as_written<E>);
        for (int k = 0; k < values; ++k)
            for (int which = 0; names.places[k] < 0 && which < written.size(); ++which) {
                unread_variable const& each = written[which];
                if (each.variable.name != names.name_of(k).name) continue;
                bool const number = each.is_number();
                if (!number && kinds.at[k] == bound_as::number) continue;
                found.add_unread(which, varies_by_row(kinds.at[k], !number && each.is_vector(), !each.is_vector()));
            }
        return found;
    }
    /// The first value that does not suit its variable, or -1.
    static consteval int misfit() {
        for (int k = 0; k < values; ++k) {
            int const v = names.places[k];
            if (kinds.at[k] == bound_as::other) return k;
            if (v >= 0 && (all.vectors[v] || all.matrices[v]) && kinds.at[k] == bound_as::number) return k;
        }
        return -1;
    }
    /// The first value whose type says another size than the numbers of its variable, or -1.
    static consteval int of_wrong_size() {
        for (int k = 0; k < values; ++k) {
            int const v = names.places[k];
            if (v < 0 || !(all.vectors[v] || all.matrices[v])) continue;
            extents const found = kinds.sizes[k], expected = all.sizes[v];
            if (all.vectors[v] ? sizes_differ(kinds.at[k] == bound_as::rows ? found.columns : found.rows, expected.rows)
                               : sizes_differ(found.rows, expected.rows) || sizes_differ(found.columns, expected.columns))
                return k;
        }
        return -1;
    }
};

template <class E, class... B>
struct names_bound {
    static consteval variable_name at(int i) { return bound_model<E, B...>::names.name_of(i); }
};
template <class E>
struct names_of_model {
    static consteval variable_name at(int i) { return variables_of_model<E>.variables[i]; }
};
/// The first symbol that is bound by itself and does not occur, or -1.
template <class E, class... B>
consteval int first_unknown() {
    bool const by_itself[] = {binds_one_symbol<B>..., false};
    int const sizes[] = {argument<B>::size..., 0};
    int value = 0;
    for (unsigned b = 0; b < sizeof...(B); value += sizes[b++]) {
        if (!by_itself[b] || bound_model<E, B...>::names.places[value] >= 0) continue;
        variable_name const& v = bound_model<E, B...>::names.name_of(value);
        if (!mentions(as_written<E>, form::matrix, v.name) && !mentions(as_written<E>, v.column ? form::column : form::symbol, v.name)) return value;
    }
    return -1;
}

template <class E, class... B>
consteval auto diagnose_matrices() {
    using formula = decltype(diagnose_formula<E>());
    using model = bound_model<E, B...>;
    if constexpr (!std::same_as<formula, accepted>) return formula{};
    else if constexpr (!(... && (is_binding<B> || is_record<B>))) {
        constexpr int place = [] {
            bool const fine[] = {(is_binding<B> || is_record<B>)..., false};
            int k = 0;
            while (fine[k]) ++k;
            return k;
        }();
        return refused<not_a_binding<typename argument_at<place, B...>::type>>{};
    } else if constexpr (model::names.repeated >= 0) return refused<bound_twice<decltype(variable_at<names_bound<E, B...>, model::names.repeated>())>>{};
    else if constexpr (constexpr int unknown = first_unknown<E, B...>(); unknown >= 0)
        return refused<not_in_the_expression<decltype(variable_at<names_bound<E, B...>, unknown>())>>{};
    else if constexpr (constexpr int value = model::misfit(); value >= 0) {
        using symbol_at_fault = decltype(variable_at<names_bound<E, B...>, value>());
        if constexpr (model::kinds.at[value] == bound_as::other) return refused<no_dense_matrix<symbol_at_fault>>{};
        else return refused<needs_matrix<symbol_at_fault>>{};
    } else if constexpr (constexpr int value_of_wrong_size = model::of_wrong_size(); value_of_wrong_size >= 0) {
        return refused<of_other_size<decltype(variable_at<names_bound<E, B...>, value_of_wrong_size>())>>{};
    } else if constexpr (constexpr int missing = model::names.missing; missing >= 0) {
        using symbol_at_fault = decltype(variable_at<names_of_model<E>, missing>());
        if constexpr (model::all.vectors[missing] || model::all.matrices[missing]) return refused<without_matrix<symbol_at_fault>>{};
        else return refused<without_value<symbol_at_fault>>{};
    } else {
        using number = typename common_number<typename argument<B>::number...>::type;
        if constexpr (!std::same_as<number, double> && !std::same_as<number, float>) return refused<not_of_doubles<number>>{};
        else if constexpr (!compiled_matrices<E, model::varying()>::value.sound) return refused<matrix_by_row<number>>{};
        else if constexpr (!compiled_matrices<E, model::varying()>::value.complete) return refused<without_step<number>>{};
        else return accepted{};
    }
}

/// The variable of the program that each value becomes, or -1.
template <int Values>
struct value_places {
    int at[static_cast<unsigned>(Values + 1)]{};
};
template <class E, class... B>
constexpr auto found_places() {
    using model = bound_model<E, B...>;
    auto const& program = compiled_matrices<E, model::varying()>::value;
    value_places<model::values> found;
    for (int k = 0; k < model::values; ++k) {
        found.at[k] = -1;
        for (int v = 0; v < program.variable_count; ++v)
            if (program.variables[v].name == model::names.name_of(k).name) found.at[k] = v;
    }
    return found;
}
template <class E, class... B>
static constexpr auto places_of_values = found_places<E, B...>();

}  // namespace leibniz::inline v0_1::detail
