// expect: expand, collect, factor, together or simplify: the result has more than 10,000 terms, or takes more steps than the
#include <leibniz/algebra.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

#ifdef TWIN
constexpr text_view made = text(expand(pow<4>(exp(x) + sin(y) + log(x) + x + y)));
#else
constexpr text_view made = text(expand(pow<40>(exp(x) + sin(y) + log(x) + x + y)));
#endif
