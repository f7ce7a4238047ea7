#pragma once

#include <leibniz/eigen/column_sums.hpp>
#include <leibniz/eigen/column_tables.hpp>
#include <leibniz/eigen/leaves.hpp>

#include <algorithm>
#include <string>

namespace leibniz::inline v0_1::detail {

/// Writes into what the caller owns: eigen/evaluate_into.hpp.
template <class Work>
struct results_into;

/// What `over_rows` of the work does. Never inlined: another copy, made for other callers, could round differently. `used`, so that g++ makes
/// no copy with fewer parameters, into which it would not put all that the rows call: in large programs that took twice as long.
template <int P, class T, class Work, class Totals>
[[gnu::flatten, gnu::noinline, gnu::used]] void compute_rows(Work const& work, T* const* out, Eigen::Index first, Eigen::Index end,
                                                             Totals& sums) {
    work.template over_rows<P>(out, first, end, sums);
}

template <class Sums, class E, class T, class... B>
struct over_columns {
    using tables = column_tables<E, T, B...>;
    static constexpr auto const& code = tables::code;
    static constexpr auto const& plan = tables::plan;
    static constexpr auto const& root = tables::root;
    static constexpr auto const& numbered = tables::numbered;
    template <int P>
    using pass = typename tables::template pass_tables<P>;
    template <int P>
    static constexpr typename tables::template pass_steps<P> const& each = tables::template steps<P>;
    static constexpr int columns = tables::columns, column_results = tables::column_results;
    template <int P>
    using rows = typename Sums::template rows<T, tables::template packets_at_once<P>>;

    template <class Threads = one_thread>
    static auto run(B const&... bindings) {
        if constexpr (all_of({binds_one_symbol<B>...})) return run_on<Threads>(bindings.value...);
        else return run_on<Threads>(value_of(bindings)...);
    }
    template <class Threads>
    static auto run_on(typename argument<B>::value const&... values) {
        over_columns work(values...);
        if constexpr (column_results == 0) {
            work.template passes<0, Threads>(nullptr);
            numbers_of_rows<T, code.root_count> r;
            for (int k = 0; k < code.root_count; ++k) r.all[k] = work.once_[root.step[k]];
            return r;
        } else {
            results r(work.rows_);
            T* out[code.root_count + 1]{};
            r.addresses(out);
            work.template passes<0, Threads>(out);
            for (int k = 0; k < code.root_count; ++k)
                if (!root.varies[k]) r.numbers[k] = work.once_[root.step[k]];
            return r;
        }
    }

    /// Writes the results into what the caller owns: a column, a record that `evaluate` returned, a matrix, or several ones.
    template <class Threads = one_thread, class Out>
    static void run_into(Out&& out, B const&... bindings) {
        if constexpr (bundle<E>) {
            auto all = std::tie(out);
            results_into<over_columns>::template matrices<Threads>(all, bindings...);
        } else results_into<over_columns>::template column<Threads>(out, bindings...);
    }
    template <class Threads = one_thread, class Out>
    static void run_into_record(Out& out, B const&... bindings) {
        if constexpr (is_tuple<Out>) results_into<over_columns>::template matrices<Threads>(out, bindings...);
        else results_into<over_columns>::template record<Threads>(out, bindings...);
    }

    /// The results by number: a column where the result varies by row, else a number.
    struct results {
        using owned = Eigen::Array<T, Eigen::Dynamic, 1>;
        T numbers[code.root_count + 1]{};
        owned columns[column_results + 1];

        explicit results(Eigen::Index rows) {
            for (int k = 0; k < column_results; ++k) columns[k].resize(rows);
        }
        void addresses(T** out) {
            for (int r = 0, k = 0; r < code.root_count; ++r)
                if (root.varies[r]) out[r] = columns[k++].data();
        }
        template <int R>
        auto take() {
            if constexpr (plan.varies[code.roots[R]]) return std::move(columns[tables::template columns_before<R>]);
            else return numbers[R];
        }
    };

private:
    template <class, class, class...>
    friend struct rows_of_chunk;
    template <class>
    friend struct results_into;
    template <int, class Number, class Work, class Totals>
    friend void compute_rows(Work const&, Number* const*, Eigen::Index, Eigen::Index, Totals&);

    explicit over_columns(typename argument<B>::value const&... values) : rows_(common_rows<B...>(values...)), readers_(values...) {
        T const** from = from_;
        int const* to = matched<compiled<E>::value, B...>.places;
        int const done[] = {0, (to = supply_number(inputs_, to, values), from = put_column(from, values), 0)...};
        static_cast<void>(done), static_cast<void>(to), static_cast<void>(from);
    }

    bool reads_none_of(T const* column) const {
        bool none = true;
        for (int k = 0; k < columns; ++k) none = none && (from_[k] == nullptr || from_[k] + rows_ <= column || column + rows_ <= from_[k]);
        return none;
    }

    template <int P, class Threads, class Out>
    void passes(Out out) {
        if constexpr (P == 0 && tables::averages_rows)
            if (rows_ == 0)
                throw std::invalid_argument("evaluate: the mean of empty columns is not defined; bind columns with at least one row");
        run_once<P>();
        if constexpr (pass<P>::ends.count > 0 || plan.written(P) > 0) {
            totals<P> sums;
            Threads::template sum<Sums>(sums, rows_, rows_of_pass<P, Out>{*this, out});
            reduce<P>(sums);
        }
        if constexpr (P + 1 < plan.passes) passes<P + 1, Threads>(out);
    }

    template <int P>
    void run_once() {
        run_once<P>(std::make_index_sequence<static_cast<std::size_t>(plan.once(P).count)>{});
    }
    template <int P, std::size_t... I>
    void run_once(std::index_sequence<I...>) {
        [[maybe_unused]] static constexpr auto steps = plan.once(P);
        done const all[] = {done{}, (Sums::template once<code.code[steps.at[I]].op, code.code[steps.at[I]].fn>(
                                         once_, steps.at[I], code.code[steps.at[I]].a, code.code[steps.at[I]].b, code.code[steps.at[I]].c,
                                         code.code[steps.at[I]].n, code.code[steps.at[I]].d, inputs_, rows_),
                                     done{})...};
        static_cast<void>(all);
    }

    /// Rows that do not fill a lane run through the same code: on copies of the columns, behind as many copies of the first of them,
    /// so that no value arises that no row has; and with room for the results.
    template <int P>
    struct last_rows {
        T read[columns + 1][rows<P>::width], written[column_results + 1][rows<P>::width];
        T const* from[columns + 1];
        T* to[code.root_count + 1];
    };
    template <int P>
    [[gnu::noinline]] void copy_last(last_rows<P>& last, Eigen::Index row, Eigen::Index count) const {
        Eigen::Index const before = rows<P>::width - count;
        if constexpr (!tables::all_packed) copy_others(last, row, count, std::index_sequence_for<B...>{});
        for (int k = 0; k < columns; ++k) {
            last.from[k] = last.read[k];
            copy_rows(last.read[k], from_[k] == nullptr ? last.read[k] + before : from_[k] + row, before, count);
        }
        for (int r = 0, k = 0; r < code.root_count; ++r)
            if (root.varies[r]) last.to[r] = last.written[k++];
    }
    template <int P, std::size_t... N>
    void copy_others(last_rows<P>& last, Eigen::Index row, Eigen::Index count, std::index_sequence<N...>) const {
        done const all[] = {
            done{}, (reader_at<N>(readers_).copy(last.read[numbered.of_argument[N]] + (rows<P>::width - count), row, count), done{})...};
        static_cast<void>(all);
    }

    template <int P>
    using totals = totals_of_rows<typename Sums::template total<T>, pass<P>::ends.count>;

    /// What a thread computes at a time. `Out` has the columns to write into, or a way of its own to do so.
    template <int P, class Out = T* const*>
    struct rows_of_pass {
        static constexpr int operations = tables::template pass<P>.operations;
        over_columns const& work;
        Out out;
        void operator()(Eigen::Index first, Eigen::Index end, totals<P>& sums) const {
            if constexpr (requires { out.template rows<P>(work, first, end, sums); }) out.template rows<P>(work, first, end, sums);
            else compute_rows<P, T>(work, out, first, end, sums);
        }
    };

    /// Computes the rows from `first` to before `end` lane by lane, all that pass P needs of a row together, and adds them to `sums`.
    /// The last ones, which do not fill a lane, come before the last block, so that blocks by themselves give the same bits: of a lane
    /// in which rows that count elsewhere stand before them, or of copies, where there are no such rows or results would overwrite them.
    template <int P>
    [[gnu::always_inline]] void over_rows(T* const* out, Eigen::Index first, Eigen::Index end, totals<P>& sums) const {
        using lane = rows<P>;
        static constexpr auto const& looked_up = tables::template pass<P>;
        static constexpr int count = pass<P>::ends.count;
        typename lane::packet fixed[pass<P>::by_row.count + 1];  // one, of which a lane has copies
        for (int k = 0; k < looked_up.filled_count; ++k) fixed[k] = typename lane::packet(once_[looked_up.filled[k]]);
        last_rows<P> last;
        using block_type = typename Sums::template block_sums<lane, count>;
        block_type block(first == 0);
        typename block_type::running running;
        auto const all = static_cast<std::size_t>(end - first);  // unsigned, for short divisions
        auto left = static_cast<Eigen::Index>(all / lane::width), rest = static_cast<Eigen::Index>(all % lane::width);
        bool const copied = rest > 0 && (plan.written(P) > 0 || left == 0);
        if (copied) copy_last(last, end - rest, rest);
        for (Eigen::Index row = first; left + rest > 0;) {
            bool const is_rest = rest > 0 && left < block.most_lanes();
            bool const from_copy = is_rest && copied;
            T const* const* const from = from_copy ? last.from : from_;
            T* const* const to = from_copy ? last.to : out;
            Eigen::Index const lanes = is_rest ? 1 : std::min<Eigen::Index>(left, block.most_lanes());
            block.start(running, is_rest);
            Eigen::Index at = !is_rest ? row : from_copy ? 0 : end - lane::width;
            for (Eigen::Index k = lanes; k > 0; --k, at += lane::width) row_by_row<P, lane>(running, fixed, from, to, at);
            if (is_rest) {
                block.finish_rest(running, sums, rest);
                if constexpr (plan.written(P) > 0)
                    for (int r = 0; r < code.root_count; ++r)
                        if (looked_up.written[r]) std::copy_n(last.to[r] + (lane::width - rest), rest, out[r] + (end - rest));
                rest = 0;
                if (left > 0 || !block_type::keeps_rest) continue;
            }
            if (block.finish(running, sums, lanes) && !is_rest) row += lanes * lane::width, left -= lanes;
        }
        block.end(sums);
    }
    /// What the sums of all rows give.
    template <int P>
    void reduce(totals<P> const& sums) {
        for (int r = 0; r < pass<P>::ends.count; ++r) {
            auto const& [step, of, averages] = tables::template pass<P>.reductions[r];
            once_[step] = sums.of[r].total();
            if (averages) once_[step] = once_[step] / whole_number<T>(rows_);
        }
    }

    /// The steps for a lane of rows. All are local and constant places, so that they are registers.
    template <int P, class Lane, class Block>
    [[gnu::always_inline]] void row_by_row(Block& sums, typename Lane::packet const* fixed, T const* const* from, T* const* to,
                                           Eigen::Index row) const {
        Lane v[code.size];
        if constexpr (!tables::all_packed) read_others<P>(v, from, row, std::index_sequence_for<B...>{});
        compute<P>(v, fixed, from, row, std::make_index_sequence<static_cast<std::size_t>(pass<P>::by_row.count)>{});
        accumulate<P>(sums, v, std::make_index_sequence<static_cast<std::size_t>(pass<P>::ends.count)>{});
        write<P>(v, to, row, std::make_index_sequence<code.root_count>{});
    }
    template <int P, class Lane, std::size_t... N>
    [[gnu::always_inline]] void read_others(Lane* v, T const* const* from, Eigen::Index row, std::index_sequence<N...>) const {
        done const all[] = {
            done{}, (read_rows<(each<P>.input[N] >= 0)>(v, each<P>.input[N], reader_at<N>(readers_), from[numbered.of_argument[N]], row),
                     done{})...};
        static_cast<void>(all);
    }
    template <int P, class Lane, std::size_t... I>
    [[gnu::always_inline]] static void compute(Lane* v, typename Lane::packet const* fixed, T const* const* from, Eigen::Index row,
                                               std::index_sequence<I...>) {
        [[maybe_unused]] static constexpr auto const& steps = pass<P>::by_row;
        done const all[] = {done{}, (step_by_row<each<P>.at[I].what, code.code[steps.at[I]].op, code.code[steps.at[I]].fn>(
                                         v, steps.at[I], each<P>.at[I].a, each<P>.at[I].b, each<P>.at[I].c, fixed, from, row),
                                     done{})...};
        static_cast<void>(all);
    }
    template <int P, class Block, class Lane, std::size_t... R>
    [[gnu::always_inline]] static void accumulate(Block& sums, [[maybe_unused]] Lane const* v, std::index_sequence<R...>) {
        [[maybe_unused]] static constexpr auto const& ends = pass<P>::ends;
        int const order[] = {0, (sums.add(static_cast<int>(R), v[code.code[ends.at[R]].a]), 0)...};  // no fold: no limit
        static_cast<void>(order);
        sums.next();
    }
    template <int P, class Lane, std::size_t... R>
    [[gnu::always_inline]] static void write([[maybe_unused]] Lane const* v, [[maybe_unused]] T* const* out,
                                             [[maybe_unused]] Eigen::Index row, std::index_sequence<R...>) {
        int const order[] = {0, (plan.is_written(R, P) ? v[code.roots[R]].store(out[R] + row) : void(), 0)...};
        static_cast<void>(order);
    }

    Eigen::Index rows_;
    T const* from_[columns + 1];  // the memory of each column; null if not packed
    [[no_unique_address]] typename tables::readers readers_;
    T inputs_[code.variable_count + 1];
    T once_[code.size + 1];
};

}  // namespace leibniz::inline v0_1::detail
