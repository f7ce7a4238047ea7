#pragma once

#include <leibniz/matrix/assembler.hpp>

// What is computed entry by entry. All that a map reads stands in slots before it begins.

namespace leibniz::inline v0_1::detail {

constexpr void matrix_assembler::prepare(int i) {
    if (plan_.is_constant(i) || slot_[i] >= 0) return;
    if (plan_.is_inlined(i)) prepare_operands(i);
    else static_cast<void>(located(i));
}

constexpr void matrix_assembler::prepare_operands(int i) {
    if (build_.is_product(i)) return prepare_vectors(i);
    for (int k = 0; k < g_[i].count; ++k) {
        int const operand = build_.upright(g_.operand(i, k));
        if (plan_.is_constant(operand) && build_.is_number(operand)) continue;
        prepare(operand);
    }
}

/// The factors of u*v', or u of diag(u)*A and the matrix.
constexpr void matrix_assembler::prepare_vectors(int i) {
    buffer<int> const f = build_.operands(i);
    if (plan_.is_scaling(i)) {
        for (int part : f) {
            if (build_.is<diagonal_of_vector>(part)) static_cast<void>(located(build_.upright(g_.operand(part, 0))));
            else prepare(build_.upright(part));
        }
        return;
    }
    buffer<int> left, right;
    int const place = plan_.outer_place(i);
    for (int k = 0; k < f.size(); ++k) (k <= place ? left : right).push(f[k]);
    auto const vector_of = [&](buffer<int> const& part) {
        if (part.size() == 1 && build_.is<ones_vector>(build_.upright(part[0]))) return stored_matrix{};
        return plain(part.size() == 1 ? as_factor(part[0]) : chain(part, {})).value;
    };
    stored_matrix const first = vector_of(left), second = vector_of(right);
    outer_.push({i, first, second});
}

/// A map with the value of node i, or of its transpose, or the sum of its entries.
constexpr void matrix_assembler::map_to(int out, int i, bool turned, matrix_operation what) {
    of_numbers_ = build_.is_number(i);
    map_.begin();
    int const v = value(i, turned);
    extents const shape = extents_of(i);
    map_.end(what, out, v, turned ? shape.turned() : shape);
    for (int each : touched_) known_[each] = -1;
    touched_.clear();
}

/// The micro-step with the value of a node, transposed or not.
constexpr int matrix_assembler::value(int i, bool turned) {
    if (build_.is_transposed(i)) {
        turned = !turned;
        i = g_.operand(i, 0);
    }
    if (i >= plan_.limit()) return found_value(i, turned);
    int const key = 2 * i + (turned ? 1 : 0);
    if (known_[key] < 0) {
        known_[key] = found_value(i, turned);
        touched_.push(key);
    }
    return known_[key];
}

constexpr int matrix_assembler::found_value(int i, bool turned) {
    node const n = g_[i];
    if (n.what == kind::number) return map_.constant(n.number);
    if (plan_.is_size(i)) return map_.read(micro_operation::size, -1 - size_of(i));
    if (build_.is<ones_vector>(i)) return map_.constant(1);
    if (build_.is_zeros(i)) return map_.constant(0);
    if (slot_[i] >= 0) return read(i, turned);
    if (build_.is_product(i)) return outer(i, turned);
    switch (n.what) {
        case kind::sum: return sum(i, turned);
        case kind::product: return product(i, turned);
        case kind::scale: return map_.scaled(n.number, value(g_.operand(i, 0), turned));
        case kind::power: {
            int const exponent = g_.operand(i, 1), base = value(g_.operand(i, 0), turned);
            if (g_.is(exponent, kind::number)) {
                int const made = map_.power(base, g_[exponent].number, g_.rules().power);
                return divides_itself(i) ? map_.call(g_.rules().choice, base, made, map_.constant(0)) : made;
            }
            return map_.call(g_.rules().power, base, value(exponent, turned));
        }
        default: break;
    }
    int u[most_arguments] = {};
    for (int k = 0; k < n.count; ++k) u[k] = value(g_.operand(i, k), turned);
    return map_.call(n.fn, u[0], u[1], u[2]);
}

/// Whether i divides nothing but u and its multiples by norm2(u): u/norm2(u) is 0 where u is, as the derivative of norm2 there.
constexpr bool matrix_assembler::divides_itself(int i) {
    if (!build_.is<euclidean_norm>(g_.operand(i, 0)) || !g_[g_.operand(i, 1)].number.is_negative()) return false;
    int const u = g_.operand(g_.operand(i, 0), 0);
    bool any = false;
    for (int user = i + 1; user < plan_.limit(); ++user) {
        if (!plan_.is_needed(user)) continue;
        bool uses = false, multiplies = false;
        for (int part : build_.operands(user)) {
            if (part == i) uses = true;
            else multiplies = multiplies || has_factor(part, u);
        }
        if (uses && !(multiplies && g_.is(user, kind::product))) return false;
        any = any || uses;
    }
    return any;
}
/// Whether i is u, its transpose, or a product of matrices with it, so that it vanishes with u.
constexpr bool matrix_assembler::has_factor(int i, int u) {
    int const whole = build_.upright(i);
    if (whole == build_.upright(u)) return true;
    if (!build_.is_product(whole)) return false;
    buffer<int> part;
    for (int turned = 0; turned < 2; ++turned) {
        part.clear();
        int const n = build_.is_product(u) ? g_[u].count : 1;
        for (int k = 0; k < n; ++k) {
            int const each = build_.is_product(u) ? g_.operand(u, turned == 0 ? k : n - 1 - k) : u;
            part.push(turned == 0 ? each : build_.transpose(each));
        }
        for (int from = 0; from + n <= g_[whole].count; ++from) {
            bool same = true;
            for (int k = 0; same && k < n; ++k) same = g_.operand(whole, from + k) == part[k];
            if (same) return true;
        }
    }
    return false;
}

constexpr int matrix_assembler::read(int i, bool turned) {
    if (build_.is_number(i)) return map_.read(micro_operation::number, slot_[i]);
    bool const other_way = (turned_[i] != 0) != turned && !build_.shape_of(i).symmetric;
    return map_.read(micro_operation::entries, read_by_entry(upright_slot({slot_[i], other_way})));
}

/// Terms with a minus sign are subtracted, after the others.
constexpr int matrix_assembler::sum(int i, bool turned) {
    buffer<int> const terms = build_.operands(i);
    int all = -1;
    for (int pass = 0; pass < 2; ++pass) {
        for (int term : terms) {
            rational const c = g_.coefficient_of(term);
            bool const scaled = g_.is(term, kind::scale) && slot_[term] < 0;
            bool const subtracts = c.is_negative() && (scaled || g_.is(term, kind::number));
            if (subtracts != (pass == 1) || (slot_[i] < 0 && !build_.is_number(i) && plan_.is_accumulated(term))) continue;
            int const v = !subtracts                   ? value(term, turned)
                          : g_.is(term, kind::number) ? map_.constant(-c)
                                                       : map_.scaled(-c, value(g_.operand(term, 0), turned));
            if (all < 0) all = subtracts ? map_.apply(opcode::negate, v) : v;
            else all = map_.apply(subtracts ? opcode::subtract : opcode::add, all, v);
        }
    }
    return all;
}

/// Factors with a negative exponent divide.
constexpr int matrix_assembler::product(int i, bool turned) {
    buffer<int> const factors = build_.operands(i);
    auto const divides = [&](int part) {
        int const u = build_.upright(part);
        return g_.is(u, kind::power) && slot_[u] < 0 && g_.is(g_.operand(u, 1), kind::number) &&
               g_[g_.operand(u, 1)].number.is_negative();
    };
    int above = -1, below = -1;
    for (int part : factors)
        if (!divides(part)) above = map_.multiply(above, value(part, turned));
    for (int part : factors) {
        if (!divides(part)) continue;
        int const u = build_.upright(part), base = value(g_.operand(u, 0), turned != (u != part));
        below = map_.multiply(below, map_.power(base, -g_[g_.operand(u, 1)].number, g_.rules().power));
    }
    if (below < 0) return above;
    return map_.apply(opcode::divide, above < 0 ? map_.constant(1) : above, below);
}

/// u*v', diag(u)*A and A*diag(u) within a map: vectors that stand in each column or each row.
constexpr int matrix_assembler::outer(int i, bool turned) {
    auto const along = [&](int slot, bool rows) {
        return map_.read(rows != turned ? micro_operation::down : micro_operation::across, read_by_entry(slot));
    };
    if (plan_.is_scaling(i)) {
        int const left = g_.operand(i, 0), right = g_.operand(i, 1);
        bool const first = build_.is<diagonal_of_vector>(left);
        int const of = build_.upright(g_.operand(first ? left : right, 0));
        return map_.apply(opcode::multiply, value(first ? right : left, turned), along(slot_[of], first));
    }
    for (vectors const& v : outer_) {
        if (v.node != i) continue;
        int const left = v.left.slot < 0 ? -1 : along(v.left.slot, true);
        if (v.right.slot < 0) return left < 0 ? map_.constant(1) : left;
        return map_.multiply(left, along(v.right.slot, false));
    }
    return map_.constant(1);  // never: its vectors were prepared
}

}  // namespace leibniz::inline v0_1::detail
