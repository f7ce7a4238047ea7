#pragma once

// What the tests need of the JSON files of the optional folder: the numbers of one entry.

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// The whole file. Throws std::runtime_error where there is none.
inline std::string read_file(std::string const& path) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path);
    std::ostringstream all;
    all << in.rdbuf();
    return all.str();
}

/// The value behind the first `"key":` of the text, up to where its brackets close; empty where there is none.
inline std::string_view json_value(std::string_view text, std::string_view key) {
    std::size_t const at = text.find('"' + std::string(key) + "\":");
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + key.size() + 3);
    int depth = 0;
    std::size_t end = 0;
    for (bool quoted = false; end < text.size(); ++end) {
        char const c = text[end];
        if (c == '"') quoted = !quoted;
        else if (quoted) continue;
        else if (c == '[' || c == '{') ++depth;
        else if (c == ']' || c == '}') --depth;
        if (depth < 0 || (depth == 0 && (c == ',' || c == ']' || c == '}'))) break;
    }
    return text.substr(0, depth == 0 && end < text.size() && text[end] != ',' ? end + 1 : end);
}

/// The numbers in a value in their order, as they are spelled, quoted or not.
inline std::vector<std::string> json_numbers(std::string_view value) {
    std::vector<std::string> result;
    constexpr std::string_view parts = "0123456789+-.eE";
    for (std::size_t i = 0; i < value.size();) {
        std::size_t const begin = value.find_first_of("0123456789+-", i);
        if (begin == std::string_view::npos) break;
        std::size_t const end = std::min(value.find_first_not_of(parts, begin), value.size());
        result.emplace_back(value.substr(begin, end - begin));
        i = end;
    }
    return result;
}
