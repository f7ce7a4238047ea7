#pragma once

#include <leibniz/evaluate/binding.hpp>

namespace leibniz::detail {

// One check at the door: it looks at types and at the finished graph, says what is wrong, and stops.

template <class Symbol>
struct without_value {
    static_assert(sizeof(Symbol) == 0,
                  "evaluate: a symbol of this expression has no value; add a binding such as x = 2.0");
};
template <class Symbol>
struct bound_twice {
    static_assert(sizeof(Symbol) == 0, "evaluate: a symbol is bound twice; leave one of its bindings out");
};
template <class Symbol>
struct not_in_the_expression {
    static_assert(sizeof(Symbol) == 0,
                  "evaluate: a binding names a symbol that this expression does not contain; leave it out");
};
template <class T>
struct not_a_number {
    static_assert(sizeof(T) == 0,
                  "evaluate: the bound value is no number; bind x = 2.0, or a column with #include <leibniz/eigen.hpp>");
};
template <class T>
struct not_a_whole_model {
    static_assert(sizeof(T) == 0,
                  "evaluate: integers cannot hold divisions, fractions or functions; bind a floating number: w = 1.0");
};

template <std::size_t Size>
consteval name<Size + 1> copied(std::string_view text) {
    char letters[Size + 1]{};
    for (std::size_t i = 0; i < Size; ++i) letters[i] = text[i];
    return letters;
}

template <class E>
struct too_large {
    static_assert(sizeof(E) == 0, "evaluate: an exact number of this expression leaves 64 bits; use smaller constants");
};
template <class F>
struct without_partials {
    static_assert(sizeof(F) == 0,
                  "diff: a function states no partial derivative; add `static constexpr term partial(auto u)` to its block");
};
template <class E>
struct a_matrix {
    static_assert(sizeof(E) == 0,
                  "diff: the derivative of a column by all rows of a column is a matrix; reduce it first, with sum(e) or mean(e)");
};
template <class T>
struct not_a_binding {
    static_assert(sizeof(T) == 0, "evaluate: expected bindings after the expression; write evaluate(e, x = 2.0)");
};

template <class>
struct tag {};

template <class E>
struct names_in_program {
    static consteval variable_name at(int i) { return compiled<E>::value.variables[i]; }
};
template <class B>
struct names_in_argument {
    static consteval variable_name at(int i) { return argument<B>::names[i]; }
};

/// The type that stands for a variable known by name, so that a message can show it.
template <class Names, int I>
consteval auto variable_at() {
    constexpr variable_name v = Names::at(I);
    constexpr auto spelled = copied<v.name.size()>(v.name);
    if constexpr (v.column) return column<spelled>{};
    else return symbol<spelled>{};
}

template <class E, class... B>
consteval int first_missing() {
    for (int v = 0; v < compiled<E>::value.variable_count; ++v)
        if (suppliers_v<compiled<E>::value, B...>.of[v] < 0) return v;
    return -1;
}

template <class E, class B>
consteval bool is_mentioned() {
    constexpr written const& variable = as_written<typename B::symbol>;
    return mentions(as_written<E>, variable.what, variable.name);
}

/// The first of an argument's names that another argument supplies too, or -1.
template <class B, class... All>
consteval int first_doubled() {
    name_table<argument<B>::size + 1> const mine(argument<B>::names, argument<B>::size);
    int const sizes[] = {argument<All>::size...};
    variable_name const* const names[] = {argument<All>::names...};
    buffer<int> suppliers(argument<B>::size);
    for (int b = 0; b < static_cast<int>(sizeof...(All)); ++b)
        for (int k = 0; k < sizes[b]; ++k)
            if (int const at = mine.find(names[b][k]); at >= 0 && ++suppliers[at] > 1) return at;
    return -1;
}

template <class T, auto const& Program>
consteval bool holds() {
    if constexpr (std::integral<T>)
        for (int i = 0; i < Program.size; ++i) {
            instruction const& step = Program.code[i];
            if (step.op == opcode::divide || step.op == opcode::call || step.d != 1) return false;
        }
    return true;
}

template <class>
inline constexpr bool binds_one_symbol = false;
template <variable S, class T>
inline constexpr bool binds_one_symbol<binding<S, T>> = true;

/// The sentence to be said, not yet said.
template <class Sentence>
struct refused {
    using sentence = Sentence;
};
struct admitted {};

template <class E, class... All>
consteval auto verdict_on_bindings() {
    return admitted{};
}
template <class E, class... All, class B, class... More>
consteval auto verdict_on_bindings(tag<B>, tag<More>... more) {
    if constexpr (!is_binding<B> && !is_record<B>) return refused<not_a_binding<B>>{};
    else if constexpr (constexpr int k = first_doubled<B, All...>(); k >= 0) return refused<bound_twice<decltype(variable_at<names_in_argument<B>, k>())>>{};
    else if constexpr (!argument<B>::columns && !number_like<typename argument<B>::number>) return refused<not_a_number<typename argument<B>::number>>{};
    else if constexpr (binds_one_symbol<B>) {
        if constexpr (!is_mentioned<E, B>()) return refused<not_in_the_expression<typename B::symbol>>{};
        else return verdict_on_bindings<E, All...>(more...);
    } else return verdict_on_bindings<E, All...>(more...);
}

template <class E, class... B>
consteval auto verdict() {
    using bindings = decltype(verdict_on_bindings<E, B...>(tag<B>{}...));
    if constexpr (canonical<E>.overflowed) return refused<too_large<E>>{};
    else if constexpr (canonical<E>.lacks_partials) return refused<without_partials<block<canonical<E>.lacking>>>{};
    else if constexpr (canonical<E>.is_matrix) return refused<a_matrix<E>>{};
    else if constexpr (!std::same_as<bindings, admitted>) return bindings{};
    else if constexpr (constexpr int missing = first_missing<E, B...>(); missing >= 0)
        return refused<without_value<decltype(variable_at<names_in_program<E>, missing>())>>{};
    else {
        using number = typename common_number<typename argument<B>::number...>::type;
        if constexpr (!holds<number, compiled<E>::value>()) return refused<not_a_whole_model<number>>{};
        else return admitted{};
    }
}

}  // namespace leibniz::detail
