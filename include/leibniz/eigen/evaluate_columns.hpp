#pragma once

#include <leibniz/eigen/columns.hpp>
#include <leibniz/eigen/compensated_sum.hpp>
#include <leibniz/evaluate/evaluate.hpp>
#include <leibniz/evaluate/schedule.hpp>

#include <tuple>

namespace leibniz::detail {

template <class E, class T, class... B>
struct over_columns {
    static constexpr auto const& code = compiled<E>::value;
    static constexpr auto const& plan = schedule_of<E, B...>;
    static constexpr int block_of_lanes = 64;  // lanes between two corrected additions

    /// How many results before this one vary by row.
    template <int Root>
    static constexpr int columns_before = [] {
        int count = 0;
        for (int r = 0; r < Root; ++r) count += plan.varies[code.roots[r]];
        return count;
    }();
    static constexpr int column_results = columns_before<code.root_count>;

    using wide = lane<T>;
    template <class Bound>
    using reader = column_reader<T, typename Bound::type>;

    static auto run(B const&... bindings) {
        Eigen::Index const rows = common_length(bindings...);
        if constexpr (averages_rows())
            if (rows == 0) throw std::invalid_argument("evaluate: the mean of empty columns is not defined; bind columns with at least one row");
        over_columns work(rows, bindings...);
        results r(rows);
        T* out[code.root_count + 1]{};
        r.addresses(out);
        work.template passes<0>(out);
        for (int k = 0; k < code.root_count; ++k) r.numbers[k] = work.once_[code.roots[k]];
        return r;
    }

    /// Writes the one result, which varies by row, into memory of the caller.
    template <class Out>
    static void run_into(Out&& out, B const&... bindings) {
        static_assert(code.root_count == 1 && plan.varies[code.roots[0]],
                      "evaluate_into: only one result that varies by row can be written into a column; write into a record or a number");
        static_assert(std::same_as<T, typename std::remove_cvref_t<Out>::Scalar>,
                      "evaluate_into: the column to write into has another number type than the result");
        Eigen::Index const rows = common_length(bindings...);
        if (out.size() != rows)
            throw std::invalid_argument("evaluate_into: the column to write into has " + std::to_string(out.size()) +
                                        " rows, the bound columns have " + std::to_string(rows));
        if (out.innerStride() != 1) throw std::invalid_argument("evaluate_into: the column to write into is strided; write into a packed one");
        if constexpr (averages_rows())
            if (rows == 0) throw std::invalid_argument("evaluate: the mean of empty columns is not defined; bind columns with at least one row");
        over_columns work(rows, bindings...);
        T* const to[] = {out.data()};
        work.template passes<0>(to);
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
                if (plan.varies[code.roots[r]]) out[r] = columns[k++].data();
        }
        template <int R>
        auto take() {
            if constexpr (plan.varies[code.roots[R]]) return std::move(columns[columns_before<R>]);
            else return numbers[R];
        }
    };

private:
    explicit over_columns(Eigen::Index rows, B const&... bindings) : rows_(rows), readers_(source(bindings)...) {
        int const* to = matched<compiled<E>::value, B...>.places;
        int const done[] = {0, (to = supply_number(to, bindings), 0)...};
        static_cast<void>(done), static_cast<void>(to);
    }

    static constexpr bool averages_rows() {
        for (int i = 0; i < code.size; ++i)
            if (code.code[i].op == opcode::reduce && code.code[i].fn->averages) return true;
        return false;
    }

    struct no_column {};
    template <class Bound>
    static auto source(Bound const& bound) {
        if constexpr (argument<Bound>::columns) return reader<Bound>(bound.value);
        else return no_column{};
    }
    template <class Bound>
    int const* supply_number(int const* to, Bound const& bound) {
        if constexpr (argument<Bound>::columns) return to + 1;
        else return supply(inputs_, to, bound);
    }

    template <int P>
    void passes(T* const* out) {
        run_once<P>();
        static constexpr auto reductions = plan.reductions(P);
        if constexpr (reductions.count > 0 || plan.written(P) > 0) over_rows<P>(out);
        if constexpr (P + 1 < plan.passes) passes<P + 1>(out);
    }

    template <int P, int From, std::size_t... I>
    void some_once(std::index_sequence<I...>) {
        [[maybe_unused]] static constexpr auto steps = plan.once(P);
        (once<steps.at[From + static_cast<int>(I)]>(), ...);
    }
    template <int P, int From = 0>
    void run_once() {
        static constexpr int all = plan.once(P).count;
        constexpr int chunk = all - From < 128 ? all - From : 128;
        some_once<P, From>(std::make_index_sequence<static_cast<std::size_t>(chunk)>{});
        if constexpr (From + chunk < all) run_once<P, From + chunk>();
    }
    template <int I>
    void once() {
        constexpr instruction const& s = code.code[I];
        if constexpr (s.op == opcode::reduce) once_[I] = s.fn->averages ? once_[s.a] : once_[s.a] * static_cast<T>(rows_);
        else step<s.op, s.fn>(once_, I, s.a, s.b, s.c, s.n, s.d, inputs_);
    }

    /// One pass: all that pass P needs of a row is computed together, lane by lane.
    template <int P>
    void over_rows(T* const* out) {
        [[maybe_unused]] static constexpr auto steps = plan.by_row(P);
        static constexpr auto reductions = plan.reductions(P);
        wide v[code.size];
        for (int k = 0; k < steps.count; ++k)  // what does not vary by row fills its lane once, before the rows
            if (!plan.varies[steps.at[k]]) v[steps.at[k]] = wide(once_[steps.at[k]]);
        compensated_sum<T> totals[reductions.count + 1];
        Eigen::Index row = 0;
        while (row + wide::width <= rows_) {
            wide sums[reductions.count + 1];
            for (wide& s : sums) s = wide(T(0));
            Eigen::Index const whole = (rows_ - row) / wide::width;
            for (Eigen::Index left = whole < block_of_lanes ? whole : block_of_lanes; left > 0; --left, row += wide::width) {
                by_row<P>(v, row, wide::width);
                accumulate<P>(sums, v, std::make_index_sequence<reductions.count>{});
                write<P>(v, out, row, std::make_index_sequence<code.root_count>{});
            }
            for (int r = 0; r < reductions.count; ++r) add_rows(totals[r], sums[r], wide::width);
        }
        if (row < rows_) {
            by_row<P>(v, row, rows_ - row);
            for (int r = 0; r < reductions.count; ++r) add_rows(totals[r], v[code.code[reductions.at[r]].a], rows_ - row);
            for (int r = 0; r < code.root_count; ++r) {
                if (!plan.is_written(r, P)) continue;
                T values[wide::width];
                v[code.roots[r]].store(values);
                for (Eigen::Index k = 0; row + k < rows_; ++k) out[r][row + k] = values[k];
            }
        }
        for (int r = 0; r < reductions.count; ++r) {
            int const i = reductions.at[r];
            once_[i] = totals[r].total();
            if (code.code[i].fn->averages) once_[i] = once_[i] / static_cast<T>(rows_);
        }
    }

    template <int P, std::size_t... R>
    [[gnu::always_inline]] static void accumulate([[maybe_unused]] wide* sums, [[maybe_unused]] wide const* v, std::index_sequence<R...>) {
        [[maybe_unused]] static constexpr auto reductions = plan.reductions(P);
        int const order[] = {0, (sums[R] = sums[R] + v[code.code[reductions.at[R]].a], 0)...};  // no fold: no limit
        static_cast<void>(order);
    }
    template <int P, std::size_t... R>
    [[gnu::always_inline]] static void write([[maybe_unused]] wide const* v, [[maybe_unused]] T* const* out, [[maybe_unused]] Eigen::Index row,
                                              std::index_sequence<R...>) {
        int const order[] = {0, (plan.is_written(R, P) ? v[code.roots[R]].store(out[R] + row) : void(), 0)...};
        static_cast<void>(order);
    }

    static void add_rows(compensated_sum<T>& total, wide const& values, Eigen::Index count) {
        T each[wide::width];
        values.store(each);
        for (Eigen::Index k = 0; k < count; ++k) total.add(each[k]);
    }

    /// In chunks: a fold is limited to 256 operands on clang.
    template <int P, int From, std::size_t... I>
    [[gnu::always_inline]] void some_by_row(wide* v, Eigen::Index row, Eigen::Index count, std::index_sequence<I...>) const {
        [[maybe_unused]] static constexpr auto steps = plan.by_row(P);
        (one_step<steps.at[From + static_cast<int>(I)]>(v, row, count), ...);
    }
    template <int P, int From = 0>
    [[gnu::always_inline]] void by_row(wide* v, Eigen::Index row, Eigen::Index count) const {
        static constexpr int all = plan.by_row(P).count;
        constexpr int chunk = all - From < 128 ? all - From : 128;
        some_by_row<P, From>(v, row, count, std::make_index_sequence<static_cast<std::size_t>(chunk)>{});
        if constexpr (From + chunk < all) by_row<P, From + chunk>(v, row, count);
    }
    template <int I>
    [[gnu::always_inline]] void one_step(wide* v, Eigen::Index row, Eigen::Index count) const {
        constexpr instruction const& s = code.code[I];
        if constexpr (!plan.varies[I]) return;
        else if constexpr (s.op == opcode::input) {
            auto const& from = std::get<static_cast<std::size_t>(matched<compiled<E>::value, B...>.argument_of[s.a])>(readers_);
            v[I] = count == wide::width ? from.load(row) : from.load_some(row, count);
        } else step<s.op, s.fn, wide>(v, I, s.a, s.b, s.c, s.n, s.d, nullptr);
    }

    Eigen::Index rows_;
    std::tuple<decltype(source(std::declval<B const&>()))...> readers_;
    T inputs_[code.variable_count + 1]{};
    T once_[code.size + 1]{};
};

}  // namespace leibniz::detail
