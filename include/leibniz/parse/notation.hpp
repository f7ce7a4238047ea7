#pragma once

#include <leibniz/notation.hpp>
#include <leibniz/parse/model.hpp>

#include <stdexcept>
#include <string>

namespace leibniz {

/// Formula i of a model in a style: `written_as<latex_style>(m)`. Throws std::length_error beyond `most` characters.
template <class Style>
std::string written_as(model const& m, int i = 0, int most = writer::endless) {
    view v = detail::seen(m.finished());
    v.roots += i;
    v.root_count = 1;
    buffer<char> const letters = written_text<Style>(v, most);
    if (letters.size() > most) throw std::length_error("notation: the formula has more than " + std::to_string(most) + " characters");
    return {letters.begin(), static_cast<std::size_t>(letters.size())};
}

/// Formula i of a model as `unicode(e)`, `latex(e)`, `mathml(e)`, `python(e)`, `sympy(e)` write an expression.
inline std::string unicode(model const& m, int i = 0) { return written_as<unicode_style>(m, i); }
inline std::string latex(model const& m, int i = 0) { return written_as<latex_style>(m, i); }
inline std::string mathml(model const& m, int i = 0) { return written_as<mathml_style>(m, i); }
inline std::string python(model const& m, int i = 0) { return written_as<python_style>(m, i); }
inline std::string sympy(model const& m, int i = 0) { return written_as<sympy_style>(m, i); }

}  // namespace leibniz
