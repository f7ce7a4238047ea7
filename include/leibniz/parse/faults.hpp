#pragma once

#include <leibniz/graph/static_graph.hpp>
#include <leibniz/parse/outcome.hpp>

#include <string>

namespace leibniz::inline v0_1::detail {

/// What does not fit, and what to write instead; the sentences of matrix/diagnosis.hpp.
inline char const* sentence_of(shape_fault what) {
    switch (what) {
        case shape_fault::product:
            return "*: the columns of the left factor must be the rows of the right one; transpose one of them, or give both dimensions "
                   "one name";
        case shape_fault::sum:
            return "+: vectors and matrices that are added must have the same dimensions, and those of dot; write x + b*ones(n) to spread "
                   "a number";
        case shape_fault::entrywise: return ".*: both must have the same dimensions; to scale rows write diag(x)*A";
        case shape_fault::quotient: return "/: one divides by numbers; write solve(B, A) for inv(B)*A, A*inv(B), or A./B entry by entry";
        case shape_fault::square:
            return "det, logdet, inv, solve, tr: the matrix is not square; its rows and columns need one name or number";
        case shape_fault::diagonal_matrix: return "diagonal: of a square matrix; the diagonal matrix of a vector is diag(u)";
        case shape_fault::vector: return "diag, softmax, logsumexp: of a vector; the diagonal of a matrix is diagonal(A)";
        case shape_fault::gradient:
            return "gradient: of a number; of a vector take diff by a vector, or give it a loss such as norm2(W*x - y)";
        case shape_fault::indices:
            return "diff, hessian: this derivative has more than two indices and is no matrix; differentiate a number, or by a number";
        case shape_fault::differential:
            return "diff, hessian: this derivative is no formula of matrices; differentiate a number, or by a number";
        case shape_fault::power: return "^: of a matrix; write A*A, or A.^2 entry by entry";
        case shape_fault::none: break;
    }
    return "";
}
/// The parts that do not fit: (W is m x n, y is m x 1).
inline std::string misfitting_parts(graph const& g, view of) {
    std::string all;
    for (condition const& c : g.conditions()) {
        if ((c.what != predicate::left_of_misfit && c.what != predicate::right_of_misfit) || !g.matrices()->exists) continue;
        of.roots = &c.about;
        of.root_count = 1;
        buffer<buffer<char>> const shapes = g.matrices()->shapes(of);
        buffer<char> const part = g.matrices()->text(of, g.matrices()->text_style, 60), &shape = shapes[c.about];
        all += (all.empty() ? " (" : ", ") + std::string(part.begin(), part.end()) + " is " +
               (shape.empty() ? std::string("a number") : std::string(shape.begin(), shape.end()));
    }
    return all.empty() ? all : all + ")";
}

inline failure failure_of_shapes(graph const& g, view of) {
    if (g.faults.shapes == shape_fault::none) return {};
    return {failure_kind::domain, sentence_of(g.faults.shapes) + misfitting_parts(g, of)};
}
/// What `what` says of models of vectors and matrices.
inline failure failure_of_matrices(char const* what) {
    return {failure_kind::domain,
            std::string(what) +
                ": of numbers; formulas of vectors and matrices that are read at run time have printed forms, ==, expand and derivatives"};
}

/// What values of numbers say of them.
inline failure failure_of_values(graph const& g) {
    if (!g.matrices()->exists) return {};
    return {failure_kind::domain,
            "evaluate: the model has vectors or matrices; bind Eigen's, with #include <leibniz/eigen/parse_matrices.hpp>"};
}

/// What went wrong while the graph of a formula was built. `where` begins the sentences about the formula, `derived` those about its
/// derivative.
inline failure failure_of(faults const& f, bool exhausted, std::string const& where = "", std::string const& derived = "diff: ") {
    if (exhausted) return {failure_kind::size, where + "the formula is too large for the effort that parse_options allow"};
    if (f.overflowed)
        return {failure_kind::overflow, (where.empty() ? std::string("model: ") : where) +
                                            "an exact number of the formula leaves 64 bits; use smaller constants and exponents"};
    if (f.lacks_partials)
        return {failure_kind::domain,
                derived + std::string(f.lacking->name) +
                    (f.lacking->has_partials ? " has no derivative by this argument, an order or a shape; differentiate by other symbols"
                                             : " states no partial derivative")};
    if (f.shapes != shape_fault::none) return {failure_kind::domain, where + sentence_of(f.shapes)};
    if (f.is_matrix)
        return {failure_kind::domain,
                derived + "the derivative of a column by all rows of a column is a matrix; reduce it first with sum or mean"};
    return {};
}

/// What is said of a result that a model does not have.
inline failure missing_result(long long i, int size) {
    if (i >= 0 && i < size) return {};
    return {failure_kind::range,
            "evaluate: there is no result " + std::to_string(i) + "; they are numbered from 0 to " + std::to_string(size - 1)};
}
inline void check_result(long long i, int size) {
    if (failure const why = missing_result(i, size)) raise(why);
}

}  // namespace leibniz::inline v0_1::detail
