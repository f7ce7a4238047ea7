#pragma once

#include <leibniz/parse.hpp>

#include <cmath>
#include <limits>
#include <vector>

namespace tool {

/// A value and how far rounding may have moved it.
struct estimate {
    long double value = 0, error = 0;
};

/// Runs a formula's program in long double with a running error estimate: exact operations by the rules of error
/// propagation, functions by their values at the ends of the operand's interval. A column has one row.
class estimator {
public:
    /// The values of all roots; `value_of` gives those of the variables.
    template <class Values>
    static std::vector<estimate> of(leibniz::program const& p, Values const& value_of) {
        using leibniz::opcode;
        std::vector<estimate> v;
        for (leibniz::instruction const& step : p.code) {
            auto const at = [&](int i) { return v[static_cast<std::size_t>(i)]; };
            estimate next;
            switch (step.op) {
                case opcode::input: next = {value_of(p.variables[step.a].name), 0}; break;
                case opcode::constant: next = rounded(leibniz::detail::fraction<long double>(step.n, step.d), 0); break;
                case opcode::add: next = rounded(at(step.a).value + at(step.b).value, at(step.a).error + at(step.b).error); break;
                case opcode::subtract: next = rounded(at(step.a).value - at(step.b).value, at(step.a).error + at(step.b).error); break;
                case opcode::multiply: next = multiplied(at(step.a), at(step.b)); break;
                case opcode::divide: next = divided(at(step.a), at(step.b)); break;
                case opcode::negate: next = {-at(step.a).value, at(step.a).error}; break;
                case opcode::reduce: next = at(step.a); break;
                case opcode::call: {
                    int const arity = step.fn->arity;  // pi has no operand
                    next = called(*step.fn, arity > 0 ? at(step.a) : estimate(), arity > 1 ? at(step.b) : estimate(),
                                  arity > 2 ? at(step.c) : estimate());
                    break;
                }
            }
            v.push_back(next);
        }
        std::vector<estimate> results;
        for (int const root : p.roots) results.push_back(v[static_cast<std::size_t>(root)]);
        return results;
    }

private:
    static constexpr long double unit = std::numeric_limits<long double>::epsilon();
    static constexpr long double least = std::numeric_limits<long double>::min();

    static estimate rounded(long double value, long double error) { return {value, error + unit * std::fabs(value) + least}; }
    static estimate multiplied(estimate a, estimate b) {
        return rounded(a.value * b.value, std::fabs(a.value) * b.error + std::fabs(b.value) * a.error + a.error * b.error);
    }
    static estimate divided(estimate a, estimate b) {
        long double const value = a.value / b.value, safe = std::fabs(b.value) - b.error;
        if (!(safe > 0)) return {value, std::numeric_limits<long double>::infinity()};
        return rounded(value, (a.error + std::fabs(value) * b.error) / safe);
    }
    /// Functions are trusted to some dozens of roundings.
    static estimate called(leibniz::function const& fn, estimate a, estimate b, estimate c) {
        estimate const operands[] = {a, b, c};
        long double const here[] = {a.value, b.value, c.value};
        long double const value = fn.value(here);
        long double error = 64 * unit * std::fabs(value);
        for (int k = 0; k < fn.arity; ++k) {
            for (long double const side : {-1.0L, 1.0L}) {
                long double beside[] = {a.value, b.value, c.value};
                beside[k] += side * (operands[k].error + unit * std::fabs(beside[k]));
                error += std::fabs(fn.value(beside) - value);  // no number at the edge of the domain: no estimate
            }
        }
        return rounded(value, error);
    }
};

/// A formula that is evaluated only where the text that it was read from has a value: sqrt(x)^2 is x, but of x >= 0 only.
class guarded_formula {
public:
    explicit guarded_formula(leibniz::model const& m) : formula_(m.code()), conditions_(m.finished().in.conditions()), guards_(guards(m)) {}

    /// The value, infinite or no number where there is none.
    template <class Values>
    estimate at(Values const& value_of) const {
        auto const met = estimator::of(guards_, value_of);
        for (int k = 0; k < conditions_.size(); ++k) {
            estimate const u = met[static_cast<std::size_t>(k)];
            bool const either_sign = conditions_[k].what == leibniz::predicate::nonzero;
            if (!((either_sign ? std::fabs(u.value) : u.value) > u.error)) return {std::numeric_limits<long double>::infinity(), 0};
        }
        return estimator::of(formula_, value_of)[0];
    }

private:
    static leibniz::program guards(leibniz::model const& m) {
        std::vector<int> about;
        for (leibniz::condition const c : m.finished().in.conditions()) about.push_back(c.about);
        if (about.empty()) about.push_back(m.finished().roots[0]);  // a program has a root
        leibniz::view of = leibniz::detail::seen(m.finished());
        of.roots = about.data();
        of.root_count = static_cast<int>(about.size());
        of.shared = true;  // a program of several results
        leibniz::program p(of);
        for (leibniz::instruction& step : p.code)
            if (step.op == leibniz::opcode::call) step.fn = &leibniz::valued(*step.fn);
        return p;
    }

    leibniz::program formula_;
    leibniz::buffer<leibniz::condition> conditions_;
    leibniz::program guards_;
};

}  // namespace tool
