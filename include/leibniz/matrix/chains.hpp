#pragma once

#include <leibniz/matrix/functions.hpp>

// Transposes and products of matrices.

namespace leibniz::inline v0_1::detail {

constexpr int matrix_builder::transpose(int i) {
    matrix_shape const s = shape_of(i);
    if (s.symmetric || s.is_number()) return i;
    if (is_transposed(i)) return g_.operand(i, 0);
    node const n = g_[i];
    if (n.what == kind::scale) return g_.scale(n.number, transpose(g_.operand(i, 0)));
    if (is_zeros(i)) return zeros({s.columns, s.rows});
    if (n.what == kind::power && is_transposed(g_.operand(i, 0))) return power(upright(g_.operand(i, 0)), transpose(g_.operand(i, 1)));
    if (g_.opens_sums() && n.what == kind::sum && holds_transposes(operands(i), -1)) return scale(-1, i);
    return interned<transposition>({i});
}

constexpr buffer<int> matrix_builder::reversed(buffer<int> const& factors) {
    buffer<int> all;
    for (int k = factors.size(); k-- > 0;) all.push(transpose(factors[k]));
    return all;
}

/// The order of chains of one length: fewer transposes first, then the smaller factor.
constexpr bool matrix_builder::precedes(buffer<int> const& a, buffer<int> const& b) const {
    int difference = 0;
    for (int k = 0; k < a.size(); ++k) difference += (is_transposed(a[k]) ? 1 : 0) - (is_transposed(b[k]) ? 1 : 0);
    if (difference != 0) return difference < 0;
    for (int k = 0; k < a.size(); ++k)
        if (upright(a[k]) != upright(b[k])) return upright(a[k]) < upright(b[k]);
    for (int k = 0; k < a.size(); ++k)
        if (a[k] != b[k]) return !is_transposed(a[k]);
    return false;
}

constexpr bool matrix_builder::are_inverses(int a, int b) const {
    for (int turn = 0; turn < 2; ++turn) {
        int const inverse = turn == 0 ? a : b, other = turn == 0 ? b : a;
        if (!is<matrix_inverse>(upright(inverse))) continue;
        int const u = g_.operand(upright(inverse), 0);  // inv(u') is stored as inv(u)'
        if (u == upright(other) && is_transposed(inverse) == is_transposed(other)) return true;
    }
    return false;
}

/// Factor number `diagonal` meets the vector that the factors from `from` to `to` are: diag(u)*v is u.*v.
constexpr void matrix_builder::scale_vector(buffer<int>& f, int diagonal, int from, int to) {
    buffer<int> part, rest;
    for (int k = from; k < to; ++k) part.push(f[k]);
    int const u = g_.operand(f[diagonal], 0), made = hadamard(from > diagonal ? u : transpose(u), chain(part));
    for (int k = 0; k < f.size(); ++k) {
        if (k == diagonal) rest.push(made);
        else if (k < from || k >= to) rest.push(f[k]);
    }
    f = rest;
}

/// One step: what cancels, what is entrywise, what is a number by itself. False if there is none.
constexpr bool matrix_builder::simplify_factors(buffer<int>& f, buffer<multiplicand>& numbers, int& size) {
    auto const remove = [&f](int at, int count) {
        for (int k = at; k + count < f.size(); ++k) f[k] = f[k + count];
        f.truncate(f.size() - count);
    };
    for (int k = 0; k + 1 < f.size(); ++k) {
        if (!are_inverses(f[k], f[k + 1])) continue;
        size = shape_of(f[k]).rows;
        int const u = upright(is<matrix_inverse>(upright(f[k])) ? f[k + 1] : f[k]);
        g_.record({predicate::nonzero, determinant(*registered<determinant_of_matrix>::descriptor, u)});
        remove(k, 2);
        return true;
    }
    for (int k = 0; k < f.size(); ++k) {
        if (!is<diagonal_of_vector>(f[k])) continue;
        for (int last = k + 1; last < f.size(); ++last)
            if (shape_of(f[last]).columns == one) return scale_vector(f, k, k + 1, last + 1), true;
        for (int first = k - 1; first >= 0; --first)
            if (shape_of(f[first]).rows == one) return scale_vector(f, k, first, k), true;
    }
    for (int k = 0; k + 1 < f.size(); ++k) {
        if (!is<diagonal_of_vector>(f[k])) continue;
        int const last = is<diagonal_of_vector>(f[k + 1]) ? k + 1 : k + 2;
        if (last >= f.size() || !is<diagonal_of_vector>(f[last])) continue;
        int const u = g_.operand(f[k], 0), v = g_.operand(f[last], 0);  // diag(u)*diag(v) is diag(u.*v), diag(u)*A*diag(v) is (u*v').*A
        f[k] = last == k + 1 ? diagonal_matrix(hadamard(u, v)) : hadamard(multiply(u, transpose(v)), f[k + 1]);
        remove(k + 1, last - k);
        return true;
    }
    for (int a = 0; a < f.size(); ++a)
        for (int b = f.size() - 1; b > a; --b) {
            if (shape_of(f[a]).rows != one || shape_of(f[b]).columns != one || b - a + 1 == f.size()) continue;
            buffer<int> number;
            for (int k = a; k <= b; ++k) number.push(f[k]);
            numbers.push({chain(number), one});
            remove(a, b - a + 1);
            return true;
        }
    return false;
}

/// The factors of a product that are numbers go to `numbers`; returns the others' product.
constexpr int matrix_builder::split_numbers(int u, buffer<multiplicand>& numbers) {
    buffer<multiplicand> rest;
    bool any = false;
    for (int part : operands(upright(u))) {
        bool const number = is_number(part);
        any = any || number;
        if (number) numbers.push({part, one});
        else rest.push({is_transposed(u) ? transpose(part) : part, one});
    }
    return any ? product(1, rest) : u;
}

/// The product of matrices and numbers. Factors are flattened, numbers stand in front, identities and inverses vanish.
constexpr int matrix_builder::chain(buffer<int> const& factors) {
    buffer<multiplicand> numbers;
    buffer<int> open, f;
    rational coefficient = 1;
    int size = one;  // of an identity, should nothing else remain
    for (int k = factors.size(); k-- > 0;) open.push(factors[k]);
    while (!open.empty()) {
        g_.spend(30);
        int const i = open.pop(), u = upright(i);
        if (is_number(i)) numbers.push({i, one});
        else if (g_.is(i, kind::scale) && (coefficient * g_[i].number).valid())
            coefficient = coefficient * g_[i].number, open.push(g_.operand(i, 0));
        else if (is<identity_matrix>(i)) size = shape_of(i).rows, f.push(i);
        else if (is_product(u)) {
            buffer<int> const inside = operands(u);
            for (int k = 0; k < inside.size(); ++k) open.push(u != i ? transpose(inside[k]) : inside[inside.size() - 1 - k]);
        } else if (g_.is(u, kind::product)) {
            int const rest = split_numbers(i, numbers);
            if (rest == i) f.push(i);
            else open.push(rest);
        } else f.push(i);
    }
    for (int k = 0; k + 1 < f.size(); ++k)
        if (shape_of(f[k]).columns != shape_of(f[k + 1]).rows) return fault(shape_fault::product, f[k], f[k + 1]);
    for (int i : f)
        if (is_zeros(i)) return zeros({shape_of(f[0]).rows, shape_of(f.back()).columns});
    buffer<int> kept;
    for (int i : f)
        if (!is<identity_matrix>(i)) kept.push(i);
    bool changed = false;  // then factors may have become chains or multiples
    while (simplify_factors(kept, numbers, size)) changed = true;
    int const whole = kept.empty() ? identity(size) : kept.size() == 1 ? kept[0] : changed ? chain(kept) : oriented_chain(kept);
    if (numbers.empty()) return g_.scale(coefficient, whole);
    numbers.push({whole, one});
    return product(coefficient, numbers);
}

constexpr int matrix_builder::oriented_chain(buffer<int> const& f) {
    if (shape_of(f[0]).rows == one && shape_of(f.back()).columns == one && (is_ones(f[0]) || is_ones(f.back()))) {  // 1'*u
        buffer<int> rest;
        int const first = is_ones(f[0]) ? 1 : 0;
        for (int k = first; k < f.size() - 1 + first; ++k) rest.push(f[k]);
        return total(chain(rest));
    }
    buffer<int> const turned = reversed(f);
    bool const turns = precedes(turned, f);
    buffer<int> const& best = turns ? turned : f;
    int const made = g_.intern({.what = kind::call, .count = best.size(), .fn = registered<matrix_product>::descriptor}, best.begin());
    return turns ? transpose(made) : made;
}

/// The product of two. A longer chain remembers them, so that the sweep and the program go the way that was written.
constexpr int matrix_builder::multiply(int a, int b) {
    buffer<int> both;
    both.push(a);
    both.push(b);
    int const made = chain(both), i = upright(made);
    if (!is_product(i) || g_[i].count < 3 || is_number(a) || is_number(b) || upright(a) >= i || upright(b) >= i) return made;
    if (g_.is(a, kind::scale) || g_.is(b, kind::scale)) return made;
    int const left = made == i ? a : transpose(b), right = made == i ? b : transpose(a);
    if (left < i && right < i) g_.formed_of(i, left, right, product_formation::written);
    return made;
}

}  // namespace leibniz::inline v0_1::detail
