#pragma once

#include <leibniz/parse.hpp>
#include <leibniz/parse/model_notation.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

inline std::string written(leibniz::model const& m, form f) {
    switch (f) {
        case form::unicode: return unicode(m);
        case form::latex: return latex(m);
        case form::mathml: return mathml(m);
        case form::python: return python(m);
        case form::sympy: return sympy(m);
        default: return text(m);
    }
}

/// The digits of n raised: ¹⁰.
inline std::string raised(int n) {
    constexpr std::string_view digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string result;
    for (char digit : std::to_string(n)) result += digits[digit - '0'];
    return result;
}

/// The derivative by a symbol as its line begins: d/dw in ASCII, so that it reads the same on every terminal.
inline std::string operator_text(std::string const& by, int order, form f) {
    std::string const n = order == 1 ? "" : std::to_string(order), name = f == form::text ? by : written(leibniz::parse(by), f);
    switch (f) {
        case form::unicode: return "∂" + (n.empty() ? n : raised(order)) + "/∂" + name + (n.empty() ? n : raised(order));
        case form::latex: {
            std::string const power = n.empty() ? n : "^{" + n + "}";
            return "\\frac{\\partial" + power + "}{\\partial " + name + power + "}";
        }
        case form::mathml: {
            auto const raise = [&](std::string const& what) { return n.empty() ? what : "<msup>" + what + "<mn>" + n + "</mn></msup>"; };
            std::string const inner = name.substr(name.find('>') + 1, name.rfind('<') - name.find('>') - 1);  // without <math>
            return "<mfrac>" + raise("<mo>∂</mo>") + "<mrow><mo>∂</mo>" + raise("<mrow>" + inner + "</mrow>") + "</mrow></mfrac>";
        }
        case form::python:
        case form::sympy: return "d" + n + "f_d" + name + n;
        default: return "d" + (n.empty() ? n : "^" + n) + "/d" + name + (n.empty() ? n : "^" + n);
    }
}

/// The mixed derivative by several symbols as its line begins: d/dy d/dx, with the last one in front.
inline std::string operator_text(std::vector<std::string> const& by, form f) {
    std::vector<std::pair<std::string, int>> runs;  // a symbol, and how often it follows itself
    for (std::string const& name : by)
        if (!runs.empty() && runs.back().first == name) ++runs.back().second;
        else runs.emplace_back(name, 1);
    if (runs.size() == 1) return operator_text(by[0], static_cast<int>(by.size()), f);
    std::reverse(runs.begin(), runs.end());
    std::string const n = std::to_string(by.size());
    std::string below, separate;
    for (auto const& [name, times] : runs) {
        std::string const single = operator_text(name, times, f), power = times == 1 ? "" : std::to_string(times);
        std::string const spelt = f == form::text ? name : written(leibniz::parse(name), f);
        separate += (separate.empty() ? "" : " ") + single;
        if (f == form::unicode) below += "∂" + spelt + (times == 1 ? "" : raised(times));
        else if (f == form::latex) below += (below.empty() ? "" : "\\,") + ("\\partial " + spelt) + (times == 1 ? "" : "^{" + power + "}");
        else if (f == form::mathml) {
            std::string const inner = "<mrow>" + spelt.substr(spelt.find('>') + 1, spelt.rfind('<') - spelt.find('>') - 1) + "</mrow>";
            below += "<mo>∂</mo>" + (times == 1 ? inner : "<msup>" + inner + "<mn>" + power + "</mn></msup>");
        } else below += "d" + spelt + power;
    }
    switch (f) {
        case form::unicode: return "∂" + raised(static_cast<int>(by.size())) + "/" + below;
        case form::latex: return "\\frac{\\partial^{" + n + "}}{" + below + "}";
        case form::mathml: return "<mfrac><msup><mo>∂</mo><mn>" + n + "</mn></msup><mrow>" + below + "</mrow></mfrac>";
        case form::python:
        case form::sympy: return "d" + n + "f_" + below;
        default: return separate;
    }
}

/// name = formula; in MathML one element.
inline std::string equation(std::string const& name, std::string const& formula, form f) {
    if (f != form::mathml) return name + " = " + formula;
    std::size_t const begin = formula.find('>') + 1;
    return formula.substr(0, begin) + name + "<mo>=</mo>" + formula.substr(begin);
}

}  // namespace tool
