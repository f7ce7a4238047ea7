// Conditions and choices: nothing of the branch that is not taken reaches a value or a derivative.
#include <leibniz/leibniz.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr symbol<"a"> a;

// Printed and read.
static_assert(text(where(x > 0_c, x, 0_c)) == "where(x > 0, x, 0)");
static_assert(text(where(x + y <= 2_c*a, x, y)) == "where(x + y <= 2*a, x, y)");
static_assert(text(2_c*(x < a) + 1_c) == "2*(x < a) + 1");
static_assert(text(-(x < a)) == "-(x < a)");
static_assert(text(pow<2>(x < a)) == "(x < a)^2");
static_assert(text((x < a) < y) == "(x < a) < y");
static_assert(text(where(x >= 1_c && !(y < 2_c), x, y)) == "where(and(x >= 1, not(y < 2)), x, y)");
static_assert(text(where(equal_to(x, 1_c) || not_equal_to(y, 2_c), x, y)) == "where(or(x == 1, y != 2), x, y)");
static_assert(formula<"where(and(x >= 1, not(y < 2)), x, y)"> == where(x >= 1_c && !(y < 2_c), x, y));
static_assert(formula<"where(x == 1, x, y)"> == where(equal_to(x, 1_c), x, y));

// Values.
static_assert(evaluate(where(x < a, 1_c, 2_c), x = 1, a = 2) == 1);
static_assert(evaluate(where(x < a, 1_c, 2_c), x = 2.0, a = 2.0) == 2);
static_assert(evaluate((x <= a) + 2_c*(x >= a) + 4_c*(x > a) + 8_c*equal_to(x, a) + 16_c*not_equal_to(x, a), x = 2.0, a = 2.0) == 11);
static_assert(evaluate(where(x < 1_c && x > -1_c, x, y), x = 0.5, y = 7.0) == 0.5);
static_assert(evaluate(where(x < -1_c || x > 1_c, x, y), x = 0.5, y = 7.0) == 7.0);

// Derivatives go by branch, and the condition has none.
static_assert(text(diff(where(x <= 1_c, pow<2>(x), 2_c*x + a), x)) == "where(x <= 1, 2*x, 2)");
static_assert(diff(where(x < a, y, y), a) == 0_c);
static_assert(diff(where(x < a, x, x), x) == 1_c);
static_assert(diff(x < a, x) == 0_c && diff(!(x > a), a) == 0_c);
static_assert(text(gradient(y*where(x < a, x, a), wrt(x, a))[x]) == "where(x < a, y, 0)");

// 1/x is infinite at 0, its derivatives are no numbers times 0: none of it is seen.
constexpr auto inverse = where(not_equal_to(x, 0_c), 1_c/x, a);
static_assert(evaluate(inverse, x = 0.0, a = 2.0) == 2.0);
static_assert(evaluate(inverse*y, x = 0.0, a = 2.0, y = 3.0) == 6.0);
static_assert(evaluate(diff(inverse, x), x = 0.0) == 0.0);
static_assert(evaluate(diff<2>(inverse, x), x = 0.0) == 0.0);
static_assert(evaluate(diff<3>(inverse, x), x = 0.0) == 0.0);
static_assert(evaluate(gradient(inverse, wrt(x, a)), x = 0.0, a = 2.0)[a] == 1.0);
static_assert(evaluate(hessian(pow<2>(inverse)*y, wrt(x, y)), x = 0.0, a = 2.0, y = 1.0)(x, y) == 0.0);
static_assert(evaluate(diff(where(x > 0_c, x*y/x/x, 0_c), x, y), x = 0.0) == 0.0);

// Two guards of one infinite slope: their sum of zeros never meets it.
constexpr auto twice = where(x > 0_c, 1_c/x, 0_c) + 2_c*where(x > 1_c, 1_c/x, 0_c);
static_assert(evaluate(diff(twice, x), x = 0.0) == 0.0);
static_assert(evaluate(diff<2>(twice, x), x = 0.0) == 0.0);

// Their work is shared, and guarded by either condition, in derivatives alone; a choice takes factors into its branches.
static_assert(text(y*(where(x > 0_c, x, 0_c) + where(a > 0_c, 0_c, a))) == "y*(where(a > 0, 0, a) + where(x > 0, x, 0))");
static_assert(text(diff(where(x > 0_c, log(y), 0_c) + where(a > 0_c, 0_c, pow<2>(log(y))), y)) ==
              "where(where(x > 0, 0, a > 0), 0, (where(a > 0, 0, 2*log(y)) + where(x > 0, 1, 0))/y)");
// As a divisor it stands alone: a factor beside it would be taken into its branch.
static_assert(text(y/a/where(x < 0_c, x, 0_c)) == "y/a/where(x < 0, x, 0)" && formula<"y/a/where(x < 0, x, 0)"> == y/a/where(x < 0_c, x, 0_c));
static_assert(text(y/2_c/a/where(x < 0_c, x, 0_c)) == "y/2/a/where(x < 0, x, 0)" && text(y/(2_c*where(x < 0_c, x, 0_c))) == "y/(2*where(x < 0, x, 0))");
static_assert(text(y*where(x > 0_c, where(a > 0_c, x, 0_c), where(a > 1_c, x, 0_c))) == "where(x > 0, where(a > 0, x*y, 0), where(a > 1, x*y, 0))");
constexpr auto chosen_twice = where(y > 0_c, where(x > 0_c, log(x), 0_c), where(x > 1_c, log(x), y));
static_assert(evaluate(diff(chosen_twice, x), x = 0.0, y = 1.0) == 0.0 && evaluate(diff(chosen_twice, x), x = 0.0, y = -1.0) == 0.0);
static_assert(evaluate(diff(chosen_twice, x), x = 0.5, y = 1.0) == 2.0 && evaluate(diff(chosen_twice, x), x = 0.5, y = -1.0) == 0.0);
static_assert(where(x > 0_c, where(x > 0_c, x, y), a) == where(x > 0_c, x, a) && where(x > 0_c, x, where(x > 0_c, y, a)) == where(x > 0_c, x, a));

// What a condition decides about another one, within its branches, among their factors, and within conditions.
static_assert(where(x < a, where(x > a, x, y), a) == where(x < a, y, a) && where(x < a, where(a < x, x, y), a) == where(x < a, y, a));
static_assert(where(x < a, y*where(x < a, 1_c, 2_c), a) == where(x < a, y, a) && where(x < a, y, pow<2>(where(x < a, 1_c, 2_c))) == where(x < a, y, 4_c));
static_assert(where(where(x < a, 0_c, 1_c), x, y) == where(x < a, y, x) && where(where(x < a, 1_c, 0_c), x, y) == where(x < a, x, y));
static_assert(where(where(x < a, y > 0_c, 0_c), where(y > 0_c, x, y), a) == where(where(x < a, y > 0_c, 0_c), x, a));
static_assert(where(x >= a, where(x > a, x, y), a) != where(x >= a, y, a) && where(x < a, x, where(x > a, x, y)) != where(x < a, x, y));

// Derivatives of max and min as one writes them.
static_assert(text(diff(max(x, y), x)) == "where(x < y, 0, where(x > y, 1, 1/2))" && text(diff(max(x, y), y)) == "where(x > y, 0, where(x < y, 1, 1/2))");
static_assert(text(diff(max(x, 0_c), x)) == "where(x < 0, 0, where(x > 0, 1, 1/2))" && diff(max(0_c, x), x) == diff(max(x, 0_c), x));
static_assert(text(diff(min(pow<2>(x), sqrt(x)), x)) == "where(x^2 < sqrt(x), 2*x, where(x^2 > sqrt(x), 1/(2*sqrt(x)), (2*x + 1/(2*sqrt(x)))/2))");
static_assert(text(diff(min(cos(x), exp(cos(x))), x)) == "-sin(x)*where(cos(x) < exp(cos(x)), 1, where(cos(x) > exp(cos(x)), exp(cos(x)), (exp(cos(x)) + 1)/2))");
static_assert(text(diff(exp(max(x*y, x + y)), x)) == "exp(max(x*y, x + y))*where(x*y < x + y, 1, where(x*y > x + y, y, (y + 1)/2))");
static_assert(text(diff(max(x, y, a), x)) == "where(max(x, y) < a, 0, where(x < y, 0, where(x > y, 1, 1/2)*where(max(x, y) > a, 1, 1/2)))");
static_assert(text(diff(clamp(x, 0_c, 1_c), x)) == "where(x < 0, 0, where(x > 1, 0, 1))");
constexpr auto steeper = exp(max(x*y, x + y));
static_assert(evaluate(diff(steeper, x), x = 1.0, y = 0.0) > 2.71 && evaluate(diff<2>(steeper, x), x = -1.0, y = -2.0) > 29.5);
static_assert(evaluate(gradient(max(x*y, x + y), wrt(x, y)), x = 2.0, y = 2.0)[x] == 1.5 && evaluate(gradient(max(x*y, x + y), wrt(x, y)), x = 2.0, y = 2.0)[y] == 1.5);
static_assert(evaluate(diff(max(x, y), x), x = infinity, y = infinity) == 0.5 && evaluate(diff(min(x, y), y), x = -infinity, y = -infinity) == 0.5);
// Sums of what cannot be 0 together need no guard.
static_assert(text(y*(where(x < a, 0_c, x) + where(x > a, 0_c, a))) == "y*(where(x < a, 0, x) + where(x > a, 0, a))");

// What is divided by 0 on a piece has no value there, whatever it is multiplied by.
static_assert(text(where(x > 0_c, 1_c, 0_c)/where(x > 0_c, 1_c, 0_c)) == "where(x > 0, 1, 0/0)");
static_assert(text(where(x > 0_c, x, 0_c)*(y/where(x > 0_c, x, 0_c))) == "where(x > 0, y, 0/0)");
static_assert(text(diff(sqrt(where(x > 0_c, x, 0_c)), x)) == "where(x > 0, 1/(2*sqrt(x)), 0)");
// Numbers whose product leaves 64 bits stand beside one another in the branch.
static_assert(text(1e308_c*(2_c*where(x > 0_c, y, 0_c))) == "where(x > 0, 1e308*2*y, 0)");

// Taken, the branch is what it was.
static_assert(evaluate(diff(inverse, x), x = 2.0) == -0.25);
static_assert(evaluate(diff<2>(inverse, x), x = 2.0) == 0.25);
static_assert(evaluate(diff(twice, x), x = 2.0) == -0.75);

}  // namespace
