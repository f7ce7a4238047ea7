#pragma once

#include <leibniz/graph/written.hpp>
#include <leibniz/language/operators.hpp>
#include <leibniz/matrix/dimension.hpp>
#include <leibniz/matrix/functions.hpp>
#include <leibniz/rules/functions.hpp>

#include <initializer_list>
#include <type_traits>

namespace leibniz::inline v0_1 {

namespace detail {
/// Entries in braces, row by row.
template <class T, std::size_t Rows, std::size_t Columns>
struct listed_entries {
    T entries[Rows][Columns];

    constexpr explicit listed_entries(T const (&rows)[Rows][Columns]) {
        for (std::size_t row = 0; row < Rows; ++row)
            for (std::size_t column = 0; column < Columns; ++column) entries[row][column] = rows[row][column];
    }
    template <class Entry>
        requires(Columns == 1)
    constexpr explicit listed_entries(Entry const (&rows)[Rows]) {
        for (std::size_t row = 0; row < Rows; ++row) entries[row][0] = static_cast<T>(rows[row]);
    }
};
/// Entries of several types: integers beside floating numbers, and beside fractions.
struct real_entry {
    double value;
    template <class T>
        requires(std::is_arithmetic_v<T>)
    constexpr real_entry(T number) : value(static_cast<double>(number)) {}  // NOLINT: a number is an entry
    constexpr explicit operator double() const { return value; }
};
struct exact_entry {
    rational value;
    template <class T>
        requires(std::is_integral_v<T> || std::is_same_v<T, rational>)
    constexpr exact_entry(T number) : value(number) {}  // NOLINT: a number is an entry
    constexpr explicit operator rational() const { return value; }
};
/// Rows that differ in length.
struct ragged_row {
    constexpr ragged_row(std::initializer_list<real_entry>) {}  // NOLINT: braces are a row
};
struct ragged_rows {};
}  // namespace detail

/// A matrix of Rows x Columns numbers. A dimension is a number or a name; equal names are one size, known at evaluation, and different
/// names are different ones, even where their sizes agree there.
///
///     constexpr matrix<"W", 10, "n"> W;
///     constexpr vector<"v", "n"> v;
///     static_assert(text(gradient(norm2(W*v), wrt(v))[v]) == "W'*W*v/norm2(W*v)");
template <name Name, dimension Rows, dimension Columns>
struct matrix : expression_base {
    static constexpr auto spelling = Name;

    constexpr matrix() {
        static_assert(detail::fault_of(Name.view()) == detail::misspelt::nothing,
                      "matrix: the name is no identifier; write letters, digits and _, such as matrix<\"W1\", \"m\", \"n\">");
        static_assert(detail::is_dimension(Rows) && detail::is_dimension(Columns),
                      "matrix: a dimension is a name or a number from 1 on; write matrix<\"W\", \"m\", 10>");
    }
    matrix(matrix const&) = default;
    void operator=(matrix const&) const = delete;

    template <class T>
    [[nodiscard("W = values is a binding: an argument of evaluate; by itself it does nothing")]]
    constexpr binding<matrix, detail::bound<T>> operator=(T&& value) const {
        return {std::forward<T>(value)};
    }
    /// W = {{1, 2}, {3, 4}}, row by row, and x = {1, 2}.
    template <class T, std::size_t Count, std::size_t Width>
    [[nodiscard("W = {{1, 2}, {3, 4}} is a binding: an argument of backpropagation; by itself it does nothing")]]
    constexpr binding<matrix, detail::listed_entries<T, Count, Width>> operator=(T const (&rows)[Count][Width]) const {
        return {detail::listed_entries<T, Count, Width>(rows)};
    }
    template <class T, std::size_t Count>
    [[nodiscard("x = {1, 2} is a binding: an argument of backpropagation; by itself it does nothing")]]
    constexpr binding<matrix, detail::listed_entries<T, Count, 1>> operator=(T const (&entries)[Count]) const {
        return {detail::listed_entries<T, Count, 1>(entries)};
    }
    /// x = {1, 2.5}, and x = {rational(1, 3), 2}; likewise in matrices.
    template <std::size_t Count>
    constexpr binding<matrix, detail::listed_entries<double, Count, 1>> operator=(detail::real_entry const (&entries)[Count]) const {
        return {detail::listed_entries<double, Count, 1>(entries)};
    }
    template <std::size_t Count>
    constexpr binding<matrix, detail::listed_entries<rational, Count, 1>> operator=(detail::exact_entry const (&entries)[Count]) const {
        return {detail::listed_entries<rational, Count, 1>(entries)};
    }
    template <std::size_t Count, std::size_t Width>
    constexpr binding<matrix, detail::listed_entries<double, Count, Width>> operator=(double const (&rows)[Count][Width]) const {
        return {detail::listed_entries<double, Count, Width>(rows)};
    }
    template <std::size_t Count, std::size_t Width>
    constexpr binding<matrix, detail::listed_entries<rational, Count, Width>> operator=(rational const (&rows)[Count][Width]) const {
        return {detail::listed_entries<rational, Count, Width>(rows)};
    }
    template <std::size_t Count>
    constexpr binding<matrix, detail::ragged_rows> operator=(detail::ragged_row const (&)[Count]) const {
        return {};
    }
};

/// A column of numbers, a matrix with one column. Where `using namespace std` makes the name ambiguous, write matrix<"x", "n", 1>.
template <name Name, dimension Size>
using vector = matrix<Name, Size, 1>;

/// A symmetric matrix. Derivatives by it are symmetric too.
template <name Name, dimension Size>
struct symmetric : expression_base {
    static constexpr auto spelling = Name;

    constexpr symmetric() {
        static_assert(detail::fault_of(Name.view()) == detail::misspelt::nothing,
                      "symmetric: the name is no identifier; write letters, digits and _, such as symmetric<\"K1\", \"n\">");
        static_assert(detail::is_dimension(Size), "symmetric: a dimension is a name or a number from 1 on; write symmetric<\"K\", \"n\">");
    }
    symmetric(symmetric const&) = default;
    void operator=(symmetric const&) const = delete;

    template <class T>
    [[nodiscard("K = values is a binding: an argument of evaluate; by itself it does nothing")]]
    constexpr binding<symmetric, detail::bound<T>> operator=(T&& value) const {
        return {std::forward<T>(value)};
    }
    template <class T, std::size_t Count, std::size_t Width>
    [[nodiscard("K = {{1, 2}, {2, 3}} is a binding: an argument of backpropagation; by itself it does nothing")]]
    constexpr binding<symmetric, detail::listed_entries<T, Count, Width>> operator=(T const (&rows)[Count][Width]) const {
        return {detail::listed_entries<T, Count, Width>(rows)};
    }
    template <std::size_t Count, std::size_t Width>
    constexpr binding<symmetric, detail::listed_entries<double, Count, Width>> operator=(double const (&rows)[Count][Width]) const {
        return {detail::listed_entries<double, Count, Width>(rows)};
    }
    template <std::size_t Count, std::size_t Width>
    constexpr binding<symmetric, detail::listed_entries<rational, Count, Width>> operator=(rational const (&rows)[Count][Width]) const {
        return {detail::listed_entries<rational, Count, Width>(rows)};
    }
    template <std::size_t Count>
    constexpr binding<symmetric, detail::ragged_rows> operator=(detail::ragged_row const (&)[Count]) const {
        return {};
    }
};

/// The types of `ones<"m", "n">` and `identity<"n">`.
template <dimension Rows, dimension Columns>
struct matrix_of_ones : expression_base {};
template <dimension Size>
struct matrix_identity : expression_base {};

/// A vector of ones, or a matrix.
template <dimension Rows, dimension Columns = 1>
inline constexpr matrix_of_ones<Rows, Columns> ones{};

/// The identity matrix.
template <dimension Size>
inline constexpr matrix_identity<Size> identity{};

namespace detail {

template <name Name, dimension Rows, dimension Columns>
struct is_variable<matrix<Name, Rows, Columns>> : std::true_type {};
template <name Name, dimension Size>
struct is_variable<symmetric<Name, Size>> : std::true_type {};

template <std::size_t N>
constexpr written written_dimension(dimension<N> const& e) {
    return {.what = form::matrix,
            .hash = mix(hash_of(e.view()), static_cast<std::uint64_t>(e.size)),
            .name = e.view(),
            .number = e.size,
            .fn = registered<size_of_dimension>::descriptor};
}
template <dimension E>
static constexpr auto stored_dimension = E;
template <dimension E>
static constexpr written dimension_written = written_dimension(stored_dimension<E>);
template <dimension... E>
static constexpr written const* dimensions_written[] = {&dimension_written<E>...};

template <class F>
constexpr written written_leaf(text_view name, written const* const* dimensions, bool is_symmetric = false) {
    weight const of_dimensions[] = {{dimensions[0]->hash, 2}, {dimensions[1]->hash, 2}};
    written w{.what = form::matrix,
              .hash = block_hash<F> + hash_of(name) + (is_symmetric ? 1 : 0),
              .name = name,
              .number = is_symmetric ? 1 : 0,
              .fn = registered<F>::descriptor,
              .operands = dimensions,
              .count = 2};
    weigh(w, of_dimensions, 2);
    return w;
}

}  // namespace detail

template <name Name, dimension Rows, dimension Columns>
static constexpr written as_written<matrix<Name, Rows, Columns>> =
    detail::written_leaf<detail::matrix_variable>(matrix<Name, Rows, Columns>::spelling.view(), detail::dimensions_written<Rows, Columns>);
template <name Name, dimension Size>
static constexpr written as_written<symmetric<Name, Size>> =
    detail::written_leaf<detail::matrix_variable>(symmetric<Name, Size>::spelling.view(), detail::dimensions_written<Size, Size>, true);
template <dimension Rows, dimension Columns>
static constexpr written as_written<matrix_of_ones<Rows, Columns>> =
    detail::written_leaf<detail::ones_vector>({}, detail::dimensions_written<Rows, Columns>);
template <dimension Size>
static constexpr written as_written<matrix_identity<Size>> =
    detail::written_leaf<detail::identity_matrix>({}, detail::dimensions_written<Size, Size>);

// clang-format off

/// The transpose of a vector or matrix.
template <expression A> constexpr call<detail::transposition, A> transpose(A) { return {}; }
/// The product entry by entry.
template <expression A, expression B> constexpr call<detail::entrywise_product, A, B> hadamard(A, B) { return {}; }
/// The sum of all products of entries: u'*v.
template <expression A, expression B> constexpr call<detail::inner_product, A, B> dot(A, B) { return {}; }
/// The outer product u*v'.
template <expression A, expression B> constexpr call<multiplication, A, call<detail::transposition, B>> outer(A, B) { return {}; }
/// The inverse of a square matrix.
template <expression A> constexpr call<detail::matrix_inverse, A> inv(A) { return {}; }
/// The solution x of A*x = b: inv(A)*b.
template <expression A, expression B> constexpr call<multiplication, call<detail::matrix_inverse, A>, B> solve(A, B) { return {}; }
/// The determinant, and the logarithm of its magnitude.
template <expression A> constexpr call<detail::determinant_of_matrix, A> det(A) { return {}; }
template <expression A> constexpr call<detail::log_determinant, A> logdet(A) { return {}; }
/// The sum of the diagonal.
template <expression A> constexpr call<detail::matrix_trace, A> tr(A) { return {}; }
/// The diagonal matrix of a vector, and the diagonal of a matrix.
template <expression A> constexpr call<detail::diagonal_of_vector, A> diag(A) { return {}; }
template <expression A> constexpr call<detail::main_diagonal, A> diagonal(A) { return {}; }
/// The root of the sum of the squares of all entries (Frobenius' norm of a matrix), and the sum of their magnitudes.
template <expression A> constexpr call<detail::euclidean_norm, A> norm2(A) { return {}; }
template <expression A> constexpr call<summation, call<absolute_value, A>> norm1(A) { return {}; }
/// log(sum(exp(u))) and exp(u)/sum(exp(u)) of a vector.
template <expression A> constexpr call<detail::vector_log_sum_exp, A> logsumexp(A) { return {}; }
template <expression A> constexpr call<detail::vector_softmax, A> softmax(A) { return {}; }

// clang-format on

}  // namespace leibniz::inline v0_1
