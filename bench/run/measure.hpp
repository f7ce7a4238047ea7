#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <initializer_list>
#include <string>
#include <type_traits>
#include <vector>

namespace bench {

template <class T>
using column = Eigen::Array<T, Eigen::Dynamic, 1>;

/// Value and gradient by P parameters, in one array.
template <class T, int P>
using results = std::array<T, P + 1>;

/// Where every result goes, so that none is left out by the compiler.
inline volatile double sink;

template <class T, std::size_t Size>
void keep(std::array<T, Size> const& all) {
    for (T each : all) sink = static_cast<double>(each);
}

/// Makes the compiler compute all of it, and store it.
template <class T>
[[gnu::always_inline]] inline void escape(T const& value) {
    asm volatile("" : : "g"(&value) : "memory");
}

/// Seconds that each race takes: BENCH_SECONDS in the environment, else a half.
inline double seconds_of_race() {
    char const* given = std::getenv("BENCH_SECONDS");
    return given != nullptr ? std::atof(given) : 0.5;
}

/// Seconds of the processor that this thread took: what other programs do at the same time counts only for the caches.
struct processor_time {
    static double now() {
        timespec time;
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + 1e-9*static_cast<double>(time.tv_nsec);
    }
};
/// Seconds on the wall, for what several threads do.
struct wall_time {
    static double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }
};

/// The seconds that so many calls take.
template <class Clock, class F>
double seconds(F const& f, long calls) {
    double const start = Clock::now();
    for (long k = 0; k < calls; ++k) {
        asm volatile("" ::: "memory");  // all that a call reads may be new
        f();
    }
    return Clock::now() - start;
}

/// Runs all in turn, many times, and gives the least seconds of a call of each. A turn is some 50 microseconds, if a call is not
/// longer: many turns pass undisturbed on a machine that is busy.
template <class Clock = processor_time, class... F>
std::array<double, sizeof...(F)> least_within(double time, F const&... f) {
    constexpr double turn = 5e-5;
    auto const calls_of = [](auto const& each) {
        long calls = 1;
        while (seconds<Clock>(each, calls) < turn && calls < 1'000'000) calls *= 2;
        return calls;
    };
    long const calls[] = {calls_of(f)...};
    std::array<double, sizeof...(F)> best;
    best.fill(1e9);
    double const start = wall_time::now();
    for (int round = 0; round < 7 || wall_time::now() - start < time; ++round) {
        std::size_t k = 0;
        ((best[k] = std::min(best[k], seconds<Clock>(f, calls[k]) / static_cast<double>(calls[k])), ++k), ...);
    }
    return best;
}
template <class Clock = processor_time, class... F>
std::array<double, sizeof...(F)> least(F const&... f) {
    return least_within<Clock>(seconds_of_race(), f...);
}

/// Ends the program unless a and b agree to 1e-8.
inline void require_equal(double a, double b, char const* what, double tolerance = 1e-8) {
    if (std::abs(a - b) <= tolerance * (1 + std::abs(b))) return;
    std::printf("%s: %.17g is not %.17g\n", what, a, b);
    std::exit(1);
}
template <class T, std::size_t Size>
void require_equal(std::array<T, Size> const& all, std::array<T, Size> const& expected, char const* what) {
    for (std::size_t i = 0; i < Size; ++i)
        require_equal(static_cast<double>(all[i]), static_cast<double>(expected[i]), what, std::is_same_v<T, double> ? 1e-8 : 1e-2);
}

/// Calls f with the first row and the number of rows of each block.
template <class F>
void in_blocks(long rows, long block, F f) {
    for (long first = 0; first < rows; first += block) f(first, std::min(block, rows - first));
}

/// Rows of a block: few enough that the temporaries of every workload stay in the cache.
constexpr long rows_of_block = 1024;

/// A table of Markdown, printed line by line.
class table {
public:
    table(std::string const& title, char const* first, std::initializer_list<char const*> columns) {
        widths_.push_back(std::string(first) == "rows" ? 10 : 48);
        std::printf("\n### %s\n\n|%-*s|", title.c_str(), widths_[0], std::string(1, ' ').append(first).c_str());
        std::string below = '|' + std::string(static_cast<std::size_t>(widths_[0]), '-') + '|';
        for (char const* column : columns) {
            int const letters = static_cast<int>(std::count_if(column, column + std::strlen(column), [](char c) { return (c & 0xc0) != 0x80; }));
            widths_.push_back(std::max(10, letters + 1));
            std::printf("%*s%s |", widths_.back() - letters, "", column);
            below += std::string(static_cast<std::size_t>(widths_.back()), '-') + ":|";
        }
        std::printf("\n%s\n", below.c_str());
    }
    void line(std::string const& first, std::initializer_list<double> entries) const {
        std::printf("| %-*s|", widths_[0] - 1, first.c_str());
        std::size_t k = 0;
        for (double entry : entries) std::printf(entry < 1 ? "%*.3f |" : entry < 100 ? "%*.2f |" : "%*.0f |", widths_[++k], entry);
        std::printf("\n");
        std::fflush(stdout);
    }

private:
    std::vector<int> widths_;  // of the columns
};

}  // namespace bench
