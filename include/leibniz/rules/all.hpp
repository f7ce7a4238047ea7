#pragma once

#include <leibniz/rules/conditions.hpp>
#include <leibniz/rules/functions.hpp>

#include <boost/hana/basic_tuple.hpp>

namespace leibniz {

/// Every function of the table, for the law tests and the documentation. The engine itself needs no such list: a
/// block is enrolled by being used.
inline constexpr boost::hana::basic_tuple<
    addition, subtraction, negation, multiplication, division, power,  //
    exponential, logarithm, square_root,                               //
    sine, cosine, hyperbolic_tangent,                                  //
    logistic,                                                          //
    held_constant,                                                     //
    less_than, at_most, greater_than, at_least, same_number, other_number,  //
    conjunction, disjunction, opposite, choice,                        //
    summation, averaging>
    all_functions{};

/// Every constant of the table.
inline constexpr boost::hana::basic_tuple<circle_constant> all_constants{};

}  // namespace leibniz
