#pragma once

#include <leibniz/eigen/destinations.hpp>
#include <leibniz/eigen/evaluate_columns.hpp>

// Evaluation into what the caller owns: a column, a record, matrices.

namespace leibniz::inline v0_1::detail {

template <class Sums, class E, class T, class... B>
struct results_into<over_columns<Sums, E, T, B...>> {
    using work_type = over_columns<Sums, E, T, B...>;
    using tables = typename work_type::tables;
    static constexpr auto const& code = tables::code;
    static constexpr auto const& plan = tables::plan;
    static constexpr auto const& root = tables::root;

    /// The one result, which varies by row.
    template <class Threads, class Out>
    static void column(Out& out, B const&... bindings) {
        static_assert(code.root_count == 1 && plan.varies[code.roots[0]],
                      "evaluate_into: only one result that varies by row can be written into a column; write into a record or a number");
        constexpr bool of_same_numbers = std::same_as<T, typename Out::Scalar>;
        static_assert(of_same_numbers, "evaluate_into: the column to write into has another number type than the result");
        work_type work(value_of(bindings)...);
        if (out.size() != work.rows_)
            throw std::invalid_argument("evaluate_into: the column to write into has " + std::to_string(out.size()) +
                                        " rows, the bound columns have " + std::to_string(work.rows_));
        if (out.innerStride() != 1 || (out.outerSize() > 1 && out.outerStride() != out.innerSize()))
            throw std::invalid_argument("evaluate_into: the column to write into is strided; write into a packed one");
        done const apart[] = {done{}, (require_apart(out, value_of(bindings)), done{})...};  // rows are written as soon as they are computed
        static_cast<void>(apart);
        T* const to[] = {static_cast<T*>(static_cast<void*>(out.data()))};
        work.template passes<0, Threads>(to);
    }

    /// What `evaluate` returned before: its columns are written into, if they have as many rows and none is bound.
    template <class Threads, class Out>
    static void record(Out& out, B const&... bindings) {
        if constexpr (std::same_as<Out, decltype(record_of(std::declval<decltype(work_type::template run<Threads>(bindings...))&>()))> &&
                      tables::all_packed) {
            work_type work(value_of(bindings)...);
            bool fits = true;
            T* to[code.root_count + 1]{};
            for_leaves(
                [&](int number, auto& leaf) {
                    if constexpr (requires { leaf.data(); }) {
                        to[number] = leaf.data();
                        fits = fits && leaf.size() == work.rows_ && work.reads_none_of(leaf.data());
                    }
                },
                0, out);
            if (fits) {
                work.template passes<0, Threads>(to);
                for_leaves(
                    [&](int number, auto& leaf) {
                        if constexpr (!requires { leaf.data(); }) leaf = work.once_[root.step[number]];
                    },
                    0, out);
                return;
            }
        }
        auto all = work_type::template run<Threads>(bindings...);
        auto results = record_of(all);
        assign_results(out, results);
    }

    /// A matrix, a column of it for each result, or several ones, columns and numbers, one after the other.
    template <class Threads, class... Out>
    static void matrices(std::tuple<Out...>& out, B const&... bindings) {
        constexpr bool written = all_of({(written_matrix<std::remove_reference_t<Out>> || number_like<std::remove_reference_t<Out>>)...});
        static_assert(written, "evaluate_into: this cannot be written into; write into a matrix, a block or a map, or into a number");
        constexpr bool holds_copies = any_of({is_copy<Out>...});
        static_assert(!holds_copies, "evaluate_into: the tuple holds a copy, which would be lost with it; write std::tie(r, j)");
        constexpr bool of_same_numbers = !written || all_of({holds_numbers_of<T, std::remove_reference_t<Out>>...});
        static_assert(of_same_numbers, "evaluate_into: the matrix or number to write into has another number type than the results");
        if constexpr (written && of_same_numbers && !binds_columns<B...>) {
            T all[code.root_count + 1];
            run_program<E, T>(all, bindings...);
            write_into(out, all, code.root_count);
        } else if constexpr (written && of_same_numbers) {
            work_type work(value_of(bindings)...);
            destinations<T, code.root_count> const to(out, work.rows_);
            done const apart[] = {done{}, (to.require_apart_from(value_of(bindings), work.rows_), done{})...};
            static_cast<void>(apart);
            constexpr int others = total({int(!is_matrix<std::remove_cvref_t<Out>>)...});  // each takes one result
            work.template passes<0, Threads>(into_matrices<code.root_count - others>{to});
            for (int r = 0; r < code.root_count; ++r)
                if (filled.after[r]) to.fill(r, work.once_[root.step[r]], work.rows_);
        }
    }

private:
    template <class Results>
    static auto record_of(Results& all) {
        return shape_of<E>::type::template assembled<0>(all);
    }

    /// Results that are the same for all rows, by the pass that writes them beside others: the first one that knows them. Some are
    /// written after the last.
    struct filled_results {
        bool in[plan.passes][code.root_count + 1]{}, after[code.root_count + 1]{};
        constexpr filled_results() {
            for (int r = 0; r < code.root_count; ++r) {
                int const step = code.roots[r];
                if (plan.varies[step]) continue;
                int p = plan.pass[step];
                while (p < plan.passes && plan.written(p) == 0) ++p;
                (p < plan.passes ? in[p][r] : after[r]) = true;
            }
        }
    };
    static constexpr filled_results filled{};

    template <int Adjacent>
    struct into_matrices {
        destinations<T, code.root_count> const& to;

        template <int P>
        void rows(work_type const& work, Eigen::Index first, Eigen::Index end, auto& sums) const {
            // As many rows as are summed together, so that sums beside them have the same bits.
            constexpr Eigen::Index width = work_type::template rows<P>::width, summed = 64 * width;
            constexpr Eigen::Index few = std::max<Eigen::Index>(2048 / (code.root_count + 1) / width, 1) * width;
            T const* numbers[code.root_count + 1]{};
            for (int r = 0; r < code.root_count; ++r) numbers[r] = work.once_ + root.step[r];
            to.template compute<Adjacent, plan.reductions(P).count == 0 ? few : summed>(
                tables::template pass<P>.written, filled.in[P], numbers, first, end,
                [&](T* const* out, Eigen::Index from, Eigen::Index before) { compute_rows<P, T>(work, out, from, before, sums); });
        }
    };
};

}  // namespace leibniz::inline v0_1::detail
