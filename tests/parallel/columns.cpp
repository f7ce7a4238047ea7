// Columns by several threads: the same bits as by one, whatever the number of threads, from any number of callers at once.
// Compiled twice, the second time with the checker for races.
#include <leibniz/eigen/accumulator.hpp>
#include <leibniz/eigen/parallel.hpp>
#include <leibniz/eigen/reproducible.hpp>
#include <leibniz/leibniz.hpp>

#include "../catch.hpp"

#include <boost/hana/unpack.hpp>
#include <tbb/global_control.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstring>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

constexpr auto line_loss = sum(pow<2>(w * x - y));
constexpr auto layered_loss = mean(pow<2>(sigmoid(w * x + b) * tanh(w * x - b) - y) + exp(-x * x) * log1p(y * y));
constexpr auto standardised = (x - mean(x)) / sqrt(mean(pow<2>(x - mean(x))));

constexpr int few_operations = 6, many_operations = 100;
constexpr long short_piece = detail::compensated::rows_of_piece(many_operations);
static_assert(short_piece < detail::compensated::rows_of_piece(few_operations));
/// So many rows that every model here is computed by several threads.
constexpr long many_rows = detail::threads::least_operations + 17;

template <class T>
using columns_of = Eigen::Array<T, Eigen::Dynamic, 1>;

template <class T>
bool same_bits(columns_of<T> const& one, columns_of<T> const& other) {
    return one.size() == other.size() && std::memcmp(one.data(), other.data(), static_cast<std::size_t>(one.size()) * sizeof(T)) == 0;
}
template <class T>
bool same_bits(T const& one, T const& other) {
    return std::memcmp(&one, &other, sizeof(T)) == 0;
}
/// Numbers of all sizes, of which huge ones cancel: what is left shows the order of additions.
template <class T>
columns_of<T> cancelling(long rows) {
    columns_of<T> all(rows);
    long const half = std::max(rows / 2, 1L);
    for (long k = 0; k < rows; ++k) {
        long const of_pair = k < half ? k : (k - half) * 7919 % half;
        T const size = std::ldexp(static_cast<T>(1 + of_pair * 37 % 1009) / 3, static_cast<int>(of_pair * 31 % 89));
        all[k] = (k < half ? size : -size) + T(k % 7);
    }
    return all;
}
template <class T>
columns_of<T> numbers(long rows, double scale) {
    columns_of<T> all(rows);
    for (long k = 0; k < rows; ++k) all[k] = static_cast<T>(scale * static_cast<double>(k * 7919 % 10007 - 5000));
    return all;
}

/// Calls f where so many threads take part.
template <class F>
void with_threads(int count, F const& f) {
    tbb::global_control const allowed(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(count));
    tbb::task_arena(count).execute(f);
}

template <class T>
void compare(long rows) {
    CAPTURE(rows, sizeof(T));
    columns_of<T> const xs = numbers<T>(rows, 1e-3), ys = numbers<T>(rows, -3e-4) + T(0.25);
    T const slope = T(0.7), offset = T(-0.2);
    auto const both = [&](auto model) {
        auto const expected = evaluate(model, w = slope, b = offset, x = xs, y = ys);
        auto const found = evaluate(parallel, model, w = slope, b = offset, x = xs, y = ys);
        return boost::hana::unpack(expected, [&](auto const&... one) {
            return boost::hana::unpack(found, [&](auto const&... other) { return (same_bits(one, other) && ...); });
        });
    };
    CHECK(both(outputs(line_loss + 0_c * b, w * x - y)));
    CHECK(both(outputs(layered_loss, diff(layered_loss, w), diff(layered_loss, b))));
    CHECK(both(outputs(standardised + 0_c * (w + b + y), mean(standardised), sum(x))));
    CHECK(both(outputs(w + b, w + b + 0_c * (x + y))));
    columns_of<T> const huge = cancelling<T>(rows);
    CHECK(same_bits(evaluate(sum(x), x = huge), evaluate(parallel, sum(x), x = huge)));
    CHECK(same_bits(evaluate(reproducible, sum(x), x = huge), evaluate(reproducible, parallel, sum(x), x = huge)));
    CHECK(same_bits(evaluate(reproducible, sum(x), x = huge), evaluate(parallel, reproducible, sum(x), x = huge)));

    columns_of<T> expected(rows), found(rows);
    evaluate_into(expected, standardised * w, w = slope, x = xs);
    evaluate_into(parallel, found, standardised * w, w = slope, x = xs);
    CHECK(same_bits(expected, found));
    evaluate_into(reproducible, expected, exp(w * x), w = slope, x = xs);
    evaluate_into(reproducible, parallel, found, exp(w * x), w = slope, x = xs);
    evaluate_into(parallel, reproducible, found, exp(w * x), w = slope, x = xs);
    CHECK(same_bits(expected, found));
    Eigen::Matrix<T, Eigen::Dynamic, 3, Eigen::RowMajor> expected_rows(rows, 3), found_rows(rows, 3);
    constexpr auto rows_of_slopes = outputs(standardised * w, diff(exp(w * x), w), w + b);
    evaluate_into(expected_rows, rows_of_slopes, w = slope, b = slope, x = xs);
    evaluate_into(parallel, found_rows, rows_of_slopes, w = slope, b = slope, x = xs);
    CHECK(same_bits(columns_of<T>(expected_rows.reshaped()), columns_of<T>(found_rows.reshaped())));
    T number{};
    evaluate_into(parallel, number, line_loss, w = slope, x = xs, y = ys);
    CHECK(same_bits(number, evaluate(line_loss, w = slope, x = xs, y = ys)));
}

/// A function of the user that does what a test wants in a row: a block of the library knows no state.
std::atomic<void (*)(double)> on_row{};
struct watched_function : unary {
    static constexpr char const *text = "watched", *latex = "\\operatorname{watched}";
    template <class T>
    static constexpr T value(T u) {
        if (auto const f = on_row.load()) f(static_cast<double>(u));
        return u;
    }
    static constexpr term partial(auto u) { return 1 + 0 * u; }
};
template <class U>
constexpr applied<watched_function, U> watched(U u) {
    return apply<watched_function>(u);
}

std::mutex names;
std::set<std::thread::id> present;
void note_thread(double) {
    std::lock_guard const lock(names);
    present.insert(std::this_thread::get_id());
}
std::atomic<bool> late{};
void wait_for_second(double) {
    note_thread(0);
    auto const end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    for (;;) {
        {
            std::lock_guard const lock(names);
            if (present.size() > 1 || late) return;
        }
        if (std::chrono::steady_clock::now() > end) late = true;
        std::this_thread::yield();
    }
}
void throw_late(double u) {
    if (u > 4.9) throw std::runtime_error("a row that cannot be computed");
}

}  // namespace

TEST_CASE("several threads give the bits of one, whatever their number") {
    for (int count : {1, 2, 3, 8})
        with_threads(count, [] {
            for (long rows : {1L, short_piece, short_piece + 1, 3 * short_piece - 1, many_rows}) {
                compare<double>(rows);
                compare<float>(rows);
            }
        });
}

TEST_CASE("integers and columns that are no packed memory are shared out, too") {
    with_threads(4, [] {
        columns_of<long> const whole = columns_of<long>::LinSpaced(many_rows, -5, many_rows - 6);
        CHECK(evaluate(parallel, sum(x * x), x = whole) == evaluate(sum(x * x), x = whole));
        columns_of<double> const xs = numbers<double>(2 * many_rows, 1e-3);
        auto const every_second = Eigen::Map<columns_of<double> const, 0, Eigen::InnerStride<2>>(xs.data(), many_rows);
        CHECK(same_bits(evaluate(parallel, layered_loss, w = 0.5, b = 1.0, x = every_second, y = 2 * every_second),
                        evaluate(layered_loss, w = 0.5, b = 1.0, x = every_second, y = 2 * every_second)));
    });
}

TEST_CASE("numbers alone, and few rows, stay on the thread of the caller") {
    CHECK(evaluate(parallel, w * x, w = 2.0, x = 3.0) == 6.0);
    CHECK(evaluate(parallel, outputs(w, w * x), w = 2, x = 3)[1_c] == 6);
    present.clear();
    on_row = note_thread;
    with_threads(4, [] { evaluate(parallel, sum(watched(x)), x = numbers<double>(short_piece, 1e-3)); });
    on_row = nullptr;
    CHECK(present.size() == 1);
}

TEST_CASE("many rows are shared by threads") {
    present.clear();
    late = false;
    on_row = wait_for_second;
    with_threads(4, [] { evaluate(parallel, sum(watched(x)), x = numbers<double>(many_rows, 1e-3)); });
    on_row = nullptr;
    CHECK_FALSE(late);
    CHECK(present.size() > 1);
}

TEST_CASE("columns are refused before any work, and what a row throws reaches the caller") {
    columns_of<double> const xs = numbers<double>(many_rows, 1e-3), shorter = xs.head(7);
    columns_of<double> out = columns_of<double>::Constant(many_rows, 5.0);
    with_threads(4, [&] {
        CHECK_THROWS_AS(evaluate(parallel, line_loss, w = 1.0, x = xs, y = shorter), std::invalid_argument);
        CHECK_THROWS_AS(evaluate(parallel, mean(x), x = columns_of<double>()), std::invalid_argument);
        CHECK_THROWS_AS(evaluate_into(parallel, out, w * x, w = 1.0, x = shorter), std::invalid_argument);
        CHECK((out == 5.0).all());
        on_row = throw_late;
        CHECK_THROWS_AS(evaluate(parallel, sum(watched(x)), x = xs), std::runtime_error);
        on_row = nullptr;
        CHECK(evaluate(parallel, sum(watched(x)), x = xs) == evaluate(sum(watched(x)), x = xs));
    });
}

TEST_CASE("tasks of TBB and many threads may call at the same time") {
    columns_of<double> const xs = numbers<double>(many_rows, 1e-3), ys = 0.5 * xs + 1;
    double const expected = evaluate(line_loss, w = 0.5, x = xs, y = ys);
    std::atomic<int> wrong = 0;
    with_threads(8, [&] {
        tbb::parallel_for(0, 16, [&](int) {
            wrong += evaluate(parallel, line_loss, w = 0.5, x = xs, y = ys) != expected;
        });
    });
    std::vector<std::thread> callers;
    for (int k = 0; k < 6; ++k)
        callers.emplace_back([&] {
            for (int turn = 0; turn < 5; ++turn) wrong += evaluate(parallel, line_loss, w = 0.5, x = xs, y = ys) != expected;
        });
    for (std::thread& caller : callers) caller.join();
    CHECK(wrong == 0);
}

TEST_CASE("rows are accumulated by several threads, and by threads with accumulators of their own") {
    columns_of<double> const xs = numbers<double>(many_rows, 1e-3), ys = 0.5 * xs + 1;
    auto one = accumulator(layered_loss), several = one, merged = one;
    one.add(w = 0.5, b = 1.0, x = xs, y = ys);
    with_threads(3, [&] { several.add(parallel, w = 0.5, b = 1.0, x = xs, y = ys); });
    CHECK(several.bytes() == one.bytes());

    std::mutex only;
    std::vector<std::thread> callers;
    for (long from = 0; from < many_rows; from += many_rows / 4)
        callers.emplace_back([&, from] {
            auto mine = accumulator(layered_loss);
            long const count = std::min(many_rows / 4, many_rows - from);
            mine.add(w = 0.5, b = 1.0, x = xs.segment(from, count), y = ys.segment(from, count));
            std::lock_guard const lock(only);
            merged += mine;
        });
    for (std::thread& caller : callers) caller.join();
    CHECK(merged.bytes() == one.bytes());

    auto const before = several.bytes();
    auto const breaks = [](double each) { return each > 0 ? throw std::runtime_error("broken") : each; };
    CHECK_THROWS_AS(several.add(parallel, w = 0.5, b = 1.0, x = xs.unaryExpr(breaks), y = ys), std::runtime_error);
    CHECK(several.bytes() == before);
}
