#pragma once

#include "../input.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace tool {

using namespace examples;

/// The words between commas, without the spaces around them; none in an empty text.
inline std::vector<std::string> listed(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        auto const comma = text.find(',');
        words.emplace_back(trimmed(text.substr(0, comma), " \t\r\n"));
        if (comma == std::string_view::npos) break;
        text.remove_prefix(comma + 1);
        if (text.empty()) words.emplace_back();
    }
    return words;
}

/// The formula that an argument stands for: `-` is all of standard input. No more is read than the parser would take.
inline std::string formula_in(std::string const& argument, int most) {
    if (argument != "-") return argument;
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    std::string text;
    auto const enough = static_cast<std::size_t>(most) + 1 + byte_order_mark.size();
    char block[1 << 14];
    while (text.size() < enough) {
        std::size_t const count = std::fread(block, 1, sizeof block, stdin);  // streams take a folder for an empty file
        if (count == 0) break;
        text.append(block, count);
    }
    if (std::ferror(stdin) != 0) throw input_error("leibniz: standard input cannot be read");
    if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
    // An end of line belongs to the file, not to the formula: an error there would stand on a line of its own.
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    return text;
}

/// The lines of standard input that hold more than spaces and comments. Throws input_error.
inline std::vector<std::string> lines_of_input() {
    std::vector<std::string> formulas;
    std::string const all = formula_in("-", std::numeric_limits<int>::max());
    for (std::size_t first = 0; first <= all.size();) {
        std::size_t const end = std::min(all.find('\n', first), all.size());
        std::string const line(trimmed(std::string_view(all).substr(first, end - first), " \t\r\n"));
        if (!line.empty() && line[0] != '#') formulas.push_back(line);
        first = end + 1;
    }
    return formulas;
}

}  // namespace tool
