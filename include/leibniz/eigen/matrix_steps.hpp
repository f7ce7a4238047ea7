#pragma once

#include <leibniz/eigen/lay_out.hpp>
#include <leibniz/eigen/small_products.hpp>

#include <limits>

namespace leibniz::inline v0_1::detail {

// The steps of programs over matrices: one function for each operation and number type, whatever the model.

/// A map, or the sum of its entries: block by block, which stay in the first cache.
template <matrix_operation What, class T>
void run_map(workspace<T>& work, step_code<T> const& step) {
    constexpr bool sums = What == matrix_operation::total;
    micro_code<T> const* const micros = work.program().micros + step.first;
    T const** const at = work.pointers();
    Index const rows = work.size(step.shape.rows), columns = work.size(step.shape.columns), all = rows * columns;
    Index const block = work.block(), width = std::min(block, all);
    auto const memory_of = [&](int which) { return work.map_memory() + micros[which].place * block; };
    T* const out = work.entries_of(step.out);
    T total = 0;
    for (int k = 0; k < step.fixed; ++k) {
        micro_code<T> const& m = micros[k];
        T const value = m.what == micro_operation::number ? *work.entries_of(m.a) : m.what == micro_operation::size ? static_cast<T>(work.size(-1 - m.a)) : m.value;
        at[k] = memory_of(k);
        std::fill_n(memory_of(k), width, value);
    }
    int const changing = step.fixed + step.across, last = step.count - 1;
    Index const lines = step.by_column ? columns : all > 0 ? 1 : 0, length = step.by_column ? rows : all;
    for (Index line = 0; line < lines; ++line) {
        for (int k = step.fixed; k < changing; ++k) {
            at[k] = memory_of(k);
            std::fill_n(memory_of(k), std::min(block, length), work.entries_of(micros[k].a)[line]);
        }
        for (Index from = 0; from < length; from += block) {
            Index const count = std::min(block, length - from), first = line * length + from;
            for (int k = changing; k < step.count; ++k) {
                micro_code<T> const& m = micros[k];
                if (m.what == micro_operation::apply) {
                    T* const to = !sums && k == last ? out + first : memory_of(k);
                    m.run(at[m.a], at[m.b], at[m.c], to, count);
                    at[k] = to;
                } else at[k] = work.entries_of(m.a) + (m.what == micro_operation::entries ? first : from);
            }
            if constexpr (sums) total += sum_of(at[last], count);
        }
    }
    if constexpr (sums) *out = total;
}

// Products by what is fastest for their sizes.

template <bool TurnsA, bool TurnsB, class T>
void run_large_product(sized_step<T> const& step) {
    dense_view<T> const a = step.work->whole(step.step->a), b = step.work->whole(step.step->b);
    write_product<TurnsA, TurnsB, T>(step.work->whole(step.step->out), step.added(), {a.data, a.rows, a.columns, a.stride},
                                     {b.data, b.rows, b.columns, b.stride}, step.factor(), step.beta, step.work->packing());
}
/// A vector, or a matrix column by column: `Turns` if the entries of a column are products with columns of the matrix on the left.
template <bool Turns, class T>
void run_small_product(sized_step<T> const& step) {
    T *to = *step.out, *const end = to + step.rows * step.columns;
    T const *addend = step.added(), *by = *step.b;
    for (T const alpha = step.factor(); to != end; to += step.rows, by += step.across) {
        write_small_product<Turns>(to, addend, *step.a, step.stride, step.rows, step.depth, by, step.down, alpha, step.beta);
        if (addend != nullptr) addend += step.rows;
    }
}
template <class T>
void run_inner_product(sized_step<T> const& step) {
    T const product = step.factor() * inner_product_of(*step.a, *step.b, step.depth);
    T const* const addend = step.added();
    **step.out = addend != nullptr ? step.beta * *addend + product : product;
}
template <class T>
void run_outer_product(sized_step<T> const& step) {
    write_outer_product<T>({*step.out, step.rows, step.columns, step.rows}, step.added(), *step.a, *step.b, step.factor(), step.beta);
}
template <class T>
void run_product(workspace<T>& work, step_code<T> const& step) {
    bool const turns_a = step.turns_a != work.is_turned(step.a), turns_b = step.turns_b != work.is_turned(step.b);
    dense_view<T> const a = work.whole(step.a), b = work.whole(step.b), c = work.whole(step.out);
    bool const is_row = c.rows == 1 && c.columns != 1, is_vector = is_row || c.columns == 1;  // a row as the column that it is when turned
    sized_step<T> sized{nullptr, &work, &step, work.memory_of(step.out), work.memory_of(is_row ? step.b : step.a), work.memory_of(is_row ? step.a : step.b)};
    if (step.accumulates) sized.addend = work.memory_of(step.addend < 0 ? step.out : step.addend);
    if (step.times >= 0) sized.times = work.memory_of(step.times);
    sized.alpha = step.alpha, sized.beta = step.beta;
    sized.rows = is_row ? c.columns : c.rows, sized.columns = is_vector ? 1 : c.columns, sized.depth = turns_a ? a.rows : a.columns;
    sized.stride = is_row ? b.stride : a.stride;
    if (!is_vector) sized.down = turns_b ? b.stride : 1, sized.across = turns_b ? 1 : b.stride;
    constexpr Index most = small_packet<T>::width > 2 ? 256 : 144;
    if (c.rows == 1 && c.columns == 1) sized.run = &run_inner_product<T>;
    else if (!is_vector && sized.depth == 1) sized.run = &run_outer_product<T>;
    else if (is_vector ? sized.rows * sized.depth <= most : c.rows + c.columns + sized.depth < 20)
        sized.run = (is_row ? !turns_b : turns_a) ? &run_small_product<true, T> : &run_small_product<false, T>;
    else if (turns_a) sized.run = turns_b ? &run_large_product<true, true, T> : &run_large_product<true, false, T>;
    else sized.run = turns_b ? &run_large_product<false, true, T> : &run_large_product<false, false, T>;
    work.keep(sized);
    sized.run(sized);
}

template <class T>
void run_sums_of_rows(workspace<T>& work, step_code<T> const& step) {
    dense_view<T> const a = work.whole(step.a);
    T* const out = work.entries_of(step.out);
    T const c = work.factor(step);
    if (step.turns_a) {
        for (Index j = 0; j < a.columns; ++j) out[j] = c * sum_of(a.data + j * a.stride, a.rows);
        return;
    }
    std::fill_n(out, a.rows, T(0));
    for (Index j = 0; j < a.columns; ++j) add_multiple(out, a.data + j * a.stride, c, a.rows);
}

template <class T>
void run_factorize(workspace<T>& work, step_code<T> const& step) {
    dense_view<T> const a = work.whole(step.a);
    factorization_view<T> factors = work.factors(step.out);
    write_copy(factors.entries(), a, false);
    factors.factorize(work.packing());
}

/// Of a symmetric matrix: Cholesky's factors, or those of any matrix where it is not positive definite.
template <class T>
void run_factorize_symmetric(workspace<T>& work, step_code<T> const& step) {
    dense_view<T> const a = work.whole(step.a);
    factorization_view<T> factors = work.factors(step.out);
    for (Index j = 0; j < a.rows; ++j) std::copy_n(a.data + j + j * a.stride, a.rows - j, factors.entries() + j + j * a.rows);
    if (!factors.factorize_positive(work.packing())) run_factorize(work, step);
}

template <class T>
void run_solve(workspace<T>& work, step_code<T> const& step) {
    dense_view<T> const b = work.whole(step.b), out = work.whole(step.out);
    write_copy(out.data, b, step.turns_b && b.rows != 1 && b.columns != 1);
    T const c = work.factor(step);
    if (c != T(1))
        for (Index k = 0; k < out.rows * out.columns; ++k) out.data[k] *= c;
    Index const size = work.size(work.program().factorizations[step.a].rows);  // a vector may lie the other way
    if (size > 0) work.factors(step.a).solve(out.data, out.rows * out.columns / size, step.turns_a, work.packing());
}

template <class T>
void run_inverse(workspace<T>& work, step_code<T> const& step) {
    dense_view<T> const out = work.whole(step.out);
    std::fill_n(out.data, out.rows * out.columns, T(0));
    for (Index k = 0; k < out.rows; ++k) out.data[k + k * out.rows] = T(1);
    work.factors(step.a).solve(out.data, out.columns, false, work.packing());
}

template <class T>
void run_inverse_symmetric(workspace<T>& work, step_code<T> const& step) {
    work.factors(step.a).invert_symmetric(work.entries_of(step.out), work.packing());
}

/// Softmax or logsumexp of n numbers that stand `stride` apart, without overflow.
template <bool Softmax, class T>
void run_exponentials(T* out, T const* u, Index n, Index stride) {
    T most = -std::numeric_limits<T>::infinity(), total = 0;
    for (Index k = 0; k < n; ++k) most = std::max(most, u[k * stride]);
    if (!(most > -std::numeric_limits<T>::infinity())) most = 0;
    for (Index k = 0; k < n; ++k) {
        T const e = value_at<exponential>(u[k * stride] - most);
        if constexpr (Softmax) out[k * stride] = e;
        total += e;
    }
    if constexpr (Softmax)
        for (Index k = 0; k < n; ++k) out[k * stride] /= total;
    else *out = most + std::log(total);
}

/// The same of each row of a matrix, column by column.
template <bool Softmax, class T>
void run_exponentials_of_rows(workspace<T>& work, step_code<T> const& step) {
    dense_view<T> const a = work.whole(step.a);
    T* const out = work.entries_of(step.out);
    constexpr Index block = 64;
    T most[block], total[block], line[block];
    for (Index from = 0; from < a.rows; from += block) {
        Index const count = std::min(block, a.rows - from);
        std::fill_n(most, count, -std::numeric_limits<T>::infinity());
        std::fill_n(total, count, T(0));
        for (Index j = 0; j < a.columns; ++j)
            for (Index i = 0; i < count; ++i) most[i] = std::max(most[i], a.data[from + i + j * a.stride]);
        for (Index i = 0; i < count; ++i)
            if (!(most[i] > -std::numeric_limits<T>::infinity())) most[i] = 0;
        for (Index j = 0; j < a.columns; ++j) {
            T* const e = Softmax ? out + from + j * a.rows : line;
            map_entries<opcode::subtract, nullptr, T>(a.data + from + j * a.stride, most, most, e, count);
            map_entries<opcode::call, registered<exponential>::descriptor, T>(e, e, e, e, count);
            for (Index i = 0; i < count; ++i) total[i] += e[i];
        }
        for (Index i = 0; i < count; ++i) total[i] = Softmax ? T(1) / total[i] : most[i] + std::log(total[i]);
        if constexpr (!Softmax) std::copy_n(total, count, out + from);
        else
            for (Index j = 0; j < a.columns; ++j) {
                T* const e = out + from + j * a.rows;
                for (Index i = 0; i < count; ++i) e[i] *= total[i];
            }
    }
}

/// What takes few operations, or is rare.
template <matrix_operation What, class T>
void run_other(workspace<T>& work, step_code<T> const& step) {
    T* const out = work.entries_of(step.out);
    if constexpr (What == matrix_operation::determinant) *out = work.factors(step.a).determinant();
    else if constexpr (What == matrix_operation::log_determinant) *out = work.factors(step.a).log_determinant();
    else if constexpr (What == matrix_operation::identity) {
        Index const n = work.size(work.program().slots[step.out].shape.rows);
        std::fill_n(out, n * n, T(0));
        for (Index k = 0; k < n; ++k) out[k + k * n] = T(1);
    } else {
        dense_view<T> const a = work.whole(step.a);
        Index const all = a.rows * a.columns;
        if constexpr (What == matrix_operation::trace) {
            *out = 0;
            for (Index k = 0; k < a.rows; ++k) *out += a.data[k + k * a.stride];
        } else if constexpr (What == matrix_operation::diagonal) {
            for (Index k = 0; k < a.rows; ++k) out[k] = a.data[k + k * a.stride];
        } else if constexpr (What == matrix_operation::diagonal_matrix) {
            std::fill_n(out, all * all, T(0));
            for (Index k = 0; k < all; ++k) out[k + k * all] = a.data[k];
        } else if constexpr (What == matrix_operation::norm) {
            *out = std::sqrt(inner_product_of(a.data, a.data, all));
        } else if constexpr (What == matrix_operation::scaled) {
            write_multiple(out, a.data, step.alpha, all);
        } else if constexpr (What == matrix_operation::transposed) {
            write_copy(out, a, true);
        } else run_exponentials<What == matrix_operation::softmax>(out, a.data, all, Index(1));
    }
}

/// The function of an operation.
template <matrix_operation What, class T>
constexpr auto step_function() -> void (*)(workspace<T>&, step_code<T> const&) {
    if constexpr (What == matrix_operation::map || What == matrix_operation::total) return &run_map<What, T>;
    else if constexpr (What == matrix_operation::product) return &run_product<T>;
    else if constexpr (What == matrix_operation::sums_of_rows) return &run_sums_of_rows<T>;
    else if constexpr (What == matrix_operation::factorize) return &run_factorize<T>;
    else if constexpr (What == matrix_operation::factorize_symmetric) return &run_factorize_symmetric<T>;
    else if constexpr (What == matrix_operation::solve) return &run_solve<T>;
    else if constexpr (What == matrix_operation::inverse) return &run_inverse<T>;
    else if constexpr (What == matrix_operation::inverse_symmetric) return &run_inverse_symmetric<T>;
    else if constexpr (What == matrix_operation::log_sum_exp_of_rows) return &run_exponentials_of_rows<false, T>;
    else if constexpr (What == matrix_operation::softmax_of_rows) return &run_exponentials_of_rows<true, T>;
    else return &run_other<What, T>;
}

}  // namespace leibniz::inline v0_1::detail
