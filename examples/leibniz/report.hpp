#pragma once

#include "answer.hpp"
#include "compare.hpp"
#include "json.hpp"

#include <leibniz/notation/number_text.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include <unistd.h>

namespace tool {

/// Colours for a person, where there is one: not in files and pipes, and not where NO_COLOR is set.
class style {
public:
    style() {
        auto const variable = [](char const* name) {
            char const* const value = std::getenv(name);
            return std::string_view(value == nullptr ? "" : value);
        };
        coloured_ = isatty(STDOUT_FILENO) == 1 && variable("NO_COLOR").empty() && variable("TERM") != "dumb" && !variable("TERM").empty();
    }
    std::string name(std::string const& text) const { return painted("36", text); }
    std::string value(std::string const& text) const { return painted("32", text); }

private:
    std::string painted(char const* code, std::string const& text) const {
        return coloured_ ? std::string("\033[") + code + 'm' + text + "\033[0m" : text;
    }
    bool coloured_ = false;
};

inline std::string number(double value) {
    if (std::isnan(value)) return "nan";  // its sign says nothing
    return std::string(std::string_view(leibniz::number_text(value)));
}

/// One line per derivative; with a point also the formula, and the values behind the formulas.
inline void print_lines(answer const& a, options const& chosen) {
    style const in;
    bool const valued = !chosen.at.empty();
    std::string const name = chosen.number == 0 ? "f" : "f" + std::to_string(chosen.number);
    if (valued || chosen.number > 0 || chosen.rewritten_as != rewriting::none)
        std::cout << equation(in.name(result_text(name, chosen.written_as)), a.formula, chosen.written_as)
                  << (valued ? " = " + in.value(number(a.value)) : "") << '\n';
    for (derivative const& d : a.derivatives) {
        std::cout << equation(in.name(result_text(d.name, chosen.written_as)), d.text, chosen.written_as);
        if (valued) std::cout << " = " << in.value(number(d.value));
        std::cout << '\n';
    }
    if (a.all) print_lines_about(*a.all, chosen);
}

/// The shared parts, then the derivatives, line by line, or as one environment of LaTeX or one element of MathML.
inline void print_lines(shared_answer const& a, options const& chosen) {
    style const in;
    leibniz::shared_model const all = a.lines();
    std::cout << in_style(chosen.written_as, [&]<class Style>() {
        if (chosen.written_as == form::latex || chosen.written_as == form::mathml) return all.written<Style>() + '\n';
        std::string lines;
        for (leibniz::formula_line const& line : all.lines<Style>()) lines += in.name(line.name) + " = " + line.formula + '\n';
        return lines;
    });
    if (chosen.assumptions || chosen.operations) print_lines_about(outputs(a.formulas, a.derivatives), chosen);
}

/// One object on one line.
inline void print_json(answer const& a, options const& chosen) {
    json_object derivatives, gradient, all;
    for (derivative const& d : a.derivatives) {
        derivatives.add(d.by, json(d.text));
        gradient.add(d.by, json(d.value));
    }
    all.add("formula", json(a.formula));
    if (chosen.order != 1) all.add("order", std::to_string(chosen.order));
    all.add("derivatives", derivatives.text());
    if (!chosen.at.empty()) all.add("value", json(a.value)).add("gradient", gradient.text());
    if (a.all) add_about(all, *a.all, chosen);
    std::cout << all.text() << '\n';
}

inline std::string verdict_text(leibniz::verdict v) {
    constexpr char const* texts[] = {"equal", "different", "unknown", "equal where"};
    return texts[static_cast<int>(v)];
}

/// The verdict in one line.
inline void print_lines(comparison const& c, options const& chosen) {
    if (chosen.number > 0) std::cout << 'f' << chosen.number << ": ";
    std::cout << sentence_of(c) << '\n';
}

inline void print_json(comparison const& c) {
    json_object all, witness;
    all.add("formula", json(c.left)).add("other", json(c.right)).add("verdict", json(verdict_text(c.found.found)));
    if (!c.found.conditions.empty()) all.add("where", json(c.found.conditions));
    if (!c.found.holes.empty()) all.add("aside", json(c.found.holes));
    std::size_t const rows = static_cast<std::size_t>(c.found.rows), variables = c.found.witness.size() / rows;
    for (std::size_t k = 0; k < variables; ++k) {
        std::string values, first = json(c.found.witness[k].second);
        bool same = true;
        for (std::size_t r = 0; r < rows; ++r) {
            std::string const next = json(c.found.witness[r * variables + k].second);
            values += (r > 0 ? ", " : "") + next;
            same = same && next == first;
        }
        witness.add(c.found.witness[k].first, same ? first : '[' + values + ']');
    }
    if (c.found.found == leibniz::verdict::different)
        all.add("witness", witness.text()).add("values", '[' + json(c.found.left) + ", " + json(c.found.right) + ']');
    if (c.found.row > 0) all.add("row", std::to_string(c.found.row));
    if (c.found.found == leibniz::verdict::unknown) all.add("points", std::to_string(c.found.points));
    std::cout << all.text() << '\n';
}

}  // namespace tool
