#pragma once

#include <leibniz/notation/utf8.hpp>

#include <cstddef>

// Letters and names of the printed forms that are more than plain text.

namespace leibniz::inline v0_1::detail {

constexpr void put_hexadecimal(buffer<char>& out, char32_t c, int least) {
    int digits = least;
    while (digits < 6 && c >> 4 * digits != 0) ++digits;
    while (digits-- > 0) out.push("0123456789abcdef"[c >> 4 * digits & 15u]);
}

/// The Greek letters, by their names in formulas and in LaTeX.
struct greek_letter {
    text_view name;
    char32_t letter;
};
inline constexpr greek_letter greek[] = {
    {"alpha", U'α'}, {"beta", U'β'},  {"gamma", U'γ'},   {"delta", U'δ'},  {"epsilon", U'ε'}, {"zeta", U'ζ'},   {"eta", U'η'},
    {"theta", U'θ'}, {"iota", U'ι'},  {"kappa", U'κ'},   {"lambda", U'λ'}, {"mu", U'μ'},      {"nu", U'ν'},     {"xi", U'ξ'},
    {"pi", U'π'},    {"rho", U'ρ'},   {"sigma", U'σ'},   {"tau", U'τ'},    {"upsilon", U'υ'}, {"phi", U'φ'},    {"chi", U'χ'},
    {"psi", U'ψ'},   {"omega", U'ω'}, {"Gamma", U'Γ'},   {"Delta", U'Δ'},  {"Theta", U'Θ'},   {"Lambda", U'Λ'}, {"Xi", U'Ξ'},
    {"Pi", U'Π'},    {"Sigma", U'Σ'}, {"Upsilon", U'Υ'}, {"Phi", U'Φ'},    {"Psi", U'Ψ'},     {"Omega", U'Ω'},
};
constexpr char32_t greek_named(text_view name) {
    if (name.size() < 2 || name.size() > 7) return 0;
    for (greek_letter const& g : greek)
        if (g.name == name) return g.letter;
    return 0;
}
constexpr text_view name_of_greek(char32_t letter) {
    if (letter < 0x391 || letter > 0x3c9) return {};
    for (greek_letter const& g : greek)
        if (g.letter == letter) return g.name;
    return {};
}

/// Splits a name into its stem and its subscripts: theta_1, w10, x_max. Subscripts are separated by _.
struct name_parts {
    text_view head, below{};
};
constexpr name_parts parts_of_name(text_view name) {
    for (std::size_t k = 0; k < name.size(); ++k) {  // pieces that are empty: no such name
        if (name[k] != '_') continue;
        if (k == 0 || k + 1 == name.size() || name[k + 1] == '_') return {name};
    }
    if (std::size_t const line = place_of_line(name); line != text_view::npos) return {name.substr(0, line), name.substr(line + 1)};
    std::size_t digits = name.size();
    while (digits > 0 && is_digit(name[digits - 1])) --digits;
    for (std::size_t k = 0; k < digits; ++k)
        if (is_digit(name[k])) return {name};
    return digits == 0 ? name_parts{name} : name_parts{name.substr(0, digits), name.substr(digits)};
}

/// Cuts off the next subscript.
constexpr text_view next_piece(text_view& below) {
    std::size_t const line = place_of_line(below);
    text_view const piece = below.substr(0, line);
    below = line == text_view::npos ? text_view() : below.substr(line + 1);
    return piece;
}

/// Escapes text for HTML and MathML, between tags or in quotes.
constexpr void put_escaped(buffer<char>& out, text_view text) {
    for (std::size_t k = 0; k < text.size();) {
        code_point const c = code_point_at(text, k);
        k += c.length;
        switch (c.value) {
            case '&': put(out, "&amp;"); break;
            case '<': put(out, "&lt;"); break;
            case '>': put(out, "&gt;"); break;
            case '"': put(out, "&quot;"); break;
            case '\'': put(out, "&#39;"); break;
            default: put_code_point(out, c.value < 0x20 || c.value == 0x7f ? 0xfffd : c.value);
        }
    }
}

}  // namespace leibniz::inline v0_1::detail
