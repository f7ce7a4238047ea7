// Rosenbrock's function of 100 variables: gradient, and a Hessian whose 199 entries of the lower triangle are found, not its 10,000.
#include <leibniz/calculus.hpp>

#include <utility>

using namespace leibniz;

namespace {

constexpr symbols<"x", 100> x;

template <int I>
constexpr auto valley = 100_c * pow<2>(x[constant<I + 1>{}] - pow<2>(x[constant<I>{}])) + pow<2>(1_c - x[constant<I>{}]);
template <int... I>
constexpr auto sum_of_valleys(std::integer_sequence<int, I...>) {
    return (valley<I> + ...);
}
constexpr auto f = sum_of_valleys(std::make_integer_sequence<int, 99>{});

constexpr auto entries = nonzeros(lower(hessian(f, wrt(x))));
static_assert(entries.size == 199);
constexpr bool is_tridiagonal() {
    for (int k = 0; k < 199; ++k) {
        auto const at = static_cast<unsigned>(k);
        if (entries.rows[at] != (k + 1) / 2 || entries.columns[at] != k / 2 || entries.is_constant(k) != (k == 198)) return false;
    }
    return true;
}
static_assert(is_tridiagonal());
static_assert(entries[197_c] == -400_c * x[98_c] && entries[198_c] == 200_c);

}  // namespace
