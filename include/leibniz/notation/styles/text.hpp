#pragma once

#include <leibniz/language/expression.hpp>
#include <leibniz/notation/printing.hpp>

#include <iosfwd>
#include <string_view>

namespace leibniz {

/// The canonical form as a person writes it: `text(diff(pow<2>(w*x - y), w)) == "2*x*(w*x - y)"`.
template <expression E>
constexpr std::string_view text(E) {
    return detail::as_text(detail::written_form<text_style, E>::report());
}

template <class Char, class Traits, expression E>
std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out, E e) {
    return out << text(e);
}

}  // namespace leibniz
