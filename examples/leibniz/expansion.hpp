#pragma once

#include "atoms.hpp"

#include <leibniz/parse.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace tool {

/// Formulas multiplied out to quotients of polynomials, so that different ways of writing meet. Every step is an identity
/// wherever both sides are defined; throws no_proof where it gives up.
class expansion {
public:
    fraction of(leibniz::model const& m) {
        using leibniz::opcode;
        leibniz::program const& p = m.code();
        std::vector<fraction> v;
        for (leibniz::instruction const& step : p.code) {
            auto const at = [&](int i) -> fraction const& { return v[static_cast<std::size_t>(i)]; };
            fraction next;
            switch (step.op) {
                case opcode::input: {
                    leibniz::variable_name const& known = p.variables[step.a];
                    next = atoms_.value_of({.name = known.name, .varies = known.column});
                    break;
                }
                case opcode::constant: next = polynomial(leibniz::rational::unpacked(step.n, step.d)); break;
                case opcode::add: next = atoms_.add(at(step.a), at(step.b)); break;
                case opcode::subtract: next = atoms_.add(at(step.a), negative(at(step.b))); break;
                case opcode::multiply: next = atoms_.multiply(at(step.a), at(step.b)); break;
                case opcode::divide: next = atoms_.divide(at(step.a), at(step.b)); break;
                case opcode::negate: next = negative(at(step.a)); break;
                case opcode::reduce: next = reduction(*step.fn, at(step.a)); break;
                case opcode::call: {
                    std::vector<fraction> operands;
                    for (int const i : {step.a, step.b, step.c})
                        if (static_cast<int>(operands.size()) < step.fn->arity) operands.push_back(at(i));
                    next = call(*step.fn, std::move(operands));
                    break;
                }
            }
            v.push_back(std::move(next));
        }
        return v[static_cast<std::size_t>(p.roots[0])];
    }

    /// Whether the difference of both is zero.
    bool proves(leibniz::model const& a, leibniz::model const& b) {
        fraction const left = of(a), right = of(b);
        return atoms_.add(left, negative(right)).over.is_zero();
    }

private:
    static fraction negative(fraction const& f) { return {f.over * polynomial(leibniz::rational(-1)), f.under}; }
    static fraction one() { return polynomial(leibniz::rational(1)); }

    fraction opaque(leibniz::function const& fn, std::vector<fraction> operands) {
        bool varies = false;
        for (fraction const& o : operands) varies = varies || atoms_.varies(o);
        return atoms_.value_of({.fn = &fn, .operands = std::move(operands), .varies = varies});
    }

    fraction call(leibniz::function const& fn, std::vector<fraction> operands) {
        std::string_view const name = fn.name;
        if (name == "sqrt") return atoms_.power(operands[0], leibniz::rational(1, 2));
        if (name == "^" && operands[1].over.is_number() && operands[1].under.is_number())
            return atoms_.power(operands[0], operands[1].over.leading());
        if (name == "exp") return exponential(fn, operands[0]);
        if (name == "sin" && operands[0].over.leading().is_negative()) return negative(call(fn, {negative(operands[0])}));
        if (name == "cos" && operands[0].over.leading().is_negative()) return call(fn, {negative(operands[0])});
        if (name == "sin") {
            fraction const cosine = call(*leibniz::detail::registered<leibniz::cosine>::descriptor, operands);
            bool const varies = atoms_.varies(operands[0]);
            fraction const square = atoms_.add(one(), negative(atoms_.power(cosine, 2LL)));
            return atoms_.value_of({.fn = &fn, .operands = std::move(operands), .degree = 2, .varies = varies, .power = square});
        }
        if (name == "sigmoid" || name == "tanh") {
            leibniz::function const& exp = *leibniz::detail::registered<leibniz::exponential>::descriptor;
            fraction const e = atoms_.power(exponential(exp, operands[0]), name == "tanh" ? 2LL : 1LL);
            return atoms_.divide(name == "tanh" ? atoms_.add(e, negative(one())) : e, atoms_.add(e, one()));
        }
        return opaque(fn, std::move(operands));
    }

    /// exp(a + b) = exp(a)*exp(b) and exp(n*a) = exp(a)^n, so that only the parts of a sum are atoms.
    fraction exponential(leibniz::function const& exp, fraction const& u) {
        fraction result = one();
        for (auto const& [m, c] : u.over.terms()) {
            bool const is_logarithm = u.under.is_number() && m.size() == 1 && m[0].exponent == 1 && atoms_[m[0].atom].fn != nullptr &&
                                      atoms_[m[0].atom].fn->name == "log";
            fraction const part = is_logarithm ? atoms_[m[0].atom].operands[0] : opaque(exp, {fraction(polynomial(m), u.under)});
            result = atoms_.multiply(result, atoms_.power(part, c));
        }
        return result;
    }

    /// Sums and means over rows are linear; what is the same in all rows comes out. mean(u) is sum(u)/sum(1).
    fraction reduction(leibniz::function const& fn, fraction const& u) {
        leibniz::function const& sum = *leibniz::detail::registered<leibniz::summation>::descriptor;
        bool const by_rows = atoms_.varies(u.under);
        fraction result;
        for (auto const& [m, c] : u.over.terms()) {
            monomial outside, inside;
            for (atom_power const f : m) (atoms_[f.atom].varies ? inside : outside).push_back(f);
            fraction const summed(polynomial(inside), by_rows ? u.under : polynomial(leibniz::rational(1)));
            fraction const total = atoms_.value_of({.fn = &sum, .operands = {summed}});
            fraction const part = atoms_.multiply(fraction(polynomial(outside) * polynomial(c)), total);
            result = atoms_.add(result, by_rows ? part : atoms_.divide(part, fraction(u.under)));
        }
        return fn.averages ? atoms_.divide(result, atoms_.value_of({.fn = &sum, .operands = {one()}})) : result;
    }

    atoms atoms_;
};

}  // namespace tool
