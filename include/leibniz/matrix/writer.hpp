#pragma once

#include <leibniz/graph/decimal_form.hpp>
#include <leibniz/graph/lower.hpp>
#include <leibniz/matrix/terms.hpp>
#include <leibniz/notation/utf8.hpp>

namespace leibniz::inline v0_1::detail {

/// Writes formulas of vectors and matrices. Numbers stand before the matrices, factors of a product of matrices in their order; in a sum
/// higher degrees stand first, but no negative term if there are others.
class matrix_writer : matrix_terms {
public:
    constexpr matrix_writer(graph& g, int most, matrix_style const& style = text_of_matrices) : matrix_terms(g, most, style) {}

    /// Empty: the style has no form of this formula.
    constexpr buffer<char> operator()(int i) {
        put(style_->document);
        expression(i, false);
        if (stopped()) put(glyphs("..."));
        else put(style_->document_end);
        if (refused_) out_.clear();
        return static_cast<buffer<char>&&>(out_);
    }

    /// Appends another formula; returns the number of characters so far.
    constexpr int append(int i) {
        expression(i, false);
        return out_.size();
    }
    constexpr bool refuses() const { return refused_; }
    constexpr buffer<char> finished() { return static_cast<buffer<char>&&>(out_); }

private:
    /// What may be written transposed as well.
    template <class Write>
    constexpr void either(int i, Write write, int plain_signs, int other_signs) {
        bool turns = false;
        auto const choose = [&] {
            buffer<char> const plain = as_text([&] { write(false); }), other = as_text([&] { write(true); });
            turns = is_better(other_signs, other, plain_signs, plain);
            return turns ? other : plain;
        };
        if (is_text()) return put(chosen_once(i, choice::orientation, choose));
        static_cast<void>(choose());
        write(turns);
    }
    constexpr void either_way(int i) {
        bool turned = false;
        i = seen(i, turned);
        if (build_.shape_of(i).symmetric) return expression(i, false);
        either(i, [&](bool transposed) { expression(i, transposed); }, signs(i, false), signs(i, true));
    }
    /// The trace of a product: one may begin with each factor, forward or backward.
    constexpr void rotated(int i) {
        int const count = g_[i].count;
        int begins = 0;
        bool turns = false;
        auto const choose = [&] {
            buffer<char> best;
            int least = 0;
            for (int turn = 0; turn < 2; ++turn)
                for (int first = 0; first < count; ++first) {
                    buffer<char> const text = as_text([&] { factors(i, turn == 1, first); });
                    int const needed = signs_of_all(i, turn == 1);
                    if (best.empty() || is_better(needed, text, least, best)) best = text, least = needed, begins = first, turns = turn == 1;
                }
            return best;
        };
        if (is_text()) return put(chosen_once(i, choice::rotation, choose));
        static_cast<void>(choose());
        factors(i, turns, begins);
    }
    constexpr void factors(int i, bool transposed, int first = 0) {
        int const count = g_[i].count;
        buffer<int> all;
        for (int k = 0; k < count; ++k) {
            int const at = (first + k) % count;
            all.push(g_.operand(i, transposed ? count - 1 - at : at));
        }
        if (is(matrix_language::numpy)) return arrays(all, transposed, 0, count);
        for (int k = 0; k < count; ++k) {
            if (k > 0) put(own().product);
            atom(all[k], transposed, beside::factors);
        }
    }

    constexpr void expression(int i, bool transposed) {
        if (stopped()) return;
        i = seen(i, transposed);
        if (!g_.is(i, kind::sum)) {
            if (is_cut(i) && !transposed) return call(i);
            if (is_negative(i)) put(style_->negative);
            return term(i, transposed);
        }
        if (is_enclosed(i, transposed)) return atom(i, transposed, beside::nothing);
        summands(i, transposed);
    }
    constexpr void summands(int i, bool transposed) {
        int const start = out_.size();
        buffer<summand_text> all;
        in_text([&] {
            for (int k = 0; k < g_[i].count; ++k) {
                int const s = g_.operand(i, k), first = out_.size();
                term(s, transposed);
                all.push({s, first, out_.size() - first, signs(s, transposed), degree(s), is_negative(s), g_.is(s, kind::number)});
            }
        });
        if (stopped()) return;
        buffer<char> const texts = behind(start);
        auto const text = [&](summand_text const& s) { return text_view(texts.begin() + (s.first - start), static_cast<std::size_t>(s.size)); };
        sort(all.begin(), all.size(), [&](summand_text const& a, summand_text const& b) {
            return a.is_like(b) ? compare_names(text(a), text(b)) < 0 : a.precedes(b);
        });
        int leading = 0;
        while (leading < all.size() && all[leading].negative) ++leading;
        out_.truncate(start);
        for (int k = -1; k < all.size(); ++k) {  // the first positive one, if there is any
            if (k < 0 ? leading == all.size() : k == leading) continue;
            summand_text const& s = all[k < 0 ? leading : k];
            if (out_.size() > start) put(s.negative ? style_->minus : style_->plus);
            else if (s.negative) put(style_->negative);
            bool const spreads = is(matrix_language::sympy) && build_.is_number(s.node) && !build_.is_number(i);
            bool const one = spreads && g_.is(s.node, kind::number) && (g_[s.node].number == rational(1) || g_[s.node].number == rational(-1));
            if (!one) put_or_write(text(s), [&] { term(s.node, transposed); });
            if (spreads && !one) put(style_->times);
            if (spreads) ones(i, transposed);
        }
    }

    /// A term without its sign.
    constexpr void term(int i, bool transposed) {
        i = seen(i, transposed);
        parts const p = parts_of(i, transposed);
        written_quotient const number(p.coefficient);
        int const divisors = p.below.size() + (number.below.is_one() ? 0 : 1);
        bool const bars = style_->stacked && divisors > 0, encloses = divisors > 1 && !bars;
        if (p.above.size() + p.below.size() + p.matrices.size() == 0 && is(matrix_language::sympy))
            return exact_fraction(p.coefficient.is_negative() ? -p.coefficient : p.coefficient);
        if (bars) put(style_->fraction), tall_ = true;
        above(i, p, number.above, bars);
        if (divisors == 0) return;
        put(bars ? style_->fraction_bar : style_->over);
        if (encloses) put(style_->opening);
        bool none = number.below.is_one();
        if (!none) put_magnitude(number.below);
        write_numbers(p.below, none, false, bars && divisors == 1);
        if (encloses) put(style_->closing);
        if (bars) put(style_->fraction_end);
    }
    /// The numerator; one part alone above the bar of a fraction needs no parentheses.
    constexpr void above(int i, parts const& p, rational number, bool bars) {
        bool first = true;
        if ((number != rational(1) && number != rational(-1)) || p.above.size() + p.matrices.size() == 0) {
            put_magnitude(number);
            first = false;
        }
        bool const alone = first && bars && p.above.size() + p.matrices.size() == 1;
        write_numbers(p.above, first, p.matrices.empty(), alone);
        if (p.matrices.empty()) return;
        int const inside = g_.without_coefficient(i);
        bool const divides = begins_with_quotient(p.matrices);
        if (divides && first) put_magnitude(1);
        if (!divides && !first) put(style_->times);
        if (bool turned = p.transposed; is_enclosed(seen(inside, turned), p.transposed))
            transposed_if(has_sign(inside), [&] { parentheses([&] { entries(p.matrices, !p.transposed, false); }); });
        else entries(p.matrices, p.transposed, alone);
    }

    /// Factors that are numbers: symbols and their powers by name, then functions, parentheses, products such as x'*A*x. The last of
    /// these needs no parentheses if no factor follows.
    constexpr void write_numbers(buffer<factor> const& all, bool& first, bool last, bool alone) {
        struct written_factor {
            int first, size, rank, place;
        };
        int const start = out_.size();
        buffer<written_factor> places;
        in_text([&] {
            for (factor const& f : all) {
                int const from = out_.size();
                number_factor(f);
                node const& n = g_[f.base];
                bool const is_chain = build_.is_product(f.base) && build_.root_of_square(f.base) < 0;
                int const rank = n.what == kind::symbol || n.what == kind::column ? 0 : n.what == kind::sum ? 2 : is_chain ? 3 : 1;
                places.push({from, out_.size() - from, rank, places.size()});
            }
        });
        buffer<char> const texts = behind(start);
        auto const text = [&](written_factor const& s) {
            return text_view(texts.begin() + (s.first - start), static_cast<std::size_t>(s.size));
        };
        sort(places.begin(), places.size(), [&](written_factor const& a, written_factor const& b) {
            return a.rank != b.rank ? a.rank < b.rank : compare_names(text(a), text(b)) < 0;
        });
        out_.truncate(start);
        for (int k = 0; k < places.size(); ++k) {
            factor const& f = all[places[k].place];
            if (!first) put(g_.is(f.base, kind::number) && !style_->times_digit.empty() ? style_->times_digit : style_->times);
            first = false;
            bool const plain = f.exponent.is_one() && f.symbolic < 0;
            text_view const written = text(places[k]);
            if (places[k].rank == 3 && plain && (alone || (last && k + 1 == places.size())))  // the same without its parentheses
                put_or_write(written.substr(1, written.size() - 2), [&] { atom(f.base, false, beside::factors); });
            else if (alone && places[k].rank == 2 && plain) summands(f.base, false);
            else put_or_write(written, [&] { number_factor(f); });
        }
    }
    constexpr void number_factor(factor const& f) {
        if (int const u = build_.root_of_square(f.base); u >= 0 && f.symbolic < 0) return norm(u, f.exponent * rational(2));
        raised(f, false, false);
    }

    // Factors and what they are made of (factors.hpp), and code (code.hpp).
    constexpr bool is_cut(int i);
    constexpr void raised(factor const& f, bool transposed, bool entrywise);
    constexpr void exponent(factor const& f, bool entrywise);
    constexpr void norm(int u, rational e);
    constexpr bool is_superscripted(int i, bool transposed);
    constexpr bool has_sign(int i);
    constexpr void entries(buffer<factor> const& all, bool transposed, bool bare);
    constexpr void entrywise_factor(factor f, bool transposed, bool divides);
    constexpr buffer<int> by_text(buffer<factor> const& all, bool transposed, bool divides, buffer<buffer<char>>& texts);
    constexpr void atom(int i, bool transposed, beside what);
    constexpr void product_atom(int i, bool transposed, beside what);
    constexpr void call(int i);
    constexpr void operand_of_call(int i, int k);
    constexpr void inverse(int i, bool transposed);
    constexpr void ones(int i, bool transposed);
    constexpr bool leaf(int i);
    constexpr void lowered(glyphs const& sign, int size);
    constexpr void pattern(int i, text_view p);
    constexpr void condition(int i);

    constexpr void put_size(int i);
    constexpr bool begins_with_quotient(buffer<factor> const& all) const;
    constexpr int columns_of(int i, bool transposed);
    constexpr bool is_call_of_arrays(int i, bool transposed);
    constexpr void arrays(buffer<int> const& all, bool transposed, int from, int to);
    constexpr bool code_call(int i);
    constexpr void exact_fraction(rational e);
    constexpr void norm_of_trace(int u, rational e);
    constexpr void hadamard_product(buffer<factor> const& all, bool transposed);
    constexpr bool symbolic_call(int i);

    bool refused_ = false;  // the style has no form of a part
};

}  // namespace leibniz::inline v0_1::detail

#include <leibniz/matrix/code.hpp>
#include <leibniz/matrix/factors.hpp>
