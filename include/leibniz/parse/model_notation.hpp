#pragma once

#include <leibniz/notation.hpp>
#include <leibniz/parse/model.hpp>
#include <leibniz/parse/model_shared.hpp>

#include <string>

namespace leibniz::inline v0_1 {

/// Formula i of a model in a style, `try_written_as<latex_style>(m)`, or why it cannot be written: nothing is thrown.
template <class Style>
outcome<std::string> try_written_as(model const& m, int i = 0, int most = writer::endless) {
    if (failure why = m.missing(i)) return why;
    buffer<char> const letters = written_text<Style>(detail::seen(extracted(m.finished(), m.root(i))), most);
    if (letters.empty())
        return failure{failure_kind::domain,
                       "notation: a function or a sum over rows of this formula of matrices has no form in this language; write text(m)"};
    if (letters.size() > most)
        return failure{failure_kind::size,
                       "notation: the formula has more than " + std::to_string(most) + " characters; write it with shared(m)"};
    return std::string(letters.begin(), static_cast<std::size_t>(letters.size()));
}

/// The same. Throws std::length_error beyond `most` characters, and std::out_of_range if there is no formula i.
template <class Style>
std::string written_as(model const& m, int i = 0, int most = writer::endless) {
    return try_written_as<Style>(m, i, most).value();
}

/// What `unicode`, `latex`, `mathml`, `python` and `sympy` give of a formula, or why they do not: nothing is thrown.
///
///     assert(*try_latex(parse("x/2")) == "\\frac{x}{2}" && !try_latex(parse("x/2"), 1));
inline outcome<std::string> try_unicode(model const& m, int i = 0) { return try_written_as<unicode_style>(m, i); }
inline outcome<std::string> try_latex(model const& m, int i = 0) { return try_written_as<latex_style>(m, i); }
inline outcome<std::string> try_mathml(model const& m, int i = 0) { return try_written_as<mathml_style>(m, i); }
inline outcome<std::string> try_python(model const& m, int i = 0) { return try_written_as<python_style>(m, i); }
inline outcome<std::string> try_sympy(model const& m, int i = 0) { return try_written_as<sympy_style>(m, i); }

/// Formula i of a model, as `unicode(e)`, `latex(e)`, `mathml(e)`, `python(e)`, `sympy(e)` write an expression. Throws
/// std::out_of_range if there is no formula i.
///
///     assert(unicode(parse("w*x")) == "w·x" && latex(parse("x/2")) == "\\frac{x}{2}");
inline std::string unicode(model const& m, int i = 0) { return try_unicode(m, i).value(); }
inline std::string latex(model const& m, int i = 0) { return try_latex(m, i).value(); }
inline std::string mathml(model const& m, int i = 0) { return try_mathml(m, i).value(); }
inline std::string python(model const& m, int i = 0) { return try_python(m, i).value(); }
inline std::string sympy(model const& m, int i = 0) { return try_sympy(m, i).value(); }

/// What they give of lines with shared parts, or why they do not: nothing is thrown.
inline outcome<std::string> try_unicode(shared_model const& m) { return m.try_written<unicode_style>(); }
inline outcome<std::string> try_latex(shared_model const& m) { return m.try_written<latex_style>(); }
inline outcome<std::string> try_mathml(shared_model const& m) { return m.try_written<mathml_style>(); }
inline outcome<std::string> try_python(shared_model const& m) { return m.try_written<python_style>(); }
inline outcome<std::string> try_sympy(shared_model const& m) { return m.try_written<sympy_style>(); }

/// Lines with shared parts, as `unicode(shared(e))` and so on write those of an expression.
///
///     assert(unicode(shared(parse("sin(x) + exp(sin(x))"))) == "t₁ = sin(x)\nt₁ + exp(t₁)");
inline std::string unicode(shared_model const& m) { return try_unicode(m).value(); }
inline std::string latex(shared_model const& m) { return try_latex(m).value(); }
inline std::string mathml(shared_model const& m) { return try_mathml(m).value(); }
inline std::string python(shared_model const& m) { return try_python(m).value(); }
inline std::string sympy(shared_model const& m) { return try_sympy(m).value(); }

/// What `c_code` gives, or why it does not: nothing is thrown.
///
///     assert(!try_c_code(parse("2*w"), "double"));
inline outcome<std::string> try_c_code(model const& m, std::string_view name = "f") {
    if (failure why = m.not_of_numbers("c_code")) return why;
    if (!detail::is_c_name(name)) return failure{failure_kind::argument, "c_code: C has no function of the name " + std::string(name)};
    buffer<char> const letters = detail::c_writer(detail::seen_program(m.code()), name, m.size() == 1).result();
    return std::string(letters.begin(), static_cast<std::size_t>(letters.size()));
}

/// All formulas of a model as one function of C99, as c_code(e): one formula is returned, several are written to out. Throws
/// std::invalid_argument for a name that is no identifier of C.
///
///     assert(c_code(parse("2*w"), "slope").find("double slope(double w)") != std::string::npos);
inline std::string c_code(model const& m, std::string_view name = "f") { return try_c_code(m, name).value(); }
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

}  // namespace leibniz::inline v0_1
