#pragma once

#include <leibniz/graph/row.hpp>
#include <leibniz/language/name.hpp>

#include <string_view>

namespace leibniz {

/// How a function is called in text: what the parser knows of a row of the table.
struct word {
    std::string_view name, aliases;  // aliases: separated by spaces
    int arity = 1;
    bool any_number = false;  // of arguments, taken two by two from the left: max(a, b, c)
};

namespace detail {

template <class F>
constexpr std::string_view aliases_of() {
    if constexpr (requires { F::aliases; }) return F::aliases;
    else return {};
}
template <class F>
constexpr word word_of() {
    return {F::text, aliases_of<F>(), F::arity, requires { F::any_number; }};
}

}  // namespace detail

namespace detail {

template <class F>
constexpr void each_alias(std::string_view all, F f) {
    while (!all.empty()) {
        std::size_t const space = all.find(' ');
        f(all.substr(0, space));
        all = space == std::string_view::npos ? std::string_view() : all.substr(space + 1);
    }
}
constexpr bool has_alias(std::string_view all, std::string_view name) {
    bool found = false;
    each_alias(all, [&](std::string_view alias) { found = found || alias == name; });
    return found;
}
/// Levenshtein's distance, swapped neighbours counted as one; of names cut to 24 letters.
constexpr int distance(std::string_view a, std::string_view b) {
    constexpr std::size_t most = 24;
    a = a.substr(0, most);
    b = b.substr(0, most);
    int row[3][most + 1]{};
    for (std::size_t j = 0; j <= b.size(); ++j) row[0][j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int *const now = row[i % 3], *const before = row[(i + 2) % 3], *const earlier = row[(i + 1) % 3];
        now[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            int least = before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            if (before[j] + 1 < least) least = before[j] + 1;
            if (now[j - 1] + 1 < least) least = now[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && earlier[j - 2] + 1 < least) least = earlier[j - 2] + 1;
            now[j] = least;
        }
    }
    return row[a.size() % 3][b.size()];
}

}  // namespace detail

/// The words that a formula may use; a function is known by its place.
struct vocabulary {
    word const* words = nullptr;
    int count = 0;

    /// The place of the function of this name (- has two: with one operand and with two), or -1.
    constexpr int find(std::string_view name, int arity = -1) const {
        for (int i = 0; i < count; ++i)
            if ((arity < 0 || words[i].arity == arity) && (words[i].name == name || detail::has_alias(words[i].aliases, name))) return i;
        return -1;
    }

    /// The known name that differs from this one in the fewest letters.
    constexpr std::string_view nearest(std::string_view name) const {
        std::string_view best;
        int least = 1000;
        auto const consider = [&](std::string_view known) {
            if (known.empty() || !detail::is_letter(known[0])) return;
            if (int const d = detail::distance(name, known); d < least) least = d, best = known;
        };
        for (int i = 0; i < count; ++i) {
            consider(words[i].name);
            detail::each_alias(words[i].aliases, consider);
        }
        return best;
    }
};

}  // namespace leibniz
