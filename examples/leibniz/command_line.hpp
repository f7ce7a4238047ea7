#pragma once

#include "input.hpp"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// A word such as -x^2 is a formula here, as every option but -h is long. CLI11 would take it for short options:
/// the mark hides its first character.
inline constexpr char hidden = '\x01';
inline bool is_negative_formula(std::string_view word) { return word.size() > 1 && word[0] == '-' && word[1] != '-' && word != "-h"; }
inline std::string shown(std::string text) {
    if (text.starts_with(hidden)) text.erase(0, 1);
    return text;
}

/// Reads the words of a command; false where they ask for help, which has been written. Throws input_error, which names `help`, for words
/// that it does not know.
inline bool has_read(CLI::App& app, std::vector<std::string> words, std::string const& help) {
    for (std::string& word : words)
        if (is_negative_formula(word)) word.insert(0, 1, hidden);
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (CLI::ParseError const& error) {
        if (error.get_exit_code() == 0) return app.exit(error), false;
        std::string sentence = error.what();
        std::erase(sentence, hidden);
        throw input_error("leibniz: " + printable(sentence, 400) + "; see " + help);
    }
    return true;
}

/// An option that stands twice continues its list. CLI11 drops empty words beside a comma, so it joins by another character.
inline constexpr char between = '\x02';
inline std::vector<std::string> listed_in_all(std::string lists) {
    for (char& c : lists)
        if (c == between) c = ',';
    return listed(lists);
}

/// The words between commas that stand outside of brackets, without the spaces around them: x = max(a, b), y = 2.
inline std::vector<std::string> replacements_in(std::string_view text) {
    std::vector<std::string> words;
    int open = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        char const c = i < text.size() ? text[i] : between;
        if (c == '(' || c == '[' || c == '{') ++open;
        if (c == ')' || c == ']' || c == '}') --open;
        if (c != between && (c != ',' || open > 0)) continue;
        words.emplace_back(trimmed(text.substr(first, i - first), " \t\r\n"));
        first = i + 1;
        open = 0;
    }
    return words;
}

/// Options with what they take, without the lists of what each excludes.
class short_help : public CLI::Formatter {
    std::string make_option_opts(CLI::Option const* option) const override {
        std::string text;
        if (!option->get_type_name().empty()) text += ' ' + option->get_type_name();
        if (!option->get_default_str().empty()) text += '=' + option->get_default_str();
        return text;
    }
};

}  // namespace tool
