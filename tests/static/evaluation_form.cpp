// What the programs of several results cost: work that is shared, what sums have in common, one division for several. In
// comments, what SymPy 1.14 needs after cse(..., optimizations='basic'), and without: powers by squaring, a sigmoid being an
// exponential, an addition and a division.
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"a"> a;
constexpr symbol<"b"> b;
constexpr symbol<"c"> c;
constexpr symbol<"v"> v;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

/// Additions, multiplications, divisions and functions.
struct cost {
    int additions = 0, multiplications = 0, divisions = 0, functions = 0;
    friend constexpr bool operator==(cost const&, cost const&) = default;
};
template <class E>
constexpr cost cost_of(E e) {
    auto const all = operations(e);
    return {all.additions, all.multiplications, all.divisions, all.functions};
}

// What is computed twice is computed once, whatever the order of its factors.
static_assert(cost_of(outputs(a*x*b, exp(x*a))) == cost{0, 2, 0, 1});
static_assert(cost_of(outputs(pow<2>(x), pow<3>(x), pow<5>(x))) == cost{0, 4, 0, 0});

// A factor or divisor of several summands is taken out, within what was taken out as well.
static_assert(cost_of(outputs(a*x + a*y)) == cost{1, 1, 0, 0});
static_assert(cost_of(outputs(x/v - y/v)) == cost{1, 0, 1, 0});
static_assert(cost_of(outputs(a*x + b - a*y - a*c)) == cost{3, 1, 0, 0});
static_assert(cost_of(outputs(a*x + a*y, a*x)) == cost{1, 2, 0, 0});  // a*x is there anyway
static_assert(cost_of(outputs(a*x + b*y)) == cost{1, 2, 0, 0});
static_assert(evaluate(outputs(a*x - a*y + b), a = 3, b = 1, x = 7, y = 5)[0_c] == 7);
static_assert(evaluate(outputs(b - a*x - a*y), a = 3, b = 1, x = 7, y = 5)[0_c] == -35);
static_assert(evaluate(outputs(-a*x - a*y), a = 3, x = 7, y = 5)[0_c] == -36);
// A single expression is computed as it is printed.
static_assert(cost_of(a*x + a*y) == cost{1, 2, 0, 0});

// Many quotients by one denominator: one division.
static_assert(cost_of(outputs(x/v + a/v, y/v - c/v, exp(x)/v - exp(y)/v)) == cost{3, 3, 1, 2});

// Polynomials by Horner's rule, of several variables too, where that saves multiplications.
constexpr auto tenth = formula<"1 + 2*x + 3*x^2 + 4*x^3 + 5*x^4 + 6*x^5 + 7*x^6 + 8*x^7 + 9*x^8 + 10*x^9 + 11*x^10">;
static_assert(cost_of(outputs(tenth)) == cost{10, 10, 0, 0});                              // SymPy: 10, 36
static_assert(cost_of(tenth) == cost{10, 19, 0, 0});                                       // as printed
static_assert(cost_of(outputs(tenth, gradient(tenth, wrt(x)))) == cost{19, 19, 0, 0});     // SymPy: 19, 45
static_assert(cost_of(outputs(a + b*x + c*pow<2>(x))) == cost{2, 2, 0, 0});
static_assert(cost_of(outputs(1_c + pow<10>(x))) == cost{1, 4, 0, 0});
static_assert(cost_of(outputs(pow<2>(x) + x, pow<2>(x))) == cost{1, 1, 0, 0});             // the square is there anyway
static_assert(evaluate(outputs(tenth), x = 2)[0_c] == 20481 && evaluate(outputs(tenth), x = -1)[0_c] == 6);
static_assert(evaluate(outputs(3_c - 2_c*pow<2>(x) - pow<3>(x)), x = 2)[0_c] == -13);
static_assert(evaluate(outputs(-pow<3>(x) - 2_c*pow<2>(x) - x), x = 2)[0_c] == -18);
static_assert(evaluate(outputs(a*pow<2>(x) + pow<2>(x)*b - 5_c*c*x - y), a = 1, b = 2, c = 3, x = 2, y = 4)[0_c] == -22);
// A power by a symbol is no power of the variable.
static_assert(evaluate(outputs(y*y + pow(x, a)*pow(y, a), pow(x, a)*pow(y, a)), x = 2.0, y = 0.5, a = 2.0)[0_c] == 1.25);

// The 2-2-2 sigmoid network, its value and 8 partials. The hand-derived kernel needs 13 additions and 31 multiplications beside
// its four sigmoids, each an exponential and a division; SymPy 29, 32, 8 divisions and 8 exponentials.
constexpr symbols<"w", 8> w;
constexpr auto h1 = sigmoid(w[0_c]*x + w[2_c]*y);
constexpr auto h2 = sigmoid(w[1_c]*x + w[3_c]*y);
constexpr auto o1 = sigmoid(w[4_c]*h1 + w[6_c]*h2);
constexpr auto o2 = sigmoid(w[5_c]*h1 + w[7_c]*h2);
constexpr auto loss = 0.5_c*pow<2>(o1 - a) + 0.5_c*pow<2>(o2 - b);
static_assert(cost_of(outputs(loss, gradient(loss, wrt(w)))) == cost{13, 32, 0, 4});
static_assert(operations(outputs(loss, gradient(loss, wrt(w)))).calls("sigmoid") == 4);
static_assert(cost_of(hessian(loss, wrt(w))) == cost{51, 155, 0, 4});                      // SymPy: 67, 161, 12, 12

// NIST's MGH17, its value and 5 partials.
constexpr symbols<"q", 5> q;
constexpr auto osborne = q[0_c] + q[1_c]*exp(-x*q[3_c]) + q[2_c]*exp(-x*q[4_c]);
static_assert(cost_of(outputs(osborne, gradient(osborne, wrt(q)))) == cost{6, 6, 0, 2});   // SymPy: 6, 6, 0, 2

// Graphs of which less is compiled have the very programs that others have.
template <class E>
constexpr bool plainly_the_same(E, view of = canonical<E>) {
    if (!is_plain(of)) return false;
    print_order const order(of);
    program const general(order, of), plain(order, plain_view{of});
    bool same = general.code.size() == plain.code.size() && general.roots[0] == plain.roots[0];
    for (int i = 0; same && i < general.code.size(); ++i) {
        instruction const &s = general.code[i], &t = plain.code[i];
        same = s.op == t.op && s.a == t.a && s.b == t.b && s.c == t.c && s.n == t.n && s.d == t.d && (s.fn == nullptr || *s.fn == *t.fn);
    }
    return same;
}
static_assert(plainly_the_same(loss) && plainly_the_same(diff(loss, w[0_c])) && plainly_the_same(diff(loss, w[5_c])));
static_assert(plainly_the_same(a - 3_c*b*(1_c - tanh(x)) - pow<2>(c - 0.25_c*x)/7_c) && plainly_the_same(-a*sigmoid(-x) - y/3_c));
static_assert(plainly_the_same(diff(tanh(a*tanh(b*x)), x)) && plainly_the_same((1_c - sigmoid(x))*y - 2_c*(1_c - pow<2>(tanh(y)))));
static_assert(!is_plain(canonical<decltype(exp(x))>) && !is_plain(canonical<decltype(a/x)>) && !is_plain(canonical<decltype(x*sqrt(a))>));
static_assert(!is_plain(canonical<decltype(pow<2>(x)*pow<2>(y))>) && !is_plain(canonical<decltype(pow<3>(x))>));
static_assert(!is_plain(canonical<decltype(x*y*a)>) && !is_plain(canonical<decltype(x*sigmoid(x))>) && !is_plain(canonical<decltype(x*y*sigmoid(x*y))>));

}  // namespace
