#pragma once

#include <leibniz/notation/line_pieces.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace leibniz {
namespace detail {

/// The value of a function for numbers of type T; of what is not exact none for fractions.
template <class T, class F>
constexpr auto value_for() -> T (*)(T const*) {
    if constexpr (is_exact<F> || !std::is_same_v<T, rational>) return &value_of<F, T>;
    else return nullptr;
}
template <class Sheet, class T, class Numbers = std::make_index_sequence<static_cast<std::size_t>(all_code<Sheet>::called.count)>>
struct calls;
template <class Sheet, class T, std::size_t... K>
struct calls<Sheet, T, std::index_sequence<K...>> {
    struct table {
        T (*of[sizeof...(K) + 1])(T const*);
    };
    static constexpr table value{{value_for<T, block<all_code<Sheet>::called.of[K]>>()..., nullptr}};
};

template <int Letters, int Pieces>
struct kept_names {
    char letters[static_cast<unsigned>(Letters + 1)]{};
    int ends[static_cast<unsigned>(Pieces + 1)]{};
    int size = 0;
    constexpr kept_names(char const* from, int letter_count, int const* from_ends) : size(letter_count) {
        if (size <= Letters) copy_letters(letters, from, size);
        for (int k = 0; k < Pieces; ++k) ends[k] = from_ends[k];
    }
};

/// The names of lines and the formulas of sums, which no number changes, and the numbers of sums with slots: behind those
/// of the variables there are slots for the values of all lines, then of all sums.
template <class Sheet, class Style>
struct names_of {
    using notation = calculus_notation<Style>;
    static constexpr int pieces = Sheet::value.extent.lines() + 3 * Sheet::value.extent.sums, guess = 2 * Style::letters * pieces;

    template <int Letters>
    static constexpr kept_names<Letters, pieces> build() {
        auto const& sheet = Sheet::value;
        buffer<char> out;
        buffer<int> ends;
        out.reserve(Letters);
        ends.reserve(pieces);
        constexpr auto const& spelled = distinct_names<Sheet, Style>::value;
        std::string_view const whole = sheet.variable(sheet.extent.forward - 1);
        auto const end = [&] { ends.push(out.size()); };
        auto const again = [&](int piece) {
            int const from = piece == 0 ? 0 : ends[piece - 1];
            out.append_own(from, ends[piece] - from);
        };
        for (sheet_line const *l = sheet.lines, *last = l + sheet.extent.lines(); l != last; ++l) {
            if (l->by.empty()) notation::name(out, l->of, spelled);
            else if (l->direct) notation::direct(out, l->of, l->by, spelled);
            else notation::ratio(out, l->of, l->by, spelled);
            end();
        }
        int const of_line = sheet.extent.variables + sheet.extent.forward, of_sum = sheet.extent.variables + sheet.extent.lines();
        for (int s = 0; s < sheet.extent.sums; ++s) {
            sheet_sum const& sum = sheet.sums[s];
            sheet_term const *const begin = sheet.terms + sum.first, *const last = begin + sum.count;
            notation::ratio(out, whole, sum.by, spelled);
            end();
            for (sheet_term const* t = begin; t != last; ++t) {
                if (t != begin) put(out, notation::plus);
                if (t->upstream >= 0) again(sheet.extent.lines() + 3 * t->upstream), put(out, notation::times);
                again(sheet.extent.forward + t->local);
            }
            end();
            for (sheet_term const* t = begin; t != last; ++t) {
                if (t != begin) put(out, notation::plus);
                if (t->upstream >= 0) put_slot(out, of_sum + t->upstream, true), put(out, notation::tight_times);
                put_slot(out, of_line + t->local, true);
            }
            end();
        }
        return {out.begin(), out.size(), ends.begin()};
    }
    static constexpr auto first = build<guess>();
    static constexpr auto exact() {
        if constexpr (first.size <= guess) return kept_names<first.size, pieces>(first.letters, first.size, first.ends);
        else return build<first.size>();
    }
    static constexpr auto value = exact();
};

/// What is left of a worksheet at run time: no graph, no rules.
template <class Sheet>
struct outline {
    static constexpr sheet_extent extent = Sheet::value.extent;
    sheet_line lines[static_cast<unsigned>(extent.lines() + 1)]{};
    sheet_sum sums[static_cast<unsigned>(extent.sums + 1)]{};
    sheet_term terms[static_cast<unsigned>(extent.terms + 1)]{};
    std::string_view variables[static_cast<unsigned>(extent.variables + 1)]{};
    int nodes[static_cast<unsigned>(extent.variables + 1)]{}, results[static_cast<unsigned>(extent.lines() + 1)]{};
    sheet_instruction code[static_cast<unsigned>(all_code<Sheet>::size + 1)]{};

    constexpr outline() {
        auto const& from = Sheet::value;
        for (int i = 0; i < extent.lines(); ++i) lines[i] = from.lines[i];
        for (int i = 0; i < extent.sums; ++i) sums[i] = from.sums[i];
        for (int i = 0; i < extent.terms; ++i) terms[i] = from.terms[i];
        for (int i = 0; i < extent.variables; ++i) variables[i] = from.variable(i), nodes[i] = from.variables[i];
        auto list = all_code<Sheet>::called;
        all_code<Sheet>::join(code, results, list);
    }
};
template <class Sheet>
static constexpr outline<Sheet> outline_of{};

}  // namespace detail

/// The same, whatever the model: what the run time works on.
struct sheet_view {
    sheet_extent extent;
    sheet_line const* lines;
    sheet_sum const* sums;
    sheet_term const* terms;
    std::string_view const* variables;
    int const* nodes;  // of the variables: in the order in which the model names them
    sheet_instruction const* code;
    int code_size;
    int const* results;  // of the lines
};

/// Texts one behind the other.
struct sheet_text {
    char const* letters;
    int const* ends;
    constexpr std::string_view operator[](int k) const {
        int const begin = k == 0 ? 0 : ends[k - 1];
        return {letters + begin, static_cast<std::size_t>(ends[k] - begin)};
    }
};

namespace detail {
template <class Sheet>
constexpr sheet_view seen() {
    constexpr auto const& o = outline_of<Sheet>;
    return {o.extent, o.lines, o.sums, o.terms, o.variables, o.nodes, o.code, all_code<Sheet>::size, o.results};
}

/// The lines of a worksheet in a style: their formulas, with slots (see `put_slot`) or with names, and what is written
/// beside them.
template <class Sheet, class Style, bool Slots>
constexpr sheet_text text_of() {
    using work = std::conditional_t<Slots && std::is_same_v<Style, text_style>, code_work<Sheet>, text_work<Sheet, Style, Slots>>;
    constexpr auto const& all = all_lines<Sheet, work>::value;
    return {all.letters, all.ends};
}
template <class Sheet, class Style>
constexpr sheet_text names_in() {
    constexpr auto const& all = names_of<Sheet, Style>::value;
    return {all.letters, all.ends};
}
}  // namespace detail
}  // namespace leibniz
