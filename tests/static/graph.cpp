// The canonical graph: equal structures are one node, whatever the order in which they were written.
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

/// A run-time style test bench that works during compilation: a graph and a few leaves.
struct bench {
    graph g{rules};
    term x{g, g.symbol("x")}, y{g, g.symbol("y")}, z{g, g.symbol("z")};
    constexpr term number(long long n, long long d = 1) { return {g, g.number(rational(n, d))}; }
    constexpr kind what(term t) const { return g[t.index()].what; }
};

constexpr bool leaves_are_interned() {
    bench b;
    int const size = b.g.size();
    return b.g.symbol("x") == b.x.index() && b.number(1).index() == graph::one && b.x.index() != b.y.index() &&
           b.g.size() == size && b.g.column("x") != b.x.index();
}
static_assert(leaves_are_interned());

constexpr bool equal_subexpressions_are_one_node() {
    bench b;
    term const first = exp(b.x * b.y + 1) * sin(b.z);
    int const size = b.g.size();
    term const second = sin(b.z) * exp(1 + b.y * b.x);
    return first == second && b.g.size() == size;
}
static_assert(equal_subexpressions_are_one_node());

// Each distinct subexpression of this type is written several times, and stands in the graph once:
// 1, x, y, x*y, exp(x*y), the square of it, the product of all, of which the square times x was formed first, the root.
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr auto shared = exp(x * y) + pow<2>(exp(y * x)) * x * y;
static_assert([] {
    int products = 0, calls = 0;
    for (int i = 0; i < canonical<decltype(+shared)>.node_count; ++i) {
        products += canonical<decltype(+shared)>.is(i, kind::product);
        calls += canonical<decltype(+shared)>.is(i, kind::call);
    }
    return calls == 1 && products == 3;  // x*y, x*exp(x*y)^2, and that times y
}());

constexpr bool operands_stand_before_users() {
    bench b;
    term const t = pow<2>(sin(b.x) + b.y) / (b.z + 1);
    static_cast<void>(t);
    for (int i = 0; i < b.g.size(); ++i)
        for (int k = 0; k < b.g[i].count; ++k)
            if (b.g.operand(i, k) >= i) return false;
    return true;
}
static_assert(operands_stand_before_users());

constexpr bool like_terms_are_collected() {
    bench b;
    return b.x + b.x == 2 * b.x && 2 * b.x + b.x == 3 * b.x && b.x - b.x == b.number(0) &&
           3 * b.x * b.y - 2 * b.y * b.x == b.x * b.y && b.x / 2 + b.x / 3 == rational(5, 6) * b.x &&
           b.x + 1 + b.x + 1 == 2 * b.x + 2 && b.x + 0 == b.x && (b.x + b.y) - (b.y + b.x) == b.number(0) &&
           b.x + (b.y - b.x) == b.y && 2 * b.x != 3 * b.x && b.x + b.y != b.x - b.y;
}
static_assert(like_terms_are_collected());

constexpr bool equal_factors_are_collected() {
    bench b;
    return b.x * b.x == pow<2>(b.x) && pow<2>(b.x) * b.x == pow<3>(b.x) && b.x * b.y * b.x == pow<2>(b.x) * b.y &&
           b.x / b.x == b.number(1) && pow<3>(b.x) / b.x == pow<2>(b.x) && pow(b.x, b.y) * b.x == pow(b.x, b.y + 1) &&
           pow<2>(pow<3>(b.x)) == pow<6>(b.x) && pow<2>(b.x * b.y) == pow<2>(b.x) * pow<2>(b.y) &&
           pow<2>(3 * b.x) == 9 * pow<2>(b.x) && b.x * 1 == b.x && b.x * 0 == b.number(0) && pow<0>(b.x) == b.number(1) &&
           pow<1>(b.x) == b.x && sqrt(b.x) * sqrt(b.x) == b.x && pow<2>(b.x) != pow<3>(b.x);
}
static_assert(equal_factors_are_collected());

constexpr bool numbers_are_folded_exactly() {
    bench b;
    return b.number(1, 2) + b.number(1, 3) == b.number(5, 6) && b.number(2) * b.number(1, 2) == b.number(1) &&
           pow<3>(b.number(2, 3)) == b.number(8, 27) && sqrt(b.number(9, 4)) == b.number(3, 2) &&
           pow(b.number(27), rational(2, 3)) == b.number(9) && b.what(sqrt(b.number(2))) == kind::power &&
           b.number(1) / 3 == b.number(1, 3);
}
static_assert(numbers_are_folded_exactly());

constexpr bool sums_and_products_are_flat() {
    bench b;
    term const sum = (b.x + b.y) + (b.z + 1), product = (b.x * b.y) * (b.z * sin(b.x));
    return b.what(sum) == kind::sum && b.g[sum.index()].count == 4 && b.what(product) == kind::product &&
           b.g[product.index()].count == 4 && b.what(b.x - b.y) == kind::sum && b.what(-b.x) == kind::scale &&
           b.what(1 / b.x) == kind::power;
}
static_assert(sums_and_products_are_flat());

constexpr bool order_of_writing_is_forgotten() {
    bench b;
    return b.x + b.y + b.z == b.z + b.y + b.x && b.x * b.y * b.z == b.z * (b.y * b.x) && b.x / b.y / b.z == b.x / (b.z * b.y) &&
           (b.x + b.y) * (b.y - b.z) == (b.y - b.z) * (b.y + b.x) && b.x - b.y == -(b.y - b.x) && b.x - b.y != b.y - b.x &&
           b.x / b.y != b.y / b.x;
}
static_assert(order_of_writing_is_forgotten());

// What a rewrite took for granted stays on record.
constexpr bool has(graph const& g, predicate what, term about) {
    for (condition const& c : g.conditions())
        if (c == condition{what, about.index()}) return true;
    return false;
}
constexpr bool conditions_are_recorded() {
    bench b;
    term const quotient = b.x / b.x, square = pow<2>(sqrt(b.y)), inverse = exp(log(b.z));
    return quotient == b.number(1) && square == b.y && inverse == b.z && has(b.g, predicate::nonzero, b.x) && has(b.g, predicate::nonnegative, b.y) &&
           has(b.g, predicate::positive, b.z) && b.g.conditions().size() == 3;
}
static_assert(conditions_are_recorded());

constexpr bool inverses_of_inverses_record_what_divided() {
    bench b;
    term const twice = 1 / (1 / b.x), square = pow<-1>(pow<-2>(b.y)), root = pow<-2>(pow(b.z, rational(-1, 2)));
    bool const forms = twice == b.x && square == pow<2>(b.y) && root == b.z && pow<-2>(pow<3>(b.x)) == pow<-6>(b.x);
    return forms && has(b.g, predicate::nonzero, b.x) && has(b.g, predicate::nonzero, b.y) && has(b.g, predicate::nonzero, b.z) &&
           has(b.g, predicate::nonnegative, b.z) && b.g.conditions().size() == 4;
}
static_assert(inverses_of_inverses_record_what_divided());

constexpr bool roots_of_inverse_powers_record_what_divided() {
    bench b;
    term const root = pow(pow<-4>(b.x), rational(-1, 2));
    return root == pow<2>(b.x) && has(b.g, predicate::nonzero, b.x) && b.g.conditions().size() == 1;
}
static_assert(roots_of_inverse_powers_record_what_divided());

constexpr bool nothing_is_recorded_without_need() {
    bench b;
    term const t = b.x * b.x + pow<2>(b.y) / pow<3>(b.y) + log(exp(b.z)) + sqrt(b.x) * b.x + b.x * b.x / b.z;
    return t == t && b.g.conditions().empty();
}
static_assert(nothing_is_recorded_without_need());

constexpr long long most = 0x7fff'ffff'ffff'ffff;

// Numbers whose sum or product leaves 64 bits stay beside one another, whatever the order in which they come.
constexpr bool large_coefficients_stay_apart() {
    bench b;
    term const large = b.number(most) * b.x, sum = large + b.number(most - 1) * b.x, product = large * b.number(most - 1);
    return b.g[sum.index()].count == 2 && sum == b.number(most - 1) * b.x + large && product == b.number(most) * (b.number(most - 1) * b.x) &&
           sum - large == b.number(most - 1) * b.x && product / b.number(most) == b.number(most - 1) * b.x && !b.g.faults.overflowed;
}
static_assert(large_coefficients_stay_apart());
static_assert(!canonical<decltype(constant<most>{} * 2_c * x)>.faults.overflowed);

// Growing rooms keep what they hold.
constexpr bool a_buffer_grows() {
    buffer<int> b;
    for (int i = 0; i < 100; ++i) b.push(i);
    for (int i = 0; i < 7; ++i) b.push(b[0]);  // an element of the buffer itself
    buffer<int> const copy = b;
    b[3] = -1;
    return copy.size() == 107 && copy[3] == 3 && copy[99] == 99 && copy[106] == 0 && b.pop() == 0 && b.size() == 106;
}
static_assert(a_buffer_grows());

constexpr bool sorting_is_stable(int size) {
    struct entry {
        int key = 0, place = 0;
    };
    buffer<entry> b;
    for (int i = 0; i < size; ++i) b.push({(i * 7919) % 10, i});
    sort(b.begin(), b.size(), [](entry const& s, entry const& t) { return s.key < t.key; });
    for (int i = 1; i < size; ++i)
        if (b[i].key < b[i - 1].key || (b[i].key == b[i - 1].key && b[i].place < b[i - 1].place)) return false;
    return b.size() == size;
}
static_assert(sorting_is_stable(0) && sorting_is_stable(1) && sorting_is_stable(12) && sorting_is_stable(13) && sorting_is_stable(200));

// A block is known by its full name, in which g++ has the version, and nothing of the compiler's around it.
constexpr text_view name_of_cosine = detail::name_of_block<cosine>().substr(detail::before_name);
static_assert(name_of_cosine.substr(0, 9) == "leibniz::" && name_of_cosine.substr(name_of_cosine.size() - 9) == "::cosine]"
              && name_of_cosine.find("]") == name_of_cosine.size() - 1);
static_assert(detail::block_hash<cosine> != detail::block_hash<sine>);

}  // namespace
