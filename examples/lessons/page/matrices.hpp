#pragma once

// What the pages about vectors and matrices share.
#include "lesson.hpp"

#include <leibniz/algebra.hpp>
#include <leibniz/derivation/matrix.hpp>
#include <leibniz/document/matrix.hpp>
#include <leibniz/eigen/matrix.hpp>

#include <initializer_list>
#include <sstream>
#include <string>

namespace lesson {

/// The steps to a derivative, the formulas of all of them, and the calculation with numbers.
template <class E, class By, class... V, class Calculation>
void work_out(page& p, E model, By by, leibniz::variables<V...> all, Calculation const& by_hand) {
    p.body.heading(3, leibniz::prose("The derivative by ") + leibniz::shown_name(By::spelling.view()) + ", step by step");
    p.body.append(leibniz::written_out(leibniz::derivation(model, by)));
    p.body.heading(3, "All derivatives, as formulas").append(leibniz::written_out(leibniz::shared(leibniz::gradient(model, all))));
    p.body.heading(3, "By hand, with numbers").append(leibniz::written_out(by_hand));
}

/// The derivative in the names of the steps.
template <class Derivation>
std::string last_line(Derivation steps) {
    std::ostringstream out;
    out << steps;
    std::string const all = out.str();
    std::size_t const last = all.rfind("\n", all.size() - 2) + 1, first = all.find(" = ", last) + 3, end = all.find(" = ", first);
    return all.substr(first, end < all.size() ? end - first : all.size() - 1 - first);
}

inline double value_of(double number) { return number; }
inline double value_of(leibniz::rational number) { return leibniz::detail::fraction<double>(number.numerator(), number.packed()); }
/// Each entry of a derivative beside the lesson's figure, row by row.
template <class Matrix>
void figures(page& p, char const* loss, char const* by, Matrix const& found, std::initializer_list<char const*> theirs) {
    auto const* figure = theirs.begin();
    for (int row = 0; row < found.rows; ++row)
        for (int column = 0; column < found.columns; ++column)
            if (figure != theirs.end()) p.figure(leibniz::shown_ratio(loss, by), *figure++, value_of(found(row, column)));
}

}  // namespace lesson
