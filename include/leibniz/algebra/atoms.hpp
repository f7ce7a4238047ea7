#pragma once

#include <leibniz/algebra/fraction.hpp>
#include <leibniz/algebra/signs.hpp>
#include <leibniz/graph/function.hpp>

namespace leibniz::inline v0_1::proving {

/// What an atom of a normal form stands for. Where it is not said otherwise, it is a function of the atom, base or prime `of`.
enum class atom_kind : unsigned char {
    symbol,          // by name
    column,          // by name; it varies from row to row
    call,            // of a function and its operands
    exponential,     // e to the power of operands[0], a monomial divided by bases
    cosine,          // of operands[0], of that kind too
    sine,            // likewise
    prime,           // a prime number, or one that was not factored
    base_value,      // base itself
    root_base,       // base itself, of which a root is taken: not negative where the formula is defined
    magnitude,       // |atom|
    base_magnitude,  // |base|
    logarithm,       // log|atom|
    base_logarithm,  // log|base|
    prime_logarithm,
    sign,      // the sign of the atom, of -1 where `of` is negative, to the power of operands[0], a product of whole atoms
    base_sign  // likewise of the base
};

struct atom {
    atom_kind what = atom_kind::symbol;
    text_view name{};
    function const* fn = nullptr;
    buffer<fraction> operands{};
    long long of = 0;
    unsigned depends = 0;   // on symbols and columns (on_any), on the row (on_row)
    bool positive = false;  // by its nature, where it is defined
    signed char sign = 0;   // base_magnitude: that of the base, where it is known

    static constexpr unsigned on_any = 1, on_row = 2, on_whole = 4;  // of these, on whole numbers
    constexpr bool is_constant() const { return depends == 0; }
    constexpr bool varies() const { return (depends & on_row) != 0; }
    constexpr bool is_sign() const { return what == atom_kind::sign || what == atom_kind::base_sign; }
    /// True for what has no zeros by its nature.
    constexpr bool never_vanishes() const {
        return what == atom_kind::exponential || what == atom_kind::prime || what == atom_kind::prime_logarithm || is_sign() ||
               (what == atom_kind::call && !detail::signs_of(*fn).may_be_zero());
    }
};

/// The atoms of normal forms, each once, and what is known of their signs.
class atoms : public fraction_field {
public:
    using fraction_field::fraction_field;

    constexpr atom const& operator[](int i) const { return all_[i]; }

    /// `varies`: from row to row. `whole`: it is a whole number.
    constexpr int symbol_atom(text_view name, bool column, bool varies, bool whole) {
        return found_or({.what = column ? atom_kind::column : atom_kind::symbol,
                         .name = name,
                         .depends = atom::on_any | (varies ? atom::on_row : 0u) | (whole ? atom::on_whole : 0u)});
    }
    /// True for symbols and columns that are whole numbers.
    constexpr bool is_whole(int a) const {
        return (all_[a].depends & atom::on_whole) != 0 && (all_[a].what == atom_kind::symbol || all_[a].what == atom_kind::column);
    }
    constexpr int call_atom(function const& fn, buffer<fraction> const& operands) {
        return found_or(
            {.what = atom_kind::call,
             .fn = &fn,
             .operands = operands,
             .depends = fn.meaning == role::reduction ? atom::on_any | (depends_of(operands) & atom::on_whole) : depends_of(operands),
             .positive = detail::signs_of(fn) == detail::positive_sign});
    }
    constexpr int exponential_atom(fraction const& key) {
        return found_or({.what = atom_kind::exponential, .operands = single(key), .depends = depends_of(key), .positive = true});
    }
    constexpr int cosine_atom(fraction const& key) {
        return found_or({.what = atom_kind::cosine, .operands = single(key), .depends = depends_of(key)});
    }
    /// Beside the cosine c of the same angle: its square is 1 - c^2.
    constexpr int sine_atom(fraction const& key) {
        polynomial const c = of_atom(cosine_atom(key), 2);
        return found_or({.what = atom_kind::sine, .operands = single(key), .depends = depends_of(key)}, 2,
                        polynomial_ring::sum(number(1), c, -1));
    }
    /// The sign of an atom, of -1 if it is negative, or of a base, to the power of a product of whole atoms: 1 or -1.
    constexpr int sign_atom(atom_kind kind, long long of, int exponent) {
        polynomial const key = monomial(exponent);
        unsigned depends = depends_of(key);
        if (kind == atom_kind::base_sign) depends |= depends_of(base(static_cast<int>(of)));
        else if (of >= 0) depends |= all_[static_cast<int>(of)].depends;
        return found_or({.what = kind, .operands = single(whole(key)), .of = of, .depends = depends}, 2, number(1));
    }
    constexpr int prime_atom(long long p) { return found_or({.what = atom_kind::prime, .of = p, .positive = true}, 1, number(p)); }
    constexpr int prime_logarithm_atom(long long p) { return found_or({.what = atom_kind::prime_logarithm, .of = p, .positive = true}); }

    constexpr int base_value_atom(int b) { return found_or({.what = atom_kind::base_value, .of = b, .depends = depends_of(base(b))}); }
    constexpr int logarithm_atom(int a) { return found_or({.what = atom_kind::logarithm, .of = a, .depends = all_[a].depends}); }
    constexpr int base_logarithm_atom(int b) {
        return found_or({.what = atom_kind::base_logarithm, .of = b, .depends = depends_of(base(b))});
    }

    constexpr unsigned depends_of(polynomial const& p) const {
        unsigned result = 0;
        for (polynomial_term const& t : p.terms)
            for (atom_power const* f = products().begin(t.monomial); f != products().end(t.monomial); ++f) result |= all_[f->atom].depends;
        return result;
    }
    constexpr unsigned depends_of(fraction const& f) const {
        unsigned result = depends_of(f.over);
        for (base_power u : f.under) result |= depends_of(base(u.base));
        return result;
    }

protected:
    constexpr int found_or(atom const& wanted, rational degree = 0, polynomial const& power = {}) {
        for (int i = 0; i < all_.size(); ++i) {
            spend(8);
            if (is_same(all_[i], wanted)) return i;
        }
        all_.push(wanted);
        return add_atom(degree, power);
    }

private:
    static constexpr buffer<fraction> single(fraction const& f) {
        buffer<fraction> result;
        result.push(f);
        return result;
    }
    constexpr unsigned depends_of(buffer<fraction> const& operands) const {
        unsigned result = 0;
        for (fraction const& f : operands) result |= depends_of(f);
        return result;
    }

    constexpr bool is_same(atom const& known, atom const& wanted) {
        if (known.what != wanted.what || known.of != wanted.of || known.sign != wanted.sign || known.name != wanted.name) return false;
        if (known.what == atom_kind::call && *known.fn != *wanted.fn) return false;
        for (int k = 0; k < known.operands.size(); ++k) {
            if (!same(known.operands[k], wanted.operands[k])) return false;
        }
        return true;
    }

    buffer<atom> all_;
};

}  // namespace leibniz::inline v0_1::proving
