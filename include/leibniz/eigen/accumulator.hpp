#pragma once

#include <leibniz/eigen/accumulated_model.hpp>
#include <leibniz/eigen/accumulated_rows.hpp>
#include <leibniz/eigen/reproducible.hpp>

#include <array>
#include <span>
#include <stdexcept>
#include <string>

namespace leibniz::inline v0_1 {
namespace detail {

struct threads;  // parallel.hpp
struct parallel_execution;

/// Adds the rows of one call.
template <class E, class T, class... B>
struct rows_of_chunk {
    using tables = accumulated_tables<E>;
    using rows = accumulated_rows<T, tables::code.variable_count, tables::reductions>;
    using columns = over_columns<exactly, E, T, B...>;
    using totals = typename columns::template totals<0>;

    template <class Threads>
    static void add(rows& all, B const&... bindings) {
        if constexpr (all_of({binds_one_symbol<B>...})) add_values<Threads>(all, bindings.value...);
        else add_values<Threads>(all, value_of(bindings)...);
    }
    template <class Threads>
    static void add_values(rows& all, typename argument<B>::value const&... values) {
        columns chunk(values...);
        chunk.template run_once<0>();
        rows next;
        next.rows = static_cast<std::uint64_t>(chunk.rows_);
        for (int v = 0; v < tables::code.variable_count; ++v) {
            next.bound[v] = kinds.bound[v];
            if (next.bound[v] == row_binding::number) next.numbers[v] = chunk.inputs_[v];
        }
        for (int k = 0; k < tables::reductions; ++k) {
            next.reduced[k] = kinds.reduced[k];
            if (next.reduced[k] == row_binding::number) next.fixed[k] = chunk.once_[tables::table.of[k]];
        }
        all.require_same(next, tables::table.names);
        if constexpr (columns::template pass<0>::ends.count > 0) {
            totals sums;
            Threads::template sum<exactly>(sums, chunk.rows_, typename columns::template rows_of_pass<0>{chunk, nullptr});
            for (int k = 0, end = 0; k < tables::reductions; ++k)
                if (next.reduced[k] == row_binding::column) next.sums[k] = sums.of[end++];
        }
        all.merge(next);
    }

private:
    struct kinds_of_values {
        row_binding bound[tables::code.variable_count + 1]{}, reduced[tables::reductions + 1]{};
        constexpr kinds_of_values() {
            constexpr bool columns[] = {argument<B>::columns..., false};
            for (int v = 0; v < tables::code.variable_count; ++v)
                bound[v] = columns[matched<compiled<E>::value, B...>.argument_of[v]] ? row_binding::column : row_binding::number;
            for (int k = 0; k < tables::reductions; ++k)
                reduced[k] = schedule_of<E, B...>.varies[tables::table.of[k]] ? row_binding::column : row_binding::number;
        }
    };
    static constexpr kinds_of_values kinds{};
};

/// What `accumulator` returns for a refused model, so that no second error follows.
template <int Reported>
struct no_accumulator : nothing<Reported> {
    void add(auto const&...) const {}
    no_accumulator const& operator+=(auto const&) const { return *this; }
    std::uint64_t rows() const { return 0; }
    nothing<Reported> value() const { return {}; }
    std::array<std::byte, 1> bytes() const { return {}; }
};

}  // namespace detail

/// What `accumulator` returns: sums over rows that come in chunks. Copies and moves as plain memory of fixed size.
template <class E, class T>
class row_accumulator {
    using tables = detail::accumulated_tables<E>;
    using rows_type = detail::accumulated_rows<T, tables::code.variable_count, tables::reductions>;
    static constexpr auto const& code = tables::code;

public:
    /// Adds the rows of some columns; bindings as `evaluate` takes them, of T or narrower numbers. What is bound to a number must be the same
    /// in all calls. Nothing is allocated.
    ///
    /// Refused: what `evaluate` refuses, no column at all, and a result that varies by row. Throws std::invalid_argument for columns of
    /// different length, and for a number that was another one before; then, and where reading the columns throws, nothing is added.
    template <class... B>
    void add(B const&... bindings) {
        using diagnosis = decltype(detail::diagnose_rows<E, T, B...>());
        if constexpr (!std::same_as<diagnosis, detail::accepted>) static_cast<void>(diagnosis::sentence::report());
        else detail::rows_of_chunk<E, T, B...>::template add<detail::one_thread>(rows_, bindings...);
    }
    /// The same by several threads, `total.add(parallel, w = 0.5, x = xs)`, to the bit: with leibniz/eigen/parallel.hpp.
    template <class... B>
    void add(detail::parallel_execution const&, B const&... bindings) {
        using diagnosis = decltype(detail::diagnose_rows<E, T, B...>());
        if constexpr (!std::same_as<diagnosis, detail::accepted>) static_cast<void>(diagnosis::sentence::report());
        else detail::rows_of_chunk<E, T, B...>::template add<detail::threads>(rows_, bindings...);
    }

    /// Adds the rows of another accumulator of the same model; throws std::invalid_argument if it had other numbers.
    row_accumulator& operator+=(row_accumulator const& other) {
        rows_.require_same(other.rows_, tables::table.names);
        rows_.merge(other.rows_);
        return *this;
    }
    template <class F, class U>
    row_accumulator& operator+=(row_accumulator<F, U> const&) {
        static_cast<void>(detail::of_another_model<F>::report());
        return *this;
    }

    /// How many rows have been added.
    [[nodiscard]] std::uint64_t rows() const { return rows_.rows; }

    /// What `evaluate(reproducible, model, ...)` gives for all rows at once, bit for bit. Throws std::invalid_argument for a mean of no rows,
    /// and where a result needs a number that no call has bound.
    auto value() const {
        if (tables::averages && rows() == 0)
            throw std::invalid_argument("accumulator: the mean of no rows is not defined; add rows before asking for the value");
        for (int n = 0; n < code.variable_count; ++n)
            if (read_last.variable[n] && rows_.bound[n] == detail::row_binding::nothing)
                throw std::invalid_argument("accumulator: no value has been bound to " + std::string(tables::table.names[n]) +
                                            " yet; add rows before asking for the value");
        T v[code.size + 1]{};
        reduce(v, std::make_index_sequence<static_cast<std::size_t>(tables::reductions)>{});
        return results(v, std::make_index_sequence<static_cast<std::size_t>(tables::last.count)>{},
                       std::make_index_sequence<static_cast<std::size_t>(code.root_count)>{});
    }

    /// The size of `bytes()`.
    static constexpr std::size_t byte_count = 16 + rows_type::byte_count;

    /// The accumulator as bytes, the same on every processor, for files and messages. `accumulator(model, bytes)` reads them.
    [[nodiscard]] std::array<std::byte, byte_count> bytes() const {
        std::array<std::byte, byte_count> all{};
        detail::byte_writer out(all.data());
        out.put(identity);
        out.put(std::uint64_t(0));
        rows_type::each_part(rows_, [&out](auto const& part) { out.put(part); });
        detail::byte_writer(all.data() + 8).put(checksum(all));
        return all;
    }
    /// Reads what `bytes()` wrote.
    static row_accumulator from_bytes(std::span<std::byte const> all) {
        std::uint64_t model = 0, sum = 0;
        detail::byte_reader in(all.data());
        if (all.size() >= 16) in.get(model), in.get(sum);
        if (model != identity || all.size() != byte_count)
            throw std::invalid_argument(
                "accumulator: these bytes are not of this model and number type; read them with the model that wrote them");
        if (sum != checksum(all)) throw std::invalid_argument("accumulator: these bytes are damaged; read what bytes() returned");
        row_accumulator made;
        rows_type::each_part(made.rows_, [&in](auto& part) { in.get(part); });
        return made;
    }

private:
    /// Bytes of another model, number type or layout differ in this.
    static constexpr std::uint64_t identity = detail::mix(detail::mix(tables::hash, sizeof(T)), byte_count);

    static std::uint64_t checksum(std::span<std::byte const> all) {
        std::uint64_t made = 0;
        for (std::size_t k = 16; k < all.size(); ++k) made = (made ^ static_cast<std::uint64_t>(all[k])) * 0x100'0000'01b3u + 1;
        return made;
    }

    struct variables_read {
        bool variable[code.variable_count + 1]{};
        constexpr variables_read() {
            for (int n = 0; n < code.variable_count; ++n) variable[n] = tables::last.read(n);
        }
    };
    static constexpr variables_read read_last{};

    // The same steps as in evaluate(reproducible, ...), for the same bits.
    template <std::size_t... K>
    void reduce(T* v, std::index_sequence<K...>) const {
        static constexpr auto const& step = tables::table.step;
        detail::done const all[] = {
            detail::done{}, (reduce<code.code[step[K]].fn>(v, static_cast<int>(K), step[K], code.code[step[K]].a), detail::done{})...};
        static_cast<void>(all);
    }
    template <function const* F>
    void reduce(T* v, int k, int i, int of) const {
        auto const count = static_cast<long long>(rows());
        if (rows_.reduced[k] == detail::row_binding::number) {
            v[of] = rows_.fixed[k];
            detail::exactly::once<opcode::reduce, F>(v, i, of, 0, 0, 0, 1, static_cast<T const*>(nullptr), count);
        } else {
            v[i] = rows_.sums[k].total();
            if (F->averages) v[i] = v[i] / detail::whole_number<T>(count);
        }
    }
    template <std::size_t... I, std::size_t... R>
    auto results(T* v, std::index_sequence<I...>, std::index_sequence<R...>) const {
        [[maybe_unused]] static constexpr auto const& steps = tables::last;
        detail::done const all[] = {detail::done{},
                                    (detail::exactly::once<code.code[steps.at[I]].op, code.code[steps.at[I]].fn>(
                                         v, steps.at[I], code.code[steps.at[I]].a, code.code[steps.at[I]].b, code.code[steps.at[I]].c,
                                         code.code[steps.at[I]].n, code.code[steps.at[I]].d, rows_.numbers, 0),
                                     detail::done{})...};
        static_cast<void>(all);
        detail::numbers_of_rows<T, code.root_count> r{{v[code.roots[R]]...}};
        return detail::shape_of<E>::type::template assembled<0>(r);
    }

    rows_type rows_;
};

/// Sums a model over rows that do not fit into memory, or are spread over threads, processes or machines: takes rows in chunks, merges
/// with other accumulators, and gives at the end what `evaluate` gives for all rows at once. The sums are exact until then, so the value is
/// the same, bit for bit, for every way to cut the rows into chunks and every order of adding and merging. Numbers are double, or `T`.
///
/// Refused: a model without a sum or mean, and one with a sum or mean inside another. Fixed size, about 1 kB for each sum.
///
///     auto total = accumulator(mean(pow<2>(w*x - y)));
///     total.add(w = 2.0, x = xs.head(1), y = ys.head(1));
///     total.add(w = 2.0, x = xs.tail(2), y = ys.tail(2));
///     assert(total.rows() == 3 && total.value() == evaluate(mean(pow<2>(w*x - y)), w = 2.0, x = xs, y = ys));
template <class T = double, class E>
    requires(expression<E> || bundle<E>)
auto accumulator(E) {
    using diagnosis = decltype(detail::diagnose_accumulator<E, T>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) return detail::no_accumulator<diagnosis::sentence::report()>{};
    else return row_accumulator<E, T>();
}

/// An accumulator from the bytes of another one. Throws std::invalid_argument if they are of another model or number type, or damaged.
///
///     auto const part = accumulator(sum(x), accumulator(sum(x)).bytes());
///     assert(part.rows() == 0);
template <class T = double, class E>
    requires(expression<E> || bundle<E>)
auto accumulator(E, std::span<std::byte const> bytes) {
    using diagnosis = decltype(detail::diagnose_accumulator<E, T>());
    if constexpr (!std::same_as<diagnosis, detail::accepted>) return detail::no_accumulator<diagnosis::sentence::report()>{};
    else return row_accumulator<E, T>::from_bytes(bytes);
}

}  // namespace leibniz::inline v0_1
