#pragma once

#include <leibniz/calculus/sound.hpp>
#include <leibniz/notation/writer.hpp>
#include <leibniz/rules/canonical.hpp>

#include <string_view>

namespace leibniz::detail {

template <int Capacity>
struct fixed_text {
    char letters[static_cast<unsigned>(Capacity + 1)]{};
    int size = 0;
    constexpr explicit fixed_text(buffer<char> const& text) : size(text.size()) {
        for (int i = 0; i < size && i < Capacity; ++i) letters[i] = text[i];
    }
};

/// A first attempt at a text: whether it is short, and how many characters it has.
template <class E, class Style>
struct attempt {
    static constexpr int usual = 20'000;  // characters that are written without asking whether the compiler's limits allow
    static constexpr int guess = Style::letters * canonical<E>.node_count + 8;
    static constexpr bool is_usual = is_small(canonical<E>, 400);
    static constexpr auto tried() {
        if constexpr (is_usual) return fixed_text<guess>(written_text<Style>(canonical<E>, usual));
        else return fixed_text<0>({});
    }
    static constexpr auto text = tried();
    static constexpr bool is_short = is_usual && text.size <= usual;
    static constexpr int done() { return written_text<Style>(canonical<E>).size(); }
};

/// Characters in exactly the room they need.
template <class E, class Style>
struct printed {
    static constexpr auto exact() {
        using first = attempt<E, Style>;
        if constexpr (first::is_short && first::text.size <= first::guess) {
            buffer<char> text;
            for (int i = 0; i < first::text.size; ++i) text.push(first::text.letters[i]);
            return fixed_text<first::text.size>(text);
        } else if constexpr (first::is_short) {
            return fixed_text<first::text.size>(written_text<Style>(canonical<E>));
        } else {
            return fixed_text<first::done()>(written_text<Style>(canonical<E>));
        }
    }
    static constexpr auto value = exact();
};

template <class E>
struct endless_text {
    static consteval int say() {
        static_assert(!sizeof(E), "text: this formula has more than a million characters; evaluate it, or print its parts");
        return 0;
    }
};

template <class E, class Style>
consteval auto verdict_on_text() {
    using formula = decltype(verdict_on_formula<E>());
    if constexpr (!std::same_as<formula, admitted>) return formula{};
    else if constexpr (attempt<E, Style>::is_short) return admitted{};
    else if constexpr (!within_limits<attempt<E, Style>>) return refused<beyond_the_limits<int>>{};
    else if constexpr (attempt<E, Style>::done() > writer::endless) return refused<endless_text<E>>{};
    else return admitted{};
}

/// The canonical form in a style, in static storage.
template <class Style, class E>
constexpr std::string_view printed_as() {
    using verdict = decltype(verdict_on_text<E, Style>());
    if constexpr (!std::same_as<verdict, admitted>) return {"?", static_cast<std::size_t>(verdict::sentence::say())};
    else return {printed<E, Style>::value.letters, static_cast<std::size_t>(printed<E, Style>::value.size)};
}

}  // namespace leibniz::detail
