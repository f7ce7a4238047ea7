#pragma once

#include <leibniz/reading/scanner.hpp>
#include <leibniz/reading/vocabulary.hpp>

namespace leibniz::inline v0_1 {

/// How much text is read: what is longer or nested deeper is refused.
struct reading_limits {
    int characters = 1 << 20;
    int depth = 10'000;  // brackets, calls and signs that are open at one place
    int levels = 4'000;  // operations within one another, in derivatives too: each takes up to 1 kB of stack when printed
};

namespace detail {

/// A sign of other languages behind an operand.
constexpr problem behind_operand(token const& t) {
    switch (t.first) {
        case '=': return problem::equation;
        case '!': return problem::factorial_sign;
        case '?': return problem::question_mark;
        default: return t.wrong;
    }
}

/// The token behind the brackets that open here.
template <class Scanner>
constexpr token behind_call(Scanner ahead) {
    int open = 0;
    for (token t = ahead.next();; t = ahead.next()) {
        if (t.what == token_kind::open) ++open;
        else if (t.what == token_kind::close) --open;
        else if (open == 0 || t.what == token_kind::end) return t;
    }
}

/// The name of a sign that only formulas of matrices have, or nothing.
constexpr text_view matrix_sign(char first, char next) {
    if (first == '\'') return "'";
    if (first != '.') return {};
    return next == '*' ? ".*" : next == '/' ? "./" : next == '^' ? ".^" : "";
}

/// The characters before the end of a line, unless it goes on in the next one: within brackets, behind an operator or in front
/// of one (but a minus may begin a formula). npos if no line follows.
constexpr std::size_t line_length(text_view rest) {
    constexpr text_view operators = "+*/^<>=!,)]";
    std::size_t end = text_view::npos, first = text_view::npos;
    char last = '=';
    int open = 0;
    bool comment = false;
    for (std::size_t k = 0; k < rest.size(); ++k) {
        char const c = rest[k];
        if (c == '\n') {
            comment = false;
            if (first == text_view::npos) first = k;
            if (end == text_view::npos && open == 0 && last != '-' && operators.substr(0, 9).find(last) == text_view::npos) end = k;
        } else if (c == '#') comment = true;
        else if (!comment && c != ' ' && c != '\t' && c != '\r') {
            if (end != text_view::npos && operators.find(c) == text_view::npos) return end;
            end = text_view::npos;
            last = c;
            open += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        }
    }
    return open > 0 ? first : text_view::npos;
}

constexpr problem wrong_arguments(word const& w, int count) {
    return count > 0 && w.arity > 0 && !detail::meant_by_arguments(w.name).empty() ? problem::other_arguments : problem::wrong_arguments;
}

}  // namespace detail
}  // namespace leibniz::inline v0_1
