#pragma once

#include <leibniz/evaluate/assemble.hpp>
#include <leibniz/evaluate/check_bindings.hpp>
#include <leibniz/evaluate/scalar.hpp>

#include <iosfwd>

namespace leibniz::inline v0_1 {

template <class Table>
struct lower_triangle;  // calculus/structure.hpp

namespace detail {
/// Evaluation with columns bound, and how it sums rows: eigen/evaluate_columns.hpp.
struct compensated;
template <class Sums, class E, class T, class... B>
struct over_columns;
/// Several places to write into: eigen/destinations.hpp specialises it for std::tuple.
template <class>
inline constexpr bool is_tuple = false;

/// The result of a refused evaluation: it converts to everything, so that no second error follows.
template <int>
struct nothing {
    template <class T>
    constexpr operator T() const {  // NOLINT
        return T();
    }
    constexpr nothing operator[](auto const&) const { return {}; }
    constexpr nothing operator()(auto const&...) const { return {}; }
    friend constexpr bool operator==(nothing, auto const&) { return true; }
    template <class Char, class Traits>
    friend std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out, nothing) {
        return out;
    }
};

template <class Out>
struct record_of_another_expression {
    static consteval int report() {
        static_assert(!sizeof(Out), "evaluate_into: this is no record of this expression; write into what `evaluate` returns for it");
        return 0;
    }
};
template <class Out, class Results>
concept takes_results = !requires { Out::size; } || requires(Out& out, Results results) { out = static_cast<Results&&>(results); };

/// Runs the program of E; `results` has room for all results.
template <class E, class T, class... B>
[[gnu::always_inline]] constexpr void run_program(T* results, B const&... arguments) {
    constexpr auto const& program = compiled<E>::value;
    T inputs[program.variable_count + 1], v[program.size + 1];    // written before they are read
    if constexpr (program.variable_count == 0) inputs[0] = T();  // compilers warn of what nothing writes
    int const* to = matched<compiled<E>::value, B...>.places;
    int const done[] = {0, (to = supply(inputs, to, arguments), 0)...};
    static_cast<void>(done), static_cast<void>(to);
    run<compiled<E>::value>(v, inputs, results, std::make_index_sequence<program.size>{}, std::make_index_sequence<program.root_count>{});
}

/// Vectors and sparse matrices of Eigen that take several numbers: eigen/into_vectors.hpp, eigen/sparse.hpp.
template <class Out>
struct eigen_memory {
    static constexpr bool is = false;
};
template <class Out, class E, class... B>
inline constexpr bool takes_numbers = bundle<E> && !binds_columns<B...> && (std::is_pointer_v<Out> || extent<Out> >= 0 || eigen_memory<Out>::is);
template <class Out>
struct array_of_other_size {
    static consteval int report() {
        static_assert(!sizeof(Out), "evaluate_into: the array has another size than there are results; give it e.size numbers");
        return 0;
    }
};
/// The type of the numbers that are written into `out`.
template <class Out>
struct number_written {
    using type = Out;
};
template <class Out>
    requires(eigen_memory<Out>::is)
struct number_written<Out> {
    using type = typename Out::Scalar;
};
template <class Out>
    requires(!eigen_memory<Out>::is && (std::is_pointer_v<Out> || extent<Out> >= 0))
struct number_written<Out> {
    using type = std::remove_cvref_t<decltype(std::declval<Out&>()[0])>;
};
/// Whether numbers of type T would lose their fractions in numbers of type Out.
template <class Out, class T>
concept loses_fractions = std::integral<Out> && !std::same_as<Out, bool> && !std::integral<T>;
/// Writes the results of E one after the other.
template <class E, class Out, class... B>
[[gnu::always_inline]] constexpr void write_numbers(Out& out, B const&... arguments) {
    using number = typename common_number<typename argument<B>::number...>::type;
    constexpr int count = compiled<E>::value.root_count;
    if constexpr (requires(number*& to) { to = &out[0]; }) {
        if constexpr (count > 0) run_program<E, number>(&out[0], arguments...);
    } else {
        number all[count + 1];
        run_program<E, number>(all, arguments...);
        for (int k = 0; k < count; ++k) out[k] = static_cast<std::remove_cvref_t<decltype(out[k])>>(all[k]);
    }
}

/// Assigns what was evaluated: numbers are converted, and the entries of gradients matched by symbol.
template <class Out, class Results>
constexpr void assign_results(Out& out, Results& results) {
    if constexpr (!requires { Out::size; }) out = static_cast<Out>(results);
    else if constexpr (takes_results<Out, Results>) out = static_cast<Results&&>(results);
    else static_cast<void>(record_of_another_expression<Out>::report());
}
}  // namespace detail

/// The value of an expression for bindings and packs: `evaluate(e, w = 1.0, x = 2.0)`. The number type is the common type of all
/// bindings. A gradient or outputs give a record of values, a Hessian or Jacobian a table; their common work is done once.
/// With a column bound (leibniz/eigen.hpp), a result that varies by row is an owning Eigen::Array, one value for each row; any
/// other result is a number. One pass over the rows, and one more for each level of nested reductions; only results are
/// allocated.
///
/// Refused: a symbol without a value or bound twice, a name that the expression does not contain, integers where it divides or
/// has functions of real numbers, and what `diff` refuses. Throws std::invalid_argument for columns of different length, and
/// for a mean of columns without rows; nothing for numbers. A constant expression if the arithmetic of the number type is.
///
///     static_assert(evaluate(pow<2>(w*x - y), w = 1, x = 2, y = 4) == 4);
///     Eigen::ArrayXd const line = evaluate(w*x, w = 2.0, x = xs);
///     assert(line[2] == 6.0 && throws<std::invalid_argument>([] { evaluate(x + y, x = xs, y = Eigen::ArrayXd(2)); }));
template <class E, class... B>
    requires(expression<E> || bundle<E>)
[[gnu::always_inline]] constexpr auto evaluate(E, B const&... arguments) {
    using diagnosis = decltype(detail::diagnose<E, B...>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) {
        return detail::nothing<diagnosis::sentence::report()>{};
    } else {
        using number = typename detail::common_number<typename detail::argument<B>::number...>::type;
        if constexpr (detail::binds_columns<B...>) {
            auto results = detail::over_columns<detail::compensated, E, number, B...>::run(arguments...);
            return detail::shape_of<E>::type::template assembled<0>(results);
        } else {
            number all[detail::compiled<E>::value.root_count + 1];
            detail::run_program<E, number>(all, arguments...);
            detail::numbers<number> const results{all};
            return detail::shape_of<E>::type::template assembled<0>(results);
        }
    }
}

/// Writes the value of an expression into `out`: a number, a record that `evaluate` returned, or for columns a packed Eigen array
/// with as many rows and the number type of the result. A column allocates nothing, nor does a record whose columns have as many
/// rows and are not bound. The results of a gradient, Hessian, Jacobian, of `nonzeros` or of outputs, being numbers, also go one after
/// the other into memory of the caller: a pointer, an array of as many numbers, and with leibniz/eigen.hpp a vector or Eigen::Ref of
/// one; nothing is allocated. Throws what `evaluate` throws, and std::invalid_argument if a column has another number of rows or is
/// strided; then nothing is written. Refused: integers for results that are none.
///
/// The results of a gradient, Jacobian or `outputs` over columns also go into the columns of a matrix with a row for each row: row- or
/// column-major, a block, Ref or Map with any strides; or into a std::tuple of matrices, columns and numbers, one after the other. A
/// result that does not vary by row fills its column. Of numbers alone, a Jacobian fills a matrix row by row. Nothing is allocated. Throws
/// std::invalid_argument if two of them share memory.
///
///     double both[2];
///     evaluate_into(both, gradient(w*x, wrt(w, x)), w = 2.0, x = 3.0);
///     Eigen::ArrayXd line(3);
///     evaluate_into(line, w*x, w = 2.0, x = xs);
///     assert(both[0] == 3.0 && line[2] == 6.0 && throws<std::invalid_argument>([] { Eigen::ArrayXd two(2); evaluate_into(two, x, x = xs); }));
///     Eigen::Matrix<double, 3, 2, Eigen::RowMajor> j;
///     evaluate_into(std::tie(line, j), outputs(w*x + b, gradient(w*x + b, wrt(w, b))), w = 2.0, b = 1.0, x = xs);
///     assert(line[2] == 7.0 && j(2, 0) == 3.0 && j(2, 1) == 1.0);
template <class Out, class E, class... B>
    requires(expression<E> || bundle<E>)
constexpr void evaluate_into(Out&& out, E, B const&... arguments) {
    using diagnosis = decltype(detail::diagnose<E, B...>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) {
        static_cast<void>(diagnosis::sentence::report());
    } else if constexpr (detail::loses_fractions<typename detail::number_written<std::remove_cvref_t<Out>>::type,
                                                 typename detail::common_number<typename detail::argument<B>::number...>::type>) {
        static_assert(!sizeof(E), "evaluate_into: integers would lose the fractions of these results; write into double");
    } else if constexpr (detail::takes_numbers<std::remove_cvref_t<Out>, E, B...>) {
        using memory = std::remove_cvref_t<Out>;
        if constexpr (detail::eigen_memory<memory>::is) detail::eigen_memory<memory>::template write<E>(out, arguments...);
        else if constexpr (!std::is_pointer_v<memory> && detail::extent<memory> != detail::compiled<E>::value.root_count)
            static_cast<void>(detail::array_of_other_size<memory>::report());
        else detail::write_numbers<E>(out, arguments...);
    } else if constexpr (requires {
                             out.rows();
                             out.data();
                         }) {
        using number = typename detail::common_number<typename detail::argument<B>::number...>::type;
        detail::over_columns<detail::compensated, E, number, B...>::run_into(out, arguments...);
    } else if constexpr (bundle<E> && (detail::binds_columns<B...> || detail::is_tuple<std::remove_cvref_t<Out>>)) {
        using number = typename detail::common_number<typename detail::argument<B>::number...>::type;
        detail::over_columns<detail::compensated, E, number, B...>::run_into_record(out, arguments...);
    } else {
        auto results = evaluate(E{}, arguments...);
        using record = std::remove_cvref_t<Out>;
        if constexpr (detail::takes_results<record, decltype(results)>) detail::assign_results(out, results);
        else static_cast<void>(detail::record_of_another_expression<record>::report());
    }
}

template <class Out, class Table, class... B>
constexpr void evaluate_into(Out&&, lower_triangle<Table>, B const&...) {
    static_assert(!sizeof(Table), "evaluate_into: a triangle is written as its entries; write evaluate_into(out, nonzeros(lower(h)), x = 1.0)");
}

}  // namespace leibniz::inline v0_1
