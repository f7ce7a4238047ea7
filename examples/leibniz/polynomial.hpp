#pragma once

#include <leibniz/arithmetic/rational.hpp>

#include <algorithm>
#include <compare>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

namespace tool {

/// A proof that grows beyond all measure, or needs numbers beyond 64 bits, is given up.
struct no_proof : std::runtime_error {
    no_proof() : std::runtime_error("no proof was found") {}
};

/// What has no inner structure for a polynomial, by its number: a symbol, sin(u), sqrt(u).
struct atom_power {
    int atom = 0, exponent = 0;  // exponent >= 1
    friend auto operator<=>(atom_power, atom_power) = default;
};
using monomial = std::vector<atom_power>;  // sorted by atom; empty: 1

inline monomial product(monomial const& a, monomial const& b) {
    monomial result;
    auto i = a.begin();
    auto j = b.begin();
    while (i != a.end() || j != b.end()) {
        if (j == b.end() || (i != a.end() && i->atom < j->atom)) result.push_back(*i++);
        else if (i == a.end() || j->atom < i->atom) result.push_back(*j++);
        else result.push_back({i->atom, i->exponent + j->exponent}), ++i, ++j;
        if (result.back().exponent > 10'000) throw no_proof();
    }
    return result;
}

/// A sum of exact numbers times monomials.
class polynomial {
public:
    polynomial() = default;
    polynomial(leibniz::rational c) { add({}, c); }  // NOLINT: numbers are polynomials
    explicit polynomial(monomial const& m) { add(m, 1); }

    std::map<monomial, leibniz::rational> const& terms() const { return terms_; }
    bool is_zero() const { return terms_.empty(); }
    bool is_number() const { return is_zero() || (terms_.size() == 1 && terms_.begin()->first.empty()); }
    /// The coefficient of the first monomial in their order.
    leibniz::rational leading() const { return is_zero() ? leibniz::rational(0) : terms_.begin()->second; }

    void add(monomial const& m, leibniz::rational c) {
        auto const place = terms_.try_emplace(m, 0).first;
        place->second += c;
        if (!place->second.valid() || terms_.size() > 2000) throw no_proof();
        if (place->second.is_zero()) terms_.erase(place);
    }
    friend polynomial operator+(polynomial a, polynomial const& b) {
        for (auto const& [m, c] : b.terms_) a.add(m, c);
        return a;
    }
    friend polynomial operator*(polynomial const& a, polynomial const& b) {
        if (a.terms_.size() * b.terms_.size() > 100'000) throw no_proof();
        polynomial result;
        for (auto const& [m, c] : a.terms_)
            for (auto const& [n, d] : b.terms_) result.add(product(m, n), c * d);
        return result;
    }
    friend bool operator==(polynomial const&, polynomial const&) = default;

    /// The largest monomial that divides every term of this and of `common`.
    monomial common_factor(monomial common) const {
        for (auto const& [m, c] : terms_) {
            for (atom_power& f : common) {
                auto const found = std::find_if(m.begin(), m.end(), [&](atom_power g) { return g.atom == f.atom; });
                f.exponent = found == m.end() ? 0 : std::min(f.exponent, found->exponent);
            }
            std::erase_if(common, [](atom_power f) { return f.exponent == 0; });
        }
        return common;
    }
    /// This without a factor that divides every term.
    polynomial without(monomial const& factor) const {
        polynomial result;
        for (auto const& [m, c] : terms_) {
            monomial rest = m;
            for (atom_power& f : rest)
                for (atom_power const g : factor)
                    if (f.atom == g.atom) f.exponent -= g.exponent;
            std::erase_if(rest, [](atom_power f) { return f.exponent == 0; });
            result.add(rest, c);
        }
        return result;
    }

private:
    std::map<monomial, leibniz::rational> terms_;
};

/// A quotient of polynomials. Common factors other than monomials stay, so equal quotients may look different.
struct fraction {
    polynomial over{leibniz::rational(0)}, under{leibniz::rational(1)};

    fraction() = default;
    fraction(polynomial n, polynomial d = leibniz::rational(1)) : over(std::move(n)), under(std::move(d)) {  // NOLINT
        if (under.is_zero()) throw no_proof();
        if (over.is_zero()) {
            under = leibniz::rational(1);
            return;
        }
        monomial const common = over.common_factor(under.common_factor(under.terms().begin()->first));
        if (!common.empty()) over = over.without(common), under = under.without(common);
        leibniz::rational const scale = leibniz::rational(1) / under.leading();
        if (!scale.is_one()) over = over * scale, under = under * scale;
    }
    friend bool operator==(fraction const& a, fraction const& b) {
        return a.under == b.under ? a.over == b.over : a.over * b.under == b.over * a.under;
    }
};

}  // namespace tool
