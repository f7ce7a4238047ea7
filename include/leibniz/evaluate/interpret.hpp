#pragma once

#include <leibniz/evaluate/binding.hpp>

namespace leibniz {

/// Runs a program step by step; gives the value of every instruction. For programs that are only known at run time.
template <class T>
constexpr buffer<T> interpret(program const& p, buffer<T> const& inputs) {
    buffer<T> v(p.code.size());
    for (int i = 0; i < p.code.size(); ++i) {
        instruction const& step = p.code[i];
        switch (step.op) {
            case opcode::input: v[i] = inputs[step.a]; break;
            case opcode::constant: v[i] = detail::fraction<T>(step.n, step.d); break;
            case opcode::add: v[i] = v[step.a] + v[step.b]; break;
            case opcode::subtract: v[i] = v[step.a] - v[step.b]; break;
            case opcode::multiply: v[i] = v[step.a] * v[step.b]; break;
            case opcode::divide: v[i] = v[step.a] / v[step.b]; break;
            case opcode::negate: v[i] = -v[step.a]; break;
            case opcode::reduce: v[i] = v[step.a]; break;
            case opcode::call: {
                T const operands[] = {v[step.a], v[step.b], v[step.c]};
                v[i] = step.fn->value(operands);
                break;
            }
        }
    }
    return v;
}

}  // namespace leibniz
