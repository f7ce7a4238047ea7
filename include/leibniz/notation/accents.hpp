#pragma once

#include <string_view>

namespace leibniz::detail {

/// Letters with accents, as LaTeX makes them in math mode: ŷ is \hat{y}.
struct accented {
    char base = 0;
    std::string_view command{};
    char32_t sign = 0;  // alone, as MathML sets it above its letter
};
struct accent_row {
    std::string_view command, bases;
    char32_t mark, sign;
    char32_t letters[24];
};
inline constexpr accent_row accents[] = {
    {"hat", "aceghijosuwyzACEGHIJOSUWY", 0x302, U'ˆ',
     {U'â', U'ĉ', U'ê', U'ĝ', U'ĥ', U'î', U'ĵ', U'ô', U'ŝ', U'û', U'ŵ', U'ŷ', U'ẑ', U'Â', U'Ĉ', U'Ê', U'Ĝ', U'Ĥ', U'Î', U'Ĵ', U'Ô', U'Ŝ', U'Û', U'Ŵ'}},
    {"tilde", "anoiuyevANOIU", 0x303, U'˜', {U'ã', U'ñ', U'õ', U'ĩ', U'ũ', U'ỹ', U'ẽ', U'ṽ', U'Ã', U'Ñ', U'Õ', U'Ĩ', U'Ũ'}},
    {"bar", "aeiouyAEIOUYg", 0x304, U'¯', {U'ā', U'ē', U'ī', U'ō', U'ū', U'ȳ', U'Ā', U'Ē', U'Ī', U'Ō', U'Ū', U'Ȳ', U'ḡ'}},
    {"dot", "xyzceghmnprstwabdf", 0x307, U'˙',
     {U'ẋ', U'ẏ', U'ż', U'ċ', U'ė', U'ġ', U'ḣ', U'ṁ', U'ṅ', U'ṗ', U'ṙ', U'ṡ', U'ṫ', U'ẇ', U'ȧ', U'ḃ', U'ḋ', U'ḟ'}},
    {"ddot", "aeiouyxAOU", 0x308, U'¨', {U'ä', U'ë', U'ï', U'ö', U'ü', U'ÿ', U'ẍ', U'Ä', U'Ö', U'Ü'}},
    {"acute", "aeiouyAEIOU", 0x301, U'´', {U'á', U'é', U'í', U'ó', U'ú', U'ý', U'Á', U'É', U'Í', U'Ó', U'Ú'}},
    {"grave", "aeiouAEIOU", 0x300, U'`', {U'à', U'è', U'ì', U'ò', U'ù', U'À', U'È', U'Ì', U'Ò', U'Ù'}},
    {"check", "cszerndtCSZ", 0x30c, U'ˇ', {U'č', U'š', U'ž', U'ě', U'ř', U'ň', U'ď', U'ť', U'Č', U'Š', U'Ž'}},
};

constexpr accented accent_of(char32_t letter) {
    if (letter < 0xc0) return {};
    for (accent_row const& row : accents)
        for (int k = 0; k < 24; ++k)
            if (row.letters[k] == letter) return {row.bases[static_cast<unsigned>(k)], row.command, row.sign};
    return {};
}
/// An accent that stands behind its letter: x and U+0302.
constexpr accented accent_of_mark(char32_t mark) {
    if (mark < 0x300 || mark > 0x36f) return {};
    for (accent_row const& row : accents)
        if (row.mark == mark) return {0, row.command, row.sign};
    return {};
}

}  // namespace leibniz::detail
