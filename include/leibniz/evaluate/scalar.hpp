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

/// The results of a program, by number.
template <class T, int Roots>
struct results {
    T values[static_cast<unsigned>(Roots + 1)]{};
    template <int R>
    constexpr T take() {
        return values[R];
    }
};

template <class E, class T, class... B>
constexpr auto evaluate_scalar(B const&... arguments) {
    constexpr auto const& p = compiled<E>::value;
    T inputs[p.variable_count + 1]{};
    (supply<compiled<E>::value>(inputs, arguments), ...);
    T v[p.size + 1]{};
    run_from<compiled<E>::value, 0>(v, inputs);
    results<T, p.root_count> r;
    for (int i = 0; i < p.root_count; ++i) r.values[i] = v[p.roots[i]];
    return r;
}

}  // namespace leibniz::detail
