// free_symbols(e): the names that are left; operations(e): the work of one evaluation.
#include <leibniz/algebra.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"b"> b;
constexpr symbol<"w"> w;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;
constexpr column<"t"> t;
constexpr symbols<"c", 2> c;

// In the order in which they first appear in what was written, not in what is printed.
constexpr auto names = free_symbols(x*w + b);
static_assert(names.size() == 3 && names[0] == "x" && names[1] == "w" && names[2] == "b");
static_assert(names.contains("w") && !names.contains("y") && !names.contains(""));
static_assert(free_symbols(exp(y)*x + t)[2] == "t" && free_symbols(c[1_c] + c[0_c])[0] == "c1");
constexpr int letters() {
    int sum = 0;
    for (text_view name : names) sum += static_cast<int>(name.size());
    return sum;
}
static_assert(letters() == 3);

// What cancels is gone, also what is left in a condition only.
static_assert(free_symbols(x + b - b).size() == 1 && free_symbols(2_c*pi).size() == 0);
static_assert(free_symbols(w*x/x).size() == 1 && free_symbols(w*x/x)[0] == "w");
static_assert(free_symbols(diff(w*x + b, w)).size() == 1 && free_symbols(diff(w*x + b, w))[0] == "x");
static_assert(free_symbols(stop_gradient(x)).size() == 1);

// Of bundles, those of all entries.
static_assert(free_symbols(gradient(w*x*x + b, wrt(w, x, b))).size() == 2);
static_assert(free_symbols(outputs(x, gradient(y*y, wrt(y)))).size() == 2);
static_assert(free_symbols(substitute(x*y, x = y + b)).size() == 2);
static_assert(free_symbols(substitute(w*y, y = x + b))[0] == "w" && free_symbols(substitute(w*y, y = x + b))[1] == "x");

// Each function by its name.
constexpr auto of_logistic = operations(exp(w*x)/(exp(w*x) + exp(b)) + log(x));
static_assert(operations(sin(x)*sin(y) + sin(x)).calls("sin") == 2 && operations(sin(x)).calls("cos") == 0);
static_assert(operations(outputs(exp(x), gradient(exp(x)*log(x), wrt(x)))).calls("exp") == 1);
static_assert(of_logistic.calls("log") == 1 && of_logistic.functions >= 2);
static_assert(operations(mean(t*t)).calls("mean") == 1 && operations(mean(t*t)).reductions == 1 && operations(mean(t*t)).functions == 0);
static_assert(operations(gradient(sigmoid(w*x), wrt(w))).calls("sigmoid") == 1);  // the one that derivatives share
static_assert(operations(where(x < y, x, y)).calls("where") == 1 && operations(where(x < y, x, y)).calls("<") == 1);

// The depth: steps one after the other. Variables and constants are no steps.
static_assert(operations(x).depth == 0 && operations(3_c).depth == 0 && operations(x).nodes == 1);
static_assert(operations(w*x).depth == 1 && operations(w*x + b).depth == 2 && operations(w*x + b*y).depth == 2);
static_assert(operations(exp(sin(w*x + b))).depth == 4 && operations(mean(t)).depth == 1);
static_assert(operations(pow<4>(x)).depth == 2 && operations(where(x < y, w*x, y)).depth == 2);
static_assert(operations(outputs(w*x, exp(exp(exp(x))))).depth == 3);

// All are counted, of one expression and of several together.
static_assert(operations(w*x + b) == operation_counts{.additions = 1, .multiplications = 1, .nodes = 5});
static_assert(operations(x/y - b).divisions == 1 && operations(x/y - b).additions == 1 && operations(-x).additions == 1);

}  // namespace
