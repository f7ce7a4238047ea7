#pragma once

#include <leibniz/parse.hpp>
#include <leibniz/parse/model_notation.hpp>

#include <cstddef>
#include <string>

namespace tool {

/// How the results are written.
enum class form { text, unicode, latex, mathml, python, sympy, c, dot, graph, steps, every_rule };

struct form_option {
    form what;
    char const *flag, *help;
};
inline constexpr form_option other_forms[] = {
    {form::unicode, "--unicode", "Writes formulas in the signs of mathematics"},
    {form::latex, "--latex", "Writes formulas for LaTeX"},
    {form::mathml, "--mathml", "Writes formulas as MathML, for HTML"},
    {form::python, "--python", "Writes Python with NumPy as np"},
    {form::sympy, "--sympy", "Writes Python with the names of SymPy"},
    {form::c, "--c", "Writes one function of C99: the formula's value, then its derivatives"},
    {form::dot, "--dot", "Writes the graph of the formula and its derivatives for Graphviz"},
    {form::graph, "--graph", "Writes the same graph as JSON"},
    {form::steps, "--steps", "Shows how each derivative comes about, as a lecturer writes it"},
    {form::every_rule, "--every-rule", "Shows how each derivative comes about, with every rule by its name"},
};

/// Whether all results are written as one text, in place of a line each.
inline bool is_whole(form f) { return f >= form::c; }

/// call<Style>() for the style of a form.
template <class Call>
std::string in_style(form f, Call const& call) {
    switch (f) {
        case form::unicode: return call.template operator()<leibniz::unicode_style>();
        case form::latex: return call.template operator()<leibniz::latex_style>();
        case form::mathml: return call.template operator()<leibniz::mathml_style>();
        case form::python: return call.template operator()<leibniz::python_style>();
        case form::sympy: return call.template operator()<leibniz::sympy_style>();
        default: return call.template operator()<leibniz::text_style>();
    }
}

inline std::string written(leibniz::model const& m, form f) {
    return in_style(f, [&]<class Style>() { return leibniz::written_as<Style>(m); });
}

/// The name of a result, such as f1, d^2/dx^2 or d/dx f1, as its line begins: in text in ASCII, so that it reads the same on every
/// terminal.
inline std::string result_text(std::string const& name, form f) {
    return in_style(f, [&]<class Style>() {
        leibniz::buffer<char> letters;
        leibniz::detail::put_result_name<Style>(letters, name);
        return std::string(letters.begin(), letters.end());
    });
}

/// name = formula; in MathML one element.
inline std::string equation(std::string const& name, std::string const& formula, form f) {
    if (f != form::mathml) return name + " = " + formula;
    std::size_t const begin = formula.find('>') + 1;
    return formula.substr(0, begin) + name + "<mo>=</mo>" + formula.substr(begin);
}

}  // namespace tool
