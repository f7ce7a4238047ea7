#pragma once

#include <leibniz/graph/lower.hpp>
#include <leibniz/rules/canonical_form.hpp>

namespace leibniz::inline v0_1 {

/// Prepares a finished graph for evaluation: sums of quotients over powers of one divisor, as the quotient rule leaves them,
/// are brought to one denominator. What cancels there is never computed: for v = u + w,
///   u'/v - u*v'/v^2 = (u'*w - u*w')/v^2,    otherwise    u'/v - u*v'/v^2 = (u' - u*v'/v)/v.
/// Printed formulas never show it.
template <class Graph>
class common_denominators {
public:
    constexpr explicit common_denominators(view of) : of_(of) {
        of_.operand_count = of.node_count > 0 ? of.nodes[of.node_count - 1].first + of.nodes[of.node_count - 1].count : 0;
        for (int i = 0; !any_ && i < of.node_count; ++i) any_ = of.is(i, kind::sum) && is_common(i);
    }
    /// False if nothing is divided by a power: a quick look, because all programs pay for it.
    static constexpr bool are_possible(view const& of) {
        bool squared = false;
        for (node const *n = of.nodes, *end = n + of.node_count; n != end; ++n)
            if (n->what == kind::power) squared = squared || divides(of, *n) < -1;
        return squared;
    }
    constexpr bool any() const { return any_; }

    constexpr leibniz::result result() const {
        leibniz::result r{.in = graph(rules), .shared = of_.shared};
        buffer<int> place = imported(r.in, of_);
        for (int i = 0; i < of_.node_count; ++i) {
            node const& n = of_[i];
            bool moved = false;
            buffer<int> operands;
            for (int k = 0; k < n.count; ++k) {
                operands.push(place[of_.operand(i, k)]);
                moved = moved || operands[k] != of_.operand(i, k);
            }
            if (moved) place[i] = n.keeps_form() ? reformed(r.in, n, place) : rebuilt(r.in, n, operands);
            if (r.in.is(place[i], kind::sum)) place[i] = gathered(r.in, place[i]);
        }
        for (int k = 0; k < of_.root_count; ++k) r.roots.push(place[of_.roots[k]]);
        return r;
    }

private:
    /// A product as it was written, of what has become of its factors.
    static constexpr int reformed(Graph& g, node const& n, buffer<int> const& place) {
        g.form_products(product_formation::written);
        int const result =
            n.formed == product_formation::power ? g.power(place[n.left], place[n.right]) : g.multiply(place[n.left], place[n.right]);
        g.form_products(product_formation::derived);
        return result;
    }

    /// coefficient * base / divisor^power
    struct quotient {
        rational coefficient{1};
        int base = 0;
        long long power = 0;
    };
    using quotients = buffer<quotient>;

    /// The exponent of a power that divides; else 0.
    template <class Nodes>
    static constexpr rational divides(Nodes const& g, node const& n) {
        if (n.what != kind::power) return 0;
        node const &e = g[operand_of(g, n, 1)], &base = g[operand_of(g, n, 0)];
        if (base.what == kind::call && detail::is_length(*base.fn)) return 0;
        return e.what == kind::number && e.number.is_negative() && e.number.is_integer() ? e.number : rational(0);
    }
    static constexpr int operand_of(view const& g, node const& n, int k) { return g.operands[n.first + k]; }
    static constexpr int operand_of(Graph const& g, node const& n, int k) { return g.operands()[n.first + k]; }

    /// How often node i, a product or a power, is divided by `divisor`; for -1 the most that it is divided by anything,
    /// which then is the divisor.
    template <class Nodes>
    static constexpr long long times(Nodes const& g, int i, int& divisor) {
        if (g.is(i, kind::scale)) i = g.operand(i, 0);
        if (g[i].keeps_form() && g[i].formed != product_formation::differentiated) return 0;  // as it was written
        bool const only_sums = g[i].keeps_form();                                             // where something may cancel
        long long most = 0;
        bool const wanted = divisor >= 0, product = g.is(i, kind::product);
        for (int k = 0; k < (product ? g[i].count : 1); ++k) {
            node const& factor = g[product ? g.operand(i, k) : i];
            long long const by = -divides(g, factor).numerator();
            if (by <= most || (wanted && operand_of(g, factor, 0) != divisor)) continue;
            if (only_sums && !g.is(operand_of(g, factor, 0), kind::sum)) continue;
            most = by;
            if (!wanted) divisor = operand_of(g, factor, 0);
        }
        return most;
    }
    /// Whether two terms are divided by the same, one of them by a power of it.
    constexpr bool is_common(int sum) const {
        for (int k = 0; k < of_[sum].count; ++k) {
            int divisor = -1;
            if (times(of_, of_.operand(sum, k), divisor) < 2) continue;
            for (int j = 0; j < of_[sum].count; ++j)
                if (j != k && times(of_, of_.operand(sum, j), divisor) > 0) return true;
        }
        return false;
    }

    static constexpr int gathered(Graph& g, int i) {
        buffer<int> done;  // divisors
        for (int rounds = 0; rounds < 8 && g.is(i, kind::sum); ++rounds) {
            int divisor = -1;
            for (int k = 0; k < g[i].count && divisor < 0; ++k) {
                int by = -1;
                if (times(g, g.operand(i, k), by) < 2) continue;
                for (int j = 0; j < g[i].count; ++j)
                    if (j != k && times(g, g.operand(i, j), by) > 0) divisor = by;
                for (int known : done)
                    if (known == by) divisor = -1;
            }
            if (divisor < 0) return i;
            done.push(divisor);
            i = over(g, i, divisor);
        }
        return i;
    }

    /// The sum i with all that is divided by `divisor` over it.
    static constexpr int over(Graph& g, int i, int divisor) {
        buffer<summand> others;
        quotients all;
        for (int k = 0; k < g[i].count; ++k) {
            int const term = g.operand(i, k), base = g.without_coefficient(term);
            rational const coefficient = g.is(term, kind::scale) ? g[term].number : rational(1);
            long long const by = times(g, base, divisor);
            if (by == 0) others.push({1, term});
            else all.push({coefficient, g.multiply(base, g.power(divisor, g.number(by))), by});
        }
        while (g.is(divisor, kind::sum) && cancel(g, all, divisor)) {}
        bool const one = all.size() == 1;
        buffer<summand> inside;
        while (!all.empty()) inside.push({1, next_quotient(g, all, divisor, one ? 0 : 1)});
        int const whole = g.sum(inside);
        others.push({1, one ? whole : g.multiply(whole, g.power(divisor, g.number(-1)))});
        return g.sum(others);
    }

    /// The first of all quotients, times a power of the divisor, with what can be divided together with it; taken out.
    static constexpr int next_quotient(Graph& g, quotients& all, int divisor, long long times) {
        long long const power = all[0].power;
        buffer<summand> together;
        quotients rest;
        for (int k = 0; k < all.size(); ++k) {
            bool const with_first =
                k == 0 || (all[k].power == power && power > times && is_single(g, all[0].base) && is_single(g, all[k].base));
            if (with_first) together.push({all[k].coefficient, all[k].base});
            else rest.push(all[k]);
        }
        all = rest;
        return g.multiply(g.sum(together), g.power(divisor, g.number(times - power)));
    }
    /// Whether it is one factor, which is as large as the model made it: products may leave the range before they are divided.
    static constexpr bool is_single(Graph const& g, int i) { return !g.is(i, kind::product) && !g.is(i, kind::power); }

    /// a/v^(k-1) + b/v^k, where a term of a*v and one of b are alike and of opposite sign: over v^k, with them added up.
    static constexpr bool cancel(Graph& g, quotients& all, int divisor) {
        for (int i = 0; i < all.size(); ++i)
            for (int j = 0; j < all.size(); ++j) {
                if (all[j].power - 1 != all[i].power) continue;
                if (try_without(g, all, i, j, divisor, -1)) return true;
                for (int k = 0; k < factors(g, all[j].base); ++k)
                    if (int const s = factor(g, all[j].base, k); g.is(s, kind::sum) && try_without(g, all, i, j, divisor, s)) return true;
            }
        return false;
    }
    static constexpr int factors(Graph const& g, int i) { return g.is(i, kind::product) ? g[i].count : 1; }
    static constexpr int factor(Graph const& g, int i, int k) { return g.is(i, kind::product) ? g.operand(i, k) : i; }

    /// The same where `inner`, a sum, is the factor of b that is opened, or -1.
    static constexpr bool try_without(Graph& g, quotients& all, int i, int j, int divisor, int inner) {
        quotient const a = all[i], b = all[j];
        int const rest = inner < 0 ? b.base : g.divide(b.base, inner);
        buffer<summand> of_a, of_b, alike;  // what stays of the divisor, and of the inner sum; what was alike
        for (int k = 0; inner >= 0 && k < g[inner].count; ++k) of_b.push({1, g.operand(inner, k)});
        if (inner < 0) of_b.push({1, graph::one});
        for (int k = 0; k < g[divisor].count; ++k) {
            int const part = g.operand(divisor, k), in_a = g.multiply(a.base, part);
            bool found = false;
            for (summand& s : of_b) {
                if (found || s.coefficient.is_zero()) continue;
                int const in_b = g.multiply(rest, s.base);
                if (g.without_coefficient(in_a) != g.without_coefficient(in_b)) continue;
                rational const x = a.coefficient * coefficient(g, in_a), y = b.coefficient * coefficient(g, in_b);
                if (!(x + y).valid() || x.is_negative() == y.is_negative() ||
                    (x + y != rational(0) && joins_powers(g, g.without_coefficient(in_a), a.base, part)))
                    continue;
                alike.push({x + y, g.without_coefficient(in_a)});
                s.coefficient = 0;
                found = true;
            }
            if (!found) of_a.push({1, part});
        }
        if (alike.empty() ||
            (of_a.size() == 1 && joins_powers(g, g.without_coefficient(g.multiply(a.base, of_a[0].base)), a.base, of_a[0].base)))
            return false;
        quotients result;
        for (int k = 0; k < all.size(); ++k)
            if (k != i && k != j) result.push(all[k]);
        long long const power = b.power;
        if (!of_a.empty()) enter(g, result, a.coefficient, g.multiply(a.base, g.sum(of_a)), power);
        buffer<summand> left;
        for (summand const& s : of_b)
            if (!s.coefficient.is_zero()) left.push(s);
        if (!left.empty()) enter(g, result, b.coefficient, g.multiply(rest, g.sum(left)), power);
        for (summand const& s : alike) enter(g, result, s.coefficient, s.base, power);
        for (quotient const& q : result)
            if (!q.coefficient.valid()) return false;  // beyond 64 bits
        all = result;
        return true;
    }
    /// Whether a product of two has made one power of two of variable exponent, which leaves the range before they do.
    static constexpr bool joins_powers(Graph const& g, int product, int a, int b) {
        for (int k = 0; k < factors(g, product); ++k) {
            int const f = factor(g, product, k);
            bool found = !g.is(f, kind::power) || g.is(g.operand(f, 1), kind::number);
            for (int side : {a, b})
                for (int j = 0; !found && j < factors(g, side); ++j) found = factor(g, side, j) == f;
            if (!found) return true;
        }
        return false;
    }
    static constexpr rational coefficient(Graph const& g, int i) {
        return g.is(i, kind::scale) ? g[i].number : g.is(i, kind::number) ? g[i].number : rational(1);
    }
    static constexpr void enter(Graph const& g, quotients& to, rational c, int base, long long power) {
        c = c * coefficient(g, base);
        if (!c.is_zero()) to.push({c, g.is(base, kind::number) ? graph::one : g.without_coefficient(base), power});
    }

    view of_;
    bool any_ = false;
};

}  // namespace leibniz::inline v0_1
