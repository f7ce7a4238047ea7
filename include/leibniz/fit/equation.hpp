#pragma once

#include <leibniz/parse/model.hpp>

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace leibniz::inline v0_1 {

/// The two sides of an equation in text.
struct equation {
    model left, right;
};

namespace detail {

/// Where the one sign of equality in the last line of a text stands that is not part of ==, <=, >=, != or :=. Throws
/// std::invalid_argument where there is none, or another one.
inline std::size_t place_of_equality(std::string_view text) {
    std::size_t found = std::string_view::npos;
    std::size_t const end = text.find_last_not_of(" \t\r\n") + 1, line = text.substr(0, end).rfind('\n');
    for (std::size_t k = line == std::string_view::npos ? 0 : line + 1; k < text.size(); ++k) {
        if (text[k] == '#') k = std::min(text.find('\n', k), text.size());  // a comment
        if (k >= text.size() || text[k] != '=') continue;
        bool const twice = k + 1 < text.size() && text[k + 1] == '=';
        bool const other = k > 0 && std::string_view("<>!:").find(text[k - 1]) != std::string_view::npos;
        if (!twice && !other && found != std::string_view::npos)
            throw std::invalid_argument("fit: a second = stands at character " + std::to_string(characters_in(text.substr(0, k)) + 1) +
                                        "; write y = a + b*x, and definitions as k := 2*a; y = k*x");
        if (!twice && !other) found = k;
        if (twice) ++k;
    }
    if (found == std::string_view::npos)
        throw std::invalid_argument("fit: the formula has no =; write y = a + b*x, with the measured column on its left");
    return found;
}

/// Reads a part of a text, in which what stands before it is blank: an error is shown at its place in the whole.
inline model parse_part(std::string_view whole, std::string const& part, parse_options const& options) {
    try {
        return parse(part, options);
    } catch (syntax_error const& error) {
        std::string message = error.what();
        if (auto const at = message.find("the text ends"); at != std::string::npos && part.size() < whole.size()) message.replace(at, 13, "there is =");
        std::size_t const end = std::min(message.find('\n'), message.size());
        std::size_t const begin = message.find(": ", message.find(": ") + 2) + 2;  // behind "formula: at character 3: "
        int const length = static_cast<int>(std::count(message.begin() + static_cast<std::ptrdiff_t>(message.rfind('\n') + 1), message.end(), '^'));
        throw syntax_error(whole, {error.what_is_wrong(), error.position(), std::max(length, 1)}, message.substr(begin, end - begin));
    }
}

}  // namespace detail

/// Reads an equation, a formula on each side of =, behind definitions if there are some, which the right side may use. Throws std::invalid_argument where there is no =,
/// or a second one, and syntax_error for a side that is no formula.
///
///     equation const e = parse_equation("k := 2*a; log(y) = k*x");
///     assert(text(e.left) == "log(y)" && text(e.right) == "2*a*x");
inline equation parse_equation(std::string_view text, parse_options const& options = {}) {
    std::size_t const sign = detail::place_of_equality(text);
    std::size_t const before = text.substr(0, sign).find_last_of(";\n");
    std::size_t const begin = before == std::string_view::npos ? 0 : before + 1;
    std::string left(text.substr(0, sign)), right(text);
    std::fill(right.begin() + static_cast<std::ptrdiff_t>(begin), right.begin() + static_cast<std::ptrdiff_t>(sign + 1), ' ');
    std::fill(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(begin), ' ');
    return {detail::parse_part(text, left, options), detail::parse_part(text, right, options)};
}

}  // namespace leibniz::inline v0_1
