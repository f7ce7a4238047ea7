// expect: partial: a derivative does not compile, or is not made of its arguments and exact numbers; write u/2 in place of 0.5*u
#include <leibniz/parse.hpp>

using namespace leibniz;

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
    static constexpr term partial(auto u) { return 0.5*(2*u); }
#endif
};
auto const parsed = parse<half_square>("half_square(x)");
