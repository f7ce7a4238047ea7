#pragma once

#include <leibniz/calculus/bundle.hpp>
#include <leibniz/evaluate/cse_program.hpp>

namespace leibniz {

/// True if the variable is left in the canonical form of an expression or bundle: what PyTorch calls `requires_grad`, known while
/// compiling.
///
///     static_assert(depends_on(w*x + b, w) && !depends_on(diff(w*x + b, w), w));
template <class E, variable V>
    requires(expression<E> || bundle<E>)
constexpr bool depends_on(E, V) {
    constexpr written const& wanted = as_written<V>;
    for (int i = 0; i < detail::compiled<E>::value.variable_count; ++i) {
        variable_name const& left = detail::compiled<E>::value.variables[i];
        if (left.name == wanted.name && left.column == (wanted.what == form::column)) return true;
    }
    return false;
}

/// The operations of one evaluation, per row.
struct operation_counts {
    int additions = 0;  // and subtractions, negations
    int multiplications = 0;
    int divisions = 0;
    int functions = 0;
    int reductions = 0;
    int nodes = 0;  // all of these, and variables and constants

    friend constexpr bool operator==(operation_counts const&, operation_counts const&) = default;
};

/// Counts the operations of the program that `evaluate` runs for an expression or bundle, after common work has been shared.
///
///     static_assert(operations(w*x + b).multiplications == 1 && operations(exp(w*x)).functions == 1);
template <class E>
    requires(expression<E> || bundle<E>)
constexpr operation_counts operations(E) {
    operation_counts counts;
    counts.nodes = detail::compiled<E>::value.size;
    for (int i = 0; i < counts.nodes; ++i) switch (detail::compiled<E>::value.code[i].op) {
            case opcode::add:
            case opcode::subtract:
            case opcode::negate: ++counts.additions; break;
            case opcode::multiply: ++counts.multiplications; break;
            case opcode::divide: ++counts.divisions; break;
            case opcode::call:
                switch (detail::compiled<E>::value.code[i].fn->counts_as) {
                    case effort::function: ++counts.functions; break;
                    case effort::addition: ++counts.additions; break;
                    case effort::multiplication: ++counts.multiplications; break;
                    case effort::division: ++counts.divisions; break;
                    case effort::nothing: break;
                }
                break;
            case opcode::reduce: ++counts.reductions; break;
            case opcode::input:
            case opcode::constant: break;
        }
    return counts;
}

}  // namespace leibniz
