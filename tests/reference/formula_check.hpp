#pragma once

#include <cmath>
#include <cstdio>

/// What one set of formulas was checked for. A figure is wrong where it is off by more than 1e-10 of its size, or by
/// 1e-10 where it is 0.
struct tally {
    char const* set;
    int formulas = 0, points = 0, figures = 0, second = 0, wrong = 0, equal = 0;
    double worst = 0;

    void compare(char const* formula, char const* what, double got, double expected) {
        ++figures;
        double const error = std::abs(got - expected) / (expected == 0 ? 1 : std::abs(expected));
        if (error > worst) worst = error;
        if (error <= 1e-10) return;  // not so for NaN
        ++wrong;
        std::printf("%s: %s: %s is %.17g, not %.17g\n", set, formula, what, got, expected);
    }
    /// An entry of a Hessian, above its diagonal and below.
    void compare_second(char const* formula, char const* what, double above, double below, double expected) {
        compare(formula, what, above, expected);
        compare(formula, what, below, expected);
        second += 2;
    }

    /// Says what was checked; `left_out` formulas lack functions that the table does not have.
    void finish(int left_out, char const* lacks) const {
        std::printf("%s: %d formulas, %d points, %d figures, %d wrong; the largest error %.1e", set, formulas, points, figures, wrong, worst);
        if (second > 0) std::printf("; %d figures are entries of Hessians", second);
        if (equal > 0) std::printf("; %d derivatives equal those stated", equal);
        if (left_out > 0) std::printf("; %d left out for want of %s", left_out, lacks);
        std::printf("\n");
    }
};
