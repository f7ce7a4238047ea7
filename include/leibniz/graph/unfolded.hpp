#pragma once

#include <leibniz/arithmetic/rational_powers.hpp>
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
    constexpr void multiply(rational base, rational exponent = 1) {
        if (base.is_negative()) negative_ = negative_ != exponent.is_odd(), base = -base;
        valid_ = valid_ && base.valid() && !base.is_zero();
        include(base, exponent);
    }

    /// Brings the numbers into their one order; the more rounds, the less depends on what they were multiplied of.
    constexpr void settle() {
        for (int round = 0; round < 8; ++round) {
            rational const before = coefficient_;
            buffer<rational> const bases = bases_, exponents = exponents_;
            if (round > 0) {
                coefficient_ = 1;
                include(before, 1);
            }
            fold();
            bool same = coefficient_ == before && bases.size() == bases_.size();
            for (int k = 0; same && k < bases.size(); ++k) same = bases[k] == bases_[k] && exponents[k] == exponents_[k];
            if (same) break;
        }
    }

    constexpr bool valid() const { return valid_; }
    constexpr rational coefficient() const { return negative_ ? -coefficient_ : coefficient_; }
    /// The powers that stay: bases > 1 or decimal numbers, exponents not 0.
    constexpr buffer<rational> const& bases() const { return bases_; }
    constexpr buffer<rational> const& exponents() const { return exponents_; }

private:
    /// base^exponent, base > 0; by complexity of the bases.
    constexpr void include(rational base, rational exponent) {
        if (base.is_one() || exponent.is_zero() || !valid_) return;
        if (detail::written_quotient const written(base); !written.below.is_one()) {  // counts as two numbers, as which it is printed
            include(written.above, exponent);
            return include(written.below, -exponent);
        }
        rational const inverse = rational(1) / base;
        for (int k = 0; k < bases_.size(); ++k) {
            if (bases_[k] != base && bases_[k] != inverse) continue;
            exponents_[k] += bases_[k] == base ? exponent : -exponent;
            if (exponents_[k].is_zero()) remove(k);
            return;
        }
        int at = bases_.size();
        bases_.push(base);
        exponents_.push(exponent);
        for (int const size = base.complexity(); at > 0; --at) {
            int const other = bases_[at - 1].complexity();
            if (other < size || (other == size && bases_[at - 1] < base)) break;
            bases_[at] = bases_[at - 1];
            exponents_[at] = exponents_[at - 1];
        }
        bases_[at] = base;
        exponents_[at] = exponent;
    }
    constexpr void remove(int at) {
        for (int k = at + 1; k < bases_.size(); ++k) bases_[k - 1] = bases_[k], exponents_[k - 1] = exponents_[k];
        bases_.pop();
        exponents_.pop();
    }

    /// A number that divides another one, above and below, is cancelled; one of many digits is taken out of others that it
    /// divides: k * 2*k^2 is 2*k^3. Whether there was such a pair.
    constexpr bool reduce_pair() {
        constexpr int many = 24, tolerance = 8;  // bits
        for (int i = 0; i < bases_.size(); ++i)
            for (int j = i + 1; j < bases_.size(); ++j) {
                rational const p = bases_[i], q = bases_[j], of_p = exponents_[i], of_q = exponents_[j];
                if (of_p * of_q == rational(-1)) {
                    rational const above = p.digits(), below = q.digits(), common = common_divisor(above, below);
                    if (common.is_one() || (common != above && common != below)) continue;
                    remove(j);
                    remove(i);
                    include(p / common, of_p);
                    include(q / common, of_q);
                    return true;
                }
                int const size = p.complexity();
                rational const rest = size < many ? rational(0, 0) : q / p;
                if (!rest.valid() || !rest.is_decimal() || rest.complexity() + size > q.complexity() + tolerance) continue;
                remove(j);
                include(p, of_q);
                include(rest, of_q);
                return true;
            }
        return false;
    }
    constexpr void fold() {
        while (reduce_pair()) {}
        for (bool again = true; again;) {
            again = false;
            for (int k = 0; k < bases_.size(); ++k) {
                rational const e = exponents_[k], whole = power_of(bases_[k], e.is_negative() ? -e.numerator() : e.numerator());
                rational const product = e.is_negative() ? coefficient_ / whole : coefficient_ * whole;
                if (product.valid()) {
                    coefficient_ = product;
                    remove(k--);
                    again = true;
                } else if (whole.valid()) {
                    bases_[k] = whole;
                    exponents_[k] = e.is_negative() ? -1 : 1;
                }
            }
        }
        for (int k = 0; k < bases_.size(); ++k)  // 3*k times k^2 is 3*k^3
            for (;;) {
                bool const below = exponents_[k].is_negative();
                rational const without = below ? coefficient_ * bases_[k] : coefficient_ / bases_[k];
                if (!without.valid() || without.complexity() >= coefficient_.complexity()) break;
                coefficient_ = without;
                exponents_[k] += below ? -1 : 1;
            }
    }

    rational coefficient_ = 1;
    bool negative_ = false, valid_ = true;
    buffer<rational> bases_{}, exponents_{};
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
        for (int i = 1; i < numbers.size(); ++i)
            for (int k = i; k > 0 && numbers[k] < numbers[k - 1]; --k) {
                rational const smaller = numbers[k];
                numbers[k] = numbers[k - 1];
                numbers[k - 1] = smaller;
            }
        for (int i = 0; !again && i < numbers.size(); ++i)
            for (int j = i + 1; !again && j < numbers.size(); ++j) {
                rational const sum = numbers[i] + numbers[j];
                if (!sum.valid()) continue;
                numbers[i] = sum;
                numbers[j] = numbers.pop();
                again = true;
            }
    }
    for (int i = 0; i < numbers.size(); ++i)  // only one number can be left where there is a 0
        if (numbers[i].is_zero()) numbers.truncate(0);
}

}  // namespace detail
}  // namespace leibniz

#include <leibniz/graph/canonical.hpp>  // which needs the functions above, and is needed below

namespace leibniz {

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

/// Brings the numbers of a product into their one order: a coefficient, and powers of numbers among the factors. Whether
/// there are such.
constexpr bool graph::unfold(rational& coefficient, buffer<rational> const& numbers, buffer<factor>& entries) {
    bool any = !coefficient.valid();
    for (factor const *e = entries.begin(), *end = entries.end(); e != end; ++e)
        if (is(e->base, kind::number)) any = any || is_unfolded(e->base, e->exponent);
    if (!any) return false;
    detail::unfolded_product product;
    if (numbers.empty()) product.multiply(coefficient);
    for (rational number : numbers) product.multiply(number);
    int kept = 0;
    for (int k = 0; k < entries.size(); ++k) {
        factor const f = entries[k];
        if (is_unfolded(f.base, f.exponent)) product.multiply((*this)[f.base].number, (*this)[f.exponent].number);
        else entries[kept++] = f;
    }
    if (!product.valid()) return false;
    entries.truncate(kept);
    spend(2000 * (numbers.size() + 2));
    product.settle();
    coefficient = product.coefficient();
    for (int k = 0; k < product.bases().size(); ++k) {
        int at = entries.size();
        factor const f{number(product.bases()[k]), number(product.exponents()[k])};
        for (entries.push(f); at > 0 && f.base < entries[at - 1].base; --at) entries[at] = entries[at - 1];
        entries[at] = f;
    }
    return !product.bases().empty();
}

}  // namespace leibniz
