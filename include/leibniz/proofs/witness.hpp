#pragma once

#include <leibniz/proofs/estimate.hpp>
#include <leibniz/algebra/question.hpp>

#include <cstdint>

namespace leibniz::proving {

/// A point at which two formulas differ, or how many points were tried at which both have a value.
template <class T>
struct witness {
    bool found = false;
    int compared = 0;
    T left = 0, right = 0;
    buffer<double> at{};  // the values of the program's variables
};

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

/// The points at which formulas are tried: small numbers first, then multiples of 1/64 in wider and wider ranges, always the same.
class trial_points {
public:
    constexpr buffer<double> operator()(int trial, int variables) {
        constexpr double nice[] = {2, 3, 1, 0.5, -1, 4, 0.25, -2, 1.5, 5, -0.5, 0.75, 7, -3};
        constexpr int ranges[][2] = {{0, 1}, {-2, 2}, {0, 4}, {-1, 0}, {-10, 10}, {1, 30}, {0, 300}};
        buffer<double> at;
        for (int v = 0; v < variables; ++v) {
            auto const [from, to] = ranges[trial % 7];
            int const steps = (to - from) * 64 - 1;
            at.push(trial < few ? nice[(trial + 3 * v) % few]
                                : from + static_cast<double>(1 + static_cast<int>(next() % static_cast<unsigned>(steps))) / 64);
        }
        return at;
    }
    static constexpr int few = 14;

private:
    constexpr std::uint64_t next() { return (state_ = detail::mix(state_, 0x1675)) >> 33; }
    std::uint64_t state_ = 0x9e3779b97f4a7c15u;
};

/// Looks for a point in the domain of both formulas where their values differ by a thousand times more than rounding explains, and so
/// in their digits.
template <class T, class Program, class ValueOf>
constexpr witness<T> look_for_witness(Program const& p, int size, int variables, int assumed, view const& of, ValueOf value_of, int trials,
                                      int first = 0) {
    witness<T> result;
    trial_points points;
    estimator<T, Program, ValueOf> const estimates(p, size, value_of);
    for (int trial = 0; trial < trials && !result.found; ++trial) {
        buffer<double> const at = points(trial, variables);
        if (variables == 0 && trial > 0) break;
        if (trial < first) continue;
        buffer<T> inputs;
        for (double x : at) inputs.push(static_cast<T>(x));
        buffer<estimate<T>> const v = estimates(inputs.begin());
        bool inside = true;
        for (int k = 0; k < assumed + of.condition_count; ++k) {
            estimate<T> const u = v[p.roots[2 + k]];
            bool const either_sign = k >= assumed && of.conditions[k - assumed].what == predicate::nonzero;
            T const size_of = either_sign && u.value < T(0) ? -u.value : u.value;
            inside = inside && u.is_finite() && size_of > u.error;
        }
        estimate<T> const left = v[p.roots[0]], right = v[p.roots[1]];
        if (!inside || !left.is_finite() || !right.is_finite()) continue;
        if (!is_shown(left.value) || !is_shown(right.value)) continue;
        T const apart = left.value < right.value ? right.value - left.value : left.value - right.value, error = left.error + right.error;
        T const largest = left.value < T(0) ? -left.value : left.value;
        result.compared += error <= T(1e-9) * (T(1) + largest) ? 1 : 0;
        if (!(apart > T(1000) * error) || static_cast<double>(left.value) == static_cast<double>(right.value)) continue;
        result.found = true;
        result.left = left.value;
        result.right = right.value;
        result.at = at;
    }
    return result;
}

}  // namespace leibniz::proving
