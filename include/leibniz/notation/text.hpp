#pragma once

#include <leibniz/calculus/sound.hpp>
#include <leibniz/notation/writer.hpp>
#include <leibniz/rules/canonical.hpp>

#include <iosfwd>
#include <string_view>

namespace leibniz {

namespace detail {

template <int Capacity>
struct fixed_text {
    char letters[static_cast<unsigned>(Capacity + 1)]{};
    int size = 0;
    constexpr explicit fixed_text(buffer<char> const& text) : size(text.size()) {
        for (int i = 0; i < size && i < Capacity; ++i) letters[i] = text[i];
    }
};

/// A first attempt at a text: whether it is short, and how many characters it has.
template <class E>
struct attempt {
    static constexpr int usual = 20'000;  // characters that are written without asking whether the compiler's limits allow
    static constexpr int guess = 8 * canonical<E>.node_count + 8;
    static constexpr bool is_usual = is_small(canonical<E>, 400);
    static constexpr auto tried() {
        if constexpr (is_usual) return fixed_text<guess>(written_text(canonical<E>, usual));
        else return fixed_text<0>({});
    }
    static constexpr auto text = tried();
    static constexpr bool is_short = is_usual && text.size <= usual;
    static constexpr int done() { return written_text(canonical<E>).size(); }
};

/// Characters in exactly the room they need.
template <class E>
struct printed {
    static constexpr auto exact() {
        using first = attempt<E>;
        if constexpr (first::is_short && first::text.size <= first::guess) {
            buffer<char> text;
            for (int i = 0; i < first::text.size; ++i) text.push(first::text.letters[i]);
            return fixed_text<first::text.size>(text);
        } else if constexpr (first::is_short) {
            return fixed_text<first::text.size>(written_text(canonical<E>));
        } else {
            return fixed_text<first::done()>(written_text(canonical<E>));
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

template <class E>
consteval auto verdict_on_text() {
    using formula = decltype(verdict_on_formula<E>());
    if constexpr (!std::same_as<formula, admitted>) return formula{};
    else if constexpr (attempt<E>::is_short) return admitted{};
    else if constexpr (!within_limits<attempt<E>>) return refused<beyond_the_limits<int>>{};
    else if constexpr (attempt<E>::done() > writer::endless) return refused<endless_text<E>>{};
    else return admitted{};
}

}  // namespace detail

/// The canonical form as a person writes it: `text(diff(pow<2>(w*x - y), w)) == "2*x*(w*x - y)"`.
template <expression E>
constexpr std::string_view text(E) {
    using verdict = decltype(detail::verdict_on_text<E>());
    if constexpr (!std::same_as<verdict, detail::admitted>) return {"?", static_cast<std::size_t>(verdict::sentence::say())};
    else return {detail::printed<E>::value.letters, static_cast<std::size_t>(detail::printed<E>::value.size)};
}

template <class Char, class Traits, expression E>
std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out, E e) {
    return out << text(e);
}

}  // namespace leibniz
