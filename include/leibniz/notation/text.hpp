#pragma once

#include <leibniz/calculus/sound.hpp>
#include <leibniz/notation/writer.hpp>
#include <leibniz/rules/canonical.hpp>

#include <iosfwd>
#include <string_view>

namespace leibniz {

namespace detail {

/// Characters in exactly the room they need. A first guess is rebuilt once at the size found.
template <class E>
struct printed {
    template <int Capacity>
    struct characters {
        char letters[static_cast<unsigned>(Capacity + 1)]{};
        int size = 0;
        constexpr explicit characters(buffer<char> const& text) : size(text.size()) {
            for (int i = 0; i < size && i < Capacity; ++i) letters[i] = text[i];
        }
    };
    static constexpr int guess = 8 * canonical<E>.node_count + 8;
    static constexpr characters<guess> first{written_text(canonical<E>)};
    static constexpr auto exact() {
        if constexpr (first.size <= guess) {
            buffer<char> text;
            for (int i = 0; i < first.size; ++i) text.push(first.letters[i]);
            return characters<first.size>(text);
        } else {
            return characters<first.size>(written_text(canonical<E>));
        }
    }
    static constexpr auto value = exact();
};

}  // namespace detail

/// The canonical form as a person writes it: `text(diff(pow<2>(w*x - y), w)) == "2*x*(w*x - y)"`.
template <expression E>
constexpr std::string_view text(E) {
    using verdict = decltype(detail::verdict_on_formula<E>());
    if constexpr (!std::same_as<verdict, detail::admitted>) return {"?", static_cast<std::size_t>(verdict::sentence::say())};
    else return {detail::printed<E>::value.letters, static_cast<std::size_t>(detail::printed<E>::value.size)};
}

template <class Char, class Traits, expression E>
std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out, E e) {
    return out << text(e);
}

}  // namespace leibniz
