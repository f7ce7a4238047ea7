// expect: this model takes more steps than the compiler is allowed; add the flag -fconstexpr-
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

template <int Depth>
constexpr auto nested() {
    if constexpr (Depth == 0) return x;
    else return sin(nested<Depth - 1>());
}

#ifdef TWIN
constexpr int depth = 60;
#else
constexpr int depth = 400;
#endif
double const value = evaluate(diff(nested<depth>(), x), x = 1.0);
