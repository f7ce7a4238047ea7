#pragma once

#include <leibniz/matrix/functions.hpp>
#include <leibniz/rules/functions.hpp>

// Numbers made of matrices, inverses and diagonals.

namespace leibniz::inline v0_1::detail {

/// The sum of all products of entries.
constexpr int matrix_builder::inner(int a, int b) {
    if (is_number(a) && is_number(b)) return g_.multiply(a, b);
    if (is_number(a) || is_number(b)) return g_.multiply(is_number(a) ? a : b, total(is_number(a) ? b : a));
    matrix_shape const s = shape_of(a);
    if (!s.fits(shape_of(b))) return fault(shape_fault::sum, a, b);
    if (s.columns == one) return multiply(transpose(a), b);
    if (s.rows == one) return multiply(a, transpose(b));
    return total(hadamard(a, b));
}

/// The sum of the squares of all entries: u'*u of a vector.
constexpr int matrix_builder::squared(int u) {
    matrix_shape const s = shape_of(u);
    if (s.columns == one || s.rows == one) return inner(u, u);
    return total(power(u, g_.number(2)));
}

/// The sum or mean over the rows of the data, entry by entry: of models, only numbers are reduced so; of their derivatives matrices too.
constexpr int matrix_builder::over_rows(function const& fn, int of) {
    if (is_number(of)) return g_.reduction(fn, of, graph::mode::entrywise);
    if (is_zeros(of)) return of;
    if (is_transposed(of)) return transpose(over_rows(fn, upright(of)));
    if (g_.is(of, kind::scale)) return g_.scale(g_.coefficient_of(of), over_rows(fn, g_.operand(of, 0)));
    return g_.intern({.what = kind::reduction, .count = 1, .fn = &fn}, &of);
}

/// The sum of all entries.
constexpr int matrix_builder::total(int u) {
    node const n = g_[u];
    matrix_shape const s = shape_of(u);
    if (s.is_number()) return u;
    if (n.what == kind::scale) return g_.scale(n.number, total(g_.operand(u, 0)));
    if (is_transposed(u)) return total(upright(u));
    if (is_zeros(u)) return g_.number(0);
    if (is<ones_vector>(u) || is<identity_matrix>(u)) return s.rows;
    if (n.what == kind::product) {
        buffer<multiplicand> numbers;
        int const rest = split_numbers(u, numbers);
        if (rest != u) {
            numbers.push({total(rest), one});
            return product(1, numbers);
        }
        buffer<int> const parts = operands(u);
        for (int k = 0; k < parts.size(); ++k) {
            if (!is<identity_matrix>(parts[k])) continue;
            buffer<multiplicand> others;
            for (int j = 0; j < parts.size(); ++j)
                if (j != k) others.push({parts[j], one});
            return trace(product(1, others));
        }
        if (parts.size() == 2 && (s.columns == one || s.rows == one)) return inner(parts[0], parts[1]);
    }
    if (n.what == kind::power && g_.is_number(g_.operand(u, 1), 2) && (s.columns == one || s.rows == one)) return squared(g_.operand(u, 0));
    if (is_product(u)) {
        buffer<int> const f = operands(u);
        for (int end = 0; end < 2; ++end) {  // sum(1*v') is n*sum(v), sum(A*1) stays
            int const at = end == 0 ? f[0] : f.back();
            if (!is_ones(at) || (end == 0 ? shape_of(at).columns : shape_of(at).rows) != one) continue;
            buffer<int> rest;
            for (int k = end == 0 ? 1 : 0; k < f.size() - end; ++k) rest.push(f[k]);
            return g_.multiply(total(at), total(chain(rest)));
        }
        for (int k = 0; k + 1 < f.size(); ++k) {  // sum(a*b') is sum(a)*sum(b)
            if (shape_of(f[k]).columns != one) continue;
            buffer<int> left, right;
            for (int j = 0; j < f.size(); ++j) (j <= k ? left : right).push(f[j]);
            return g_.multiply(total(chain(left)), total(chain(right)));
        }
    }
    return interned<sum_of_entries>({u});
}

/// The trace: linear, and of a chain that of its least rotation or reversal.
constexpr int matrix_builder::trace(int u) {
    if (is_number(u)) return u;
    if (!is_square(u)) return fault(shape_fault::square, u);
    if (g_.is(u, kind::scale)) return g_.scale(g_.coefficient_of(u), trace(g_.operand(u, 0)));
    if (is_transposed(u)) return trace(upright(u));
    if (is_zeros(u)) return g_.number(0);
    if (is<identity_matrix>(u)) return shape_of(u).rows;
    if (is<diagonal_of_vector>(u)) return total(g_.operand(u, 0));
    if (g_.is(u, kind::sum)) {
        int const size = shape_of(u).rows;
        buffer<summand> entries;
        for (int part : operands(u)) entries.push({1, is_number(part) ? g_.multiply(part, size) : trace(part)});
        return sum(entries);
    }
    if (g_.is(u, kind::product)) {
        buffer<multiplicand> numbers;
        int const rest = split_numbers(u, numbers);
        if (rest != u) {
            numbers.push({trace(rest), one});
            return product(1, numbers);
        }
    }
    if (!is_product(u)) return interned<matrix_trace>({u});
    buffer<int> const f = operands(u);
    auto const rotated = [](buffer<int> const& all, int first, int left_out = 0) {
        buffer<int> turned;
        for (int j = left_out; j < all.size(); ++j) turned.push(all[(first + j) % all.size()]);
        return turned;
    };
    for (int k = 0; k + 1 < f.size(); ++k)
        if (shape_of(f[k]).columns == one) return chain(rotated(f, k + 1));  // tr(a*b') is b'*a
    for (int k = 0; k < f.size(); ++k)
        if (is<diagonal_of_vector>(f[k])) return inner(diagonal(chain(rotated(f, k, 1))), g_.operand(f[k], 0));
    if (f.size() == 2) return total(hadamard(transpose(f[0]), f[1]));
    buffer<int> const back = reversed(f);
    buffer<int> best = f;
    for (int k = 0; k < f.size(); ++k) {
        buffer<int> const forth = rotated(f, k), turned = rotated(back, k);
        if (precedes(forth, best)) best = forth;
        if (precedes(turned, best)) best = turned;
    }
    return interned<matrix_trace>({upright(oriented_chain(best))});
}

constexpr bool matrix_builder::all_square(int i) {
    for (int part : operands(i))
        if (!is_square(part)) return false;
    return true;
}

/// det or logdet: that of a product of square matrices is split; det(c*A) is c^n*det(A).
constexpr int matrix_builder::determinant(function const& fn, int u) {
    bool const is_log = is_row<log_determinant>(fn);
    if (is_number(u)) return is_log ? make_call<logarithm>(g_, make_call<absolute_value>(g_, u)) : u;
    if (!is_square(u)) return fault(shape_fault::square, u);
    if (int const inside = g_.without_coefficient(u); is_transposed(inside)) u = g_.scale(g_.coefficient_of(u), upright(inside));
    if (is<identity_matrix>(u)) return g_.number(is_log ? 0 : 1);
    if (is<matrix_inverse>(u)) {
        int const of = determinant(fn, g_.operand(u, 0));
        return is_log ? g_.scale(-1, of) : g_.power(of, g_.number(-1));
    }
    buffer<multiplicand> numbers;
    if (g_.is(u, kind::scale)) numbers.push({g_.number(g_[u].number), one});
    int const rest = g_.is(u, kind::scale) ? g_.operand(u, 0) : g_.is(u, kind::product) ? split_numbers(u, numbers) : u;
    if (!numbers.empty()) {
        int const factor = product(1, numbers), size = shape_of(u).rows, of = determinant(fn, rest);
        if (!is_log) return g_.multiply(g_.power(factor, size), of);
        bool const known = g_.is(factor, kind::number);
        int const magnitude = !known                            ? make_call<absolute_value>(g_, factor)
                              : g_[factor].number.is_negative() ? g_.number(-g_[factor].number)
                                                                : factor;
        return g_.add(g_.multiply(size, make_call<logarithm>(g_, magnitude)), of);
    }
    if (is_product(u) && all_square(u)) {
        int result = g_.number(is_log ? 0 : 1);
        for (int part : operands(u)) {
            int const of = determinant(fn, part);
            result = is_log ? g_.add(result, of) : g_.multiply(result, of);
        }
        return result;
    }
    return g_.intern({.what = kind::call, .count = 1, .fn = &fn}, &u);
}

constexpr int matrix_builder::inverse(int u) {
    if (is_number(u)) return g_.power(u, g_.number(-1));
    if (!is_square(u)) return fault(shape_fault::square, u);
    if (is<identity_matrix>(u)) return u;
    if (is_transposed(u)) return transpose(inverse(upright(u)));
    if (g_.is(u, kind::scale))
        if (rational const c = rational(1) / g_[u].number; c.valid()) return g_.scale(c, inverse(g_.operand(u, 0)));
    if (is<matrix_inverse>(u)) return g_.operand(u, 0);
    if (is<diagonal_of_vector>(u)) return diagonal_matrix(g_.power(g_.operand(u, 0), g_.number(-1)));
    if (is_product(u) && all_square(u)) {
        buffer<int> const f = operands(u);
        buffer<int> inverses;
        for (int k = f.size(); k-- > 0;) inverses.push(inverse(f[k]));
        return chain(inverses);
    }
    return interned<matrix_inverse>({u});
}

constexpr int matrix_builder::diagonal_matrix(int u) {
    if (is_number(u)) return u;
    if (!is_vector(u)) return fault(shape_fault::vector, u);
    if (is_zeros(u)) return zeros({shape_of(u).rows, shape_of(u).rows});
    if (is<ones_vector>(u)) return identity(shape_of(u).rows);
    if (g_.is(u, kind::scale)) return g_.scale(g_.coefficient_of(u), diagonal_matrix(g_.operand(u, 0)));
    if (g_.is(u, kind::product)) {
        buffer<multiplicand> numbers;
        int const rest = split_numbers(u, numbers);
        if (rest != u) {
            numbers.push({diagonal_matrix(rest), one});
            return product(1, numbers);
        }
    }
    return interned<diagonal_of_vector>({u});
}

constexpr int matrix_builder::diagonal(int u) {
    if (is_number(u)) return u;
    if (!is_square(u)) return fault(shape_fault::diagonal_matrix, u);
    int const size = shape_of(u).rows;
    if (is_transposed(u)) return diagonal(upright(u));
    if (is_zeros(u)) return zeros({size, one});
    if (is<identity_matrix>(u)) return ones(size);
    if (is<diagonal_of_vector>(u)) return g_.operand(u, 0);
    if (g_.is(u, kind::scale)) return g_.scale(g_.coefficient_of(u), diagonal(g_.operand(u, 0)));
    if (g_.is(u, kind::product)) {
        buffer<multiplicand> numbers;
        int const rest = split_numbers(u, numbers);
        if (rest != u) {
            numbers.push({diagonal(rest), one});
            return product(1, numbers);
        }
    }
    if (is_product(u)) {
        buffer<int> const f = operands(u);
        for (int k = 0; k < f.size(); ++k) {  // diagonal(P*diag(v)*Q) is (P.*Q')*v
            if (!is<diagonal_of_vector>(f[k])) continue;
            buffer<int> left, right;
            for (int j = 0; j < f.size(); ++j)
                if (j != k) (j < k ? left : right).push(f[j]);
            int const v = g_.operand(f[k], 0);
            if (left.empty() || right.empty()) return hadamard(diagonal(chain(left.empty() ? right : left)), v);
            return multiply(hadamard(chain(left), transpose(chain(right))), v);
        }
        for (int k = 0; k + 1 < f.size(); ++k) {  // diagonal(a*b') is a.*b
            if (shape_of(f[k]).columns != one) continue;
            buffer<int> left, right;
            for (int j = 0; j < f.size(); ++j) (j <= k ? left : right).push(f[j]);
            return hadamard(chain(left), transpose(chain(right)));
        }
    }
    return interned<main_diagonal>({u});
}

/// The root of the sum of the squares of all entries.
constexpr int matrix_builder::norm(int u) {
    if (is_number(u)) return make_call<absolute_value>(g_, u);
    if (is_zeros(u)) return g_.number(0);
    if (is_transposed(u)) return norm(upright(u));
    if (g_.is(u, kind::scale)) {
        rational const c = g_[u].number;
        return g_.scale(c.is_negative() ? -c : c, norm(g_.operand(u, 0)));
    }
    return interned<euclidean_norm>({u});
}

constexpr int determinant_of_matrix::build(matrix_builder m, int const* u) {
    return m.determinant(*registered<determinant_of_matrix>::descriptor, u[0]);
}
constexpr int log_determinant::build(matrix_builder m, int const* u) {
    return m.determinant(*registered<log_determinant>::descriptor, u[0]);
}
constexpr int sum_over_rows::build(matrix_builder m, int const* u) { return m.over_rows(*registered<summation>::descriptor, u[0]); }
constexpr int mean_over_rows::build(matrix_builder m, int const* u) { return m.over_rows(*registered<averaging>::descriptor, u[0]); }
constexpr int sum_of_magnitudes::build(matrix_builder m, int const* u) {
    return m.total(m.call(*registered<absolute_value>::descriptor, u));
}
constexpr int vector_log_sum_exp::build(matrix_builder m, int const* u) {
    if (m.is_number(u[0])) return u[0];
    if (!m.is_vector(u[0]) && !m.is_vector(m.transpose(u[0]))) return m.fault(shape_fault::vector, u[0]);
    return m.interned<vector_log_sum_exp>({m.upright(u[0])});
}
constexpr int vector_softmax::build(matrix_builder m, int const* u) {
    if (m.is_number(u[0])) return graph::one;
    if (m.is_vector(u[0])) return m.interned<vector_softmax>({u[0]});
    int const turned = m.transpose(u[0]);
    if (!m.is_vector(turned)) return m.fault(shape_fault::vector, u[0]);
    return m.transpose(m.interned<vector_softmax>({turned}));
}

}  // namespace leibniz::inline v0_1::detail
