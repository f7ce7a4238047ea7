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

/// Reads lanes of numbers T from a column; packed memory directly, everything else through a block of one lane.
template <class T, class D>
class column_reader {
public:
    explicit column_reader(D const& column) : column_(column) {}

    lane<T> load(Eigen::Index row) const {
        if constexpr (packed) {
            return lane<T>::load(column_.data() + row);
        } else {
            T values[lane<T>::width];
            block(values, lane<T>::width) = column_.template segment<lane<T>::width>(row).template cast<T>();
            return lane<T>::load(values);
        }
    }
    /// The last rows: the rest of the lane repeats the last one, so that no value arises that no row has.
    lane<T> load_some(Eigen::Index row, Eigen::Index count) const {
        T values[lane<T>::width];
        block(values, count) = column_.segment(row, count).template cast<T>();
        for (Eigen::Index k = count; k < lane<T>::width; ++k) values[k] = values[count - 1];
        return lane<T>::load(values);
    }

private:
    static constexpr bool packed = [] {
        if constexpr (!std::same_as<typename D::Scalar, T>) return false;
        else if constexpr ((Eigen::internal::traits<D>::Flags & Eigen::DirectAccessBit) == 0) return false;
        else return int(Eigen::internal::inner_stride_at_compile_time<D>::ret) == 1;
    }();
    using shape = std::conditional_t<D::ColsAtCompileTime == 1, Eigen::Array<T, Eigen::Dynamic, 1>, Eigen::Array<T, 1, Eigen::Dynamic>>;
    static auto block(T* values, Eigen::Index count) {
        if constexpr (std::same_as<typename Eigen::internal::traits<D>::XprKind, Eigen::ArrayXpr>) return Eigen::Map<shape>(values, count);
        else return Eigen::Map<shape>(values, count).matrix();
    }

    /// What would be computed anew for every lane (a matrix product) is computed once; all else is referred to.
    using held = std::conditional_t<is_product<D>, typename D::PlainObject, D const&>;
    held column_;
};

/// The common length of all bound columns. Columns of different length are refused before any work.
template <class... B>
Eigen::Index common_length(B const&... bindings) {
    Eigen::Index rows = -1;
    std::string_view first;
    auto const compare = [&](std::string_view symbol, Eigen::Index length) {
        if (rows < 0) {
            rows = length;
            first = symbol;
        } else if (length != rows) {
            throw std::invalid_argument("evaluate: columns of different length: " + std::string(first) + " has " +
                                        std::to_string(rows) + " rows, " + std::string(symbol) + " has " +
                                        std::to_string(length));
        }
    };
    (
        [&] {
            if constexpr (argument<B>::columns) compare(B::symbol::spelling.view(), bindings.value.size());
        }(),
        ...);
    return rows;
}

}  // namespace leibniz::detail
