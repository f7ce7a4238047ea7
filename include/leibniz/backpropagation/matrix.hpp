#pragma once

// Hand calculations of models with vectors and matrices; <leibniz/backpropagation.hpp> is for those of numbers alone.
#include <leibniz/backpropagation.hpp>
#include <leibniz/matrix.hpp>

#include <leibniz/backpropagation/matrix_calculation.hpp>

namespace leibniz {

/// The hand calculation of a model with vectors and matrices that knows its model, so that it can be written in other notations.
template <class Result, class E, class... V>
struct matrix_calculation_of : Result {
    using sheet = detail::matrix_sheet<E, V...>;
};

namespace detail {

template <class E>
concept matrix_expression = expression<E> && canonical<E>.matrices->exists;

/// True if `let` gives a step the name of a symbol, or two steps the same name.
constexpr bool matrix_names_clash(written const& root) {
    if (names_clash(root)) return true;
    buffer<written const*> const parts = written_parts(root);
    for (written const* part : parts)
        for (written const* other : parts)
            if (part->what == form::named && other->what == form::matrix && other->count > 0 && other->name == part->name) return true;
    return false;
}

template <class E, class... V>
consteval auto diagnose_matrix_sheet() {
    using formula = decltype(diagnose_formula<gradient_of<E, V...>>());
    if constexpr (!std::same_as<formula, accepted>) return formula{};
    else if constexpr (matrix_names_clash(as_written<E>)) return refused<clashing_names<E>>{};
    else {
        constexpr faults found = matrix_sheet<E, V...>::value.faults;
        if constexpr (found.exhausted) return refused<beyond_the_limits<int>>{};
        else if constexpr (found.overflowed) return refused<too_large<E>>{};
        else return accepted{};
    }
}

template <class Sheet, class T, class Numbers>
struct matrix_calls;
template <class Sheet>
struct matrix_functions {
    static constexpr functions_of_numbers<Sheet::value.node_count> called{Sheet::value};
    using numbers = std::make_index_sequence<static_cast<std::size_t>(called.count)>;
};
template <class Sheet, class T, std::size_t... I>
struct matrix_calls<Sheet, T, std::index_sequence<I...>> {
    static constexpr auto const& called = matrix_functions<Sheet>::called;
    struct table {
        T (*of[sizeof...(I) + 1])(T const*);
    };
    static constexpr table value{{value_for<T, block<called.of[I]>>()..., nullptr}};
};

template <class E, class Rate, bool Trains, class... V>
struct matrix_backpropagation_of {
    using sheet = matrix_sheet<E, V...>;
    Rate rate{};
    int count = 1, digits_shown = 6;

    /// Adds one step of gradient descent at the end: W - rate*∂L/∂W.
    template <class R>
    constexpr matrix_backpropagation_of<E, R, Trains, V...> update(R step) const {
        return {step, count, digits_shown};
    }
    /// Makes several steps of gradient descent, and evaluates the model after the last.
    template <class R>
    constexpr matrix_backpropagation_of<E, R, true, V...> steps(int times, R step) const {
        return {step, times, digits_shown};
    }
    /// Writes so many significant digits instead of 6; 0: as many as it takes to read the number back.
    constexpr matrix_backpropagation_of digits(int shown) const {
        matrix_backpropagation_of copy = *this;
        copy.digits_shown = shown;
        return copy;
    }

    template <class... B>
    auto operator()(B const&... bindings) const {
        using model = decltype(diagnose_matrix_sheet<E, V...>());
        if constexpr (!std::same_as<model, accepted>) return model::sentence::report();
        else {
            using bound = decltype(diagnose_matrix_values<E, sheet, B...>());
            if constexpr (!std::same_as<bound, accepted>) return bound::sentence::report();
            else {
                using common = typename common_number<typename matrix_argument<B>::number...>::type;
                using number = std::conditional_t<std::integral<common>, rational, common>;
                if constexpr (!std::same_as<Rate, no_rate> && std::same_as<number, rational> && std::floating_point<Rate>)
                    return inexact_rate<Rate>::report();
                else return run<number>(bindings...);
            }
        }
    }

private:
    template <class T, class... B>
    auto run(B const&... bindings) const {
        constexpr bool descends = !std::same_as<Rate, no_rate>;
        static constexpr auto const& called = matrix_functions<sheet>::called;
        matrix_sheet_view const seen{sheet::value, matrix_lines_of<sheet, text_style>(), called.of, called.count, sizeof...(V)};
        view const& of = seen.of;
        matrix_calculation<T> first;
        first.digits = digits_shown;
        first.values = buffer<value_matrix<T>>(of.node_count);
        if constexpr (descends) first.rate = converted<T>(rate);
        buffer<bound_shape> shapes;
        (shapes.push(shape_of_binding(bindings)), ...);
        bound_sizes const sizes(of, shapes);
        if constexpr (!all_static<B...>) {
            if (sizes.contradicts) sizes_at_run_time<T>::refuse(sizes.sentence(of, shapes));
            if (int const unknown = sizes.unknown(of); unknown >= 0)
                sizes_at_run_time<T>::refuse(characters("nothing that is bound says how large ") + of[unknown].name + " is");
        }
        for (int place = 0; place < of.node_count; ++place)
            if (is_size_node(of, place)) first.values[place] = value_matrix<T>(converted<T>(rational(sizes.sizes[place])));
        (take(first, bindings), ...);
        auto const work = [&](matrix_calculation<T>& begun) {
            calculate(begun, seen, matrix_calls<sheet, T, typename matrix_functions<sheet>::numbers>::value.of);
            if constexpr (descends) add_update(begun, seen);
        };
        if constexpr (!Trains) {
            matrix_calculation_of<matrix_calculation<T>, E, V...> result{first};
            work(result);
            return result;
        } else {
            matrix_calculation_of<matrix_training<T>, E, V...> result;
            for (int step = 0; step <= count; ++step) {
                matrix_calculation<T> one = first;
                work(one);
                int used = 0;
                for (int number = 0; number < seen.wanted; ++number)
                    if (int const variable = variable_of(of, of.roots[of.root_count - 2 * (seen.wanted - number)]); variable >= 0)
                        first.values[variable] = one.update[used++].value;
                if (step < count) result.steps.push(one);
                else result.last = one;
            }
            return result;
        }
    }
    template <class B>
    static bound_shape shape_of_binding([[maybe_unused]] B const& bound) {
        using source = typename matrix_argument<B>::source;
        if constexpr (!all_static<B>) return {matrix_argument<B>::name, source::rows_of(bound.value), source::columns_of(bound.value)};
        else return {matrix_argument<B>::name, source::rows, source::columns};
    }
    template <class T, class B>
    static void take(matrix_calculation<T>& result, B const& bound) {
        using source = typename matrix_argument<B>::source;
        view const& of = sheet::value;
        for (int place = 0; place < of.node_count; ++place) {
            if (!is_variable_node(of, place) || of[place].name != matrix_argument<B>::name) continue;
            bound_shape const shape = shape_of_binding(bound);
            value_matrix<T> values(shape.rows, shape.columns);
            for (int row = 0; row < shape.rows; ++row)
                for (int column = 0; column < shape.columns; ++column) values(row, column) = converted<T>(source::at(bound.value, row, column));
            result.values[place] = values;
        }
    }
};

template <class Traits, class E, class Rate, bool Trains, class... V>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, matrix_backpropagation_of<E, Rate, Trains, V...> const&) {
    static_assert(!sizeof(E), "<<: a hand calculation needs numbers; write backpropagation(e, wrt(W))(W = {{1, 2}, {3, 4}}, x = {1, 1})");
    return out;
}

}  // namespace detail

/// The hand calculation of a model with vectors and matrices, for one sample: each step forward, then the adjoint of each step, from the
/// last back, as the sum of what later steps hand down, as formula and numbers. Steps are the parts that `let` names; without any, every
/// operation but transpositions and signs. Values up to 4 x 4 are written out. Integers and fractions are calculated exactly, inverses and
/// determinants too. `.update(0.1_c)`, `.steps(2, 0.1_c)` and `.digits(0)` are those of numbers.
/// Refused: what `gradient` refuses, sizes that contradict each other, and exact numbers where the model has roots or functions.
///
///     constexpr matrix<"W", 1, 2> W;
///     constexpr vector<"v", 2> v;
///     auto const c = backpropagation(pow<2>(norm2(W*v)), wrt(W))(W = {{1, 2}}, v = {3, 4});
///     assert((std::cout << c, c.gradient[0](0, 1) == 88));
template <detail::matrix_expression E, class... V>
constexpr detail::matrix_backpropagation_of<E, detail::no_rate, false, V...> backpropagation(E, variables<V...>) {
    return {};
}

}  // namespace leibniz
