#pragma once

#include <leibniz/evaluate/program.hpp>

namespace leibniz::inline v0_1 {

/// Computes polynomials by Horner's rule: 1 + 2*x + 3*x^2 as 1 + x*(2 + 3*x). No partial result is larger than the summands, but for
/// their number, none is smaller than what it is multiplied to, and roundings are no more.
template <class View>
class horner_form {
public:
    constexpr explicit horner_form(View of) : of_(of) {}

    /// What sum i is a polynomial in, if the rule saves multiplications; or -1. `needed` marks the powers that are computed anyway.
    template <class Needed>
    constexpr int variable_of(int i, Needed const& needed) const {
        int variable = -1;
        long long highest = 1;
        for (int k = 0; k < of_[i].count; ++k) {
            int const term = unscaled(of_.operand(i, k)), count = factors(term);
            for (int f = 0; f < count; ++f)
                if (int const part = factor(term, f); highest < power_in(part)) highest = power_in(part), variable = of_.operand(part, 0);
        }
        if (variable < 0) return -1;
        monomials const all = monomials_of(i, variable);
        int written = 0, by_rule = 0;
        for (monomial const& m : all)
            if (m.power > 0) written += !m.is_power() + (m.power > 1 && !needed(m.node));
        long long last = 0;
        for (int k = 0; k < all.size() && all[k].power > 0; ++k) {
            long long const gap = all[k].power - (k + 1 < all.size() ? all[k + 1].power : 0);
            if (gap == 0) continue;
            by_rule += k > 0 || !all[k].is_power();
            for (long long bits = gap; gap != last && bits > 1; bits /= 2) by_rule += 1 + static_cast<int>(bits % 2);
            last = gap;
        }
        return by_rule < written ? variable : -1;
    }
    /// Marks what the rule for sum i uses.
    constexpr void need(int i, int variable, buffer<char>& needed) const {
        needed[variable] = 1;
        for (monomial const& m : monomials_of(i, variable))
            if (m.factor >= 0) needed[m.factor] = 1;
    }
    /// Writes sum i; `scaled` multiplies a slot by a number.
    template <class Scaled>
    constexpr int write(program_writer& write, int i, int variable, buffer<int> const& slots, Scaled scaled) const {
        monomials const all = monomials_of(i, variable);
        int total = -1;         // 1
        bool opposite = false;  // what is written is the opposite
        for (int k = 0; k < all.size(); ++k) {
            monomial const& m = all[k];
            bool const negative = m.coefficient.is_negative();
            rational const size = negative ? -m.coefficient : m.coefficient;
            if (k > 0 && m.power < all[k - 1].power)
                total = write.multiply(total, write.power(slots[variable], all[k - 1].power - m.power));
            if (k == 0 && m.is_power()) {
                opposite = negative;
                continue;
            }
            int const next = m.factor >= 0 ? scaled(slots[m.factor], size) : write.constant(size);
            if (k == 0) total = next, opposite = negative;
            else {
                if (total < 0) total = write.constant(1);
                bool const turns = opposite && !negative;
                total = negative == opposite ? write.add(total, next) : turns ? write.subtract(next, total) : write.subtract(total, next);
                opposite = opposite && !turns;
            }
        }
        if (all.back().power > 0) total = write.multiply(total, write.power(slots[variable], all.back().power));
        return opposite ? write.negate(total) : total;
    }

private:
    /// coefficient * factor * variable^power; node is that power.
    struct monomial {
        rational coefficient{1};
        int factor = -1, node = -1;
        long long power = 0;
        constexpr bool is_power() const { return factor < 0 && power > 0 && (coefficient.is_one() || coefficient == rational(-1)); }
        static constexpr bool before(monomial const& first, monomial const& second) { return first.power > second.power; }
    };
    using monomials = buffer<monomial>;

    constexpr int unscaled(int i) const { return of_.is(i, kind::scale) ? of_.operand(i, 0) : i; }
    /// Those that are looked at: longer products are left as they are.
    constexpr int factors(int term) const { return of_.is(term, kind::product) && of_[term].count == 2 ? 2 : 1; }
    constexpr int factor(int term, int k) const { return factors(term) > 1 ? of_.operand(term, k) : term; }
    constexpr bool is_numbered_power(int i) const { return of_.is(i, kind::power) && of_.is(of_.operand(i, 1), kind::number); }
    constexpr long long power_in(int i) const {
        if (!is_numbered_power(i)) return 1;
        rational const exponent = of_[of_.operand(i, 1)].number;
        return exponent.is_integer() ? exponent.numerator() : 0;
    }

    /// By falling power.
    constexpr monomials monomials_of(int i, int variable) const {
        monomials all;
        for (int k = 0; k < of_[i].count; ++k) {
            int const part = of_.operand(i, k), term = unscaled(part), count = factors(term);
            monomial m{of_.is(part, kind::scale) || of_.is(part, kind::number) ? of_[part].number : rational(1)};
            for (int f = 0; f < count && m.power == 0; ++f) {
                int const here = factor(term, f), other = count > 1 ? factor(term, 1 - f) : -1;
                bool const is_variable = here == variable || (is_numbered_power(here) && of_.operand(here, 0) == variable);
                if (is_variable && power_in(here) > 0 && (other < 0 || power_in(other) > 0))
                    m.power = power_in(here), m.factor = other, m.node = here;
            }
            if (m.power == 0 && !of_.is(part, kind::number)) m.factor = term;
            all.push(m);
        }
        sort(all.begin(), all.size(), monomial::before);
        return all;
    }

    View of_;
};

}  // namespace leibniz::inline v0_1
