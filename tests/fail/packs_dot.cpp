// expect: packs: the two have different symbols; combine packs over the same wrt(...)
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
int const product = dot(values(w = 1, b = 2), values(b = 2, w = 1));
#else
int const product = dot(values(w = 1, b = 2), values(b = 2, x = 1));
#endif
