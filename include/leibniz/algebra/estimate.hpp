#pragma once

#include <leibniz/evaluate/program.hpp>

#include <limits>

namespace leibniz {

/// A value and how far rounding may have moved it.
template <class T>
struct estimate {
    T value = 0, error = 0;

    constexpr bool is_finite() const { return value - value == T(0) && error - error == T(0); }
};

/// Runs a program with a running error estimate: exact operations by the rules of error propagation, functions by their values at
/// the ends of the operands' intervals. `value_of(step, operands)` is the value of the function that a step calls. A column has one row.
template <class T, class Program, class ValueOf>
class estimator {
public:
    constexpr estimator(Program const& p, int size, ValueOf value_of) : program_(p), size_(size), value_of_(value_of) {}

    /// The estimates of all steps; `inputs` are the values of the variables.
    constexpr buffer<estimate<T>> operator()(T const* inputs) const {
        buffer<estimate<T>> v(size_);
        for (int i = 0; i < size_; ++i) v[i] = of(i, v.begin(), inputs);
        return v;
    }

private:
    using number = estimate<T>;
    static constexpr T unit = std::numeric_limits<T>::epsilon(), least = std::numeric_limits<T>::min();

    static constexpr T magnitude(T u) { return u < T(0) ? -u : u; }
    static constexpr number rounded(T value, T error) { return {value, error + unit * magnitude(value) + least}; }

    constexpr number of(int i, number const* v, T const* inputs) const {
        instruction const& step = program_.code[i];
        number const &a = v[step.op == opcode::input ? 0 : step.a], &b = v[step.b];
        switch (step.op) {
            case opcode::input: return {inputs[step.a], 0};
            case opcode::constant: return rounded(detail::fraction<T>(step.n, step.d, step.b, step.c), 0);
            case opcode::add: return rounded(a.value + b.value, a.error + b.error);
            case opcode::subtract: return rounded(a.value - b.value, a.error + b.error);
            case opcode::multiply:
                return rounded(a.value * b.value, magnitude(a.value) * b.error + magnitude(b.value) * a.error + a.error * b.error);
            case opcode::divide: return divided(a, b);
            case opcode::negate: return {-a.value, a.error};
            case opcode::reduce: return a;
            case opcode::call: break;
        }
        return called(i, v);
    }
    static constexpr number divided(number a, number b) {
        T const least_divisor = magnitude(b.value) - b.error;
        if (!(least_divisor > T(0))) return {0, std::numeric_limits<T>::infinity()};
        T const value = a.value / b.value;
        return rounded(value, (a.error + magnitude(value) * b.error) / least_divisor);
    }
    /// Functions are trusted to some dozens of roundings.
    constexpr number called(int i, number const* v) const {
        instruction const& step = program_.code[i];
        number const operands[] = {v[step.a], v[step.b], v[step.c]};
        int const arity = step.fn->arity;
        T here[3] = {};
        for (int k = 0; k < arity; ++k) {
            here[k] = operands[k].value;
            if (!operands[k].is_finite()) return {0, std::numeric_limits<T>::infinity()};
        }
        T const value = value_of_(i, here);
        T error = 64 * unit * magnitude(value);
        for (int k = 0; k < arity; ++k)
            for (T const side : {T(-1), T(1)}) {
                T beside[3] = {here[0], here[1], here[2]};
                beside[k] += side * (operands[k].error + unit * magnitude(beside[k]));
                error += magnitude(value_of_(i, beside) - value);  // no number at the edge of the domain: no estimate
            }
        return rounded(value, error);
    }

    Program const& program_;
    int size_;
    ValueOf value_of_;
};

}  // namespace leibniz
