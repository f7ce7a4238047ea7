#pragma once

#include "measure.hpp"
#include "packets.hpp"

#include <leibniz/eigen/reproducible.hpp>

#if __has_include(<tbb/parallel_for.h>)
#include <leibniz/eigen/parallel.hpp>
#include <tbb/global_control.h>
#define BENCH_THREADS
#endif

namespace bench {

/// The sums of one thread beside those that are the same bits everywhere, and those of two threads.
template <class Workload>
void print_ways(long most_rows) {
    table const lines(std::string(Workload::name) + ", ways to sum", "rows",
                      {"one thread", "reproducible", "÷ one thread", "two threads", "one thread ÷ two"});
    for (long rows = 10'000; rows <= most_rows; rows *= 10) {
        Workload const work(rows);
        auto const expected = work.leibniz();
        require_equal(work.leibniz(::leibniz::reproducible), expected, "reproducible sums");
        double const ns = 1e9 / static_cast<double>(rows);
        auto const one = [&] { keep(work.leibniz()); };
        auto const reproducible = [&] { keep(work.leibniz(::leibniz::reproducible)); };
#if defined(BENCH_THREADS)
        tbb::global_control const two_threads(tbb::global_control::max_allowed_parallelism, 2);
        require_equal(work.leibniz(::leibniz::parallel), expected, "two threads");
        auto const t = least(one, reproducible);
        auto const w = least<wall_time>(one, [&] { keep(work.leibniz(::leibniz::parallel)); });
        lines.line(std::to_string(rows), {t[0]*ns, t[1]*ns, t[1]/t[0], w[1]*ns, w[0]/w[1]});
#else
        auto const t = least(one, reproducible);
        lines.line(std::to_string(rows), {t[0]*ns, t[1]*ns, t[1]/t[0]});
#endif
    }
}

}  // namespace bench
