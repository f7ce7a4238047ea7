#pragma once

#include <leibniz/calculus/diagnosis.hpp>
#include <leibniz/evaluate/binding.hpp>
#include <leibniz/rules/complex_numbers.hpp>

namespace leibniz::inline v0_1::detail {

// One check in the public function: it looks at types and at the finished graph, reports what is wrong, and stops.

template <class Symbol>
struct without_value {
    static consteval int report() {
        static_assert(!sizeof(Symbol), "evaluate: a symbol of this expression has no value; add a binding such as x = 2.0");
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
        static_assert(!sizeof(Symbol), "evaluate: a binding names a symbol that this expression does not contain; leave it out");
        return 0;
    }
};
template <class T>
struct not_a_number {
    static consteval int report() {
        static_assert(!sizeof(T), "evaluate: the bound value is no number; bind x = 2.0, or a column with #include <leibniz/eigen.hpp>");
        return 0;
    }
};
template <expression T>
struct not_a_number<T> {
    static consteval int report() {
        static_assert(!sizeof(T), "evaluate: a formula is no value; write evaluate(substitute(e, x = a + b), a = 1.0, b = 2.0)");
        return 0;
    }
};
template <class T>
struct not_yet_a_column {
    static consteval int report() {
        static_assert(!sizeof(T),
                      "evaluate: a container is no column; bind x = Eigen::Map<Eigen::ArrayXd const>(v.data(), v.size()) with #include "
                      "<leibniz/eigen.hpp>");
        return 0;
    }
};
template <class T>
struct not_a_whole_model {
    static consteval int report() {
        static_assert(!sizeof(T), "evaluate: integers cannot hold divisions, fractions or functions; bind a floating number: w = 1.0");
        return 0;
    }
};

template <std::size_t Size>
consteval name<Size + 1> copied(text_view text) {
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
struct real_numbers_only {
    static consteval int report() {
        static_assert(!sizeof(T),
                      "evaluate: this expression is one of real numbers, by abs, <, min, erf or their like, or by log(exp(u)) = u; bind "
                      "real numbers");
        return 0;
    }
};
template <class T>
struct not_a_column {
    static consteval int report() {
        static_assert(!sizeof(T), "evaluate: a column has one dimension; bind a column of the matrix such as m.col(0), or m.reshaped()");
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

template <class E>
struct names_in_program {
    static consteval variable_name at(int i) { return compiled<E>::value.variables[i]; }
};
template <class E, class... B>
struct names_in_arguments {
    static consteval variable_name at(int i) { return matched<compiled<E>::value, B...>.name_of(i); }
};

/// The type that stands for a variable known by name, so that a message can show it.
template <class Names, int I>
consteval auto variable_at() {
    constexpr variable_name v = Names::at(I);
    constexpr auto spelled = copied<v.name.size()>(v.name);
    if constexpr (v.column) return column<spelled>{};
    else return symbol<spelled>{};
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

template <class E, class List = complex_functions>
consteval bool holds_complex_numbers() {
    for (int i = 0; i < compiled<E>::value.size; ++i) {
        instruction const& step = compiled<E>::value.code[i];
        if (step.op == opcode::call && !has_complex_value<List>(*step.fn)) return false;
    }
    return !is_real_only<List>(as_written<E>);
}

/// A container of numbers such as std::vector; no text.
template <class T>
concept holds_numbers = requires(T const& t) {
    t.data() + t.size();
    requires !std::same_as<std::remove_cvref_t<decltype(*t.data())>, char>;
};

/// The fault of an argument.
enum class misbound : unsigned char { nothing, no_binding, matrix, no_number, unknown_symbol };
template <class B>
consteval misbound fault_of_argument() {
    if constexpr (!is_binding<B> && !is_record<B>) return misbound::no_binding;
    else if constexpr (argument<B>::matrix) return misbound::matrix;
    else if constexpr (!argument<B>::columns && !number_like<typename argument<B>::number>) return misbound::no_number;
    else return misbound::nothing;
}
struct faulty_argument {
    int number = 0;
    misbound fault = misbound::nothing;
};
/// The first argument with a fault. A symbol bound by itself must stand in the expression, be it in vain.
template <class E, class... B>
consteval faulty_argument first_faulty() {
    misbound const faults[] = {fault_of_argument<B>()..., misbound::nothing};
    bool const by_itself[] = {binds_one_symbol<B>..., false};
    int const sizes[] = {argument<B>::size..., 0};
    auto const& names = matched<compiled<E>::value, B...>;
    int value = 0;
    for (int b = 0; b < static_cast<int>(sizeof...(B)); value += sizes[b++]) {
        if (faults[b] != misbound::nothing) return {b, faults[b]};
        if (!by_itself[b] || names.places[value] >= 0) continue;
        variable_name const& v = names.name_of(value);
        if (!mentions(as_written<E>, v.column ? form::column : form::symbol, v.name)) return {b, misbound::unknown_symbol};
    }
    return {};
}

template <int I, class B, class... More>
struct argument_at : argument_at<I - 1, More...> {};
template <class B, class... More>
struct argument_at<0, B, More...> {
    using type = B;
};

template <class E, class... B>
consteval auto diagnose_bindings() {
    constexpr faulty_argument found = first_faulty<E, B...>();
    if constexpr (found.fault == misbound::nothing) return accepted{};
    else {
        using at_fault = typename argument_at<found.number, B...>::type;
        if constexpr (found.fault == misbound::no_binding) return refused<not_a_binding<at_fault>>{};
        else if constexpr (found.fault == misbound::matrix) return refused<not_a_column<typename at_fault::type>>{};
        else if constexpr (found.fault == misbound::no_number) {
            using value = typename argument<at_fault>::number;
            return refused<std::conditional_t<holds_numbers<value>, not_yet_a_column<value>, not_a_number<value>>>{};
        } else return refused<not_in_the_expression<typename at_fault::symbol>>{};
    }
}

/// True for a formula whose program every compiler makes within its default limits.
constexpr bool is_quickly_compiled(view const& v) {
    if (is_small(v, 1000)) return true;
    int steps = v.node_count + v.operand_count;
    for (int i = 0; steps > 3000 && i < v.node_count; ++i) steps += v.is(i, kind::power) ? 6 : 0;
    return steps < 8500 && !is_deeper(v, 60);
}

template <class E>
consteval auto diagnose_program() {
    using formula = decltype(diagnose_numbers<E>());
    if constexpr (!std::same_as<formula, accepted>) return formula{};
    else if constexpr (is_quickly_compiled(canonical<E>)) return accepted{};
    else if constexpr (!within_limits<compiling<E>>) return refused<beyond_the_limits<int>>{};
    else return accepted{};
}

template <class E, class... B>
consteval auto diagnose_admitted() {
    using bindings = decltype(diagnose_bindings<E, B...>());
    constexpr int twice = matched<compiled<E>::value, B...>.repeated, missing = matched<compiled<E>::value, B...>.missing;
    if constexpr (twice >= 0) return refused<bound_twice<decltype(variable_at<names_in_arguments<E, B...>, twice>())>>{};
    else if constexpr (!std::same_as<bindings, accepted>) return bindings{};
    else if constexpr (missing >= 0) return refused<without_value<decltype(variable_at<names_in_program<E>, missing>())>>{};
    else {
        using number = typename common_number<typename argument<B>::number...>::type;
        if constexpr (!holds<number, compiled<E>::value, binds_columns<B...>>())
            return refused<std::conditional_t<std::same_as<number, rational>, not_exact<number>, not_a_whole_model<number>>>{};
        else if constexpr (complex_number<number>) {
            if constexpr (!holds_complex_numbers<E>()) return refused<real_numbers_only<number>>{};
            else return accepted{};
        } else return accepted{};
    }
}

template <class E, class... B>
consteval auto diagnose() {
    using formula = decltype(diagnose_program<E>());
    if constexpr (!std::same_as<formula, accepted>) return formula{};
    else return diagnose_admitted<E, B...>();
}

}  // namespace leibniz::inline v0_1::detail
