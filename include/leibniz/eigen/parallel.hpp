#pragma once

#include <leibniz/eigen/evaluate_into.hpp>

#if !__has_include(<tbb/parallel_for.h>)
#error "leibniz/eigen/parallel.hpp needs oneTBB; install it (Debian: libtbb-dev) and link with leibniz::parallel, or with -ltbb"
#endif
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <atomic>
#include <vector>

namespace leibniz::inline v0_1::detail {

/// Pieces of work: each thread takes those of its own part one after another, and then what is left of the others', so that a thread
/// that comes late, or not at all, delays nothing. Parts are adjacent pieces, as processors read ahead.
template <class F>
class shared_pieces {
public:
    /// Calls piece(0), piece(1), ... to before `count`, each once.
    static void run(Eigen::Index count, F const& piece) {
        shared_pieces all(count, piece);
        // A thread that waits for the others must not take up another task of its caller, who is in the midst of one.
        tbb::this_task_arena::isolate([&all] { all.share(); });
    }

private:
    /// A thread's part, as TBB copies it.
    class worker {
    public:
        explicit worker(shared_pieces& all) : all_(&all) {}
        void operator()(int part) const { all_->work(part); }

    private:
        shared_pieces* all_;
    };
    /// The pieces of a part that nobody has taken yet, in a line of the cache of its own.
    struct alignas(64) rest {
        std::atomic<Eigen::Index> next = 0;
        Eigen::Index end = 0;
    };

    shared_pieces(Eigen::Index count, F const& piece)
        : parts_(static_cast<std::size_t>(std::min<Eigen::Index>(tbb::this_task_arena::max_concurrency(), count))), piece_(piece) {
        auto const parts = static_cast<Eigen::Index>(parts_.size());
        for (Eigen::Index k = 0; k < parts; ++k) part(k).next = k * count / parts, part(k).end = (k + 1) * count / parts;
    }

    rest& part(Eigen::Index number) { return parts_[static_cast<std::size_t>(number)]; }
    void share() { tbb::parallel_for(0, static_cast<int>(parts_.size()), worker(*this), tbb::simple_partitioner()); }
    void work(Eigen::Index own) {
        auto const parts = static_cast<Eigen::Index>(parts_.size());
        try {
            for (Eigen::Index k = own; k < own + parts; ++k) {
                rest& of = part(k % parts);
                for (Eigen::Index number; (number = of.next.fetch_add(1, std::memory_order_relaxed)) < of.end;) piece_(number);
            }
        } catch (...) {
            for (rest& of : parts_) of.next.store(of.end, std::memory_order_relaxed);  // the others need not go on
            throw;
        }
    }

    std::vector<rest> parts_;
    F const& piece_;
};

/// Who computes the pieces: several threads where that pays. Their totals are merged in the order of the rows.
struct threads {
    /// Operations below which a thread costs more than it saves: some 25 microseconds.
    static constexpr Eigen::Index least_operations = 1 << 19;

    template <class Sums, class Totals, class F>
    static void sum(Totals& totals, Eigen::Index rows, F const& sum_of) {
        constexpr Eigen::Index most = Sums::rows_of_piece(F::operations);
        if (rows <= most || rows < least_operations / F::operations) return one_thread::sum<Sums>(totals, rows, sum_of);
        Eigen::Index const count = (rows + most - 1) / most;
        std::vector<Totals> pieces(static_cast<std::size_t>(std::min(count, most_pieces<Totals>)));
        for (Eigen::Index before = 0; before < count; before += most_pieces<Totals>) {
            auto const sum_piece = [&](Eigen::Index number) {
                Totals piece;
                sum_of((before + number) * most, std::min((before + number + 1) * most, rows), piece);
                pieces[static_cast<std::size_t>(number)] = piece;
            };
            Eigen::Index const shared = std::min(count - before, most_pieces<Totals>);
            shared_pieces<decltype(sum_piece)>::run(shared, sum_piece);
            for (Eigen::Index number = 0; number < shared; ++number) totals += pieces[static_cast<std::size_t>(number)];
        }
    }

private:
    /// Pieces that are shared out at a time: about a megabyte of totals, however many rows there are.
    template <class Totals>
    static constexpr Eigen::Index most_pieces = std::max<Eigen::Index>(64, (1 << 20) / static_cast<Eigen::Index>(sizeof(Totals)));
};

struct parallel_execution {};

}  // namespace leibniz::inline v0_1::detail

namespace leibniz::inline v0_1 {

/// `evaluate(parallel, e, w = 1.0, x = xs)`: over columns by several threads.
inline constexpr detail::parallel_execution parallel{};

/// What `evaluate(e, ...)` returns, to the bit, computed by the threads of oneTBB: as many as the processor runs, or as the caller's
/// `tbb::task_arena` or `tbb::global_control` has. Calls of less than some 25 microseconds stay on the caller's thread. The threads
/// persist from one call to the next; calls may come from several threads, and from tasks of TBB. A bound Eigen expression is read by
/// several threads. Refuses and throws what `evaluate` does, before any work.
///
///     double const cost = evaluate(parallel, sum(pow<2>(w*x - y)), w = 2.0, x = xs, y = ys);
///     assert(cost == evaluate(sum(pow<2>(w*x - y)), w = 2.0, x = xs, y = ys));
template <class E, class... B>
    requires(expression<E> || bundle<E>)
auto evaluate(detail::parallel_execution, E, B const&... arguments) {
    if constexpr (!std::same_as<decltype(detail::diagnose<E, B...>()), detail::accepted> || !detail::binds_columns<B...>) {
        return evaluate(E{}, arguments...);
    } else {
        using number = typename detail::common_number<typename detail::argument<B>::number...>::type;
        auto results = detail::over_columns<detail::compensated, E, number, B...>::template run<detail::threads>(arguments...);
        return detail::shape_of<E>::type::template assembled<0>(results);
    }
}

/// What `evaluate_into(out, e, ...)` writes, to the bit, by several threads.
///
///     Eigen::ArrayXd line(3);
///     evaluate_into(parallel, line, w*x, w = 2.0, x = xs);
///     assert(line[2] == 6.0);
template <class Out, class E, class... B>
    requires(expression<E> || bundle<E>)
void evaluate_into(detail::parallel_execution, Out&& out, E, B const&... arguments) {
    using number = typename detail::common_number<typename detail::argument<B>::number...>::type;
    if constexpr (!std::same_as<decltype(detail::diagnose<E, B...>()), detail::accepted> || !detail::binds_columns<B...>) {
        evaluate_into(out, E{}, arguments...);
    } else if constexpr (requires {
                             out.rows();
                             out.data();
                         }) {
        detail::over_columns<detail::compensated, E, number, B...>::template run_into<detail::threads>(out, arguments...);
    } else if constexpr (bundle<E>) {
        detail::over_columns<detail::compensated, E, number, B...>::template run_into_record<detail::threads>(out, arguments...);
    } else {
        auto results = evaluate(parallel, E{}, arguments...);
        detail::assign_results(out, results);
    }
}

}  // namespace leibniz::inline v0_1
