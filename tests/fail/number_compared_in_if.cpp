// expect: a plain number cannot be part of an expression; write where(x < 3_c, a, b), or evaluate(e, x = 1.0) < 3.0
#include <leibniz/leibniz.hpp>

using namespace leibniz;

constexpr symbol<"x"> x;

bool is_small() {
#ifdef TWIN
    if (evaluate(x, x = 1.0) < 3.0) return true;
#else
    if (x < 3.0) return true;
#endif
    return false;
}
