#pragma once

#include <leibniz/backpropagation/line_pieces.hpp>
#include <leibniz/language/text_view.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>

namespace leibniz::inline v0_1 {
namespace detail {

/// The value of a function for numbers of type T; none for fractions if it is not exact.
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

/// The part of a worksheet that run time needs: no graph, no rules.
template <class Sheet>
struct outline {
    static constexpr sheet_extent extent = Sheet::value.extent;
    sheet_line lines[static_cast<unsigned>(extent.lines() + 1)]{};
    sheet_sum sums[static_cast<unsigned>(extent.sums + 1)]{};
    sheet_term terms[static_cast<unsigned>(extent.terms + 1)]{};
    text_view variables[static_cast<unsigned>(extent.variables + 1)]{};
    int nodes[static_cast<unsigned>(extent.variables + 1)]{}, results[static_cast<unsigned>(extent.lines() + 1)]{};
    sheet_instruction code[static_cast<unsigned>(all_code<Sheet>::size + 1)]{};

    // It takes a parameter because g++ evaluates a call without one twice.
    constexpr explicit outline(typename all_code<Sheet>::functions list) {
        auto const& from = Sheet::value;
        for (int i = 0; i < extent.lines(); ++i) lines[i] = from.lines[i];
        for (int i = 0; i < extent.sums; ++i) sums[i] = from.sums[i];
        for (int i = 0; i < extent.terms; ++i) terms[i] = from.terms[i];
        for (int i = 0; i < extent.variables; ++i) variables[i] = from.variable(i), nodes[i] = from.variables[i];
        all_code<Sheet>::join(code, results, list);
    }
};
template <class Sheet>
static constexpr outline<Sheet> outline_of{all_code<Sheet>::called};

}  // namespace detail

/// A view of it, of one type for all models.
struct sheet_view {
    sheet_extent extent;
    sheet_line const* lines;
    sheet_sum const* sums;
    sheet_term const* terms;
    text_view const* variables;
    int const* nodes;  // of the variables, in the order in which the model names them
    sheet_instruction const* code;
    int code_size;
    int const* results;  // of the lines

    constexpr text_view variable(int v) const { return variables[v]; }
};

/// Concatenated texts.
struct sheet_text {
    char const* letters;
    int const* ends;
    constexpr text_view operator[](int k) const {
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

/// The formulas of a worksheet's lines in one style, with slots (see `put_slot`) or with names.
template <class Sheet, class Style, bool Slots>
constexpr sheet_text text_of() {
    using work = std::conditional_t<Slots && std::is_same_v<Style, text_style>, code_work<Sheet>, text_work<Sheet, Style, Slots>>;
    constexpr auto const& all = all_lines<Sheet, work>::value;
    return {all.letters, all.ends};
}
}  // namespace detail
}  // namespace leibniz::inline v0_1
