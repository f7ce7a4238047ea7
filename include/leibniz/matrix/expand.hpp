#pragma once

#include <leibniz/matrix/scalars.hpp>

namespace leibniz::inline v0_1::detail {

/// Products of matrices and entrywise ones with sums multiplied out, as far as the operands are already.
class matrix_expansion {
public:
    constexpr explicit matrix_expansion(graph& g) : g_(g), build_(g) {}

    constexpr int operator()(int i) {
        rational const coefficient = g_.coefficient_of(i);
        int const whole = g_.without_coefficient(i), u = build_.upright(whole);
        if (g_.exhausted() || g_.is(whole, kind::number)) return i;
        buffer<int> const parts = build_.operands(u);
        int made = -1;
        if (build_.is_product(u)) made = opened(parts, operation::chain);
        else if (build_.is_number(u)) made = build_.is<sum_of_entries>(u) ? opened(parts, operation::total) : -1;
        else if (g_.is(u, kind::product)) made = opened(parts, operation::product);
        else if (g_.is(u, kind::power) && is_small_power(parts[1])) made = opened(parts, operation::power);
        int const result = made < 0 ? whole : u == whole ? made : build_.transpose(made);
        if (!g_.is(result, kind::sum) || coefficient.is_one()) return made < 0 ? i : g_.scale(coefficient, result);
        buffer<summand> terms;
        for (int part : build_.operands(result)) terms.push({coefficient, part});
        return g_.sum(terms);
    }

private:
    enum class operation : unsigned char { chain, product, power, total };

    constexpr bool is_small_power(int exponent) const {
        rational const e = g_.is(exponent, kind::number) ? g_[exponent].number : rational(0);
        return e.is_integer() && rational(1) < e && e < rational(9);
    }

    /// The first operand that is a sum is opened: the operation is done with each of its parts in place of it. -1 if none is a sum.
    constexpr int opened(buffer<int> const& operands, operation what) {
        for (int k = 0; k < operands.size(); ++k) {
            int const factor = operands[k], s = build_.upright(factor);
            if (!g_.is(s, kind::sum)) continue;
            matrix_shape const shape = build_.shape_of(factor);
            buffer<summand> terms;
            for (int part : build_.operands(s)) {
                int const whole = build_.spread(s == factor ? part : build_.transpose(part), shape);
                terms.push({1, (*this)(done(operands, what, k, whole))});
            }
            return g_.sum(terms);
        }
        return -1;
    }
    constexpr int done(buffer<int> operands, operation what, int k, int part) {
        if (what == operation::total) return build_.total(part);
        if (what == operation::power) return build_.hadamard(part, g_.power(operands[0], g_.add(operands[1], g_.number(-1))));
        operands[k] = part;
        if (what == operation::chain) return build_.chain(operands);
        buffer<multiplicand> all;
        for (int each : operands) all.push({each, graph::one});
        return g_.product(1, all);
    }

    graph& g_;
    matrix_builder build_;
};

}  // namespace leibniz::inline v0_1::detail
