#pragma once

#include <leibniz/algebra/polynomial_division.hpp>

namespace leibniz::inline v0_1 {

/// base^exponent, a factor; bases are polynomials without common factors of their terms, known by their numbers.
struct base_power {
    int base = 0, exponent = 0;
    friend constexpr bool operator==(base_power, base_power) = default;
};

/// A quotient of polynomials; the denominator is a product of bases, exponents above 0, sorted. (Monomials divide the terms
/// above: exponents there may be negative.)
struct fraction {
    polynomial over{};
    buffer<base_power> under{};

    constexpr bool is_number() const { return under.empty() && over.is_number(); }
};

/// coefficient * monomial * bases, the exponents of both of any sign.
struct factored {
    rational coefficient = 1;
    int monomial = monomials::one;
    buffer<base_power> bases{};
};

/// Exact arithmetic of quotients of polynomials.
class fraction_field : public polynomial_division {
public:
    using polynomial_division::polynomial_division;
    using polynomial_ring::number;
    using polynomial_ring::product;
    using polynomial_ring::sum;
    using polynomial_ring::vanishes;

    constexpr polynomial const& base(int b) const { return bases_[b]; }
    /// The number of p as a base, whatever divides it.
    constexpr int undivided_base(polynomial const& p) {
        for (int b = 0; b < bases_.size(); ++b)
            if (bases_[b] == p) return b;
        bases_.push(p);
        return bases_.size() - 1;
    }

    constexpr fraction whole(polynomial p) const { return {static_cast<polynomial&&>(p), {}}; }
    constexpr fraction constant(rational value) const { return whole(number(value)); }
    constexpr fraction negative(fraction f) {
        f.over = scaled(static_cast<polynomial&&>(f.over), -1);
        return f;
    }

    constexpr fraction sum(fraction const& a, fraction const& b, rational times = 1) {
        if (a.under.empty() && b.under.empty()) return whole(polynomial_ring::sum(a.over, b.over, times));
        buffer<base_power> common, missing_a, missing_b;
        int i = 0, j = 0;
        while (i < a.under.size() || j < b.under.size()) {
            bool const left = j == b.under.size() || (i < a.under.size() && a.under[i].base <= b.under[j].base);
            bool const right = i == a.under.size() || (j < b.under.size() && b.under[j].base <= a.under[i].base);
            int const of = left ? a.under[i].base : b.under[j].base;
            int const m = left ? a.under[i++].exponent : 0, n = right ? b.under[j++].exponent : 0;
            common.push({of, m < n ? n : m});
            if (m < n) missing_a.push({of, n - m});
            if (n < m) missing_b.push({of, m - n});
        }
        polynomial const above = polynomial_ring::sum(times_bases(a.over, missing_a), times_bases(b.over, missing_b), times);
        return cancelled(above, common);
    }
    constexpr fraction product(fraction const& a, fraction const& b) {
        if (a.under.empty() && b.under.empty()) return whole(product(a.over, b.over));
        buffer<base_power> under;
        merge(under, a.under, 1);
        merge(under, b.under, 1);
        return cancelled(product(a.over, b.over), under);
    }
    /// 1/a; gives up for a = 0.
    constexpr fraction inverse(fraction const& a) {
        if (a.over.is_zero() || vanishes(a.over)) {
            give_up();
            return {};
        }
        factored f = factors_of(a.over);
        fraction result = whole(monomial(products().power(f.monomial, -1), rational(1) / f.coefficient));
        result.over = times_bases(reduced(result.over), a.under);
        return cancelled(result.over, f.bases);
    }
    constexpr fraction quotient(fraction const& a, fraction const& b) { return product(a, inverse(b)); }
    constexpr fraction power(fraction const& f, long long exponent) {
        if (exponent < 0) return inverse(power(f, -exponent));
        fraction result = whole(polynomial_ring::power(f.over, exponent));
        for (base_power u : f.under) {
            if (exponent > 10'000 || u.exponent > 10'000) {
                give_up();
                return {};
            }
            result.under.push({u.base, u.exponent * static_cast<int>(exponent)});
        }
        if (exponent == 0) result.under.clear();
        return result;
    }

    constexpr bool vanishes(fraction const& f) { return vanishes(f.over); }
    constexpr bool same(fraction const& a, fraction const& b) {
        if (a.over == b.over && a.under.size() == b.under.size()) {
            bool all = true;
            for (int k = 0; k < a.under.size(); ++k) all = all && a.under[k] == b.under[k];
            if (all) return true;
            // Two single terms that are reduced are the same or not.
            if (a.over.is_single() && b.over.is_single() && a.under.empty() && b.under.empty() && is_reduced(a.over) && is_reduced(b.over))
                return false;
        }
        return vanishes(sum(a, b, -1));
    }

    /// A polynomial that is not 0 as a product.
    constexpr factored factors_of(polynomial const& p) {
        factored result;
        result.monomial = common_monomial(p);
        polynomial rest = shifted(p, 1, products().power(result.monomial, -1));
        rational content = rest.terms[0].coefficient;
        for (polynomial_term const& t : rest.terms) content = common_divisor(content, t.coefficient);
        for (polynomial_term const& t : rest.terms)
            if (!(t.coefficient / content).valid()) content = 1;
        if (leading(rest).coefficient.is_negative() != content.is_negative()) content = -content;
        result.coefficient = content;
        rest = scaled(static_cast<polynomial&&>(rest), rational(1) / content);
        buffer<base_power> found;
        divide_by_bases(rest, found);
        if (!rest.is_number() && !gave_up()) {  // what is left is a base of its own, or the square of one
            polynomial const root = square_root(rest);
            if (root.is_zero()) found.push({undivided_base(rest), 1});
            else found.push({undivided_base(root), 2});
            rest = number(1);
        }
        sort(found.begin(), found.size(), [](base_power a, base_power b) { return a.base < b.base; });
        for (base_power f : found) {
            if (!result.bases.empty() && result.bases.back().base == f.base) result.bases.back().exponent += f.exponent;
            else result.bases.push(f);
        }
        if (rest.is_number()) result.coefficient *= rest.number();
        return result;
    }
    constexpr factored factors_of(fraction const& f) {
        factored result = factors_of(f.over);
        merge(result.bases, f.under, -1);
        return result;
    }
    static constexpr void merge(buffer<base_power>& into, buffer<base_power> const& more, int times) {
        buffer<base_power> const before = into;
        into.clear();
        int i = 0, j = 0;
        while (i < before.size() || j < more.size()) {
            if (j == more.size() || (i < before.size() && before[i].base < more[j].base)) into.push(before[i++]);
            else if (i == before.size() || more[j].base < before[i].base) into.push({more[j].base, times * more[j].exponent}), ++j;
            else {
                if (int const e = before[i].exponent + times * more[j].exponent; e != 0) into.push({before[i].base, e});
                ++i, ++j;
            }
        }
    }
    /// p times bases with exponents above 0
    constexpr polynomial times_bases(polynomial p, buffer<base_power> const& factors) {
        for (base_power f : factors) p = product(p, polynomial_ring::power(bases_[f.base], f.exponent));
        return p;
    }

private:
    /// Divides p by those known bases that divide it; by itself only if no other one does.
    constexpr void divide_by_bases(polynomial& p, buffer<base_power>& found) {
        for (int round = 0; round < 2; ++round)
            for (int b = 0; b < bases_.size() && !p.is_number() && !gave_up(); ++b) {
                bool const itself = p == bases_[b];
                if (itself) {
                    if (round == 0) continue;
                    found.push({b, 1});
                    p = number(1);
                    return;
                }
                if (round == 1) continue;
                int times = 0;
                for (polynomial q = exact_quotient(p, bases_[b]); !q.is_zero(); q = exact_quotient(p, bases_[b])) {
                    p = q;
                    ++times;
                    if (p.is_number()) break;
                }
                if (times > 0) found.push({b, times});
            }
    }

    /// over/under, without those bases that divide what is above.
    constexpr fraction cancelled(polynomial const& over, buffer<base_power> const& under) {
        fraction result{over, {}};
        if (over.is_zero()) return result;
        for (base_power u : under) {
            while (u.exponent > 0 && !gave_up()) {
                int const m = common_monomial(result.over);
                polynomial const plain = shifted(result.over, 1, products().power(m, -1)), q = exact_quotient(plain, bases_[u.base]);
                if (q.is_zero()) break;
                result.over = shifted(q, 1, m);
                --u.exponent;
            }
            if (u.exponent > 0) result.under.push(u);
        }
        return result;
    }

    buffer<polynomial> bases_;
};

}  // namespace leibniz::inline v0_1
