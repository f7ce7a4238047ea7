#pragma once

#include <leibniz/graph/nodes.hpp>

namespace leibniz::inline v0_1 {

namespace detail {
/// About log2(n), for the cost of sorting.
constexpr int logarithm_of(int n) { return n < 2 ? 1 : 1 + logarithm_of(n / 2); }
}  // namespace detail

/// coefficient * base, an entry of a sum.
struct summand {
    rational coefficient;
    int base = 0;
};
/// base ^ exponent, an entry of a product; the exponent is a node.
struct multiplicand {
    int base = 0, exponent = 0;
    static constexpr bool before(multiplicand const& a, multiplicand const& b) { return a.base < b.base; }
};

/// The rows and columns of a node: nodes that hold them, numbers or named sizes. The node 1 is both of a number, which is its own
/// transpose.
struct matrix_shape {
    int rows = 0, columns = 0;
    bool symmetric = true;

    constexpr bool is_number() const { return rows == 0 && columns == 0; }
    constexpr bool fits(matrix_shape const& other) const { return rows == other.rows && columns == other.columns; }
};

/// How a graph with vectors and matrices builds its nodes: the functions that stand in for those of `graph`, which work entry by
/// entry. Only graphs in which a vector or matrix occurs have one, so that models of numbers pay for none of it.
struct matrix_engine {
    bool exists;  // (asked in place of the address: with g++'s -fsanitize=null none is known to differ from nullptr in a constant expression)
    int (*sum)(graph&, buffer<summand>& entries);
    int (*product)(graph&, rational coefficient, buffer<multiplicand>& entries);
    int (*scale)(graph&, rational coefficient, int i);
    int (*power)(graph&, int base, int exponent);
    int (*call)(graph&, function const& fn, int const* operands);
    int (*reduction)(graph&, function const& fn, int of);
    int (*written_product)(graph&, int a, int b, bool divides);  // of * and /
    int (*rebuilt)(graph&, node const& n, buffer<int> const& operands);  // -1: as usual
    int (*copied)(graph&, struct view const& from, int i, buffer<int> const& place);
    int (*expanded)(graph&, int i);
    bool (*is_number)(graph&, int i);
    int (*transpose)(graph&, int i);
    buffer<int> (*derivatives)(graph&, int root, buffer<int> const& wanted);
    int (*symbol_for)(graph&, text_view name, int i);  // of the shape of node i
    buffer<buffer<char>> (*shapes)(struct view const& of);  // of the nodes: m x n, or nothing for a number
    /// The symbols of parts and the parts, then the other results: all letters, and where each ends; nothing: the style has no form.
    buffer<char> (*lines)(struct view const& of, struct matrix_style const* style, buffer<int> const& symbols, buffer<int>& ends, int most);
    buffer<char> (*text)(struct view const& of, struct matrix_style const* style, int most);  // empty: the style has no form
    struct matrix_style const* text_style;
    /// How a style of formulas writes them: as text where it has no `matrices()`.
    template <class Style>
    constexpr matrix_style const* style_of() const {
        if constexpr (requires { Style::matrices(); }) return Style::matrices();
        else return text_style;
    }
};

inline constexpr matrix_engine no_matrices{};

/// A graph in canonical form: sums and products are n-ary and sorted by index, like terms and equal factors are
/// collected, numbers are folded exactly. Every function returns the index of a node.
/// The same code runs during compilation and at run time.
class graph : public nodes {
public:
    /// With `opens_sums`, rational factors are multiplied into sums and the common one is taken out again, so that
    /// 2*(a - b) and 2*a - 2*b meet: this is how == compares. Without, sums stay as the rules left them: this is
    /// what is printed.
    constexpr explicit graph(rulebook const& rules, bool opens_sums = false, long long allowed = unlimited)
        : nodes(allowed), rules_(rules), opens_sums_(opens_sums) {
        number(1);
    }
    enum class mode : bool { as_usual, entrywise };  // entrywise: whatever the engine of matrices
    static constexpr int one = 0;  // the number 1 is the first node of every graph

    constexpr rulebook const& rules() const { return rules_; }

    constexpr int number(rational value) { return intern({.what = kind::number, .number = value}, nullptr); }
    constexpr int symbol(text_view name) { return intern({.what = kind::symbol, .name = name}, nullptr); }
    constexpr int column(text_view name) { return intern({.what = kind::column, .name = name}, nullptr); }

    constexpr int sum(buffer<summand>& entries, mode how = mode::as_usual);
    constexpr int product(rational coefficient, buffer<multiplicand>& entries, mode how = mode::as_usual);
    constexpr int scale(rational coefficient, int i, mode how = mode::as_usual);
    constexpr int power(int base, int exponent, mode how = mode::as_usual);
    constexpr int call(function const& fn, int const* operands, mode how = mode::as_usual);
    constexpr int reduction(function const& fn, int of, mode how = mode::as_usual);

    constexpr int add(int a, int b);
    constexpr int multiply(int a, int b);
    /// The product of the chain rule: where conditions make one derivative 0, the other one is of no account, be it
    /// infinite or no number.
    constexpr int chain(int outer, int inner);
    constexpr int without_coefficient(int i) const { return is(i, kind::scale) ? operand(i, 0) : i; }
    /// A copy: of an argument `g[i].number` g++ on Arm and s390x reads the value only when the other arguments, which may move it, are known.
    constexpr rational coefficient_of(int i) const { return is(i, kind::scale) || is(i, kind::number) ? (*this)[i].number : rational(1); }
    constexpr bool opens_sums() const { return opens_sums_; }
    /// How many sums over lengths are being opened, one within the other.
    constexpr int opens_lengths() const { return opens_lengths_; }
    constexpr void open_lengths(int more) { opens_lengths_ += more; }
    /// How vectors and matrices are built; no_matrices until the first of them.
    constexpr matrix_engine const* matrices() const { return matrices_; }
    constexpr void use_matrices(matrix_engine const* engine) {
        if (engine->exists) matrices_ = engine;
    }
    constexpr buffer<matrix_shape>& known_shapes() { return shapes_; }
    /// How products are formed from now on: what a model says is computed so. Returns how they were formed before.
    constexpr product_formation form_products(product_formation how) {
        product_formation const before = forms_;
        forms_ = how;
        return before;
    }

    /// A sum or product of parts that are canonical already, in whatever order: another graph's, or some of one's own.
    constexpr int sorted_sum(buffer<int>& parts) {
        spend(8 * parts.size());
        sort(parts.begin(), parts.size(), [this](int a, int b) {
            if (is(a, kind::number) || is(b, kind::number)) return is(b, kind::number) && !is(a, kind::number);
            int const left = without_coefficient(a), right = without_coefficient(b);
            return left != right && !is(a, kind::number) ? left < right : (*this)[a].number < (*this)[b].number;
        });
        return sum_of(parts);
    }
    constexpr int sorted_product(buffer<int>& parts) {
        spend(12 * parts.size());
        sort(parts.begin(), parts.size(), [this](int a, int b) { return base_of(a) < base_of(b); });
        bool unfolded = false;
        for (int part : parts)
            if (is(base_of(part), kind::number)) unfolded = unfolded || is_unfolded(part);
        return intern({.what = kind::product, .count = parts.size(), .number = unfolded ? 2 : 0, .fn = rules_.multiplication},
                      parts.begin());
    }
    constexpr int base_of(int i) const { return is(i, kind::power) ? operand(i, 0) : i; }
    constexpr int divide(int a, int b);

    /// Whether a condition makes node i 0: where(c, u, 0) or where(c, 0, v), sums and choices of such, with coefficients.
    constexpr bool may_vanish(int i) const {
        node const& n = (*this)[without_coefficient(i)];
        return n.number.is_one() && n.what != kind::number;
    }

private:
    constexpr int sum_of(buffer<int> const& parts) {
        bool all = !parts.empty();
        for (int k = 0; all && k < parts.size(); ++k) all = may_vanish(parts[k]);
        return intern({.what = kind::sum, .count = parts.size(), .number = all, .fn = rules_.addition}, parts.begin());
    }
    constexpr bool is_choice(int i) const { return is(i, kind::call) && *(*this)[i].fn == *rules_.choice; }
    constexpr int guarded_place(int i) const;
    constexpr bool exclude(int c, int d) const;
    constexpr int given(int i, int condition, bool holds, int sums);
    constexpr int implied(int known, bool holds, int condition, int depth = 4);
    constexpr bool chooses(int i, int sums) const;
    constexpr int truth(int i);
    constexpr bool is_negated(int condition) const;
    constexpr int negated(int i);
    constexpr int choose(int condition, int u, int v);
    constexpr int choice(int condition, int u, int v);
    constexpr int product_of(int a, int b, bool guards);
    constexpr int guarded_product(int a, int b, bool guards);
    constexpr int unguarded_product(int a, int b);
    constexpr bool is_inverse_power(int i) const;
    /// Whether an exponent is a fraction, or a multiple of one: n/2 + 1.
    constexpr bool has_fractions(int i) const {
        node const& n = (*this)[i];
        bool any = (n.what == kind::number || n.what == kind::scale) && !n.number.is_integer();
        for (int k = 0; n.what == kind::sum && k < n.count; ++k) any = any || has_fractions(operand(i, k));
        return any;
    }
    constexpr int terms_of(int i) const { return is(i, kind::sum) ? (*this)[i].count : is(i, kind::number) ? 0 : 1; }
    constexpr rational total_exponent(int i) const;
    constexpr bool cancelled(int product, int left, int right) const;
    constexpr product_formation forms_of(int left, int right) const;
    constexpr int guard_of(int i);
    constexpr int undivided(int product, int i);
    constexpr std::uint64_t key_of(int i);
    constexpr int sum_with_number(int a, int b);
    constexpr bool join_guarded(buffer<summand>& entries);
    constexpr int join_opposite(summand a, summand b);
    constexpr int common_factor(int& a, int& b);
    constexpr bool is_sign(int i) const { return is(i, kind::call) && *(*this)[i].fn == *rules_.sign; }
    constexpr bool bends(int i, int levels = 8);
    constexpr bool holds_sign(int i, int sign, int levels = 8);
    constexpr int times_sign(int i, int sign, int levels = 8);
    constexpr int simpler_product(buffer<int> const& factors);
    constexpr bool is_sigmoid(int i) const { return is(i, kind::call) && (*this)[i].fn->hash == rules_.sigmoid; }
    constexpr int complemented(int i) const;
    constexpr bool is_logarithm_of_sigmoid(function const& fn, int const* operands) const;
    constexpr int of_cross_entropy(buffer<int> const& factors);
    constexpr bool join_lengths(buffer<summand>& entries);
    constexpr bool join_length(summand a, summand b, buffer<summand>& joined);
    constexpr bool is_length(int i) const { return is(i, kind::call) && *(*this)[i].fn == *rules_.length; }
    constexpr bool is_leaf_of(int length, int i) const;
    constexpr int fold_power(rational base, rational exponent);
    constexpr int scaled(rational coefficient, int i);
    constexpr summand as_summand(int i) const;
    constexpr void add_constant_or(buffer<summand>& merged, summand entry, rational& constant, buffer<rational>& constants);
    static constexpr void multiply_number(rational& coefficient, rational by, buffer<rational>& numbers);
    /// True if node i is a number, or a power of one, that stays a factor; so does 1/0.
    constexpr bool is_unfolded(int i) const {
        if (!is(i, kind::power)) return is(i, kind::number);
        return is_unfolded(operand(i, 0), operand(i, 1));
    }
    constexpr bool is_unfolded(int base, int exponent) const {
        return is(base, kind::number) && is(exponent, kind::number) && (*this)[exponent].number.is_integer();
    }
    /// True of a product with such factors, and of such a power.
    constexpr bool keeps_numbers(int i) const {
        node const& n = (*this)[i];
        return n.what == kind::product ? n.number.is_integer() && !n.number.is_zero() : n.what == kind::power && is_unfolded(i);
    }
    constexpr bool divides_by_zero(int i) const {
        if (is(i, kind::power)) return is_number(operand(i, 0), 0) && is_unfolded(i);
        bool any = false;
        for (int k = 0; k < (*this)[i].count && is(i, kind::product); ++k) any = any || divides_by_zero(operand(i, k));
        return any;
    }
    constexpr bool unfold(rational& coefficient, buffer<rational> const& numbers, buffer<multiplicand>& entries);
    static constexpr rational content(buffer<summand> const& entries, rational constant);

    rulebook rules_;
    bool opens_sums_;
    int opens_lengths_ = 0;
    product_formation forms_ = product_formation::derived;
    matrix_engine const* matrices_ = &no_matrices;
    buffer<matrix_shape> shapes_{};  // of the nodes, as far as they were asked for
    /// What was found of node i, or -1.
    static constexpr int noted(buffer<int>& found, int i) {
        while (found.size() <= i) found.push(-1);
        return found[i];
    }

    buffer<int> guards_{}, truths_{}, negations_{};  // of nodes, where they were asked for
    buffer<std::uint64_t> keys_{};
};

}  // namespace leibniz::inline v0_1
