#pragma once

#include <leibniz/matrix/assembler.hpp>

// Variables, results, and the nodes that are neither maps nor products.

namespace leibniz::inline v0_1::detail {

constexpr int matrix_assembler::size_of(int node) {
    if (g_.is(node, kind::number)) return static_cast<int>(g_[node].number.numerator());
    for (int k = 0; k < program.sizes.size(); ++k)
        if (program.sizes[k] == g_[node].name) return -1 - k;
    program.sizes.push(g_[node].name);
    return -program.sizes.size();
}

constexpr void matrix_assembler::add_variable(int i) {
    slot_[i] = new_slot(extents_of(i));
    program.slots[slot_[i]].input = program.variables.size();
    program.variables.push({g_[i].name, g_.is(i, kind::column)});
    program.variable_shapes.push(extents_of(i));
}

constexpr void matrix_assembler::add_result(int root, bool by_row) {
    stored_matrix const v = located(build_.upright(root));
    extents const shape = extents_of(root);
    bool const turned = build_.is_transposed(root) != v.turned && !shape.is_vector() && !build_.shape_of(root).symmetric;
    matrix_slot& s = program.slots[v.slot];
    if (s.input < 0 && s.result < 0 && !turned) s.result = program.results.size();
    program.results.push({v.slot, turned, shape, by_row});
}

constexpr stored_matrix matrix_assembler::located(int i) {
    if (slot_[i] < 0) make(i);
    return {slot_[i], turned_[i] != 0};
}

/// The slot of what is stored as it is, not transposed: a copy where there is none.
constexpr int matrix_assembler::upright_slot(stored_matrix v) {
    if (!v.turned || program.slots[v.slot].shape.is_vector()) return v.slot;
    for (copied const& c : copies_)
        if (c.slot == v.slot) return c.copy;
    int const copy = new_slot(program.slots[v.slot].shape.turned());
    program.steps.push({.what = matrix_operation::transposed, .out = copy, .a = read_by_entry(v.slot)});
    copies_.push({v.slot, copy});
    return copy;
}

constexpr void matrix_assembler::make(int i) {
    if (plan_.accumulates(i)) return make_sum(i);
    if (matrix_plan::scaled_product const p = plan_.as_product(i, true); p.product >= 0) {
        int const factor_of_all = p.times < 0 ? -1 : located(p.times).slot, out = new_slot_of(i, plan_.is_turned(i));
        return chain_to(p.product, p.turned != (turned_[i] != 0), {out, p.alpha, factor_of_all});
    }
    if (build_.is_product(i)) {
        int const out = new_slot_of(i, plan_.is_turned(i));
        return chain_to(i, turned_[i] != 0, {out});
    }
    if (plan_.is_entrywise(i) || plan_.is_constant(i)) {
        if (plan_.is_entrywise(i)) prepare_operands(i);
        int const out = new_slot_of(i, plan_.is_turned(i));
        slot_[i] = -1;  // not yet made
        map_to(out, i, turned_[i] != 0, matrix_operation::map);
        slot_[i] = out;
        return;
    }
    if (g_.is(i, kind::reduction)) {  // over one row
        int const of = g_.operand(i, 0);
        stored_matrix const v = located(build_.upright(of));
        slot_[i] = v.slot;
        turned_[i] = v.turned != build_.is_transposed(of) && !program.slots[v.slot].shape.is_vector();
        return;
    }
    make_call(i);
}

/// A sum with products: first the other terms, then each product is added to them.
constexpr void matrix_assembler::make_sum(int i) {
    bool others = false;
    for (int k = 0; k < g_[i].count; ++k) {
        int const term = g_.operand(i, k);
        if (plan_.is_accumulated(term)) continue;
        others = true;
        prepare(build_.upright(term));
    }
    int const out = new_slot_of(i, plan_.is_turned(i));
    bool const turned = turned_[i] != 0;
    slot_[i] = -1;
    if (others) map_to(out, i, turned, matrix_operation::map);
    for (int k = 0; k < g_[i].count; ++k) {
        int const term = g_.operand(i, k);
        if (!plan_.is_accumulated(term)) continue;
        matrix_plan::scaled_product const p = plan_.as_product(build_.upright(term));
        int const factor_of_all = p.times < 0 ? -1 : located(p.times).slot;
        chain_to(p.product, (p.turned != build_.is_transposed(term)) != turned, {out, p.alpha, factor_of_all, others});
        others = true;
    }
    slot_[i] = out;
}

constexpr void matrix_assembler::make_call(int i) {
    matrix_step step;
    if (build_.is<identity_matrix>(i)) {
        step.what = matrix_operation::identity;
        step.out = new_slot_of(i, false);
        return program.steps.push(step);
    }
    int const of = g_.operand(i, 0), u = build_.upright(of);
    if (build_.is<sum_of_entries>(i)) {
        prepare(u);
        int const out = new_slot_of(i, false);
        return map_to(out, u, slot_[u] < 0 ? plan_.is_turned(u) : turned_[u] != 0, matrix_operation::total);
    }
    bool const inverts = build_.is<matrix_inverse>(i);
    if (inverts || build_.is<determinant_of_matrix>(i) || build_.is<log_determinant>(i)) {
        bool turned = false;
        step.a = factorization(of, turned);
        step.what = inverts ? build_.shape_of(of).symmetric ? matrix_operation::inverse_symmetric : matrix_operation::inverse
                            : build_.is<log_determinant>(i) ? matrix_operation::log_determinant : matrix_operation::determinant;
        step.out = new_slot_of(i, inverts && turned);
        return program.steps.push(step);
    }
    stored_matrix const v = located(u);
    if (build_.is<matrix_trace>(i)) step.what = matrix_operation::trace;
    else if (build_.is<main_diagonal>(i)) step.what = matrix_operation::diagonal;
    else if (build_.is<euclidean_norm>(i)) step.what = matrix_operation::norm;
    else if (build_.is<diagonal_of_vector>(i)) step.what = matrix_operation::diagonal_matrix;
    else if (build_.is<vector_log_sum_exp>(i)) step.what = matrix_operation::log_sum_exp;
    else if (build_.is<vector_softmax>(i)) step.what = matrix_operation::softmax;
    else if (build_.is<log_sum_exp_of_rows>(i)) step.what = matrix_operation::log_sum_exp_of_rows;
    else if (build_.is<softmax_of_rows>(i)) step.what = matrix_operation::softmax_of_rows;
    else program.complete = false;
    bool const by_rows = step.what == matrix_operation::log_sum_exp_of_rows || step.what == matrix_operation::softmax_of_rows;
    step.a = read_by_entry(by_rows ? upright_slot({v.slot, v.turned != build_.is_transposed(of)}) : v.slot);
    step.out = new_slot_of(i, false);
    program.steps.push(step);
}

}  // namespace leibniz::inline v0_1::detail
