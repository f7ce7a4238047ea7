#pragma once

#include <leibniz/algebra/domains.hpp>
#include <leibniz/algebra/normal_form.hpp>
#include <leibniz/algebra/proof.hpp>
#include <leibniz/algebra/signs.hpp>

namespace leibniz::inline v0_1::proving {

/// Proves that two nodes of a graph are equal as functions, or does not, given what is assumed.
template <class Graph = graph>
class prover {
public:
    constexpr prover(Graph& in, assumed_nodes const& assumed, bool opens_powers, long long allowed)
        : graph_(in), signs_(in), assumed_(assumed.nonnegative), whole_(in, assumed.whole), forms_(in, assumed.whole, opens_powers, allowed) {}

    constexpr bool gave_up() const { return forms_.gave_up(); }

    constexpr proof operator()(int left, int right, formula_domain const& of_left, formula_domain const& of_right) {
        proof result;
        bool const sure = of_left.is_sure() && of_right.is_sure() && !has_signs_of_whole(of_left);
        if (left == right && of_left == of_right && sure) {
            result.equal = true;
            return result;
        }
        for (int i : assumed_) know(i);
        for (int i : assumed_)
            if (forms_.is_nonnegative(forms_.scaled(numerator_of_sign(forms_(i)), -1))) return result;
        int const assumed = forms_.known_count();

        // Conditions first, without their own help.
        buffer<known_sign> const on_left = signs(of_left), on_right = signs(of_right);
        if (is_nowhere(on_left) || is_nowhere(on_right)) return result;
        know(on_left);
        know(on_right);
        if (is_nowhere(on_left) || is_nowhere(on_right)) return result;
        for (int round = 0; round < 4; ++round) {
            if (left == right) {
                result.equal = true;
                break;
            }
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
        buffer<known_sign> sure_left = on_left, sure_right = on_right;
        sure_left.truncate(of_left.sure_positive);
        sure_right.truncate(of_right.sure_positive);
        find_missing(on_left, sure_left, sure_right, assumed, result.only_left);
        find_missing(on_right, sure_right, sure_left, assumed, result.only_right);
        forms_.forget(assumed);
        know(on_left);
        know(on_right);
        find_holes(of_left, of_right, result.left_holes, result.left_pieces, result.branches_differ);
        find_holes(of_right, of_left, result.right_holes, result.right_pieces, result.branches_differ);
        int const all = forms_.known_count();
        if (!are_met(of_left, of_right, all) || !are_met(of_right, of_left, all)) result.branches_differ = true;
        return result;
    }

private:
    /// What is not negative, or positive, where a formula is defined.
    struct known_sign {
        polynomial of{};
        bool positive = false;
        polynomial whole{};  // of what is a whole number and positive: less by one, and not negative
    };

    constexpr void know(int i, bool positive = false) {
        know(sign_of(i, positive));
    }
    constexpr known_sign sign_of(int i, bool positive) {
        known_sign s{numerator_of_sign(forms_(i)), positive};
        if (positive) s.whole = forms_.less_by_one(s.of);
        return s;
    }
    constexpr void know(known_sign const& s) { forms_.know(s.whole.is_zero() ? s.of : s.whole); }
    /// True if something of this follows not to be positive: nowhere, or at isolated points.
    constexpr bool is_nowhere(buffer<known_sign> const& all) {
        bool any = false;
        for (known_sign const& s : all) any = any || forms_.is_nonnegative(forms_.scaled(s.of, -1));
        return any;
    }
    constexpr void know(buffer<known_sign> const& all) {
        for (known_sign const& s : all) know(s);
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
                bool const whole = e > 0 && (forms_[a->atom].depends & atom::on_whole) != 0;  // where it is 0 is a piece
                if (e != kept && !whole) even.push({a->atom, rational(kept) - rational(e)});
            }
        }
        if (even.empty()) return p;
        return forms_.shifted(p, 1, forms_.products().of(even));
    }
    constexpr buffer<known_sign> signs(formula_domain const& d) {
        buffer<known_sign> result;
        for (condition c : d.positive) result.push(sign_of(c.about, c.what == predicate::positive));
        return result;
    }
    /// The places of own conditions that do not follow from the sure ones of the other formula; doubtful ones must follow from all that
    /// are sure.
    constexpr void find_missing(buffer<known_sign> const& own, buffer<known_sign> const& sure, buffer<known_sign> const& others,
                                int assumed, buffer<int>& missing) {
        forms_.forget(assumed);
        know(others);
        for (int k = 0; k < own.size(); ++k) {
            if (k == sure.size()) know(sure);
            if (!follows(own[k], others) && (k < sure.size() || !follows(own[k], sure))) missing.push(k);
        }
        for (bool simple : {false, true})  // without those that follow from the rest, the more complicated ones first
            for (int k = 0; k < missing.size();) {
                known_sign const s = own[missing[k]];
                forms_.forget(assumed);
                know(others);
                for (int m : missing)
                    if (m != missing[k]) know(own[m]);
                if (simple != forms_.is_of_one_symbol(s.of) || !follows(s)) {
                    ++k;
                    continue;
                }
                for (int m = k; m + 1 < missing.size(); ++m) missing[m] = missing[m + 1];
                missing.truncate(missing.size() - 1);
            }
    }
    /// True if p > 0, or p >= 0, follows from what is known and from further conditions, isolated points aside.
    constexpr bool follows(known_sign const& wanted, buffer<known_sign> const& others = {}) {
        for (known_sign const& other : others)
            if (other.of == wanted.of && (!wanted.positive || other.positive)) return true;
        if (!wanted.whole.is_zero() && forms_.is_nonnegative(wanted.whole)) return true;
        return forms_.is_nonnegative(wanted.of) && (!wanted.positive || has_isolated_zeros(wanted.of));
    }
    constexpr bool has_isolated_zeros(polynomial const& p) { return forms_.has_thin_zeros(p) && !forms_.has_whole_zeros(p); }
    /// From now on a condition is known to hold, or not to hold.
    constexpr void know_condition(int c, bool holds) {
        if (!graph_.is(c, kind::call)) return;
        function const& fn = *graph_[c].fn;
        int const u = graph_.operand(c, 0), v = fn.arity > 1 ? graph_.operand(c, 1) : u, w = fn.arity > 2 ? graph_.operand(c, 2) : v;
        if (is_row<logical_negation>(fn)) return know_condition(u, !holds);
        if (is_row<choice>(fn)) {
            if (graph_.is_number(v, 0) && graph_.is_number(w, 1)) know_condition(u, !holds);
            return;
        }
        if ((is_row<logical_conjunction>(fn) && holds) || (is_row<logical_disjunction>(fn) && !holds)) {
            know_condition(u, holds);
            return know_condition(v, holds);
        }
        bool const less = is_row<less_than>(fn) || is_row<at_most>(fn), greater = is_row<greater_than>(fn) || is_row<at_least>(fn);
        if (!less && !greater) return;
        bool const strict = (is_row<less_than>(fn) || is_row<greater_than>(fn)) == holds;
        if (less == holds) know(graph_.add(v, graph_.scale(-1, u)), strict);
        else know(graph_.add(u, graph_.scale(-1, v)), strict);
    }
    /// True if conditions in branches are met there, or stand in the other formula, too.
    constexpr bool are_met(formula_domain const& d, formula_domain const& other, int known) {
        for (branch_condition c : d.in_branches) {
            if (contains(other.in_branches, c)) continue;
            // What holds in this branch alone must not stay in any form.
            forms_.forget(known);
            forms_.begin_anew();
            know_condition(c.guard, true);
            bool const met = forms_.is_nonnegative(numerator_of_sign(forms_(c.about)));
            forms_.begin_anew();
            if (!met || forms_.gave_up()) return false;
        }
        for (branch_condition c : d.nonzero_in_branches) {
            if (contains(other.nonzero_in_branches, c)) continue;
            forms_.forget(known);
            polynomial const p = forms_(c.about).over;
            if (forms_.is_on_whole(p)) know_condition(c.guard, true);
            bool const isolated = has_isolated_zeros(p);
            forms_.begin_anew();
            if (!isolated) return false;
        }
        forms_.forget(known);
        return !forms_.gave_up();
    }
    static constexpr bool contains(buffer<branch_condition> const& all, branch_condition wanted) {
        for (branch_condition c : all)
            if (c == wanted) return true;
        return false;
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
            if (part->exponent.is_negative() || of.never_vanishes()) continue;
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
    /// What is not 0: u where sign(u) is. An even power of sign(u) became 1, which it is not at 0.
    constexpr int not_zero(int i) const { return detail::is_call<signum>(graph_, i) ? graph_.operand(i, 0) : i; }
    constexpr bool is_sign_of_whole(int i) const { return detail::is_call<signum>(graph_, i) && whole_.occur_in(i); }
    constexpr bool has_signs_of_whole(formula_domain const& d) const {
        bool any = false;
        for (int i : d.nonzero) any = any || is_sign_of_whole(i);
        return any;
    }
    constexpr polynomial polynomial_of(zero z) {
        if (z.is_base) return forms_.base(static_cast<int>(z.of));
        return forms_.of_atom(static_cast<int>(z.of));
    }
    /// The places of those conditions of `a` at whose zeros `b` is defined: isolated ones, and of whole numbers. Neither are
    /// pieces unless `differ` is set.
    constexpr void find_holes(formula_domain const& a, formula_domain const& b, buffer<int>& holes, buffer<int>& pieces, bool& differ) {
        buffer<zero> known, sure;  // zeros at which b has no value either, or which are not assumed
        for (int i : assumed_)
            if (!forms_.is_on_whole(forms_(i).over)) add_zeros(forms_(i).over, sure);
        for (int k = 0; k < b.nonzero.size(); ++k)
            add_zeros(forms_(not_zero(b.nonzero[k])).over, k < b.sure_nonzero && !is_sign_of_whole(b.nonzero[k]) ? sure : known);
        for (int k = 0; k < b.positive.size(); ++k)
            if (b.positive[k].what == predicate::positive)
                add_zeros(forms_(b.positive[k].about).over, k < b.sure_positive ? sure : known);
        for (int k = 0; k < a.nonzero.size(); ++k) {
            int const about = not_zero(a.nonzero[k]);
            polynomial const p = forms_(about).over;
            buffer<zero> zeros;
            add_zeros(p, zeros);
            bool const is_sure = k < a.sure_nonzero && !is_sign_of_whole(a.nonzero[k]);
            bool any = false, piece = false, open = false;
            if (!signs_.of(about).is_within(detail::not_zero))
                for (zero z : zeros) {
                    if (is_sure && contains(sure, z)) continue;
                    polynomial const part = polynomial_of(z);
                    bool const whole = forms_.has_whole_zeros(part), of_whole = forms_.is_on_whole(part) && forms_.is_of_whole(part);
                    if (of_whole && !whole) continue;
                    open = true;
                    piece = piece || whole;
                    any = any || !(whole || contains(sure, z) || contains(known, z));
                    differ = differ || (whole && !of_whole);
                }
            if (piece) pieces.push(k);
            else if (any) holes.push(k);
            if (open || p.is_zero()) differ = differ || !forms_.has_thin_zeros(p);
            for (zero z : zeros) sure.push(z);
        }
    }

    Graph& graph_;
    detail::signs_in signs_;
    buffer<int> assumed_;
    whole_nodes<Graph> whole_;
    normal_form<Graph> forms_;
};

/// True if leaving high powers of sums whole makes a difference.
template <class Graph>
constexpr bool has_high_powers(Graph const& g, int count) {
    bool any = false;
    for (int i = 0; i < count; ++i) {
        if (!g.is(i, kind::power) || !g.is(g.operand(i, 1), kind::number)) continue;
        rational const e = g[g.operand(i, 1)].number;
        any = any || (e.is_integer() && (rational(4) < e || e < rational(-4)) && !g.is(g.operand(i, 0), kind::symbol));
    }
    return any;
}

/// A proof, with powers of sums multiplied out, or else with higher ones left whole. It gives up once each takes more than
/// `allowed` statements.
template <class Graph>
constexpr proof prove(Graph& g, int left, int right, formula_domain const& of_left, formula_domain const& of_right,
                      assumed_nodes const& assumed, long long allowed) {
    proof const first = prover<Graph>(g, assumed, true, allowed)(left, right, of_left, of_right);
    if (first.equal || !has_high_powers(g, g.size())) return first;
    return prover<Graph>(g, assumed, false, allowed)(left, right, of_left, of_right);
}

}  // namespace leibniz::inline v0_1::proving
