#pragma once

#include <leibniz/arithmetic/rational.hpp>
#include <leibniz/graph/function.hpp>
#include <leibniz/graph/lookup.hpp>

namespace leibniz::inline v0_1 {

/// atom^exponent, a factor of a monomial; the exponent is not 0.
struct atom_power {
    int atom = 0;
    rational exponent = 1;
    friend constexpr bool operator==(atom_power const&, atom_power const&) = default;
};

/// Products of powers of atoms, each stored once and known by its number. Atoms are numbers, too; what they stand for is not
/// known here. Exponents are any rational numbers: x^(1/2)/y is a monomial.
class monomials {
public:
    static constexpr int one = 0;  // the product of nothing

    constexpr monomials() { of(buffer<atom_power>()); }

    constexpr int size(int m) const { return first_[m + 1] - first_[m]; }
    constexpr atom_power const* begin(int m) const { return all_.begin() + first_[m]; }
    constexpr atom_power const* end(int m) const { return all_.begin() + first_[m + 1]; }

    constexpr rational exponent(int m, int atom) const {
        for (atom_power const* p = begin(m); p != end(m); ++p)
            if (p->atom == atom) return p->exponent;
        return 0;
    }

    /// The number of a product, its factors sorted by their atoms.
    constexpr int of(buffer<atom_power> const& factors) {
        std::uint64_t const hash = hash_of(factors.begin(), factors.size());
        int const known = places_.find(hash, [&](int m) {
            if (size(m) != factors.size()) return false;
            for (int k = 0; k < factors.size(); ++k)
                if (!(begin(m)[k] == factors[k])) return false;
            return true;
        });
        if (known >= 0) return known;
        for (atom_power const& p : factors) overflowed_ = overflowed_ || !p.exponent.valid();
        if (first_.empty()) first_.push(0);
        all_.append(factors.begin(), factors.size());
        first_.push(all_.size());
        int const count = first_.size() - 1;
        places_.push(hash);
        return count - 1;
    }
    constexpr int of(int atom, rational exponent) {
        buffer<atom_power> factor;
        if (!exponent.is_zero()) factor.push({atom, exponent});
        return of(factor);
    }

    constexpr int product(int a, int b) {
        if (a == one || b == one) return a == one ? b : a;
        buffer<atom_power> factors;
        factors.reserve(size(a) + size(b));
        atom_power const *i = begin(a), *j = begin(b);
        while (i != end(a) || j != end(b)) {
            if (j == end(b) || (i != end(a) && i->atom < j->atom)) factors.push(*i++);
            else if (i == end(a) || j->atom < i->atom) factors.push(*j++);
            else {
                if (rational const both = i->exponent + j->exponent; !both.is_zero()) factors.push({i->atom, both});
                ++i, ++j;
            }
        }
        return of(factors);
    }
    constexpr int power(int m, rational exponent) {
        if (exponent.is_one() || m == one) return m;
        buffer<atom_power> factors;
        for (atom_power const* p = begin(m); p != end(m); ++p)
            if (!exponent.is_zero()) factors.push({p->atom, p->exponent * exponent});
        return of(factors);
    }
    constexpr int quotient(int a, int b) { return product(a, power(b, -1)); }

    /// An order that products keep: by the exponent of the first atom in which both differ. Leading terms have the greatest.
    constexpr bool greater(int a, int b) const {
        atom_power const *i = begin(a), *j = begin(b);
        for (; i != end(a) && j != end(b); ++i, ++j) {
            if (i->atom != j->atom) return i->atom < j->atom ? rational(0) < i->exponent : j->exponent.is_negative();
            if (i->exponent != j->exponent) return j->exponent < i->exponent;
        }
        return i != end(a) ? rational(0) < i->exponent : j != end(b) && j->exponent.is_negative();
    }

    constexpr bool overflowed() const { return overflowed_; }

private:
    static constexpr std::uint64_t hash_of(atom_power const* factors, int count) {
        std::uint64_t hash = static_cast<std::uint64_t>(count);
        for (int k = 0; k < count; ++k)
            hash = detail::mix(detail::mix(hash, static_cast<std::uint64_t>(factors[k].atom)), detail::hash_of(factors[k].exponent));
        return hash ^ (hash >> 32);
    }

    buffer<atom_power> all_;
    buffer<int> first_;
    lookup places_;
    bool overflowed_ = false;
};

}  // namespace leibniz::inline v0_1
