// expect: a model is a value that never changes; write auto next = m + x in place of m += x
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

#ifdef TWIN
constexpr auto next = 2_c*x + x;
void change() {}
#else
void change() {
    auto m = 2_c*x;
    m += x;
}
#endif
