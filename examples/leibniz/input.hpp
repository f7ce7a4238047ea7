#pragma once

#include <charconv>
#include <cmath>
#include <cstddef>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace tool {

/// Something the user can put right: the message is one sentence.
struct input_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// `text` as it may stand in a message of one line: no control characters, no more than `limit` bytes.
inline std::string printable(std::string_view text, std::size_t limit = 60) {
    bool const cut = text.size() > limit;
    if (cut) {
        while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;  // never inside a character
        text = text.substr(0, limit);
    }
    std::string result(text);
    for (char& c : result) {
        auto const code = static_cast<unsigned char>(c);
        if (code < 0x20 || code == 0x7F) c = '?';
    }
    return cut ? result + "..." : result;
}

inline std::string in_quotes(std::string_view text) { return '"' + printable(text) + '"'; }

/// The words between commas, without the spaces around them; none in an empty text.
inline std::vector<std::string> listed(std::string_view text) {
    constexpr std::string_view spaces = " \t\r\n";
    std::vector<std::string> words;
    while (!text.empty()) {
        auto const comma = text.find(',');
        auto word = text.substr(0, comma);
        word.remove_prefix(std::min(word.find_first_not_of(spaces), word.size()));
        words.emplace_back(word.substr(0, word.find_last_not_of(spaces) + 1));
        if (comma == std::string_view::npos) break;
        text.remove_prefix(comma + 1);
        if (text.empty()) words.emplace_back();
    }
    return words;
}

/// The whole of `text` as a finite number. `from_chars`, because a decimal point must not depend on the locale.
inline std::optional<double> number_in(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    double value{};
    char const* const end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || !std::isfinite(value)) return {};
    return value;
}

/// The formula that an argument stands for: `-` is all of standard input. No more is read than the parser would take.
inline std::string formula_in(std::string const& argument, int most) {
    if (argument != "-") return argument;
    std::string text;
    auto const enough = static_cast<std::size_t>(most) + 1;
    char block[1 << 14];
    while (text.size() < enough && (std::cin.read(block, sizeof block), std::cin.gcount() > 0)) {
        text.append(block, static_cast<std::size_t>(std::cin.gcount()));
    }
    if (std::cin.bad()) throw input_error("standard input cannot be read");
    // An end of line belongs to the file, not to the formula: an error there would stand on a line of its own.
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    return text;
}

}  // namespace tool
