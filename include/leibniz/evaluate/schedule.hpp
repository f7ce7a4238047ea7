#pragma once

#include <leibniz/evaluate/binding.hpp>

namespace leibniz::inline v0_1::detail {

constexpr bool computes(instruction const& step) { return step.op != opcode::input && step.op != opcode::constant; }

/// Finds which steps vary by row, and the pass of each; returns the number of passes. `by_row` marks the inputs that vary.
constexpr int arrange_passes(instruction const* code, int size, bool const* by_row, bool* varies, int* pass) {
    int passes = 1;
    for (int i = 0; i < size; ++i) {
        instruction const& step = code[i];
        if (step.op == opcode::input) {
            varies[i] = by_row[step.a];
        } else if (step.op == opcode::reduce) {
            pass[i] = pass[step.a] + (varies[step.a] ? 1 : 0);
        } else if (computes(step)) {
            int const operands[] = {step.a, step.b, step.c};
            for (int k = 0; k < used_operands(step); ++k) {
                varies[i] = varies[i] || varies[operands[k]];
                if (pass[operands[k]] > pass[i]) pass[i] = pass[operands[k]];
            }
        }
        if (pass[i] + 1 > passes) passes = pass[i] + 1;
    }
    return passes;
}

/// Marks the steps that pass p computes for every row; the results that it writes are marked already.
constexpr void need_by_row(instruction const* code, int size, bool const* varies, int const* pass, int p, bool* needed) {
    for (int i = size - 1; i >= 0; --i) {
        if (code[i].op == opcode::reduce && varies[code[i].a] && pass[i] == p + 1) needed[code[i].a] = true;
        if (!needed[i] || !varies[i] || !computes(code[i])) continue;
        int const operands[] = {code[i].a, code[i].b, code[i].c};
        for (int k = 0; k < used_operands(code[i]); ++k) needed[operands[k]] = true;
    }
}

/// Divides the steps of a program into those that run once and those that run for every row. A reduction ends a pass over the
/// rows; steps that use its result belong to a later pass (x - mean(x) needs two). Steps by row are computed anew in each
/// pass that needs them, so that nothing as long as a column is stored.
template <class E, class... B>
struct schedule {
    static constexpr auto const& code = compiled<E>::value.code;
    static constexpr int size = compiled<E>::value.size;

    bool varies[static_cast<unsigned>(size + 1)]{};
    int pass[static_cast<unsigned>(size + 1)]{};  // the first pass in which (or, once, before which) it can run
    int passes = 1;

    constexpr schedule() {
        constexpr bool columns[] = {argument<B>::columns..., false};
        bool by_row_input[static_cast<unsigned>(compiled<E>::value.variable_count + 1)]{};
        for (int v = 0; v < compiled<E>::value.variable_count; ++v)
            by_row_input[v] = columns[matched<compiled<E>::value, B...>.argument_of[v]];
        passes = arrange_passes(code, size, by_row_input, varies, pass);
    }

    constexpr bool reduces_rows(int i) const { return code[i].op == opcode::reduce && varies[code[i].a]; }

    /// Indices of steps, in order.
    struct steps {
        int at[static_cast<unsigned>(size + 1)]{};
        int count = 0;
        constexpr void push(int i) { at[count++] = i; }
    };

    /// The steps that run once before pass p.
    constexpr steps once(int p) const {
        steps result;
        for (int i = 0; i < size; ++i)
            if (!varies[i] && !reduces_rows(i) && pass[i] == p) result.push(i);
        return result;
    }
    /// The reductions that pass p completes.
    constexpr steps reductions(int p) const {
        steps result;
        for (int i = 0; i < size; ++i)
            if (reduces_rows(i) && pass[i] == p + 1) result.push(i);
        return result;
    }
    /// True if pass p writes result number r, row by row.
    constexpr bool is_written(int r, int p) const {
        int const root = compiled<E>::value.roots[r];
        return varies[root] && pass[root] == p;
    }
    constexpr int written(int p) const {
        int count = 0;
        for (int r = 0; r < compiled<E>::value.root_count; ++r) count += is_written(r, p);
        return count;
    }

    /// The steps that run for every row in pass p: those below its reductions and the results that it writes.
    constexpr steps by_row(int p) const {
        bool needed[static_cast<unsigned>(size + 1)]{};
        for (int r = 0; r < compiled<E>::value.root_count; ++r)
            if (is_written(r, p)) needed[compiled<E>::value.roots[r]] = true;
        need_by_row(code, size, varies, pass, p, needed);
        steps result;
        for (int i = 0; i < size; ++i)
            if (needed[i]) result.push(i);  // those that do not vary are filled in once
        return result;
    }
};

template <class E, class... B>
inline constexpr schedule<E, B...> schedule_of{};

}  // namespace leibniz::inline v0_1::detail
