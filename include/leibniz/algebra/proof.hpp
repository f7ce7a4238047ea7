#pragma once

#include <leibniz/algebra/domains.hpp>
#include <leibniz/algebra/normal_form.hpp>

namespace leibniz {

/// What a proof found. Equal: wherever both formulas are defined. `only_left` are conditions on which the left formula is defined
/// that do not follow from those of the right one and from what is assumed, by their places in its domain, `only_right` likewise:
/// if there are any, the formulas are equal where all of them hold. At the zeros of `left_holes` only the right formula is
/// defined, at those of `right_holes` only the left one.
struct proof {
    bool equal = false;
    bool branches_differ = false;  // choices are defined on unlike conditions: nothing is said
    buffer<int> only_left{}, only_right{}, left_holes{}, right_holes{};
};

/// Proves that two nodes of a graph are equal as functions, or does not; `assumed` are nodes known not to be negative.
template <class Graph = graph>
class prover {
public:
    constexpr prover(Graph& g, buffer<int> const& assumed, bool opens_powers, long long allowed)
        : graph_(g), assumed_(assumed), forms_(g, opens_powers, allowed) {}

    constexpr bool gave_up() const { return forms_.gave_up(); }

    constexpr proof operator()(int left, int right, formula_domain const& of_left, formula_domain const& of_right) {
        proof result;
        for (int i : assumed_) know(i);
        int const assumed = forms_.known_count();

        // Conditions first, without their own help.
        buffer<polynomial> on_left = signs(of_left), on_right = signs(of_right);
        for (polynomial const& p : on_left) forms_.know(p);
        for (polynomial const& p : on_right) forms_.know(p);
        for (int round = 0; round < 4; ++round) {
            forms_.begin_anew();
            fraction const a = forms_(left), b = forms_(right);
            if (forms_.gave_up()) return result;
            result.equal = forms_.same(a, b);
            if (!forms_.has_finer_angles() && (result.equal || round > 0)) break;
        }
        if (!result.equal || forms_.gave_up()) {
            result.equal = false;
            return result;
        }
        find_missing(on_left, on_right, assumed, result.only_left);
        find_missing(on_right, on_left, assumed, result.only_right);
        forms_.forget(assumed);
        for (polynomial const& p : on_left) forms_.know(p);
        for (polynomial const& p : on_right) forms_.know(p);
        int const all = forms_.known_count();
        result.branches_differ = !are_met(of_left, of_right, all) || !are_met(of_right, of_left, all);
        find_holes(of_left, of_right, result.left_holes);
        find_holes(of_right, of_left, result.right_holes);
        return result;
    }

private:
    constexpr void know(int i) {
        fraction const f = forms_(i);
        forms_.know(numerator_of_sign(f));
    }
    /// A polynomial of the same sign: f times the square of what is below it.
    constexpr polynomial numerator_of_sign(fraction const& f) {
        polynomial p = f.over;
        for (base_power u : f.under)
            if (u.exponent % 2 != 0 && !forms_.is_nonnegative(forms_.base(u.base))) p = forms_.product(p, forms_.base(u.base));
        int const m = forms_.common_monomial(p);
        buffer<atom_power> even;
        for (atom_power const* a = forms_.products().begin(m); a != forms_.products().end(m); ++a) {
            if (a->exponent.is_integer()) {
                long long const e = a->exponent.numerator(), kept = e % 2 != 0 ? 1 : 0;
                if (e != kept) even.push({a->atom, rational(kept - e)});
            }
        }
        if (even.empty()) return p;
        return forms_.shifted(p, 1, forms_.products().of(even));
    }
    constexpr buffer<polynomial> signs(formula_domain const& d) {
        buffer<polynomial> result;
        for (condition c : d.positive) {
            fraction const f = forms_(c.about);
            result.push(numerator_of_sign(f));
        }
        return result;
    }
    constexpr void find_missing(buffer<polynomial> const& own, buffer<polynomial> const& others, int assumed, buffer<int>& missing) {
        forms_.forget(assumed);
        for (polynomial const& p : others) forms_.know(p);
        for (int k = 0; k < own.size(); ++k)
            if (!forms_.is_nonnegative(own[k])) missing.push(k);
        for (int k = missing.size() - 1; k >= 0; --k) {  // without those that follow from the rest
            forms_.forget(assumed);
            for (polynomial const& p : others) forms_.know(p);
            for (int m : missing)
                if (m != missing[k]) forms_.know(own[m]);
            if (!forms_.is_nonnegative(own[missing[k]])) continue;
            for (int m = k; m + 1 < missing.size(); ++m) missing[m] = missing[m + 1];
            missing.truncate(missing.size() - 1);
        }
    }
    /// True if conditions in branches are met there, or stand in the other formula, too.
    constexpr bool are_met(formula_domain const& d, formula_domain const& other, int known) {
        for (branch_condition c : d.in_branches) {
            bool same = false;
            for (branch_condition o : other.in_branches) same = same || o == c;
            if (same) continue;
            forms_.forget(known);
            if (c.guard >= 0) know(c.guard);
            if (!forms_.is_nonnegative(numerator_of_sign(forms_(c.about)))) return false;
        }
        return true;
    }
    /// A factor that may be 0: an atom, or a base.
    struct zero {
        bool is_base = false;
        long long of = 0;
    };
    constexpr void add_zeros(polynomial const& p, buffer<zero>& zeros) {
        if (p.is_zero() || p.is_number()) return;
        factored const f = forms_.factors_of(p);
        for (atom_power const* part = forms_.products().begin(f.monomial); part != forms_.products().end(f.monomial); ++part) {
            atom const& of = forms_[part->atom];
            if (part->exponent.is_negative() || of.what == atom_kind::exponential || of.what == atom_kind::prime) continue;
            bool const is_base =
                of.what == atom_kind::base_magnitude || of.what == atom_kind::root_base || of.what == atom_kind::base_value;
            zeros.push({is_base, is_base || of.what == atom_kind::magnitude ? of.of : part->atom});
        }
        for (base_power b : f.bases)
            if (!forms_.has_no_zeros(forms_.base(b.base))) zeros.push({true, b.base});
    }
    static constexpr bool contains(buffer<zero> const& all, zero wanted) {
        for (zero z : all)
            if (z.is_base == wanted.is_base && z.of == wanted.of) return true;
        return false;
    }
    /// The places of those conditions of `a` at whose zeros `b` is defined.
    constexpr void find_holes(formula_domain const& a, formula_domain const& b, buffer<int>& holes) {
        buffer<zero> known;
        for (int i : assumed_) add_zeros(forms_(i).over, known);
        for (int i : b.nonzero) add_zeros(forms_(i).over, known);
        for (condition c : b.positive)
            if (c.what == predicate::positive) add_zeros(forms_(c.about).over, known);
        for (int k = 0; k < a.nonzero.size(); ++k) {
            buffer<zero> zeros;
            add_zeros(forms_(a.nonzero[k]).over, zeros);
            bool any = false;
            for (zero z : zeros) any = any || !contains(known, z);
            if (any) holes.push(k);
            for (zero z : zeros) known.push(z);
        }
    }

    Graph& graph_;
    buffer<int> assumed_;
    normal_form<Graph> forms_;
};

/// A proof, with powers of sums multiplied out, or else with higher ones left whole. It gives up once each takes more than
/// `allowed` statements.
template <class Graph>
constexpr proof prove(Graph& g, int left, int right, formula_domain const& of_left, formula_domain const& of_right,
                      buffer<int> const& assumed, long long allowed) {
    proof const first = prover<Graph>(g, assumed, true, allowed)(left, right, of_left, of_right);
    if (first.equal) return first;
    return prover<Graph>(g, assumed, false, allowed)(left, right, of_left, of_right);
}

}  // namespace leibniz
