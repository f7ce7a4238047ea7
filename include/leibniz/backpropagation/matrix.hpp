#pragma once

// Hand calculations of models with vectors and matrices; <leibniz/backpropagation.hpp> is for those of numbers alone.
#include <leibniz/backpropagation.hpp>
#include <leibniz/matrix.hpp>

#include <leibniz/backpropagation/matrix_calculation.hpp>
#include <leibniz/backpropagation/matrix_diagnosis.hpp>
#include <leibniz/derivation/matrix_names.hpp>

namespace leibniz::inline v0_1 {

/// The hand calculation of a model with vectors and matrices that knows its model, so that it can be written in other notations.
template <class Result, class E, class... V>
struct matrix_calculation_of : Result {
    using sheet = detail::matrix_sheet<E, V...>;

    /// The derivative by a variable of wrt.
    template <variable S>
    auto const& operator[](S) const
        requires requires(Result const& of) { of.gradient; }
    {
        constexpr int place = detail::place_of<S>(variables<V...>{});
        if constexpr (place < 0) return this->gradient[detail::not_among_the_results<S>::report()];
        else return this->gradient[place];
    }
};

namespace detail {

template <class E>
concept matrix_expression = expression<E> && canonical<E>.matrices->exists;

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

/// The functions that the lines call, for numbers of type T.
template <class Sheet>
struct matrix_functions {
    static constexpr int count = functions_in(Sheet::value).size();
    using numbers = std::make_index_sequence<static_cast<std::size_t>(count)>;
    static constexpr function const* at(int place) { return functions_in(Sheet::value)[place]; }
};
template <class Sheet, class T, class Numbers = typename matrix_functions<Sheet>::numbers>
struct matrix_calls;
template <class Sheet, class T, std::size_t... I>
struct matrix_calls<Sheet, T, std::index_sequence<I...>> {
    struct table {
        T (*of[sizeof...(I) + 1])(T const*);
    };
    static constexpr table value{{value_for<T, block<matrix_functions<Sheet>::at(I)>>()..., nullptr}};
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
        else if constexpr ((is_record<B> || ...)) return unpacked(*this, bindings...);
        else {
            using bound = decltype(diagnose_matrix_values<E, sheet, B...>());
            if constexpr (!std::same_as<bound, accepted>) return bound::sentence::report();
            else {
                using common = typename common_number<typename matrix_argument<B>::number...>::type;
                using number = std::conditional_t<std::integral<common>, rational, common>;
                if constexpr (descends && std::same_as<number, rational> && std::floating_point<Rate>) return inexact_rate<Rate>::report();
                else return run<number>(bindings...);
            }
        }
    }

private:
    static constexpr bool descends = !std::same_as<Rate, no_rate>;

    /// Calls `next` with a binding for each entry of each pack.
    template <class Next>
    static auto unpacked(Next const& next) {
        return next();
    }
    template <class Next, class First, class... Rest>
    static auto unpacked(Next const& next, First const& first, Rest const&... rest) {
        return unpacked(
            [&](auto const&... others) {
                if constexpr (!is_record<First>) return next(first, others...);
                else
                    return [&]<class... S, class... T>(record<variables<S...>, T...> const& pack) {
                        return [&]<std::size_t... I>(std::index_sequence<I...>) {
                            return next(binding<S, T const&>{pack.template get<I>()}..., others...);
                        }(std::make_index_sequence<sizeof...(T)>{});
                    }(first);
            },
            rest...);
    }

    template <class T, class... B>
    auto run(B const&... bindings) const {
        constexpr bool varies = (matrix_argument<B>::varies || ...);
        constexpr matrix_sheet_view seen = seen_matrix_sheet<sheet>();
        buffer<bound_shape> shapes;
        (shapes.push(matrix_argument<B>::shape_of(bindings)), ...);
        bound_sizes const sizes(seen, shapes);
        int const samples = samples_in_all(shapes);
        if constexpr (!all_static<B...>) {
            if (sizes.contradicts) sizes_at_run_time<T>::refuse(sizes.sentence(seen, shapes));
            if (int const unknown = sizes.unknown(seen); unknown >= 0)
                sizes_at_run_time<T>::refuse(characters("nothing that is bound says how large ") + seen[unknown].name + " is");
            if (samples < 0) sizes_at_run_time<T>::refuse("the samples of two symbols differ in number; bind one value of each for every sample");
            if (varies && samples == 0) sizes_at_run_time<T>::refuse("there are no samples; bind one value for every sample");
        }
        auto const begin = [&](matrix_calculation<T>& begun, int sample) {
            begun.digits = digits_shown;
            begun.values = buffer<value_matrix<T>>(seen.node_count);
            if constexpr (descends) begun.rate = converted<T>(rate);
            for (int place = 0; place < seen.node_count; ++place)
                if (seen.is(place, sheet_operation::size)) begun.values[place] = value_matrix<T>(converted<T>(rational(sizes.sizes[place])));
            (take(begun, bindings, sample), ...);
        };
        auto const work = [&](matrix_calculation<T>& begun) {
            calculate(begun, seen, matrix_lines_of<sheet, text_style>(), matrix_calls<sheet, T>::value.of);
            if constexpr (descends) add_update(begun, seen);
        };
        if constexpr (!Trains && !varies) {
            matrix_calculation_of<matrix_calculation<T>, E, V...> result;
            begin(result, 0);
            work(result);
            return result;
        } else {
            matrix_calculation_of<matrix_training<T>, E, V...> result;
            int const steps = Trains ? count : samples;
            buffer<matrix_line<T>> parameters;
            for (int step = 0; step <= steps && (step < steps || descends); ++step) {
                matrix_calculation<T> one;
                begin(one, samples == 0 ? 0 : step % samples);
                for (int number = 0, used = 0; number < seen.wanted && used < parameters.size(); ++number)
                    if (int const variable = seen.variable(number); variable >= 0)
                        one.values[variable] = parameters[used++].value;
                work(one);
                parameters = one.update;
                if (step < steps) result.steps.push(one);
                else result.last = one;
            }
            return result;
        }
    }
    template <class T, class B>
    static void take(matrix_calculation<T>& result, B const& bound, int sample) {
        bound_shape const shape = matrix_argument<B>::shape_of(bound);
        constexpr matrix_sheet_view of = seen_matrix_sheet<sheet>();
        for (int place = 0; place < of.node_count; ++place) {
            if (!of.is_variable(place) || of[place].name != shape.name) continue;
            value_matrix<T> values(shape.rows, shape.columns);
            for (int row = 0; row < shape.rows; ++row)
                for (int column = 0; column < shape.columns; ++column)
                    values(row, column) = converted<T>(matrix_argument<B>::at(bound, row, column, sample));
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

/// The hand calculation of a model with vectors and matrices, each step forward, then the adjoint of each step, from the
/// last back, as the sum of what later steps hand down, as formula and numbers. Steps are the parts that `let` names; without any, every
/// operation but transpositions and signs. Values up to 4 x 4 are written out. Integers and fractions are calculated exactly, inverses and
/// determinants too. `.update(0.1_c)`, `.steps(2, 0.1_c)` and `.digits(0)` are those of numbers. A vector bound to a matrix has one sample in each row, as in
/// `evaluate`; a number bound to an array one in each entry: a matrix_training. `c[W]` is the derivative by W.
/// Refused: what `gradient` refuses, sizes that contradict each other, and exact numbers where the model has roots or functions.
///
///     constexpr matrix<"W", 1, 2> W;
///     constexpr vector<"v", 2> v;
///     auto const c = backpropagation(pow<2>(norm2(W*v)), wrt(W))(W = {{1, 2}}, v = {3, 4});
///     assert((std::cout << c, c[W](0, 1) == 88));
template <detail::matrix_expression E, class... V>
constexpr detail::matrix_backpropagation_of<E, detail::no_rate, false, V...> backpropagation(E, variables<V...>) {
    return {};
}

}  // namespace leibniz::inline v0_1
