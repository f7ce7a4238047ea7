#pragma once

#include <leibniz/arithmetic/number_operators.hpp>
#include <leibniz/evaluate/binding.hpp>

#include <utility>

namespace leibniz::inline v0_1::detail {

/// The value of a function of the table; other number types may have an overload of their own.
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

/// One step of a program. It is instantiated per operation and number type, never per node; operands are plain numbers,
/// constants at each call. (They are passed by value, because a reference into the program would cause it to be emitted. The
/// builtin replaces std::is_constant_evaluated, because g++ decides it before it inlines a step for every node.)
template <opcode Op, function const* F, class T>
[[gnu::always_inline]] constexpr void step(T* v, int i, [[maybe_unused]] int a, [[maybe_unused]] int b, [[maybe_unused]] int c, long long n,
                                           long long d, T const* inputs) {
    if constexpr (Op == opcode::input) v[i] = inputs[a];
    else if constexpr (Op == opcode::constant) v[i] = fraction<T>(n, d, b, c);
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

struct done {};

/// All steps of a program, and its results in order. (No folds: those end at 256 on clang. And one function for all
/// steps: its name carries the model.)
template <auto const& Program, class T, std::size_t... I, std::size_t... R>
[[gnu::always_inline]] constexpr void run(T* v, T const* inputs, T* results, std::index_sequence<I...>, std::index_sequence<R...>) {
    done const steps[] = {done{},
                          (step<Program.code[I].op, Program.code[I].fn>(v, static_cast<int>(I), Program.code[I].a, Program.code[I].b,
                                                                        Program.code[I].c, Program.code[I].n, Program.code[I].d, inputs),
                           done{})...};
    int const copies[] = {0, (results[R] = v[Program.roots[R]], 0)...};
    static_cast<void>(steps), static_cast<void>(copies);
}

/// The results of a program.
template <class T>
struct numbers {
    T const* all;
    [[gnu::always_inline]] constexpr T number(int r) const { return all[r]; }
};

}  // namespace leibniz::inline v0_1::detail
