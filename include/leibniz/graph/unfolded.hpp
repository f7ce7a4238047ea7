#pragma once

#include <leibniz/graph/canonical.hpp>  // which calls this in turn: each header brings the other
#include <leibniz/graph/decimal_form.hpp>
#include <leibniz/graph/graph.hpp>

// Numbers whose sum or product has no exact form of 64-bit integers stay beside one another: 1e300 + 1, and
// 0.0123456789^40*x. What stays does not depend on the order in which the numbers came, so that a printed form reads
// back to the node that it was printed from.

namespace leibniz {

namespace detail {

/// The numeric factors of a product: a coefficient, and powers of numbers that cannot be multiplied into it.
class unfolded_product {
public:
    /// base^exponent, base > 0, the exponent no 0.
    struct power {
        rational base;
        long long exponent = 1;
    };

    constexpr void multiply(rational r) {
        if (r.is_negative()) negative_ = !negative_, r = -r;
        valid_ = valid_ && r.valid() && !r.is_zero();
        include(r, 1);
    }
    constexpr void multiply(rational base, long long exponent) {
        if (base.is_negative()) negative_ = negative_ != (exponent % 2 != 0), base = -base;
        include(base, exponent);
    }

    constexpr void settle() {
        for (int round = 0; round < 8; ++round) {
            rational const before = coefficient_;
            int const count = powers_.size();
            buffer<power> old = powers_;
            if (round > 0) {
                coefficient_ = 1;
                multiply(before);
            }
            fold();
            bool same = coefficient_ == before && count == powers_.size();
            for (int k = 0; same && k < count; ++k) same = powers_[k].base == old[k].base && powers_[k].exponent == old[k].exponent;
            if (same) break;
        }
    }

    constexpr bool valid() const { return valid_; }
    constexpr rational coefficient() const { return negative_ ? -coefficient_ : coefficient_; }
    constexpr buffer<power> const& powers() const { return powers_; }

private:
    constexpr void include(rational base, long long exponent) {
        if (base.is_one() || exponent == 0 || !valid_) return;
        if (written_quotient const written(base); !written.below.is_one()) {  // counts as two numbers, as which it is printed
            include(written.above, exponent);
            return include(written.below, -exponent);
        }
        rational const inverse = rational(1) / base;
        for (int k = 0; k < powers_.size(); ++k) {
            if (powers_[k].base != base && powers_[k].base != inverse) continue;
            powers_[k].exponent += powers_[k].base == base ? exponent : -exponent;
            if (powers_[k].exponent == 0) remove(k);
            return;
        }
        powers_.push({base, exponent});
    }
    constexpr void arrange() {
        sort(powers_.begin(), powers_.size(), [](power const& a, power const& b) {
            int const of_a = a.base.complexity(), of_b = b.base.complexity();
            return of_a != of_b ? of_a < of_b : a.base < b.base;
        });
    }
    /// Numbers of many digits that divide others are taken out of them: k * 2*k^2 is 2*k^3.
    constexpr void divide_one_another() {
        constexpr int many = 24, tolerance = 8;  // bits
        for (bool again = true; again;) {
            again = false;
            arrange();
            for (int i = 0; !again && i < powers_.size(); ++i)
                for (int j = i + 1; !again && j < powers_.size(); ++j) {
                    power const p = powers_[i], q = powers_[j];
                    int const size = p.base.complexity();
                    if (size < many) continue;
                    rational const rest = q.base / p.base;
                    if (!rest.valid() || !rest.is_decimal() || rest.complexity() + size > q.base.complexity() + tolerance) continue;
                    remove(j);
                    include(p.base, q.exponent);
                    if (!rest.is_one()) include(rest, q.exponent);
                    again = true;
                }
        }
    }
    /// A number that divides another one, above and below, is cancelled.
    constexpr void cancel() {
        for (bool again = true; again;) {
            again = false;
            for (int i = 0; !again && i < powers_.size(); ++i)
                for (int j = i + 1; !again && j < powers_.size(); ++j) {
                    power const p = powers_[i], q = powers_[j];
                    if (p.exponent * q.exponent != -1) continue;
                    rational const above = p.base.digits(), below = q.base.digits(), common = common_divisor(above, below);
                    if (common.is_one() || (common != above && common != below)) continue;
                    remove(j);
                    remove(i);
                    include(p.base / common, p.exponent);
                    include(q.base / common, q.exponent);
                    again = true;
                }
        }
    }
    constexpr void remove(int at) {
        for (int k = at + 1; k < powers_.size(); ++k) powers_[k - 1] = powers_[k];
        powers_.pop();
    }
    constexpr void fold() {
        cancel();
        divide_one_another();
        for (bool again = true; again;) {
            again = false;
            for (int k = 0; k < powers_.size(); ++k) {
                power const p = powers_[k];
                rational const whole = power_of(p.base, p.exponent > 0 ? p.exponent : -p.exponent);
                rational const product = p.exponent > 0 ? coefficient_ * whole : coefficient_ / whole;
                if (!product.valid()) {
                    if (whole.valid()) powers_[k] = {whole, p.exponent > 0 ? 1 : -1};
                    continue;
                }
                coefficient_ = product;
                remove(k--);
                again = true;
            }
        }
        for (int k = 0; k < powers_.size(); ++k) {  // 3*k times k^2 is 3*k^3
            power& p = powers_[k];
            for (;;) {
                rational const without = p.exponent > 0 ? coefficient_ / p.base : coefficient_ * p.base;
                if (!without.valid() || without.complexity() >= coefficient_.complexity()) break;
                coefficient_ = without;
                p.exponent += p.exponent > 0 ? 1 : -1;
            }
        }
    }

    rational coefficient_ = 1;
    bool negative_ = false, valid_ = true;
    buffer<power> powers_;
};

/// The base of a power of a number that stays as it is: of 3 and 1/3, 1e300 and 1e-300, 8.314 and 1/8.314 one for both.
constexpr bool is_better_inverted(rational base) {
    rational const inverse = rational(1) / base;
    if (!inverse.valid() || !inverse.is_decimal()) return false;
    return !base.is_decimal() || base < rational(1);
}

/// Adds up what can be added; what cannot stays, by size.
constexpr void add_up(buffer<rational>& numbers) {
    for (bool again = true; again;) {
        again = false;
        sort(numbers.begin(), numbers.size(), [](rational a, rational b) { return a < b; });
        for (int i = 0; !again && i < numbers.size(); ++i)
            for (int j = i + 1; !again && j < numbers.size(); ++j) {
                rational const sum = numbers[i] + numbers[j];
                if (!sum.valid()) continue;
                numbers[i] = sum;
                for (int k = j + 1; k < numbers.size(); ++k) numbers[k - 1] = numbers[k];
                numbers.pop();
                again = true;
            }
    }
    for (int i = numbers.size() - 1; i >= 0; --i)
        if (numbers[i].is_zero()) numbers[i] = numbers.back(), numbers.pop();
    sort(numbers.begin(), numbers.size(), [](rational a, rational b) { return a < b; });
}

}  // namespace detail

constexpr summand graph::as_summand(int i) const {
    return is(i, kind::scale) ? summand{(*this)[i].number, operand(i, 0)} : summand{1, i};
}
/// Adds an entry, a constant to the constant: if their exact sum does not fit, to those that stay.
constexpr void graph::add_constant_or(buffer<summand>& merged, summand entry, rational& constant, buffer<rational>& constants) {
    if (!is(entry.base, kind::number)) return merged.push(entry);
    rational const value = (*this)[entry.base].number, product = entry.coefficient * value, both = constant + product;
    if (both.valid() || !value.valid() || !entry.coefficient.valid()) constant = both;
    else if (product.valid()) constants.push(product);
    else merged.push(as_summand(scale(entry.coefficient, entry.base)));
}

/// Multiplies a number into the coefficient, which becomes invalid where it does not fit; `numbers` are all of them, if
/// there are several.
constexpr void graph::multiply_number(rational& coefficient, rational by, buffer<rational>& numbers) {
    if (by.is_one() || coefficient.is_zero()) return;
    if (numbers.empty() && !coefficient.is_one()) numbers.push(coefficient);
    if (!numbers.empty()) numbers.push(by);
    coefficient = by.is_zero() ? by : coefficient * by;
}
/// Whether node i is a number, or a power of one, that stays a factor.
constexpr bool graph::is_unfolded(int i) const {
    if (!is(i, kind::power)) return is(i, kind::number);
    return is_unfolded(operand(i, 0), operand(i, 1));
}
constexpr bool graph::is_unfolded(int base, int exponent) const {
    return is(base, kind::number) && !(*this)[base].number.is_zero() && is(exponent, kind::number) && (*this)[exponent].number.is_integer();
}
/// Brings the numbers of a product into their one order: a coefficient, and powers of numbers among the factors. Whether
/// there are such.
constexpr bool graph::unfold(rational& coefficient, buffer<rational> const& numbers, buffer<factor>& entries) {
    bool any = !coefficient.valid();
    for (factor const *e = entries.begin(), *end = entries.end(); e != end && !any; ++e) any = is_unfolded(e->base, e->exponent);
    if (!any) return false;
    detail::unfolded_product product;
    if (numbers.empty()) product.multiply(coefficient);
    for (rational number : numbers) product.multiply(number);
    int kept = 0;
    for (int k = 0; k < entries.size(); ++k) {
        factor const f = entries[k];
        if (is_unfolded(f.base, f.exponent)) product.multiply((*this)[f.base].number, (*this)[f.exponent].number.numerator());
        else entries[kept++] = f;
    }
    if (!product.valid()) return false;
    entries.truncate(kept);
    spend(300 * (numbers.size() + 2));
    product.settle();
    coefficient = product.coefficient();
    for (auto const& p : product.powers()) entries.push({number(p.base), number(p.exponent)});
    sort(entries.begin(), entries.size(), [](factor const& a, factor const& b) { return a.base < b.base; });
    return !product.powers().empty();
}

}  // namespace leibniz
