#pragma once

#include <leibniz/eigen/workspace.hpp>

#include <functional>
#include <utility>

namespace leibniz::detail {

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
    template <std::size_t N, class Held>
    static Held& held(numbered_result<N, Held>& r) {
        return r.value;
    }
};

/// Makes room for result r and has it computed there. Of a number that is after the run.
template <class T, class R>
void place_result(workspace<T>& work, int r, R& to) {
    if constexpr (!std::same_as<R, T>) {
        to.resize(work.rows_of_result(r), work.columns_of_result(r));
        work.write_result(r, to.data());
    }
}
template <class T, class R>
void take_number(workspace<T>& work, int r, R& to) {
    if constexpr (std::same_as<R, T>) to = work.number_of_result(r);
}

}  // namespace leibniz::detail
