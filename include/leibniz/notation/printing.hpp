#pragma once

#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/static_text.hpp>
#include <leibniz/notation/writer.hpp>
#include <leibniz/rules/canonical_form.hpp>

#include <cstddef>
#include <type_traits>

namespace leibniz::inline v0_1::detail {

/// A first attempt at a text: finds out whether it is short, and its length.
template <class E, class Style>
struct attempt {
    static constexpr int usual = 20'000;  // characters that are written without a trial run against the compiler's limits
    static constexpr int guess = Style::letters * canonical<E>.node_count + 8;
    static constexpr int usual_levels = 30;  // of nested operations; each takes up to 12 of the compilers' 512 nested calls
    static constexpr bool is_deep = is_deeper(canonical<E>, usual_levels);
    static constexpr bool is_usual = is_small(canonical<E>, 400) && !is_deep;
    static constexpr auto tried(view of) {
        if constexpr (is_usual) return fixed_text<guess>(written_text<Style>(of, usual));
        else return fixed_text<0>({});
    }
    static constexpr auto text = tried(canonical<E>);
    static constexpr bool is_short = is_usual && text.size <= usual;
    static constexpr int done(view of = canonical<E>) {  // including the cost of copying the characters
        buffer<char> const letters = written_text<Style>(of);
        buffer<char> copy;
        for (char c : letters) copy.push(c);
        return copy.size();
    }
};

/// The text in static storage: that of the first attempt, or else an array of exactly its size. (Copying costs a compiler
/// half as much as writing.)
template <class E, class Style>
struct printed {
    using first = attempt<E, Style>;
    static constexpr bool is_there = first::is_short && first::text.size <= first::guess;
    static constexpr int size() {
        if constexpr (first::is_short) return first::text.size;
        else return first::done();
    }
    static constexpr auto exact(view of) {
        if constexpr (is_there) return fixed_text<0>({});
        else return fixed_text<size()>(written_text<Style>(of));
    }
    static constexpr auto value = exact(canonical<E>);
    static constexpr text_view report() {
        if constexpr (is_there) return {first::text.letters, static_cast<std::size_t>(first::text.size)};
        else return {value.letters, static_cast<std::size_t>(value.size)};
    }
};

template <class E>
struct endless_text {
    static consteval int report() {
        static_assert(!sizeof(E),
                      "text: this formula has more than a million characters; with #include <leibniz/algebra.hpp> write text(shared(e))");
        return 0;
    }
};

template <class E>
struct too_deep_to_print {
    static consteval int report() {
#ifdef __clang__
        static_assert(!sizeof(E),
                      "the operations of this formula are nested too deeply to be printed; with #include <leibniz/algebra.hpp> write "
                      "text(shared(e)), or add the flags -fconstexpr-depth=10000 -fconstexpr-steps=2000000000");
#else
        static_assert(!sizeof(E),
                      "the operations of this formula are nested too deeply to be printed; with #include <leibniz/algebra.hpp> write "
                      "text(shared(e)), or add the flags -fconstexpr-depth=10000 -fconstexpr-ops-limit=2000000000");
#endif
        return 0;
    }
};

template <class Printed>
struct printable {
    using sentence = Printed;
};

template <class E, class Style>
consteval auto diagnose_text() {
    using formula = decltype(diagnose_formula<E>());
    if constexpr (!std::same_as<formula, accepted>) return formula{};
    else if constexpr (attempt<E, Style>::is_short && attempt<E, Style>::text.size == 0) return refused<without_form<E>>{};
    else if constexpr (attempt<E, Style>::is_short) return printable<printed<E, Style>>{};
    else if constexpr (!within_limits<attempt<E, Style>>)
        return refused<std::conditional_t<attempt<E, Style>::is_deep, too_deep_to_print<int>, beyond_the_limits<int>>>{};
    else if constexpr (attempt<E, Style>::done() > writer::endless) return refused<endless_text<E>>{};
    else return printable<printed<E, Style>>{};
}

/// The class whose report() returns the text of E in a style, or reports why there is none. (An alias, because each function
/// between the message and the user adds two lines to the message.)
template <class Style, class E>
using written_form = typename decltype(diagnose_text<E, Style>())::sentence;
constexpr text_view as_text(text_view printed) { return printed; }
constexpr text_view as_text(int) { return "?"; }

}  // namespace leibniz::inline v0_1::detail
