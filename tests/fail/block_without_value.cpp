// expect: apply: the block of this function has no value; add `template <class T> static constexpr T value(T u)`
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

struct half_square : unary {
    static constexpr text_view text = "half_square", latex = "half_square";
    static constexpr interval domain = real_line;
#ifdef TWIN
    template <class T>
    static constexpr T value(T u) {
        return u * u / T(2);
    }
#endif
    static constexpr term partial(auto u) { return u; }
};
double const slope = evaluate(diff(apply<half_square>(x), x), x = 3.0);
