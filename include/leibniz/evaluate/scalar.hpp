#pragma once

#include <leibniz/evaluate/binding.hpp>

#include <utility>

namespace leibniz::detail {

/// The value of a function of the table; other number types may bring an overload of their own.
template <class Block, class T>
[[gnu::always_inline]] constexpr T value_at(T const& u) {
    return Block::value(u);
}
template <class Block, class T>
[[gnu::always_inline]] constexpr T value_at(T const& u, T const& v) {
    return Block::value(u, v);
}

/// One step of a program. Instantiated per operation and number type, never per node: operands are plain indices,
/// constants wherever the step is called.
template <opcode Op, function const* F, class T>
[[gnu::always_inline]] constexpr void step(T* v, int i, instruction const& code, T const* inputs) {
    if constexpr (Op == opcode::input) v[i] = inputs[code.a];
    else if constexpr (Op == opcode::constant) v[i] = converted<T>(code.number);
    else if constexpr (Op == opcode::add) v[i] = v[code.a] + v[code.b];
    else if constexpr (Op == opcode::subtract) v[i] = v[code.a] - v[code.b];
    else if constexpr (Op == opcode::multiply) v[i] = v[code.a] * v[code.b];
    else if constexpr (Op == opcode::divide) v[i] = v[code.a] / v[code.b];
    else if constexpr (Op == opcode::negate) v[i] = -v[code.a];
    else if constexpr (Op == opcode::reduce) v[i] = v[code.a];  // no column: one row
    else if constexpr (F->arity == 1) v[i] = value_at<block<F>>(v[code.a]);
    else v[i] = value_at<block<F>>(v[code.a], v[code.b]);
}

template <auto const& Program, int Begin, class T, std::size_t... I>
[[gnu::always_inline]] constexpr void run_steps(T* v, T const* inputs, std::index_sequence<I...>) {
    (step<Program.code[Begin + I].op, Program.code[Begin + I].fn>(v, Begin + static_cast<int>(I), Program.code[Begin + I], inputs), ...);
}

/// All steps, in chunks: a fold is limited to 256 operands on clang.
template <auto const& Program, int Begin, class T>
[[gnu::always_inline]] constexpr void run_from(T* v, T const* inputs) {
    constexpr int chunk = Program.size - Begin < 128 ? Program.size - Begin : 128;
    run_steps<Program, Begin>(v, inputs, std::make_index_sequence<chunk>{});
    if constexpr (Begin + chunk < Program.size) run_from<Program, Begin + chunk>(v, inputs);
}

template <auto const& Program, class T, class B>
constexpr void supply(T* inputs, B const& bound) {
    for (int i = 0; i < Program.variable_count; ++i)
        if (supplier<B>(Program.variables[i]) == 0) inputs[i] = converted<T>(bound.value);
}

template <class E, class T, class... B>
constexpr T evaluate_scalar(B const&... bindings) {
    constexpr auto const& p = compiled<E>::value;
    T inputs[p.variable_count + 1]{};
    (supply<compiled<E>::value>(inputs, bindings), ...);
    T v[p.size + 1]{};
    run_from<compiled<E>::value, 0>(v, inputs);
    return v[p.roots[0]];
}

}  // namespace leibniz::detail
