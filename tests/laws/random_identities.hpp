#pragma once

#include "drawn_formulas.hpp"

#include <utility>

/// Random formulas and other ways of writing them, by identities from textbooks.
namespace random_identities {

/// Draws formulas of one family, writes them in another way, and spoils them.
class author : public drawing {
public:
    using drawing::drawing;

    /// The same, parts of it written in another way: with probability 1/`rarely` at each place.
    int rewritten(int i, int rarely) {
        part p = f_[i];
        for (int part::* side : {&part::a, &part::b, &part::c})
            if (p.*side >= 0 && !((p.what == op::power || p.what == op::to_the) && side == &part::b)) {
                within_ += p.what > op::power ? 1 : 0;
                p.*side = rewritten(p.*side, rarely);
                within_ -= p.what > op::power ? 1 : 0;
            }
        int const copy = f_.of(p);
        return below(rarely) == 0 ? other(copy) : copy;
    }

    /// A formula with one coefficient, sign, exponent or function changed.
    int spoiled(int root) {
        int place = below(size(root));
        return spoiled(root, place);
    }

private:
    bool is_positive(int i) const {
        part const& p = f_[i];
        if (p.what == op::exp || p.what == op::cosh || p.what == op::sigmoid || p.what == op::softplus) return true;
        if (p.what == op::number) return p.n > 0;
        if (p.what == op::add) return (is_positive(p.a) && (is_positive(p.b) || is_even(p.b))) || (is_even(p.a) && is_positive(p.b));
        return (p.what == op::multiply || p.what == op::divide) && is_positive(p.a) && is_positive(p.b);
    }
    bool is_even(int i) const { return f_[i].what == op::power && f_[f_[i].b].d == 1 && f_[f_[i].b].n % 2 == 0; }

    int one() {  // 1, of what this family knows
        int const u = linear();
        switch (of_ == family::mixed ? static_cast<family>(below(4)) : of_) {
            case family::exponential: return below(2) == 0 ? f_.product(f_.call(op::exp, u), f_.call(op::exp, f_.negative(u))) : f_.difference(f_.power(f_.call(op::cosh, u), 2), f_.power(f_.call(op::sinh, u), 2));
            case family::trigonometric: return f_.sum(f_.power(f_.call(op::sin, u), 2), f_.power(f_.call(op::cos, u), 2));
            case family::roots: {
                int const p = positive();
                return f_.quotient(f_.power(f_.call(op::sqrt, p), 2), p);
            }
            default: {
                int const b = f_.sum(f_.number(1), f_.power(f_.symbol(below(3)), 2));
                return f_.quotient(b, b);
            }
        }
    }

    /// A step at a whole number in another way, which holds at the step too.
    int other_step(part const& p) {
        bool const from = p.what == op::where_from, once = below(2) == 0;
        if (p.what == op::sign) return once ? f_.negative(f_.call(op::sign, f_.negative(p.a))) : f_.difference(f_.call(op::step, p.a), f_.call(op::step, f_.negative(p.a)));
        if (p.what == op::step && once) return f_.call(op::where_from, p.a, f_.number(1), f_.number(0));
        if (p.what == op::step) return f_.difference(f_.number(1), f_.call(op::where, f_.negative(p.a), f_.number(1), f_.number(0)));
        if (once) return f_.sum(p.c, f_.call(p.what, p.a, f_.difference(p.b, p.c), f_.number(0)));
        return f_.call(from ? op::where : op::where_from, f_.negative(p.a), p.c, p.b);
    }
    /// u^k in another way.
    int other_power(part const& p) {
        part const base = f_[p.a], by = f_[p.b];
        auto const to = [&](int u, int k) { return f_.call(op::to_the, u, k); };
        if (by.what == op::add && below(2) == 0) return f_.product(to(p.a, by.a), to(p.a, by.b));
        switch (base.what) {
            case op::number: return below(2) == 0 || by.what == op::multiply ? f_.call(op::cos, f_.product(p.b, f_.call(op::pi, -1))) : to(p.a, f_.product(p.b, p.b));
            case op::multiply: return f_.product(to(base.a, p.b), to(base.b, p.b));
            case op::divide: return f_.quotient(to(base.a, p.b), to(base.b, p.b));
            case op::power: return to(base.a, f_.product(base.b, p.b));
            case op::exp: return f_.call(op::exp, f_.product(p.b, base.a));
            case op::abs:
                if (by.what == op::multiply && f_[by.a].n == 2) return to(f_.power(base.a, 2), by.b);
                break;
            default: break;
        }
        switch (below(3)) {
            case 0: return f_.product(to(f_.number(-1), p.b), to(f_.negative(p.a), p.b));
            case 1: return f_.quotient(f_.number(1), to(p.a, f_.negative(p.b)));
            default: return f_.product(p.a, to(p.a, f_.difference(p.b, f_.number(1))));
        }
    }

    int other(int i) {
        part const p = f_[i];
        auto const is = [&](int k, op what) { return f_[k].what == what; };
        if (p.what == op::to_the) return other_power(p);
        if (has(family::whole) && (p.what == op::where || p.what == op::where_from || p.what == op::sign || p.what == op::step)) return other_step(p);
        if (p.what == op::cos && is(p.a, op::multiply) && is(f_[p.a].b, op::pi)) return f_.call(op::to_the, f_.number(-1), f_[p.a].a);
        if (p.what == op::sin && is(p.a, op::add) && is(f_[p.a].a, op::multiply) && is(f_[f_[p.a].a].b, op::pi))
            return f_.product(f_.call(op::to_the, f_.number(-1), f_[f_[p.a].a].a), f_.call(op::sin, f_[p.a].b));
        switch (p.what) {
            case op::multiply:
                if (is(p.b, op::add)) return f_.sum(f_.product(p.a, f_[p.b].a), f_.product(p.a, f_[p.b].b));
                if (is(p.a, op::subtract)) return f_.difference(f_.product(f_[p.a].a, p.b), f_.product(f_[p.a].b, p.b));
                if (is(p.a, op::sin) && is(p.b, op::cos)) {
                    int const u = f_[p.a].a, v = f_[p.b].a;
                    return f_.quotient(f_.sum(f_.call(op::sin, f_.sum(u, v)), f_.call(op::sin, f_.difference(u, v))), f_.number(2));
                }
                if (is(p.a, op::exp) && is(p.b, op::exp)) return f_.call(op::exp, f_.sum(f_[p.a].a, f_[p.b].a));
                if (is(p.a, op::sqrt) && is(p.b, op::sqrt) && is_positive(f_[p.a].a) && is_positive(f_[p.b].a)) return f_.call(op::sqrt, f_.product(f_[p.a].a, f_[p.b].a));
                return f_.product(p.b, p.a);
            case op::power: {
                part const e = f_[p.b];
                if (e.n == e.d) return p.a;
                if (e.n % e.d == 0 && e.d > 1) return f_.power(p.a, e.n / e.d);
                if (e.d == 1 && e.n == 2 && is(p.a, op::add)) {
                    int const u = f_[p.a].a, v = f_[p.a].b;
                    return f_.sum(f_.sum(f_.power(u, 2), f_.product(f_.number(2), f_.product(u, v))), f_.power(v, 2));
                }
                if (e.d == 1 && e.n == 2 && is(p.a, op::sin)) return f_.quotient(f_.difference(f_.number(1), f_.call(op::cos, f_.scaled(2, f_[p.a].a))), f_.number(2));
                if (e.d == 1 && e.n == 2 && is(p.a, op::abs)) return f_.power(f_[p.a].a, 2);
                if (e.d == 1 && e.n == 2 && is(p.a, op::subtract)) return f_.difference(f_.power(f_.sum(f_[p.a].a, f_[p.a].b), 2), f_.scaled(4, f_.product(f_[p.a].a, f_[p.a].b)));
                if (e.d == 1 && e.n == 3) return f_.product(p.a, f_.power(p.a, 2));
                if (e.d != 1) return f_.product(f_.power(p.a, e.n - e.d, e.d), p.a);
                return f_.product(p.a, f_.power(p.a, e.n - 1));
            }
            case op::add:
                if (is(p.a, op::divide) && is(p.b, op::divide)) {
                    part const l = f_[p.a], r = f_[p.b];
                    return f_.quotient(f_.sum(f_.product(l.a, r.b), f_.product(r.a, l.b)), f_.product(l.b, r.b));
                }
                if (is(p.b, op::divide)) return f_.quotient(f_.sum(f_.product(p.a, f_[p.b].b), f_[p.b].a), f_[p.b].b);
                if (is(p.a, op::log) && is(p.b, op::log) && is_positive(f_[p.a].a) && is_positive(f_[p.b].a)) return f_.call(op::log, f_.product(f_[p.a].a, f_[p.b].a));
                return f_.difference(p.b, f_.negative(p.a));
            case op::subtract:
                if (is(p.a, op::power) && is(p.b, op::power) && f_[f_[p.a].b].n == 2 && f_[f_[p.b].b].n == 2 && f_[f_[p.a].b].d == 1 && f_[f_[p.b].b].d == 1)
                    return f_.product(f_.sum(f_[p.a].a, f_[p.b].a), f_.difference(f_[p.a].a, f_[p.b].a));
                return f_.sum(f_.negative(p.b), p.a);
            case op::divide: {
                int const b = f_.sum(f_.number(2), f_.power(f_.symbol(below(3)), 2));
                if (below(2) == 0) return f_.quotient(f_.product(p.a, b), f_.product(p.b, b));
                return f_.product(p.a, f_.power(p.b, -1));
            }
            case op::exp:
                if (is(p.a, op::add)) return f_.product(f_.call(op::exp, f_[p.a].a), f_.call(op::exp, f_[p.a].b));
                if (is(p.a, op::subtract)) return f_.quotient(f_.call(op::exp, f_[p.a].a), f_.call(op::exp, f_[p.a].b));
                if (below(2) == 0) return f_.power(f_.call(op::exp, f_.quotient(p.a, f_.number(2))), 2);
                return below(2) == 0 ? f_.power(f_.call(op::exp, f_.negative(p.a)), -1) : f_.sum(f_.call(op::cosh, p.a), f_.call(op::sinh, p.a));
            case op::sinh: return f_.quotient(f_.difference(f_.call(op::exp, p.a), f_.call(op::exp, f_.negative(p.a))), f_.number(2));
            case op::cosh: return f_.quotient(f_.sum(f_.call(op::exp, p.a), f_.call(op::exp, f_.negative(p.a))), f_.number(2));
            case op::tanh:
                if (below(2) == 0) return f_.difference(f_.scaled(2, f_.call(op::sigmoid, f_.scaled(2, p.a))), f_.number(1));
                return f_.quotient(f_.call(op::sinh, p.a), f_.call(op::cosh, p.a));
            case op::sigmoid:
                if (below(2) == 0) return f_.difference(f_.number(1), f_.call(op::sigmoid, f_.negative(p.a)));
                return f_.quotient(f_.number(1), f_.sum(f_.number(1), f_.call(op::exp, f_.negative(p.a))));
            case op::softplus: return f_.sum(p.a, f_.call(op::softplus, f_.negative(p.a)));
            case op::sin:
                if (is(p.a, op::add) || is(p.a, op::subtract)) {
                    int const u = f_[p.a].a, v = f_[p.a].b, l = f_.product(f_.call(op::sin, u), f_.call(op::cos, v)), r = f_.product(f_.call(op::cos, u), f_.call(op::sin, v));
                    return is(p.a, op::add) ? f_.sum(l, r) : f_.difference(l, r);
                }
                if (below(2) == 0) return f_.product(f_.number(2), f_.product(f_.call(op::sin, half(p.a)), f_.call(op::cos, half(p.a))));
                return f_.call(op::cos, f_.difference(f_.quotient(f_.call(op::pi, -1), f_.number(2)), p.a));
            case op::cos:
                if (is(p.a, op::add)) {
                    int const u = f_[p.a].a, v = f_[p.a].b;
                    return f_.difference(f_.product(f_.call(op::cos, u), f_.call(op::cos, v)), f_.product(f_.call(op::sin, u), f_.call(op::sin, v)));
                }
                if (below(2) == 0) return f_.difference(f_.number(1), f_.scaled(2, f_.power(f_.call(op::sin, half(p.a)), 2)));
                return f_.negative(f_.call(op::cos, f_.sum(p.a, f_.call(op::pi, -1))));
            case op::tan:
                if (below(2) == 0) return f_.quotient(f_.call(op::sin, p.a), f_.call(op::cos, p.a));
                return f_.quotient(f_.difference(f_.number(1), f_.call(op::cos, f_.scaled(2, p.a))), f_.call(op::sin, f_.scaled(2, p.a)));
            case op::log:
                if (is(p.a, op::multiply) && is_positive(f_[p.a].a) && is_positive(f_[p.a].b)) return f_.sum(f_.call(op::log, f_[p.a].a), f_.call(op::log, f_[p.a].b));
                if (is(p.a, op::exp)) return f_[p.a].a;
                return f_.negative(f_.call(op::log, f_.power(p.a, -1)));
            case op::sqrt:
                if (below(2) == 0) return f_.power(p.a, 1, 2);
                return f_.quotient(p.a, f_.call(op::sqrt, p.a));
            case op::cbrt: return below(2) == 0 ? f_.negative(f_.call(op::cbrt, f_.negative(p.a))) : f_.quotient(p.a, f_.power(f_.call(op::cbrt, p.a), 2));
            case op::abs:
                if (below(2) == 0) return f_.call(op::sqrt, f_.power(p.a, 2));
                return below(2) == 0 ? f_.call(op::max, p.a, f_.negative(p.a)) : f_.call(op::where, p.a, p.a, f_.negative(p.a));
            case op::sign: return below(2) == 0 ? f_.quotient(p.a, f_.call(op::abs, p.a)) : f_.call(op::where, p.a, f_.number(1), f_.number(-1));
            case op::relu:
                if (below(2) == 0) return f_.call(op::max, p.a, f_.number(0));
                return below(2) == 0 ? f_.call(op::where, p.a, p.a, f_.number(0)) : f_.quotient(f_.sum(p.a, f_.call(op::abs, p.a)), f_.number(2));
            case op::max:
                if (below(2) == 0) return f_.call(op::where, f_.difference(p.a, p.b), p.a, p.b);
                return f_.quotient(f_.sum(f_.sum(p.a, p.b), f_.call(op::abs, f_.difference(p.a, p.b))), f_.number(2));
            case op::min: return f_.negative(f_.call(op::max, f_.negative(p.a), f_.negative(p.b)));
            case op::where:
                if (below(2) == 0) return f_.sum(p.c, f_.call(op::where, p.a, f_.difference(p.b, p.c), f_.number(0)));
                return f_.call(op::where, f_.negative(p.a), p.c, p.b);
            default: return within_ == 0 && below(2) == 0 ? f_.product(i, one()) : i;
        }
    }
    int half(int a) { return f_.quotient(a, f_.number(2)); }

    int size(int i) const {
        int result = 1;
        for (int side : {f_[i].a, f_[i].b, f_[i].c})
            if (side >= 0) result += size(side);
        return result;
    }
    /// With the part spoiled that stands at a place, counted from the root; what is shared is spoiled once.
    int spoiled(int i, int& place) {
        if (place-- == 0) return spoilt(f_[i]);
        part p = f_[i];
        for (int part::* side : {&part::a, &part::b, &part::c})
            if (p.*side >= 0 && place >= 0) p.*side = spoiled(p.*side, place);
        return f_.of(p);
    }
    int spoilt(part p) {
        auto const as = [&](op what) {
            p.what = what;
            return f_.of(p);
        };
        switch (p.what) {
            case op::number: p.n += p.n == -p.d ? 2 * p.d : p.d; return f_.of(p);  // never 0: what is raised to it would keep no domain
            case op::symbol: p.n = (p.n + 1) % 3; return f_.of(p);
            case op::add: return as(op::subtract);
            case op::subtract: return as(op::add);
            case op::sin: return as(op::cos);
            case op::cos: return as(op::sin);
            case op::exp: return as(op::cosh);
            case op::sinh: return as(op::tanh);
            case op::tanh: return as(op::sigmoid);
            case op::sqrt: return as(op::cbrt);
            case op::cbrt: return as(op::sqrt);
            case op::max: return as(op::min);
            case op::min: return as(op::max);
            case op::abs: return p.a;
            case op::relu: return as(op::abs);
            case op::log: case op::softplus: return f_.scaled(2, f_.of(p));
            case op::where:
                if (has(family::whole) && below(2) == 0) return as(op::where_from);
                std::swap(p.b, p.c);
                return f_.of(p);
            case op::where_from: return as(op::where);
            case op::step: return f_.call(op::where, p.a, f_.number(1), f_.number(0));
            case op::to_the:
                if (below(2) == 0) p.a = f_.negative(p.a);
                else p.b = f_.sum(p.b, f_.number(1));
                return f_.of(p);
            default: return f_.negative(f_.of(p));
        }
    }

    int within_ = 0;  // how many functions
};

}  // namespace random_identities
