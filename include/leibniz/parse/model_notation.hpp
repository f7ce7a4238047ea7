#pragma once

#include <leibniz/notation.hpp>
#include <leibniz/parse/model.hpp>
#include <leibniz/parse/model_shared.hpp>
#include <leibniz/parse/refuse.hpp>

#include <stdexcept>
#include <string>

namespace leibniz::inline v0_1 {

/// Formula i of a model in a style: `written_as<latex_style>(m)`. Throws std::length_error beyond `most` characters, and
/// std::out_of_range if there is no formula i.
template <class Style>
std::string written_as(model const& m, int i = 0, int most = writer::endless) {
    buffer<char> const letters = written_text<Style>(detail::seen(extracted(m.finished(), m.root(i))), most);
    if (letters.empty())
        detail::refuse<std::domain_error>("notation: a function or a sum over rows of this formula of matrices has no form in this language; write text(m)");
    if (letters.size() > most)
        detail::refuse<std::length_error>("notation: the formula has more than " + std::to_string(most) + " characters; write it with shared(m)");
    return {letters.begin(), static_cast<std::size_t>(letters.size())};
}

/// Formula i of a model, as `unicode(e)`, `latex(e)`, `mathml(e)`, `python(e)`, `sympy(e)` write an expression. Throws
/// std::out_of_range if there is no formula i.
///
///     assert(unicode(parse("w*x")) == "w·x" && latex(parse("x/2")) == "\\frac{x}{2}");
inline std::string unicode(model const& m, int i = 0) { return written_as<unicode_style>(m, i); }
inline std::string latex(model const& m, int i = 0) { return written_as<latex_style>(m, i); }
inline std::string mathml(model const& m, int i = 0) { return written_as<mathml_style>(m, i); }
inline std::string python(model const& m, int i = 0) { return written_as<python_style>(m, i); }
inline std::string sympy(model const& m, int i = 0) { return written_as<sympy_style>(m, i); }

/// Lines with shared parts, as `unicode(shared(e))` and so on write those of an expression.
///
///     assert(unicode(shared(parse("sin(x) + exp(sin(x))"))) == "t₁ = sin(x)\nt₁ + exp(t₁)");
inline std::string unicode(shared_model const& m) { return m.written<unicode_style>(); }
inline std::string latex(shared_model const& m) { return m.written<latex_style>(); }
inline std::string mathml(shared_model const& m) { return m.written<mathml_style>(); }
inline std::string python(shared_model const& m) { return m.written<python_style>(); }
inline std::string sympy(shared_model const& m) { return m.written<sympy_style>(); }

/// All formulas of a model as one function of C99, as c_code(e): one formula is returned, several are written to out. Throws
/// std::invalid_argument for a name that is no identifier of C.
///
///     assert(c_code(parse("2*w"), "slope").find("double slope(double w)") != std::string::npos);
inline std::string c_code(model const& m, std::string_view name = "f") {
    m.require_numbers("c_code");
    if (!detail::is_c_name(name)) detail::refuse<std::invalid_argument>("c_code: C has no function of the name " + std::string(name));
    buffer<char> const letters = detail::c_writer(detail::seen_program(m.code()), name, m.size() == 1).result();
    return {letters.begin(), static_cast<std::size_t>(letters.size())};
}
/// The graph of a model's formulas as JSON, and for Graphviz, as json(e), dot(e).
///
///     assert(json(parse("w*x")).starts_with("{") && dot(parse("w*x")).starts_with("digraph"));
inline std::string json(model const& m) {
    buffer<char> const letters = detail::json_of(detail::seen(m.finished()));
    return {letters.begin(), static_cast<std::size_t>(letters.size())};
}
inline std::string dot(model const& m) {
    buffer<char> const letters = detail::dot_of(detail::seen(m.finished()));
    return {letters.begin(), static_cast<std::size_t>(letters.size())};
}

}  // namespace leibniz
