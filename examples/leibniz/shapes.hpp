#pragma once

#include "input.hpp"

#include <leibniz/parse/matrices.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tool {

/// m, n or 10.
inline std::optional<leibniz::shape::dimension> dimension_in(std::string const& word) {
    if (leibniz::detail::is_identifier(word)) return leibniz::shape::dimension(word);
    if (word.empty() || word.size() > 9 || word[0] == '0' || word.find_first_not_of("0123456789") != std::string::npos) return {};
    return leibniz::shape::dimension(std::stoi(word));
}

/// The shape that --shape gives a name: W=m,n, of a vector x=n, of a symmetric matrix K=n,n,symmetric.
inline leibniz::shape shape_in(std::string_view word) {
    std::size_t const sign = word.find('=');
    std::string const name(trimmed(word.substr(0, sign)));
    std::vector<std::string> sizes = listed(sign == std::string_view::npos ? std::string_view() : word.substr(sign + 1));
    bool const symmetric = sizes.size() == 3 && sizes[2] == "symmetric";
    if (symmetric) sizes.pop_back();
    if (sizes.size() == 1) sizes.emplace_back("1");
    auto const rows = sizes.size() == 2 ? dimension_in(sizes[0]) : std::nullopt, columns = rows ? dimension_in(sizes[1]) : rows;
    if (!leibniz::detail::is_identifier(name) || !columns)
        throw input_error("leibniz: --shape should be like W=m,n, x=n or K=n,n,symmetric and has " + in_quotes(word));
    return {name, *rows, *columns, symmetric ? leibniz::shape::symmetric : leibniz::shape::general};
}

inline std::vector<leibniz::shape> shapes_in(std::string_view words, char separator) {
    std::vector<leibniz::shape> all;
    while (!words.empty()) {
        std::size_t const end = words.find(separator);
        all.push_back(shape_in(words.substr(0, end)));
        words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
    }
    return all;
}

}  // namespace tool
