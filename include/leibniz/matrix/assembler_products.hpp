#pragma once

#include <leibniz/matrix/assembler.hpp>

// Products of matrices.

namespace leibniz::inline v0_1::detail {

constexpr void matrix_assembler::chain_to(int i, bool turned, target to) {
    buffer<int> factors;
    int const n = g_[i].count;
    for (int k = 0; k < n; ++k) factors.push(turned ? build_.transpose(g_.operand(i, n - 1 - k)) : g_.operand(i, k));
    static_cast<void>(chain(factors, to));
}

/// The product in the cheapest order: what exists already costs nothing.
constexpr matrix_assembler::factor matrix_assembler::chain(buffer<int> const& factors, target to) {
    int const n = factors.size();
    buffer<long long> cost(n * n);
    buffer<int> split(n * n);
    auto const size = [&](int node) { return nominal(size_of(node)); };
    for (int length = 2; length <= n; ++length) {
        for (int a = 0; a + length <= n; ++a) {
            int const b = a + length - 1;
            g_.spend(40 * length);
            long long best = -1;
            for (int k = a; k < b; ++k) {
                matrix_shape const left = build_.shape_of(factors[k]);
                long long work = size(build_.shape_of(factors[a]).rows) * size(left.columns) * size(build_.shape_of(factors[b]).columns);
                if (length == 2 && (plan_.is_special(factors[a]) || plan_.is_special(factors[b]))) work /= 16;
                work += cost[a * n + k] + cost[(k + 1) * n + b];
                if (best >= 0 && work >= best) continue;
                best = work;
                split[a * n + b] = k;
            }
            bool const exists = length < n && known_part(factors, a, b) >= 0;
            if (exists) split[a * n + b] = -1;
            cost[a * n + b] = exists ? 0 : best;
        }
    }
    return part(factors, split, 0, n - 1, to);
}

constexpr matrix_assembler::factor matrix_assembler::part(buffer<int> const& factors, buffer<int> const& split, int from, int last,
                                                          target to) {
    if (from == last) return as_factor(factors[from]);
    int const k = split[from * factors.size() + last];
    if (k < 0) return as_factor(known_part(factors, from, last));
    factor const left = part(factors, split, from, k, {}), right = part(factors, split, k + 1, last, {});
    return times(left, right, to);
}

/// The node of a part of a product that the program computes anyway, or -1.
constexpr int matrix_assembler::known_part(buffer<int> const& factors, int from, int last) {
    buffer<int> some;
    for (int k = from; k <= last; ++k) some.push(factors[k]);
    int const i = build_.chain(some), u = build_.upright(i);
    if (!plan_.is_needed(u) || plan_.is_inlined(u) || build_.is_number(u)) return -1;
    return plan_.is_lazy(u) && slot_[u] < 0 ? -1 : i;
}

constexpr matrix_assembler::factor matrix_assembler::as_factor(int i) {
    int const u = build_.upright(i);
    factor f{.node = u, .shape = extents_of(i)};
    f.value.turned = u != i;
    if (build_.is<ones_vector>(u)) f.what = factor_kind::ones;
    else if (build_.is<diagonal_of_vector>(u)) f.what = factor_kind::diagonal;
    else if (build_.is<matrix_inverse>(u) && slot_[u] < 0) f.what = factor_kind::inverse;
    return f.what == factor_kind::plain ? plain(f) : f;
}
constexpr matrix_assembler::factor matrix_assembler::plain(factor f) {
    if (f.node < 0) return f;
    stored_matrix const v = located(f.node);
    f.what = factor_kind::plain;
    f.value = {v.slot, v.turned != f.value.turned};
    f.node = -1;
    return f;
}

/// The number of the factorisation of a matrix; `turned` if it is that of the transpose.
constexpr int matrix_assembler::factorization(int of, bool& turned) {
    stored_matrix const v = located(build_.upright(of));
    turned = v.turned != build_.is_transposed(of);
    for (factorized const& f : factorized_)
        if (f.slot == v.slot) return f.number;
    int const number = program.factorizations.size();
    program.factorizations.push(program.slots[v.slot].shape);
    matrix_operation const what = build_.shape_of(of).symmetric ? matrix_operation::factorize_symmetric : matrix_operation::factorize;
    program.steps.push({.what = what, .out = number, .a = read_by_entry(v.slot)});
    factorized_.push({v.slot, number});
    return number;
}

/// The product of two factors.
constexpr matrix_assembler::factor matrix_assembler::times(factor const& left, factor const& right, target to) {
    factor made{.shape = {left.shape.rows, right.shape.columns}};
    matrix_step step{.what = matrix_operation::product, .accumulates = to.accumulates, .alpha = to.alpha, .times = to.times};
    if (left.what == factor_kind::inverse || right.what == factor_kind::inverse) {
        bool const first = left.what == factor_kind::inverse;  // A*inv(M) is (inv(M)'*A')'
        factor const by = first ? left : right, other = plain(first ? right : left);
        bool turned = false;
        step.what = matrix_operation::solve;
        step.a = factorization(g_.operand(by.node, 0), turned);
        step.turns_a = (turned != by.value.turned) == first && !build_.shape_of(by.node).symmetric;
        step.b = read_by_entry(other.value.slot);
        step.turns_b = other.value.turned == first;
        extents const shape = first || made.shape.is_vector() ? made.shape : made.shape.turned();
        made.value.turned = !first && !shape.is_vector();
        bool const to_other = made.value.turned && to.slot >= 0;
        step.out = made.value.slot = to.slot >= 0 && !to_other ? to.slot : new_slot(shape);
        program.steps.push(step);
        if (to_other) {
            program.steps.push({.what = matrix_operation::transposed, .out = to.slot, .a = step.out});
            made.value = {to.slot, false};
        }
        return made;
    }
    bool const number = made.shape.is_number();
    if (right.what == factor_kind::ones && left.what == factor_kind::plain && !left.shape.is_vector()) {
        step.what = matrix_operation::sums_of_rows;
        step.a = read_by_entry(left.value.slot);
        step.turns_a = left.value.turned;
    } else if (left.what == factor_kind::ones && right.what == factor_kind::plain && !right.shape.is_vector()) {
        step.what = matrix_operation::sums_of_rows;
        step.a = read_by_entry(right.value.slot);
        step.turns_a = !right.value.turned;
    } else if (!number && (left.what != factor_kind::plain || right.what != factor_kind::plain)) {
        return mapped(left, right, to);
    } else {
        factor const first = plain(left), second = plain(right);
        step.a = first.value.slot;
        step.b = second.value.slot;
        step.turns_a = first.value.turned;
        step.turns_b = second.value.turned;
        for (pair const& p : pairs_) {
            if (to.slot >= 0) break;
            bool const same = p.a == step.a && p.b == step.b && p.turns_a == step.turns_a && p.turns_b == step.turns_b;
            bool const other_way = p.a == step.b && p.b == step.a && p.turns_a != step.turns_b && p.turns_b != step.turns_a;
            if (!same && !other_way) continue;
            made.value = {p.slot, !same};
            return made;
        }
    }
    step.out = made.value.slot = to.slot >= 0 ? to.slot : new_slot(made.shape);
    program.steps.push(step);
    // (What stands in the place of a sum is about to be added to.)
    if (step.what == matrix_operation::product && to.slot < 0 && to.alpha.is_one() && to.times < 0)
        pairs_.push({step.a, step.b, step.turns_a, step.turns_b, step.out});
    return made;
}

/// u*v', diag(u)*A or A*diag(u), stored.
constexpr matrix_assembler::factor matrix_assembler::mapped(factor const& left, factor const& right, target to) {
    factor made{.shape = {left.shape.rows, right.shape.columns}};
    auto const vector_of = [&](factor const& f) {
        if (f.what == factor_kind::ones) return -1;
        if (f.what == factor_kind::diagonal) return located(build_.upright(g_.operand(f.node, 0))).slot;
        return plain(f).value.slot;
    };
    bool const scales = left.what == factor_kind::diagonal || right.what == factor_kind::diagonal;
    int down = -1, across = -1, entries = -1;
    if (left.what == factor_kind::diagonal || !scales) down = vector_of(left);
    if (!scales || left.what != factor_kind::diagonal) across = vector_of(right);
    if (scales) {
        stored_matrix const matrix = plain(left.what == factor_kind::diagonal ? right : left).value;
        made.value.turned = to.slot < 0 && matrix.turned;
        entries = read_by_entry(to.slot < 0 ? matrix.slot : upright_slot(matrix));
    }
    made.value.slot = to.slot >= 0 ? to.slot : new_slot(made.value.turned ? made.shape.turned() : made.shape);
    map_.begin();
    int v = entries < 0 ? -1 : map_.read(micro_operation::entries, entries);
    bool const turned = made.value.turned;
    if (down >= 0) v = map_.multiply(v, map_.read(turned ? micro_operation::across : micro_operation::down, read_by_entry(down)));
    if (across >= 0) v = map_.multiply(v, map_.read(turned ? micro_operation::down : micro_operation::across, read_by_entry(across)));
    if (v < 0) v = map_.constant(1);
    if (to.times >= 0) v = map_.multiply(v, map_.read(micro_operation::number, to.times));
    map_.end(matrix_operation::map, made.value.slot, map_.scaled(to.alpha, v), turned ? made.shape.turned() : made.shape);
    return made;
}

}  // namespace leibniz::inline v0_1::detail
