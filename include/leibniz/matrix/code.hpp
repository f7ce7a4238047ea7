#pragma once

#include <leibniz/matrix/writer.hpp>

// Formulas of matrices in Python. NumPy: a vector is an array of one dimension, which has no transpose; inv(A)*b is solved. SymPy:
// vectors are matrices of one column, and numbers that are products of them are traces.

namespace leibniz::inline v0_1::detail {

/// A size: in NumPy that of an array that has it.
constexpr void matrix_writer::put_size(int i) {
    for (int k = 0; k < g_.size() && is(matrix_language::numpy); ++k) {
        if (!g_.is(k, kind::symbol) || g_[k].count != 2) continue;
        bool const by_rows = g_.operand(k, 0) == i;
        if (!by_rows && g_.operand(k, 1) != i) continue;
        put_name(k);
        return put(by_rows || g_.operand(k, 0) == graph::one ? glyphs(".shape[0]") : glyphs(".shape[1]"));
    }
    put_name(i);
}
/// Whether the matrices of a term are 1/u in NumPy, not u**(-1).
constexpr bool matrix_writer::begins_with_quotient(buffer<factor> const& all) const {
    bool every = is(matrix_language::numpy) && !all.empty();
    for (factor const& f : all) every = every && f.exponent.is_negative();
    return every;
}

constexpr int matrix_writer::columns_of(int i, bool transposed) {
    matrix_shape const s = build_.shape_of(i);
    return transposed ? s.rows : s.columns;
}
/// Whether a product of arrays is np.outer(...) or np.linalg.solve(...).
constexpr bool matrix_writer::is_call_of_arrays(int i, bool transposed) {
    if (!is(matrix_language::numpy)) return false;
    int const count = g_[i].count;
    bool found = build_.is<matrix_inverse>(build_.upright(g_.operand(i, transposed ? count - 1 : 0))) ||
                 (build_.is<matrix_inverse>(build_.upright(g_.operand(i, transposed ? 0 : count - 1))) && !has_sign(i));
    for (int k = 0; k + 1 < count; ++k) found = found || build_.shape_of(g_.operand(i, k)).columns == graph::one;
    return found;
}
constexpr void matrix_writer::arrays(buffer<int> const& all, bool transposed, int from, int to) {
    if (to - from == 1) {
        bool const flat = !has_sign(all[from]);
        return expression(flat ? build_.upright(all[from]) : all[from], transposed && !flat);
    }
    for (int k = from; k + 1 < to; ++k) {
        if (columns_of(all[k], transposed) != graph::one) continue;
        put(glyphs("np.outer(")), arrays(all, transposed, from, k + 1);
        put(style_->comma), arrays(all, transposed, k + 1, to);
        return put(style_->closing);
    }
    bool turns = transposed;
    if (int const last = seen(all[to - 1], turns); build_.is<matrix_inverse>(last) && columns_of(all[from], !transposed) == graph::one) {
        put(glyphs("np.linalg.solve(")), expression(g_.operand(last, 0), !turns);  // u'*inv(M)
        put(style_->comma), arrays(all, transposed, from, to - 1);
        return put(style_->closing);
    }
    for (int k = from; k < to; ++k) {
        if (k > from) put(own().product);
        bool turned = transposed;
        int const u = seen(all[k], turned);
        if (k + 1 < to && build_.is<matrix_inverse>(u)) {
            put(glyphs("np.linalg.solve(")), expression(g_.operand(u, 0), turned);
            put(style_->comma), arrays(all, transposed, k + 1, to);
            return put(style_->closing);
        }
        atom(all[k], transposed, beside::factors);
    }
}

/// A call that the package writes in its own way; false: as any other.
constexpr bool matrix_writer::code_call(int i) {
    bool const in_sympy = is(matrix_language::sympy);
    node const n = g_[i];
    refused_ = refused_ || n.what == kind::reduction;
    if (build_.is<ones_vector>(i) && in_sympy) {
        put(glyphs("OneMatrix(")), expression(g_.operand(i, 0), false), put(glyphs(", 1)"));
        return true;
    }
    if (build_.is_zeros(i)) {
        int const rows = g_.operand(i, 0), columns = g_.operand(i, 1);
        bool const flat = !in_sympy && (rows == graph::one || columns == graph::one);
        put(in_sympy ? glyphs("ZeroMatrix(") : flat ? glyphs("np.zeros(") : glyphs("np.zeros(("));
        if (!flat || columns == graph::one) expression(rows, false);
        if (!flat) put(style_->comma);
        if (!flat || columns != graph::one) expression(columns, false);
        put(in_sympy || flat ? glyphs(")") : glyphs("))"));
        return true;
    }
    return in_sympy && symbolic_call(i);
}

// SymPy.

/// 1/3, or Rational(1, 3).
constexpr void matrix_writer::exact_fraction(rational e) {
    written_quotient const q(e);
    bool const fraction = !q.below.is_one() && is(matrix_language::sympy);
    if (fraction) put(glyphs("Rational("));
    if (e.is_negative()) put(style_->negative);
    put_magnitude(q.above);
    if (!q.below.is_one()) put(fraction ? style_->comma : style_->over), put_magnitude(q.below);
    if (fraction) put(style_->closing);
}
constexpr void matrix_writer::norm_of_trace(int u, rational e) {
    bool const root = !(e / rational(2)).is_integer();
    if (root) put(style_->root);
    put(glyphs("Trace("));
    atom(u, true, beside::factors), put(own().product), atom(u, false, beside::factors);
    put(style_->closing);
    if (root) put(style_->closing);
    exponent({u, root ? e : e / rational(2)}, false);
}
constexpr void matrix_writer::hadamard_product(buffer<factor> const& all, bool transposed) {
    if (all.size() > 1) put(glyphs("HadamardProduct("));
    buffer<buffer<char>> texts;
    buffer<int> const order = by_text(all, transposed, true, texts);
    for (int k = 0; k < order.size(); ++k) {
        if (k > 0) put(style_->comma);
        factor const& f = all[order[k]];
        if (f.exponent.is_one() && f.symbolic < 0) expression(f.base, transposed);
        else raised(f, transposed, true);
    }
    if (all.size() > 1) put(style_->closing);
}
constexpr bool matrix_writer::symbolic_call(int i) {
    node const n = g_[i];
    int const u = n.count > 0 ? g_.operand(i, 0) : -1;
    auto const total = [&](bool of_exp) {  // of all entries
        matrix_shape const s = build_.shape_of(u);
        put(glyphs("Trace(OneMatrix(")), expression(s.columns, false), put(style_->comma), expression(s.rows, false), put(glyphs(")*"));
        atom(u, false, of_exp ? beside::entries : beside::factors);
        if (of_exp) put(glyphs(".applyfunc(exp)"));
        put(style_->closing);
    };
    if (build_.is<main_diagonal>(i)) {
        int const size = build_.shape_of(u).rows;
        put(glyphs("(HadamardProduct(")), expression(u, false), put(glyphs(", Identity(")), expression(size, false), put(glyphs("))*OneMatrix("));
        return expression(size, false), put(glyphs(", 1))")), true;
    }
    if (build_.is<euclidean_norm>(i)) return norm_of_trace(u, 1), true;
    if (build_.is<sum_of_entries>(i)) return total(false), true;
    if (build_.is<vector_log_sum_exp>(i)) return put(glyphs("log(")), total(true), put(style_->closing), true;
    if (build_.is<vector_softmax>(i)) {
        put(glyphs("(")), atom(u, false, beside::entries), put(glyphs(".applyfunc(exp)/")), total(true), put(style_->closing);
        return true;
    }
    if (n.fn->meaning == role::matrix || build_.is_number(i)) return false;
    text_view const p = style_->pattern(*n.fn);
    if (n.count != 1 || p.find("?") != text_view::npos) return refused_ = true;
    atom(u, false, beside::entries);
    put(glyphs(".applyfunc("));
    if (p.empty()) style_->called(out_, all_nodes(), *n.fn);
    else put(glyphs("lambda u: "));
    for (std::size_t k = p.empty() || (p[0] != '+' && p[0] != '*') ? 0 : 1; k < p.size(); ++k)
        if (p[k] == '#' || p[k] == '@' || p[k] == '~') put(p[k] == '~' ? glyphs("-u") : glyphs("u")), ++k;
        else out_.push(p[k]);
    put(style_->closing);
    return true;
}

}  // namespace leibniz::inline v0_1::detail
