#pragma once

#include <leibniz/graph/static_graph.hpp>
#include <leibniz/graph/lookup.hpp>
#include <leibniz/notation/name_order.hpp>

#include <cstdint>
#include <type_traits>

namespace leibniz::inline v0_1 {

/// base ^ exponent: the exponent is a positive number, or the node `symbolic` if there is one.
struct part {
    int base = 0;
    rational exponent{1};
    int symbolic = -1;
};

namespace detail {
template <class View>
class arranged;
}

/// The order in which a person writes the parts of every node. A product: number, symbols and their powers by name,
/// functions, parentheses; then the denominator. A sum: terms by falling degree, then by name, the constant last; but if only
/// one term is positive, it goes first: 1 - exp(-x), y - w*x. Printers and evaluation both use it.
class print_order {
public:
    struct term {
        rational coefficient{1};
        long long degree = 0;                 // in units of 1/whole_degree
        int first = 0, above = 0, below = 0;  // parts: `above` in the numerator, then `below` in the denominator
    };

    template <class View>  // templates: nothing is compiled where no order is asked for
    constexpr explicit print_order(View const& of) : print_order(static_cast<print_order&&>(detail::arranged<View>(of, nullptr, false))) {}
    /// With `keys`, one for each operand of the view: sums and products whose keys are not -1 are ordered by them.
    template <class View>
    constexpr print_order(View const& of, int const* keys)
        : print_order(static_cast<print_order&&>(detail::arranged<View>(of, keys, true))) {}

    constexpr view of() const { return of_; }
    constexpr term const& operator[](int i) const { return terms_[i]; }
    constexpr part const& part_of(term const& t, int position) const { return parts_[t.first + position]; }
    constexpr int summands(int i) const { return sums_[i].count; }
    constexpr int summand_of(int i, int position) const { return summands_[sums_[i].first + position]; }

    static constexpr bool is_root(part const& p) { return p.symbolic < 0 && p.exponent.denominator() == 2 && p.exponent.numerator() == 1; }

protected:
    struct range {
        int first = 0, count = 0;
    };

    constexpr print_order(view const& of, int nodes) : of_(of), terms_(nodes), sums_(nodes) {}

    view of_;
    buffer<term> terms_;
    buffer<part> parts_{};
    buffer<range> sums_;
    buffer<int> summands_{};
};

namespace detail {

/// Finds the order.
template <class View>
class arranged : public print_order {
public:
    constexpr arranged(view const& of, int const* keys, bool keyed) : print_order(of, of.node_count), keys_(keys), keyed_(keyed) {
        int most = 0;  // parts; a place that stays free costs constant evaluation as much as one that does not
        for (node const *n = of.nodes, *end = n + of.node_count; n != end; ++n)
            most += n->what == kind::product ? n->count : n->what != kind::number && n->what != kind::scale;
        parts_.reserve(most);
        term* const terms = terms_.begin();
        for (int i = 0; i < of.node_count; ++i) {
            if (of.nodes[i].what != kind::sum) {
                terms[i] = arranged_term(i);
                continue;
            }
            arrange_sum(i);
            terms[i] = single(i, sum_degree(i));
        }
    }

private:
    // Degrees are integers, so that their sum does not depend on the order. They are exact for all denominators up to 16; large
    // ones are cut off long before a sum of them could overflow.
    static constexpr long long whole_degree = 720720, largest_degree = 1LL << 40;
    static constexpr long long multiplied(rational exponent, long long degree) {
        if (!exponent.is_fraction())
            return exponent.exponent() <= 0 ? 0 : exponent.is_negative() != (degree < 0) ? -largest_degree : largest_degree;
        long long const n = exponent.numerator(), d = exponent.denominator();
        long long total = 0;
        if (__builtin_mul_overflow(n, degree, &total)) {
            if (__builtin_mul_overflow(n / d, degree, &total)) return (n < 0) != (degree < 0) ? -largest_degree : largest_degree;
            total += n % d / (1LL << 24) * (degree / (1LL << 16)) / (d / (1LL << 40) + 1);
        } else if (d != 1) total /= d;
        return cut_off(total);
    }
    static constexpr long long cut_off(long long degree) {
        return degree > largest_degree ? largest_degree : degree < -largest_degree ? -largest_degree : degree;
    }

    constexpr bool has_keys(int i) const { return keyed_ && of_[i].count > 0 && keys_[of_[i].first] >= 0; }
    /// The operands of a node, sorted by their keys.
    constexpr buffer<int> positions(int i) const {
        int const* const keys = keys_ + of_[i].first;
        buffer<int> order;
        for (int k = 0; k < of_[i].count; ++k) order.push(k);
        sort(order.begin(), order.size(), [keys](int left, int right) { return keys[left] < keys[right]; });
        return order;
    }

    constexpr term single(int i, long long degree) {
        term t{1, degree, parts_.size(), 1, 0};
        parts_.push({i, 1, -1});
        return t;
    }

    constexpr term arranged_term(int i) {
        node const& n = of_[i];
        switch (n.what) {
            case kind::number: return {n.number, 0, parts_.size(), 0, 0};
            case kind::symbol:
            case kind::column: return single(i, whole_degree);
            case kind::scale: {
                term t = terms_[of_.operand(i, 0)];
                t.coefficient = n.number;
                return t;
            }
            case kind::power:
            case kind::product: break;
            default: return single(i, 0);
        }
        above_.clear();
        below_.clear();
        term t;
        int const count = n.what == kind::product ? n.count : 1;
        bool const keyed = n.what == kind::product && has_keys(i);
        buffer<int> order;
        if (keyed) order = positions(i);
        for (int k = 0; k < count; ++k) {
            int const o = n.what == kind::product ? of_.operand(i, keyed ? order[k] : k) : i;
            part p{o, 1, -1};
            if (of_.is(o, kind::power)) {
                node const& exponent = of_[of_.operand(o, 1)];
                p.base = of_.operand(o, 0);
                if (exponent.what == kind::number) p.exponent = exponent.number;
                else p.symbolic = of_.operand(o, 1);
            }
            if (p.base == o) t.degree += terms_[o].degree;
            else if (p.symbolic < 0) t.degree += multiplied(p.exponent, terms_[p.base].degree);
            bool const divides = p.exponent.is_negative();
            if (divides) p.exponent = -p.exponent;
            (divides ? below_ : above_).push(p);
        }
        t.degree = cut_off(t.degree);
        auto const before = [this](part const& left, part const& right) { return compare(left, right) < 0; };
        if (!keyed) sort(above_.begin(), above_.size(), before), sort(below_.begin(), below_.size(), before);
        t.first = parts_.size();
        t.above = above_.size();
        t.below = below_.size();
        for (part const& p : above_) parts_.push(p);
        for (part const& p : below_) parts_.push(p);
        return t;
    }

    constexpr long long sum_degree(int i) const {
        long long highest = terms_[summand_of(i, 0)].degree;
        for (int k = 1; k < summands(i); ++k)
            if (highest < terms_[summand_of(i, k)].degree) highest = terms_[summand_of(i, k)].degree;
        return highest;
    }

    constexpr void arrange_sum(int i) {
        if (has_keys(i)) {
            sums_[i] = {summands_.size(), of_[i].count};
            for (int k : positions(i)) summands_.push(of_.operand(i, k));
            return;
        }
        buffer<int> order;
        for (int k = 0; k < of_[i].count; ++k) order.push(of_.operand(i, k));
        sort(order.begin(), order.size(), [this](int left, int right) {
            bool const left_is_number = of_.is(left, kind::number), right_is_number = of_.is(right, kind::number);
            if (left_is_number != right_is_number) return right_is_number;
            if (terms_[left].degree != terms_[right].degree) return terms_[right].degree < terms_[left].degree;
            return compare(left, right) < 0;
        });
        int positive = 0, which = 0;
        for (int k = 0; k < order.size(); ++k)
            if (!terms_[order[k]].coefficient.is_negative()) ++positive, which = k;
        if (positive == 1)
            for (int const lone = order[which]; which >= 0; --which) order[which] = which == 0 ? lone : order[which - 1];
        sums_[i] = {summands_.size(), order.size()};
        for (int k : order) summands_.push(k);
    }

    static constexpr bool is_variable(node const& n) { return n.what == kind::symbol || n.what == kind::column; }
    static constexpr int compare_variables(node const& a, node const& b) {
        int const c = compare_names(a.name, b.name);
        return c != 0 ? c : static_cast<int>(a.what) - static_cast<int>(b.what);
    }

    /// -2 numbers, -1 constants such as pi, 0 symbols, 1 functions, 2 parentheses
    constexpr int rank(part const& p) const {
        if (is_root(p)) return 1;
        node const& n = of_.nodes[p.base];
        if (n.what == kind::call && n.count == 0) return -1;
        if (is_variable(n)) return 0;
        if (n.what == kind::number && p.symbolic < 0 && p.exponent.is_integer()) return -2;
        return n.what == kind::sum ? 2 : 1;
    }
    constexpr text_view function_name(part const& p) const {
        if (is_root(p)) return "sqrt";
        return of_[p.base].has_row() ? of_[p.base].fn->name : text_view();
    }

    constexpr int compare_kinds(part const& a, part const& b) const {
        int const of_a = rank(a), of_b = rank(b);
        if (of_a != of_b) return of_a - of_b;
        return of_a == 1 || of_a == -1 ? compare_names(function_name(a), function_name(b)) : 0;
    }
    constexpr int compare(part const& a, part const& b) {
        node const &of_a = of_.nodes[a.base], &of_b = of_.nodes[b.base];
        if (a.base != b.base && is_variable(of_a) && is_variable(of_b) && !is_root(a) && !is_root(b)) return compare_variables(of_a, of_b);
        if (int const c = compare_kinds(a, b); c != 0) return c;
        if (int const c = compare(a.base, b.base); c != 0) return c;
        if ((a.symbolic < 0) != (b.symbolic < 0)) return a.symbolic < 0 ? -1 : 1;
        if (a.symbolic >= 0) return compare(a.symbolic, b.symbolic);
        return a.exponent == b.exponent ? 0 : b.exponent < a.exponent ? -1 : 1;
    }

    /// Compares by structure, whatever the order of first appearance. Results are remembered, because chains of nested
    /// functions are compared in many places (not during compilation, where such chains are too long anyway).
    constexpr int compare(int i, int j) {
        while (i != j && is_nested_call(of_[i]) && is_nested_call(of_[j]) && of_[i].fn->name == of_[j].fn->name)
            i = of_.operand(i, 0), j = of_.operand(j, 0);  // no recursion: compilers limit its depth
        if (i == j) return 0;
        if (std::is_constant_evaluated() || of_[i].count == 0 || of_[j].count == 0) return compared(i, j);
        auto const same = [&](int place) { return pairs_[place].i == i && pairs_[place].j == j; };
        std::uint64_t const hash = pair{i, j}.hash();
        int const known = places_.find(hash, same);
        if (known >= 0) return pairs_[known].order;
        int const order = compared(i, j);
        if (pairs_.size() < most_pairs) {
            pairs_.push({i, j, order});
            places_.push(hash);
        }
        return order;
    }

    constexpr int compared(int i, int j) {
        node const &a = of_[i], &b = of_[j];
        if (is_variable(a) && is_variable(b)) return compare_variables(a, b);
        if (a.what == b.what && (a.what == kind::call || a.what == kind::reduction)) {
            if ((a.count == 0) != (b.count == 0)) return a.count == 0 ? -1 : 1;
            if (int const c = compare_names(a.fn->name, b.fn->name); c != 0) return c;
            for (int k = 0; k < a.count && k < b.count; ++k)
                if (int const c = compare(of_.operand(i, k), of_.operand(j, k)); c != 0) return c;
            return a.count - b.count;
        }
        if (a.what == b.what && a.what == kind::sum) {
            for (int k = 0; k < a.count && k < b.count; ++k)
                if (int const c = compare(summand_of(i, k), summand_of(j, k)); c != 0) return c;
            return a.count - b.count;
        }
        term const &s = terms_[i], &t = terms_[j];
        if (s.above == 1 && t.above == 1 && s.below == 0 && t.below == 0 && part_of(s, 0).base == i && part_of(t, 0).base == j) {
            int const c = compare_kinds(part_of(s, 0), part_of(t, 0));  // as in a product, or the order would go in circles
            return c != 0 ? c : static_cast<int>(a.what) - static_cast<int>(b.what);
        }
        int const most = s.above + s.below < t.above + t.below ? s.above + s.below : t.above + t.below;
        for (int k = 0; k < most; ++k) {
            if ((k < s.above) != (k < t.above)) return k < s.above ? -1 : 1;
            if (int const c = compare(part_of(s, k), part_of(t, k)); c != 0) return c;
        }
        if (int const c = s.above + s.below - t.above - t.below; c != 0) return c;
        return s.coefficient == t.coefficient ? 0 : s.coefficient < t.coefficient ? 1 : -1;
    }

    static constexpr bool is_nested_call(node const& n) { return n.what == kind::call && n.count == 1; }

    struct pair {
        int i = 0, j = 0, order = 0;
        constexpr std::uint64_t hash() const { return detail::mix(static_cast<std::uint64_t>(i), static_cast<std::uint64_t>(j)); }
    };
    static constexpr int most_pairs = 1 << 22;

    int const* keys_;
    bool keyed_;
    buffer<pair> pairs_{};
    lookup places_{};
    buffer<part> above_{}, below_{};  // of one term, for as long as it is arranged
};

}  // namespace detail
}  // namespace leibniz::inline v0_1
