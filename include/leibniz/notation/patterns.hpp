#pragma once

#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/writer.hpp>

#include <cstddef>

namespace leibniz::inline v0_1 {

// Functions that a style does not write as calls: |x|, np.maximum(x, y), a choice with its conditions. Only styles that have
// `patterns` include this header; text has none.

/// Writes a pattern: #1, #2, ... are operands, @1 an operand in parentheses if it has several parts. Where conditions are not
/// numbers, ?1 is an operand as a condition, and ~1 its negation.
template <class Style>
constexpr void styled_writer<Style>::pattern(int i, text_view p) {
    if (p[0] == '+' || p[0] == '*') p.remove_prefix(1);
    opened_ = out_.size();
    for (std::size_t k = 0; k < p.size(); ++k) {
        std::size_t place = k;
        while (place < p.size() && p[place] != '#' && p[place] != '@' && p[place] != '?' && p[place] != '~') ++place;
        Style::verbatim(out_, p.substr(k, place - k));
        if (place == p.size()) return;
        char const how = p[place];
        int const operand = of_.operand(i, p[k = place + 1] - '1');
        if constexpr (Style::truth) {
            if (how == '?') {
                condition(operand);
                continue;
            }
            if (how == '~') {
                negated(operand);
                continue;
            }
        }
        if (how == '#') opened_ = out_.size(), expression(operand);
        else atom(operand, !shape_.is_atom(operand));
    }
}

/// Writes an operand as a condition; a number becomes `number != 0`.
template <class Style>
constexpr void styled_writer<Style>::condition(int i) {
    node const& n = of_[i];
    if (n.what != kind::call || !Style::is_condition(*n.fn)) {
        put(Style::nonzero);
        expression(i);
        return put(Style::nonzero_end);
    }
    if (!detail::is_letter(n.fn->name[0])) {
        bool const infix = Style::relation(out_, *n.fn, true);
        expression(of_.operand(i, 0));
        if (infix) put(glyphs(" ")), put(n.fn->name), put(glyphs(" "));
        else put(Style::comma);
        expression(of_.operand(i, 1));
        Style::relation(out_, *n.fn, false);
        return;
    }
    base::put_function_call(*n.fn);
    put(Style::opening);
    for (int k = 0; k < n.count; ++k) {
        if (k > 0) put(Style::comma);
        condition(of_.operand(i, k));
    }
    put(Style::closing);
}

template <class Style>
constexpr void styled_writer<Style>::negated(int i) {
    bool const is_sum = of_.is(i, kind::sum);
    if (is_sum || !order_[i].coefficient.is_negative()) put(Style::negative);
    if (is_sum) atom(i, true);
    else term(i);
}

}  // namespace leibniz::inline v0_1
