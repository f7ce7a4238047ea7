#pragma once

#include <leibniz/eigen/column_steps.hpp>

namespace leibniz::inline v0_1::detail {

/// Tables that evaluation over columns is compiled from, or looks up.
template <class E, class T, class... B>
struct column_tables {
    static constexpr auto const& code = compiled<E>::value;
    static constexpr auto const& plan = schedule_of<E, B...>;

    /// How many results before this one vary by row.
    template <int Root>
    static constexpr int columns_before = [] {
        int count = 0;
        for (int before = 0; before < Root; ++before) count += plan.varies[code.roots[before]];
        return count;
    }();
    static constexpr int column_results = columns_before<code.root_count>;

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

    /// The columns by number, in the order of the arguments.
    static constexpr int columns = total({int(argument<B>::columns)...});
    struct column_numbers {
        int of_argument[sizeof...(B) + 1]{};
        constexpr column_numbers() {
            int const counted[] = {int(argument<B>::columns)..., 0};
            for (unsigned k = 0; k < sizeof...(B); ++k) of_argument[k + 1] = of_argument[k] + counted[k];
        }
    };
    static constexpr column_numbers numbered{};

    static constexpr bool is_read[sizeof...(B) + 1] = {!std::same_as<reader_of<T, typename argument<B>::value>, no_reader>...,
                                                       false};  // by a reader
    static constexpr bool all_packed = !any_of({!std::same_as<reader_of<T, typename argument<B>::value>, no_reader>...});
    using readers = std::conditional_t<all_packed, no_readers,
                                       column_readers<std::index_sequence_for<B...>, reader_of<T, typename argument<B>::value>...>>;

    /// The steps by row and the reductions of a pass, the values that fill a lane before it, and the results that it writes.
    template <int P>
    struct pass_tables {
        static constexpr auto by_row = plan.by_row(P), ends = plan.reductions(P);
        struct reduction {
            int step, of;
            bool averages;
        };
        reduction reductions[ends.count + 1]{};
        int filled[by_row.count + 1]{}, filled_count = 0;
        bool written[code.root_count + 1]{};
        int operations = by_row.count;  // of a row, where a function counts as ten
        constexpr pass_tables() {
            for (int k = 0; k < ends.count; ++k) {
                instruction const& s = code.code[ends.at[k]];
                reductions[k] = {ends.at[k], s.a, s.fn->averages};
            }
            for (int k = 0; k < by_row.count; ++k) {
                if (!plan.varies[by_row.at[k]]) filled[filled_count++] = by_row.at[k];
                else if (code.code[by_row.at[k]].op == opcode::call) operations += 9;
            }
            for (int r = 0; r < code.root_count; ++r) written[r] = plan.is_written(r, P);
        }
    };
    template <int P>
    static constexpr pass_tables<P> pass{};

    /// What each step of a pass does for a row, in order, and its operands: values, or the number of what it takes.
    template <int P>
    struct pass_steps {
        static constexpr int count = pass_tables<P>::by_row.count;
        struct step {
            by_row what = by_row::computed;
            int a = 0, b = 0, c = 0;
        };
        step at[count + 1]{};
        int input[sizeof...(B) + 1]{};  // the step that reads each argument, or -1
        constexpr pass_steps() {
            for (int& i : input) i = -1;
            for (int k = 0, filled = 0; k < count; ++k) {
                int const i = pass_tables<P>::by_row.at[k];
                instruction const& s = code.code[i];
                if (!plan.varies[i]) {
                    at[k] = {by_row::fixed, filled++};
                } else if (s.op == opcode::input) {
                    int const from = matched<compiled<E>::value, B...>.argument_of[s.a];
                    input[from] = i;
                    at[k] = {is_read[from] ? by_row::read : by_row::packed, numbered.of_argument[from]};
                } else {
                    at[k] = {by_row::computed, s.a, s.b, s.c};
                }
            }
        }
    };
    template <int P>
    static constexpr pass_steps<P> steps{};

    /// The packets that a pass computes at a time: one in long passes, because compilers take seconds for two. Functions wait for
    /// their own steps; with AVX2 four packets fill that time, with AVX-512 two do, where functions
    /// are not many. Smaller packets are computed by fours only in a pass that consists of functions alone.
    template <int P>
    static constexpr int packets_at_once = [] {
        constexpr int count = pass_tables<P>::by_row.count;
        if (!has_packets<T> || count > 100 || pass_tables<P>::ends.count > 12) return 1;
        constexpr int calls = (pass<P>.operations - count) / 9;
        return calls >= (vector_math::bytes_of_packet == 32 ? 1 : vector_math::bytes_of_packet == 64 ? 8 : count) ? 4 : 2;
    }();

    static constexpr bool averages_rows = [] {
        for (int i = 0; i < code.size; ++i)
            if (code.code[i].op == opcode::reduce && code.code[i].fn->averages) return true;
        return false;
    }();
};

}  // namespace leibniz::inline v0_1::detail
