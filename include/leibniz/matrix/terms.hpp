#pragma once

#include <leibniz/graph/decimal_form.hpp>
#include <leibniz/matrix/scalars.hpp>
#include <leibniz/notation/print_order.hpp>
#include <leibniz/notation/utf8.hpp>

namespace leibniz::detail {

/// What the text of a formula of matrices is made of: the parts of a term, and where signs of transposition stand.
class matrix_terms {
protected:
    constexpr matrix_terms(graph& g, int most) : g_(g), build_(g), most_(most) {}

    struct factor {
        int base = 0;
        rational exponent{1};
        int symbolic = -1;  // the node of an exponent that is no number
    };
    /// The parts of a term: coefficient*above*matrices/below.
    struct parts {
        rational coefficient{1};
        buffer<factor> above{}, below{}, matrices{};
        bool transposed = false;  // the matrices
    };
    /// A summand, written out of its place.
    struct summand_text {
        int first = 0, size = 0, signs = 0;
        long long degree = 0;
        bool negative = false, number = false;
        constexpr bool is_like(summand_text const& b) const { return number == b.number && degree == b.degree && signs == b.signs; }
        /// Numbers stand last, higher degrees first.
        constexpr bool precedes(summand_text const& b) const {
            return number != b.number ? b.number : degree != b.degree ? b.degree < degree : signs < b.signs;
        }
    };
    /// What stands around a factor: nothing, factors of a product of matrices, or signs that bind more.
    enum class beside : unsigned char { nothing, factors, entries };

    static constexpr long long whole_degree = 720720;

    /// The node of which node i is the transpose, if that is how it is written; `transposed` is turned then.
    constexpr int seen(int i, bool& transposed) {
        if (build_.is_transposed(i)) {
            transposed = !transposed;
            i = g_.operand(i, 0);
        }
        if (build_.shape_of(i).symmetric) transposed = false;
        return i;
    }
    /// How many signs of transposition a node takes, written transposed or not.
    constexpr int signs(int i, bool transposed) {
        i = seen(i, transposed);
        node const& n = g_[i];
        if (build_.is_number(i)) return 0;
        if (n.what == kind::scale || n.what == kind::power) return signs(g_.operand(i, 0), transposed);
        if (build_.is_product(i)) return signs_of_all(i, transposed);
        if (!is_compound(i)) return n.what == kind::product ? signs_of_all(i, transposed) : transposed ? 1 : 0;
        int const down = signs_of_all(i, transposed), around = 1 + signs_of_all(i, !transposed);
        return around <= down && down > 1 ? around : down;
    }
    constexpr int signs_of_all(int i, bool transposed) {
        int all = 0;
        for (int k = 0; k < g_[i].count; ++k) all += signs(g_.operand(i, k), transposed);
        return all;
    }
    /// True for a sum or an entrywise product of more than one matrix.
    constexpr bool is_compound(int i) {
        int count = 0;
        for (int k = 0; k < g_[i].count && g_.is(i, kind::product); ++k) count += build_.is_number(g_.operand(i, k)) ? 0 : 1;
        return count > 1 || g_.is(i, kind::sum);
    }
    /// Whether the transpose of a sum or an entrywise product is written around it, (W*x - y)' rather than x'*W' - y'.
    constexpr bool is_enclosed(int i, bool transposed) {
        if (!is_compound(i) || build_.shape_of(i).symmetric) return false;
        int const down = signs_of_all(i, transposed);
        return down > 1 && 1 + signs_of_all(i, !transposed) <= down;
    }
    static constexpr text_view seen_as_text(buffer<char> const& text) { return {text.begin(), static_cast<std::size_t>(text.size())}; }
    /// What is written if two texts say the same: fewer signs of transposition, then a name in front, then the order of names.
    static constexpr bool is_better(int signs, buffer<char> const& text, int other_signs, buffer<char> const& other) {
        if (signs != other_signs) return signs < other_signs;
        bool const named = text[0] != '(', other_named = other[0] != '(';
        if (named != other_named) return named;
        return print_order::compare_names(seen_as_text(text), seen_as_text(other)) < 0;
    }
    constexpr long long degree(int i) {
        node const& n = g_[i];
        long long all = 0;
        switch (n.what) {
            case kind::symbol:
            case kind::column: return whole_degree;
            case kind::scale: return degree(g_.operand(i, 0));
            case kind::power: {
                rational const e = g_.is(g_.operand(i, 1), kind::number) ? g_[g_.operand(i, 1)].number : rational(0);
                return e.is_fraction() && e.denominator() < 100 ? degree(g_.operand(i, 0)) / e.denominator() * (e.numerator() % 1000) : 0;
            }
            case kind::sum:
                for (int k = 0; k < n.count; ++k)
                    if (long long const d = degree(g_.operand(i, k)); k == 0 || d > all) all = d;
                return all;
            case kind::product:
                for (int k = 0; k < n.count; ++k) all += degree(g_.operand(i, k));
                return all;
            default: break;
        }
        if (build_.is_transposed(i)) return degree(g_.operand(i, 0));
        for (int k = 0; k < n.count && build_.is_product(i); ++k) all += degree(g_.operand(i, k));
        return all;
    }
    constexpr bool is_negative(int i) const { return (g_.is(i, kind::scale) || g_.is(i, kind::number)) && g_[i].number.is_negative(); }

    constexpr parts parts_of(int i, bool transposed) {
        parts p;
        p.transposed = transposed;
        if (g_.is(i, kind::scale) || g_.is(i, kind::number)) p.coefficient = g_[i].number;
        if (g_.is(i, kind::number)) return p;
        if (g_.is(i, kind::scale)) i = seen(g_.operand(i, 0), p.transposed);
        bool const is_product = g_.is(i, kind::product);
        for (int k = 0; k < (is_product ? g_[i].count : 1); ++k) {
            int const part = is_product ? g_.operand(i, k) : i;
            factor f{part};
            if (g_.is(part, kind::power)) {
                int const exponent = g_.operand(part, 1);
                f.base = g_.operand(part, 0);
                if (g_.is(exponent, kind::number)) f.exponent = g_[exponent].number;
                else f.symbolic = exponent;
            }
            bool const divides = f.exponent.is_negative() && build_.is_number(f.base);
            if (divides) f.exponent = -f.exponent;
            if (!build_.is_number(f.base) || (f.symbolic >= 0 && !build_.is_number(f.symbolic))) p.matrices.push(f);
            else (divides ? p.below : p.above).push(f);
        }
        return p;
    }

    constexpr bool is_infix(int i) const {
        return g_.is(i, kind::call) && g_[i].count == 2 && !is_letter(g_[i].fn->name[0]) && !build_.is_product(i);
    }

    constexpr bool stopped() const { return out_.size() > most_; }
    constexpr void put(text_view text) { out_.append(text.data(), static_cast<int>(text.size())); }
    constexpr void put_magnitude(rational r) {
        if (r.is_integer()) put_number(out_, r.is_negative() ? -r.numerator() : r.numerator());
        else put_decimal(out_, r.is_negative() ? -r : r);
    }
    constexpr void prime(bool transposed) {
        if (transposed) put("'");
    }
    /// The text that `write` appends, which is taken away again.
    template <class Write>
    constexpr buffer<char> captured(Write write) {
        int const first = out_.size();
        write();
        buffer<char> text;
        text.append(out_.begin() + first, out_.size() - first);
        out_.truncate(first);
        return text;
    }

    graph& g_;
    matrix_builder build_;
    int most_;
    buffer<char> out_{};
};

}  // namespace leibniz::detail
