#pragma once

#include <leibniz/graph/decimal_form.hpp>
#include <leibniz/graph/lower.hpp>
#include <leibniz/matrix/terms.hpp>
#include <leibniz/notation/utf8.hpp>

namespace leibniz::detail {

/// Writes formulas of vectors and matrices in text: x' is the transpose, * the matrix product, .* ./ .^ act entry by entry. Numbers stand
/// before the matrices, factors of a product of matrices in their order; in a sum higher degrees stand first, but no negative term if
/// there are others.
class matrix_writer : matrix_terms {
public:
    constexpr matrix_writer(graph& g, int most) : matrix_terms(g, most) {}

    constexpr buffer<char> operator()(int i) {
        expression(i, false);
        if (stopped()) put("...");
        return static_cast<buffer<char>&&>(out_);
    }

private:
    /// A node that may be written transposed as well.
    constexpr void either_way(int i) {
        bool turned = false;
        i = seen(i, turned);
        if (build_.shape_of(i).symmetric) return expression(i, false);
        buffer<char> const plain = captured([&] { expression(i, false); }), other = captured([&] { expression(i, true); });
        put(seen_as_text(is_better(signs(i, true), other, signs(i, false), plain) ? other : plain));
    }
    /// The trace of a product: one may begin with each factor, forward or backward.
    constexpr void rotated(int i) {
        int const count = g_[i].count;
        buffer<char> best;
        int least = 0;
        for (int turn = 0; turn < 2; ++turn)
            for (int first = 0; first < count; ++first) {
                buffer<char> const text = captured([&] { factors(i, turn == 1, first); });
                int const needed = signs_of_all(i, turn == 1);
                if (best.empty() || is_better(needed, text, least, best)) best = text, least = needed;
            }
        put(seen_as_text(best));
    }
    constexpr void factors(int i, bool transposed, int first = 0) {
        int const count = g_[i].count;
        for (int k = 0; k < count; ++k) {
            int const at = (first + k) % count;
            if (k > 0) put("*");
            atom(g_.operand(i, transposed ? count - 1 - at : at), transposed, beside::factors);
        }
    }

    constexpr void expression(int i, bool transposed) {
        if (stopped()) return;
        i = seen(i, transposed);
        if (!g_.is(i, kind::sum)) {
            if (is_infix(i) && !transposed) return call(i);
            if (is_negative(i)) put("-");
            return term(i, transposed);
        }
        if (is_enclosed(i, transposed)) return atom(i, transposed, beside::nothing);
        summands(i, transposed);
    }
    constexpr void summands(int i, bool transposed) {
        int const start = out_.size();
        buffer<summand_text> all;
        for (int k = 0; k < g_[i].count; ++k) {
            int const s = g_.operand(i, k), first = out_.size();
            term(s, transposed);
            all.push({first, out_.size() - first, signs(s, transposed), degree(s), is_negative(s), g_.is(s, kind::number)});
        }
        if (stopped()) return;
        buffer<char> const texts = out_;
        auto const text = [&texts](summand_text const& s) { return text_view(texts.begin() + s.first, static_cast<std::size_t>(s.size)); };
        sort(all.begin(), all.size(), [&](summand_text const& a, summand_text const& b) {
            return a.is_like(b) ? print_order::compare_names(text(a), text(b)) < 0 : a.precedes(b);
        });
        int leading = 0;
        while (leading < all.size() && all[leading].negative) ++leading;
        out_.truncate(start);
        for (int k = -1; k < all.size(); ++k) {  // the first positive one, if there is any
            if (k < 0 ? leading == all.size() : k == leading) continue;
            summand_text const& s = all[k < 0 ? leading : k];
            if (out_.size() > start) put(s.negative ? " - " : " + ");
            else if (s.negative) put("-");
            put(text(s));
        }
    }

    /// A term without its sign.
    constexpr void term(int i, bool transposed) {
        i = seen(i, transposed);
        parts const p = parts_of(i, transposed);
        written_quotient const number(p.coefficient);
        bool first = true;
        if ((number.above != rational(1) && number.above != rational(-1)) || p.above.size() + p.matrices.size() == 0) {
            put_magnitude(number.above);
            first = false;
        }
        int const divisors = p.below.size() + (number.below.is_one() ? 0 : 1);
        write_numbers(p.above, first, p.matrices.empty());
        if (!p.matrices.empty()) {
            if (!first) put("*");
            int const inside = g_.without_coefficient(i);
            if (bool turned = p.transposed; is_enclosed(seen(inside, turned), p.transposed)) {
                put("("), entries(p.matrices, !p.transposed), put(")'");
            } else entries(p.matrices, p.transposed);
        }
        if (divisors == 0) return;
        put(divisors > 1 ? "/(" : "/");
        bool none = number.below.is_one();
        if (!none) put_magnitude(number.below);
        write_numbers(p.below, none, false);
        if (divisors > 1) put(")");
    }

    /// Factors that are numbers: symbols and their powers by name, then functions, parentheses, products such as x'*A*x. The last of
    /// these needs no parentheses if no factor follows.
    constexpr void write_numbers(buffer<factor> const& all, bool& first, bool last) {
        struct written_factor {
            int first, size, rank, place;
        };
        int const start = out_.size();
        buffer<written_factor> places;
        for (factor const& f : all) {
            int const from = out_.size();
            number_factor(f);
            node const& n = g_[f.base];
            bool const is_chain = build_.is_product(f.base) && build_.root_of_square(f.base) < 0;
            int const rank = n.what == kind::symbol || n.what == kind::column ? 0 : n.what == kind::sum ? 2 : is_chain ? 3 : 1;
            places.push({from, out_.size() - from, rank, places.size()});
        }
        buffer<char> const texts = out_;
        auto const text = [&texts](written_factor const& s) {
            return text_view(texts.begin() + s.first, static_cast<std::size_t>(s.size));
        };
        sort(places.begin(), places.size(), [&](written_factor const& a, written_factor const& b) {
            return a.rank != b.rank ? a.rank < b.rank : print_order::compare_names(text(a), text(b)) < 0;
        });
        out_.truncate(start);
        for (int k = 0; k < places.size(); ++k) {
            if (!first) put("*");
            first = false;
            factor const& f = all[places[k].place];
            bool const bare = last && k + 1 == places.size() && places[k].rank == 3 && f.exponent.is_one() && f.symbolic < 0;
            if (bare) atom(f.base, false, beside::factors);
            else put(text(places[k]));
        }
    }
    constexpr void number_factor(factor const& f) {
        if (int const u = build_.root_of_square(f.base); u >= 0 && f.symbolic < 0) return norm(u, f.exponent * rational(2));
        raised(f, false, "^");
    }
    constexpr void raised(factor const& f, bool transposed, text_view sign) {
        bool const root = f.symbolic < 0 && f.exponent == rational(1, 2);
        if (!root) return atom(f.base, transposed, beside::entries), exponent(f, sign);
        put("sqrt(");
        expression(f.base, transposed);
        put(")");
    }
    constexpr void norm(int u, rational e) {
        put("norm2(");
        either_way(u);
        put(")");
        exponent({u, e}, "^");
    }
    constexpr void exponent(factor const& f, text_view sign) {
        if (f.symbolic >= 0) {
            put(sign);
            return atom(f.symbolic, false, beside::entries);
        }
        if (f.exponent.is_one()) return;
        put(sign);
        written_quotient const e(f.exponent);
        bool const encloses = !e.below.is_one() || f.exponent.is_negative();
        if (encloses) put("(");
        if (f.exponent.is_negative()) put("-");
        put_magnitude(e.above);
        if (!e.below.is_one()) put("/"), put_magnitude(e.below);
        if (encloses) put(")");
    }

    /// The matrices of a term, multiplied entry by entry.
    constexpr void entries(buffer<factor> const& all, bool transposed) {
        if (all.size() == 1 && all[0].exponent.is_one() && all[0].symbolic < 0) return atom(all[0].base, transposed, beside::nothing);
        int shown = 0, above = 0;
        for (factor const& f : all) above += f.exponent.is_negative() ? 0 : 1;
        for (int turn = 0; turn < 2; ++turn) {
            buffer<factor> some;
            for (factor const& f : all)
                if (f.exponent.is_negative() == (turn == 1)) some.push(f);
            for (int k : by_text(some, transposed)) {
                if (shown++ > 0) put(turn == 1 && above > 0 ? "./" : ".*");
                entrywise_factor(some[k], transposed, above > 0);
            }
        }
    }
    constexpr void entrywise_factor(factor f, bool transposed, bool divides) {
        if (f.exponent.is_negative() && divides) f.exponent = -f.exponent;
        raised(f, transposed, ".^");
    }
    /// The order of factors that commute: symbols, functions, parentheses; each by its text.
    constexpr buffer<int> by_text(buffer<factor> const& all, bool transposed) {
        buffer<buffer<char>> texts;
        buffer<int> order;
        for (int k = 0; k < all.size(); ++k) {
            int const from = out_.size();
            entrywise_factor(all[k], transposed, true);
            buffer<char> text;
            text.append(out_.begin() + from, out_.size() - from);
            out_.truncate(from);
            texts.push(text);
            order.push(k);
        }
        auto const rank = [this, &all](int k) {
            int const u = build_.upright(all[k].base);
            return g_.is(u, kind::symbol) ? 0 : g_.is(u, kind::sum) || g_.is(u, kind::scale) ? 3 : build_.is_product(u) ? 1 : 2;
        };
        sort(order.begin(), order.size(), [&](int a, int b) {
            if (rank(a) != rank(b)) return rank(a) < rank(b);
            auto const text = [&texts](int k) { return text_view(texts[k].begin(), static_cast<std::size_t>(texts[k].size())); };
            return print_order::compare_names(text(a), text(b)) < 0;
        });
        return order;
    }

    constexpr void atom(int i, bool transposed, beside what) {
        if (stopped()) return;
        i = seen(i, transposed);
        node const& n = g_[i];
        if (n.what == kind::symbol || n.what == kind::column) {
            put(n.name);
            return prime(transposed);
        }
        if (n.what == kind::number && n.number.is_integer() && !n.number.is_negative()) return put_magnitude(n.number);
        if (build_.is_product(i)) {
            if (int const u = build_.root_of_square(i); u >= 0) return norm(u, 2);
            if (build_.is_ones(i)) return ones(i, transposed);
            if (what == beside::entries) put("(");
            if (!build_.is_number(i)) factors(i, transposed);
            else {
                buffer<char> const plain = captured([&] { factors(i, false); }), other = captured([&] { factors(i, true); });
                put(seen_as_text(is_better(signs_of_all(i, true), other, signs_of_all(i, false), plain) ? other : plain));
            }
            if (what == beside::entries) put(")");
            return;
        }
        if (n.what == kind::call || n.what == kind::reduction) {
            if (int const u = build_.root_of_square(i); u >= 0) return norm(u, 2);
            bool const infix = is_infix(i);
            if (infix) put("(");
            call(i);
            if (infix) put(")");
            return prime(transposed);
        }
        bool const enclosed = is_enclosed(i, transposed);
        put("(");
        if (n.what == kind::sum) summands(i, enclosed != transposed);
        else if (enclosed) term(i, !transposed);
        else expression(i, transposed);
        put(")");
        prime(enclosed);
    }
    /// ones(m, n)
    constexpr void ones(int i, bool transposed) {
        matrix_shape const s = build_.shape_of(i);
        put("ones(");
        expression(transposed ? s.columns : s.rows, false);
        put(", ");
        expression(transposed ? s.rows : s.columns, false);
        put(")");
    }
    constexpr void call(int i) {
        buffer<int> const u = build_.operands(i);
        text_view const name = g_[i].fn->name;
        if (is_infix(i)) {
            atom(u[0], false, beside::entries);
            put(" "), put(name), put(" ");
            return atom(u[1], false, beside::entries);
        }
        put(name);
        if (g_.is(i, kind::reduction) && !build_.is_number(u[0])) put("_over_rows");
        if (u.empty()) return;
        put("(");
        bool const is_trace = build_.is<matrix_trace>(i);
        if (is_trace && build_.is_product(u[0])) rotated(u[0]);
        else if (is_trace || build_.is<sum_of_entries>(i) || build_.is<determinant_of_matrix>(i) || build_.is<log_determinant>(i))
            either_way(u[0]);
        else
            for (int k = 0; k < u.size(); ++k) {
                if (k > 0) put(", ");
                expression(u[k], false);
            }
        put(")");
    }
};

}  // namespace leibniz::detail
