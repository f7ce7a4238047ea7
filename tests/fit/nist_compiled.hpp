#pragma once

#include "nist_problem.hpp"

namespace nist {

using leibniz::operator""_c;
inline constexpr leibniz::symbol<"b1"> b1;
inline constexpr leibniz::symbol<"b2"> b2;
inline constexpr leibniz::symbol<"b3"> b3;
inline constexpr leibniz::symbol<"b4"> b4;
inline constexpr leibniz::symbol<"b5"> b5;
inline constexpr leibniz::symbol<"b6"> b6;
inline constexpr leibniz::symbol<"b7"> b7;
inline constexpr leibniz::symbol<"x"> x;
inline constexpr leibniz::symbol<"y"> y;

/// Fits an expression from both starts, and compares with NIST and with the fit of the text. `b` are the parameters.
template <class Y, class E, class... B, class... Columns>
void check_compiled(problem const& p, Y response, E model, leibniz::variables<B...> b, Columns... columns) {
    for (int start : {1, 2}) {
        auto const& from = start == 1 ? p.first : p.second;
        Eigen::VectorXd const begin = Eigen::Map<Eigen::VectorXd const>(from.data(), static_cast<Eigen::Index>(from.size()));
        auto const found = leibniz::fit(response, model, leibniz::from_vector(b, begin), (columns = p.column(Columns::spelling.view()))...);
        check(p, start, found);
        CHECK(difference(found, leibniz::fit(p.equation, p.start(start == 1), p.data)) < 1e-12);
    }
}

}  // namespace nist
