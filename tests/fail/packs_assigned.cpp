// expect: packs: the two have different symbols; combine packs over the same wrt(...)
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
void train() {
    auto p = values(w = 1.0, b = 2.0);
    p = values(b = 3.0, w = 2.0);
}
#else
void train() {
    auto p = values(w = 1.0, b = 2.0);
    p = values(x = 3.0, w = 2.0);
}
#endif
