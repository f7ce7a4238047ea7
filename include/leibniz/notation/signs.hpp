#pragma once

#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/utf8.hpp>
#include <leibniz/rules/conditions.hpp>

namespace leibniz::inline v0_1::detail {

// The signs of mathematics for comparisons and logical operators, and the Unicode characters for commands of LaTeX.

constexpr bool is_connective(function const& fn) { return is_row<logical_conjunction>(fn) || is_row<logical_disjunction>(fn); }
constexpr bool stands_between(function const& fn) { return fn.arity == 2 && (!is_letter(fn.name[0]) || is_connective(fn)); }
/// True if the LaTeX of a function has several lines.
constexpr bool has_lines(function const& fn) { return fn.latex.size() > 14 && fn.latex.find("\\begin") != text_view::npos; }
constexpr bool is_negation(function const& fn) { return is_row<logical_negation>(fn); }

/// The character for a command of LaTeX; other text unchanged.
constexpr text_view sign_of_command(text_view command) {
    struct sign {
        text_view command, text;
    };
    constexpr sign signs[] = {{"\\le", "≤"},     {"\\ge", "≥"},     {"\\ne", "≠"},    {"\\wedge", "∧"}, {"\\vee", "∨"}, {"\\neg", "¬"},
                              {"\\lfloor", "⌊"}, {"\\rfloor", "⌋"}, {"\\lceil", "⌈"}, {"\\rceil", "⌉"}, {"\\sum", "∑"}, {"\\cdot", "·"}};
    for (sign const& s : signs)
        if (s.command == command) return s.text;
    return command;
}
constexpr text_view sign_of(function const& fn) { return sign_of_command(fn.latex); }

}  // namespace leibniz::inline v0_1::detail
