#pragma once

#include <leibniz/evaluate/binding.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

/// The value of one step of straight-line code: `v` holds those of earlier steps, `call` evaluates a function of operands.
template <class T, class Step, class Call>
constexpr T value_of(Step const& step, T const* v, T const* inputs, Call const& call) {
    if (step.op == opcode::constant) return fraction<T>(step.n, step.d, step.b, step.c);
    T const &a = (step.op == opcode::input ? inputs : v)[step.a], &b = v[step.b];
    switch (step.op) {
        case opcode::input:
        case opcode::reduce: return a;
        case opcode::add: return a + b;
        case opcode::subtract: return a - b;
        case opcode::multiply: return a * b;
        case opcode::divide: return a / b;
        case opcode::negate: return -a;
        case opcode::constant:
        case opcode::call: break;
    }
    T const operands[] = {a, b, v[step.c]};
    return call(step, operands);
}

}  // namespace detail

/// Runs a program step by step; returns the value of every instruction. For programs that are known at run time only, with the
/// values of their functions: valued(p).
template <class T>
constexpr buffer<T> interpret(program const& p, buffer<T> const& inputs) {
    buffer<T> v(p.code.size());
    for (int i = 0; i < p.code.size(); ++i)
        v[i] = detail::value_of(p.code[i], v.begin(), inputs.begin(),
                                [](instruction const& step, T const* operands) { return step.fn->value(operands); });
    return v;
}

}  // namespace leibniz::inline v0_1
