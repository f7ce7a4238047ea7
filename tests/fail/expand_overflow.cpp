// expect: expand, collect, factor, together or simplify: an exact number of the result leaves 64 bits; use smaller powers and
#include <leibniz/algebra.hpp>
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto model = expand(pow<10>(x + 1_c));
#else
constexpr auto model = expand(pow<100'000>(x + 1_c));
#endif
static_assert(text(model) != "x");
