#pragma once

#include <leibniz/eigen/matrix_steps.hpp>
#include <leibniz/matrix/compiled.hpp>

#include <utility>

namespace leibniz::inline v0_1::detail {

template <bool Applies, opcode Op, function const* F, class T>
constexpr map_kernel<T> kernel_of() {
    if constexpr (Applies) return &map_entries<Op, F, T>;
    else return nullptr;
}

/// The tables of a program as it runs. They are of the sizes that it needs, and refer to no function but those that it calls.
template <class T, int Steps, int Micros, int Slots, int Others>
struct matrix_tables {
    step_code<T> steps[static_cast<unsigned>(Steps + 1)]{};
    micro_code<T> micros[static_cast<unsigned>(Micros + 1)]{};
    matrix_slot slots[static_cast<unsigned>(Slots + 1)]{};
    int variable_slots[static_cast<unsigned>(Others + 1)]{};
    extents buffers[static_cast<unsigned>(Others + 1)]{}, factorizations[static_cast<unsigned>(Others + 1)]{};
    extents variable_shapes[static_cast<unsigned>(Others + 1)]{};
    variable_name variables[static_cast<unsigned>(Others + 1)]{};
    text_view sizes[static_cast<unsigned>(Others + 1)]{};
    matrix_result results[static_cast<unsigned>(Others + 1)]{};
    int step_count = 0;
};

template <class T>
constexpr micro_code<T> coded(micro_step const& m, map_kernel<T> run) {
    T const value = m.what == micro_operation::constant ? fraction<T>(m.value.numerator(), m.value.packed()) : T();
    return {m.what, m.a, m.b, m.c, m.place, run, value};
}
template <class T>
constexpr step_code<T> coded(matrix_step const& s, void (*run)(workspace<T>&, step_code<T> const&)) {
    return {run, s.out, s.a, s.b, s.times, s.first, s.count, s.fixed, s.across, s.turns_a, s.turns_b, s.accumulates, s.by_column, s.shape,
            fraction<T>(s.alpha.numerator(), s.alpha.packed()), -1, T(1)};
}

/// The tables of model E with number type T.
template <class E, variable_set Varying, class T>
struct made_tables {
    static constexpr auto const& code = compiled_matrices<E, Varying>::value;
    static constexpr int others = larger(larger(larger(code.buffer_count, code.factorization_count), larger(code.variable_count, code.size_count)),
                                         code.root_count);
    using tables = matrix_tables<T, code.step_count, code.micro_count, code.slot_count, others>;

    template <std::size_t... I, std::size_t... K>
    static constexpr tables made(std::index_sequence<I...>, std::index_sequence<K...>) {
        tables all{{coded<T>(code.steps[I], step_function<code.steps[I].what, T>())...},
                   {coded<T>(code.micros[K], kernel_of<code.micros[K].what == micro_operation::apply, code.micros[K].op, code.micros[K].fn, T>())...}};
        for (int k = 0; k < code.slot_count; ++k) {
            all.slots[k] = code.slots[k];
            if (code.slots[k].input >= 0) all.variable_slots[code.slots[k].input] = k;
        }
        for (int k = 0; k < others; ++k) {
            all.buffers[k] = code.buffers[k];
            all.factorizations[k] = code.factorizations[k];
            all.variable_shapes[k] = code.variable_shapes[k];
            all.variables[k] = code.variables[k];
            all.sizes[k] = code.sizes[k];
            all.results[k] = code.results[k];
        }
        // A product reads the multiple that it is added to itself, where that is the step before.
        for (int k = 0; k < code.step_count; ++k) {
            matrix_step const &step = code.steps[k], &before = code.steps[k > 0 ? k - 1 : 0];
            step_code<T> running = all.steps[k];
            if (step.what == matrix_operation::product && step.accumulates && before.what == matrix_operation::scaled && before.out == step.out) {
                running.addend = before.a;
                running.beta = all.steps[--all.step_count].alpha;
            }
            all.steps[all.step_count++] = running;
        }
        return all;
    }
};

// Static, as all that exists once for each model: names that a linker sees would have to be written, and grow with the model.
template <class E, variable_set Varying, class T>
static constexpr auto tables_of = made_tables<E, Varying, T>::made(std::make_index_sequence<compiled_matrices<E, Varying>::value.step_count>{},
                                                                   std::make_index_sequence<compiled_matrices<E, Varying>::value.micro_count>{});

template <class T, class Program, class Tables>
constexpr matrix_code<T> code_in(Program const& p, Tables const& t) {
    return {t.steps,      t.micros,       t.slots,        t.variable_slots, t.buffers,            t.factorizations,  t.variable_shapes, t.variables,  t.sizes,  t.results,
            t.step_count, p.slot_count, p.buffer_count, p.factorization_count, p.variable_count, p.size_count,      p.root_count, p.places, p.longest_map, p.rows_of_mean,
            [&p] {
                bool any = false;
                for (int root = 0; root < p.root_count; ++root) any = any || p.slots[p.results[root].slot].result != root;
                return any;
            }()};
}
template <class E, variable_set Varying, class T>
static constexpr matrix_code<T> code_of = code_in<T>(compiled_matrices<E, Varying>::value, tables_of<E, Varying, T>);

}  // namespace leibniz::inline v0_1::detail
