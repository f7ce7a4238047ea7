#pragma once

#include <leibniz/matrix/program_plan.hpp>

namespace leibniz::inline v0_1::detail {

/// Writes the micro-steps of one map after the other.
class map_writer {
public:
    constexpr explicit map_writer(matrix_program& p) : program_(p) {}

    constexpr void begin() { first_ = program_.micros.size(); }
    constexpr int count() const { return program_.micros.size() - first_; }
    constexpr bool reads_vectors() const {
        for (int k = first_; k < program_.micros.size(); ++k) {
            micro_operation const what = program_.micros[k].what;
            if (what == micro_operation::down || what == micro_operation::across) return true;
        }
        return false;
    }

    constexpr int read(micro_operation how, int from) {
        for (int k = 0; k < count(); ++k)
            if (program_.micros[first_ + k].what == how && program_.micros[first_ + k].a == from) return k;
        return push({.what = how, .a = from});
    }
    constexpr int constant(rational value) {
        for (int k = 0; k < count(); ++k)
            if (program_.micros[first_ + k].what == micro_operation::constant && program_.micros[first_ + k].value == value) return k;
        return push({.what = micro_operation::constant, .value = value});
    }
    constexpr int apply(opcode op, int a, int b = 0) { return push({.op = op, .a = a, .b = b}); }
    constexpr int call(function const* fn, int a = 0, int b = 0, int c = 0) {
        return push({.op = opcode::call, .a = a, .b = b, .c = c, .fn = fn});
    }
    /// a*b; without a, b.
    constexpr int multiply(int a, int b) { return a < 0 ? b : apply(opcode::multiply, a, b); }
    constexpr int scaled(rational c, int u) {
        if (c.is_one()) return u;
        return c == rational(-1) ? apply(opcode::negate, u) : apply(opcode::multiply, constant(c), u);
    }
    /// base^exponent by squaring, as programs of numbers do it.
    constexpr int power(int base, rational exponent, function const* general) {
        if (exponent.is_one()) return base;
        if (exponent.is_negative()) return apply(opcode::divide, constant(1), power(base, -exponent, general));
        if (exponent == rational(1, 2)) return call(registered<square_root>::descriptor, base);
        if (!exponent.is_integer()) return call(general, base, constant(exponent));
        if (exponent.is_zero()) return constant(1);
        int square = base, all = -1;
        for (long long n = exponent.numerator(); n > 0; n /= 2) {
            if (n % 2 == 1) all = multiply(all, square);
            if (n > 1) square = apply(opcode::multiply, square, square);
        }
        return all;
    }

    /// Ends the map with the value of micro-step v, and appends it to the program.
    constexpr void end(matrix_operation what, int out, int v, extents shape) {
        if (what == matrix_operation::map) {
            if (multiple const m = as_multiple(v); m.of >= 0) {
                while (count() > 0) program_.micros.pop();
                program_.steps.push({.what = matrix_operation::scaled, .out = out, .a = m.of, .alpha = m.by, .shape = shape});
                return;
            }
        }
        if (v != count() - 1 || program_.micros.back().what != micro_operation::apply) apply(opcode::reduce, v);  // which copies
        int const fixed = put_first(0, false);
        int const across = put_first(fixed, true);
        assign_places();
        program_.steps.push({.what = what,
                             .out = out,
                             .first = first_,
                             .count = count(),
                             .fixed = fixed,
                             .across = across - fixed,
                             .shape = shape,
                             .by_column = reads_vectors()});
    }

    /// The number of operands.
    static constexpr int operands_of(micro_step const& m) {
        if (m.what != micro_operation::apply) return 0;
        if (m.op == opcode::call) return m.fn->arity;
        return m.op == opcode::negate || m.op == opcode::reduce ? 1 : 2;
    }

private:
    constexpr int push(micro_step const& m) {
        program_.micros.push(m);
        return count() - 1;
    }
    /// c times the entries of one slot, if that is all.
    struct multiple {
        int of = -1;
        rational by{1};
    };
    constexpr multiple as_multiple(int v) const {
        micro_step const* const all = program_.micros.begin() + first_;
        multiple found;
        if (all[v].what == micro_operation::apply && all[v].op == opcode::negate) found.by = -1, v = all[v].a;
        else if (all[v].what == micro_operation::apply && all[v].op == opcode::multiply && all[all[v].a].what == micro_operation::constant)
            found.by = all[all[v].a].value, v = all[v].b;
        if (all[v].what == micro_operation::entries) found.of = all[v].a;
        return found;
    }
    /// Moves the micro-steps that are fixed, or read a row, to the front, behind the first `from`; returns where they end.
    constexpr int put_first(int from, bool across) {
        auto const is_first = [across](micro_step const& m) { return across ? m.what == micro_operation::across : m.is_fixed(); };
        micro_step* const all = program_.micros.begin() + first_;
        int const n = count();
        buffer<int> place(n);
        buffer<micro_step> sorted;
        for (int k = 0; k < from; ++k) sorted.push(all[k]);
        for (int pass = 0, end = from; pass < 2; ++pass) {
            for (int k = from; k < n; ++k)
                if (is_first(all[k]) == (pass == 0)) sorted.push(all[k]), place[k] = end++;
        }
        int end = from;
        for (int k = 0; k < from; ++k) place[k] = k;
        for (int k = 0; k < n; ++k) {
            all[k] = sorted[k];
            if (k >= from && is_first(all[k])) ++end;
            if (all[k].what != micro_operation::apply) continue;
            all[k].a = place[all[k].a];
            all[k].b = place[all[k].b];
            all[k].c = place[all[k].c];
        }
        return end;
    }
    static constexpr int operand(micro_step const& m, int k) { return k == 0 ? m.a : k == 1 ? m.b : m.c; }

    /// Where the values of each micro-step stand. What is the same in the whole map, or in a column of it, keeps its place.
    constexpr void assign_places() {
        micro_step* const all = program_.micros.begin() + first_;
        int const n = count();
        buffer<int> last(n, -1), unused;
        for (int k = 0; k < n; ++k)
            for (int j = 0; j < operands_of(all[k]); ++j) last[operand(all[k], j)] = k;
        int places = 0;
        for (int k = 0; k < n; ++k) {
            if (all[k].is_fixed() || all[k].what == micro_operation::across || (all[k].what == micro_operation::apply && operands_of(all[k]) == 0))
                all[k].place = places++;
        }
        for (int k = 0; k < n; ++k) {
            micro_step& m = all[k];
            if (m.what != micro_operation::apply || operands_of(m) == 0) continue;
            for (int j = 0; j < operands_of(m); ++j) {
                int const of = operand(m, j);
                bool const has_place = all[of].what == micro_operation::apply && operands_of(all[of]) > 0;
                bool const counted = (j > 0 && of == m.a) || (j > 1 && of == m.b);
                if (has_place && last[of] == k && !counted) unused.push(all[of].place);
            }
            m.place = unused.empty() ? places++ : unused.pop();
        }
        if (places > program_.places) program_.places = places;
    }

    matrix_program& program_;
    int first_ = 0;
};

}  // namespace leibniz::inline v0_1::detail
