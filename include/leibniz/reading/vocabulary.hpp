#pragma once

#include <leibniz/graph/row.hpp>
#include <leibniz/language/name.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/reading/other_names.hpp>
#include <leibniz/reading/word_hash.hpp>

namespace leibniz::inline v0_1 {

/// How a function is called in text: what the parser knows of a row of the table.
struct word {
    text_view name, aliases;  // aliases: separated by spaces
    int arity = 1;
    bool any_number = false;  // of arguments, taken two by two from the left: max(a, b, c)
    text_view others{};       // by which all arguments but the first are gathered before: softmax(a, b, c)
};

namespace detail {

template <class F>
static constexpr word word_of{whole(F::text), whole(F::aliases), F::arity, F::any_number, whole(F::others)};

template <class F>
constexpr void each_alias(text_view all, F f) {
    while (!all.empty()) {
        std::size_t const space = all.find(' ');
        f(all.substr(0, space));
        all = space == text_view::npos ? text_view() : all.substr(space + 1);
    }
}
constexpr std::size_t alike_in_front(text_view a, text_view b) {
    std::size_t k = 0;
    while (k < a.size() && k < b.size() && a[k] == b[k]) ++k;
    return k;
}

/// Levenshtein's distance, swapped neighbours counted as one, capitals as small letters; of names cut to 24 letters.
constexpr int distance(text_view a, text_view b) {
    constexpr std::size_t most = 24;
    a = a.substr(0, most);
    b = b.substr(0, most);
    int row[3][most + 1]{};
    for (std::size_t j = 0; j <= b.size(); ++j) row[0][j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int *const now = row[i % 3], *const before = row[(i + 2) % 3], *const earlier = row[(i + 1) % 3];
        now[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            int least = before[j - 1] + (small(a[i - 1]) == small(b[j - 1]) ? 0 : 1);
            if (before[j] + 1 < least) least = before[j] + 1;
            if (now[j - 1] + 1 < least) least = now[j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && earlier[j - 2] + 1 < least) least = earlier[j - 2] + 1;
            now[j] = least;
        }
    }
    return row[a.size() % 3][b.size()];
}

}  // namespace detail

namespace detail {

struct word_slot {
    unsigned hash = 0;
    int word = -1;  // -1: free
    text_view name{};
};

/// Every name and alias in a hash table: looking through a list at each name of a formula took most of its reading.
template <unsigned Slots>
struct word_table {
    word_slot slots[Slots]{};

    constexpr word_table(word const* words, int count) {
        for (int i = 0; i < count; ++i) {
            put(words[i].name, i);
            each_alias(words[i].aliases, [&](text_view alias) { put(alias, i); });
        }
    }

private:
    constexpr void put(text_view name, int word) {
        unsigned const hash = word_hash::of(name);
        unsigned i = hash % Slots;
        while (slots[i].word >= 0) i = (i + 1) % Slots;
        slots[i] = {hash, word, name};
    }
};

/// Twice as many slots as names, at least.
constexpr unsigned slots_for(word const* words, int count) {
    unsigned names = 1, slots = 2;
    for (int i = 0; i < count; ++i) {
        ++names;
        each_alias(words[i].aliases, [&](text_view) { ++names; });
    }
    while (slots < 2 * names) slots *= 2;
    return slots;
}

}  // namespace detail

/// The words that a formula may use; a function is known by its place.
struct vocabulary {
    word const* words = nullptr;
    int count = 0;
    detail::word_slot const* table = nullptr;
    unsigned slots = 0;

    /// The place of the function of this name (- has two: with one operand and with two), or -1.
    constexpr int find(text_view name, int arity = -1) const { return find(name, arity, detail::word_hash::of(name)); }
    constexpr int find(text_view name, int arity, unsigned hash) const {
        for (unsigned i = hash & (slots - 1);; i = (i + 1) & (slots - 1)) {
            detail::word_slot const& s = table[i];
            if (s.word < 0) return -1;
            if (s.hash == hash && s.name.size() == name.size() && __builtin_memcmp(s.name.data(), name.data(), name.size()) == 0 &&
                (arity < 0 || words[s.word].arity == arity))
                return s.word;
        }
    }

    /// True if this name may mean a known one: at least half of the letters agree.
    static constexpr bool is_near(text_view name, text_view known) {
        return 2 * detail::distance(name, known) <= static_cast<int>(name.size());
    }
    /// What to write for another language's name; else the known name that differs from this one in the fewest letters.
    constexpr text_view nearest(text_view name) const {
        text_view best = detail::meant_by(name);
        if (!best.empty()) return best;
        int least = 1000;
        auto const consider = [&](text_view known) {
            if (known.empty() || !detail::is_letter(known[0])) return;
            int const d = detail::distance(name, known);  // of equally near ones, the one that begins alike
            if (d < least || (d == least && detail::alike_in_front(name, known) > detail::alike_in_front(name, best)))
                least = d, best = known;
        };
        for (int i = 0; i < count; ++i) {
            consider(words[i].name);
            detail::each_alias(words[i].aliases, consider);
        }
        return best;
    }
};

}  // namespace leibniz::inline v0_1
