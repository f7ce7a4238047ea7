#pragma once

#include <leibniz/calculus/diagnosis.hpp>
#include <leibniz/evaluate/binding.hpp>

namespace leibniz::detail {

// One check at the door: it looks at types and at the finished graph, says what is wrong, and stops.

template <class Symbol>
struct without_value {
    static consteval int report() {
        static_assert(!sizeof(Symbol),
                      "evaluate: a symbol of this expression has no value; add a binding such as x = 2.0");
        return 0;
    }
};
template <class Symbol>
struct bound_twice {
    static consteval int report() {
        static_assert(!sizeof(Symbol), "evaluate: a symbol is bound twice; leave one of its bindings out");
        return 0;
    }
};
template <class Symbol>
struct not_in_the_expression {
    static consteval int report() {
        static_assert(!sizeof(Symbol),
                      "evaluate: a binding names a symbol that this expression does not contain; leave it out");
        return 0;
    }
};
template <class T>
struct not_a_number {
    static consteval int report() {
        static_assert(!sizeof(T),
                      "evaluate: the bound value is no number; bind x = 2.0, or a column with #include <leibniz/eigen.hpp>");
        return 0;
    }
};
template <class T>
struct not_a_whole_model {
    static consteval int report() {
        static_assert(!sizeof(T),
                      "evaluate: integers cannot hold divisions, fractions or functions; bind a floating number: w = 1.0");
        return 0;
    }
};

template <std::size_t Size>
consteval name<Size + 1> copied(std::string_view text) {
    char letters[Size + 1]{};
    for (std::size_t i = 0; i < Size; ++i) letters[i] = text[i];
    return letters;
}

template <class T>
struct not_exact {
    static consteval int report() {
        static_assert(!sizeof(T), "evaluate: exact numbers cannot hold functions; bind a floating number: w = 1.0");
        return 0;
    }
};
template <class T>
struct not_a_column {
    static consteval int report() {
        static_assert(!sizeof(T),
                      "evaluate: a column has one dimension; bind a column of the matrix such as m.col(0), or m.reshaped()");
        return 0;
    }
};
template <class T>
struct not_a_binding {
    static consteval int report() {
        static_assert(!sizeof(T), "evaluate: expected bindings after the expression; write evaluate(e, x = 2.0)");
        return 0;
    }
};

template <class>
struct tag {};

template <class E>
struct names_in_program {
    static consteval variable_name at(int i) { return compiled<E>::value.variables[i]; }
};
template <class... B>
struct names_in_arguments {
    static constexpr int count = (argument<B>::size + ... + 0);
    variable_name all[static_cast<unsigned>(count + 1)]{};

    constexpr names_in_arguments() {
        int const sizes[] = {argument<B>::size..., 0};
        variable_name const* const names[] = {argument<B>::names..., nullptr};
        variable_name* next = all;
        for (unsigned b = 0; b < sizeof...(B); ++b)
            for (int k = 0; k < sizes[b]; ++k) *next++ = names[b][k];
    }
    static consteval variable_name at(int i) { return names_in_arguments().all[i]; }
    static consteval int first_doubled() {
        names_in_arguments const names;
        return name_table<count + 1>(names.all, count).repeated();
    }
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

/// What the result does not depend on may stand in the expression all the same.
template <class E, class B>
consteval bool is_mentioned() {
    if (inputs_from_v<compiled<E>::value, B>.at[0] >= 0) return true;
    constexpr written const& variable = as_written<typename B::symbol>;
    return mentions(as_written<E>, variable.what, variable.name);
}

/// Integers hold neither divisions nor fractions nor functions; exact numbers hold no functions.
template <class T, auto const& Program, bool Columns>
consteval bool holds() {
    if constexpr (std::integral<T> || std::same_as<T, rational>)
        for (int i = 0; i < Program.size; ++i) {
            instruction const& step = Program.code[i];
            if (step.op == opcode::call && !step.fn->exact) return false;
            if (std::same_as<T, rational>) continue;
            if (step.op == opcode::divide || step.d != 1) return false;
            if (Columns && step.op == opcode::reduce && step.fn->averages) return false;
        }
    return true;
}

template <class>
inline constexpr bool binds_one_symbol = false;
template <variable S, class T>
inline constexpr bool binds_one_symbol<binding<S, T>> = true;

template <class E>
consteval auto diagnose_bindings() {
    return accepted{};
}
template <class E, class B, class... More>
consteval auto diagnose_bindings(tag<B>, tag<More>... more) {
    if constexpr (!is_binding<B> && !is_record<B>) return refused<not_a_binding<B>>{};
    else if constexpr (argument<B>::matrix) return refused<not_a_column<typename B::type>>{};
    else if constexpr (!argument<B>::columns && !number_like<typename argument<B>::number>) return refused<not_a_number<typename argument<B>::number>>{};
    else if constexpr (binds_one_symbol<B>) {
        if constexpr (!is_mentioned<E, B>()) return refused<not_in_the_expression<typename B::symbol>>{};
        else return diagnose_bindings<E>(more...);
    } else return diagnose_bindings<E>(more...);
}

template <class E>
consteval auto diagnose_program() {
    using formula = decltype(diagnose_formula<E>());
    if constexpr (!std::same_as<formula, accepted>) return formula{};
    else if constexpr (is_small(canonical<E>, 8500)) return accepted{};
    else if constexpr (!within_limits<compiled<E>>) return refused<beyond_the_limits<int>>{};
    else return accepted{};
}

template <class E, class... B>
consteval auto diagnose_admitted() {
    using bindings = decltype(diagnose_bindings<E>(tag<B>{}...));
    using names = names_in_arguments<B...>;
    if constexpr (constexpr int twice = names::first_doubled(); twice >= 0) return refused<bound_twice<decltype(variable_at<names, twice>())>>{};
    else if constexpr (!std::same_as<bindings, accepted>) return bindings{};
    else if constexpr (constexpr int missing = first_missing<E, B...>(); missing >= 0)
        return refused<without_value<decltype(variable_at<names_in_program<E>, missing>())>>{};
    else {
        using number = typename common_number<typename argument<B>::number...>::type;
        if constexpr (!holds<number, compiled<E>::value, (argument<B>::columns || ...)>())
            return refused<std::conditional_t<std::same_as<number, rational>, not_exact<number>, not_a_whole_model<number>>>{};
        else return accepted{};
    }
}

template <class E, class... B>
consteval auto diagnose() {
    using formula = decltype(diagnose_program<E>());
    if constexpr (!std::same_as<formula, accepted>) return formula{};
    else return diagnose_admitted<E, B...>();
}

}  // namespace leibniz::detail
