// expect: formula: the compiler is not allowed to read a text of this length; add the flag -fconstexpr-
#include <leibniz/leibniz.hpp>

#include <cstddef>

using namespace leibniz;

constexpr symbol<"x"> x;

template <std::size_t Terms>
consteval name<2 * Terms> sum_of() {
    char letters[2 * Terms]{};
    for (std::size_t k = 0; k + 1 < 2 * Terms; ++k) letters[k] = k % 2 == 0 ? 'x' : '+';
    return letters;
}

#ifdef TWIN
constexpr auto model = formula<sum_of<1'000>()>;
#else
constexpr auto model = formula<sum_of<35'000>()>;
#endif
double const value = evaluate(model, x = 1.0);
