#pragma once

#include <leibniz/language/expression.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/printing.hpp>

#include <iosfwd>

namespace leibniz::inline v0_1 {

/// The formula as a person writes it, in ASCII and the letters of its names: the canonical form, without redundant
/// parentheses, the same on every compiler. It reads back to the same formula. A constant in static storage. Refused: what
/// `diff` refuses, and texts of more than a million characters.
///
///     static_assert(text(diff(pow<2>(w*x - y), w)) == "2*x*(w*x - y)");
template <expression E>
constexpr text_view text(E) {
    return detail::as_text(detail::written_form<text_style, E>::report());
}

/// Writes `text(e)`.
///
///     std::ostringstream out;
///     assert((out << w*x + b, out.str() == "w*x + b"));
template <class Char, class Traits, expression E>
std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out, E e) {
    return out << text(e);
}

}  // namespace leibniz::inline v0_1
