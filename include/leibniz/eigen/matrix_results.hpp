#pragma once

#include <leibniz/eigen/leaves.hpp>
#include <leibniz/eigen/workspace.hpp>

#include <functional>
#include <utility>

namespace leibniz::inline v0_1::detail {

/// The type of a result: a number, a vector, or a matrix. Small sizes that are numbers are those of the type.
constexpr int type_size(int size, bool is_small) { return is_small || size == 1 ? size : Eigen::Dynamic; }
constexpr bool is_small(extents e) { return 0 < e.rows && e.rows <= 16 && 0 < e.columns && e.columns <= 16; }

template <class T, int Rows, int Columns, bool ByRow>
struct result_type {
    using type = Eigen::Matrix<T, type_size(Rows, is_small({Rows, Columns})), type_size(Columns, is_small({Rows, Columns})),
                               (Rows == 1 && Columns != 1) ? Eigen::RowMajor : Eigen::ColMajor>;
};
template <class T>
struct result_type<T, 1, 1, false> {
    using type = T;
};
template <class T, int Rows>
struct result_type<T, Rows, 1, true> {  // a number for each row
    using type = Eigen::Array<T, Eigen::Dynamic, 1>;
};

/// The results of a program by number, until they are put where they belong.
template <std::size_t Number, class R>
struct numbered_result {
    R value{};
};
template <class Numbers, class... R>
struct matrix_results;
template <std::size_t... Number, class... R>
struct matrix_results<std::index_sequence<Number...>, R...> : numbered_result<Number, R>... {
    template <int R_>
    auto take() {
        return std::move(held<static_cast<std::size_t>(R_)>(*this));
    }
    static constexpr int size = static_cast<int>(sizeof...(R));
    template <std::size_t N>
    auto& get() {
        return held<N>(*this);
    }
    template <std::size_t N, class Held>
    static Held& held(numbered_result<N, Held>& r) {
        return r.value;
    }
};

template <class R>
concept plain_matrix = eigen_dense<R> && std::is_base_of_v<Eigen::PlainObjectBase<R>, R>;

/// Whether a program can compute into R as it is: column by column, without gaps.
template <class T, class R>
bool is_written_directly(R const& to) {
    if constexpr (!std::same_as<typename R::Scalar, T> || (Eigen::internal::traits<R>::Flags & Eigen::DirectAccessBit) == 0) return false;
    else if (to.rows() == 1 || to.cols() == 1) return to.size() <= 1 || (to.rows() == 1 ? to.colStride() : to.rowStride()) == 1;
    else return to.rowStride() == 1 && to.colStride() == to.rows();
}

/// Whether a result is computed into the same memory as in the last call.
template <class T>
struct comparing {
    workspace<T>& work;
    bool& same;
    template <class R>
    void operator()(int number, R const& to) const {
        if constexpr (eigen_dense<R>) {
            if constexpr (std::same_as<typename R::Scalar, T> && (Eigen::internal::traits<R>::Flags & Eigen::DirectAccessBit) != 0)
                same = same && is_written_directly<T>(to) && work.writes_result(number, to.data(), to.rows(), to.cols());
            else same = false;
        } else same = same && work.program().results[number].shape.is_number();
    }
};
/// Refuses a result that would overwrite a variable, or has no room.
template <class T>
struct checking {
    workspace<T>& work;
    template <class R>
    void operator()(int number, R& to) const {
        if constexpr (eigen_dense<R>) {
            static_assert((Eigen::internal::traits<R>::Flags & Eigen::LvalueBit) != 0, "evaluate_into: nothing can be written into an expression; write into a matrix that has a name");
            if constexpr (std::same_as<typename R::Scalar, T> && (Eigen::internal::traits<R>::Flags & Eigen::DirectAccessBit) != 0)
                if (to.size() > 0) work.refuse_overwriting(to.data(), (to.rows() - 1)*to.rowStride() + (to.cols() - 1)*to.colStride() + 1);
            if constexpr (!plain_matrix<R> || R::SizeAtCompileTime != Eigen::Dynamic) work.check_result(number, to.rows(), to.cols());
        } else if (work.program().results[number].shape.is_number() == false) work.check_result(number, 1, 1);
    }
};
/// Makes room for a result, and has it computed there where that is possible.
template <class T>
struct placing {
    workspace<T>& work;
    template <class R>
    void operator()(int number, R& to) const {
        if constexpr (eigen_dense<R>) {
            if constexpr (plain_matrix<R>) to.resize(work.rows_of_result(number), work.columns_of_result(number));
            T* direct = nullptr;
            if constexpr (std::same_as<typename R::Scalar, T>)
                if (is_written_directly<T>(to)) direct = to.data();
            work.write_result(number, direct);
        }
    }
};
/// Fetches numbers, and the matrices that could not be computed in place.
template <class T>
struct fetching {
    workspace<T>& work;
    template <class R>
    void operator()(int number, R& to) const {
        if constexpr (!eigen_dense<R>) to = static_cast<R>(work.number_of_result(number));
        else if (!is_written_directly<T>(to)) {
            using stored = Eigen::Map<Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic> const, 0, Eigen::OuterStride<>>;
            bool turned = false;
            dense_view<T> const from = work.result(number, turned);
            stored const value(from.data, from.rows, from.columns, Eigen::OuterStride<>(from.stride));
            using entry = typename R::Scalar;
            if (turned) to.matrix() = value.transpose().template cast<entry>();
            else to.matrix() = value.template cast<entry>();
        }
    }
};

}  // namespace leibniz::inline v0_1::detail
