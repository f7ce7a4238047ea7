#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace bench {

using column = Eigen::ArrayXd;

/// Value and gradient by P parameters, in one array.
template <int P>
using results = std::array<double, P + 1>;

/// Where every result goes, so that none is left out by the compiler.
inline volatile double sink;

template <std::size_t Size>
void keep(std::array<double, Size> const& all) {
    for (double each : all) sink = each;
}

/// Runs all in turn, several times, and gives the least seconds of each.
template <class... F>
std::array<double, sizeof...(F)> least(int repetitions, F... f) {
    std::array<double, sizeof...(F)> best;
    best.fill(1e9);
    for (int r = 0; r < repetitions; ++r) {
        std::size_t which = 0;
        auto const run = [&](auto& each) {
            auto const start = std::chrono::steady_clock::now();
            each();
            double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
            best[which] = std::min(best[which], seconds);
            ++which;
        };
        (run(f), ...);
    }
    return best;
}

/// Ends the program unless a and b agree to 1e-8.
inline void require_equal(double a, double b, char const* what) {
    if (std::abs(a - b) <= 1e-8 * (1 + std::abs(b))) return;
    std::printf("%s: %.17g is not %.17g\n", what, a, b);
    std::exit(1);
}

/// Calls f with the first row and the number of rows of each block.
template <class F>
void in_blocks(long rows, long block, F f) {
    for (long first = 0; first < rows; first += block) f(first, std::min(block, rows - first));
}

/// Rows of a block: few enough that the temporaries of every workload stay in the cache.
constexpr long rows_of_block = 1024;

/// One line of the table. A workload has `name`, `cost` (a row's nanoseconds, roughly), `read` (the sum of its columns),
/// and value and gradient by `loop`, `eigen` (a block of rows at a time) and `leibniz`.
template <class Workload>
void print_line(long rows) {
    Workload work(rows);
    auto const expected = work.loop();
    auto const check = [&](auto const& all, char const* who) {
        for (std::size_t i = 0; i < expected.size(); ++i) require_equal(all[i], expected[i], who);
    };
    check(work.eigen(rows), "Eigen"), check(work.eigen(rows_of_block), "Eigen in blocks"), check(work.leibniz(), "Leibniz");

    int const repetitions = static_cast<int>(std::clamp(2e8 / (Workload::cost * static_cast<double>(rows)), 7.0, 4000.0));
    auto const t = least(repetitions, [&] { sink = work.read(); }, [&] { keep(work.loop()); }, [&] { keep(work.eigen(rows)); },
                         [&] { keep(work.eigen(rows_of_block)); }, [&] { keep(work.leibniz()); });
    std::printf("%9ld", rows);
    for (double each : t) std::printf(" %9.2f", each * 1e9 / static_cast<double>(rows));
    std::printf("  |");
    for (std::size_t i = 0; i < 4; ++i) std::printf(" %8.2f", t[4] / t[i]);
    std::printf("\n");
}

template <class Workload>
void print_table(long most_rows) {
    std::printf("\n%s; ns per row\n", Workload::name);
    std::printf("                       plain     Eigen  Eigen in            |          Leibniz divided by\n");
    std::printf("     rows   reading      loop     whole    blocks   Leibniz  |  reading     loop    whole   blocks\n");
    for (long rows = 1000; rows <= most_rows; rows *= 10) print_line<Workload>(rows);
}

}  // namespace bench
