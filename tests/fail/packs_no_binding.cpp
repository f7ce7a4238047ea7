// expect: values: expected bindings; write values(w = 1.0, b = 0.0)
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto p = values(w = 1, b = 2);
#else
constexpr auto p = values(w = 1, 2);
#endif
