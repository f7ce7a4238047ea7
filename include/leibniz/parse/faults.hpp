#pragma once

#include <leibniz/graph/static_graph.hpp>

#include <stdexcept>
#include <string>

namespace leibniz::detail {

/// Throws the exception for what went wrong while the graph of a formula was built. `where` begins the sentences about the
/// formula, `derived` those about its derivative.
inline void throw_faults(faults const& f, bool exhausted, std::string const& where = "", std::string const& derived = "diff: ") {
    if (exhausted) throw std::length_error(where + "the formula is too large for the effort that parse_options allow");
    if (f.overflowed) throw std::overflow_error(where + "an exact number of the formula leaves 64 bits; use smaller constants");
    if (f.lacks_partials)
        throw std::domain_error(derived + std::string(f.lacking->name) +
                                (f.lacking->has_partials
                                     ? " has no derivative by this argument, an order or a shape; differentiate by other symbols"
                                     : " states no partial derivative"));
    if (f.is_matrix)
        throw std::domain_error(derived +
                                "the derivative of a column by all rows of a column is a matrix; reduce it first with sum or mean");
}

/// Throws std::out_of_range for a result that a model does not have.
inline void check_result(long long i, int size) {
    if (i < 0 || i >= size)
        throw std::out_of_range("evaluate: there is no result " + std::to_string(i) + "; they are numbered from 0 to " +
                                std::to_string(size - 1));
}

}  // namespace leibniz::detail
