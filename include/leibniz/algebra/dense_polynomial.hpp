#pragma once

#include <leibniz/arithmetic/rational.hpp>
#include <leibniz/graph/buffer.hpp>

#include <initializer_list>

namespace leibniz::inline v0_1::detail {

/// The natural numbers that divide |n|, ascending: of a number above 10^6 those up to 1000, and n by each of them.
constexpr buffer<long long> divisors_of(rational n) {
    buffer<long long> all, large;
    long long const of = n.is_negative() ? -n.numerator() : n.numerator();
    for (long long d = 1; d <= 1000 && d <= of / d; ++d) {
        if (of % d != 0) continue;
        all.push(d);
        if (d != of / d) large.push(of / d);
    }
    while (!large.empty()) all.push(large.pop());
    return all;
}

/// A polynomial in one symbol with exact coefficients, the lowest power first; the last one is not 0.
struct dense_polynomial {
    buffer<rational> at{};

    constexpr int degree() const { return at.size() - 1; }
    constexpr void add(int exponent, rational coefficient) {
        while (at.size() <= exponent) at.push(0);
        at[exponent] += coefficient;
    }
    constexpr bool is_valid() const {
        bool all = true;
        for (rational r : at) all = all && r.valid();
        return all;
    }
    constexpr void trim() {
        while (!at.empty() && at.back().is_zero()) at.truncate(at.size() - 1);
    }
    constexpr rational value(rational x) const {
        rational result = 0;
        for (int e = degree(); e >= 0; --e) result = result * x + at[e];
        return result;
    }
    friend constexpr dense_polynomial operator*(dense_polynomial const& a, dense_polynomial const& b) {
        dense_polynomial result;
        if (a.at.empty() || b.at.empty()) return result;
        result.at = buffer<rational>(a.at.size() + b.at.size() - 1);
        for (int i = 0; i < a.at.size(); ++i)
            for (int j = 0; j < b.at.size(); ++j) result.at[i + j] += a.at[i] * b.at[j];
        return result;
    }
    /// Subtracts the multiple of b that leaves a lesser degree; returns it.
    constexpr dense_polynomial divide(dense_polynomial const& b) {
        dense_polynomial quotient;
        if (degree() < b.degree()) return quotient;
        quotient.at = buffer<rational>(degree() - b.degree() + 1);
        for (int k = degree() - b.degree(); k >= 0; --k) {
            rational const c = at[k + b.degree()] / b.at.back();
            quotient.at[k] = c;
            for (int j = 0; j <= b.degree(); ++j) at[k + j] -= c * b.at[j];
        }
        trim();
        return quotient;
    }
    /// Whether this is a multiple of b, the coefficients of all three integers without a common divisor.
    constexpr bool is_multiple_of(dense_polynomial const& b) const {
        dense_polynomial rest = *this;
        for (int k = degree() - b.degree(); k >= 0; --k) {
            rational const c = rest.at[k + b.degree()] / b.at.back();
            if (!c.is_integer()) return false;
            for (int j = 0; j <= b.degree(); ++j) rest.at[k + j] -= c * b.at[j];
        }
        rest.trim();
        return rest.at.empty();
    }

    /// d*x - n, where n/d is a root; none if none is found. Coefficients are integers, the first and the last one not 0.
    constexpr dense_polynomial linear_factor() const {
        buffer<long long> const below = divisors_of(at.back()), above = divisors_of(at[0]);
        dense_polynomial result;
        if (below.size() * above.size() > most_tried) return result;
        for (long long d : below)
            for (long long n : above)
                for (long long const sign : {1, -1}) {
                    if (!value(rational(sign * n, d)).is_zero()) continue;
                    result.add(1, d), result.add(0, -sign * n);
                    if (is_multiple_of(result)) return result;
                    result.at.clear();
                }
        return result;
    }
    /// A factor of second degree, after Kronecker: its values at 0, 1, -1 and 2 divide those of this one, which has no root there.
    constexpr dense_polynomial quadratic_factor() const {
        rational const one = value(1), other = value(-1), two = value(2), most = 1'000'000'000'000'000;
        dense_polynomial result;
        for (rational r : {one, other, at.back(), at[0]})
            if (!r.is_integer() || r.is_zero() || most < r || r < -most) return result;
        buffer<long long> const first = divisors_of(at.back()), last = divisors_of(at[0]), at_one = divisors_of(one);
        if (first.size() * last.size() > most_tried / at_one.size()) return result;
        for (long long a : first)
            for (long long size : last)
                for (long long const c : {size, -size})
                    for (long long sum : at_one)
                        for (long long const s : {sum, -sum}) {
                            long long const b = s - a - c;
                            if (!divides(a - b + c, other) || (two.is_integer() && !divides(4 * a + 2 * b + c, two))) continue;
                            result.add(2, a), result.add(1, b), result.add(0, c);
                            if (is_multiple_of(result)) return result;
                            result.at.clear();
                        }
        return result;
    }

private:
    static constexpr int most_tried = 4000;
    static constexpr bool divides(long long d, rational n) { return d != 0 && n.numerator() % d == 0; }
};

}  // namespace leibniz::inline v0_1::detail
