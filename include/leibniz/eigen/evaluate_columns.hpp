#pragma once

#include <leibniz/eigen/column_steps.hpp>
#include <leibniz/eigen/compensated_sum.hpp>

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

    // What is looked up at run time, as tables of plain numbers: a reference into the program or the plan would cause all of it to
    // be emitted, and with it the functions of the graph that its functions refer to.
    struct root_table {
        int step[code.root_count + 1]{};
        bool varies[code.root_count + 1]{};
        constexpr root_table() {
            for (int r = 0; r < code.root_count; ++r) step[r] = code.roots[r], varies[r] = plan.varies[code.roots[r]];
        }
    };
    static constexpr root_table root{};

    template <int P>
    struct pass_tables {
        static constexpr auto steps = plan.by_row(P), ends = plan.reductions(P);
        struct reduction {
            int step, of;
            bool averages;
        };
        reduction reductions[ends.count + 1]{};
        int filled[steps.count + 1]{}, filled_count = 0;
        bool written[code.root_count + 1]{};
        constexpr pass_tables() {
            for (int k = 0; k < ends.count; ++k) {
                instruction const& s = code.code[ends.at[k]];
                reductions[k] = {ends.at[k], s.a, s.fn->averages};
            }
            for (int k = 0; k < steps.count; ++k)
                if (!plan.varies[steps.at[k]]) filled[filled_count++] = steps.at[k];
            for (int r = 0; r < code.root_count; ++r) written[r] = plan.is_written(r, P);
        }
    };
    template <int P>
    static constexpr pass_tables<P> tables{};

    /// Steps of long passes are compiled once, for whole lanes and the last rows together, because compilers take seconds for them;
    /// shorter ones are faster apart.
    template <int P>
    static constexpr bool is_long = pass_tables<P>::steps.count > 50;

    static auto run(B const&... bindings) {
        Eigen::Index const rows = common_length(bindings...);
        if constexpr (averages_rows())
            if (rows == 0)
                throw std::invalid_argument("evaluate: the mean of empty columns is not defined; bind columns with at least one row");
        over_columns work(rows, bindings...);
        if constexpr (column_results == 0) {
            work.template passes<0>(nullptr);
            numbers_of_rows<T, code.root_count> r;
            for (int k = 0; k < code.root_count; ++k) r.all[k] = work.once_[root.step[k]];
            return r;
        } else {
            results r(rows);
            T* out[code.root_count + 1]{};
            r.addresses(out);
            work.template passes<0>(out);
            for (int k = 0; k < code.root_count; ++k) r.numbers[k] = work.once_[root.step[k]];
            return r;
        }
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
        if (out.innerStride() != 1)
            throw std::invalid_argument("evaluate_into: the column to write into is strided; write into a packed one");
        if constexpr (averages_rows())
            if (rows == 0)
                throw std::invalid_argument("evaluate: the mean of empty columns is not defined; bind columns with at least one row");
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
                if (root.varies[r]) out[r] = columns[k++].data();
        }
        template <int R>
        auto take() {
            if constexpr (plan.varies[code.roots[R]]) return std::move(columns[columns_before<R>]);
            else return numbers[R];
        }
    };

private:
    explicit over_columns(Eigen::Index rows, B const&... bindings) : rows_(rows), readers_{{reader_from<T>(bindings)}..., {}} {
        int const* to = matched<compiled<E>::value, B...>.places;
        int const done[] = {0, (to = supply_number(inputs_, to, bindings), 0)...};
        static_cast<void>(done), static_cast<void>(to);
    }

    static constexpr bool averages_rows() {
        for (int i = 0; i < code.size; ++i)
            if (code.code[i].op == opcode::reduce && code.code[i].fn->averages) return true;
        return false;
    }

    template <int P>
    void passes(T* const* out) {
        run_once<P>();
        if constexpr (pass_tables<P>::ends.count > 0 || plan.written(P) > 0) over_rows<P>(out);
        if constexpr (P + 1 < plan.passes) passes<P + 1>(out);
    }

    template <int P>
    void run_once() {
        run_once<P>(std::make_index_sequence<static_cast<std::size_t>(plan.once(P).count)>{});
    }
    template <int P, std::size_t... I>
    void run_once(std::index_sequence<I...>) {
        [[maybe_unused]] static constexpr auto steps = plan.once(P);
        done const all[] = {done{}, (step_once<code.code[steps.at[I]].op, code.code[steps.at[I]].fn>(
                                         once_, steps.at[I], code.code[steps.at[I]].a, code.code[steps.at[I]].b, code.code[steps.at[I]].c,
                                         code.code[steps.at[I]].n, code.code[steps.at[I]].d, inputs_, rows_),
                                     done{})...};
        static_cast<void>(all);
    }

    /// One pass: all that pass P needs of a row is computed together, lane by lane.
    template <int P>
    void over_rows(T* const* out) {
        static constexpr int count = pass_tables<P>::ends.count;
        wide v[code.size];
        for (int k = 0; k < tables<P>.filled_count; ++k) v[tables<P>.filled[k]] = wide(once_[tables<P>.filled[k]]);
        compensated_sum<T> totals[count + 1];
        for (Eigen::Index row = 0; row < rows_;) {
            bool const whole = row + wide::width <= rows_;
            if constexpr (!is_long<P>) {
                if (!whole) {
                    read<P, false>(v, row);
                    compute<P>(v);
                    finish_rows<P>(v, totals, out, row);
                    break;
                }
            }
            Eigen::Index const lanes = whole ? (rows_ - row) / wide::width : 1;
            wide sums[count + 1];
            for (wide& s : sums) s = wide(T(0));
            for (Eigen::Index left = lanes < block_of_lanes ? lanes : block_of_lanes; left > 0; --left, row += wide::width) {
                if (!is_long<P> || whole) [[likely]]
                    read<P, true>(v, row);
                else read<P, false>(v, row);
                compute<P>(v);
                if (is_long<P> && !whole) [[unlikely]]
                    continue;
                accumulate<P>(sums, v, std::make_index_sequence<static_cast<std::size_t>(count)>{});
                write<P>(v, out, row, std::make_index_sequence<code.root_count>{});
            }
            if (!is_long<P> || whole)
                for (int r = 0; r < count; ++r) add_rows(totals[r], sums[r], wide::width);
            else finish_rows<P>(v, totals, out, row - wide::width);
        }
        for (int r = 0; r < count; ++r) {
            auto const& [step, of, averages] = tables<P>.reductions[r];
            once_[step] = totals[r].total();
            if (averages) once_[step] = once_[step] / whole_number<T>(rows_);
        }
    }

    /// Adds and writes the last rows, which do not fill a lane.
    template <int P>
    void finish_rows(wide const* v, compensated_sum<T>* totals, T* const* out, Eigen::Index row) const {
        for (int r = 0; r < pass_tables<P>::ends.count; ++r) add_rows(totals[r], v[tables<P>.reductions[r].of], rows_ - row);
        for (int r = 0; r < code.root_count; ++r) {
            if (!tables<P>.written[r]) continue;
            T values[wide::width];
            v[root.step[r]].store(values);
            for (Eigen::Index k = 0; row + k < rows_; ++k) out[r][row + k] = values[k];
        }
    }

    template <int P, std::size_t... R>
    [[gnu::always_inline]] static void accumulate([[maybe_unused]] wide* sums, [[maybe_unused]] wide const* v, std::index_sequence<R...>) {
        [[maybe_unused]] static constexpr auto const& ends = pass_tables<P>::ends;
        int const order[] = {0, (sums[R] = sums[R] + v[code.code[ends.at[R]].a], 0)...};  // no fold: no limit
        static_cast<void>(order);
    }
    template <int P, std::size_t... R>
    [[gnu::always_inline]] static void write([[maybe_unused]] wide const* v, [[maybe_unused]] T* const* out,
                                             [[maybe_unused]] Eigen::Index row, std::index_sequence<R...>) {
        int const order[] = {0, (plan.is_written(R, P) ? v[code.roots[R]].store(out[R] + row) : void(), 0)...};
        static_cast<void>(order);
    }

    static void add_rows(compensated_sum<T>& total, wide const& values, Eigen::Index count) {
        T each[wide::width];
        values.store(each);
        for (Eigen::Index k = 0; k < count; ++k) total.add(each[k]);
    }

    /// Reads the columns for a lane of rows, or for the last rows.
    template <int P, bool Whole>
    [[gnu::always_inline]] void read(wide* v, Eigen::Index row) const {
        read<P, Whole>(v, row, std::make_index_sequence<static_cast<std::size_t>(pass_tables<P>::steps.count)>{});
    }
    template <int P, bool Whole, std::size_t... I>
    [[gnu::always_inline]] void read(wide* v, Eigen::Index row, std::index_sequence<I...>) const {
        [[maybe_unused]] static constexpr auto const& steps = pass_tables<P>::steps;
        done const all[] = {done{},
                            (read_rows<Whole>(v, steps.at[I], reader_at<reader_of(steps.at[I])>(readers_), row, rows_ - row), done{})...};
        static_cast<void>(all);
    }

    template <int P>
    [[gnu::always_inline]] static void compute(wide* v) {
        compute<P>(v, std::make_index_sequence<static_cast<std::size_t>(pass_tables<P>::steps.count)>{});
    }
    template <int P, std::size_t... I>
    [[gnu::always_inline]] static void compute(wide* v, std::index_sequence<I...>) {
        [[maybe_unused]] static constexpr auto const& steps = pass_tables<P>::steps;
        done const all[] = {done{}, (step_by_row < plan.varies[steps.at[I]] && code.code[steps.at[I]].op != opcode::input,
                                     code.code[steps.at[I]].op, code.code[steps.at[I]].fn,
                                     T > (v, steps.at[I], code.code[steps.at[I]].a, code.code[steps.at[I]].b, code.code[steps.at[I]].c,
                                          code.code[steps.at[I]].n, code.code[steps.at[I]].d),
                                     done{})...};
        static_cast<void>(all);
    }
    /// The number of the column that a step reads, or of none.
    static constexpr std::size_t reader_of(int i) {
        bool const reads = plan.varies[i] && code.code[i].op == opcode::input;
        return reads ? static_cast<std::size_t>(matched<compiled<E>::value, B...>.argument_of[code.code[i].a]) : ~std::size_t{};
    }

    Eigen::Index rows_;
    column_readers<std::index_sequence_for<B...>, decltype(reader_from<T>(std::declval<B const&>()))...> readers_;
    T inputs_[code.variable_count + 1]{};
    T once_[code.size + 1]{};
};

}  // namespace leibniz::detail
