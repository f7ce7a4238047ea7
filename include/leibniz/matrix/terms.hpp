#pragma once

#include <leibniz/graph/decimal_form.hpp>
#include <leibniz/matrix/scalars.hpp>
#include <leibniz/notation/matrix_style.hpp>
#include <leibniz/notation/print_order.hpp>
#include <leibniz/notation/utf8.hpp>

namespace leibniz::inline v0_1::detail {

template <>
constexpr matrix_signs signs_of_matrices<text_style>() {
    return {.product = "*",
            .entry_product = ".*",
            .entry_quotient = "./",
            .entry_power = ".^",
            .transpose = "'",
            .norm = "norm2(",
            .norm_end = ")",
            .matrix_norm = "norm2(",
            .matrix_norm_end = ")",
            .over_rows = "_over_rows"};
}
inline constexpr matrix_style text_of_matrices = made_matrix_style<text_style>();

/// Derivations make symbols, such as dW, whose names are this sign, a text, the other sign, and what is written. They stand behind
/// other factors.
inline constexpr char made_name = '~', written_name = '\1';

/// What a formula of matrices is written of: the parts of a term, and where signs of transposition stand. The order of parts is that of
/// their texts, in all styles.
class matrix_terms {
protected:
    constexpr matrix_terms(graph& g, int most, matrix_style const& style) : g_(g), build_(g), most_(most), style_(&style) {}

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
        int node = 0, first = 0, size = 0, signs = 0;
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

    static constexpr long long whole_degree = 720720, most_degree = 1LL << 40, unknown_degree = 1LL << 50;
    static constexpr int many_signs = 1 << 20;

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
        int const place = 2 * i + (transposed ? 1 : 0);
        while (signs_.size() <= place) signs_.push(-1);
        if (signs_[place] >= 0) return signs_[place];
        int const count = counted_signs(i, transposed);
        signs_[place] = count;
        return count;
    }
    constexpr int counted_signs(int i, bool transposed) {
        node const& n = g_[i];
        if (build_.is_number(i)) return 0;
        if (n.what == kind::scale || n.what == kind::power) return signs(g_.operand(i, 0), transposed);
        if (build_.is_product(i)) return signs_of_all(i, transposed);
        if (transposed && turns_inside(i)) return signs(g_.operand(i, 0), true);
        if (!is_compound(i)) return n.what == kind::product ? signs_of_all(i, transposed) : transposed ? 1 : 0;
        int const down = signs_of_all(i, transposed), around = 1 + signs_of_all(i, !transposed);
        return around <= down && down > 1 ? around : down;
    }
    /// Whether the transpose of a sum over rows is written inside, mean_over_rows(u*v') rather than mean_over_rows(v*u')'.
    constexpr bool turns_inside(int i) {
        return g_.is(i, kind::reduction) && signs(g_.operand(i, 0), true) <= signs(g_.operand(i, 0), false);
    }
    constexpr int signs_of_all(int i, bool transposed) {
        int all = 0;
        for (int k = 0; k < g_[i].count; ++k) all += signs(g_.operand(i, k), transposed);
        return all < many_signs ? all : many_signs;
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
    /// What is written if two texts say the same: fewer signs of transposition, then a name in front that is no differential's,
    /// then the order of names.
    static constexpr bool is_better(int signs, buffer<char> const& text, int other_signs, buffer<char> const& other) {
        if (signs != other_signs) return signs < other_signs;
        bool const named = text[0] != '(' && text[0] != made_name, other_named = other[0] != '(' && other[0] != made_name;
        if (named != other_named) return named;
        return compare_names(seen_as_text(text), seen_as_text(other)) < 0;
    }
    constexpr long long degree(int i) {
        while (degrees_.size() <= i) degrees_.push(unknown_degree);
        if (degrees_[i] != unknown_degree) return degrees_[i];
        long long const found = found_degree(i);
        long long const degree = found > most_degree ? most_degree : found < -most_degree ? -most_degree : found;
        degrees_[i] = degree;
        return degree;
    }
    constexpr long long found_degree(int i) {
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
        return g_.is(i, kind::call) && g_[i].count == 2 && style_->is_infix(*g_[i].fn) && !build_.is_product(i);
    }

    constexpr matrix_signs const& own() const { return style_->own; }
    /// Plain text: with the names of the graph.
    constexpr bool is_text() const { return style_->is_text && !style_->names.exists; }
    constexpr bool is(matrix_language language) const { return style_->own.language == language; }
    constexpr bool stopped() const { return out_.size() > most_; }
    constexpr void put(glyphs const& s) { out_.append(s.letters, s.size); }
    constexpr void put(text_view text) { out_.append(text.data(), static_cast<int>(text.size())); }
    constexpr void put(buffer<char> const& text) { out_.append(text.begin(), text.size()); }
    constexpr void put_magnitude(rational r) { style_->number(out_, r); }
    constexpr view all_nodes() const {
        view of;
        of.nodes = g_.begin(), of.operands = g_.operands(), of.node_count = g_.size();
        return of;
    }
    constexpr void put_name(int i) {
        if (!style_->names.exists) return put(g_[i].name);
        if (name_ends_.size() <= i) {
            names_.clear(), name_ends_.clear();
            style_->names(all_nodes(), names_, name_ends_);
        }
        int const first = i == 0 ? 0 : name_ends_[i - 1];
        out_.append(names_.begin() + first, name_ends_[i] - first);
    }
    /// What has been appended from `first` on.
    constexpr buffer<char> behind(int first) const {
        buffer<char> text;
        text.append(out_.begin() + first, out_.size() - first);
        return text;
    }
    /// What `write` appends, which is taken away again.
    template <class Write>
    constexpr buffer<char> captured(Write write) {
        int const first = out_.size();
        write();
        buffer<char> text = behind(first);
        out_.truncate(first);
        return text;
    }
    /// Calls `write` in the style of text.
    template <class Write>
    constexpr void in_text(Write write) {
        matrix_style const* const before = style_;
        style_ = &text_of_matrices;
        write();
        style_ = before;
    }
    template <class Write>
    constexpr buffer<char> as_text(Write write) {
        buffer<char> text;
        in_text([&] { text = captured(write); });
        return text;
    }
    /// What was chosen of several texts of node i, each once: a choice inside a choice would double the work at each level. `of` tells what
    /// is chosen: the node's orientation, or where its trace begins.
    enum class choice : unsigned char { orientation, rotation };
    template <class Choose>
    constexpr text_view chosen_once(int i, choice of, Choose choose) {
        int const place = 2 * i + (of == choice::rotation ? 1 : 0);
        while (text_places_.size() <= place) text_places_.push(-1);
        if (text_places_[place] < 0) {
            buffer<char> text = choose();
            texts_.push(static_cast<buffer<char>&&>(text));
            text_places_[place] = texts_.size() - 1;
        }
        return seen_as_text(texts_[text_places_[place]]);
    }
    /// Appends what has been written as text, or writes it in another style.
    template <class Write>
    constexpr void put_or_write(text_view text, Write write) {
        if (is_text()) put(text);
        else write();
    }
    /// Parentheses around what `write` appends.
    template <class Write>
    constexpr void parentheses(Write write) {
        if (style_->tall_opening.empty()) {
            put(style_->opening), write(), put(style_->closing);
            return;
        }
        bool const outside = tall_;
        tall_ = false;
        buffer<char> const inside = captured(write);
        put(tall_ ? style_->tall_opening : style_->opening), put(inside), put(tall_ ? style_->tall_closing : style_->closing);
        tall_ = tall_ || outside;
    }
    /// What `write` appends, transposed.
    template <class Write>
    constexpr void transposed_if(bool transposed, Write write) {
        if (transposed) put(own().transposed);
        write();
        if (transposed) put(own().transpose);
    }

    graph& g_;
    matrix_builder build_;
    int most_;
    matrix_style const* style_;
    buffer<char> out_{}, names_{};
    int turned_ = -1;                // the sum over rows that is written transposed
    buffer<int> name_ends_{}, signs_{};  // signs_: of each node, written as it is and transposed
    buffer<long long> degrees_{};
    buffer<buffer<char>> texts_{};  // what was chosen of several texts
    buffer<int> text_places_{};
    bool tall_ = false;  // a fraction has been written
};

}  // namespace leibniz::inline v0_1::detail
