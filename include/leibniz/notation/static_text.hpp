#pragma once

#include <leibniz/calculus/diagnosis.hpp>
#include <leibniz/language/text_view.hpp>

namespace leibniz::inline v0_1::detail {

/// Copies four at a time: in constant evaluation the loop costs more than its body.
constexpr void copy_letters(char* to, char const* from, int count) {
    for (; count >= 4; count -= 4, to += 4, from += 4) to[0] = from[0], to[1] = from[1], to[2] = from[2], to[3] = from[3];
    for (; count > 0; --count) *to++ = *from++;
}

template <int Capacity>
struct fixed_text {
    char letters[static_cast<unsigned>(Capacity + 1)]{};
    int size = 0;
    constexpr explicit fixed_text(buffer<char> const& text) : fixed_text(text.begin(), text.size()) {}
    constexpr fixed_text(char const* from, int count) : size(count) { copy_letters(letters, from, count < Capacity ? count : Capacity); }
};

/// Stores the text of `Written::written(Written::shown)` at exactly its size. `Written::guess` characters are tried first. Where
/// `Written::is_usual` is false, a first run finds out whether the compiler's limits suffice.
template <class Written>
struct static_writing {
    using input = decltype(Written::shown);
    static constexpr int done(input const& of = Written::shown) { return Written::written(of).size(); }
    static constexpr fixed_text<Written::guess> first{Written::written(Written::shown)};
    static constexpr auto exact(input const& of) {
        if constexpr (first.size > Written::guess) return fixed_text<first.size>(Written::written(of));
        else return fixed_text<first.size>(first.letters, first.size);
    }
    static constexpr auto value = exact(Written::shown);
};

template <class E, class Written>
consteval auto diagnose_written() {
    if constexpr (requires { Written::shows_matrices; }) return std::type_identity<decltype(diagnose_formula<E>())>{};
    else return std::type_identity<decltype(diagnose_numbers<E>())>{};
}
template <class E, class Written>
consteval auto diagnose_writing() {
    using formula = typename decltype(diagnose_written<E, Written>())::type;
    if constexpr (!std::same_as<formula, accepted>) return formula{};
    else if constexpr (Written::is_usual) return accepted{};
    else if constexpr (!within_limits<static_writing<Written>>) return refused<beyond_the_limits<int>>{};
    else return accepted{};
}

/// The text of `Written`, which shows E, in static storage.
template <class E, class Written>
constexpr text_view static_text() {
    using diagnosis = decltype(diagnose_writing<E, Written>());
    if constexpr (!std::same_as<diagnosis, accepted>) return {"?", static_cast<std::size_t>(diagnosis::sentence::report())};
    else if constexpr (requires { Written::shows_matrices; } && static_writing<Written>::value.size == 0)
        return {"?", static_cast<std::size_t>(without_form<E>::report())};
    else return {static_writing<Written>::value.letters, static_cast<std::size_t>(static_writing<Written>::value.size)};
}

}  // namespace leibniz::inline v0_1::detail
