#pragma once

namespace leibniz::inline v0_1::detail {

// What is refused of values that are bound to a model of vectors and matrices: a sentence each.

template <class Symbol>
struct without_matrix {
    static consteval int report() {
        static_assert(!sizeof(Symbol), "evaluate: a vector or matrix of this model has no value; add a binding such as W = w, w an Eigen matrix");
        return 0;
    }
};
template <class Symbol>
struct needs_matrix {
    static consteval int report() {
        static_assert(!sizeof(Symbol), "evaluate: a vector or matrix is bound to a number; bind an Eigen vector or matrix");
        return 0;
    }
};
template <class T>
struct not_of_doubles {
    static consteval int report() {
        static_assert(!sizeof(T), "evaluate: vectors and matrices are of double or float; convert others with cast<double>()");
        return 0;
    }
};
template <class T>
struct matrix_by_row {
    static consteval int report() {
        static_assert(!sizeof(T), "evaluate: a matrix that varies by row other than as u*v' cannot be summed over rows; bind one sample at a time");
        return 0;
    }
};
template <class T>
struct without_step {
    static consteval int report() {
        static_assert(!sizeof(T), "evaluate: a function of whole matrices of this model has no program; it has text and derivatives alone");
        return 0;
    }
};
template <class T>
struct no_dense_matrix {
    static consteval int report() {
        static_assert(!sizeof(T), "evaluate: the bound value is no number and no dense Eigen matrix; bind x = Eigen::Map<Eigen::VectorXd const>(v.data(), v.size())");
        return 0;
    }
};

template <class Symbol>
struct of_other_size {
    static consteval int report() {
        static_assert(!sizeof(Symbol), "evaluate: the size of a bound vector or matrix is another than the numbers of its declaration; bind one of that size");
        return 0;
    }
};
template <class Out>
struct result_of_other_size {
    static consteval int report() {
        static_assert(!sizeof(Out), "evaluate_into: the matrix to write into is of another size than the result; take one of the size of the result");
        return 0;
    }
};

}  // namespace leibniz::inline v0_1::detail
