// Every row of the table of identities is at work: both sides become one node, which the left side alone would not,
// and the condition goes on record.
#include "../function_of_pattern.hpp"

#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr int row_count = sizeof(table::identities) / sizeof(table::identities[0]);

constexpr int no_identity(graph&, function const&, int const*) { return -1; }
constexpr rulebook without_identities{rules.addition, rules.multiplication, rules.power, rules.summation, rules.choice, rules.magnitude, rules.sign, rules.length, rules.logarithm, rules.product_with_logarithm, rules.sigmoid, rules.cube_root, &no_identity};

/// One side of a row, with symbols for the expressions u, v, w and 3/7 for the number n.
constexpr int side(graph& g, written const& right) {
    lowering lower(g);
    lower.remember(as_written<wildcard<"u">>, g.symbol("u"));
    lower.remember(as_written<wildcard<"v">>, g.symbol("v"));
    lower.remember(as_written<number_wildcard<"n">>, g.number(rational(3, 7)));
    return lower(right);
}
constexpr int side(graph& g, pattern const& left) {
    if (left.what != form::call) return side(g, static_cast<written const&>(left));
    function const& fn = function_of(left);
    int operands[3]{};
    for (int k = 0; k < left.count; ++k) operands[k] = side(g, left.operand(k));
    switch (fn.meaning) {
        case role::negation: return g.scale(-1, operands[0]);
        case role::power: return g.power(operands[0], operands[1]);
        case role::reduction: return g.reduction(fn, operands[0]);
        default: return g.call(fn, operands);
    }
}

constexpr bool holds(identity_rule const& row) {
    graph g(rules);
    int const left = side(g, *row.left);
    return left >= 0 && left == side(g, *row.right);
}

constexpr bool is_needed(identity_rule const& row) {
    graph g(without_identities);
    return side(g, *row.left) != side(g, *row.right);
}

constexpr bool is_recorded(identity_rule const& row) {
    graph g(rules);
    side(g, *row.left);
    if (!row.recorded.stated) return g.conditions().empty();
    condition const expected{row.recorded.what, side(g, *row.recorded.about)};
    return g.conditions().size() == 1 && g.conditions()[0] == expected;
}

/// The first row for which this is not so: all of them.
constexpr int first_without(bool (*property)(identity_rule const&)) {
    for (int i = 0; i < row_count; ++i)
        if (!property(table::identities[i])) return i;
    return row_count;
}

static_assert(row_count >= 14);
static_assert(first_without(holds) == row_count);
static_assert(first_without(is_needed) == row_count);
static_assert(first_without(is_recorded) == row_count);

// Also where the wildcard stands for more than a symbol, and below other operations.
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
static_assert(exp(log(x * y + 1_c)) == x * y + 1_c);
static_assert(2_c * exp(sin(-x)) == 2_c * exp(-sin(x)));
static_assert(cos(-x * y / 2_c) == cos(x * y / 2_c));
static_assert(log(exp(log(exp(x)))) == x);
static_assert(mean(mean(x) * 2_c) == 2_c * mean(x));
static_assert(sqrt(exp(0_c) + 8_c) == 3_c);
static_assert(sin(y - y) == 0_c);

// And only where the left side really stands.
static_assert(log(exp(x) + 1_c) != x);
static_assert(sin(1_c) != 0_c && cos(1_c) != 1_c && mean(x) != x);


}  // namespace
