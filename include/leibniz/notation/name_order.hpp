#pragma once

#include <leibniz/language/name.hpp>
#include <leibniz/language/text_view.hpp>

namespace leibniz::inline v0_1 {

/// Compares names by letter, runs of digits by value: w2 before w10.
constexpr int compare_names(text_view a, text_view b) {
    std::size_t i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (detail::is_digit(a[i]) && detail::is_digit(b[j])) {
            std::size_t const from_i = i, from_j = j;
            while (i < a.size() && detail::is_digit(a[i])) ++i;
            while (j < b.size() && detail::is_digit(b[j])) ++j;
            if (i - from_i != j - from_j) return i - from_i < j - from_j ? -1 : 1;
            if (int const c = a.substr(from_i, i - from_i).compare(b.substr(from_j, j - from_j)); c != 0) return c;
        } else {
            if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]) ? -1 : 1;
            ++i;
            ++j;
        }
    }
    return a.size() - i == b.size() - j ? 0 : a.size() - i < b.size() - j ? -1 : 1;
}

}  // namespace leibniz::inline v0_1
