#pragma once

#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/string_builder.hpp>
#include <leibniz/notation/letters.hpp>

#include <cstddef>

namespace leibniz::inline v0_1::detail {

/// An accent: its name in LaTeX, its combining character, its character for MathML; then the letters that have it, and the
/// single characters that Unicode has for them.
struct accent {
    text_view name;
    bool is_spelt;  // may be spelled in names: y_hat
    char32_t mark, sign;
    text_view bases;
    char32_t const* letters;
};
inline constexpr accent accents[] = {
    {"hat", true, 0x302, U'ˆ', "aceghijosuwyzACEGHIJOSUWY", U"âĉêĝĥîĵôŝûŵŷẑÂĈÊĜĤÎĴÔŜÛŴŶ"},
    {"tilde", true, 0x303, U'˜', "anoiuyevANOIU", U"ãñõĩũỹẽṽÃÑÕĨŨ"},
    {"bar", true, 0x304, U'¯', "aeiouyAEIOUYg", U"āēīōūȳĀĒĪŌŪȲḡ"},
    {"dot", true, 0x307, U'˙', "xyzceghmnprstwabdf", U"ẋẏżċėġḣṁṅṗṙṡṫẇȧḃḋḟ"},
    {"ddot", true, 0x308, U'¨', "aeiouyxAOU", U"äëïöüÿẍÄÖÜ"},
    {"vec", true, 0x20d7, U'→', "", U""},
    {"acute", false, 0x301, U'´', "aeiouyAEIOU", U"áéíóúýÁÉÍÓÚ"},
    {"grave", false, 0x300, U'`', "aeiouAEIOU", U"àèìòùÀÈÌÒÙ"},
    {"check", false, 0x30c, U'ˇ', "cszerndtCSZ", U"čšžěřňďťČŠŽ"},
};

/// The index of an accent, or none. (No pointer: with g++'s -fsanitize=undefined comparing it with nullptr is no constant
/// expression.)
class some_accent {
public:
    constexpr some_accent() = default;
    constexpr explicit some_accent(int row) : row_(row) {}
    constexpr explicit operator bool() const { return row_ >= 0; }
    constexpr accent const& operator*() const { return accents[row_]; }

private:
    int row_ = -1;
};

/// Splits a letter such as ŷ into a plain letter and an accent.
struct accented {
    char base = 0;
    some_accent with{};
};
constexpr accented accent_of(char32_t letter) {
    if (letter < 0xc0) return {};
    int row = 0;
    for (accent const& a : accents) {
        for (std::size_t k = 0; k < a.bases.size(); ++k)
            if (a.letters[k] == letter) return {a.bases[k], some_accent(row)};
        ++row;
    }
    return {};
}
/// A combining accent behind its letter: x and U+0302.
constexpr some_accent accent_of_mark(char32_t mark) {
    if (mark < 0x300 || mark > 0x36f) return {};
    int row = 0;
    for (accent const& a : accents) {
        if (a.mark == mark) return some_accent(row);
        ++row;
    }
    return {};
}

constexpr bool all_digits(text_view text) {
    for (char c : text)
        if (!is_digit(c)) return false;
    return true;
}
/// One letter: x, θ, theta.
constexpr bool is_one_letter(text_view name) {
    if (name.size() == 1) return is_letter(name[0]) && name[0] != '_';
    code_point const c = code_point_at(name, 0);
    return c.length == name.size() ? !name_of_greek(c.value).empty() : greek_named(name) != 0;
}

/// A name whose accent is spelled out: y_hat, theta_bar_max, w_dot1 of a family. In h1_bar the letter is h, and 1 a
/// subscript.
struct spelt_accent {
    text_view letter{};
    some_accent with{};  // none: an ordinary name
    characters below{};  // subscripts, separated by _
};
constexpr spelt_accent spelt_accent_of(text_view name) {
    name_parts const parts = parts_of_name(name), front = parts_of_name(parts.head);
    spelt_accent result{front.head};
    if (parts.head.size() == name.size() || !is_one_letter(front.head)) return {};
    auto const add = [&](text_view piece) {
        if (piece.empty()) return;
        if (!result.below.empty()) result.below += "_";
        result.below += piece;
    };
    auto const take = [&](text_view piece) {
        int row = 0;
        for (accent const& a : accents) {
            bool const begins = !result.with && a.is_spelt && piece.substr(0, a.name.size()) == a.name;
            if (begins && all_digits(piece.substr(a.name.size()))) {
                result.with = some_accent(row);
                return add(piece.substr(a.name.size()));
            }
            ++row;
        }
        add(piece);
    };
    add(front.below);
    for (text_view below = parts.below; !below.empty();) take(next_piece(below));
    return result;
}

}  // namespace leibniz::inline v0_1::detail
