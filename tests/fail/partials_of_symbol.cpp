// expect: partial: a derivative is made of its arguments and exact numbers; write u/2 in place of 0.5*u, and no symbol
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

struct half_square : unary {
    static constexpr text_view text = "half_square", latex = "half_square";
    static constexpr interval domain = real_line;
    template <class T>
    static constexpr T value(T u) {
        return u * u / T(2);
    }
#ifdef TWIN
    static constexpr term partial(auto u) { return u; }
#else
    static constexpr term partial(auto u) { return u*x/x; }
#endif
};
double const slope = evaluate(diff(apply<half_square>(x), x), x = 3.0);
