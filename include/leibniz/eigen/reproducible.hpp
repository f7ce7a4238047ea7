#pragma once

#include <leibniz/eigen.hpp>
#include <leibniz/eigen/exact_rows.hpp>

#if defined(__FAST_MATH__) || defined(__ASSOCIATIVE_MATH__) || defined(__RECIPROCAL_MATH__) || __FINITE_MATH_ONLY__
#error "leibniz/eigen/reproducible.hpp: -ffast-math, or a part of it, lets the compiler change bits; compile without it"
#endif

namespace leibniz::inline v0_1 {

namespace detail {

/// A function whose value is left to the C library, or to code that compilers round in different ways.
template <class Block>
struct runs_row_by_row {
    static consteval int report() {
        static_assert(!sizeof(Block), "evaluate(reproducible, ...): this function runs row by row, and its last bits depend on the processor "
                                      "and the C library; leave out `reproducible`, or write it by functions that run in packets");
        return 0;
    }
};
template <class T>
struct not_summed_exactly {
    static consteval int report() {
        static_assert(!sizeof(T), "evaluate(reproducible, ...): exact sums are of float and double; bind such numbers");
        return 0;
    }
};

/// How rows are summed for the same bits everywhere: exactly, of terms whose products and functions are rounded alike everywhere.
struct exactly {
    template <class T>
    using total = exact_sum<T>;
    template <class T, int Packets>
    using rows = lane<T, Packets, vector_math::rounding::separate>;
    template <class Lane, int Count>
    using block_sums = exact_block<Lane, Count>;

    template <class Totals, class F>
    static void sum(Totals& totals, Eigen::Index rows, F const& sum_of) {
        sum_of(Eigen::Index(0), rows, totals);
    }
    /// What a thread takes at a time.
    static constexpr Eigen::Index rows_of_piece(int operations) { return compensated::rows_of_piece(operations); }

    /// A step that is the same for all rows, by the code of the steps by row: compilers would put products and sums together.
    template <opcode Op, function const* F, class T>
    [[gnu::always_inline]] static void once(T* v, int i, int a, int b, int c, long long n, long long d, T const* inputs, Eigen::Index count) {
        using one = rows<T, 1>;
        if constexpr (Op == opcode::reduce) v[i] = F->averages ? v[a] : first(one(v[a]) * one(whole_number<T>(count)));
        else if constexpr (Op == opcode::multiply) v[i] = first(one(v[a]) * one(v[b]));
        else if constexpr (Op == opcode::divide) v[i] = first(one(v[a]) / one(v[b]));
        else if constexpr (Op != opcode::call) step<Op, F>(v, i, a, b, c, n, d, inputs);
        else if constexpr (F->arity == 0) v[i] = detail::block<F>::template value<T>();
        else {
            one of[4]{one(v[a]), one(v[F->arity > 1 ? b : a]), one(v[F->arity > 2 ? c : a])};
            step<Op, F, one>(of, 3, 0, 1, 2, 0, 1, nullptr);
            v[i] = first(of[3]);
        }
    }

private:
    template <class Lane>
    [[gnu::always_inline]] static typename Lane::number first(Lane const& from) {
        typename Lane::number all[Lane::width];
        from.store(all);
        return all[0];
    }
};

/// Whether a step by row would be left to the scalar function.
template <opcode Op, function const* F>
inline constexpr bool runs_by_scalars = [] {
    if constexpr (Op != opcode::call) return false;
    else if constexpr (F->arity == 0) return false;
    else return !in_lanes<block<F>>;
}();
template <class E>
struct steps_by_scalars {
    static constexpr auto const& code = compiled<E>::value;
    template <std::size_t... I>
    static consteval int first(std::index_sequence<I...>) {
        constexpr bool found[] = {runs_by_scalars<code.code[I].op, code.code[I].fn>..., false};
        for (int k = 0; k < code.size; ++k)
            if (found[k]) return k;
        return -1;
    }
    static constexpr int at = first(std::make_index_sequence<static_cast<std::size_t>(code.size)>{});
};

template <class E, class... B>
consteval auto diagnose_reproducible() {
    using diagnosis = decltype(diagnose<E, B...>());
    using number = typename common_number<typename argument<B>::number...>::type;
    if constexpr (!std::same_as<diagnosis, accepted>) return diagnosis{};
    else if constexpr (!has_vector_math<number>) return refused<not_summed_exactly<number>>{};
    else if constexpr (steps_by_scalars<E>::at >= 0) return refused<runs_row_by_row<block<compiled<E>::value.code[steps_by_scalars<E>::at].fn>>>{};
    else return accepted{};
}

// Called where `diagnose_reproducible` accepts.

template <class Threads, class E, class... B>
auto evaluate_exactly(B const&... arguments) {
    using number = typename common_number<typename argument<B>::number...>::type;
    auto results = over_columns<exactly, E, number, B...>::template run<Threads>(arguments...);
    return shape_of<E>::type::template assembled<0>(results);
}
template <class Threads, class Out, class E, class... B>
void evaluate_exactly_into(Out& out, E, B const&... arguments) {
    if constexpr (requires {
                      out.rows();
                      out.data();
                  }) {
        using number = typename common_number<typename argument<B>::number...>::type;
        over_columns<exactly, E, number, B...>::template run_into<Threads>(out, arguments...);
    } else if constexpr (bundle<E> && (binds_columns<B...> || is_tuple<Out>)) {
        using number = typename common_number<typename argument<B>::number...>::type;
        over_columns<exactly, E, number, B...>::template run_into_record<Threads>(out, arguments...);
    } else {
        auto results = evaluate_exactly<Threads, E>(arguments...);
        assign_results(out, results);
    }
}

/// Several threads: eigen/parallel.hpp.
struct parallel_execution;
struct threads;

}  // namespace detail

/// The first argument of `evaluate(reproducible, e, x = xs)`.
struct reproducible_bits {};
inline constexpr reproducible_bits reproducible{};

/// What `evaluate` gives, with the same bits on every processor, by every compiler and with all of their flags but -ffast-math and
/// its parts: sums over rows are exact and rounded once, so that they do not depend on the number of rows computed together, on
/// threads, or on the order of the rows; a mean is that sum divided by the number of rows. Products and sums within a row are rounded one by one, and
/// functions take the same steps everywhere, at most 4 units in the last place off. Only the sign and payload of NaN may differ.
///
/// Takes 1 to 4 times as long as `evaluate`, most models twice (docs/performance.md). Refused: functions that run row by row, other numbers
/// than float and double, and what `evaluate` refuses. Sums: Kulisch 1971; Rump, Ogita and Oishi 2008.
///
///     Eigen::ArrayXd const terms{{1e300, 1.0, -1e300}};
///     assert(evaluate(reproducible, sum(x), x = terms) == 1.0);
template <class E, class... B>
    requires(expression<E> || bundle<E>)
auto evaluate(reproducible_bits, E, B const&... arguments) {
    using diagnosis = decltype(detail::diagnose_reproducible<E, B...>());
    if constexpr (std::same_as<diagnosis, detail::accepted>) return detail::evaluate_exactly<detail::one_thread, E>(arguments...);
    else return detail::nothing<diagnosis::sentence::report()>{};
}

/// The same by several threads, with `leibniz/eigen/parallel.hpp`: `evaluate(reproducible, parallel, e, x = xs)`.
template <class E, class... B>
    requires(expression<E> || bundle<E>)
auto evaluate(reproducible_bits, detail::parallel_execution const&, E, B const&... arguments) {
    using diagnosis = decltype(detail::diagnose_reproducible<E, B...>());
    if constexpr (std::same_as<diagnosis, detail::accepted>) return detail::evaluate_exactly<detail::threads, E>(arguments...);
    else return detail::nothing<diagnosis::sentence::report()>{};
}

/// The two words in the other order.
template <class E, class... B>
    requires(expression<E> || bundle<E>)
auto evaluate(detail::parallel_execution const& threads, reproducible_bits, E model, B const&... arguments) {
    return evaluate(reproducible, threads, model, arguments...);
}

/// `evaluate_into` with the bits of `evaluate(reproducible, ...)`.
///
///     Eigen::ArrayXd line(3);
///     evaluate_into(reproducible, line, exp(w*x), w = 2.0, x = xs);
///     assert(line[2] == evaluate(reproducible, exp(w*x), w = 2.0, x = xs)[2]);
template <class Out, class E, class... B>
    requires(expression<E> || bundle<E>)
void evaluate_into(reproducible_bits, Out&& out, [[maybe_unused]] E model, B const&... arguments) {
    using diagnosis = decltype(detail::diagnose_reproducible<E, B...>());
    if constexpr (std::same_as<diagnosis, detail::accepted>) detail::evaluate_exactly_into<detail::one_thread>(out, model, arguments...);
    else static_cast<void>(diagnosis::sentence::report());
}
template <class Out, class E, class... B>
    requires(expression<E> || bundle<E>)
void evaluate_into(reproducible_bits, detail::parallel_execution const&, Out&& out, [[maybe_unused]] E model, B const&... arguments) {
    using diagnosis = decltype(detail::diagnose_reproducible<E, B...>());
    if constexpr (std::same_as<diagnosis, detail::accepted>) detail::evaluate_exactly_into<detail::threads>(out, model, arguments...);
    else static_cast<void>(diagnosis::sentence::report());
}
template <class Out, class E, class... B>
    requires(expression<E> || bundle<E>)
void evaluate_into(detail::parallel_execution const& threads, reproducible_bits, Out&& out, E model, B const&... arguments) {
    evaluate_into(reproducible, threads, out, model, arguments...);
}

}  // namespace leibniz::inline v0_1
