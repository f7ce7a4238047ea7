#pragma once

#include <leibniz/backpropagation/matrix_bindings.hpp>
#include <leibniz/matrix/diagnosis.hpp>

namespace leibniz::inline v0_1::detail {

// One check of what a hand calculation with vectors and matrices is called with.

template <class T>
struct no_matrix_of_values {
    static consteval int report() {
        static_assert(!sizeof(T), "backpropagation: the bound value is no number, vector or matrix; bind x = {1, 2}, W = {{1, 2}, {3, 4}}, or an Eigen matrix with #include <leibniz/eigen/backpropagation.hpp>");
        return 0;
    }
};
template <>
struct no_matrix_of_values<ragged_rows> {
    template <class T = ragged_rows>
    static consteval int report() {
        static_assert(!sizeof(T), "backpropagation: the rows of a matrix in braces differ in length; write as many numbers in each, W = {{1, 2}, {3, 4}}");
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
    static constexpr int missing(matrix_sheet_view of) {
        for (int place = 0; place < of.node_count; ++place)
            if (of.is_variable(place) && !is_bound(of[place].name)) return place;
        return -1;
    }
    static constexpr int unknown(matrix_sheet_view of) { return bound_sizes(of, shapes()).unknown(of); }
    static constexpr bool is_uneven(matrix_sheet_view) {
        buffer<bound_shape> const all = shapes();
        return samples_in_all(all) < 0;
    }
    static constexpr bool contradicts(matrix_sheet_view of) { return bound_sizes(of, shapes()).contradicts; }
    static constexpr fixed_text<100> sentence(matrix_sheet_view of) { return fixed_text<100>(bound_sizes(of, shapes()).sentence(of, shapes()).letters()); }
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
    constexpr matrix_sheet_view of = seen_matrix_sheet<Sheet>();
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
        else if constexpr (!std::floating_point<number> && !is_exact_graph(Sheet::value)) return refused<not_exact_with_matrices<number>>{};
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

}  // namespace leibniz::inline v0_1::detail
