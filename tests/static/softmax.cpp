// Logarithms of sums and shares of exponentials, of any number of arguments, where exp of them would overflow or vanish.
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"a"> a;
constexpr symbol<"b"> b;
constexpr symbol<"c"> c;
constexpr symbol<"d"> d;

constexpr bool near(double u, double v, double share = 1e-15) {
    double const bound = share*(v < 0 ? -v : v);
    return u - v < bound && v - u < bound;
}
template <int I, class... E>
concept has_entry = requires(E... e) { softmax<I>(e...); };
using A = symbol<"a">;

// Written, printed and read.
static_assert(text(softmax(a, b)) == "softmax(a, b)");
static_assert(text(softmax(a, b, c)) == "softmax(a, logsumexp(b, c))");
static_assert(formula<"softmax(a, b)"> == softmax(a, b));
static_assert(formula<"softmax(a, b, c)"> == softmax(a, b, c));
static_assert(formula<"softmax(a, b, c, d)"> == softmax(a, b, c, d));
static_assert(formula<"softmax(a, logsumexp(b, c))"> == softmax(a, b, c));
static_assert(formula<"softmax(a + b, 2*c, softmax(a, b, d))"> == softmax(a + b, 2_c*c, softmax(a, b, d)));
static_assert(formula<"logsumexp(a, b, c, d)"> == logsumexp(a, b, c, d));
static_assert(logsumexp(a, b, c) == logsumexp(logsumexp(a, b), c));

// The entries by number.
static_assert(softmax<0>(a, b, c) == softmax(a, b, c));
static_assert(softmax<1>(a, b, c) == softmax(b, a, c));
static_assert(softmax<2>(a, b, c) == softmax(c, a, b));
static_assert(softmax<1>(a, b) == softmax(b, a));
static_assert(has_entry<2, A, A, A> && !has_entry<3, A, A, A> && !has_entry<-1, A, A, A> && !has_entry<0, A>);

// The same of other functions that take any number of arguments.
static_assert(max(a, b, c) == max(max(a, b), c) && formula<"max(a, b, c)"> == max(a, b, c));
static_assert(min(a, b, c, d) == min(min(min(a, b), c), d));
static_assert(evaluate(hypot(a, b, c), a = 2.0, b = 3.0, c = 6.0) == 7);

// The derivatives of one are shares.
static_assert(diff(logsumexp(a, b), a) == softmax(a, b) && diff(logsumexp(a, b), b) == softmax(b, a));
static_assert(text(diff(softmax(a, b), a)) == "softmax(a, b)*softmax(b, a)");
static_assert(text(diff(softmax(a, b), b)) == "-softmax(a, b)*softmax(b, a)");

// Shares of one make 1; far from each other neither overflows, and the small one keeps its digits.
constexpr auto all = outputs(softmax<0>(a, b, c), softmax<1>(a, b, c), softmax<2>(a, b, c), logsumexp(a, b, c));
constexpr auto equal = evaluate(all, a = 7.0, b = 7.0, c = 7.0);
static_assert(near(equal[0_c], 1.0/3) && near(equal[1_c], 1.0/3) && near(equal[2_c], 1.0/3) && near(equal[3_c], 8.09861228866811));
constexpr auto far = evaluate(all, a = 800.0, b = -800.0, c = 780.0);
static_assert(far[1_c] == 0 && near(far[0_c], 0.999999997938846380987) && near(far[2_c], 2.0611536181902037e-9) && near(far[3_c], 800.0000000020611536));
constexpr auto below = evaluate(all, a = -800.0, b = -800.0, c = -801.0);
static_assert(near(below[0_c], 0.4223187982515182, 1e-13) && near(below[2_c], 0.1553624034969636, 1e-13) && near(below[3_c], -799.1380051959417));

constexpr auto slopes = evaluate(gradient(softmax(a, b, c), wrt(a, b, c)), a = 800.0, b = -800.0, c = 780.0);
static_assert(near(slopes[a], 2.0611536139418493e-9) && slopes[b] == 0 && near(slopes[c], -2.0611536139418493e-9));
constexpr auto weights = evaluate(gradient(logsumexp(a, b, c), wrt(a, b, c)), a = 800.0, b = -800.0, c = 780.0);
static_assert(near(weights[a], 0.999999997938846380987) && weights[b] == 0 && near(weights[c], 2.0611536181902037e-9));

// Infinite ones have a share or none.
static_assert(evaluate(softmax(a, b), a = infinity, b = 1.0) == 1 && evaluate(softmax(a, b), a = -infinity, b = 1.0) == 0);
static_assert(evaluate(logsumexp(a, b), a = infinity, b = 1.0) == infinity && evaluate(logsumexp(a, b), a = -infinity, b = 1.0) == 1);
static_assert(evaluate(logsumexp(a, b), a = -infinity, b = -infinity) == -infinity);

}  // namespace
