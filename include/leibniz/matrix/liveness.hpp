#pragma once

#include <leibniz/matrix/steps.hpp>

namespace leibniz::inline v0_1::detail {

/// Calls use(slot) for each slot that a step reads; `by_entry` says that it reads each entry just before it writes it.
template <class Use>
constexpr void for_operands(matrix_program const& p, matrix_step const& step, Use use) {
    if (step.what == matrix_operation::map || step.what == matrix_operation::total) {
        for (int k = 0; k < step.count; ++k) {
            micro_step const& micro = p.micros[step.first + k];
            if (micro.what == micro_operation::entries) use(micro.a, true);
            else if (micro.what == micro_operation::down || micro.what == micro_operation::across || micro.what == micro_operation::number)
                use(micro.a, false);
        }
        return;
    }
    bool const of_factorization = step.what == matrix_operation::solve || step.what == matrix_operation::inverse ||
                                  step.what == matrix_operation::inverse_symmetric || step.what == matrix_operation::determinant ||
                                  step.what == matrix_operation::log_determinant;
    if (step.a >= 0 && !of_factorization) use(step.a, false);
    if (step.b >= 0) use(step.b, false);
    if (step.times >= 0) use(step.times, false);
    if (step.accumulates) use(step.out, false);
}

/// Gives slots of one shape one buffer where their lives do not meet. A map may write over what it reads.
constexpr void share_buffers(matrix_program& p) {
    int const none = -1, always = p.steps.size();
    buffer<int> last(p.slots.size(), none);
    for (int k = 0; k < p.steps.size(); ++k) for_operands(p, p.steps[k], [&](int slot, bool) { last[slot] = k; });
    for (matrix_result const& r : p.results) last[r.slot] = always;
    buffer<int> unused;
    for (int k = 0; k < p.steps.size(); ++k) {
        matrix_step const& step = p.steps[k];
        auto const release = [&](bool over_written) {
            for_operands(p, step, [&](int slot, bool by_entry) {
                int const freed = p.slots[slot].buffer;
                bool const taken = !is_factorization(step.what) && freed == p.slots[step.out].buffer;
                if (freed < 0 || last[slot] != k || taken || (over_written && !by_entry)) return;
                for (int known : unused)
                    if (known == freed) return;
                unused.push(freed);
            });
        };
        bool const in_place = step.what == matrix_operation::map && !step.accumulates;
        if (in_place) release(true);
        if (!is_factorization(step.what) && p.slots[step.out].result < 0 && p.slots[step.out].buffer < 0) {
            extents const shape = p.slots[step.out].shape;
            int taken = none;
            for (int f = 0; f < unused.size() && taken == none; ++f)
                if (p.buffers[unused[f]] == shape || p.buffers[unused[f]] == shape.turned()) taken = f;
            if (taken == none) {
                p.slots[step.out].buffer = p.buffers.size();
                p.buffers.push(shape);
            } else {
                p.slots[step.out].buffer = unused[taken];
                unused[taken] = unused.back();
                unused.pop();
            }
        }
        release(false);
    }
}

}  // namespace leibniz::inline v0_1::detail
