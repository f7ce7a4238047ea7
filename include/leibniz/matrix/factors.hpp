#pragma once

#include <leibniz/matrix/writer.hpp>

// Powers, products entry by entry, names, calls and parentheses of formulas of matrices.

namespace leibniz::inline v0_1::detail {

/// Whether a style that raises exponents writes a node with one already, so that another one needs parentheses.
constexpr bool matrix_writer::is_superscripted(int i, bool transposed) {
    i = seen(i, transposed);
    if (build_.is<matrix_inverse>(i) || build_.is<log_determinant>(i)) return true;
    if (build_.is_number(i) || build_.is_product(i)) return false;
    return is_compound(i) ? is_enclosed(i, transposed) : transposed;
}
/// Whether a transpose shows: arrays of one dimension have none.
constexpr bool matrix_writer::has_sign(int i) {
    matrix_shape const s = build_.shape_of(i);
    return !is(matrix_language::numpy) || (s.rows != graph::one && s.columns != graph::one);
}

/// Whether a call needs parentheses beside factors and summands.
constexpr bool matrix_writer::is_cut(int i) {
    if (is_infix(i) || !g_.is(i, kind::call) || !style_->pattern.exists || g_[i].fn->meaning == role::matrix) return is_infix(i);
    text_view const p = style_->pattern(*g_[i].fn);
    return !p.empty() && (p[0] == '+' || p[0] == '*') && (!is(matrix_language::sympy) || build_.is_number(i));
}

constexpr void matrix_writer::raised(factor const& f, bool transposed, bool entrywise) {
    if (f.symbolic < 0 && f.exponent.is_one()) return atom(f.base, transposed, beside::entries);
    bool const in_sympy = is(matrix_language::sympy) && entrywise;
    if (f.symbolic < 0 && f.exponent == rational(1, 2) && !in_sympy) {
        bool const bare = !style_->bare_root.empty(), single = bare && g_.is(build_.upright(f.base), kind::symbol);
        put(bare ? style_->bare_root : style_->root);
        if (single) return atom(f.base, transposed, beside::entries);
        if (bare) return parentheses([&] { expression(f.base, transposed); });
        expression(f.base, transposed);
        return put(style_->root_end);
    }
    bool const is_call = in_sympy || (!style_->any_power.empty() && (f.symbolic >= 0 || !f.exponent.is_integer()));
    if (is_call) {
        put(in_sympy ? glyphs("HadamardPower(") : f.symbolic >= 0 ? style_->any_power : style_->fraction_power);
        expression(f.base, transposed);
        put(style_->comma);
        if (f.symbolic >= 0) expression(f.symbolic, false);
        else exact_fraction(f.exponent);
        refused_ = refused_ || (in_sympy && f.symbolic >= 0 && !build_.is_number(f.symbolic));
        return put(style_->closing);
    }
    put(style_->raise), put(style_->group);
    if (style_->stacked && is_superscripted(f.base, transposed)) parentheses([&] { atom(f.base, transposed, beside::nothing); });
    else atom(f.base, transposed, beside::entries);
    put(style_->group_end);
    exponent(f, entrywise);
}
constexpr void matrix_writer::exponent(factor const& f, bool entrywise) {
    if (f.symbolic < 0 && f.exponent.is_one()) return;
    if (style_->raised.exists && f.symbolic < 0 && f.exponent.is_integer()) {
        if (entrywise) put(own().raised_entry);
        return style_->raised(out_, f.exponent.numerator());
    }
    put(entrywise ? own().entry_power : style_->power);
    if (f.symbolic >= 0) {
        if (style_->stacked) expression(f.symbolic, false), put(style_->raise_end);
        else atom(f.symbolic, false, beside::entries);
        return;
    }
    written_quotient const e(f.exponent);
    bool const encloses = !style_->stacked && (!e.below.is_one() || f.exponent.is_negative());
    if (is(matrix_language::sympy) && !e.below.is_one()) return exact_fraction(f.exponent);
    if (encloses) put(style_->opening);
    if (f.exponent.is_negative()) put(style_->negative);
    put_magnitude(e.above);
    if (!e.below.is_one()) put(style_->over), put_magnitude(e.below);
    if (encloses) put(style_->closing);
    put(style_->raise_end);
}
constexpr void matrix_writer::norm(int u, rational e) {
    if (is(matrix_language::sympy)) return norm_of_trace(u, e);
    matrix_shape const s = build_.shape_of(u);
    bool const of_matrix = s.rows != graph::one && s.columns != graph::one, power = !e.is_one();
    if (power) put(style_->raise), put(style_->group);
    put(of_matrix ? own().matrix_norm : own().norm);
    either_way(u);
    put(of_matrix ? own().matrix_norm_end : own().norm_end);
    if (power) put(style_->group_end), exponent({u, e}, false);
}

/// The matrices of a term, multiplied entry by entry.
constexpr void matrix_writer::entries(buffer<factor> const& all, bool transposed, bool bare) {
    if (all.size() == 1 && all[0].exponent.is_one() && all[0].symbolic < 0) {
        if (bare && g_.is(build_.upright(all[0].base), kind::sum)) return expression(all[0].base, transposed);
        return atom(all[0].base, transposed, beside::nothing);
    }
    if (is(matrix_language::sympy)) return hadamard_product(all, transposed);
    int shown = 0, above = is(matrix_language::numpy) ? 1 : 0;
    for (factor const& f : all) above += f.exponent.is_negative() ? 0 : 1;
    for (int turn = 0; turn < 2; ++turn) {
        buffer<factor> some;
        for (factor const& f : all)
            if (f.exponent.is_negative() == (turn == 1)) some.push(f);
        buffer<buffer<char>> texts;
        for (int k : by_text(some, transposed, above > 0, texts)) {
            bool const divides = turn == 1 && above > 0;
            if (shown++ > 0 || (divides && is(matrix_language::numpy))) put(divides ? own().entry_quotient : own().entry_product);
            put_or_write(seen_as_text(texts[k]), [&] { entrywise_factor(some[k], transposed, above > 0); });
        }
    }
}
constexpr void matrix_writer::entrywise_factor(factor f, bool transposed, bool divides) {
    if (f.exponent.is_negative() && divides) f.exponent = -f.exponent;
    raised(f, transposed, true);
}
/// The order of factors that commute: symbols, functions, parentheses; each by its text.
constexpr buffer<int> matrix_writer::by_text(buffer<factor> const& all, bool transposed, bool divides, buffer<buffer<char>>& texts) {
    buffer<int> order;
    for (int k = 0; k < all.size(); ++k) {
        texts.push(as_text([&] { entrywise_factor(all[k], transposed, divides); }));
        order.push(k);
    }
    auto const rank = [this, &all](int k) {
        int const u = build_.upright(all[k].base);
        return g_.is(u, kind::symbol) ? (g_[u].name[0] == made_name ? 4 : 0) : g_.is(u, kind::sum) || g_.is(u, kind::scale) ? 3 : build_.is_product(u) ? 1 : 2;
    };
    sort(order.begin(), order.size(), [&](int a, int b) {
        if (rank(a) != rank(b)) return rank(a) < rank(b);
        return compare_names(seen_as_text(texts[a]), seen_as_text(texts[b])) < 0;
    });
    return order;
}

constexpr void matrix_writer::atom(int i, bool transposed, beside what) {
    if (stopped()) return;
    i = seen(i, transposed);
    node const n = g_[i];
    bool const signed_ = transposed && has_sign(i);
    if (n.what == kind::symbol || n.what == kind::column)
        return transposed_if(signed_, [&] { n.number == rational(marked_size) ? put_size(i) : put_name(i); });
    if (n.what == kind::number && n.number.is_integer() && !n.number.is_negative()) return put_magnitude(n.number);
    if (build_.is_product(i)) return product_atom(i, transposed, what);
    if (n.what == kind::call || n.what == kind::reduction) {
        if (int const u = build_.root_of_square(i); u >= 0) return norm(u, 2);
        if (build_.is<matrix_inverse>(i) && !own().inverse.empty()) return inverse(i, signed_);
        int const around = turned_;
        turned_ = signed_ && turns_inside(i) ? i : around;
        transposed_if(signed_ && turned_ != i, [&] { is_cut(i) ? parentheses([&] { call(i); }) : call(i); });
        turned_ = around;
        return;
    }
    bool const enclosed = is_enclosed(i, transposed);
    transposed_if(enclosed && has_sign(i), [&] {
        parentheses([&] {
            if (n.what == kind::sum) summands(i, enclosed != transposed);
            else if (enclosed) term(i, !transposed);
            else expression(i, transposed);
        });
    });
}
/// A product of matrices.
constexpr void matrix_writer::product_atom(int i, bool transposed, beside what) {
    if (int const u = build_.root_of_square(i); u >= 0) return norm(u, 2);
    if (build_.is_ones(i) && own().ones.empty()) return ones(i, transposed);
    bool const number = build_.is_number(i), in_trace = number && is(matrix_language::sympy);
    auto const write = [&] {
        if (in_trace) put(glyphs("Trace("));
        if (!number) factors(i, transposed);
        else either(i, [&](bool turned) { factors(i, turned); }, signs_of_all(i, false), signs_of_all(i, true));
        if (in_trace) put(style_->closing);
    };
    if (what != beside::entries || in_trace || is_call_of_arrays(i, transposed)) write();
    else parentheses(write);
}
/// ones(m, n)
constexpr void matrix_writer::ones(int i, bool transposed) {
    matrix_shape const s = build_.shape_of(i);
    bool const in_numpy = is(matrix_language::numpy);
    put(is(matrix_language::sympy) ? glyphs("OneMatrix(") : in_numpy ? glyphs("np.ones((") : glyphs("ones("));
    expression(transposed ? s.columns : s.rows, false);
    put(style_->comma);
    expression(transposed ? s.rows : s.columns, false);
    put(in_numpy ? glyphs("))") : glyphs(")"));
}

constexpr void matrix_writer::call(int i) {
    node const n = g_[i];
    function const& fn = *n.fn;
    if (style_->is_condition.exists && n.what == kind::call && style_->is_condition(fn)) {
        put(style_->truth_begin);
        condition(i);
        return put(style_->truth_end);
    }
    if (is_infix(i)) {
        atom(g_.operand(i, 0), false, beside::entries);
        style_->infix(out_, fn);
        return atom(g_.operand(i, 1), false, beside::entries);
    }
    if (is(matrix_language::formula) ? leaf(i) : code_call(i)) return;
    if (style_->pattern.exists)
        if (text_view const p = style_->pattern(fn); !p.empty()) return pattern(i, p);
    style_->called(out_, all_nodes(), fn);
    if (n.what == kind::reduction && !build_.is_number(g_.operand(i, 0))) put(own().over_rows);
    if (n.count == 0) return;
    parentheses([&] {
        for (int k = 0; k < n.count; ++k) {
            if (k > 0) put(style_->comma);
            operand_of_call(i, k);
        }
    });
}
constexpr void matrix_writer::operand_of_call(int i, int k) {
    int const u = g_.operand(i, k);
    bool const is_trace = build_.is<matrix_trace>(i);
    if (is_trace && build_.is_product(u)) rotated(u);
    else if (is_trace || build_.is<sum_of_entries>(i) || build_.is<determinant_of_matrix>(i) || build_.is<log_determinant>(i)) either_way(u);
    else expression(u, i == turned_);
}

/// What mathematics has a sign for; false: nothing.
constexpr bool matrix_writer::leaf(int i) {
    if (build_.is<matrix_inverse>(i) && !own().inverse.empty()) return inverse(i, false), true;
    if (build_.is<euclidean_norm>(i) && !is_text()) return norm(g_.operand(i, 0), 1), true;
    if (own().ones.empty()) return false;
    if (build_.is<ones_vector>(i)) return lowered(own().ones, g_.operand(i, 0)), true;
    if (build_.is<identity_matrix>(i)) return lowered(own().identity, g_.operand(i, 0)), true;
    if (build_.is_zeros(i)) return put(own().zeros), true;
    return false;
}
constexpr void matrix_writer::inverse(int i, bool transposed) {
    int const u = g_.operand(i, 0);
    put(style_->raise), put(style_->group);
    atom(u, false, beside::entries);
    put(style_->group_end), put(transposed ? own().inverse_transpose : own().inverse);
}
/// A sign with its size below.
constexpr void matrix_writer::lowered(glyphs const& sign, int size) {
    put(own().lowered), put(sign), put(own().below);
    if (!style_->lower.exists) expression(size, false);
    else style_->lower(out_, seen_as_text(captured([&] { expression(size, false); })));
    put(own().lowered_end);
}

/// A function that is no call in this style, as in notation/patterns.hpp.
constexpr void matrix_writer::pattern(int i, text_view p) {
    if (p[0] == '+' || p[0] == '*') p.remove_prefix(1);
    for (std::size_t k = 0; k < p.size(); ++k) {
        std::size_t place = k;
        while (place < p.size() && p[place] != '#' && p[place] != '@' && p[place] != '?' && p[place] != '~') ++place;
        style_->verbatim(out_, p.substr(k, place - k));
        if (place == p.size()) break;
        char const how = p[place];
        int const at = p[k = place + 1] - '1', u = g_.operand(i, at);
        if (how == '?') condition(u);
        else if (how == '#') operand_of_call(i, at);
        else if (how == '@') atom(u, i == turned_, beside::entries);
        else {
            if (g_.is(u, kind::sum) || !is_negative(u)) put(style_->negative);
            if (g_.is(u, kind::sum)) atom(u, false, beside::entries);
            else term(u, false);
        }
    }
    if (style_->is_tall.exists && style_->is_tall(*g_[i].fn)) tall_ = true;
}
constexpr void matrix_writer::condition(int i) {
    node const n = g_[i];
    if (n.what != kind::call || !style_->is_condition(*n.fn)) {
        put(style_->nonzero), expression(i, false);
        return put(style_->nonzero_end);
    }
    bool const relates = !is_letter(n.fn->name[0]);
    bool const infix = relates && style_->relation(out_, *n.fn, true);
    if (!relates) style_->called(out_, all_nodes(), *n.fn), put(style_->opening);
    for (int k = 0; k < n.count; ++k) {
        if (k > 0 && infix) put(text_view(" ")), put(n.fn->name), put(text_view(" "));
        else if (k > 0) put(style_->comma);
        if (relates) expression(g_.operand(i, k), false);
        else condition(g_.operand(i, k));
    }
    if (relates) static_cast<void>(style_->relation(out_, *n.fn, false));
    else put(style_->closing);
}

}  // namespace leibniz::inline v0_1::detail
