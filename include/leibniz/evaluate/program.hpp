#pragma once

#include <leibniz/algebra/arrangement.hpp>
#include <leibniz/rules/canonical.hpp>

namespace leibniz {

enum class opcode : unsigned char { input, constant, add, subtract, multiply, divide, negate, call, reduce };

/// One step of straight-line arithmetic; its result has the instruction's own index.
struct instruction {
    opcode op = opcode::constant;
    int a = 0, b = 0;              // operands: indices of earlier instructions; input: index of the variable
    function const* fn = nullptr;  // call, reduce
    rational number{};             // constant
};

/// A name that needs a value before the program can run.
struct variable_name {
    std::string_view name{};
    bool column = false;
};

/// Straight-line code for the results of a finished graph: live nodes only, each computed once. One result alone is
/// computed in its printed order, left to right. Several together share what they have in common: a product that was
/// formed of two nodes is those two multiplied, in whatever order it prints. One builder for compile time and run time.
class program {
public:
    constexpr explicit program(view of)
        : order_(of), of_(of), slot_(of.node_count, -1), magnitude_(of.node_count, -1), needed_(of.node_count, 0) {
        // Operands stand before their users: computed in that order, no value waits for a deeper one.
        for (int r = 0; r < of.root_count; ++r) need(of.roots[r]);
        for (int i = of.node_count - 1; i >= 0; --i)
            if (needed_[i]) need_operands(i);
        for (int i = 0; i < of.node_count; ++i)
            if (needed_[i]) value(i);
        for (int r = 0; r < of.root_count; ++r) roots.push(value(of.roots[r]));
    }

    buffer<instruction> code;
    buffer<variable_name> variables;
    buffer<int> roots;

private:
    /// Marks the nodes whose own values are used: in printed order not the powers and products that are parts of
    /// larger terms.
    constexpr void need(int i) {
        if (of_.shared) needed_[of_.is(i, kind::scale) ? of_.operand(i, 0) : i] = 1;
        else need_parts(i);
    }
    constexpr void need_parts(int i) {
        arrangement::term const& t = order_[i];
        for (int k = 0; k < t.above + t.below; ++k) {
            part const& p = order_.part_of(t, k);
            needed_[p.base] = 1;
            if (p.symbolic >= 0) needed_[p.symbolic] = 1;
        }
    }
    constexpr void need_operands(int i) {
        node const& n = of_[i];
        if (n.what == kind::sum)
            for (int k = 0; k < n.count; ++k) need(of_.operand(i, k));
        else if (n.what == kind::call || n.what == kind::reduction)
            for (int k = 0; k < n.count; ++k) needed_[of_.operand(i, k)] = 1;
        else if (is_formed(i)) need(n.left), need(n.right);
        else if (n.count > 0) need_parts(i);
    }
    constexpr bool is_formed(int i) const { return of_.shared && of_[i].left >= 0; }

    constexpr int emit(instruction next) {
        code.push(next);
        return code.size() - 1;
    }
    constexpr int constant(rational r) {
        for (int i : constants_)
            if (code[i].number == r) return i;
        constants_.push(emit({.op = opcode::constant, .number = r}));
        return constants_.back();
    }
    constexpr int multiply(int a, int b) { return a < 0 ? b : emit({.op = opcode::multiply, .a = a, .b = b}); }
    constexpr int divide(int a, int b) { return emit({.op = opcode::divide, .a = a, .b = b}); }

    constexpr int value(int i) {
        if (slot_[i] >= 0) return slot_[i];
        node const& n = of_[i];
        int result = 0;
        switch (n.what) {
            case kind::symbol:
            case kind::column:
                variables.push({n.name, n.what == kind::column});
                result = emit({.op = opcode::input, .a = variables.size() - 1});
                break;
            case kind::sum: result = sum(i); break;
            case kind::call: {
                int const a = value(of_.operand(i, 0)), b = n.count > 1 ? value(of_.operand(i, 1)) : 0;
                result = emit({.op = opcode::call, .a = a, .b = b, .fn = n.fn});
                break;
            }
            case kind::reduction: {
                int const a = value(of_.operand(i, 0));
                result = emit({.op = opcode::reduce, .a = a, .fn = n.fn});
                break;
            }
            case kind::scale: result = of_.shared ? scaled(value(of_.operand(i, 0)), n.number) : product(i, n.number); break;
            default: result = is_formed(i) ? formed(n.left, n.right) : product(i, order_[i].coefficient); break;
        }
        slot_[i] = result;
        return result;
    }

    constexpr int sum(int i) {
        int total = -1;
        for (int k = 0; k < order_.summands(i); ++k) {
            int const summand = order_.summand_of(i, k);
            bool const negative = order_[summand].coefficient.is_negative();
            if (total < 0) total = value(summand);
            else total = emit({.op = negative ? opcode::subtract : opcode::add, .a = total, .b = magnitude(summand)});
        }
        return total;
    }

    /// A summand without its sign.
    constexpr int magnitude(int i) {
        rational const coefficient = order_[i].coefficient;
        if (!coefficient.is_negative()) return value(i);
        if (magnitude_[i] < 0)
            magnitude_[i] = of_.shared && of_.is(i, kind::scale) ? scaled(value(of_.operand(i, 0)), -coefficient)
                                                                  : product(i, -coefficient);
        return magnitude_[i];
    }

    /// A shared value times a number; a denominator that is a power of two multiplies exactly.
    constexpr int scaled(int slot, rational r) {
        if (r.is_one()) return slot;
        if (r == rational(-1)) return emit({.op = opcode::negate, .a = slot});
        bool const exact = (r.denominator() & (r.denominator() - 1)) == 0;
        if (exact) return multiply(constant(r), slot);
        int const above = r.numerator() == 1 ? slot : scaled(slot, r.numerator());
        return divide(above, constant(r.denominator()));
    }

    /// left * right, or left / u where right is 1/u.
    constexpr int formed(int left, int right) {
        for (int side = 0; side < 2; ++side) {
            int const other = side == 0 ? left : right, inverse = side == 0 ? right : left;
            arrangement::term const& t = order_[inverse];
            if (of_.is(inverse, kind::power) && t.above == 0 && t.below == 1)
                return divide(value(other), power(order_.part_of(t, 0)));
        }
        return multiply(value(left), value(right));
    }

    /// A product in its printed order: number, numerator, over the denominator.
    constexpr int product(int i, rational coefficient) {
        arrangement::term const& t = order_[i];
        if (t.above == 0 && t.below == 0) return constant(coefficient);
        bool const negative = coefficient.numerator() == -1 && t.above > 0;
        long long const n = negative ? 1 : coefficient.numerator();
        int above = n != 1 || t.above == 0 ? constant(n) : -1;
        for (int k = 0; k < t.above; ++k) {
            above = multiply(above, power(order_.part_of(t, k)));
            if (k == 0 && negative) above = emit({.op = opcode::negate, .a = above});
        }
        int below = coefficient.denominator() != 1 ? constant(coefficient.denominator()) : -1;
        for (int k = 0; k < t.below; ++k) below = multiply(below, power(order_.part_of(t, t.above + k)));
        return below < 0 ? above : divide(above, below);
    }

    constexpr int power(part const& p) {
        int const base = value(p.base);
        if (p.symbolic < 0 && p.exponent.is_integer()) return whole_power(base, p.exponent.numerator());
        for (computed_power const& known : powers_)
            if (known.base == base && known.symbolic == p.symbolic && known.exponent == p.exponent) return known.slot;
        int slot = 0;
        if (arrangement::is_root(p)) {
            slot = emit({.op = opcode::call, .a = base, .fn = detail::enrolled<square_root>::descriptor});
        } else {
            int const exponent = p.symbolic >= 0 ? value(p.symbolic) : constant(p.exponent);
            slot = emit({.op = opcode::call, .a = base, .b = exponent, .fn = rules.power});
        }
        powers_.push({base, p.exponent, p.symbolic, slot});
        return slot;
    }

    /// u^n by squaring: exact where multiplication is, at 0 and below as well.
    constexpr int whole_power(int base, long long n) {
        if (n == 1) return base;
        for (computed_power const& known : powers_)
            if (known.base == base && known.symbolic < 0 && known.exponent == rational(n)) return known.slot;
        int const half = whole_power(base, n / 2);
        int slot = multiply(half, half);
        if (n % 2 != 0) slot = multiply(slot, base);
        powers_.push({base, n, -1, slot});
        return slot;
    }

    struct computed_power {
        int base = 0;
        rational exponent{};
        int symbolic = -1, slot = 0;
    };

    arrangement order_;
    view of_;
    buffer<int> slot_, magnitude_, constants_;
    buffer<char> needed_;
    buffer<computed_power> powers_;
};

namespace detail {

/// A program of exactly the size it needs, kept as a `static constexpr` value.
template <int Instructions, int Variables, int Roots>
struct frozen_program {
    instruction code[static_cast<unsigned>(Instructions + 1)]{};
    variable_name variables[static_cast<unsigned>(Variables + 1)]{};
    int roots[static_cast<unsigned>(Roots + 1)]{};
    int size = 0, variable_count = 0, root_count = 0;

    constexpr explicit frozen_program(program const& from)
        : size(from.code.size()), variable_count(from.variables.size()), root_count(from.roots.size()) {
        for (int i = 0; i < size && i < Instructions; ++i) code[i] = from.code[i];
        for (int i = 0; i < variable_count && i < Variables; ++i) variables[i] = from.variables[i];
        for (int i = 0; i < root_count && i < Roots; ++i) roots[i] = from.roots[i];
    }
};

template <class E>
struct compiled {
    static constexpr view of = canonical<E>;
    static constexpr int guess = 2 * of.node_count + 16;
    static constexpr frozen_program<guess, of.node_count, of.root_count> first{program(of)};
    static constexpr auto exact() {
        using fitting = frozen_program<first.size, first.variable_count, first.root_count>;
        return fitting(program(of));
    }
    static constexpr auto value = exact();
};

}  // namespace detail
}  // namespace leibniz
