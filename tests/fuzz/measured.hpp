#pragma once

#include <leibniz/evaluate/valued.hpp>
#include <leibniz/parse.hpp>

#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

/// A number with a bound of its rounding error, so that two ways of computing it can be compared without false alarm.
/// Not a number where the computation is not well conditioned.
struct measured {
    long double value = 0, error = 0;
    bool known() const { return std::isfinite(value) && std::isfinite(error); }
};

namespace measuring {

inline constexpr long double rounding = 4 * std::numeric_limits<long double>::epsilon();
inline constexpr long double least = 1e-4900L;  // what is lost where a result underflows

inline measured unknown() { return {std::numeric_limits<long double>::quiet_NaN(), 0}; }
inline measured exact(leibniz::rational r) {
    auto const value = leibniz::detail::fraction<long double>(r.numerator(), r.packed());
    return {value, r.is_integer() ? 0 : rounding * std::abs(value)};
}
inline measured sum(measured a, measured b) {
    long double const value = a.value + b.value;
    return {value, a.error + b.error + rounding * std::abs(value)};
}
inline measured negated(measured a) { return {0 - a.value, a.error}; }  // numbers are real: 0 has no sign
inline measured product(measured a, measured b) {
    if (!a.known() || !b.known()) return unknown();
    bool const zero = (a.value == 0 && a.error == 0) || (b.value == 0 && b.error == 0);
    long double const value = a.value * b.value + 0;
    return {value, std::abs(a.value) * b.error + std::abs(b.value) * a.error + a.error * b.error + rounding * std::abs(value) + (zero ? 0 : least)};
}
inline measured quotient(measured a, measured b) {
    if (!(2 * b.error < std::abs(b.value))) return unknown();
    long double const value = a.value / b.value + 0;
    return {value, 2 * (a.error + std::abs(value) * b.error) / std::abs(b.value) + rounding * std::abs(value) + least};
}

/// The value of a row of the table; the error by moving each operand within its own.
inline measured applied(leibniz::function const& of, measured const* u) {
    leibniz::function const& fn = leibniz::valued(of);
    long double at[leibniz::most_arguments] = {};
    for (int k = 0; k < fn.arity; ++k) {
        if (!u[k].known() || u[k].error > 1e-4L) return unknown();
        at[k] = u[k].value;
    }
    long double const value = fn.value(at);
    long double error = 8 * rounding * std::abs(value) + (fn.arity > 0 ? least : 0);
    for (int k = 0; k < fn.arity; ++k) {
        if (u[k].error == 0) continue;
        for (int sign : {-1, 1}) {
            at[k] = u[k].value + 2 * static_cast<long double>(sign) * u[k].error;
            error += std::abs(fn.value(at) - value);
        }
        at[k] = u[k].value;
    }
    return std::isfinite(value) && std::isfinite(error) ? measured{value, error} : unknown();
}

/// The value of a formula exactly as it was written, from what the parser read: no rule of algebra has touched it.
class as_written {
public:
    as_written(leibniz::parser const& read, leibniz::function const* const* rows) : read_(read), rows_(rows) {}

    template <class Values>
    measured operator()(Values const& value_of) const {
        std::vector<measured> v;
        for (leibniz::read_node const& n : read_.nodes()) {
            if (n.what == leibniz::form::number) v.push_back(exact(n.number));
            else if (n.what == leibniz::form::symbol) v.push_back({value_of(n.name), 0});
            else v.push_back(call(n, v));
        }
        return v[static_cast<std::size_t>(read_.root())];
    }

private:
    measured call(leibniz::read_node const& n, std::vector<measured> const& v) const {
        using leibniz::role;
        measured u[leibniz::most_arguments] = {};
        for (int k = 0; k < n.count; ++k) {
            u[k] = v[static_cast<std::size_t>(read_.operands()[n.first + k])];
            if (!u[k].known()) return unknown();
        }
        switch (rows_[n.function]->meaning) {
            case role::sum: return sum(u[0], u[1]);
            case role::difference: return sum(u[0], negated(u[1]));
            case role::negation: return negated(u[0]);
            case role::product: return product(u[0], u[1]);
            case role::quotient: return quotient(u[0], u[1]);
            case role::reduction: return u[0];  // one row
            case role::power:
            case role::matrix:
            case role::none: break;
        }
        return applied(*rows_[n.function], u);
    }

    leibniz::parser const& read_;
    leibniz::function const* const* rows_;
};

/// The value of a model's first formula, by its program.
template <class Values>
measured by_program(leibniz::model const& m, Values const& value_of) {
    using leibniz::opcode;
    leibniz::program const& p = m.code();
    std::vector<measured> v;
    auto const at = [&v](int i) { return v[static_cast<std::size_t>(i)]; };
    for (leibniz::instruction const& step : p.code) switch (step.op) {
            case opcode::input: v.push_back({value_of(p.variables[step.a].name), 0}); break;
            case opcode::constant: v.push_back(exact(leibniz::rational::unpacked(step.n, step.d))); break;
            case opcode::add: v.push_back(sum(at(step.a), at(step.b))); break;
            case opcode::subtract: v.push_back(sum(at(step.a), negated(at(step.b)))); break;
            case opcode::multiply: v.push_back(product(at(step.a), at(step.b))); break;
            case opcode::divide: v.push_back(quotient(at(step.a), at(step.b))); break;
            case opcode::negate: v.push_back(negated(at(step.a))); break;
            case opcode::reduce: v.push_back(at(step.a)); break;
            case opcode::call: {
                int const operands[] = {step.a, step.b, step.c};
                measured u[leibniz::most_arguments] = {};
                for (int k = 0; k < step.fn->arity; ++k) u[k] = at(operands[k]);
                v.push_back(applied(*step.fn, u));
                break;
            }
        }
    return at(p.roots[0]);
}

}  // namespace measuring
