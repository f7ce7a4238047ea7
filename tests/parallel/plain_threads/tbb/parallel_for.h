#pragma once

// What columns.cpp and the library use of oneTBB, made of plain threads. ThreadSanitizer sees how these wait for each other; of TBB's
// library, which is installed without its marks, it does not, and takes all of it for races.

#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace tbb {

struct simple_partitioner {};

/// Calls body(first), body(first + 1), ... to before `last`, each on a thread of its own, and throws what the first of them throws.
template <class Body>
void parallel_for(int first, int last, Body const& body, simple_partitioner = {}) {
    std::exception_ptr error;
    std::mutex guard;
    auto const run = [&](int index) {
        try {
            body(index);
        } catch (...) {
            std::lock_guard const lock(guard);
            if (!error) error = std::current_exception();
        }
    };
    std::vector<std::thread> others;
    for (int k = first + 1; k < last; ++k) others.emplace_back(run, k);
    if (first < last) run(first);
    for (std::thread& other : others) other.join();
    if (error) std::rethrow_exception(error);
}

class global_control {
public:
    static constexpr int max_allowed_parallelism = 0;
    global_control(int, std::size_t) {}
};

inline thread_local int threads_of_arena = 2;

class task_arena {
public:
    explicit task_arena(int threads) : threads_(threads) {}
    template <class F>
    void execute(F const& f) const {
        threads_of_arena = threads_;
        f();
        threads_of_arena = 2;
    }

private:
    int threads_;
};

namespace this_task_arena {
inline int max_concurrency() { return threads_of_arena; }
template <class F>
void isolate(F const& f) {
    f();
}
}  // namespace this_task_arena

}  // namespace tbb
