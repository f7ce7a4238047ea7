#pragma once

#include <leibniz/eigen/columns.hpp>
#include <leibniz/parse/faults.hpp>

#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

namespace leibniz::inline v0_1 {

/// One result of a model of vectors and matrices that was read at run time: an Eigen matrix, which of a number has one entry and
/// converts to it (`double cost = all[0]`).
template <class T>
class matrix_or_number : public Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic> {
    using matrix = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>;

public:
    using matrix::matrix;

    /// The number; throws std::logic_error where there is more than one.
    operator T() const {  // NOLINT: a result of one entry is a number
        if (this->size() != 1)
            throw std::logic_error("evaluate: this result is " + std::to_string(this->rows()) + " x " + std::to_string(this->cols()) +
                                   "; assign it to an Eigen matrix");
        return this->coeff(0, 0);
    }
};

/// The results of a model of vectors and matrices, in the order of its formulas. That of one formula converts to a number, or to an Eigen
/// matrix; of several, the conversion throws std::logic_error.
template <class T>
struct model_matrices : std::vector<matrix_or_number<T>> {
    /// The result of formula i; throws std::out_of_range where there is none.
    matrix_or_number<T> const& operator[](long long i) const {
        detail::check_result(i, static_cast<int>(this->size()));
        return this->data()[i];
    }
    operator T() const { return only(); }  // NOLINT: the value of one formula is a number or a matrix
    template <detail::eigen_dense M>
        requires(std::is_base_of_v<Eigen::PlainObjectBase<M>, M>)
    operator M() const {  // NOLINT
        if ((M::RowsAtCompileTime != Eigen::Dynamic && M::RowsAtCompileTime != only().rows()) ||
            (M::ColsAtCompileTime != Eigen::Dynamic && M::ColsAtCompileTime != only().cols()))
            throw std::logic_error("evaluate: the result is " + std::to_string(only().rows()) + " x " + std::to_string(only().cols()) +
                                   "; assign it to an Eigen matrix of that shape");
        return M(only().template cast<typename M::Scalar>());
    }

    /// Writes the results below one another.
    template <class Traits>
    friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, model_matrices const& all) {
        char const* between = "";
        for (auto const& each : all)
            out << between << static_cast<Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic> const&>(each), between = "\n";
        return out;
    }

private:
    matrix_or_number<T> const& only() const {
        if (this->size() != 1) throw std::logic_error("evaluate: the model has several formulas; index its values");
        return this->front();
    }
};

}  // namespace leibniz::inline v0_1

template <class T>
struct Eigen::internal::traits<leibniz::matrix_or_number<T>> : Eigen::internal::traits<Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>> {};
/// Beside a matrix it is a matrix, although it converts to a number.
template <class S, class T>
struct Eigen::internal::promote_scalar_arg<S, leibniz::matrix_or_number<T>, false> {};
