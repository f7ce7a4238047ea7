#pragma once

#include <leibniz/eigen/column_tables.hpp>

#include <cstdint>

// What is known of a model before rows are bound, and what an accumulator refuses.

namespace leibniz::inline v0_1::detail {

template <class E>
struct nothing_summed {
    static consteval int report() {
        static_assert(!sizeof(E), "accumulator: the model has no sum or mean over rows; write accumulator(mean(e)), or outputs of such");
        return 0;
    }
};
template <class E>
struct sum_in_sum {
    static consteval int report() {
        static_assert(!sizeof(E),
                      "accumulator: a sum or mean inside another takes all rows twice; accumulate the inner one first and bind its "
                      "value: mean(pow<2>(x - m)) with m = 2.0");
        return 0;
    }
};
template <class T>
struct accumulates_other_numbers {
    static consteval int report() {
        static_assert(!sizeof(T), "accumulator: its numbers are float or double; write accumulator(e), or accumulator<float>(e)");
        return 0;
    }
};
template <class E>
struct result_varies_by_row {
    static consteval int report() {
        static_assert(!sizeof(E), "accumulator: a result varies by row; accumulate its sum or mean, or evaluate each chunk by itself");
        return 0;
    }
};
template <class E>
struct no_rows_bound {
    static consteval int report() {
        static_assert(!sizeof(E), "accumulator: no column is bound; bind the rows to add, such as x = xs");
        return 0;
    }
};
template <class T>
struct wider_than_the_sums {
    static consteval int report() {
        static_assert(!sizeof(T),
                      "accumulator: a binding holds wider numbers than the accumulator; bind w = 0.5f, or write accumulator<double>(e)");
        return 0;
    }
};
template <class E>
struct of_another_model {
    static consteval int report() {
        static_assert(!sizeof(E), "accumulator: the two are of different models or number types; merge accumulators of one model");
        return 0;
    }
};

/// What is known of a model before anything is bound.
template <class E>
struct accumulated_tables {
    static constexpr auto const& code = compiled<E>::value;

    static constexpr int reductions = [] {
        int count = 0;
        for (int step = 0; step < code.size; ++step) count += code.code[step].op == opcode::reduce;
        return count;
    }();
    struct tables {
        int step[reductions + 1]{}, of[reductions + 1]{};
        text_view names[code.variable_count + 1]{};
        constexpr tables() {
            for (int i = 0, k = 0; i < code.size; ++i) {
                if (code.code[i].op != opcode::reduce) continue;
                step[k] = i, of[k++] = code.code[i].a;
            }
            for (int v = 0; v < code.variable_count; ++v) names[v] = code.variables[v].name;
        }
    };
    static constexpr tables table{};

    static constexpr bool averages = [] {
        for (int step = 0; step < code.size; ++step)
            if (code.code[step].op == opcode::reduce && code.code[step].fn->averages) return true;
        return false;
    }();

    /// Steps that are found below some, and those themselves; what a reduction takes is found only if `through` it.
    struct marked {
        bool steps[code.size + 1]{};
        constexpr void go_down(bool through) {
            for (int i = code.size - 1; i >= 0; --i) {
                if (!steps[i] || !computes(code.code[i]) || (code.code[i].op == opcode::reduce && !through)) continue;
                int const operands[] = {code.code[i].a, code.code[i].b, code.code[i].c};
                for (int k = 0; k < used_operands(code.code[i]); ++k) steps[operands[k]] = true;
            }
        }
    };
    static constexpr bool reduces_reductions = [] {
        marked below;
        for (int each = 0; each < reductions; ++each) below.steps[table.of[each]] = true;
        below.go_down(true);
        for (int each = 0; each < reductions; ++each)
            if (below.steps[table.step[each]]) return true;
        return false;
    }();

    /// The steps that run once all rows are there, from the values of reductions to the results.
    struct last_steps {
        int at[code.size + 1]{};
        int count = 0;
        constexpr last_steps() {
            marked above;
            for (int r = 0; r < code.root_count; ++r) above.steps[code.roots[r]] = true;
            above.go_down(false);
            for (int i = 0; i < code.size; ++i)
                if (above.steps[i] && code.code[i].op != opcode::reduce) at[count++] = i;
        }
        constexpr bool read(int variable) const {
            for (int k = 0; k < count; ++k)
                if (code.code[at[k]].op == opcode::input && code.code[at[k]].a == variable) return true;
            return false;
        }
    };
    static constexpr last_steps last{};

    /// The program as one number, the same for all compilers.
    static constexpr std::uint64_t hash = [] {
        std::uint64_t made = 0;
        auto const put = [&made](auto number) { made = mix(made + 0x9e37'79b9'7f4a'7c15u, static_cast<std::uint64_t>(number)); };
        for (int input = 0; input < code.variable_count; ++input)
            put(hash_of(code.variables[input].name)), put(code.variables[input].column);
        for (int at = 0; at < code.size; ++at) {
            instruction const& step = code.code[at];
            put(step.op), put(step.a), put(step.b), put(step.c), put(step.n), put(step.d);
            if (step.fn != nullptr) put(hash_of(step.fn->name));
        }
        for (int result = 0; result < code.root_count; ++result) put(code.roots[result]);
        return made;
    }();
};

template <class E, class T>
consteval auto diagnose_accumulator() {
    using formula = decltype(diagnose_program<E>());
    if constexpr (!std::same_as<T, float> && !std::same_as<T, double>) return refused<accumulates_other_numbers<T>>{};
    else if constexpr (!std::same_as<formula, accepted>) return formula{};
    else if constexpr (accumulated_tables<E>::reductions == 0) return refused<nothing_summed<E>>{};
    else if constexpr (accumulated_tables<E>::reduces_reductions) return refused<sum_in_sum<E>>{};
    else return accepted{};
}

template <class E, class... B>
consteval bool any_result_varies() {
    for (int r = 0; r < compiled<E>::value.root_count; ++r)
        if (schedule_of<E, B...>.varies[compiled<E>::value.roots[r]]) return true;
    return false;
}
template <class E, class T, class... B>
consteval auto diagnose_rows() {
    using bindings = decltype(diagnose<E, B...>());
    if constexpr (!std::same_as<bindings, accepted>) return bindings{};
    else if constexpr (!binds_columns<B...>) return refused<no_rows_bound<E>>{};
    else if constexpr (!all_of({std::same_as<typename stronger<T, typename argument<B>::number>::type, T>...}))
        return refused<wider_than_the_sums<T>>{};
    else if constexpr (any_result_varies<E, B...>()) return refused<result_varies_by_row<E>>{};
    else return accepted{};
}

}  // namespace leibniz::inline v0_1::detail
