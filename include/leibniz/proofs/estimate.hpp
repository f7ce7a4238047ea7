#pragma once

#include <leibniz/arithmetic/number_operators.hpp>
#include <leibniz/evaluate/program.hpp>
#include <leibniz/rules/conditions.hpp>

#include <limits>

namespace leibniz::inline v0_1::proving {

/// A value and how far rounding may have moved it; `whole`: it is a whole number, exactly, and not just here.
template <class T>
struct estimate {
    T value = 0, error = 0;
    bool whole = false;

    constexpr bool is_finite() const {
        constexpr T most = std::numeric_limits<T>::max();
        return -most <= value && value <= most && error <= most;
    }
};

/// Runs a program with a running error estimate: exact operations by the rules of error propagation, functions by their values at
/// the ends of the operands' intervals. `value_of(step, operands)` is the value of the function that a step calls.
template <class T, class Program, class ValueOf>
class estimator {
public:
    constexpr estimator(Program const& of_steps, int size, ValueOf value_of) : program_(of_steps), size_(size), value_of_(value_of) {}

    /// The estimates of all steps, row by row; `inputs` are the values of so many variables in each row.
    constexpr buffer<estimate<T>> operator()(estimate<T> const* inputs, int variables, int rows) const {
        buffer<estimate<T>> v(rows * size_);
        for (int i = 0; i < size_; ++i)
            for (int r = 0; r < rows; ++r) {
                bool const reduces = rows > 1 && program_.code[i].op == opcode::reduce;
                v[r * size_ + i] = reduces ? reduced(i, v.begin(), rows) : of(i, v.begin() + r * size_, inputs + r * variables);
            }
        return v;
    }

private:
    using number = estimate<T>;
    static constexpr T unit = std::numeric_limits<T>::epsilon(), least = std::numeric_limits<T>::min();

    static constexpr T magnitude(T u) { return u < T(0) ? -u : u; }
    // Overflow and 0/0 are no constant expressions where a compiler calculates.
    static constexpr T plus(T u, T v) { return __builtin_is_constant_evaluated() ? detail::added(u, v) : u + v; }
    static constexpr T times(T u, T v) { return __builtin_is_constant_evaluated() ? detail::multiplied(u, v) : u * v; }
    static constexpr T over(T u, T v) { return __builtin_is_constant_evaluated() ? detail::divided(u, v) : u / v; }
    static constexpr number rounded(T value, T error) { return {value, plus(error, plus(times(unit, magnitude(value)), least))}; }

    constexpr number of(int i, number const* v, number const* inputs) const {
        instruction const& step = program_.code[i];
        number const &a = v[step.op == opcode::input ? 0 : step.a], &b = v[step.b];
        switch (step.op) {
            case opcode::input: return inputs[step.a];
            case opcode::constant: {
                number const value = rounded(detail::fraction<T>(step.n, step.d, step.b, step.c), 0);
                return step.d == 1 && step.b == 0 && step.c == 0 ? whole(value) : value;
            }
            case opcode::add:
                if (a.whole && b.whole) return whole({plus(a.value, b.value)});
                return rounded(plus(a.value, b.value), plus(a.error, b.error));
            case opcode::subtract:
                if (a.whole && b.whole) return whole({plus(a.value, -b.value)});
                return rounded(plus(a.value, -b.value), plus(a.error, b.error));
            case opcode::multiply: {
                if (a.whole && b.whole) return whole({times(a.value, b.value)});
                T const crossed = plus(times(magnitude(a.value), b.error), times(magnitude(b.value), a.error));
                return rounded(times(a.value, b.value), plus(crossed, times(a.error, b.error)));
            }
            case opcode::divide: return divided(a, b);
            case opcode::negate: return {-a.value, a.error, a.whole};
            case opcode::reduce: return a;
            case opcode::call: break;
        }
        return called(i, v);
    }
    constexpr number reduced(int i, number const* v, int rows) const {
        number sum;
        for (int r = 0; r < rows; ++r) {
            number const& next = v[r * size_ + program_.code[i].a];
            sum = rounded(plus(sum.value, next.value), plus(sum.error, next.error));
        }
        return program_.code[i].fn->averages ? divided(sum, {static_cast<T>(rows), 0}) : sum;
    }
    /// A whole number, if all its digits fit.
    static constexpr number whole(number u) {
        constexpr T most = static_cast<T>(1LL << 50);
        return -most < u.value && u.value < most ? number{u.value, 0, true} : rounded(u.value, u.error);
    }
    static constexpr number divided(number a, number b) {
        if (!a.is_finite() || !b.is_finite() || !(magnitude(b.value) > b.error)) return {0, std::numeric_limits<T>::infinity()};
        T const value = over(a.value, b.value);
        return rounded(value, over(plus(a.error, times(magnitude(value), b.error)), magnitude(b.value) - b.error));
    }
    /// Functions are trusted to some dozens of roundings.
    constexpr number called(int i, number const* v) const {
        instruction const& step = program_.code[i];
        number const operands[] = {v[step.a], v[step.b], v[step.c]};
        int const arity = step.fn->arity;
        T here[3] = {};
        for (int k = 0; k < arity; ++k) here[k] = operands[k].value;
        if (!is_decided(*step.fn, operands)) return {0, std::numeric_limits<T>::infinity()};
        if (is_row<choice>(*step.fn)) return here[0] == T(0) ? operands[2] : operands[1];
        for (int k = 0; k < arity; ++k)
            if (!operands[k].is_finite()) return {0, std::numeric_limits<T>::infinity()};
        T const value = value_of_(i, here);
        if (!number{value, 0}.is_finite()) return {value, 0};
        T error = step.fn->exact ? T(0) : times(64 * unit, magnitude(value));
        if (is_row<integrality>(*step.fn) && operands[0].whole) return {1, 0, true};
        if (has_steps(*step.fn) && operands[0].whole && (arity == 1 || operands[1].whole)) return {value, 0, true};
        int const moving = is_row<power>(*step.fn) && operands[1].whole ? 1 : arity;  // (-1)^n has no value beside a whole n
        for (int k = 0; k < moving; ++k)
            for (T const side : {T(-1), T(1)}) {
                T beside[3] = {here[0], here[1], here[2]};
                beside[k] = plus(beside[k], side * plus(plus(operands[k].error, least), unit * magnitude(beside[k])));
                T const moved = value_of_(i, beside);
                if (!number{moved, 0}.is_finite()) return {0, std::numeric_limits<T>::infinity()};  // at the edge of the domain
                error = plus(error, magnitude(plus(moved, -value)));
            }
        return step.fn->exact ? number{value, error} : rounded(value, error);
    }
    /// True for conditions and steps. Not for the sign: sign(n) may stand for 1/sign(n), which has no value at 0.
    static constexpr bool has_steps(function const& fn) {
        return is_row<less_than>(fn) || is_row<greater_than>(fn) || is_row<at_most>(fn) || is_row<at_least>(fn) ||
               is_row<numbers_equal>(fn) || is_row<numbers_differ>(fn) || is_row<unit_step>(fn);
    }
    /// False if rounding may decide a condition.
    static constexpr bool is_decided(function const& fn, number const* v) {
        if (is_row<numbers_equal>(fn) || is_row<numbers_differ>(fn)) {
            T const error = plus(v[0].error, v[1].error);
            return error == T(0) || magnitude(plus(v[0].value, -v[1].value)) > error;
        }
        int const conditions = is_row<choice>(fn) || is_row<logical_negation>(fn)                   ? 1
                               : is_row<logical_conjunction>(fn) || is_row<logical_disjunction>(fn) ? 2
                                                                                                    : 0;
        for (int k = 0; k < conditions; ++k)
            if (!v[k].is_finite() || (v[k].error > T(0) && !(magnitude(v[k].value) > v[k].error))) return false;
        return true;
    }

    Program const& program_;
    int size_;
    ValueOf value_of_;
};

}  // namespace leibniz::inline v0_1::proving
