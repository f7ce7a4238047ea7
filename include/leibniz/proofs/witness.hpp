#pragma once

#include <leibniz/proofs/estimate.hpp>
#include <leibniz/algebra/question.hpp>

#include <cstdint>

namespace leibniz::inline v0_1::proving {

/// A point at which two formulas differ, or how many points were tried at which both have a value.
template <class T>
struct witness {
    bool found = false;
    int compared = 0;
    int rows = 1, row = 0;  // how many there are, and in which one, from 1 on, the values differ: 0 if they are the same in all rows
    T left = 0, right = 0;
    buffer<double> at{};  // the values of the program's variables, row by row
};

/// The variables that have a value of their own in each row: columns, or, if there are none, symbols that stand in sums and means
/// only. None if nothing is summed up. `formulas` are the program's first results.
template <class Program>
constexpr buffer<char> variables_by_row(Program const& p, int size, int variables, int formulas = 2) {
    buffer<char> outside(size + 1, 0), result(variables, 0);
    bool columns = false, sums = false;
    for (int k = 0; k < variables; ++k) columns = columns || p.variables[k].column;
    for (int k = 0; k < formulas; ++k) outside[p.roots[k]] = 1;
    for (int i = size - 1; i >= 0; --i) {
        instruction const& step = p.code[i];
        sums = sums || step.op == opcode::reduce;
        if (outside[i] == 0 || step.op == opcode::reduce) continue;
        int const operands[] = {step.a, step.b, step.c};
        for (int k = 0; k < detail::used_operands(step); ++k) outside[operands[k]] = 1;
    }
    for (int i = 0; i < size && sums; ++i) {
        if (p.code[i].op != opcode::input) continue;
        int const k = p.code[i].a;
        result[k] = columns ? p.variables[k].column : outside[i] == 0;
    }
    return result;
}
constexpr bool any_by_row(buffer<char> const& by_row) {
    bool any = false;
    for (char each : by_row) any = any || each != 0;
    return any;
}

/// The results of a question's program: the formulas, what is assumed not to be negative, then the conditions of both domains.
struct roots_of_question {
    buffer<int> all{};

    constexpr roots_of_question(view const& of, question::shape const& counts) {
        for (int k = 0; k < 2 + counts.assumed; ++k) all.push(of.roots[k]);
        for (int k = 0; k < of.condition_count; ++k) all.push(of.conditions[k].about);
    }
    constexpr view seen(view of) const {
        of.roots = all.begin();
        of.root_count = all.size();
        of.condition_count = 0;
        return of;
    }
};

/// True for a number that a double holds, with all its digits.
template <class T>
constexpr bool is_shown(T value) {
    T const size = value < T(0) ? -value : value;
    return size == T(0) || (size > T(1e-300) && size < T(1e300));
}

/// The variables that are whole numbers.
template <class Program>
constexpr buffer<char> whole_variables(Program const& p, int variables, view const& of, question::shape const& counts) {
    buffer<char> result(variables, 0);
    for (int v = 0; v < variables; ++v)
        for (int k = 0; k < counts.whole; ++k)
            if (of[of.roots[2 + counts.assumed + k]].name == p.variables[v].name) result[v] = 1;
    return result;
}

/// The points at which formulas are tried: small numbers first, then multiples of 1/64 in wider and wider ranges, always the same.
class trial_points {
public:
    /// The values of the variables, row by row: of those in `by_row` others in each row, of those in `whole` whole numbers.
    constexpr buffer<double> operator()(int trial, int variables, buffer<char> const& whole, buffer<char> const& by_row, int rows) {
        constexpr double nice[] = {2, 3, 1, 0.5, -1, 4, 0.25, -2, 1.5, 5, -0.5, 0.75, 7, -3};
        constexpr double nice_whole[] = {2, 3, 1, 0, -1, 4, -4, -2, 6, 5, 8, 10, 7, -3};
        constexpr int ranges[][2] = {{0, 1}, {-2, 2}, {0, 4}, {-1, 0}, {-10, 10}, {1, 30}, {0, 300}};
        buffer<double> at;
        for (int k = 0; k < rows * variables; ++k) {
            int const v = k % variables, row = k / variables, place = (trial + 3 * v + row) % few;
            auto const [from, to] = ranges[trial % 7];
            int const steps = (to - from) * 64 - 1;
            if (row > 0 && by_row[v] == 0) at.push(at[v]);
            else if (trial < few) at.push(whole[v] != 0 ? nice_whole[place] : nice[place]);
            else {
                int const step = 1 + static_cast<int>(next() % static_cast<unsigned>(steps));
                at.push(from + (whole[v] != 0 ? (step + 32) / 64 : static_cast<double>(step) / 64));
            }
        }
        return at;
    }
    static constexpr int few = 14;

private:
    constexpr std::uint64_t next() { return (state_ = detail::mix(state_, 0x1675)) >> 33; }
    std::uint64_t state_ = 0x9e3779b97f4a7c15u;
};

/// Looks for a point in the domain of both formulas where their values differ by a thousand times more than rounding explains, and so
/// in their digits: with columns of one row, or of two and three rows if any are given.
template <class T, class Program, class ValueOf>
constexpr witness<T> look_for_witness(Program const& p, int size, int variables, question::shape const& counts, view const& of,
                                      ValueOf value_of, int trials, int first = 0, buffer<char> const& by_row = {}) {
    witness<T> result;
    int const assumed = counts.assumed;
    buffer<char> const whole = whole_variables(p, variables, of, counts);
    trial_points points;
    estimator<T, Program, ValueOf> const estimates(p, size, value_of);
    for (int trial = 0; trial < trials && !result.found; ++trial) {
        int const rows = by_row.empty() ? 1 : 2 + trial % 2;
        buffer<double> const at = points(trial, variables, whole, by_row, rows);
        if (variables == 0 && trial > 0) break;
        if (trial < first) continue;
        buffer<estimate<T>> inputs;
        for (int k = 0; k < at.size(); ++k) inputs.push({static_cast<T>(at[k]), 0, whole[k % variables] != 0});
        buffer<estimate<T>> const v = estimates(inputs.begin(), variables, rows);
        bool inside = true, agree = true, vary = false;
        for (int r = 0; r < rows; ++r) {
            int const step = r * size;
            for (int k = 0; k < assumed + of.condition_count; ++k) {
                estimate<T> const u = v[step + p.roots[2 + k]];
                bool const either_sign = k >= assumed && of.conditions[k - assumed].what == predicate::nonzero;
                T const size_of = either_sign && u.value < T(0) ? -u.value : u.value;
                inside = inside && u.is_finite() && size_of > u.error;
            }
            estimate<T> const left = v[step + p.roots[0]], right = v[step + p.roots[1]];
            inside = inside && left.is_finite() && right.is_finite() && is_shown(left.value) && is_shown(right.value);
            if (!inside) break;
            vary = vary || left.value != v[p.roots[0]].value || right.value != v[p.roots[1]].value;
            T const apart = left.value < right.value ? right.value - left.value : left.value - right.value,
                    error = left.error + right.error, largest = left.value < T(0) ? -left.value : left.value;
            agree = agree && error <= T(1e-9) * (T(1) + largest);
            if (result.found || !(apart > T(1000) * error) || static_cast<double>(left.value) == static_cast<double>(right.value)) continue;
            result.found = true;
            result.rows = rows;
            result.row = r + 1;
            result.left = left.value;
            result.right = right.value;
            result.at = at;
        }
        result.found = result.found && inside;
        if (!vary) result.row = 0;
        result.compared += inside && agree ? 1 : 0;
    }
    return result;
}

}  // namespace leibniz::inline v0_1::proving
