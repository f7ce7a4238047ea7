#pragma once

#include <leibniz/parse.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

namespace tool {

/// `sentence` with the first `there`, if it has one, replaced.
inline std::string replaced(std::string sentence, std::string_view there, std::string_view here) {
    auto const at = sentence.find(there);
    return at == std::string::npos ? sentence : sentence.replace(at, there.size(), here);
}

// What the library says of its limits, with the options of the command in place of the members of a class.

inline std::string sentence_of(leibniz::syntax_error const& error) {
    if (error.what_is_wrong() == leibniz::problem::too_long)
        return replaced(error.what(), "parse_options::limits.characters", "--max-characters");
    if (error.what_is_wrong() == leibniz::problem::too_deep)
        return replaced(error.what(), "parse_options::limits.depth",
                        "--max-depth, to " + std::to_string(leibniz::reading_limits{}.depth) + " at most");
    return error.what();
}

inline std::string sentence_of(std::length_error const& error) {
    std::string const sentence =
        replaced(error.what(), "the effort that parse_options allow", "the effort that is allowed; raise --effort");
    return replaced(replaced(sentence, "raise parse_options::limits.levels", "write a symbol for a part of it"), "write it with shared(m)",
                    "add --shared");
}

inline std::string sentence_of(std::domain_error const& error) {
    return replaced(error.what(), "differentiate by other symbols", "name the others behind --wrt");
}

}  // namespace tool
