#pragma once

#include <leibniz/graph/buffer.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/utf8.hpp>
#include <leibniz/notation/names.hpp>

namespace leibniz::inline v0_1::detail {

/// New spellings for names of a worksheet that a style would write like another: w_1 beside w1.
template <class Sheet, class Style>
struct distinct_names {
    struct found {
        buffer<text_view> symbols{};
        buffer<char> letters{};
        buffer<int> ends{};
    };
    static constexpr void spell(found& result, written_names<Style>& names, text_view symbol) {
        int const place = names.add(symbol);
        buffer<char> usual;
        Style::name(usual, symbol, false);
        if (names[place] == text_view(usual.begin(), static_cast<std::size_t>(usual.size()))) return;
        result.symbols.push(symbol);
        put(result.letters, names[place]);
        result.ends.push(result.letters.size());
    }
    static constexpr found all() {
        auto const& sheet = Sheet::value;
        auto const& e = sheet.extent;
        found result;
        buffer<text_view> others;  // after the plain ones, which keep their names
        written_names<Style> names;
        auto const is_variable = [&](text_view symbol) {
            for (int v = 0; v < e.variables; ++v)
                if (sheet.variable(v) == symbol) return true;
            return false;
        };
        auto const take = [&](text_view symbol) {
            if (is_plain(symbol)) names.add(symbol);
            else others.push(symbol);
        };
        for (int v = 0; v < e.variables; ++v) take(sheet.variable(v));
        for (int k = e.forward + e.local; k < e.lines(); ++k)  // by what the model does not have
            if (!is_variable(sheet.lines[k].by)) take(sheet.lines[k].by);
        for (text_view symbol : others) spell(result, names, symbol);
        return result;
    }
    static constexpr bool needed() {
        if constexpr (Style::renames)
            for (int v = 0; v < Sheet::value.extent.variables; ++v)
                if (!is_plain(Sheet::value.variable(v))) return true;
        return false;
    }
    struct sizes {
        int letters = 0, count = 0;
    };
    static constexpr sizes size = [] {
        if constexpr (needed()) {
            found const f = all();
            return sizes{f.letters.size(), f.symbols.size()};
        } else return sizes{};
    }();
    static constexpr int count = size.count;

    struct kept {
        text_view symbols[static_cast<unsigned>(count + 1)]{};
        char letters[static_cast<unsigned>(size.letters + 1)]{};
        int ends[static_cast<unsigned>(count + 1)]{};
        constexpr kept() {
            if constexpr (count > 0) {
                found const f = all();
                for (int k = 0; k < size.letters; ++k) letters[k] = f.letters[k];
                for (int k = 0; k < count; ++k) symbols[k] = f.symbols[k], ends[k] = f.ends[k];
            }
        }
    };
    static constexpr kept those{};
    static constexpr spelled_names value{those.symbols, those.letters, those.ends, count};
};

}  // namespace leibniz::detail
