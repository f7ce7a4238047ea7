#pragma once

#include <leibniz/graph/nodes.hpp>

namespace leibniz {

/// coefficient * base, an entry of a sum.
struct summand {
    rational coefficient;
    int base = 0;
};
/// base ^ exponent, an entry of a product; the exponent is a node.
struct factor {
    int base = 0, exponent = 0;
};

/// A graph in canonical form: sums and products are n-ary and sorted by index, like terms and equal factors are
/// collected, numbers are folded exactly. Every function returns the index of a node.
/// The same code runs during compilation and at run time.
class graph : public nodes {
public:
    /// With `opens_sums`, rational factors are multiplied into sums and the common one is taken out again, so that
    /// 2*(a - b) and 2*a - 2*b meet: this is how == compares. Without, sums stay as the rules left them: this is
    /// what is printed.
    constexpr explicit graph(rulebook const& rules, bool opens_sums = false) : rules_(rules), opens_sums_(opens_sums) {
        number(1);
    }
    static constexpr int one = 0;  // the number 1 is the first node of every graph

    constexpr rulebook const& rules() const { return rules_; }

    constexpr int number(rational value) { return intern({.what = kind::number, .number = value}, nullptr); }
    constexpr int symbol(std::string_view name) { return intern({.what = kind::symbol, .name = name}, nullptr); }
    constexpr int column(std::string_view name) { return intern({.what = kind::column, .name = name}, nullptr); }

    constexpr int sum(buffer<summand>& entries);
    constexpr int product(rational coefficient, buffer<factor>& entries);
    constexpr int scale(rational coefficient, int i);
    constexpr int power(int base, int exponent);
    constexpr int call(function const& fn, int const* operands);
    constexpr int reduction(function const& fn, int of);

    constexpr int add(int a, int b) {
        buffer<summand> entries;
        entries.push({1, a});
        entries.push({1, b});
        return sum(entries);
    }
    constexpr int multiply(int a, int b);
    constexpr int without_coefficient(int i) const { return is(i, kind::scale) ? operand(i, 0) : i; }
    constexpr bool opens_sums() const { return opens_sums_; }

    /// A sum or product of parts that are canonical already, in whatever order: another graph's, or some of one's own.
    constexpr int sorted_sum(buffer<int>& parts) {
        sort(parts.begin(), parts.size(), [this](int a, int b) {
            if (is(a, kind::number) || is(b, kind::number)) return is(b, kind::number) && !is(a, kind::number);
            return without_coefficient(a) < without_coefficient(b);
        });
        return intern({.what = kind::sum, .count = parts.size(), .fn = rules_.addition}, parts.begin());
    }
    constexpr int sorted_product(buffer<int>& parts) {
        sort(parts.begin(), parts.size(), [this](int a, int b) { return base_of(a) < base_of(b); });
        return intern({.what = kind::product, .count = parts.size(), .fn = rules_.multiplication}, parts.begin());
    }
    constexpr int base_of(int i) const { return is(i, kind::power) ? operand(i, 0) : i; }
    constexpr int divide(int a, int b) {
        if (is(b, kind::number) && !(*this)[b].number.is_zero()) return scale(rational(1) / (*this)[b].number, a);
        return multiply(a, power(b, number(-1)));
    }

private:
    constexpr int fold_power(rational base, rational exponent);
    static constexpr rational content(buffer<summand> const& entries, rational constant);

    rulebook rules_;
    bool opens_sums_;
};

/// Nested sums are taken in, like terms merged: 2*a + (b - a) becomes a + b.
constexpr int graph::sum(buffer<summand>& entries) {
    rational constant = 0;
    buffer<summand> merged;
    for (bool again = true; again;) {
        again = false;
        bool sorted = true, plain = true;
        for (int i = 0; i < entries.size(); ++i) {
            summand& entry = entries[i];
            node const& n = (*this)[entry.base];
            if (n.what == kind::scale) {
                entry.coefficient *= n.number;
                entry.base = operand(entry.base, 0);
            }
            plain = plain && !is(entry.base, kind::sum) && !is(entry.base, kind::number) && !entry.coefficient.is_zero();
            sorted = sorted && (i == 0 || entries[i - 1].base < entry.base);
        }
        if (sorted && plain && constant.is_zero()) {  // nothing to merge, nothing to open
            merged = entries;
            break;
        }
        if (!sorted) sort(entries.begin(), entries.size(), [](summand const& a, summand const& b) { return a.base < b.base; });
        merged.clear();
        for (int i = 0; i < entries.size();) {
            summand entry = entries[i];
            for (++i; i < entries.size() && entries[i].base == entry.base; ++i)
                entry.coefficient += entries[i].coefficient;
            if (is(entry.base, kind::number)) constant += entry.coefficient * (*this)[entry.base].number;
            else if (!entry.coefficient.is_zero()) merged.push(entry);
        }
        entries.clear();
        for (summand const& entry : merged) {
            if (is(entry.base, kind::sum) && (opens_sums_ || entry.coefficient.is_one() || entry.coefficient == rational(-1))) {
                for (int k = 0; k < (*this)[entry.base].count; ++k) entries.push({entry.coefficient, operand(entry.base, k)});
                again = true;
            } else {
                entries.push(entry);
            }
        }
    }

    rational common = opens_sums_ ? content(merged, constant) : rational(1);
    buffer<int> parts;
    for (summand const& entry : merged) {
        if (entry.coefficient.is_one() && common.is_one()) parts.push(entry.base);
        else parts.push(scale(entry.coefficient / common, entry.base));
    }
    if (parts.empty()) return number(constant);
    if (!constant.is_zero()) parts.push(number(constant / common));
    if (parts.size() == 1) return scale(common, parts[0]);
    return scale(common, intern({.what = kind::sum, .count = parts.size(), .fn = rules_.addition}, parts.begin()));
}

/// The common rational factor of a sum, with the sign of its first entry.
constexpr rational graph::content(buffer<summand> const& entries, rational constant) {
    if (entries.empty()) return 1;
    rational result = entries[0].coefficient;
    for (summand const& entry : entries) result = common_divisor(result, entry.coefficient);
    if (!constant.is_zero()) result = common_divisor(result, constant);
    return entries[0].coefficient.is_negative() ? -result : result;
}

/// Nested products are taken in, equal bases merged: x*y*x^2 becomes x^3*y.
constexpr int graph::product(rational coefficient, buffer<factor>& entries) {
    buffer<factor> flat;
    for (bool again = true; again;) {
        again = false;
        flat.clear();
        for (int e = 0; e < entries.size(); ++e) {
            factor entry = entries[e];
            if (entry.exponent == one && is(entry.base, kind::scale)) {
                coefficient *= (*this)[entry.base].number;
                entry.base = operand(entry.base, 0);
            }
            node const n = (*this)[entry.base];
            if (entry.exponent != one) flat.push(entry);
            else if (n.what == kind::number) coefficient *= n.number;
            else if (n.what == kind::power) flat.push({operand(entry.base, 0), operand(entry.base, 1)});
            else if (n.what == kind::product)
                for (int k = 0; k < n.count; ++k) {
                    int const part = operand(entry.base, k);
                    if (is(part, kind::power)) flat.push({operand(part, 0), operand(part, 1)});
                    else flat.push({part, one});
                }
            else flat.push(entry);
        }
        sort(flat.begin(), flat.size(), [](factor const& a, factor const& b) { return a.base < b.base; });

        entries.clear();
        for (int i = 0; i < flat.size();) {
            int const base = flat[i].base;
            int exponent = flat[i].exponent;
            bool merged = false, inverse = false, root = false;
            for (int first = i; i < flat.size() && flat[i].base == base; ++i) {
                node const e = (*this)[flat[i].exponent];
                inverse = inverse || e.number.is_negative();
                root = root || e.what != kind::number || !e.number.is_integer();
                if (i == first) continue;
                exponent = add(exponent, flat[i].exponent);
                merged = true;
            }
            if (merged) {
                node const e = (*this)[exponent];
                bool const whole = e.what == kind::number && e.number.is_integer();
                if (inverse && !(whole && e.number.is_negative())) record({predicate::nonzero, base});  // x/x
                if (root && whole) record({predicate::nonnegative, base});                               // sqrt(x)^2
                int const result = power(base, exponent);
                node const r = (*this)[result];
                if (r.what == kind::power) entries.push({operand(result, 0), operand(result, 1)});
                else entries.push({result, one});
                again = again || r.what == kind::number || r.what == kind::scale || r.what == kind::product || base_of(result) != base;
            } else {
                entries.push({base, exponent});
            }
        }
    }
    if (coefficient.is_zero()) return number(0);
    if (entries.empty()) return number(coefficient);
    buffer<int> parts;
    for (factor const& entry : entries) {
        int const ends[] = {entry.base, entry.exponent};
        parts.push(entry.exponent == one ? entry.base : intern({.what = kind::power, .count = 2, .fn = rules_.power}, ends));
    }
    int const base = parts.size() == 1 ? parts[0]
                                       : intern({.what = kind::product, .count = parts.size(), .fn = rules_.multiplication},
                                                parts.begin());
    return scale(coefficient, base);
}

/// Two canonical factors. Where they have no base in common, two sorted lists are merged, and the product remembers
/// what it was formed of.
constexpr int graph::multiply(int a, int b) {
    node const &first = (*this)[a], &second = (*this)[b];
    if (first.what == kind::number) return scale(first.number, b);
    if (second.what == kind::number) return scale(second.number, a);
    rational coefficient = 1;
    if (first.what == kind::scale) coefficient = first.number;
    if (second.what == kind::scale) coefficient = coefficient * second.number;
    int const left = without_coefficient(a), right = without_coefficient(b);
    bool const left_is_product = is(left, kind::product), right_is_product = is(right, kind::product);
    int const left_count = left_is_product ? (*this)[left].count : 1, right_count = right_is_product ? (*this)[right].count : 1;
    buffer<int> parts;
    for (int i = 0, j = 0; i < left_count || j < right_count;) {
        int const p = i == left_count ? -1 : left_is_product ? operand(left, i) : left;
        int const q = j == right_count ? -1 : right_is_product ? operand(right, j) : right;
        int const p_base = p < 0 ? -1 : base_of(p), q_base = q < 0 ? -1 : base_of(q);
        if (p_base == q_base || (p >= 0 && is(p_base, kind::number)) || (q >= 0 && is(q_base, kind::number))) {
            buffer<factor> entries;
            entries.push({a, one});
            entries.push({b, one});
            return product(1, entries);
        }
        bool const from_left = q < 0 || (p >= 0 && p_base < q_base);
        parts.push(from_left ? p : q);
        ++(from_left ? i : j);
    }
    int const p = intern({.what = kind::product, .count = parts.size(), .fn = rules_.multiplication}, parts.begin());
    if (left < p && right < p) formed_of(p, left, right);
    return scale(coefficient, p);
}

/// A rational times a node; -(a - b) becomes b - a.
constexpr int graph::scale(rational coefficient, int i) {
    if (coefficient.is_one()) return i;
    node const n = (*this)[i];
    if (n.what == kind::number) return number(coefficient * n.number);
    if (coefficient.is_zero()) return number(0);
    if (n.what == kind::scale) return scale(coefficient * n.number, operand(i, 0));
    if (n.what == kind::sum && coefficient == rational(-1) && !opens_sums_) {
        buffer<summand> entries;
        entries.push({coefficient, i});
        return sum(entries);
    }
    return intern({.what = kind::scale, .count = 1, .number = coefficient, .fn = rules_.multiplication}, &i);
}

constexpr int graph::power(int base, int exponent) {
    node const b = (*this)[base], e = (*this)[exponent];
    if (e.what == kind::number) {
        if (e.number.is_zero()) return number(1);
        if (e.number.is_one()) return base;
        if (b.what == kind::number) {
            int const folded = fold_power(b.number, e.number);
            if (folded >= 0) return folded;
        }
        if (e.number.is_integer()) {
            if (b.what == kind::power) {  // (u^a)^n = u^(a*n) for every integer n
                rational const inner = (*this)[operand(base, 1)].number;
                bool const root = is(operand(base, 1), kind::number) && !inner.is_integer();
                int const merged = multiply(operand(base, 1), exponent);
                if (root && (*this)[merged].number.is_integer()) record({predicate::nonnegative, operand(base, 0)});
                return power(operand(base, 0), merged);
            }
            if (b.what == kind::product || b.what == kind::scale) {  // (u*v)^n = u^n * v^n for every integer n
                rational const coefficient = b.what == kind::scale ? b.number : rational(1);
                rational const folded = power_of(coefficient, e.number.numerator());
                if (folded.valid()) {
                    int const inner = b.what == kind::scale ? operand(base, 0) : base;
                    buffer<factor> entries;
                    if (is(inner, kind::product))
                        for (int k = 0; k < (*this)[inner].count; ++k) entries.push({power(operand(inner, k), exponent), one});
                    else entries.push({power(inner, exponent), one});
                    return product(folded, entries);
                }
            }
        }
    } else if (is_number(base, 1)) {
        return base;
    }
    int const operands[] = {base, exponent};
    if (int const simpler = rules_.simplify(*this, *rules_.power, operands); simpler >= 0) return simpler;
    return intern({.what = kind::power, .count = 2, .fn = rules_.power}, operands);
}

/// Numbers fold exactly or not at all: 4^(1/2) is 2, 2^(1/2) stays. -1 where it stays.
constexpr int graph::fold_power(rational base, rational exponent) {
    if (base.is_one()) return number(1);
    if (base.is_zero()) return exponent.is_negative() ? -1 : number(0);
    rational const root = exponent.is_integer() ? base : root_of(base, exponent.denominator());
    rational const folded = root.valid() ? power_of(root, exponent.numerator()) : root;
    return folded.valid() ? number(folded) : -1;
}

constexpr int graph::call(function const& fn, int const* operands) {
    if (int const simpler = rules_.simplify(*this, fn, operands); simpler >= 0) return simpler;
    return intern({.what = kind::call, .count = fn.arity, .fn = &fn}, operands);
}

/// Sums and means over rows are linear: their coefficient stands in front.
constexpr int graph::reduction(function const& fn, int of) {
    node const n = (*this)[of];
    if (n.what == kind::scale) return scale(n.number, reduction(fn, operand(of, 0)));
    if (n.what == kind::number && of != one) return scale(n.number, reduction(fn, one));
    if (int const simpler = rules_.simplify(*this, fn, &of); simpler >= 0) return simpler;
    return intern({.what = kind::reduction, .count = 1, .fn = &fn}, &of);
}

}  // namespace leibniz
