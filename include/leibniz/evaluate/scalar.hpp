#pragma once

#include <leibniz/arithmetic/number_operators.hpp>
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
template <class Block, class T>
[[gnu::always_inline]] constexpr T value_at(T const& u, T const& v, T const& w) {
    return Block::value(u, v, w);
}

/// One step of a program. Instantiated per operation and number type, never per node: operands are plain numbers,
/// constants wherever the step is called. (Each a scalar by value: a reference into the program would have it emitted.)
/// (The builtin, not std::is_constant_evaluated: g++ settles it before it inlines a step for every node.)
template <opcode Op, function const* F, class T>
[[gnu::always_inline]] constexpr void step(T* v, int i, [[maybe_unused]] int a, [[maybe_unused]] int b, [[maybe_unused]] int c, long long n, long long d, T const* inputs) {
    if constexpr (Op == opcode::input) v[i] = inputs[a];
    else if constexpr (Op == opcode::constant) v[i] = fraction<T>(n, d);
    else if constexpr (Op == opcode::add) v[i] = __builtin_is_constant_evaluated() ? added(v[a], v[b]) : v[a] + v[b];
    else if constexpr (Op == opcode::subtract) v[i] = __builtin_is_constant_evaluated() ? subtracted(v[a], v[b]) : v[a] - v[b];
    else if constexpr (Op == opcode::multiply) v[i] = __builtin_is_constant_evaluated() ? multiplied(v[a], v[b]) : v[a] * v[b];
    else if constexpr (Op == opcode::divide) v[i] = __builtin_is_constant_evaluated() ? divided(v[a], v[b]) : v[a] / v[b];
    else if constexpr (Op == opcode::negate) v[i] = -v[a];
    else if constexpr (Op == opcode::reduce) v[i] = v[a];  // no column: one row
    else if constexpr (F->arity == 0) v[i] = block<F>::template value<T>();
    else if constexpr (F->arity == 1) v[i] = value_at<block<F>>(v[a]);
    else if constexpr (F->arity == 2) v[i] = value_at<block<F>>(v[a], v[b]);
    else v[i] = value_at<block<F>>(v[a], v[b], v[c]);
}

template <auto const& Program, int Begin, class T, std::size_t... I>
[[gnu::always_inline]] constexpr void run_steps(T* v, T const* inputs, std::index_sequence<I...>) {
    (step<Program.code[Begin + I].op, Program.code[Begin + I].fn>(v, Begin + static_cast<int>(I), Program.code[Begin + I].a,
                                                                  Program.code[Begin + I].b, Program.code[Begin + I].c, Program.code[Begin + I].n, Program.code[Begin + I].d, inputs),
     ...);
}

/// All steps, in chunks: a fold is limited to 256 operands on clang.
template <auto const& Program, int Begin, class T>
[[gnu::always_inline]] constexpr void run_from(T* v, T const* inputs) {
    constexpr int chunk = Program.size - Begin < 128 ? Program.size - Begin : 128;
    run_steps<Program, Begin>(v, inputs, std::make_index_sequence<chunk>{});
    if constexpr (Begin + chunk < Program.size) run_from<Program, Begin + chunk>(v, inputs);
}

/// The results of a program, by number.
template <auto const& Program, class T>
struct results {
    T v[Program.size > 0 ? Program.size : 1];  // every one is written before it is read
    static consteval int root(int r) { return Program.roots[r]; }
    constexpr T number(int slot) const { return v[slot]; }
    template <int R>
    constexpr T take() const {
        return v[Program.roots[R]];
    }
};

template <class E, class T, class... B>
constexpr auto evaluate_scalar(B const&... arguments) {
    results<compiled<E>::value, T> r;
    if constexpr (compiled<E>::value.variable_count == 0) {
        run_from<compiled<E>::value, 0, T>(r.v, nullptr);
    } else {
        T inputs[compiled<E>::value.variable_count];
        (supply<compiled<E>::value>(inputs, arguments), ...);
        run_from<compiled<E>::value, 0>(r.v, inputs);
    }
    return r;
}

}  // namespace leibniz::detail
