#pragma once

#include <leibniz/arithmetic/rational_powers.hpp>
#include <leibniz/graph/decimal_form.hpp>
#include <leibniz/graph/graph.hpp>

// Numbers whose sum or product has no exact form of 64-bit integers stay beside one another: 1e300 + 1, and
// 0.0123456789^40*x.

namespace leibniz::inline v0_1 {

namespace detail {

/// Whether a number is printed as one number, not as a quotient.
constexpr bool is_plain(rational number) { return number.valid() && written_quotient(number).below.is_one(); }

/// The numbers of a product: powers of numbers > 0, no two of which can be written more simply. So no part of them can either,
/// and it does not matter in which order the factors of a printed product are multiplied when it is read.
/// Exponents are numerators of rationals, so -exponent fits; those whose sum is none stay apart.
class unfolded_product {
public:
    struct power {
        rational base;
        long long exponent;
        friend constexpr bool operator==(power, power) = default;
        constexpr bool is_above() const { return exponent > 0; }
        constexpr bool is_number() const { return exponent == 1 || exponent == -1; }
    };

    constexpr void multiply(rational base, rational exponent = 1) {
        if (base.is_negative()) negative_ = negative_ != exponent.is_odd(), base = -base;
        include(base, exponent.numerator());
    }
    /// Brings the numbers into their form; returns the one that stands before the product.
    constexpr rational settle() {
        for (int rounds = 0; rounds < 1000 && simplify(); ++rounds) {}
        rational all = sign();
        for (power const& p : powers_) all = !p.is_number() ? rational(0, 0) : p.is_above() ? all * p.base : all / p.base;
        if (all.valid()) return powers_.clear(), all;
        for (int k = 0; k < powers_.size(); ++k)
            if (rational const first = powers_[k].base; powers_[k].exponent == 1) return remove(k), sign() * first;
        return sign();
    }
    constexpr rational sign() const { return negative_ ? -1 : 1; }
    constexpr buffer<power> const& powers() const { return powers_; }

private:
    /// Includes base^exponent: one number if that fits, or two, as which a fraction is printed. Of 3 and 1/3, 1e300 and 1e-300
    /// one is the base of powers of both.
    constexpr void include(rational base, long long exponent) {
        if (base.is_one() || exponent == 0) return;
        long long const size = exponent < 0 ? -exponent : exponent, side = exponent / size;
        if (rational const whole = power_of(base, exponent); whole.valid()) {
            written_quotient const written(whole);
            bool const inverted = written.above.is_one();
            if (written.below.is_one()) return insert(whole, 1);
            if (inverted && is_plain(written.below)) return insert(written.below, -1);
            include(inverted ? rational(whole.numerator()) : written.above, 1);
            include(inverted ? rational(whole.denominator()) : written.below, -1);
        } else if (rational const fitting = power_of(base, size); fitting.valid()) insert(fitting, side);
        else if (rational const inverse = rational(1) / base; is_plain(inverse) && (!is_plain(base) || base < rational(1)))
            insert(inverse, -exponent);
        else if (rational const root = base.complexity() < many ? rational(0, 0) : root_of(base, 2); root.valid() && size >> 62 == 0)
            include(root, 2 * exponent);
        else insert(base, exponent);
    }
    /// By complexity of the bases.
    constexpr void insert(rational base, long long exponent) {
        if (base.is_one()) return;
        for (int k = 0; k < powers_.size(); ++k) {
            bool const inverse = !base.is_decimal() && powers_[k].base * base == rational(1);
            if (powers_[k].base != base && !inverse) continue;
            rational const known = powers_[k].base, sum = rational(powers_[k].exponent) + rational(inverse ? -exponent : exponent);
            if (!sum.is_integer()) continue;
            remove(k);
            return include(known, sum.numerator());
        }
        powers_.push({base, exponent});
        sort(powers_.begin(), powers_.size(), [](power const& a, power const& b) {
            int const size = a.base.complexity(), other = b.base.complexity();
            return size != other ? size < other : a.base < b.base;
        });
    }
    constexpr void remove(int at) {
        for (int k = at + 1; k < powers_.size(); ++k) powers_[k - 1] = powers_[k];
        powers_.pop();
    }
    /// Replaces two powers; whether that changes anything.
    constexpr bool replace(int i, int j, power a, power b = {1, 1}) {
        buffer<power> const before = powers_;
        remove(j);
        remove(i);
        include(a.base, a.exponent);
        include(b.base, b.exponent);
        bool same = before.size() == powers_.size();
        for (int k = 0; same && k < before.size(); ++k) same = before[k] == powers_[k];
        return !same;
    }

    /// Whether two of the powers could be written more simply, and were.
    constexpr bool simplify() {
        for (int i = 0; i < powers_.size(); ++i)
            for (int j = i + 1; j < powers_.size(); ++j) {
                power const a = powers_[i], b = powers_[j];
                if (b.is_number() ? multiply_number(i, j, a, b) : a.is_number() && multiply_number(i, j, b, a)) return true;
                if (take_out(i, j, a, b) || take_out(i, j, b, a)) return true;
            }
        return false;
    }
    /// Multiplies a power, or number, by a number, where one number is the result; else cancels two numbers.
    constexpr bool multiply_number(int i, int j, power a, power b) {
        bool const same = a.is_above() == b.is_above(), numbers = a.is_number();
        rational product = same ? a.base * b.base : a.base / b.base;
        long long const side = a.is_above() ? 1 : -1, size = a.exponent * side;
        for (long long k = 1; k < size && product.valid(); ++k) product = k < 400 ? product * a.base : rational(0, 0);
        rational const whole = side < 0 ? rational(1) / product : product;
        written_quotient const written(whole);
        bool const one = !whole.valid() || (written.above.is_one() ? is_plain(written.below) : is_plain(whole));
        if (product.valid() && (same || !numbers || one)) return replace(i, j, {product, side});
        if (same || !numbers) return false;
        rational const common = common_divisor(a.base.digits(), b.base.digits());
        power const first{a.base / common, a.exponent}, second{b.base / common, b.exponent};
        return !common.is_one() && first.base.valid() && second.base.valid() && replace(i, j, first, second);
    }
    /// Takes the base of a out of that of b, as often as it divides it: k^2 * 2*k is 2*k^3. Few digits stay where they are:
    /// 2 * 8.314462618^2.
    constexpr bool take_out(int i, int j, power a, power b) {
        int const size = a.base.complexity();
        bool const numbers = a.is_number() && b.is_number();
        if (a.base.digits().is_one() || (size < many && (a.is_number() || !b.is_number())) || (a.exponent == -b.exponent && a.is_number()))
            return false;
        power rest = b;
        for (;;) {
            rational const without = rest.base / a.base;
            if (!without.valid() || !without.is_decimal() || without.complexity() + size > rest.base.complexity() + 1) break;
            rational const sum = rational(a.exponent) + rational(b.exponent);
            if (!sum.is_integer()) break;
            a.exponent = sum.numerator();
            rest.base = without;
        }
        return rest.base != b.base && (!numbers || !power_of(a.base, a.exponent).valid()) && replace(i, j, a, rest);
    }

    static constexpr int many = 24;  // bits
    buffer<power> powers_{};
    bool negative_ = false;
};

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
                numbers[j] = numbers.pop();
                again = true;
            }
    }
    for (int i = 0; i < numbers.size(); ++i)  // only one number can be left where there is a 0
        if (numbers[i].is_zero()) numbers.truncate(0);
}

}  // namespace detail
}  // namespace leibniz::inline v0_1

#include <leibniz/graph/canonical.hpp>  // which needs the functions above, and is needed below

namespace leibniz::inline v0_1 {

constexpr summand graph::as_summand(int i) const { return is(i, kind::scale) ? summand{(*this)[i].number, operand(i, 0)} : summand{1, i}; }
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

/// Brings the numbers of a product into their form: a coefficient, and powers of numbers among the factors. Whether there are
/// such. Beside 1/0 only the sign of numbers is kept, and no other divisor; beside 0/0 nothing.
constexpr bool graph::unfold(rational& coefficient, buffer<rational> const& numbers, buffer<multiplicand>& entries) {
    bool any = !coefficient.valid();
    for (multiplicand const *e = entries.begin(), *end = entries.end(); e != end; ++e)
        if (is(e->base, kind::number)) any = any || is_unfolded(e->base, e->exponent);
    if (!any) return false;
    detail::unfolded_product product;
    if (numbers.empty()) product.multiply(coefficient);
    for (rational number : numbers) {
        if (!number.valid()) return false;
        product.multiply(number);
    }
    spend(2000 * (numbers.size() + 2));
    buffer<multiplicand> kept, by_zero;
    for (multiplicand const& f : entries) {
        if (!is_unfolded(f.base, f.exponent)) kept.push(f);
        else if ((*this)[f.base].number.is_zero()) by_zero.push({f.base, number(-1)});
        else product.multiply((*this)[f.base].number, (*this)[f.exponent].number);
    }
    if (by_zero.empty()) {
        if (coefficient.is_zero()) return false;
        coefficient = product.settle();
        for (auto const& p : product.powers()) kept.push({number(p.base), number(p.exponent)});
    } else {
        if (!coefficient.is_zero()) coefficient = product.sign();
        for (multiplicand const& f : kept)
            if (!coefficient.is_zero() && !(*this)[f.exponent].number.is_negative()) by_zero.push(f);
        kept = by_zero;
    }
    entries = kept;
    sort(entries.begin(), entries.size(), multiplicand::before);
    return !by_zero.empty() || !product.powers().empty();
}

}  // namespace leibniz::inline v0_1
