// Names of the standard library, and a program's own, stand beside the library's where both namespaces are opened.
#include <leibniz/leibniz.hpp>

#include <cmath>
#include <functional>
#include <numeric>
#include <random>

using namespace std;
using namespace leibniz;

struct region {
    int left = 1;
};
struct recognition : region {};
struct formation : region {};
struct static_graph : region {};
struct written_quotient : region {};
struct equality : region {};
struct inequality : region {};
struct modulo : region {};

static_assert(region{}.left + recognition{}.left + formation{}.left + static_graph{}.left == 4);
static_assert(written_quotient{}.left + equality{}.left + inequality{}.left + modulo{}.left == 4);

static_assert(logical_and<>{}(true, true) && logical_or<>{}(true, false) && logical_not<>{}(false));
static_assert(plus<>{}(1, 2) == 3 && minus<>{}(3, 2) == 1 && multiplies<>{}(2, 3) == 6 && divides<>{}(6, 3) == 2);
static_assert(modulus<>{}(5, 3) == 2 && negate<>{}(1) == -1 && gcd(4, 6) == 2 && lcm(4, 6) == 12);
static_assert(is_same_v<normal_distribution<double>::result_type, double>);

constexpr symbol<"u"> u;
static_assert(diff(exp(u) + floor(u)*log(u), u) == exp(u) + floor(u)/u);

// std has classes of these names, which no function can stand beside: they are written out.
static_assert(evaluate(where(leibniz::equal_to(u, 0_c), 1_c, u) + where(leibniz::not_equal_to(u, 0_c), 1_c, u), u = 0.0) == 1);
