#pragma once

#include <leibniz/eigen/lane_values.hpp>
#include <leibniz/evaluate/binding.hpp>

#include <cstdio>
#include <stdexcept>

namespace leibniz::inline v0_1::detail {

template <class D>
void seen_as_dense(Eigen::DenseBase<D> const&);
template <class T>
concept eigen_dense = requires(T const& t) { seen_as_dense(t); };

/// Every dense Eigen expression of one dimension is a column: arrays, vectors, maps, blocks, strided ones.
template <eigen_dense D>
inline constexpr bool is_column<D> = true;

template <eigen_dense D>
inline constexpr bool is_matrix<D> = !D::IsVectorAtCompileTime;

template <eigen_dense D>
struct number_in<D> {
    using type = typename D::Scalar;
};

/// Expressions that compute all of their values at once: matrix products, solutions of equations, and what contains one.
template <class>
inline constexpr bool is_product = false;
template <class E>
inline constexpr bool is_product<E const> = is_product<E>;
template <class L, class R, int Option>
inline constexpr bool is_product<Eigen::Product<L, R, Option>> = true;
template <class Factors, class R>
inline constexpr bool is_product<Eigen::Solve<Factors, R>> = true;
template <class P>
inline constexpr bool is_product<Eigen::ArrayWrapper<P>> = is_product<P>;
template <class P>
inline constexpr bool is_product<Eigen::MatrixWrapper<P>> = is_product<P>;
template <class P>
inline constexpr bool is_product<Eigen::Transpose<P>> = is_product<P>;
template <class P, int Rows, int Columns, bool Inner>
inline constexpr bool is_product<Eigen::Block<P, Rows, Columns, Inner>> = is_product<P>;
template <class P, int Rows>
inline constexpr bool is_product<Eigen::VectorBlock<P, Rows>> = is_product<P>;
template <class P, int Direction>
inline constexpr bool is_product<Eigen::Reverse<P, Direction>> = is_product<P>;
template <class Op, class P>
inline constexpr bool is_product<Eigen::CwiseUnaryOp<Op, P>> = is_product<P>;
template <class Op, class L, class R>
inline constexpr bool is_product<Eigen::CwiseBinaryOp<Op, L, R>> = is_product<L> || is_product<R>;

/// True if the numbers T of a column are contiguous in memory.
template <class T, class D>
inline constexpr bool is_packed = [] {
    if constexpr (!std::same_as<typename D::Scalar, T>) return false;
    else if constexpr ((Eigen::internal::traits<D>::Flags & Eigen::DirectAccessBit) == 0) return false;
    else return int(Eigen::internal::inner_stride_at_compile_time<D>::ret) == 1;
}();

/// Reads numbers T of any column through a block of one lane.
template <class T, class D>
class column_reader {
public:
    explicit column_reader(D const& column) : column_(column) {}

    template <class Lane>
    Lane load(Eigen::Index row) const {
        T values[Lane::width];
        block(values, Lane::width) = column_.template segment<Lane::width>(row).template cast<T>();
        return Lane::load(values);
    }
    void copy(T* to, Eigen::Index row, Eigen::Index count) const { block(to, count) = column_.segment(row, count).template cast<T>(); }

private:
    using shape = std::conditional_t<D::ColsAtCompileTime == 1, Eigen::Array<T, Eigen::Dynamic, 1>, Eigen::Array<T, 1, Eigen::Dynamic>>;
    static auto block(T* values, Eigen::Index count) {
        if constexpr (std::same_as<typename Eigen::internal::traits<D>::XprKind, Eigen::ArrayXpr>) return Eigen::Map<shape>(values, count);
        else return Eigen::Map<shape>(values, count).matrix();
    }

    /// An expression that would be computed anew for every lane (a matrix product) is computed once; others are referred to.
    using held = std::conditional_t<is_product<D>, typename D::PlainObject, D const&>;
    held column_;
};

/// In place of the reader of an argument that is no column, or one that is read from its memory.
struct no_reader {
    explicit no_reader(auto const&) {}
    void copy(auto*, Eigen::Index, Eigen::Index) const {}
};

template <class T, class V>
struct reader_type : std::type_identity<no_reader> {};
template <class T, eigen_dense V>
    requires(!is_packed<T, V>)
struct reader_type<T, V> : std::type_identity<column_reader<T, V>> {};

/// The reader of a bound value.
template <class T, class V>
using reader_of = typename reader_type<T, V>::type;

/// Appends the memory of a column; null if that is not packed.
template <class T, class V>
[[gnu::always_inline]] inline T const** put_column(T const** to, [[maybe_unused]] V const& value) {
    if constexpr (!is_column<V>) return to;
    else {
        if constexpr (is_packed<T, V>) *to = value.data();
        else *to = nullptr;
        return to + 1;
    }
}
/// Throws if rows of a bound column would be overwritten before they are read. (Within an expression nothing is noticed.)
template <class Out, class V>
void require_apart([[maybe_unused]] Out const& out, [[maybe_unused]] V const& value) {
    if constexpr (is_column<V>)
        if constexpr ((Eigen::internal::traits<V>::Flags & Eigen::DirectAccessBit) != 0 &&
                      std::same_as<typename V::Scalar, typename Out::Scalar>) {
            if (value.size() == 0 || (value.data() == out.data() && (value.innerStride() == 1 || value.size() == 1))) return;
            if (value.data() < out.data() + out.size() && out.data() <= value.data() + (value.size() - 1) * value.innerStride())
                throw std::invalid_argument("evaluate_into: the column to write into is part of a bound one, but other rows of it; write into "
                                            "the same rows, or into another column");
        }
}
/// Copies numbers behind so many copies of the first.
template <class T>
[[gnu::noinline]] void copy_rows(T* to, T const* from, Eigen::Index before, Eigen::Index count) {
    for (Eigen::Index k = 0; k < before; ++k) to[k] = *from;
    for (Eigen::Index k = 0; k < count; ++k) to[before + k] = from[k];
}

template <std::size_t Number, class Reader>
struct numbered_reader {
    Reader reader;
};
/// The readers of all arguments. (No std::tuple: of hundreds it takes a compiler seconds.)
template <class Numbers, class... Reader>
struct column_readers;
template <std::size_t... Number, class... Reader>
struct column_readers<std::index_sequence<Number...>, Reader...> : numbered_reader<Number, Reader>... {
    template <class... V>
    explicit column_readers(V const&... values) : numbered_reader<Number, Reader>{Reader(values)}... {}
};
struct no_readers {
    explicit no_readers(auto const&...) {}
};

template <std::size_t Number, class Reader>
[[gnu::always_inline]] inline Reader const& reader_at(numbered_reader<Number, Reader> const& r) {
    return r.reader;
}

/// The rows of a bound value; -1 of one that is no column.
template <class V>
Eigen::Index length_of([[maybe_unused]] V const& value) {
    if constexpr (is_column<V>) return value.size();
    else return -1;
}
/// Compares a column with the one before it. (Whether there is one is known while compiling: the comparisons take no branch.)
template <class V>
[[gnu::always_inline]] inline void compare_length([[maybe_unused]] V const& value, Eigen::Index& rows, bool& any, bool& differ) {
    if constexpr (is_column<V>) {
        differ |= any && value.size() != rows;
        rows = value.size(), any = true;
    }
}
/// Columns of different length are refused before any work.
[[noreturn, gnu::cold, gnu::noinline]] inline void refuse_lengths(Eigen::Index const* lengths, text_view const* names) {
    int first = 0;
    while (lengths[first] < 0) ++first;
    int other = first;
    while (lengths[other] < 0 || lengths[other] == lengths[first]) ++other;
    char text[512];  // std::string would be compiled anew for every program
    std::snprintf(text, sizeof text, "evaluate: columns of different length: %.*s has %lld rows, %.*s has %lld",
                  static_cast<int>(names[first].size()), names[first].data(), static_cast<long long>(lengths[first]),
                  static_cast<int>(names[other].size()), names[other].data(), static_cast<long long>(lengths[other]));
    throw std::invalid_argument(text);
}
/// The rows of what is bound; 1 if that is numbers alone.
template <class... B>
Eigen::Index common_rows(typename argument<B>::value const&... values) {
    Eigen::Index rows = 1;
    bool any = false, differ = false;
    int const done[] = {0, (compare_length(values, rows, any, differ), 0)...};
    static_cast<void>(done);
    if (differ) [[unlikely]] {
        Eigen::Index const lengths[] = {length_of(values)..., -1};
        static constexpr text_view names[] = {argument<B>::names[0].name..., {}};
        refuse_lengths(lengths, names);
    }
    return rows;
}

}  // namespace leibniz::inline v0_1::detail
