#pragma once

#include <leibniz/evaluate/exact_value.hpp>
#include <leibniz/graph/lookup.hpp>
#include <leibniz/graph/decimal_form.hpp>
#include <leibniz/notation/print_order.hpp>
#include <leibniz/rules/canonical_form.hpp>

namespace leibniz::inline v0_1 {

enum class opcode : unsigned char { input, constant, add, subtract, multiply, divide, negate, call, reduce };

/// One step of straight-line arithmetic; its result has the instruction's own index.
struct instruction {
    opcode op = opcode::constant;
    int a = 0, b = 0, c = 0;       // operands: indices of earlier instructions; input: index of the variable
    function const* fn = nullptr;  // call, reduce
    long long n = 0, d = 1;        // constant: the numerator and the packed denominator; b and c the bits of the double, if not n/d
};

namespace detail {

/// The number of operands that a step uses.
constexpr int used_operands(instruction const& step) {
    if (step.op == opcode::input || step.op == opcode::constant) return 0;
    return step.op == opcode::call ? step.fn->arity : step.op == opcode::negate || step.op == opcode::reduce ? 1 : 2;
}

}  // namespace detail

/// A name that needs a value before the program can run.
struct variable_name {
    text_view name{};
    bool column = false;
};

/// Which ways to build a program are compiled: all, or what one model needs.
template <bool Shared = true, bool Single = true, bool Gathered = true, bool Common = true>
struct program_parts {
    using graph = leibniz::graph;  // so named, what is made of it is compiled where it is used
    static constexpr bool shared = Shared, single = Single, gathered = Gathered, common = Common;
};

/// Straight-line code for the results of a finished graph: live nodes only, each computed once.
/// The same builder serves compile time and run time.
struct program {
    buffer<instruction> code;
    buffer<variable_name> variables;
    buffer<int> roots;

    constexpr program() = default;
    template <class View, class Parts = program_parts<>>  // templates, so that no unit compiles what it does not build
    constexpr explicit program(View of, Parts = {});
    /// Each result by itself, in its printed order but for longer products; `results` are its roots.
    template <class View>
    constexpr program(print_order const& order, View results);

private:
    template <class Parts, class View>
    constexpr void build(View of);
};

/// The instructions of a program while it grows. Each is there once: what was asked for before is found again. In constant
/// expressions, whose statements compilers count, of large programs only constants, quotients and powers are looked for.
class program_writer {
public:
    static constexpr int large = 400;  // nodes

    constexpr explicit program_writer(program& p, int nodes = 0)
        : program_(p), looks_for_all_(nodes < large || !__builtin_is_constant_evaluated()) {}

    /// A step; operands that it does not use are 0.
    constexpr int emit(instruction const& next) {
        if (!looks_for_all_ && !in_power_ && next.op != opcode::constant) {
            program_.code.push(next);
            return program_.code.size() - 1;
        }
        return found_or_emitted(next);
    }
    /// a / b, once however often it is asked for.
    constexpr int quotient(int a, int b) { return found_or_emitted({.op = opcode::divide, .a = a, .b = b}); }
    constexpr int found_or_emitted(instruction const& next) {
        std::uint64_t const hash = hash_of(next);
        int const known = places_.find(hash, [&](int k) { return is_same(program_.code[steps_[k]], next); });
        if (known >= 0) return steps_[known];
        int const step = program_.code.size();
        program_.code.push(next);
        steps_.push(step);
        places_.push(hash);
        return step;
    }
    constexpr int input(node const& n) {
        program_.variables.push({n.name, n.what == kind::column});
        program_.code.push({.op = opcode::input, .a = program_.variables.size() - 1});
        return program_.code.size() - 1;
    }
    constexpr bool is_input(int slot) const { return program_.code[slot].op == opcode::input; }
    constexpr int constant(rational r) {
        instruction made{.op = opcode::constant, .n = r.numerator(), .d = r.packed()};
        if (!r.valid()) made.b = 0x7ff8'0000;  // no number, and nothing to take apart
        if (r.valid() && made.d != 1 && !detail::divides_exactly<double>(r)) {
            detail::written_quotient const written(r);
            if (!written.below.is_one()) return divide(constant(written.above), constant(written.below));
            auto const bits = __builtin_bit_cast(std::uint64_t, detail::nearest<double>(r));
            made.b = static_cast<int>(static_cast<std::uint32_t>(bits >> 32));
            made.c = static_cast<int>(static_cast<std::uint32_t>(bits));
        }
        return emit(made);
    }
    constexpr int add(int a, int b) { return emit({.op = opcode::add, .a = a, .b = b}); }
    constexpr int subtract(int a, int b) { return emit({.op = opcode::subtract, .a = a, .b = b}); }
    /// a * b; without a, b.
    constexpr int multiply(int a, int b) { return a < 0 ? b : emit({.op = opcode::multiply, .a = a, .b = b}); }
    constexpr int divide(int a, int b) { return emit({.op = opcode::divide, .a = a, .b = b}); }
    constexpr int negate(int a) { return emit({.op = opcode::negate, .a = a}); }
    constexpr int call(function const* fn, int a, int b = 0, int c = 0) {
        return emit({.op = opcode::call, .a = a, .b = b, .c = c, .fn = fn});
    }
    constexpr int reduce(function const* fn, int a) { return emit({.op = opcode::reduce, .a = a, .fn = fn}); }

    /// base ^ exponent, the exponent a number: by squaring, exact where multiplication is, at 0 and below as well.
    constexpr int power(int base, rational exponent) {
        if (exponent.is_one()) return base;
        if (exponent == rational(1, 2)) return call(detail::registered<square_root>::descriptor, base);
        if (!exponent.is_integer()) return call(rules.power, base, constant(exponent));
        bool const outermost = !in_power_;
        in_power_ = true;
        int const half = power(base, exponent.numerator() / 2), square = multiply(half, half);
        int const result = exponent.is_odd() ? multiply(square, base) : square;
        if (outermost) in_power_ = false;
        return result;
    }

private:
    static constexpr std::uint64_t hash_of(instruction const& step) {
        auto const a = static_cast<std::uint64_t>(step.a), b = static_cast<std::uint64_t>(step.b);
        return detail::mix(5 * a * b + 67 * (a + b) + 1021 * static_cast<std::uint64_t>(step.op), static_cast<std::uint64_t>(step.n));
    }
    static constexpr bool is_same(instruction const& s, instruction const& t) {
        if (s.op != t.op || s.n != t.n || s.d != t.d || s.c != t.c) return false;
        bool const has_row =
            s.op == opcode::call || s.op == opcode::reduce;  // with sanitizers addresses cannot be compared while compiling
        if (has_row && *s.fn != *t.fn) return false;
        return (s.a == t.a && s.b == t.b) || (s.a == t.b && s.b == t.a && (s.op == opcode::add || s.op == opcode::multiply));
    }

    program& program_;
    buffer<int> steps_;  // those that are found again
    lookup places_;
    bool looks_for_all_, in_power_ = false;
};

}  // namespace leibniz::inline v0_1
