#pragma once

#include <leibniz/evaluate/exact_value.hpp>
#include <leibniz/graph/lookup.hpp>
#include <leibniz/graph/decimal_form.hpp>
#include <leibniz/notation/print_order.hpp>
#include <leibniz/rules/canonical_form.hpp>

namespace leibniz {

enum class opcode : unsigned char { input, constant, add, subtract, multiply, divide, negate, call, reduce };

/// One step of straight-line arithmetic; its result has the instruction's own index.
struct instruction {
    opcode op = opcode::constant;
    int a = 0, b = 0, c = 0;       // operands: indices of earlier instructions; input: index of the variable
    function const* fn = nullptr;  // call, reduce
    long long n = 0, d = 1;        // constant: the numerator and the packed denominator; b and c the bits of the double, if not n/d
};

/// A name that needs a value before the program can run.
struct variable_name {
    text_view name{};
    bool column = false;
};

/// Which ways to build a program are compiled: all, or what one model needs.
template <bool Shared = true, bool Single = true, bool Gathered = true>
struct program_parts {
    using graph = leibniz::graph;  // so named, what is made of it is compiled where it is used
    static constexpr bool shared = Shared, single = Single, gathered = Gathered;
};

/// Straight-line code for the results of a finished graph: live nodes only, each computed once.
/// The same builder serves compile time and run time.
struct program {
    buffer<instruction> code;
    buffer<variable_name> variables;
    buffer<int> roots;

    template <class View, class Parts = program_parts<>>  // templates, so that no unit compiles what it does not build
    constexpr explicit program(View of, Parts = {});
    /// Each result by itself, in its printed order but for longer products; `results` are its roots.
    template <class View>
    constexpr program(print_order const& order, View results);

private:
    template <class Parts, class View>
    constexpr void build(View of);
};

/// The instructions of a program while it grows: constants and powers appear once.
class program_writer {
public:
    constexpr explicit program_writer(program& p) : program_(p) {}

    constexpr int emit(instruction next) {
        program_.code.push(next);
        return program_.code.size() - 1;
    }
    constexpr int input(node const& n) {
        program_.variables.push({n.name, n.what == kind::column});
        return emit({.op = opcode::input, .a = program_.variables.size() - 1});
    }
    constexpr bool is_input(int slot) const { return program_.code[slot].op == opcode::input; }
    constexpr int constant(rational r) {
        int const known = constant_places_.find(
            [&] { return detail::hash_of(r); },
            [&](int k) { return program_.code[constants_[k]].n == r.numerator() && program_.code[constants_[k]].d == r.packed(); });
        if (known >= 0) return constants_[known];
        instruction made{.op = opcode::constant, .n = r.numerator(), .d = r.packed()};
        if (!r.valid()) made.b = 0x7ff8'0000;  // no number, and nothing to take apart
        if (r.valid() && made.d != 1 && !detail::divides_exactly<double>(r)) {
            detail::written_quotient const written(r);
            if (!written.below.is_one()) return divide(constant(written.above), constant(written.below));
            auto const bits = __builtin_bit_cast(std::uint64_t, detail::nearest<double>(r));
            made.b = static_cast<int>(static_cast<std::uint32_t>(bits >> 32));
            made.c = static_cast<int>(static_cast<std::uint32_t>(bits));
        }
        constants_.push(emit(made));
        constant_places_.push([&](int k) {
            instruction const& c = program_.code[constants_[k]];
            return detail::mix(static_cast<std::uint64_t>(c.n), static_cast<std::uint64_t>(c.d));
        });
        return constants_.back();
    }
    constexpr int add(int a, int b) { return emit({.op = opcode::add, .a = a, .b = b}); }
    constexpr int subtract(int a, int b) { return emit({.op = opcode::subtract, .a = a, .b = b}); }
    /// a * b; without a, b.
    constexpr int multiply(int a, int b) { return a < 0 ? b : emit({.op = opcode::multiply, .a = a, .b = b}); }
    constexpr int divide(int a, int b) { return emit({.op = opcode::divide, .a = a, .b = b}); }
    /// a / b, once however often it is asked for.
    constexpr int quotient(int a, int b) {
        int const known =
            quotient_places_.find([&] { return hash_of_quotient(a, b); },
                                  [&](int k) { return program_.code[quotients_[k]].a == a && program_.code[quotients_[k]].b == b; });
        if (known >= 0) return quotients_[known];
        quotients_.push(divide(a, b));
        quotient_places_.push([&](int k) { return hash_of_quotient(program_.code[quotients_[k]].a, program_.code[quotients_[k]].b); });
        return quotients_.back();
    }
    constexpr int negate(int a) { return emit({.op = opcode::negate, .a = a}); }
    constexpr int call(function const* fn, int a, int b = 0, int c = 0) {
        return emit({.op = opcode::call, .a = a, .b = b, .c = c, .fn = fn});
    }
    constexpr int reduce(function const* fn, int a) { return emit({.op = opcode::reduce, .a = a, .fn = fn}); }

    /// base ^ exponent, the exponent a number.
    constexpr int power(int base, rational exponent) {
        if (exponent.is_one()) return base;
        computed_power const wanted{base, exponent};
        int const known = power_places_.find([&] { return wanted.hash(); },
                                             [&](int k) { return powers_[k].base == base && powers_[k].exponent == exponent; });
        if (known >= 0) return powers_[known].slot;
        int slot = 0;
        if (exponent.is_integer()) {  // by squaring: exact where multiplication is, at 0 and below as well
            long long const n = exponent.numerator();
            int const half = power(base, n / 2);
            slot = multiply(half, half);
            if (n % 2 != 0) slot = multiply(slot, base);
        } else if (exponent == rational(1, 2)) {
            slot = call(detail::registered<square_root>::descriptor, base, 0);
        } else {
            slot = call(rules.power, base, constant(exponent));
        }
        powers_.push({base, exponent, slot});
        power_places_.push([&](int k) { return powers_[k].hash(); });
        return slot;
    }

private:
    struct computed_power {
        int base = 0;
        rational exponent{};
        int slot = 0;
        constexpr std::uint64_t hash() const { return detail::mix(static_cast<std::uint64_t>(base), detail::hash_of(exponent)); }
    };

    static constexpr std::uint64_t hash_of_quotient(int a, int b) {
        return detail::mix(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
    }

    program& program_;
    buffer<int> constants_, quotients_;
    lookup constant_places_, quotient_places_;
    buffer<computed_power> powers_;
    lookup power_places_;
};

}  // namespace leibniz
