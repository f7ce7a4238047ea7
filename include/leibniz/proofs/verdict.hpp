#pragma once

#include <leibniz/proofs/witness.hpp>
#include <leibniz/arithmetic/shortest_digits.hpp>
#include <leibniz/notation/exact_text.hpp>
#include <leibniz/notation/writer.hpp>

namespace leibniz::inline v0_1 {

/// What `equivalent` finds. `equal_where`: equal where both formulas are defined, but one is defined on a piece on which the other
/// is not.
enum class verdict : unsigned char { equal, different, unknown, equal_where };

namespace detail {

/// A finite floating-point number with at most so many significant digits.
constexpr void put_rounded(buffer<char>& out, double value, int digits) {
    if (value < 0) out.push('-'), value = -value;
    double least = 1;
    for (int k = 1; k < digits; ++k) least *= 10;
    int exponent = 0;
    for (; value >= 10 * least; ++exponent) value /= 10;
    for (; value != 0 && value < least; --exponent) value *= 10;
    auto whole = static_cast<long long>(value + 0.5);
    for (; whole != 0 && whole % 10 == 0; ++exponent) whole /= 10;
    put_exact(out, rational::decimal(whole, exponent));
}

/// A finite number with all its digits: the fewest that are read back as it.
constexpr void put_whole(buffer<char>& out, double value) {
    if (value == 0) return put_number(out, 0);
    if (value < 0) out.push('-');
    digits_of_number const digits = digit_source<natural>(binary_number::of(value)).shortest();
    long long whole = 0;
    for (int k = 0; k < digits.count; ++k) whole = 10 * whole + (digits.letters[k] - '0');
    put_exact(out, rational::decimal(whole, digits.point - digits.count));
}

/// Two numbers with as many digits, from six on, as it takes to see that they differ: 4 and 5.
constexpr void put_both(buffer<char>& out, double left, double right) {
    for (int digits = 6;; digits += 3) {
        if (digits > 15) return put_whole(out, left), put(out, " and "), put_whole(out, right);
        buffer<char> first, second;
        put_rounded(first, left, digits);
        put_rounded(second, right, digits);
        bool same = first.size() == second.size();
        for (int k = 0; same && k < first.size(); ++k) same = first[k] == second[k];
        if (same) continue;
        out.append(first.begin(), first.size());
        put(out, " and ");
        return out.append(second.begin(), second.size());
    }
}

/// What is told of a question, ready to be written.
struct finding {
    verdict found = verdict::unknown;
    text_view conditions{}, holes{};
    int points = 0;
    double left = 0, right = 0;
    int rows = 1, row = 0;
};

/// The verdict as a sentence; `name(k)` is the name of variable k, `value(k, r)` its value in row r.
template <class Name, class Value>
constexpr buffer<char> sentence_of(finding const& f, int variables, Name name, Value value) {
    buffer<char> out;
    if (f.found == verdict::different) {
        put(out, "different");
        for (int k = 0; k < variables; ++k) {
            put(out, k == 0 ? " at " : ", ");
            put(out, name(k));
            put(out, " = ");
            bool same = true;
            for (int r = 1; r < f.rows; ++r) same = same && value(k, r) == value(k, 0);
            for (int r = 0; r < (same ? 1 : f.rows); ++r) {
                put(out, r > 0 ? ", " : same ? "" : "(");
                put_rounded(out, value(k, r), 15);
            }
            if (!same) put(out, ")");
        }
        if (f.row > 0) put(out, ", in row "), put_number(out, f.row);
        put(out, ": ");
        put_both(out, f.left, f.right);
        return out;
    }
    if (f.found == verdict::unknown) {
        put(out, "unknown: no proof was found, ");
        if (f.points == 0) put(out, "and no point where both have a value");
        else if (f.points == 1) put(out, "but the values agree at the one point where both have one");
        else put(out, "but the values agree at all "), put_number(out, f.points), put(out, " points where both have one");
        return out;
    }
    put(out, "equal");
    if (f.found == verdict::equal_where) put(out, " where "), put(out, f.conditions);
    if (!f.holes.empty()) put(out, ", "), put(out, f.holes), put(out, " aside");
    return out;
}

/// Finds the words for what a proof found.
class verdict_writer {
public:
    constexpr explicit verdict_writer(view const& of, proving::question::shape const& counts) : of_(of), counts_(counts), graph_(rules) {
        place_ = imported(graph_, of);
    }

    static constexpr verdict found(proving::proof const& p, bool witnessed) {
        if (p.equal && !p.branches_differ) return p.is_everywhere() ? verdict::equal : verdict::equal_where;
        return !p.equal && witnessed ? verdict::different : verdict::unknown;
    }

    /// x > 0, y != 1
    constexpr buffer<char> conditions(proving::proof const& p) {
        buffer<int> places, all;
        for (int k : p.only_left) places.push(k);
        for (int k : p.only_right) places.push(counts_.left_positive + k);
        sort(places.begin(), places.size(),
             [&](int a, int b) { return place_[of_.conditions[a].about] < place_[of_.conditions[b].about]; });
        for (int k : places) add_once(all, comparison(k));
        int const first = counts_.left_positive + counts_.right_positive;
        for (int k : p.left_pieces) add_once(all, equation(first + k, *registered<numbers_differ>::descriptor));
        for (int k : p.right_pieces) add_once(all, equation(first + counts_.left_nonzero + k, *registered<numbers_differ>::descriptor));
        return list(all, " and ");
    }
    /// x = 1: where just one of both has a value.
    constexpr buffer<char> holes(proving::proof const& p) {
        buffer<int> all;
        if (!p.is_everywhere()) return {};  // the conditions say enough
        int const first = counts_.left_positive + counts_.right_positive;
        for (int k : p.left_holes) add_once(all, equation(first + k, *registered<numbers_equal>::descriptor));
        for (int k : p.right_holes) add_once(all, equation(first + counts_.left_nonzero + k, *registered<numbers_equal>::descriptor));
        return list(all, " or ");
    }

private:
    static constexpr void add_once(buffer<int>& all, int node) {
        for (int known : all)
            if (known == node) return;
        all.push(node);
    }
    constexpr buffer<char> list(buffer<int> const& nodes, text_view between) {
        buffer<char> out;
        for (int n = 0; n < nodes.size(); ++n) {
            if (n > 0) put(out, between);
            view one{.nodes = graph_.begin(),
                     .operands = graph_.operands(),
                     .node_count = graph_.size(),
                     .operand_count = graph_.operand_count()};
            one.roots = nodes.begin() + n;
            one.root_count = 1;
            for (char c : written_text(one))
                if (c != '=' || out.empty() || out.back() != '=') out.push(c);  // x = 1, not x == 1
        }
        return out;
    }

    /// u + c by its parts: u, and -c.
    struct moved {
        int left = 0;
        rational right = 0;
    };
    constexpr moved parted(int i) {
        node const n = graph_[i];
        if (n.what != kind::sum) return {i, 0};
        rational constant = 0;
        buffer<summand> rest;
        for (int k = 0; k < n.count; ++k) {
            int const part = graph_.operand(i, k);
            if (graph_.is(part, kind::number)) constant += graph_[part].number;
            else rest.push({1, part});
        }
        return {graph_.sum(rest), -constant};
    }
    /// The condition as a comparison with a number.
    constexpr int comparison(int k) {
        condition const c = of_.conditions[k];
        moved m = parted(place_[c.about]);
        bool less = false;
        node const n = graph_[m.left];
        if (n.what == kind::scale && (m.right / n.number).valid()) {
            m = {graph_.operand(m.left, 0), m.right / n.number};
            less = n.number.is_negative();
        }
        int const both[] = {m.left, graph_.number(m.right)};
        bool const strict = c.what == predicate::positive;
        if (less)
            return strict ? graph_.call(*registered<less_than>::descriptor, both) : graph_.call(*registered<at_most>::descriptor, both);
        return strict ? graph_.call(*registered<greater_than>::descriptor, both) : graph_.call(*registered<at_least>::descriptor, both);
    }
    constexpr int equation(int k, function const& comparison) {
        int about = place_[of_.conditions[k].about];
        while (graph_.is(about, kind::power) || is_call<absolute_value>(graph_, about) || is_call<signum>(graph_, about))
            about = graph_.operand(about, 0);
        moved m = parted(about);
        node const n = graph_[m.left];
        if (n.what == kind::scale && (m.right / n.number).valid()) m = {graph_.operand(m.left, 0), m.right / n.number};
        int const both[] = {m.left, graph_.number(m.right)};
        return graph_.call(comparison, both);
    }

    view const& of_;
    proving::question::shape counts_;
    graph graph_;
    buffer<int> place_{};
};

}  // namespace detail
}  // namespace leibniz::inline v0_1
