// expect: apply: the block of this function has no name; add `static constexpr text_view text = "f", latex = "f"`
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

struct half_square : unary {
#ifdef TWIN
    static constexpr text_view text = "half_square", latex = "half_square";
#endif
    static constexpr interval domain = real_line;
    template <class T>
    static constexpr T value(T u) {
        return u * u / T(2);
    }
    static constexpr term partial(auto u) { return u; }
};
double const slope = evaluate(diff(apply<half_square>(x), x), x = 3.0);
