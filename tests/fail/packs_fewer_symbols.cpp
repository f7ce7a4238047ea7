// expect: packs: the two have different symbols; combine packs over the same wrt(...)
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;

#ifdef TWIN
void train() {
    auto p = values(w = 1, b = 2);
    p -= values(b = 2, w = 1);
}
#else
void train() {
    auto p = values(w = 1, b = 2);
    p -= values(b = 2);
}
#endif
