// expect: callable: give one value for each of its variables
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
int const value = callable(w * x, w, x)(2, 3);
#else
int const value = callable(w * x, w, x)(2);
#endif
