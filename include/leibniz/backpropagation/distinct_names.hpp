#pragma once

#include <leibniz/graph/buffer.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/utf8.hpp>
#include <leibniz/notation/names.hpp>

namespace leibniz::inline v0_1::detail {

/// New spellings for names of a worksheet that a style would write like another: w_1 beside w1.
template <class Style>
struct new_spellings {
    buffer<text_view> symbols{};
    buffer<char> letters{};
    buffer<int> ends{};

    /// Of a worksheet, or of what has its extent, its lines and the name of each variable.
    template <class Sheet>
    constexpr explicit new_spellings(Sheet const& sheet) {
        auto const& e = sheet.extent;
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
        for (text_view symbol : others) spell(names, symbol);
    }
    spelled_names seen() const { return {symbols.begin(), letters.begin(), ends.begin(), symbols.size()}; }

private:
    constexpr void spell(written_names<Style>& names, text_view symbol) {
        int const place = names.add(symbol);
        buffer<char> usual;
        Style::name(usual, symbol, false);
        if (names[place] == text_view(usual.begin(), static_cast<std::size_t>(usual.size()))) return;
        symbols.push(symbol);
        put(letters, names[place]);
        ends.push(letters.size());
    }
};

/// The same, found while compiling.
template <class Sheet, class Style>
struct distinct_names {
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
            new_spellings<Style> const f(Sheet::value);
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
                new_spellings<Style> const f(Sheet::value);
                for (int k = 0; k < size.letters; ++k) letters[k] = f.letters[k];
                for (int k = 0; k < count; ++k) symbols[k] = f.symbols[k], ends[k] = f.ends[k];
            }
        }
    };
    static constexpr kept those{};
    static constexpr spelled_names value{those.symbols, those.letters, those.ends, count};
};

}  // namespace leibniz::inline v0_1::detail
