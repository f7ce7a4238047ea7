#pragma once

#include <leibniz/eigen/lane.hpp>
#include <leibniz/evaluate/binding.hpp>

#include <stdexcept>
#include <string>

namespace leibniz::detail {

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

template <class>
inline constexpr bool is_product = false;
template <class L, class R, int Option>
inline constexpr bool is_product<Eigen::Product<L, R, Option>> = true;
template <class P>
inline constexpr bool is_product<Eigen::ArrayWrapper<P>> = is_product<std::remove_const_t<P>>;
template <class P>
inline constexpr bool is_product<Eigen::Transpose<P>> = is_product<std::remove_const_t<P>>;

/// True if the numbers T of a column are contiguous in memory.
template <class T, class D>
inline constexpr bool is_packed = [] {
    if constexpr (!std::same_as<typename D::Scalar, T>) return false;
    else if constexpr ((Eigen::internal::traits<D>::Flags & Eigen::DirectAccessBit) == 0) return false;
    else return int(Eigen::internal::inner_stride_at_compile_time<D>::ret) == 1;
}();

/// Reads lanes of numbers T from any column through a block of one lane.
template <class T, class D>
class column_reader {
public:
    explicit column_reader(D const& column) : column_(column) {}

    lane<T> load(Eigen::Index row) const {
        T values[lane<T>::width];
        block(values, lane<T>::width) = column_.template segment<lane<T>::width>(row).template cast<T>();
        return lane<T>::load(values);
    }
    /// The last rows: the rest of the lane repeats the last one, so that no value arises that no row has.
    lane<T> load_some(Eigen::Index row, Eigen::Index count) const {
        T values[lane<T>::width];
        block(values, count) = column_.segment(row, count).template cast<T>();
        for (Eigen::Index k = count; k < lane<T>::width; ++k) values[k] = values[count - 1];
        return lane<T>::load(values);
    }

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

/// Reads lanes from packed memory, whatever the type of the column.
template <class T>
struct packed_reader {
    T const* data;

    lane<T> load(Eigen::Index row) const { return lane<T>::load(data + row); }
    [[gnu::noinline]] lane<T> load_some(Eigen::Index row, Eigen::Index count) const {
        T values[lane<T>::width];
        for (Eigen::Index k = 0; k < lane<T>::width; ++k) values[k] = data[row + (k < count ? k : count - 1)];
        return lane<T>::load(values);
    }
};
/// In place of the reader for an argument that is no column.
struct no_reader {};

/// The reader of an argument.
template <class T, class B>
auto reader_from([[maybe_unused]] B const& bound) {
    if constexpr (!argument<B>::columns) return no_reader{};
    else if constexpr (is_packed<T, typename B::type>) return packed_reader<T>{bound.value.data()};
    else return column_reader<T, typename B::type>(bound.value);
}

template <std::size_t Number, class Reader>
struct numbered_reader {
    Reader reader;
};
/// The readers of all arguments. (No std::tuple: of hundreds it takes a compiler seconds.)
template <class Numbers, class... Reader>
struct column_readers;
template <std::size_t... Number, class... Reader>
struct column_readers<std::index_sequence<Number...>, Reader...> : numbered_reader<Number, Reader>...,
                                                                   numbered_reader<~std::size_t{}, no_reader> {};

template <std::size_t Number, class Reader>
[[gnu::always_inline]] inline Reader const& reader_at(numbered_reader<Number, Reader> const& r) {
    return r.reader;
}

/// The rows of an argument; -1 of one that is no column.
template <class B>
Eigen::Index length_of(B const& bound) {
    if constexpr (argument<B>::columns) return bound.value.size();
    else return -1;
}
inline Eigen::Index common_length(Eigen::Index const* lengths, text_view const* names, int count) {
    int first = -1;
    for (int k = 0; k < count; ++k) {
        if (lengths[k] < 0) continue;
        if (first < 0) first = k;
        else if (lengths[k] != lengths[first])
            throw std::invalid_argument("evaluate: columns of different length: " + std::string(names[first]) + " has " +
                                        std::to_string(lengths[first]) + " rows, " + std::string(names[k]) + " has " +
                                        std::to_string(lengths[k]));
    }
    return first < 0 ? -1 : lengths[first];
}
/// The common length of all bound columns. Columns of different length are refused before any work.
template <class... B>
Eigen::Index common_length(B const&... bindings) {
    Eigen::Index const lengths[] = {length_of(bindings)...};
    static constexpr text_view names[] = {argument<B>::names[0].name...};
    return common_length(lengths, names, static_cast<int>(sizeof...(B)));
}

}  // namespace leibniz::detail
