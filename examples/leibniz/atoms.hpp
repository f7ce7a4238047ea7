#pragma once

#include "polynomial.hpp"

#include <leibniz/parse.hpp>

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace tool {

/// An atom: a symbol, a function of fractions, or the root of degree `degree`. If `degree` is not 0, then
/// atom^degree is `power`: sqrt(u)^2 is u, and sin(u)^2 is 1 - cos(u)^2.
struct atom {
    leibniz::function const* fn = nullptr;  // none: a symbol, or a root of operands[0]
    std::string_view name{};
    std::vector<fraction> operands{};
    int degree = 0;
    bool varies = false;  // from row to row
    fraction power{};

    friend bool operator==(atom const& a, atom const& b) {
        return (a.fn == nullptr) == (b.fn == nullptr) && (a.fn == nullptr || *a.fn == *b.fn) && a.name == b.name && a.degree == b.degree &&
               a.operands == b.operands;
    }
};

/// All atoms of a proof, each once, and the arithmetic of fractions that knows their powers.
class atoms {
public:
    /// The number of an atom. An atom's power must be of atoms that are there already.
    int number_of(atom const& a) {
        for (std::size_t i = 0; i < all_.size(); ++i)
            if (all_[i] == a) return static_cast<int>(i);
        if (all_.size() >= 300) throw no_proof();
        all_.push_back(a);
        return static_cast<int>(all_.size()) - 1;
    }
    fraction value_of(atom const& a) { return polynomial(monomial{{number_of(a), 1}}); }
    atom const& operator[](int i) const { return all_[static_cast<std::size_t>(i)]; }

    bool varies(monomial const& m) const {
        for (atom_power const f : m)
            if ((*this)[f.atom].varies) return true;
        return false;
    }
    bool varies(polynomial const& p) const {
        for (auto const& [m, c] : p.terms())
            if (varies(m)) return true;
        return false;
    }
    bool varies(fraction const& f) const { return varies(f.over) || varies(f.under); }

    fraction add(fraction const& a, fraction const& b) {
        if (a.under == b.under) return divide(fraction(a.over + b.over), fraction(a.under));
        return divide(add(multiply(a.over, b.under), multiply(b.over, a.under)), multiply(a.under, b.under));
    }
    fraction multiply(fraction const& a, fraction const& b) {
        if (a.under.is_number() && b.under.is_number()) return scaled(reduced(a.over * b.over), a.under.leading() * b.under.leading());
        return divide(reduced(a.over * b.over), reduced(a.under * b.under));
    }
    fraction divide(fraction const& a, fraction const& b) {
        if (b.over.is_zero()) throw no_proof();
        if (a.under == b.under && !reducible(a.over) && !reducible(b.over)) return {a.over, b.over};
        fraction const n = reduced(a.over * b.under), d = reduced(a.under * b.over);
        if (n.under.is_number() && d.under.is_number()) return {n.over * d.under, n.under * d.over};
        return divide(n, d);
    }
    fraction power(fraction const& base, long long exponent) {
        if (exponent < 0) return divide(fraction(leibniz::rational(1)), power(base, -exponent));
        if (exponent > 1000) throw no_proof();
        fraction result(leibniz::rational(1));
        for (long long k = 0; k < exponent; ++k) result = multiply(result, base);
        return result;
    }
    /// base ^ (p/q) where base is not negative.
    fraction power(fraction const& base, leibniz::rational exponent) {
        if (exponent.is_integer()) return power(base, exponent.numerator());
        if (!exponent.is_fraction() || exponent.denominator() > 1000) throw no_proof();
        auto const degree = static_cast<int>(exponent.denominator());
        atom const root{.operands = {base}, .degree = degree, .varies = varies(base), .power = base};
        return power(value_of(root), exponent.numerator());
    }

private:
    static fraction scaled(fraction const& f, leibniz::rational by) { return by.is_one() ? f : fraction(f.over, f.under * by); }

    bool reducible(atom_power f) const { return (*this)[f.atom].degree > 0 && f.exponent >= (*this)[f.atom].degree; }
    bool reducible(polynomial const& p) const {
        for (auto const& [m, c] : p.terms())
            for (atom_power const f : m)
                if (reducible(f)) return true;
        return false;
    }

    /// The same with every atom^degree replaced.
    fraction reduced(polynomial const& p) {
        if (!reducible(p)) return p;
        if (--allowed_ < 0) throw no_proof();
        polynomial kept;
        fraction result;
        for (auto const& [m, c] : p.terms()) {
            monomial rest;
            fraction replaced(leibniz::rational(1));
            for (atom_power const f : m) {
                int const degree = (*this)[f.atom].degree;
                int const times = degree > 0 ? f.exponent / degree : 0;
                if (f.exponent > times * degree || degree == 0) rest.push_back({f.atom, f.exponent - times * degree});
                fraction const by = (*this)[f.atom].power;  // a copy: multiplying may add atoms
                if (times > 0) replaced = multiply(replaced, power(by, times));
            }
            fraction term = polynomial(rest);
            term = multiply(fraction(term.over * polynomial(c)), replaced);
            result = add(result, term);
        }
        return result;
    }

    std::vector<atom> all_;
    int allowed_ = 20'000;
};

}  // namespace tool
