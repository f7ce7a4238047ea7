// expect: partial: a derivative has exact numbers only; write u/2 or rational(1, 2)*u in place of 0.5*u
// lines: 31
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
    static constexpr term partial(auto u) { return rational(1, 2)*(2*u); }
#else
    static constexpr term partial(auto u) { return 0.5*(2*u); }
#endif
};
double const slope = evaluate(diff(apply<half_square>(x), x), x = 3.0);
