#pragma once

#include <leibniz/matrix/functions.hpp>
#include <leibniz/rules/functions.hpp>

// Sums, products, powers and functions of numbers, entry by entry. The graph's own operations do the work; what is added here is the
// shape, the orientation, and what cancels to a number although it is a matrix.

namespace leibniz::inline v0_1::detail {

/// The number c of c*ones, a matrix with one number in all places; other nodes themselves.
constexpr int matrix_builder::without_ones(int i) {
    if (is_ones(i)) return one;
    if (g_.is(i, kind::scale)) {
        int const inside = without_ones(g_.operand(i, 0));
        return inside == g_.operand(i, 0) ? i : g_.scale(g_[i].number, inside);
    }
    if (!g_.is(upright(i), kind::product)) return i;
    buffer<multiplicand> numbers;
    int const rest = split_numbers(i, numbers);
    return rest != i && is_ones(rest) ? product(1, numbers) : i;
}

constexpr int matrix_builder::sum(buffer<summand>& entries) {
    matrix_shape s;
    int first = -1;
    for (summand const& e : entries)
        if (!fit(s, e.base, shape_fault::sum, first)) return one;
    if (s.is_number()) return g_.sum(entries, graph::mode::entrywise);
    buffer<summand> open;  // transposed sums are taken in, unless the same one is added more than once: u + u is 2*u first
    for (int k = 0; k < entries.size(); ++k) {
        summand e = entries[k];
        if (g_.is(e.base, kind::scale) && (e.coefficient * g_[e.base].number).valid())
            e = {e.coefficient * g_[e.base].number, g_.operand(e.base, 0)};
        if (is_zeros(e.base)) continue;
        e.base = without_ones(e.base);
        int const inside = upright(e.base);
        bool opens =
            inside != e.base && g_.is(inside, kind::sum) && (g_.opens_sums() || e.coefficient.is_one() || e.coefficient == rational(-1));
        for (int j = 0; opens && j < entries.size(); ++j) opens = j == k || g_.without_coefficient(entries[j].base) != e.base;
        if (!opens) open.push(e);
        else
            for (int part : operands(inside)) open.push({e.coefficient, transpose(part)});
    }
    int const made = spread(open.empty() ? g_.number(0) : g_.sum(open, graph::mode::entrywise), s);
    int const inside = g_.without_coefficient(made);
    if (!g_.is(inside, kind::sum) || !prefers_transposed(operands(inside))) return made;
    rational const coefficient = g_.coefficient_of(made);
    open.clear();
    for (int part : operands(inside)) open.push({1, transpose(part)});
    return scale(coefficient, transpose(g_.sum(open, graph::mode::entrywise)));
}

/// The u of norm2(u)^2, or -1.
constexpr int matrix_builder::root_of_square(int i) {
    if (is_product(i) && g_[i].count == 2 && is_number(i) && are_transposes(g_.operand(i, 0), g_.operand(i, 1)))
        return is_vector(g_.operand(i, 1)) ? g_.operand(i, 1) : g_.operand(i, 0);
    if (!is<sum_of_entries>(i) || !g_.is(g_.operand(i, 0), kind::power)) return -1;
    int const power = g_.operand(i, 0);
    return g_.is_number(g_.operand(power, 1), 2) ? g_.operand(power, 0) : -1;
}

/// norm2(u)*(u'*u) is norm2(u)^3.
constexpr void matrix_builder::merge_norms(buffer<multiplicand>& entries) {
    for (int k = 0; k < entries.size(); ++k) {
        int const base = g_.base_of(entries[k].base);
        if (!is<euclidean_norm>(base)) continue;
        int const square = squared(g_.operand(base, 0));
        for (multiplicand& other : entries) {  // as a power of norm2(u): what is even becomes one of the square again
            if (g_.base_of(other.base) != square) continue;
            int const inner = other.base == square ? one : g_.operand(other.base, 1), all = g_.multiply(inner, other.exponent);
            if (g_.is(all, kind::number)) other = {base, g_.scale(2, all)};
        }
    }
}

/// A node, or its transpose, as a factor: that of a power is a power of the transposed base.
constexpr multiplicand matrix_builder::factor_of(int i, bool turned) {
    turned = turned != is_transposed(i);
    int const u = upright(i);
    if (g_.is(u, kind::power))
        return turned ? multiplicand{transpose(g_.operand(u, 0)), transpose(g_.operand(u, 1))}
                      : multiplicand{g_.operand(u, 0), g_.operand(u, 1)};
    return {turned ? transpose(u) : u, one};
}

constexpr int matrix_builder::product(rational coefficient, buffer<multiplicand>& entries) {
    matrix_shape s;
    int first = -1;
    for (multiplicand const& e : entries)
        if (!fit(s, e.base, shape_fault::entrywise, first) || !fit(s, e.exponent, shape_fault::entrywise, first)) return one;
    merge_norms(entries);
    if (s.is_number()) return g_.product(coefficient, entries, graph::mode::entrywise);
    buffer<multiplicand> open;  // products are taken in, transposed ones as well
    for (multiplicand e : entries) {
        if (e.exponent == one && g_.is(e.base, kind::scale) && (coefficient * g_[e.base].number).valid()) {
            coefficient = coefficient * g_[e.base].number;
            e.base = g_.operand(e.base, 0);
        }
        if (is_zeros(e.base) && e.exponent == one) return zeros(s);
        int const inside = upright(e.base);
        bool const turned = inside != e.base;
        if (e.exponent != one) open.push(e);
        else if (!g_.is(inside, kind::product)) open.push(factor_of(e.base, false));
        else
            for (int part : operands(inside)) open.push(factor_of(part, turned));
    }
    bool has_others = false;  // beside other factors ones are of no account
    for (multiplicand const& e : open) has_others = has_others || (!is_number(e.base) && !is_ones(e.base));
    buffer<multiplicand> kept;
    for (multiplicand const& e : open)
        if (!has_others || !is_ones(e.base)) kept.push(e);
    int const made = spread(g_.product(coefficient, kept, graph::mode::entrywise), s), inside = g_.without_coefficient(made);
    rational const factor = g_.coefficient_of(made);
    if (g_.is(inside, kind::power)) return scale(factor, power(g_.operand(inside, 0), g_.operand(inside, 1)));
    if (!g_.is(inside, kind::product)) return made;
    bool has_turned_power = false;  // A'.*A' has become (A.^2)'
    for (int part : operands(inside)) has_turned_power = has_turned_power || (is_transposed(part) && g_.is(upright(part), kind::power));
    kept.clear();
    if (has_turned_power) {
        kept.push({inside, one});
        return product(factor, kept);
    }
    if (!prefers_transposed(operands(inside))) return made;
    for (int part : operands(inside)) kept.push(factor_of(part, true));
    return scale(factor, transpose(g_.product(1, kept, graph::mode::entrywise)));
}

constexpr int matrix_builder::scale(rational coefficient, int i) {
    if (coefficient.is_one()) return i;
    if (is_number(i)) return g_.scale(coefficient, i, graph::mode::entrywise);
    if (coefficient.is_zero() || is_zeros(i)) return zeros(shape_of(i));
    if (coefficient == rational(-1) && !g_.opens_sums() && is_transposed(i) && g_.is(upright(i), kind::sum)) {
        buffer<summand> entries;
        entries.push({coefficient, i});
        return sum(entries);
    }
    return g_.scale(coefficient, i, graph::mode::entrywise);
}

constexpr int matrix_builder::power(int base, int exponent) {
    matrix_shape s;
    int first = -1;
    if (!fit(s, base, shape_fault::entrywise, first) || !fit(s, exponent, shape_fault::entrywise, first)) return one;
    rational const n = g_.is(exponent, kind::number) ? g_[exponent].number : rational(0);
    if (is<euclidean_norm>(base) && n.is_integer() && !n.is_odd() && !n.is_zero())  // smooth at 0
        return power(squared(g_.operand(base, 0)), g_.number(n / rational(2)));
    if (n.denominator() == 2 && n.is_fraction())
        if (int const u = root_of_square(base); u >= 0) return power(norm(u), g_.number(n * rational(2)));
    if (is_zeros(base) && rational(0) < n) return base;
    if (!is_number(base) && is_number(exponent))
        if (int const c = without_ones(base); c != base) return spread(power(c, exponent), s);
    if (is_transposed(base)) return transpose(power(upright(base), transpose(exponent)));
    return spread(g_.power(base, exponent, graph::mode::entrywise), s);
}

constexpr int matrix_builder::hadamard(int a, int b) {
    buffer<multiplicand> entries;
    entries.push({a, one});
    entries.push({b, one});
    return product(1, entries);
}

constexpr int matrix_builder::call(function const& fn, int const* operands) {
    if (fn.meaning == role::matrix) return fn.matrix->simplified(g_, fn, operands);
    matrix_shape s;
    int first = -1;
    buffer<int> u;
    for (int k = 0; k < fn.arity; ++k) {
        if (!fit(s, operands[k], shape_fault::entrywise, first)) return one;
        u.push(operands[k]);
    }
    if (is_row<logarithm>(fn)) {
        int const of = u[0], base = g_.base_of(of);
        if (is<determinant_of_matrix>(base) && (base == of || g_.is(g_.operand(of, 1), kind::number))) {
            rational const n = base == of ? rational(1) : g_[g_.operand(of, 1)].number;
            g_.record({predicate::positive, base});
            return g_.scale(n, determinant(*registered<log_determinant>::descriptor, g_.operand(base, 0)));
        }
        if (is<vector_softmax>(of)) {
            int const z = g_.operand(of, 0);
            return g_.add(z, g_.scale(-1, interned<vector_log_sum_exp>({z})));
        }
        if (is<sum_of_entries>(of) && is<exponential>(g_.operand(of, 0)))
            return interned<vector_log_sum_exp>({g_.operand(g_.operand(of, 0), 0)});
        if (!s.is_number() && g_.is(of, kind::sum) && g_[of].count == 2 && g_.is_number(g_.operand(of, 1), 1) &&
            is<exponential>(g_.operand(of, 0)))
            return make_call<soft_plus>(g_, g_.operand(g_.operand(of, 0), 0));
    }
    if (s.is_number()) return g_.call(fn, operands, graph::mode::entrywise);
    if (fn.arity == 1 && is_zeros(u[0])) {
        int const zero = g_.number(0);
        return spread(g_.call(fn, &zero, graph::mode::entrywise), s);
    }
    bool same_everywhere = true;  // f(c*ones) is f(c)*ones
    for (int each : u) same_everywhere = same_everywhere && (is_number(each) || without_ones(each) != each);
    if (same_everywhere) {
        for (int& each : u) each = is_number(each) ? each : without_ones(each);
        return spread(call(fn, u.begin()), s);
    }
    buffer<int> turned;
    for (int each : u) turned.push(transpose(each));
    bool const tie = u.size() > 1 && !prefers_transposed(u) && !prefers_transposed(turned);
    bool turns = prefers_transposed(u);
    for (int k = 0; tie && k < u.size(); ++k) {  // max(X, X') and max(X', X)
        if (turned[k] == u[k]) continue;
        turns = is_transposed(u[k]);
        break;
    }
    if (turns) return transpose(call(fn, turned.begin()));
    return spread(g_.call(fn, u.begin(), graph::mode::entrywise), s);
}

}  // namespace leibniz::inline v0_1::detail
