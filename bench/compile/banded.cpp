#include <leibniz/calculus.hpp>

#include <utility>

// Rosenbrock's function of 100 variables: value, gradient and the 199 entries of the Hessian's lower triangle in one program.
namespace valleys {

using namespace leibniz;

constexpr symbols<"x", 100> x;

template <int I>
constexpr auto valley = 100_c*pow<2>(x[constant<I + 1>{}] - pow<2>(x[constant<I>{}])) + pow<2>(1_c - x[constant<I>{}]);
template <int... I>
constexpr auto sum(std::integer_sequence<int, I...>) {
    return (valley<I> + ...);
}
constexpr auto f = sum(std::make_integer_sequence<int, 99>{});
constexpr auto all = outputs(f, gradient(f, wrt(x)), nonzeros(lower(hessian(f, wrt(x)))));

}  // namespace valleys

void second_order(double const (&at)[100], double (&out)[1 + 100 + 199]) { evaluate_into(out, valleys::all, valleys::x = at); }
